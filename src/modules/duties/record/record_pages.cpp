// What an officer contributed: the page, the certificate to print, and the draft of one that the
// office issues.
#include "bangla/calendar/written_date.hpp"
#include "bangla/pdf/fonts/fonts.hpp"
#include "bangla/pdf/typesetter.hpp"
#include "kernel/form_values.hpp"
#include "modules/duties/office/page_parts.hpp"
#include "modules/duties/pages.hpp"
#include "modules/duties/policy.hpp"
#include "modules/duties/record/record_page_parts.hpp"

namespace udb::duties {
namespace {

constexpr std::chrono::days looked_back{365};

/// `from` and `until` of the address; the last year where they are missing.
struct AskedRecord {
    Id<Officer> officer = {};
    Date from = {}, until = {};
    std::string typed_from = {}, typed_until = {};
    std::optional<Message> wrong_from = {}, wrong_until = {};
};

std::optional<Message> read_day(std::string_view typed, Date& day) {
    if (typed.empty()) return {};
    auto const read = bangla::parse_date(typed);
    if (!read) return read.error().message;
    if (!read->date) return Message{"duties.record_day"};
    day = *read->date;
    return {};
}

Result<AskedRecord> asked_record(Call const& call) {
    AskedRecord a{.officer = TRY(call.id<Officer>("officer"))};
    a.until = call.today;
    a.from = call.today - looked_back;
    a.typed_from = call.request.query.get_or("from");
    a.typed_until = call.request.query.get_or("until");
    a.wrong_from = read_day(a.typed_from, a.from);
    a.wrong_until = read_day(a.typed_until, a.until);
    if (!a.wrong_until && !a.wrong_from && a.until < a.from)
        a.wrong_until = Message{"duties.record_order"};
    if (a.wrong_from || a.wrong_until) {
        a.until = call.today;
        a.from = call.today - looked_back;
    }
    return a;
}

Result<PersonalRecord> record_of(Call const& call, AskedRecord const& a) {
    auto record = call.look([&](Db& db) {
        return personal_record(db, call.application().parts().modules, call.actor, a.officer,
                               a.from, a.until);
    });
    if (!record) return not_found();
    return *std::move(record);
}

Url with_days(Url path, PersonalRecord const& record) {
    return path.with("from", iso(record.from)).with("until", iso(record.until));
}

Html table_of(Call const& call, RecordGroup const& group) {
    auto const& words = call.words;
    std::vector<ui::Table::Row> rows;
    for (auto const& line : group.lines) {
        auto const where = call.application().page_of(line.kind, line.record);
        auto const what = what_of(line, words);
        rows.push_back({.cells = {where ? ui::link({.text = what, .href = *where}) : text(what),
                                  text(time_of(line, words))}});
    }
    return ui::table({.caption = std::string(words(group.title)),
                      .columns = {{words("duties.record_what")}, {words("duties.record_when")}},
                      .rows = std::move(rows),
                      .hidden_caption = true});
}

Html day_form(Call const& call, AskedRecord const& a, PersonalRecord const& record) {
    auto const& words = call.words;
    auto const field = [&](std::string const& name, std::string const& typed, Date day,
                           std::optional<Message> const& wrong) {
        return ui::date_field(words, {.name = name,
                                      .label = words("duties.record_" + name),
                                      .value = typed.empty() ? words.date(day) : typed,
                                      .hint = words("duties.record_day_hint"),
                                      .error = wrong ? words(*wrong) : ""});
    };
    return ui::choosing(
        {.action = url("/duties/record/{}", a.officer), .button = words("duties.choose")},
        html::all(field("from", a.typed_from, record.from, a.wrong_from),
                  field("until", a.typed_until, record.until, a.wrong_until)));
}

Html papers_of(Call const& call, PersonalRecord const& record) {
    auto const& words = call.words;
    auto const path = url("/duties/record/{}", record.officer.id());
    std::vector<Html> buttons{ui::button(
        {.label = words("duties.certificate_print"),
         .kind = ui::Button::Kind::secondary,
         .href = with_days(url("/duties/record/{}/certificate", record.officer.id()), record)})};
    bool const answers =
        record.office && call.may(policy, Act::approve, {.office_path = record.office->path()});
    if (answers)
        buttons.push_back(ui::post_button(
            {.label = words("duties.certificate_draft"), .action = with_days(path, record)},
            call.csrf()));
    Html out = ui::button_group(buttons);
    if (answers) out += html::p(words("duties.certificate_hint"));
    return out;
}

} // namespace

Result<web::Response> show_own_record(Call& call) {
    if (!call.actor.officer) return not_found();
    return call.redirect(url("/duties/record/{}", call.actor.officer));
}

Result<web::Response> show_record(Call& call) {
    auto const a = TRY(asked_record(call));
    auto const record = TRY(record_of(call, a));
    auto const& words = call.words;
    auto const title = words("duties.record_title");
    auto const name = record.officer.officer.name_en.empty() || words.language() == Language::bn
                          ? record.officer.officer.name_bn
                          : record.officer.officer.name_en;
    Html main =
        ui::page_heading({.title = title, .above = name, .lead = words("duties.record_lead")});
    main += day_form(call, a, record);
    if (record.groups.empty())
        main += ui::empty_state({.sentence = words("duties.record_nothing")});
    for (auto const& group : record.groups)
        main += ui::section({.id = "group-" + group.lines.front().kind,
                             .title = std::string(words(group.title)) + " ("
                                      + words.number(static_cast<std::int64_t>(group.lines.size()))
                                      + ")",
                             .body = table_of(call, group)});
    if (!record.groups.empty()) main += papers_of(call, record);
    return call.page(
        title, main,
        {.before_main = ui::breadcrumb(words, {{words("duties.mine_title"), "/duties/mine"}}),
         .problems = std::size_t{a.wrong_from ? 1U : 0U} + std::size_t{a.wrong_until ? 1U : 0U}});
}

Result<web::Response> show_certificate(Call& call) {
    auto const a = TRY(asked_record(call));
    auto const record = TRY(record_of(call, a));
    static bangla::Typesetter const typesetter{bangla::serif_fonts()};
    Words const bangla_words{call.words.catalogue(), Language::bn};
    auto const paper = record_paper(record, bangla_words, call.today);
    return web::Response::file(typesetter.typeset(paper), "application/pdf",
                               call.words("duties.certificate") + ' ' + iso(call.today) + ".pdf");
}

Result<web::Response> post_certificate(Call& call) {
    auto const a = TRY(asked_record(call));
    auto const record = TRY(record_of(call, a));
    if (!record.office) return not_found();
    TRY(call.allow(policy, Act::approve, {.office_path = record.office->path()}));
    Words const bangla_words{call.words.catalogue(), Language::bn};
    auto const id = call.perform([&](Work& work) -> Result<Id<IssuedPaper>> {
        auto paper =
            TRY(papers::draft_for(work.db, record.office->id(), {.kind = papers::PaperKind::letter},
                                  bangla_words, work.today));
        paper.about =
            bangla_words("duties.certificate_about", {{"name", record.officer.officer.name_bn}});
        paper.recipients = record.officer.officer.name_bn;
        paper.blocks = record_blocks(record, bangla_words);
        return papers::draft(work, record.office->id(), paper);
    });
    if (!id) return id.error();
    return call.redirect(url("/papers/{}", *id));
}

} // namespace udb::duties
