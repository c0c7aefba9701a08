// One paper: its state, what is to be done next, the sheet, its history; its PDF; its text to
// paste.
#include "bangla/calendar/bangla_date.hpp"
#include "bangla/docx/docx.hpp"
#include "bangla/memo/memo_codes.hpp"
#include "bangla/text/digits.hpp"
#include "modules/papers/pages.hpp"
#include "modules/papers/pages_html.hpp"
#include "modules/papers/policy.hpp"
#include "registers/pages/history.hpp"

namespace udb::papers {
namespace {

struct Around {
    std::optional<PaperRecord> replaced_by;
    std::vector<Event> events;
    std::optional<PaperFile> file;
    std::vector<PaperProof> proofs;
};

Around around_of(Call const& call, PaperRecord const& record) {
    return call.look([&](Db& db) {
        Around a;
        if (record.replaced_by) a.replaced_by = find_paper(db, record.replaced_by);
        a.events = events_of(db, record.header.id);
        a.file = file_of(db, record.id());
        a.proofs = proofs_of(db, record.id());
        return a;
    });
}

Html memo_of(Words const& words, std::string const& written) {
    auto const memo = bangla::parse_memo(written);
    auto const digits = [&](std::string const& ascii) {
        return words.language() == Language::bn ? bangla::bangla_digits(ascii) : ascii;
    };
    Html groups;
    for (auto const& g : memo.groups)
        groups += html::li(words(bangla::group_name(g.key)), text(": "), text(digits(g.digits)));
    if (groups.empty()) return text(written);
    return html::all(text(written),
                     html::details(html::summary(words("papers.memo_groups")), html::ul(groups)));
}

Html facts_of(Call const& call, PaperRecord const& record, Around const& around) {
    auto const& words = call.words;
    std::vector<ui::SummaryRow> rows{
        {words("papers.column_kind"), text(words(label_of(record.paper.kind)))}};
    if (record.issued) {
        rows.push_back({words("papers.column_memo"), memo_of(words, record.issued->memo)});
        rows.push_back({words("papers.column_date"),
                        text(bangla::both_dates(record.issued->date, words.language()))});
    }
    if (record.source)
        rows.push_back({words("papers.source"), text(words(label_of(*record.source)))});
    if (around.replaced_by)
        rows.push_back({words("papers.replaced_by"),
                        ui::link({.text = around.replaced_by->header.title.bn + " ("
                                          + around.replaced_by->header.number + ')',
                                  .href = url("/papers/{}", around.replaced_by->id())})});
    if (!record.cancel_reason.empty())
        rows.push_back({words("papers.cancel_reason"), text(record.cancel_reason)});
    if (around.file)
        rows.push_back({words("papers.fingerprint"), html::code(around.file->sha256),
                        ui::link({.text = words("papers.verify_page"),
                                  .href = url("/verify/{}", record.id())})});
    if (record.informs)
        rows.push_back(
            {words("papers.informs"),
             ui::status(
                 is_sent(around.proofs)
                     ? ui::Status{words("papers.informed"), ui::Status::Tone::good}
                     : ui::Status{words("papers.not_informed"), ui::Status::Tone::waiting})});
    return ui::summary_list(rows);
}

class Acts {
public:
    Acts(Call const& call, PaperRecord const& record, std::optional<Error> const& error)
        : call_(call), words_(call.words), record_(record), error_(error) {}

    Html all() const {
        switch (record_.stage) {
        case Stage::draft: return drafting();
        case Stage::submitted: return deciding();
        case Stage::approved: return issuing();
        case Stage::issued: return cancelling();
        case Stage::superseded:
        case Stage::cancelled:
        case Stage::discarded: break;
        }
        return {};
    }

private:
    bool may(Act act) const { return call_.may(policy, act, record_.header.target()); }
    Html version() const { return html::hidden("version", std::to_string(record_.header.version)); }
    Html one(std::string_view key, std::string_view way, ui::Button::Kind kind) const {
        return ui::form({.action = url("/papers/{}/{}", record_.id(), way), .csrf = call_.csrf()},
                        html::all(version(), ui::button({.label = words_(key), .kind = kind})));
    }
    Html with_reason(std::string_view key, std::string_view way, std::string_view label) const {
        return ui::form(
            {.action = url("/papers/{}/{}", record_.id(), way), .csrf = call_.csrf()},
            html::all(
                version(),
                ui::text_area(
                    words_, {.name = "reason",
                             .label = words_(label),
                             .value = std::string(call_.form["reason"]),
                             .error = error_ ? ui::error_at(words_, error_->fields, "reason") : "",
                             .rows = 2}),
                ui::button({.label = words_(key), .kind = ui::Button::Kind::warning})));
    }

    Html drafting() const {
        if (!may(Act::write)) return {};
        auto const edit = url("/papers/{}/edit", record_.id());
        auto const findings = check(record_.paper);
        std::vector<Html> acts{ui::button(
            {.label = words_("papers.edit"), .kind = ui::Button::Kind::secondary, .href = edit})};
        if (!hinders(findings))
            acts.insert(acts.begin(), one("papers.submit", "submit", ui::Button::Kind::primary));
        acts.push_back(one("papers.discard", "discard", ui::Button::Kind::warning));
        Html back;
        if (!record_.sent_back.empty())
            back = ui::notice(words_, {.kind = ui::Notice::Kind::problem,
                                       .heading = words_("papers.sent_back_title"),
                                       .body = html::p(record_.sent_back)});
        return html::all(back, draft_findings(words_, findings, edit), ui::button_group(acts));
    }

    Html deciding() const {
        if (!may(Act::approve)) return html::p(words_("papers.waits_for_second"));
        auto const me = call_.actor.account;
        if (record_.hands.own(me))
            return ui::notice(words_, {.heading = words_("papers.own_title"),
                                       .body = html::p(words_("papers.second_person"))});
        return html::all(one("ui.approve", "approve", ui::Button::Kind::primary), sending_back());
    }
    Html sending_back() const {
        return html::details(html::summary(words_("papers.send_back")),
                             with_reason("papers.send_back", "send-back", "papers.send_back_why"));
    }

    Html issuing() const {
        if (!may(Act::issue)) return html::p(words_("papers.waits_for_issue"));
        return html::all(ui::button({.label = words_("papers.issue"),
                                     .href = url("/papers/{}/issue", record_.id())}),
                         sending_back());
    }

    Html cancelling() const {
        if (!may(Act::issue)) return {};
        return html::details(
            html::summary(words_("papers.cancel")),
            ui::form(
                {.action = url("/papers/{}/cancel", record_.id()), .csrf = call_.csrf()},
                html::all(version(),
                          ui::text_area(words_, {.name = "reason",
                                                 .label = words_("papers.cancel_why"),
                                                 .value = std::string(call_.form["reason"]),
                                                 .error = wrong("reason"),
                                                 .rows = 2}),
                          ui::text_field(words_, {.name = "replaced_by",
                                                  .label = words_("papers.cancel_by"),
                                                  .value = std::string(call_.form["replaced_by"]),
                                                  .hint = words_("papers.cancel_by_hint"),
                                                  .error = wrong("replaced_by"),
                                                  .optional = true}),
                          ui::button({.label = words_("papers.cancel"),
                                      .kind = ui::Button::Kind::warning}))));
    }
    std::string wrong(std::string_view field) const {
        return error_ ? ui::error_at(words_, error_->fields, field) : std::string();
    }

    Call const& call_;
    Words const& words_;
    PaperRecord const& record_;
    std::optional<Error> const& error_;
};

Html ways_of(Words const& words, PaperRecord const& record) {
    std::vector<Html> ways;
    if (record.issued)
        ways.push_back(ui::button(
            {.label = words("ui.download_pdf"), .href = url("/papers/{}/pdf", record.id())}));
    ways.push_back(ui::button({.label = words("papers.download_docx"),
                               .kind = ui::Button::Kind::secondary,
                               .href = url("/papers/{}/docx", record.id())}));
    if (record.issued)
        ways.push_back(ui::button({.label = words("papers.paste"),
                                   .kind = ui::Button::Kind::secondary,
                                   .href = url("/papers/{}/text", record.id())}));
    return ui::button_group(ways);
}

Html history_of(Call const& call, std::vector<Event> const& events) {
    std::vector<ui::TimelineItem> items;
    for (auto const& e : events)
        items.push_back(
            {.date = day_of(e.at), .title = said(call.words, e), .by = call.words(e.who)});
    return ui::timeline(call.words, items);
}

std::string stamp_of(Stage stage) {
    return stage == Stage::issued ? std::string() : std::string(label_of(stage).bn);
}

} // namespace

web::Response paper_page(Call const& call, PaperRecord const& record,
                         std::optional<Error> const& error) {
    auto const& words = call.words;
    auto const around = around_of(call, record);
    std::vector<std::string> names;
    for (auto const stage : {Stage::draft, Stage::submitted, Stage::approved, Stage::issued})
        names.emplace_back(words(label_of(stage)));
    Html steps;
    if (auto const at = static_cast<std::size_t>(record.stage); at <= 3)
        steps = ui::steps(words, {.names = names, .current = at == 3 ? names.size() : at});
    auto printed = record.issued;
    if (printed) printed->mark = verify_mark(verify_address(call, record.id()));
    auto const main = html::all(
        html::when(error.has_value(),
                   [&] {
                       return ui::error_summary(words, *error,
                                                {{"reason", words("papers.reason")},
                                                 {"replaced_by", words("papers.cancel_by")},
                                                 {"signed_copy", words("papers.signed_copy_file")},
                                                 {"sending", words("papers.sending_file")},
                                                 {"sent_on", words("papers.sent_on")},
                                                 {"channel", words("papers.channel")}});
                   }),
        ui::page_heading({.title = shown_title(words, record.header.title),
                          .above = std::string(words(label_of(record.paper.kind))),
                          .status = stage_mark(words, record.stage),
                          .actions = ways_of(words, record),
                          .lang = ui::lang_of(words, words(record.header.title))}),
        steps, facts_of(call, record, around), Acts(call, record, error).all(),
        proofs_section(call, record, around.proofs, error),
        ui::section({.id = "sheet",
                     .title = words("papers.sheet"),
                     .body = sheet(words, official(record.paper, printed, bangla_words()),
                                   stamp_of(record.stage))}),
        ui::section({.id = "history",
                     .title = words("papers.history"),
                     .body = history_of(call, around.events)}));
    return call.page(shown_title(words, record.header.title), main,
                     {.before_main = ui::breadcrumb(words, {{words("papers.title"), "/papers"}}),
                      .problems = error ? std::max<std::size_t>(1, error->fields.size()) : 0,
                      .status = !error                                ? 200
                                : error->kind == Error::Kind::invalid ? 422
                                                                      : 409});
}

Result<web::Response> show_paper(Call& call) { return paper_page(call, TRY(seen_paper(call))); }

Result<web::Response> show_pdf(Call& call) {
    auto const record = TRY(seen_paper(call));
    auto const file = call.look([&](Db& db) { return file_of(db, record.id()); });
    if (!file) return not_found();
    auto const name =
        std::string(label_of(record.paper.kind).bn) + ' ' + record.issued->memo + ".pdf";
    auto response = web::Response::file(file->pdf, "application/pdf", name);
    response.set_version(file->sha256.substr(0, 32));
    return response;
}

Result<web::Response> show_docx(Call& call) {
    auto const record = TRY(seen_paper(call));
    auto const name = std::string(label_of(record.paper.kind).bn) + ' '
                      + (record.issued ? record.issued->memo : record.paper.about) + ".docx";
    return web::Response::file(
        bangla::docx_of(official(record.paper, record.issued, bangla_words())),
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document", name);
}

Result<web::Response> show_paste(Call& call) {
    auto const record = TRY(seen_paper(call));
    auto const& words = call.words;
    auto const text = paper_html(official(record.paper, record.issued, bangla_words()));
    auto const main = html::all(
        ui::page_heading({.title = words("papers.paste"), .lead = words("papers.paste_lead")}),
        html::article({.id = "text", .cls = "prose", .more = {{"lang", "bn"}}}, text),
        html::details(html::summary(words("papers.paste_code")),
                      html::pre({.more = {{"tabindex", "0"}}}, html::code(text.view()))));
    return call.page(
        words("papers.paste"), main,
        {.before_main = ui::breadcrumb(
             words, {{words("papers.title"), "/papers"},
                     {shown_title(words, record.header.title), url("/papers/{}", record.id())}})});
}

} // namespace udb::papers
