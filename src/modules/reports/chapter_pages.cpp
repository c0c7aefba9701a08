// Writing one chapter: the authors' text, beside what the records tell. Nothing typed is lost: who
// saves over another's saving gets both texts back.
#include "modules/reports/pages.hpp"
#include "modules/reports/policy.hpp"

#include <algorithm>
#include <charconv>

namespace udb::reports {
namespace {

struct Writing {
    ReportRecord report = {};
    Chapter const* chapter = nullptr;
    ChapterText text = {};
    Content content = {}; ///< of the whole report, as it stands
    std::vector<OfferedPicture> pictures = {};
};

Result<Writing> writing_of(Call const& call) {
    Writing w{.report = TRY(seen_report(call))};
    TRY(call.allow(policy, Act::write, w.report.header.target()));
    w.chapter = book().find(w.report.kind, call.request.param("chapter"));
    if (!w.chapter) return not_found();
    call.look([&](Db& db) {
        w.text = text_of(db, w.report.id(), w.report.edition, w.chapter->id);
        w.pictures = offered_pictures(db, w.report, *w.chapter, call.today);
        w.content = assembled(db, w.report, call.today, call.now, false);
        return true;
    });
    return w;
}

/// What the records tell in this chapter, for reading while writing.
Html told_html(Words const& words, Writing const& w) {
    auto content = w.content;
    std::erase_if(content.chapters, [&](auto const& c) { return c.id != w.chapter->id; });
    for (auto& chapter : content.chapters) {
        chapter.text.clear();
        if (chapter.told.empty()) return html::p(words("reports.told_nothing"));
    }
    return content_html(
        content, [](bangla::Picture const& p) { return Url::parse(p.address); },
        [](ChapterContent const&) { return Html{}; });
}

/// Whether the form asked about this picture.
bool was_offered(Call const& call, OfferedPicture const& picture) {
    auto const offered = call.form.fields.all("offered");
    return std::ranges::find(offered, picture.address) != offered.end();
}
bool is_ticked(Call const& call, OfferedPicture const& picture) {
    if (!was_offered(call, picture)) return picture.taken;
    auto const ticked = call.form.fields.all("picture");
    return std::ranges::find(ticked, picture.address) != ticked.end();
}

/// The pictures of the whole report, where the form brought another choice than it showed.
std::optional<PictureChoice> choice_in(Call const& call, Writing const& w) {
    PictureChoice chosen;
    bool other = false;
    for (auto const& picture : w.pictures) {
        bool const ticked = is_ticked(call, picture);
        other = other || ticked != picture.taken;
        if (ticked) chosen.insert(picture.address);
    }
    if (!other) return {};
    return chosen;
}

Html pictures_html(Call const& call, Writing const& w, std::optional<Error> const& error) {
    if (w.pictures.empty()) return {};
    auto const& words = call.words;
    Html out;
    std::vector<ui::Choice> choices;
    std::vector<std::string> ticked;
    for (auto const& picture : w.pictures) {
        out += html::hidden("offered", picture.address);
        choices.push_back({picture.address, picture.caption});
        if (is_ticked(call, picture)) ticked.push_back(picture.address);
    }
    return out
           + ui::checkboxes(words,
                            {.name = "picture",
                             .label = words("reports.pictures"),
                             .choices = std::move(choices),
                             .values = std::move(ticked),
                             .hint = words("reports.pictures_hint"),
                             .error = error ? ui::error_at(words, error->fields, "picture") : "",
                             .optional = true});
}

web::Response chapter_page(Call const& call, Writing const& w, std::string const& body,
                           std::int64_t version, std::optional<Error> const& error = {}) {
    auto const& words = call.words;
    bool const overtaken = error && error->kind == Error::Kind::conflict;
    Html notice;
    if (overtaken)
        notice = ui::notice(
            words,
            {.kind = ui::Notice::Kind::problem,
             .heading = words("reports.overtaken"),
             .body = html::all(
                 html::p(words("reports.overtaken_lead",
                               {{"who", w.text.writer}, {"title", words(w.chapter->title)}})),
                 html::pre({.cls = "theirs", .more = {{"lang", "bn"}}}, w.text.body))});
    auto const fields = html::all(
        html::hidden("version", std::to_string(version)),
        ui::text_area(words, {.name = "body",
                              .label = words("reports.text"),
                              .value = body,
                              .hint = words(w.chapter->hint) + " " + words("reports.text_hint"),
                              .error = error ? ui::error_at(words, error->fields, "body") : "",
                              .rows = 16,
                              .optional = true}),
        pictures_html(call, w, error),
        ui::button_group(
            {ui::button({.label = words("reports.save")}),
             ui::button(
                 {.label = words("reports.back"),
                  .kind = ui::Button::Kind::secondary,
                  .href = url("/reports/{}", w.report.id()).at("chapter-" + w.chapter->id)})}));
    auto const main =
        html::all(html::when(error && !overtaken,
                             [&] {
                                 return ui::error_summary(words, *error,
                                                          {{"body", words("reports.text")},
                                                           {"picture", words("reports.pictures")}});
                             }),
                  ui::page_heading({.title = words(w.chapter->title),
                                    .above = words(w.report.header.title),
                                    .status = stage_mark(words, w.report.working)}),
                  notice,
                  ui::form({.action = url("/reports/{}/chapters/{}", w.report.id(), w.chapter->id),
                            .csrf = call.csrf()},
                           fields),
                  html::h2({.cls = "govuk-heading-m"}, words("reports.told")),
                  html::p({.cls = "govuk-hint"}, words("reports.told_lead")), told_html(words, w));
    return call.page(words(w.chapter->title), main,
                     {.before_main = way_to(call, w.report),
                      .problems = error ? std::max<std::size_t>(1, error->fields.size()) : 0,
                      .wide = true,
                      .status = error ? status_of(*error) : 200});
}

} // namespace

Result<web::Response> show_chapter(Call& call) {
    auto const w = TRY(writing_of(call));
    return chapter_page(call, w, w.text.body, w.text.version);
}

Result<web::Response> post_chapter(Call& call) {
    auto const w = TRY(writing_of(call));
    ChapterSaved const brought{.report = w.report.id(),
                               .chapter = w.chapter->id,
                               .version = version_of(call.values()),
                               .body = std::string(call.form["body"]),
                               .pictures = choice_in(call, w)};
    auto const done = call.perform(save_chapter, brought);
    if (done)
        return call.redirect(url("/reports/{}", w.report.id()).at("chapter-" + w.chapter->id),
                             "reports.saved_flash");
    if (!can_be_mended(done.error())) return done.error();
    auto const now = TRY(writing_of(call));
    // Saving again then replaces what the other one saved, which is shown above.
    auto const version =
        done.error().kind == Error::Kind::conflict ? now.text.version : brought.version;
    return chapter_page(call, now, brought.body, version, done.error());
}

} // namespace udb::reports
