// A report sent, acknowledged and published: the proofs that the mandate asks for.
#include "bangla/text/normalise.hpp"
#include "base/ensure.hpp"
#include "host/search.hpp"
#include "modules/accounts/accounts.hpp"
#include "modules/offices/offices.hpp"
#include "modules/reports/loaded_actions.hpp"
#include "modules/reports/policy.hpp"
#include "platform/mail.hpp"
#include "web/html/tags.hpp"

#include <algorithm>

namespace udb::reports {
namespace {

using papers::BlockKind;
using papers::OfficePaper;

constexpr std::size_t note_bytes_max = 2000;

struct Going {
    ReportRecord report = {};
    Edition edition = {};
};
/// The approved edition of the report that was read.
Result<Going> going(Work& work, Header const& read) {
    auto report = TRY(loaded(work, read, Act::issue));
    auto edition = find_edition(work.db, report.id(), report.approved_edition);
    if (!edition) return refused({"reports.not_approved_yet"});
    return Going{std::move(report), std::move(*edition)};
}

std::optional<FrozenFile> pdf_of(Db& db, Going const& g) {
    for (auto& file : files_of(db, g.report.id(), g.edition.edition))
        if (file.format == "pdf") return file;
    return {};
}

/// The year's report goes to the Cabinet Division, a part of the year's to the office above.
std::string recipient_of(Db& db, ReportRecord const& report, Words const& words) {
    if (report.kind == Kind::annual) return words("papers.recipient_cabinet_secretary");
    auto const way = offices::way_to(db, report.header.office_path);
    if (way.size() < 2) return words("papers.recipient_cabinet_secretary");
    return words("reports.letter_head_of", {{"office", way[way.size() - 2].name.bn}});
}

/// The day on which something was done with an approved edition.
void check_day(std::optional<Date> on, Edition const& edition, Date today,
               std::vector<FieldError>& wrong) {
    if (!on)
        wrong.push_back({"on", {"field.required"}});
    else if (*on > today)
        wrong.push_back({"on", {"reports.day_ahead"}});
    else if (*on < edition.approved_on)
        wrong.push_back({"on", {"reports.day_before_approval", {{"date", edition.approved_on}}}});
}

/// The issued letter that was meant; zero where none was.
Result<Id<IssuedPaper>> letter_of(Db& db, Going const& g, std::string const& memo) {
    if (memo.empty()) {
        auto const own = g.edition.letter ? papers::find_paper(db, g.edition.letter) : std::nullopt;
        return own && own->issued ? own->id() : Id<IssuedPaper>{};
    }
    auto const numbered = papers::paper_numbered(db, memo, g.report.office);
    auto const found = numbered ? papers::find_paper(db, *numbered) : std::nullopt;
    if (!found || !found->issued) return invalid("memo", {"reports.no_such_letter"});
    return found->id();
}

/// The address to which the PDF is to go; empty where none was typed.
Result<std::string> address_of(Work& work, Going const& g, std::string const& typed) {
    auto const trimmed = bangla::trimmed(typed);
    if (trimmed.empty()) return std::string();
    auto address = mail_address_of(trimmed);
    if (address.empty()) return invalid("email", {"reports.no_address"});
    if (!accounts::mail_is_set_up()) return invalid("email", {"reports.no_mail_here"});
    auto const last = accounts::last_mail_about(work.db, g.report.header.id);
    if (last && last->next)
        return invalid("email", {"reports.mail_on_its_way", {{"address", last->address}}});
    return address;
}

void mail(Work& work, Going const& g) {
    auto const pdf = pdf_of(work.db, g);
    ENSURE(pdf, "an approved edition has its PDF");
    auto const& words = bangla_words();
    auto const text = words("reports.mail_text", {{"title", g.report.header.title.bn},
                                                  {"office", g.report.office_name.bn},
                                                  {"sha256", pdf->sha256}});
    accounts::send_later(
        work, {.kind = "report",
               .address = g.edition.sent_to,
               .subject = words("reports.mail_subject", {{"title", g.report.header.title.bn},
                                                         {"office", g.report.office_name.bn}}),
               .text = text,
               .body = html::p(text),
               .file = {.name = "report.pdf",
                        .media_type = pdf->media_type,
                        .sha256 = pdf->sha256,
                        .size = pdf->size},
               .about = g.report.header.id});
}

Details sent_details(Going const& g) {
    return about(g.report, {{"on", iso(*g.edition.sent_on)},
                            {"edition", std::to_string(g.edition.edition)},
                            {"to", g.edition.sent_to}});
}

Done mailing(Work& work, Going& g) {
    mail(work, g);
    return saved(work, g.report, "report.mailing", {{"address", g.edition.sent_to}});
}

} // namespace

Result<Id<IssuedPaper>> draft_letter(Work& work, Header const& read) {
    auto g = TRY(going(work, read));
    auto const former =
        g.edition.letter ? papers::find_paper(work.db, g.edition.letter) : std::nullopt;
    if (former && former->stage != papers::Stage::discarded
        && former->stage != papers::Stage::cancelled)
        return refused({"reports.letter_is_there"});
    auto const& words = bangla_words();
    OfficePaper paper = TRY(papers::draft_for(work.db, g.report.office,
                                              papers::Drafting{.kind = papers::PaperKind::letter},
                                              words, work.today));
    auto const title = g.report.header.title.bn;
    paper.about = words("reports.letter_about", {{"title", title}});
    paper.blocks = {{.text = words(g.report.kind == Kind::annual ? "reports.letter_text_annual"
                                                                 : "reports.letter_text",
                                   {{"title", title}, {"office", g.report.office_name.bn}})},
                    {.number = "২।", .text = words("reports.letter_closing")}};
    paper.recipients = recipient_of(work.db, g.report, words);
    paper.enclosures = words("reports.letter_enclosure", {{"title", title}});
    g.edition.letter = TRY(papers::draft(work, g.report.office, paper));
    update_edition(work.db, g.edition);
    TRY(saved(work, g.report, "report.letter_drafted"));
    return g.edition.letter;
}

Done send(Work& work, Header const& read, Sending const& sending) {
    auto g = TRY(going(work, read));
    if (g.edition.sent_on) return refused({"reports.was_sent", {{"date", *g.edition.sent_on}}});
    std::vector<FieldError> wrong;
    check_day(sending.on, g.edition, work.today, wrong);
    if (!sending.channel) wrong.push_back({"channel", {"field.required"}});
    auto const letter = letter_of(work.db, g, sending.memo);
    if (!letter) wrong.push_back(letter.error().fields.front());
    auto const address = address_of(work, g, sending.email);
    if (!address) wrong.push_back(address.error().fields.front());
    bool const proven = (letter && *letter) || sending.file.has_value();
    if (letter && address && !proven && address->empty())
        wrong.push_back({"proof", {"reports.sending_needs_proof"}});
    if (!wrong.empty()) return invalid(std::move(wrong));

    if (sending.file) keep_file(work, g.report.header.id, *sending.file);
    if (*letter) g.edition.letter = *letter;
    if (proven) g.edition.sent_on = sending.on;
    g.edition.channel = sending.channel;
    g.edition.sent_to = *address;
    update_edition(work.db, g.edition);
    if (!proven) return mailing(work, g);
    if (!address->empty()) mail(work, g);
    return saved(work, g.report, counted_event(g.report, "sent"), sent_details(g));
}

Done mail_again(Work& work, Header const& read, std::string const& email) {
    auto g = TRY(going(work, read));
    g.edition.sent_to = TRY(address_of(work, g, email));
    if (g.edition.sent_to.empty()) return invalid("email", {"field.required"});
    update_edition(work.db, g.edition);
    return mailing(work, g);
}

void mail_went(Work& work, Id<Record> record, std::string_view, Details const& details) {
    auto const detail = [&](std::string_view name) {
        auto const found = std::ranges::find(details, name, &Details::value_type::first);
        return found == details.end() ? std::string() : found->second;
    };
    auto report = find_report(work.db, as<Report>(record));
    if (!report) return;
    for (auto& edition : editions_of(work.db, report->id())) {
        Going g{*report, std::move(edition)};
        auto const pdf = pdf_of(work.db, g);
        if (g.edition.sent_on || !pdf || pdf->sha256 != detail("sha256")) continue;
        g.edition.sent_on = work.today;
        update_edition(work.db, g.edition);
        ENSURE(saved(work, g.report, counted_event(g.report, "sent"), sent_details(g)),
               "the report that was just read is saved");
        return;
    }
}

Done acknowledge(Work& work, Header const& read, Acknowledging const& a) {
    auto g = TRY(going(work, read));
    if (!g.edition.sent_on) return refused({"reports.not_sent_yet"});
    std::vector<FieldError> wrong;
    check_day(a.on, g.edition, work.today, wrong);
    auto const note = bangla::normalised(bangla::trimmed(a.note));
    if (note.size() > note_bytes_max) wrong.push_back({"note", {"reports.too_long"}});
    if (note.empty() && !a.file) wrong.push_back({"note", {"reports.acknowledgement_needed"}});
    if (!wrong.empty()) return invalid(std::move(wrong));
    if (a.file) g.edition.acknowledgement_file = keep_file(work, g.report.header.id, *a.file).id;
    g.edition.acknowledged_on = a.on;
    g.edition.acknowledgement = note;
    update_edition(work.db, g.edition);
    return saved(work, g.report, "report.acknowledged", {{"on", iso(*a.on)}, {"note", note}});
}

Done publish(Work& work, Header const& read) {
    auto g = TRY(going(work, read));
    if (g.edition.published_on)
        return refused({"reports.was_published", {{"date", *g.edition.published_on}}});
    g.edition.published_on = work.today;
    g.edition.published_at = work.now;
    update_edition(work.db, g.edition);
    g.report.published_edition = g.edition.edition;
    g.report.stage = Stage::published;
    index_body(work.db, g.report.header.id, text_found_by(work.db, g.report));
    return saved(
        work, g.report, counted_event(g.report, "published"),
        about(g.report, {{"on", iso(work.today)}, {"edition", std::to_string(g.edition.edition)}}));
}

Done keep_check(Work& work, Header const& read, SiteCheck const& check) {
    auto report = TRY(loaded(work, read, Act::issue));
    if (report.published_edition == 0) return refused({"reports.not_published_yet"});
    report.site = check.address;
    keep_site_check(work.db, report.id(), check);
    return saved(work, report, check.alive() ? "report.site_found" : "report.site_missed",
                 {{"address", check.address},
                  {"status", std::to_string(check.status)},
                  {"on", iso(work.today)}});
}

} // namespace udb::reports
