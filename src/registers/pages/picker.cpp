#include "registers/pages/picker.hpp"

#include "bangla/text/normalise.hpp"
#include "web/components/button.hpp"
#include "web/components/radios.hpp"
#include "web/components/text_field.hpp"
#include "web/html/tags.hpp"

#include <algorithm>

namespace udb {
namespace {

std::string sent(FormValues const& form, std::string_view name) {
    auto const found = form.find(name);
    return found == form.end() ? std::string{} : found->second;
}

} // namespace

bool picker_asked(FormValues const& form) {
    if (form.contains("find")) return true;
    return std::ranges::any_of(form, [&](auto const& field) {
        auto const& [key, words] = field;
        return key.ends_with("_search") && !bangla::trimmed(words).empty()
               && form.contains(key + "ed") && sent(form, key + "ed") != words;
    });
}

namespace {

/// Browsers press the first button of a form on Enter; this one stands for the main button. It is
/// met neither by Tab nor by a screen reader.
Html pressed_by_enter() {
    return html::button(
        {.cls = "govuk-visually-hidden",
         .more = {{"type", "submit"}, {"tabindex", "-1"}, {"aria-hidden", "true"}}});
}

} // namespace

Picker picked(Picker p, FormValues const& form,
              std::function<std::vector<ui::Choice>(std::string_view)> const& search,
              std::function<std::string(std::string_view)> const& name_of) {
    p.search = sent(form, p.name + "_search");
    if (auto const value = sent(form, p.name); !value.empty())
        if (auto label = name_of(value); !label.empty())
            p.chosen = ui::Choice{value, std::move(label)};
    if (!p.search.empty()) p.found = search(p.search);
    auto const find = sent(form, "find");
    auto const searched = form.find(p.name + "_searched");
    p.just_searched =
        find == p.name || (find.empty() && searched != form.end() && searched->second != p.search);
    return p;
}

Html picker(Words const& words, Picker const& p) {
    auto choices = p.found;
    auto const chosen = [&](ui::Choice const& c) { return p.chosen && c.value == p.chosen->value; };
    if (p.chosen && std::ranges::none_of(choices, chosen))
        choices.insert(choices.begin(), *p.chosen);
    if (p.optional && !choices.empty()) choices.push_back({"", words("host.find_clear")});

    Html body = html::when(p.enter_submits, pressed_by_enter);
    body += html::hidden(p.name + "_searched", p.search);
    bool const bare = !p.chosen && p.found.empty();
    if (!p.search.empty() && p.found.empty())
        body += html::p(words("host.find_none", {{"text", p.search}}));
    bool const choices_drawn = !choices.empty();
    if (choices_drawn)
        body += ui::radios(words, {.name = p.name,
                                   .label = p.label,
                                   .choices = std::move(choices),
                                   .value = p.chosen ? p.chosen->value : "",
                                   .hint = p.hint,
                                   .error = p.error,
                                   .optional = p.optional});
    if (p.found.size() >= static_cast<std::size_t>(Picker::most))
        body += html::p({.cls = "hint"},
                        words("host.find_more", {{"most", std::int64_t{Picker::most}}}));

    // Where `bare`, nothing having been found or chosen yet, the search box carries the label and
    // the error, and its id is what the error summary leads to.
    auto const name = p.name + "_search";
    body += ui::text_field(words, {.name = name,
                                   .label = bare ? p.label : words("ui.search"),
                                   .value = p.search,
                                   .hint = words("host.find_hint"),
                                   .error = bare ? p.error : "",
                                   .type = ui::TextField::Type::search,
                                   .optional = bare && p.optional});
    body += ui::button({.label = words("host.find"),
                        .kind = ui::Button::Kind::secondary,
                        .name = "find",
                        .value = p.name});
    // The first radio has the name as its id; where there is none, the whole picker has it.
    return html::div({.id = choices_drawn ? std::string_view{} : p.name,
                      .cls = "picker",
                      .more = {{"tabindex", "-1", p.just_searched},
                               {"autofocus", "autofocus", p.just_searched}}},
                     body);
}

} // namespace udb
