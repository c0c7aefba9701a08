// A piece on the screen: what it is, its file, what it proves, its versions; and linking it.
#include "host/application.hpp"
#include "host/search.hpp"
#include "kernel/mandate.hpp"
#include "modules/evidence/form_page.hpp"
#include "modules/evidence/pages.hpp"
#include "modules/evidence/policy.hpp"
#include "registers/pages/history.hpp"
#include "store/content_files.hpp"

#include <algorithm>

namespace udb::evidence {
namespace {

using web::Response;

constexpr int hits_most = 10;

ui::Status status_of(Words const& words, Stage stage) {
    using Tone = ui::Status::Tone;
    auto const tone = stage == Stage::open     ? Tone::waiting
                      : stage == Stage::locked ? Tone::good
                                               : Tone::past;
    return {.text = std::string(words(label_of(stage))), .tone = tone};
}

/// The page of a piece, section by section.
class PiecePage {
public:
    PiecePage(Call const& call, EvidenceRecord const& e)
        : call_(call), words_(call.words), e_(e),
          may_write_(call.may(policy, Act::write, e.header.target())) {
        auto ids = e.records;
        if (e.points_at) ids.push_back(e.points_at);
        named_ = call.look([&](Db& db) { return names_of(db, std::move(ids)); });
    }

    Html heading() const {
        std::vector<Html> actions;
        using Kind = ui::Button::Kind;
        if (may_write_ && e_.stage == Stage::open)
            actions.push_back(ui::button({.label = words_("evidence.correct"),
                                          .kind = Kind::secondary,
                                          .href = url("/evidence/{}/correct", e_.id())}));
        if (may_write_ && e_.stage != Stage::replaced)
            actions.push_back(ui::button({.label = words_("evidence.replace"),
                                          .kind = Kind::secondary,
                                          .href = url("/evidence/{}/replace", e_.id())}));
        return ui::page_heading({.title = words_(e_.header.title),
                                 .above = std::string(words_(label_of(e_.piece.kind))),
                                 .status = ui::status(status_of(words_, e_.stage)),
                                 .actions = ui::button_group(actions),
                                 .lang = ui::lang_of(words_, words_(e_.header.title))});
    }

    /// What a reader must know first: that a newer one is there, that clamd did not see it.
    Html notices() const {
        Html out;
        if (e_.replaced_by)
            out += ui::notice(
                words_, {.body = html::p(words_("evidence.has_newer"), text(" "),
                                         ui::link({.text = words_("evidence.see_newer"),
                                                   .href = url("/evidence/{}", e_.replaced_by)}))});
        if (e_.file && !e_.scanned)
            out += ui::notice(words_, {.kind = ui::Notice::Kind::problem,
                                       .body = html::p(words_("evidence.was_not_scanned"))});
        return out;
    }

    Html preview() const {
        if (!e_.file) return {};
        auto const view = url("/evidence/{}/view", e_.id());
        auto const title = words_(e_.header.title);
        Html out;
        if (is_picture(e_.file->media_type))
            out += html::figure(
                {.cls = "preview"},
                html::a({.href = view}, html::img({.src = view, .more = {{"alt", title}}})));
        std::vector<Html> buttons;
        if (is_picture(e_.file->media_type) || e_.file->media_type == "application/pdf")
            buttons.push_back(ui::button({.label = words_("evidence.view"),
                                          .kind = ui::Button::Kind::secondary,
                                          .href = view}));
        buttons.push_back(ui::button({.label = words_("evidence.download"),
                                      .kind = ui::Button::Kind::secondary,
                                      .href = url("/evidence/{}/file", e_.id())}));
        return out + ui::button_group(buttons);
    }

    Html facts() const {
        auto const& p = e_.piece;
        std::vector<ui::SummaryRow> items;
        auto const add = [&](std::string_view key, Html value) {
            items.push_back({words_(key), std::move(value)});
        };
        auto const add_text = [&](std::string_view key, std::string const& value) {
            if (!value.empty()) add(key, text(value));
        };
        add_text("evidence.on", words_.date(*p.happened_on));
        auto const year = bangla::parse_fiscal_year(p.year.name);
        add_text("evidence.period",
                 (year ? bangla::name(*year, words_.language()) : p.year.name) + ", "
                     + std::string(words_(label_of(p.quarter.value_or(Quarter::q1)))));
        add_text("evidence.proves", p.proves);
        if (auto const where = Url::parse(p.link); where && !p.link.empty())
            add("evidence.address",
                html::a(
                    {.cls = "govuk-link", .href = *where, .more = {{"rel", "noopener noreferrer"}}},
                    p.link));
        if (e_.points_at) add("evidence.points_at", record_link(e_.points_at));
        add_text("evidence.statement", p.statement);
        add_text("evidence.attested_by", p.attested_by);
        if (p.attested_on) add_text("evidence.attested_on", words_.date(*p.attested_on));
        add_text("evidence.source", p.source);
        if (e_.file) {
            add_text("evidence.file_name",
                     e_.file->name + " (" + size_text(words_, e_.file->size) + ")");
            add("evidence.sha256", html::code({.cls = "hash"}, e_.file->sha256));
        }
        add_text("evidence.kept_on", words_.date(day_of(e_.header.created)));
        if (e_.file) add_text("evidence.kept_by", words_(e_.file->who));
        if (e_.locked_on) add_text("evidence.locked_on", words_.date(*e_.locked_on));
        add_text("evidence.why", e_.why);
        if (e_.replaces)
            add("evidence.former", ui::link({.text = words_("evidence.see_former"),
                                             .href = url("/evidence/{}", e_.replaces)}));
        return ui::summary_list(items);
    }

    Html links() const {
        Html items;
        for (auto const record : e_.records)
            items += html::li(record_link(record), unlinking("record", to_string(record)));
        for (auto const& function : e_.functions)
            items += html::li(ui::link({.text = words_(function_label(function)),
                                        .href = url("/mandates/{}", function.mandate)}),
                              unlinking("function", function_text(function)));
        return items.empty() ? html::p(words_("evidence.not_linked"))
                             : html::ul({.cls = "govuk-list linked"}, items);
    }

    Html linking() const {
        if (!may_write_ || e_.stage == Stage::replaced) return {};
        return html::details({.more = {{"open", "", call_.request.query.has("q")}}},
                             html::summary(words_("evidence.link_more")),
                             search_records() + choose_function());
    }

private:
    Html record_link(Id<Record> record) const {
        auto const named = std::ranges::find(named_, record, &Named::id);
        if (named == named_.end()) return {};
        auto const title = words_(named->title);
        auto const page = call_.application().page_of(named->kind, record);
        return page ? ui::link(
                          {.text = title.empty() ? words_("host.untitled") : title, .href = *page})
                    : text(title);
    }
    Html unlinking(std::string_view name, std::string const& value) const {
        if (!may_write_ || e_.stage != Stage::open) return {};
        return ui::form({.action = url("/evidence/{}/unlink", e_.id()), .csrf = call_.csrf()},
                        html::hidden(name, value)
                            + ui::button({.label = words_("evidence.unlink"),
                                          .kind = ui::Button::Kind::secondary}));
    }
    Html search_records() const {
        auto const asked = call_.request.query.get_or("q");
        auto out = ui::search_box(words_, {.action = url("/evidence/{}", e_.id()).at("links"),
                                           .value = std::string(asked),
                                           .label = words_("evidence.find_record")});
        if (asked.empty()) return out;
        auto const readable = readable_by(call_.application().parts().modules, call_.actor);
        auto const found = call_.look(
            [&](Db& db) { return search(db, {.text = asked, .most = hits_most}, readable); });
        Html items;
        for (auto const& hit : found.hits) {
            if (hit.id == e_.header.id || std::ranges::count(e_.records, hit.id) > 0) continue;
            auto const* kind = call_.application().kind_named(hit.kind);
            items += html::li(
                text((kind ? std::string(words_(kind->label)) + ": " : std::string())
                     + words_(hit.title)),
                ui::form({.action = url("/evidence/{}/links", e_.id()), .csrf = call_.csrf()},
                         html::hidden("for", to_string(hit.id))
                             + ui::button({.label = words_("evidence.link"),
                                           .kind = ui::Button::Kind::secondary})));
        }
        return out
               + (items.empty() ? html::p(words_("evidence.found_none"))
                                : html::ul({.cls = "govuk-list linked"}, items));
    }
    Html choose_function() const {
        std::vector<ui::Choice> choices;
        auto const& all = shipped_mandates().all();
        for (auto mandate = all.rbegin(); mandate != all.rend(); ++mandate)
            for (auto const& function : mandate->functions) {
                FunctionLink const link{mandate->id, function.no};
                if (std::ranges::count(e_.functions, link) == 0)
                    choices.push_back({function_text(link), words_(function_label(link))});
            }
        return ui::form({.action = url("/evidence/{}/links", e_.id()), .csrf = call_.csrf()},
                        ui::select(words_, {.name = "function",
                                            .label = words_("evidence.which_function"),
                                            .choices = std::move(choices)})
                            + ui::button({.label = words_("evidence.link"),
                                          .kind = ui::Button::Kind::secondary}));
    }

    Call const& call_;
    Words const& words_;
    EvidenceRecord const& e_;
    bool may_write_;
    std::vector<Named> named_;
};

/// The bytes as they came, hashed again before the first one goes out.
Result<Response> file_response(Call& call, web::Disposition disposition) {
    auto const e = TRY(seen_piece(call));
    if (!e.file) return not_found();
    auto const& sha256 = e.file->sha256;
    auto const path = call.look([&](Db& db) { return db.contents().find(sha256); });
    auto body = path ? web::BodyFile::open(*path) : nullptr;
    // A part of a file is asked for after the whole of it was, as is whether it is still the same.
    auto const& headers = call.request.headers;
    bool const whole = !headers.has("Range")
                       && headers.get_or("If-None-Match").find(sha256) == std::string_view::npos;
    auto const state = [&](Db& db) { return db.contents().state(sha256); };
    if (!body || (whole && call.look(state) != ContentFiles::State::whole))
        throw StoreFailure(StoreFailure::Category::damaged,
                           "the bytes of file " + sha256 + " are gone or changed");
    auto response = Response::file(std::move(body), e.file->media_type, e.file->name, disposition);
    response.set_version(sha256);
    return response;
}

} // namespace

Result<Response> show_piece(Call& call) {
    auto const e = TRY(seen_piece(call));
    auto const& words = call.words;
    PiecePage const page(call, e);
    auto const events = call.look([&](Db& db) { return events_of(db, e.header.id, 50); });
    auto const main =
        html::all(page.heading(), page.notices(), page.preview(), page.facts(),
                  ui::section({.id = "links",
                               .title = words("evidence.linked_to"),
                               .body = page.links() + page.linking()}),
                  ui::section({.id = "history",
                               .title = words("evidence.history"),
                               .body = draw_history(words, form_of_kind(e.piece.kind), events)}));
    return call.page(
        words(e.header.title), main,
        {.before_main = ui::breadcrumb(words, {{words("evidence.title"), "/evidence"}})});
}

Result<Response> post_link(Call& call) {
    auto const e = TRY(seen_piece(call));
    auto const& application = call.application();
    auto const done = call.perform([&](Work& work) -> Done {
        auto const readable = readable_by(application.parts().modules, call.actor);
        std::vector<Id<Record>> asked;
        for (auto const value : call.form.fields.all("for"))
            if (auto const id = parse_id<Record>(value)) asked.push_back(*id);
        auto const records = readable_among(work.db, asked, readable);
        if (records.size() != asked.size()) return not_found();
        for (auto const record : records)
            TRY(link(work, e.id(), record));
        for (auto const value : call.form.fields.all("function"))
            if (auto const function = parse_function(value)) TRY(link(work, e.id(), *function));
        return {};
    });
    if (!done) return done.error();
    return call.redirect(url("/evidence/{}", e.id()).at("links"), "evidence.linked_flash");
}

Result<Response> post_unlink(Call& call) {
    auto const e = TRY(seen_piece(call));
    auto const record = parse_id<Record>(call.form["record"]);
    auto const function = parse_function(call.form["function"]);
    auto const done = call.perform([&](Work& work) -> Done {
        if (record) return unlink(work, e.id(), *record);
        if (function) return unlink(work, e.id(), *function);
        return not_found();
    });
    if (!done) return done.error();
    return call.redirect(url("/evidence/{}", e.id()).at("links"), "evidence.unlinked_flash");
}

Result<Response> show_file(Call& call) { return file_response(call, web::Disposition::saved); }

Result<Response> show_view(Call& call) {
    auto const e = TRY(seen_piece(call));
    bool const shown =
        e.file && (is_picture(e.file->media_type) || e.file->media_type == "application/pdf");
    return file_response(call, shown ? web::Disposition::shown : web::Disposition::saved);
}

} // namespace udb::evidence
