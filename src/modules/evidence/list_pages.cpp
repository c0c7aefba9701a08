// Evidence as a list: the register, what is linked to some records, the gallery, and on paper.
#include "bangla/pdf/fonts/fonts.hpp"
#include "bangla/pdf/typesetter.hpp"
#include "host/application.hpp"
#include "host/search.hpp"
#include "modules/evidence/evidence_store.hpp"
#include "modules/evidence/pages.hpp"
#include "modules/evidence/policy.hpp"
#include "modules/evidence/register_paper.hpp"
#include "modules/offices/offices.hpp"
#include "registers/pages/pages.hpp"
#include "web/components/components.hpp"

#include <algorithm>

namespace udb::evidence {
namespace {

using web::Response;

constexpr int pictures_most = 120;
constexpr int lines_most = 2000;

BilingualText titles_of(std::vector<Named> const& records) {
    BilingualText all;
    for (auto const& record : records)
        for (auto const language : {Language::bn, Language::en}) {
            auto& text = language == Language::bn ? all.bn : all.en;
            text += (text.empty() ? "" : "; ") + record.title.in(language);
        }
    return all;
}

/// What a list, a gallery or a print is of: the records and the period of its address.
struct Asked {
    Showing showing = {};
    std::vector<Named> records = {};
    BilingualText what = {}; ///< what the records are called
    std::string office = {};
};

Asked asked_of(Call const& call) {
    auto const& query = call.request.query;
    Asked asked;
    auto& showing = asked.showing;
    showing.scope = scope_of(policy, call.actor, Act::read);
    for (auto const value : query.all("for"))
        if (auto const id = parse_id<Record>(value)) showing.records.push_back(*id);
    bool const narrowed = !showing.records.empty();
    showing.year = query.get_or("year");
    showing.quarter = query.get_or("quarter");
    showing.office = parse_id<Office>(query.get_or("office")).value_or(Id<Office>{});
    auto const readable = readable_by(call.application().parts().modules, call.actor);
    call.look([&](Db& db) {
        showing.records = readable_among(db, showing.records, readable);
        asked.records = names_of(db, showing.records);
        asked.what = titles_of(asked.records);
        auto const office =
            offices::find_office(db, showing.office ? showing.office : call.actor.office);
        if (office) asked.office = office->header.title.bn;
        return true;
    });
    // Asked for records that the reader may not see: nothing, never everything.
    if (narrowed && showing.records.empty()) showing.scope = {};
    return asked;
}

/// The same question asked of another page.
Url also(Url where, Asked const& asked) {
    for (auto const record : asked.showing.records)
        where = where.with("for", to_string(record));
    if (!asked.showing.year.empty()) where = where.with("year", asked.showing.year);
    if (!asked.showing.quarter.empty()) where = where.with("quarter", asked.showing.quarter);
    if (asked.showing.office) where = where.with("office", to_string(asked.showing.office));
    return where;
}

Html ways(Call const& call, Asked const& asked) {
    auto const& words = call.words;
    std::vector<Html> buttons;
    if (permits_somewhere(policy, call.actor, Act::write))
        buttons.push_back(
            ui::button({.label = words("evidence.add"), .href = also("/evidence/new", asked)}));
    auto const second = [&](std::string_view key, Url const& where) {
        buttons.push_back(ui::button({.label = words(key),
                                      .kind = ui::Button::Kind::secondary,
                                      .href = also(where, asked)}));
    };
    second("evidence.gallery", "/evidence/gallery");
    second("evidence.print", "/evidence/register.pdf");
    return ui::button_group(buttons);
}

/// What is linked to the records that the address names.
Response of_records(Call const& call, Asked const& asked) {
    auto const& words = call.words;
    auto const title = words("evidence.of_title");
    auto const main = html::all(
        ui::page_heading({.title = title, .lead = words(asked.what), .actions = ways(call, asked)}),
        listed(call, asked.showing.records));
    return call.page(
        title, main,
        {.before_main = ui::breadcrumb(words, {{words("evidence.title"), "/evidence"}}),
         .wide = true});
}

} // namespace

Result<Response> show_all(Call& call) {
    auto const asked = asked_of(call);
    if (call.request.query.has("for")) return of_records(call, asked);
    return list_page(call, {.lead = call.words("evidence.lead"),
                            .actions = ways(call, asked),
                            .narrowing = {{"year", years_to_narrow(call, "evidence")}}});
}

namespace {

Response gallery_page(Call const& call, Asked asked, std::vector<ui::Crumb> const& way) {
    auto const& words = call.words;
    asked.showing.pictures = true;
    asked.showing.most = pictures_most;
    auto const pictures = call.look([&](Db& db) { return shown_evidence(db, asked.showing); });
    Html items;
    for (auto const& picture : pictures) {
        auto const title = words(picture.title);
        items += html::li(html::a({.href = url("/evidence/{}", picture.id)},
                                  html::img({.src = url("/evidence/{}/view", picture.id),
                                             .more = {{"alt", ""}, {"loading", "lazy"}}}),
                                  html::span({}, title), html::small({}, words.date(picture.on))));
    }
    auto const title = words("evidence.gallery");
    auto const main =
        html::all(ui::page_heading({.title = title, .lead = words(asked.what)}),
                  items.empty() ? ui::empty_state({.sentence = words("evidence.no_pictures"),
                                                   .hint = words("evidence.no_pictures_hint")})
                                : html::ul({.cls = "gallery"}, items));
    return call.page(title, main, {.before_main = ui::breadcrumb(words, way), .wide = true});
}

Response register_file(Call const& call, Asked asked) {
    asked.showing.most = lines_most;
    auto const pieces = call.look([&](Db& db) { return shown_evidence(db, asked.showing); });
    std::vector<RegisterLine> lines;
    for (auto const& piece : pieces)
        lines.push_back({.number = piece.id.value,
                         .kind = piece.kind,
                         .title = piece.title.bn,
                         .on = piece.on,
                         .period = piece.period,
                         .proves = piece.proves,
                         .sha256 = piece.sha256});
    static bangla::Typesetter const typesetter{bangla::serif_fonts()};
    Words const bangla_words{call.words.catalogue(), Language::bn};
    auto const paper = register_paper(lines, asked.office, asked.what.bn, bangla_words, call.today);
    return Response::file(typesetter.typeset(paper), "application/pdf",
                          call.words("evidence.register_title") + ' ' + iso(call.today) + ".pdf");
}

} // namespace

Result<Response> show_gallery(Call& call) {
    return gallery_page(call, asked_of(call), {{call.words("evidence.title"), "/evidence"}});
}

Result<Response> show_register_pdf(Call& call) { return register_file(call, asked_of(call)); }

Result<Response> show_collection(Call& call, Collection const& collection) {
    if (!permits_somewhere(policy, call.actor, Act::read)) return forbidden();
    Asked const asked{.showing = {.scope = collection.records.empty()
                                               ? Scope{}
                                               : scope_of(policy, call.actor, Act::read),
                                  .records = collection.records},
                      .records = {},
                      .what = collection.title,
                      .office = collection.office};
    auto const& words = call.words;
    auto const title = words("evidence.of_title");
    auto way = collection.way;
    auto const view = call.request.query.get_or("view");
    if (view == "register") return register_file(call, asked);
    if (view == "gallery") {
        way.push_back({title, collection.here});
        return gallery_page(call, asked, way);
    }
    auto const other = [&](std::string_view key, std::string_view name) {
        return ui::button({.label = words(key),
                           .kind = ui::Button::Kind::secondary,
                           .href = collection.here.with("view", name)});
    };
    auto const main = html::all(
        ui::page_heading({.title = title,
                          .lead = words(collection.title),
                          .actions = ui::button_group({other("evidence.gallery", "gallery"),
                                                       other("evidence.print", "register")})}),
        linked(call, collection.records));
    return call.page(title, main, {.before_main = ui::breadcrumb(words, way), .wide = true});
}

} // namespace udb::evidence
