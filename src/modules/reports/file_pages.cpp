// The files of a report as they were frozen, the draft's PDF, and the feed of what was published.
#include "host/application.hpp"
#include "modules/reports/pages.hpp"
#include "web/html/tags.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>

namespace udb::reports {
namespace {

constexpr int feed_most = 50;

/// `report-2025-26-annual-7.pdf`
bool is_shown(std::string_view format) { return format == "pdf" || format.starts_with("picture"); }

/// What is read most stands first.
std::size_t place_of(std::string_view format) {
    static constexpr std::array<std::string_view, 4> order{"pdf", "html", "json", "csv"};
    return static_cast<std::size_t>(std::ranges::find(order, format) - order.begin());
}

std::string moment(Instant at) {
    auto const day = std::chrono::floor<std::chrono::days>(at);
    std::chrono::hh_mm_ss const time{std::chrono::floor<std::chrono::seconds>(at - day)};
    auto const two = [](auto count) {
        auto text = std::to_string(count);
        return text.size() < 2 ? "0" + text : text;
    };
    return iso(Date{day}) + 'T' + two(time.hours().count()) + ':' + two(time.minutes().count())
           + ':' + two(time.seconds().count()) + 'Z';
}

/// An element of Atom without attributes; its text is escaped as HTML's is.
Html entry_of(ReportRecord const& report, Edition const& edition, std::string const& site) {
    auto const address = site + std::string(url("/reports/{}", report.id()).view());
    auto const link = [&](std::string_view rel, std::string_view type, std::string const& href) {
        return html::link(
            {.href = Url::parse(href).value_or(Url()), .more = {{"rel", rel}, {"type", type}}});
    };
    auto const pdf =
        site
        + std::string(
            url("/reports/{}/editions/{}/{}", report.id(), edition.edition, "pdf").view());
    return html::tag(
        "entry", html::tag("title", report.header.title.bn + ", " + report.office_name.bn),
        html::tag("id", address + "/editions/" + std::to_string(edition.edition)),
        html::tag("updated", moment(*edition.published_at)),
        html::tag("author", html::tag("name", report.office_name.bn)),
        link("alternate", "text/html", address), link("enclosure", "application/pdf", pdf),
        html::tag("summary", edition.why.empty() ? report.header.title.bn : edition.why));
}

/// In Atom every element is closed, those without content too.
std::string as_xml(std::string_view markup) {
    std::string out;
    while (true) {
        auto const at = markup.find("<link");
        out.append(markup.substr(0, at));
        if (at == markup.npos) return out;
        auto const end = markup.find('>', at);
        out.append(markup.substr(at, end - at)).append("/>");
        markup.remove_prefix(end + 1);
    }
}

} // namespace

Html editions_of_page(Call const& call, ReportRecord const& report) {
    auto const& words = call.words;
    bool const within = is_within(call, report);
    std::vector<ui::Table::Row> rows;
    call.look([&](Db& db) {
        for (auto const& e : editions_of(db, report.id())) {
            if (!within && !e.published_on) continue;
            Html files;
            auto kept = files_of(db, report.id(), e.edition);
            std::erase_if(kept, [](auto const& f) { return f.format.starts_with("picture"); });
            std::ranges::stable_sort(kept, {}, [](auto const& f) { return place_of(f.format); });
            for (auto const& file : kept) {
                auto upper = file.format;
                std::ranges::transform(upper, upper.begin(),
                                       [](char c) { return static_cast<char>(c - 'a' + 'A'); });
                files +=
                    html::all(ui::link({.text = upper,
                                        .href = url("/reports/{}/editions/{}/{}", report.id(),
                                                    e.edition, file.format),
                                        .about = words("reports.edition_no",
                                                       {{"edition", std::int64_t{e.edition}}}),
                                        .download = true}),
                              html::br(), html::code({.cls = "hash"}, file.sha256), html::br());
            }
            rows.push_back(
                {.cells = {
                     text(words("reports.edition_no", {{"edition", std::int64_t{e.edition}}})),
                     text(words("reports.approved_by",
                                {{"date", e.approved_on}, {"who", words(e.approver)}})),
                     text(e.why.empty() ? "–" : e.why), files}});
        }
        return true;
    });
    if (rows.empty()) return {};
    return ui::section({.id = "editions",
                        .title = words("reports.editions"),
                        .body = html::all(html::p(words("reports.editions_lead")),
                                          ui::table({.caption = words("reports.editions"),
                                                     .columns = {{words("reports.edition")},
                                                                 {words("reports.approval")},
                                                                 {words("reports.why")},
                                                                 {words("reports.files")}},
                                                     .rows = std::move(rows),
                                                     .hidden_caption = true}))});
}

Result<web::Response> show_draft_pdf(Call& call) {
    auto const report = TRY(seen_report(call));
    if (!is_within(call, report)) return not_found();
    auto const content =
        call.look([&](Db& db) { return assembled(db, report, call.today, call.now, true); });
    return web::Response::file(made_pdf(content), "application/pdf",
                               "draft-" + name_of(report, report.edition, "pdf"),
                               web::Disposition::shown);
}

Result<web::Response> show_frozen(Call& call) {
    auto const report = TRY(seen_report(call));
    auto const typed = call.request.param("edition");
    int number = 0;
    std::from_chars(typed.data(), typed.data() + typed.size(), number);
    auto const format = call.request.param("format");
    struct Found {
        FrozenFile file;
        std::string bytes;
    };
    auto const found = call.look([&](Db& db) -> std::optional<Found> {
        auto const edition = find_edition(db, report.id(), number);
        if (!edition || (!edition->published_on && !is_within(call, report))) return {};
        for (auto const& file : files_of(db, report.id(), number))
            if (file.format == format) return Found{file, bytes_of(db, file)};
        return {};
    });
    if (!found) return not_found();
    return web::Response::file(found->bytes, found->file.media_type,
                               name_of(report, number, format),
                               is_shown(format) ? web::Disposition::shown : web::Disposition::saved)
        .set_version(found->file.sha256)
        .set_cache("private, max-age=3600");
}

Result<web::Response> show_atom(Call& call) {
    auto const& base = call.application().parts().public_url;
    // Where our own address is not set, readers of the feed take the one that they asked.
    auto const host = call.request.headers.get_or("Host");
    auto const site =
        !base.empty() ? base : (call.request.secure ? "https://" : "http://") + std::string(host);
    Html entries;
    std::optional<Instant> newest;
    call.look([&](Db& db) {
        auto const editions = lately_published(db, feed_most);
        std::vector<Id<Report>> ids;
        for (auto const& e : editions)
            ids.push_back(e.report);
        auto const reports = find_reports(db, ids);
        for (auto const& e : editions) {
            auto const report = std::ranges::find(reports, e.report, &ReportRecord::id);
            if (report == reports.end()) continue;
            if (!newest) newest = e.published_at;
            entries += entry_of(*report, e, site);
        }
        return true;
    });
    auto const self = Url::parse(site + "/reports/feed.atom").value_or(Url());
    auto const feed =
        html::tag("feed", {.more = {{"xmlns", "http://www.w3.org/2005/Atom"}, {"xml:lang", "bn"}}},
                  html::tag("title", bangla_words()("reports.feed_title")),
                  html::tag("id", site + "/reports/feed.atom"),
                  html::tag("updated", moment(newest.value_or(Instant{}))),
                  html::link({.href = self, .more = {{"rel", "self"}}}), entries);
    auto response =
        web::Response::text("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n" + as_xml(feed.view()));
    response.set("Content-Type", "application/atom+xml; charset=utf-8");
    return response;
}

} // namespace udb::reports
