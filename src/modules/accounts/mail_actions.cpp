#include "modules/accounts/mail_actions.hpp"

#include "modules/accounts/letter_pages.hpp"
#include "modules/accounts/page_state.hpp"
#include "platform/log.hpp"
#include "platform/random.hpp"
#include "store/content_files.hpp"
#include "web/html/tags.hpp"

namespace udb::accounts {
namespace {

Actor the_system(Catalogue const& words) {
    return {.account = {},
            .officer = {},
            .office = {},
            .name = words.say({"accounts.the_system"}),
            .assignments = {}};
}

Handover handed_over(OutboxMail const& mail, Clock const& clock,
                     std::function<bool()> const& stopped, std::string file_bytes = {}) {
    auto const& c = configuration();
    if (mail.letter.subject.empty()) return {Handover::Result::refused, "sealed by another key"};
    return send_mail(c.mail_server,
                     {.id = mail.message_id + "@" + c.mail_from.substr(c.mail_from.find('@') + 1),
                      .from = c.mail_from,
                      .from_name = c.mail_from_name,
                      .to = mail.address,
                      .subject = mail.letter.subject,
                      .text = mail.letter.text,
                      .html = mail.letter.html,
                      .at = clock.now(),
                      .calendar = mail.letter.calendar,
                      .calendar_method = mail.letter.calendar_method,
                      .stop = mail.letter.stop,
                      .file = {.name = mail.letter.file.name,
                               .media_type = mail.letter.file.media_type,
                               .bytes = std::move(file_bytes)}},
                     stopped);
}

} // namespace

void send_mails(Database& database, Catalogue const& words, Clock const& clock,
                std::function<bool()> const& stopped, Freight freight) {
    if (!mail_is_set_up()) return;
    if (freight == Freight::letters) answer_password_requests(database, words, clock);
    send_due_mails(database, words, clock, stopped, freight);
}

void send_later(Work& work, MailOut const& mail) {
    auto const page = html::tag("html", {.more = {{"lang", "bn"}}},
                                html::tag("head", html::tag("title", mail.subject)),
                                html::tag("body", mail.body));
    put_in_outbox(work, configuration().seal_key,
                  {.kind = mail.kind,
                   .address = mail.address,
                   .letter = {.subject = mail.subject,
                              .text = mail.text,
                              .html = "<!DOCTYPE html>\n" + std::string(page.view()),
                              .calendar = mail.calendar,
                              .calendar_method = mail.calendar_method,
                              .stop = mail.stop,
                              .file = mail.file},
                   .about = mail.about});
}

std::string mail_sender() { return configuration().mail_from; }

std::string own_address() { return configuration().public_url; }

Handover send_test_mail(Catalogue const& words, std::string const& address, Instant now) {
    StoppedClock const clock{now};
    return handed_over({.message_id = random_token(18),
                        .address = address,
                        .letter = test_letter(words),
                        .made = now},
                       clock, {});
}

int answer_password_requests(Database& database, Catalogue const& words, Clock const& clock) {
    auto const system = the_system(words);
    int answered = 0;
    bool more = true;
    while (more) {
        if (!database.read([](Db& db) { return next_password_request(db); })) break;
        auto const now = clock.now();
        more = database.write([&](Db& db) {
            auto const request = next_password_request(db);
            if (!request) return false;
            drop_password_request(db, request->id);
            Work work{.db = db, .actor = system, .today = day_of(now), .now = now};
            if (auto const account = account_to_mail(db, request->typed, now))
                send_password_link(work, words, *account, LinkKind::reset);
            return true;
        });
        answered += more ? 1 : 0;
    }
    return answered;
}

namespace {

/// Its file's bytes, empty where it has none; nothing where they are gone.
std::optional<std::string> file_of(Database& database, OutboxMail const& mail) {
    auto const& file = mail.letter.file;
    if (file.name.empty()) return std::string();
    return database.read([&](Db& db) { return db.contents().bytes(file.sha256); });
}

} // namespace

int send_due_mails(Database& database, Catalogue const& words, Clock const& clock,
                   std::function<bool()> const& stopped, Freight freight) {
    auto const system = the_system(words);
    int tried = 0;
    while (!stopped || !stopped()) {
        // Asked on a snapshot first: a write every two seconds for nothing is no way to be idle.
        if (!database.read([&](Db& db) { return mail_is_due(db, clock.now(), freight); })) break;
        auto const mail = database.write(
            [&](Db& db) { return take_mail(db, configuration().seal_key, clock.now(), freight); });
        if (!mail) break;
        ++tried;
        auto bytes = file_of(database, *mail);
        auto const done = bytes ? handed_over(*mail, clock, stopped, std::move(*bytes))
                                : Handover{Handover::Result::refused, "its file is gone"};
        bool const accepted = done.result == Handover::Result::accepted;
        auto const now = clock.now();
        database.write([&](Db& db) {
            Work work{.db = db, .actor = system, .today = day_of(now), .now = now};
            if (accepted)
                mail_accepted(work, *mail);
            else
                mail_failed(work, *mail, done.why, done.result == Handover::Result::refused);
        });
        if (accepted)
            log::info("mail_sent", {{"mail", mail->id}, {"tries", mail->tries}});
        else
            log::warn("mail_not_sent",
                      {{"mail", mail->id}, {"tries", mail->tries}, {"why", done.why}});
    }
    return tried;
}

} // namespace udb::accounts
