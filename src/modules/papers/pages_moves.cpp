// Sending for approval, approving, sending back, issuing, cancelling.
#include "bangla/text/normalise.hpp"
#include "modules/offices/offices.hpp"
#include "modules/papers/pages.hpp"
#include "modules/papers/policy.hpp"

namespace udb::papers {
namespace {

/// A move from the page of the paper: done, or that page again with what went wrong.
template <class Action>
Result<web::Response> move(Call& call, std::string_view flash, Action action) {
    auto record = TRY(seen_paper(call));
    auto const read = read_header(call, record.id());
    auto const done = call.perform([&](Work& work) { return action(work, read); });
    if (done) return call.redirect(url("/papers/{}", record.id()), flash);
    if (done.error().kind == Error::Kind::forbidden) return done.error();
    return paper_page(call, record, done.error());
}

std::string reason_of(Call const& call) {
    return std::string(bangla::trimmed(bangla::normalised(call.form["reason"])));
}

struct IssueForm {
    std::string memo;
    std::string date;
    std::string looked = {}; ///< the number whose doubts were on the page that was sent
};

/// What is doubtful in the number, to be seen before it is issued; with it the number itself.
Html doubts_of_form(Call const& call, PaperRecord const& record, IssueForm const& form) {
    auto const doubts = call.look([&](Db& db) { return doubts_of(db, record.office, form.memo); });
    if (doubts.empty()) return {};
    Html lines;
    for (auto const& doubt : doubts)
        lines += html::li(call.words(doubt));
    return ui::notice(call.words, {.kind = ui::Notice::Kind::problem,
                                   .heading = call.words("papers.look_again"),
                                   .body = html::ul({.cls = "govuk-list govuk-list--bullet"}, lines)
                                           + html::p(call.words("papers.look_again_then"))})
           + html::hidden("looked", form.memo);
}

web::Response issue_page(Call const& call, PaperRecord const& record, IssueForm const& form,
                         std::optional<Error> const& error = {}) {
    auto const& words = call.words;
    auto const series = call.look([&](Db& db) { return series_of(db, record.office); });
    bool const own = series.source == NumberSource::own;
    auto const wrong = [&](std::string_view field) {
        return error ? ui::error_at(words, error->fields, field) : std::string();
    };
    auto const number =
        own ? ui::summary_list({{words("papers.column_memo"),
                                 text(next_number(series, year_of(call.today)).memo)}})
                  + html::p(words("papers.own_number_hint"))
            : ui::text_field(words, {.name = "memo",
                                     .label = words("papers.column_memo"),
                                     .value = form.memo,
                                     .hint = words("papers.memo_hint"),
                                     .error = wrong("memo")});
    auto const doubts = form.memo.empty() ? Html{} : doubts_of_form(call, record, form);
    auto const fields = html::all(
        html::hidden("version", std::to_string(record.header.version)), doubts, number,
        ui::date_field(words, {.name = "date",
                               .label = words("papers.issue_date"),
                               .value = form.date,
                               .error = wrong("date")}),
        ui::button({.label = words(doubts.empty() ? "papers.issue" : "papers.issue_anyway")}));
    auto const main = html::all(
        html::when(error.has_value(),
                   [&] {
                       return ui::error_summary(words, *error,
                                                {{"memo", words("papers.column_memo")},
                                                 {"date", words("papers.issue_date")}});
                   }),
        ui::page_heading(
            {.title = words("papers.issue_title"),
             .above = shown_title(words, record.header.title),
             .lead = words(record.composition ? "papers.issue_lead_team" : "papers.issue_lead")}),
        ui::form({.action = url("/papers/{}/issue", record.id()), .csrf = call.csrf()}, fields),
        html::when(verify_address(call, record.id()).empty(),
                   [&] { return html::p(words("papers.no_public_url")); }),
        html::p(ui::link({.text = words("papers.series_link"),
                          .href = url("/paper-numbers/{}", record.office)})));
    return call.page(
        words("papers.issue_title"), main,
        {.before_main = ui::breadcrumb(
             words, {{words("papers.title"), "/papers"},
                     {shown_title(words, record.header.title), url("/papers/{}", record.id())}}),
         .problems = error ? std::max<std::size_t>(1, error->fields.size()) : 0,
         .status = !error                                ? 200
                   : error->kind == Error::Kind::invalid ? 422
                                                         : 409});
}

/// What is wrong with the date, and with the number beside it where it is typed: all at once.
Error all_wrong(Call const& call, PaperRecord const& record, IssueForm const& form,
                Error const& of_date) {
    std::vector<FieldError> wrong;
    auto const series = call.look([&](Db& db) { return series_of(db, record.office); });
    if (series.source == NumberSource::dnothi)
        if (auto const number = recorded_number(form.memo, {}); !number)
            wrong = number.error().fields;
    wrong.insert(wrong.end(), of_date.fields.begin(), of_date.fields.end());
    return invalid(std::move(wrong));
}

} // namespace

Result<web::Response> post_submit(Call& call) {
    return move(call, "papers.submitted_flash",
                [](Work& work, Header const& read) { return submit(work, read); });
}

Result<web::Response> post_approve(Call& call) {
    return move(call, "papers.approved_flash",
                [](Work& work, Header const& read) { return approve(work, read); });
}

Result<web::Response> post_send_back(Call& call) {
    auto const reason = reason_of(call);
    return move(call, "papers.sent_back_flash",
                [&](Work& work, Header const& read) { return send_back(work, read, reason); });
}

Result<web::Response> post_discard(Call& call) {
    return move(call, "papers.discarded_flash",
                [](Work& work, Header const& read) { return discard(work, read); });
}

Result<web::Response> post_cancel(Call& call) {
    auto const record = TRY(seen_paper(call));
    auto const reason = reason_of(call);
    auto const by = bangla::parse_memo(bangla::normalised(call.form["replaced_by"]));
    return move(call, "papers.cancelled_flash", [&](Work& work, Header const& read) -> Done {
        Id<IssuedPaper> replaced_by;
        if (!by.raw.empty()) {
            auto const found = paper_numbered(work.db, by.raw, record.office);
            if (!found) return invalid("replaced_by", {"papers.not_replacing"});
            replaced_by = *found;
        }
        return cancel(work, read, reason, replaced_by);
    });
}

Result<web::Response> show_issue(Call& call) {
    auto const record = TRY(seen_paper(call));
    TRY(call.allow(policy, Act::issue, record.header.target()));
    if (record.stage != Stage::approved) return call.redirect(url("/papers/{}", record.id()));
    return issue_page(call, record, {.memo = {}, .date = call.words.date(call.today)});
}

Result<web::Response> post_issue(Call& call) {
    auto record = TRY(seen_paper(call));
    TRY(call.allow(policy, Act::issue, record.header.target()));
    IssueForm const form{.memo = std::string(call.form["memo"]),
                         .date = std::string(call.form["date"]),
                         .looked = std::string(call.form["looked"])};
    auto const read = read_header(call, record.id());
    auto const date = day_typed(form.date, "date");
    if (!date) return issue_page(call, record, form, all_wrong(call, record, form, date.error()));
    bool const doubted =
        !call.look([&](Db& db) { return doubts_of(db, record.office, form.memo); }).empty();
    if (doubted && form.looked != form.memo) return issue_page(call, record, form);
    Issuing const issuing{.paper = record.id(),
                          .version = read.version,
                          .memo = form.memo,
                          .date = *date,
                          .address = verify_address(call, record.id())};
    auto const done =
        call.perform([&](Work& work) { return issue(work, issuing, bangla_words()); });
    if (!done && done.error().kind == Error::Kind::forbidden) return done.error();
    if (!done) return issue_page(call, record, form, done.error());
    return call.redirect(url("/papers/{}", record.id()), "papers.issued_flash");
}

} // namespace udb::papers
