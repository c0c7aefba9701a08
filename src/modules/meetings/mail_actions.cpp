// Tells those who are asked to a meeting by mail, with an invitation for their calendars (RFC
// 5546).
#include "bangla/calendar/gregorian.hpp"
#include "modules/accounts/accounts.hpp"
#include "modules/meetings/invitation.hpp"
#include "modules/meetings/meeting_actions.hpp"
#include "modules/meetings/roster_store.hpp"
#include "platform/mail.hpp"
#include "web/html/tags.hpp"

namespace udb::meetings {
namespace {

bangla::CalendarEvent invitation(Db& db, MeetingRecord const& m, std::vector<Invited> const& roster,
                                 std::string const& site) {
    CalendarMeeting meeting{.id = m.id(),
                            .title = m.header.title.bn,
                            .when = m.when,
                            .sequence = m.sequence,
                            .called_off = m.stage == Stage::called_off};
    for (auto const& item : items_of(db, m.id()))
        meeting.agenda.push_back(item.title);
    auto event = event_of(meeting, site);
    event.organizer = {.name = "", .address = accounts::mail_sender()};
    for (auto const& one : roster)
        if (auto const address = mail_address_of(one.email); !address.empty())
            event.attendees.push_back({.name = one.label().bn, .address = address});
    return event;
}

void add_agenda(std::vector<std::string>& lines, Db& db, MeetingRecord const& m) {
    auto const items = items_of(db, m.id());
    if (items.empty()) return;
    auto const& words = bangla_words();
    lines.push_back(words("meetings.agenda") + ':');
    for (auto const& item : items)
        lines.push_back(words.number(item.no) + ". " + item.title);
}

/// The notice as it was issued, to go with the mail; none where it does not say how things are any
/// more.
accounts::MailFileKept notice_of(Work& work, MeetingRecord const& m) {
    if (!m.notice || notice_may_be_drafted(work.db, m)) return {};
    auto const issued = papers::file_of(work.db, m.notice);
    if (!issued) return {};
    return {.name = "notice.pdf",
            .media_type = "application/pdf",
            .sha256 = keep_bytes(work, issued->pdf)};
}

/// One mail to each address, whoever else has it too; `called`, `moved` or `off` is what it says.
int send(Work& work, MeetingRecord const& m, std::string_view what_happened,
         std::string const& why = {}) {
    auto const& words = bangla_words();
    auto const roster = roster_of(work.db, m);
    auto const event = invitation(work.db, m, roster, accounts::own_address());
    bool const off = m.stage == Stage::called_off;
    auto const calendar = bangla::icalendar(
        off ? bangla::CalendarMethod::cancel : bangla::CalendarMethod::request, {event}, work.now);
    auto const what =
        words("meetings.mail_" + std::string(what_happened), {{"meeting", m.header.title.bn}});
    auto const when = words("meetings.day_and_time",
                            {{"day", m.when.day}, {"time", spoken(m.when.begins, Language::bn)}});
    std::vector<std::string> lines{what, when, m.when.place, m.when.link, why};
    if (!off) add_agenda(lines, work.db, m);
    std::string text;
    Html body;
    for (auto const& line : lines) {
        if (line.empty()) continue;
        text += line + "\n\n";
        body += html::p(line);
    }
    text += event.url + "\n";
    if (auto const page = Url::parse(event.url))
        body += html::p(html::a({.href = *page}, event.url));
    auto const notice = off ? accounts::MailFileKept{} : notice_of(work, m);
    for (auto const& who : event.attendees)
        accounts::send_later(work, {.kind = "meeting",
                                    .address = who.address,
                                    .subject = what,
                                    .text = text,
                                    .body = body,
                                    .calendar = calendar,
                                    .calendar_method = off ? "CANCEL" : "REQUEST",
                                    .file = notice});
    return static_cast<int>(event.attendees.size());
}

} // namespace

Result<int> tell_asked(Work& work, Header const& read) {
    auto m = TRY(loaded(work, read));
    if (m.stage != Stage::called)
        return refused({"meetings.move_not_now", {{"stage", label_of(m.stage)}}});
    if (!accounts::mail_is_set_up()) return refused({"meetings.no_mail"});
    auto const sent = send(work, m, "called");
    if (sent == 0) return refused({"meetings.no_addresses"});
    m.told_at = work.now;
    TRY(saved(work, m));
    work.record("meeting.told", m.header.id, m.header.office_path,
                {{"on", iso(work.today)}, {"count", std::to_string(sent)}});
    return sent;
}

void tell_change(Work& work, MeetingRecord const& m, std::string const& why) {
    if (m.told_at && accounts::mail_is_set_up())
        send(work, m, m.stage == Stage::called_off ? "off" : "moved", why);
}

} // namespace udb::meetings
