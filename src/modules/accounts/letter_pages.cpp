// The letters as text and as a small page.
#include "modules/accounts/letter_pages.hpp"

#include "modules/accounts/page_state.hpp"
#include "web/html/tags.hpp"

namespace udb::accounts {
namespace {

Letter done(std::string subject, LetterDraft const& draft) {
    auto const page = html::tag("html", {.more = {{"lang", "bn"}}},
                                html::tag("head", html::tag("title", std::string(subject))),
                                html::tag("body", draft.html));
    return {.subject = std::move(subject),
            .text = draft.text,
            .html = "<!DOCTYPE html>\n" + std::string(page.view())};
}

} // namespace

void LetterDraft::paragraph(std::string const& words) {
    text += words + "\n\n";
    html += html::p(words);
}

void LetterDraft::line(std::string const& words, Url const& where) {
    auto const address = Url::parse(own_address() + std::string(where.view()));
    text += "- " + words + "\n";
    if (address && !own_address().empty()) {
        text += "  " + std::string(address->view()) + "\n";
        html += html::p(html::a({.href = *address}, words));
    } else {
        html += html::p(words);
    }
}

void LetterDraft::link(std::string const& label, std::string const& address) {
    text += label + ":\n" + address + "\n\n";
    html += html::p(html::a({.href = *Url::parse(address)}, label), html::br(), address);
}

std::string stop_secret(Id<Account> account, std::string_view kind) {
    return seal_text(configuration().seal_key, to_string(account), "stop:" + std::string(kind));
}

std::optional<Id<Account>> account_of_stop(std::string_view secret, std::string_view kind) {
    auto const plain = unseal_text(configuration().seal_key, secret, "stop:" + std::string(kind));
    if (!plain) return {};
    auto const id = parse_id<Account>(*plain);
    return id ? std::optional(*id) : std::nullopt;
}

Letter letter(Catalogue const& words, LinkKind kind, Account const& account,
              std::string const& link) {
    auto const key = "accounts.letter_" + std::string(id_of_link(kind));
    auto const say = [&](Language language, std::string const& what) {
        return words.say({key + what, {{"name", account.name}, {"username", account.username}}},
                         language);
    };
    LetterDraft draft;
    for (auto const language : {Language::bn, Language::en}) {
        draft.paragraph(say(language, "_text"));
        draft.link(say(language, "_link"), link);
        draft.paragraph(say(language, "_end"));
    }
    return done(say(Language::bn, "_subject"), draft);
}

void send_password_link(Work& work, Catalogue const& words, AccountRecord const& account,
                        LinkKind kind) {
    auto const secret = new_password_link(work, account.id(), kind);
    auto const link = configuration().public_url + "/new-password?key=" + secret;
    put_in_outbox(work, configuration().seal_key,
                  {.account = account.id(),
                   .kind = id_of_link(kind),
                   .address = account.account.email,
                   .letter = letter(words, kind, account.account, link)});
    work.record(kind == LinkKind::invitation ? "account.invited" : "account.reset_sent",
                account.header.id, account.header.office_path,
                {{"address", account.account.email}});
}

void tell_password_changed(Work& work, Catalogue const& words, AccountRecord const& account) {
    auto const& a = account.account;
    if (!mail_is_set_up() || a.email.empty() || !a.has_password) return;
    auto const say = [&](Language language, std::string_view key) {
        return words.say({std::string(key), {{"name", a.name}, {"username", a.username}}},
                         language);
    };
    LetterDraft draft;
    for (auto const language : {Language::bn, Language::en})
        draft.paragraph(say(language, "accounts.letter_changed_text"));
    put_in_outbox(work, configuration().seal_key,
                  {.account = account.id(),
                   .kind = "changed",
                   .address = a.email,
                   .letter = done(say(Language::bn, "accounts.letter_changed_subject"), draft)});
}

Letter test_letter(Catalogue const& words) {
    LetterDraft draft;
    for (auto const language : {Language::bn, Language::en})
        draft.paragraph(words.say({"accounts.letter_test_text"}, language));
    return done(words.say({"accounts.letter_test_subject"}, Language::bn), draft);
}

} // namespace udb::accounts
