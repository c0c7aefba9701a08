#include "modules/tokens/token.hpp"

#include "bangla/text/graphemes.hpp"
#include "bangla/text/normalise.hpp"
#include "kernel/form_values.hpp"

#include <algorithm>

namespace udb::tokens {
namespace {

constexpr std::int64_t name_letters_max = 60;

std::string name_of(FormValues const& form, std::vector<FieldError>& wrong) {
    auto name = bangla::normalised(bangla::trimmed(value_of(form, "name")));
    if (name.empty())
        wrong.push_back({"name", {"field.required"}});
    else if (bangla::grapheme_count(name) > name_letters_max
             || name.find_first_of("\r\n\t") != name.npos)
        wrong.push_back({"name", {"field.too_long", {{"max", name_letters_max}}}});
    return name;
}

std::chrono::days lives_of(FormValues const& form, std::vector<FieldError>& wrong) {
    auto const chosen = value_of(form, "lives");
    for (auto const days : lives_days)
        if (chosen == std::to_string(days)) return std::chrono::days{days};
    wrong.push_back({"lives", {"field.not_a_choice"}});
    return {};
}

} // namespace

std::string scope_field(ScopeChoice const& choice) {
    return "scope_" + (choice.name == "*" ? std::string("all") : choice.name);
}

Result<TokenWish> parse_wish(FormValues const& form, std::vector<ScopeChoice> const& choices) {
    std::vector<FieldError> wrong;
    TokenWish wish{.name = name_of(form, wrong), .scopes = {}, .lives = lives_of(form, wrong)};
    bool any = false;
    for (auto const& choice : choices) {
        auto const act = value_of(form, scope_field(choice));
        if (act.empty()) continue;
        any = true;
        if (act != "read" && (act != "write" || !choice.writes)) {
            wrong.push_back({scope_field(choice), {"field.not_a_choice"}});
            continue;
        }
        wish.scopes += wish.scopes.empty() ? "" : " ";
        wish.scopes += choice.name + ':' + act;
    }
    if (!any && !choices.empty())
        wrong.push_back({scope_field(choices.front()), {"tokens.no_scope"}});
    if (!wrong.empty()) return invalid(std::move(wrong));
    return wish;
}

std::vector<Scope> scopes_in(std::string_view scopes) {
    std::vector<Scope> found;
    while (!scopes.empty()) {
        auto const end = std::min(scopes.find(' '), scopes.size());
        auto const one = scopes.substr(0, end);
        auto const colon = std::min(one.find(':'), one.size());
        found.push_back({one.substr(0, colon), one.substr(std::min(colon + 1, one.size()))});
        scopes.remove_prefix(std::min(end + 1, scopes.size()));
    }
    return found;
}

} // namespace udb::tokens
