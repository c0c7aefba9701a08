#include "modules/duties/letters/letter_pages.hpp"

#include "kernel/form_values.hpp"
#include "modules/duties/letters/letter_store.hpp"
#include "modules/duties/office/page_parts.hpp"
#include "modules/duties/pages.hpp"

#include <algorithm>

namespace udb::duties {
namespace {

/// Of what an office owes, a letter speaks of what is late or falls due within a month.
constexpr std::chrono::days ahead{31};
constexpr std::size_t lines_most = 40;

struct Said {
    std::vector<Concern> told = {}, late = {}, next = {};

    bool nothing() const { return told.empty() && late.empty() && next.empty(); }
};

Said said_of(Mine const& mine, Date today) {
    Said said;
    auto const sort = [&](Concern const& concern) {
        bool const late = concern.due && *concern.due < today;
        (late ? said.late : said.next).push_back(concern);
    };
    for (auto const& concern : mine.own)
        sort(concern);
    if (!mine.open || !mine.answers) return said;
    if (mine.heads) said.told = told_to_head(*mine.open, today);
    for (auto const& concern : owed_of(*mine.open)) {
        bool const told = std::ranges::any_of(
            said.told, [&](Concern const& t) { return t.where == concern.where; });
        if (!told && *concern.due <= today + ahead) sort(concern);
    }
    return said;
}

void lines(accounts::LetterDraft& draft, Words const& words, std::string const& heading,
           std::vector<Concern> const& concerns) {
    if (concerns.empty()) return;
    draft.paragraph(heading);
    for (std::size_t i = 0; i < concerns.size() && i < lines_most; ++i) {
        auto line = words(concerns[i].what);
        if (concerns[i].due) line += " — " + words.date(*concerns[i].due);
        draft.line(line, concerns[i].where);
    }
    draft.text += "\n";
}

std::optional<Id<Account>> stopping(Call const& call) {
    return accounts::account_of_stop(call.request.param("secret"), letter_kind);
}

} // namespace

std::optional<accounts::MailOut> letter_of(Catalogue const& catalogue, Mine const& mine,
                                           Actor const& actor, Date today) {
    auto const said = said_of(mine, today);
    if (said.nothing()) return {};
    auto const site = accounts::own_address();
    auto const stop = site + "/duties/stop/" + accounts::stop_secret(actor.account, letter_kind);
    accounts::LetterDraft draft;
    for (auto const language : {Language::bn, Language::en}) {
        Words const words(catalogue, language);
        draft.paragraph(words("duties.letter_greeting", {{"name", actor.name}, {"date", today}}));
        lines(draft, words, words("duties.letter_told"), said.told);
        lines(draft, words, words("duties.letter_late"), said.late);
        lines(draft, words, words("duties.letter_next"), said.next);
        if (site.empty()) continue;
        draft.link(words("duties.letter_all"), site + "/duties/mine");
        draft.link(words("duties.letter_stop"), stop);
    }
    return accounts::MailOut{
        .kind = letter_kind,
        .address = {},
        .subject = Words(catalogue, Language::bn)("duties.letter_subject", {{"date", today}}),
        .text = std::move(draft.text),
        .body = std::move(draft.html),
        .stop = site.empty() ? std::string{} : stop};
}

Result<web::Response> post_letters(Call& call) {
    if (call.actor.guest()) return forbidden();
    auto const often = term_with_id<Often>(value_of(call.values(), "often"));
    if (!often) return call.redirect("/duties/mine");
    call.perform([&](Work& work) {
        auto choice = letter_choice_of(work.db, call.actor.account);
        choice.often = *often;
        set_letter_choice(work.db, call.actor.account, choice);
    });
    return call.redirect("/duties/mine", "duties.letters_flash");
}

/// Only shows a button: programs that look at every link of a mail must stop nothing.
Result<web::Response> show_stop(Call& call) {
    if (!stopping(call)) return not_found();
    auto const& words = call.words;
    auto const title = words("duties.stop_title");
    return call.page(
        title, html::all(ui::page_heading({.title = title, .lead = words("duties.stop_lead")}),
                         ui::form({.action = url("/duties/stop/{}", call.request.param("secret")),
                                   .csrf = call.csrf()},
                                  ui::button({.label = words("duties.stop")}))));
}

Result<web::Response> post_stop(Call& call) {
    auto const account = stopping(call);
    if (!account) return not_found();
    auto const known = call.perform([&](Work& work) {
        if (!work.db.one("select 1 from accounts where id = ?", *account)) return false;
        auto choice = letter_choice_of(work.db, *account);
        choice.often = Often::never;
        set_letter_choice(work.db, *account, choice);
        return true;
    });
    if (!known) return not_found();
    auto const title = call.words("duties.stopped_title");
    return call.page(title,
                     ui::page_heading({.title = title, .lead = call.words("duties.stopped_lead")}));
}

} // namespace udb::duties
