// A report put together: the authors' texts around what the records tell.
#include "bangla/text/digits.hpp"
#include "host/chapters.hpp"
#include "modules/offices/offices.hpp"
#include "modules/reports/report_store.hpp"

#include <set>

namespace udb::embedded {
std::span<EmbeddedFile const> papers();
std::span<EmbeddedFile const> reports();
} // namespace udb::embedded

namespace udb::reports {
namespace {

/// The offices above, from the top, as the head of a paper names them.
std::vector<std::string> head_of(Db& db, std::string_view path, Words const& words) {
    std::vector<std::string> lines{words("reports.government")};
    auto const way = offices::way_to(db, path);
    for (std::size_t i = 0; i + 1 < way.size(); ++i)
        lines.push_back(way[i].name.bn);
    return lines;
}

} // namespace

Words const& bangla_words() {
    static Catalogue const catalogue = [] {
        Catalogue all;
        std::set<EmbeddedFile const*> added;
        auto const add = [&](std::span<EmbeddedFile const> files) {
            if (!files.empty() && added.insert(files.data()).second) all.add(files);
        };
        add(embedded::reports());
        add(embedded::papers()); // of the covering letter
        for (auto const& teller : chapter_tellers())
            if (teller.files) add(teller.files());
        return all;
    }();
    static Words const words{catalogue, Language::bn};
    return words;
}

namespace {

/// What a chapter is to tell of a report's office and time.
ChapterAsked asked_of(ReportRecord const& report, Chapter const& chapter, Date today,
                      Words const& words) {
    auto const quarters = quarters_of(report.kind);
    return {.office = report.office,
            .office_path = report.header.office_path,
            .fiscal_year = report.fiscal_year,
            .days = days_of(report.kind, report.fiscal_year),
            .quarter_first = quarters.first,
            .quarter_last = quarters.last,
            .today = today,
            .themes = chapter.themes,
            .words = words};
}

} // namespace

std::vector<OfferedPicture> offered_pictures(Db& db, ReportRecord const& report,
                                             Chapter const& chapter, Date today) {
    auto const chosen = chosen_pictures(db, report.id(), report.edition);
    auto asked = asked_of(report, chapter, today, bangla_words());
    asked.takes_picture = [](std::size_t, std::string_view) { return true; };
    std::vector<OfferedPicture> out;
    for (auto const& block : told(db, chapter.id, asked))
        if (auto const* picture = std::get_if<bangla::Picture>(&block))
            out.push_back({.address = picture->address,
                           .caption = picture->caption,
                           .taken = chosen ? chosen->contains(picture->address)
                                           : out.size() < pictures_by_themselves});
    return out;
}

Content assembled(Db& db, ReportRecord const& report, Date today, Instant now, bool pictures) {
    auto const& words = bangla_words();
    Content content{.kind = report.kind,
                    .fiscal_year = report.fiscal_year,
                    .edition = report.edition,
                    .title = report.header.title.bn,
                    .office = report.office_name.bn,
                    .head = head_of(db, report.header.office_path, words),
                    .made = now};
    if (auto const row =
            db.one("select why from report_corrections where report = ? and edition = ?",
                   report.id(), report.edition))
        content.why = row->get<std::string>(0);
    auto texts = texts_of(db, report.id(), report.edition);
    auto const chosen = chosen_pictures(db, report.id(), report.edition);
    std::int64_t number = 0;
    for (auto const* chapter : book().chapters_of(report.kind)) {
        auto const text = texts.find(chapter->id);
        auto asked = asked_of(report, *chapter, today, words);
        asked.pictures = pictures;
        if (chosen)
            asked.takes_picture = [&](std::size_t, std::string_view address) {
                return chosen->contains(address);
            };
        content.chapters.push_back({.id = chapter->id,
                                    .number = bangla::bangla_number(++number),
                                    .title = chapter->title.bn,
                                    .text = text == texts.end() ? std::string() : text->second.body,
                                    .told = told(db, chapter->id, asked)});
    }
    return content;
}

} // namespace udb::reports
