#include "registers/picker.hpp"

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

bool picker_asked(FormValues const& form) { return form.find("find") != form.end(); }

Picker picked(Picker p, FormValues const& form,
              std::function<std::vector<ui::Choice>(std::string_view)> const& search,
              std::function<std::string(std::string_view)> const& name_of) {
    p.search = sent(form, p.name + "_search");
    if (auto const value = sent(form, p.name); !value.empty())
        if (auto label = name_of(value); !label.empty())
            p.chosen = ui::Choice{value, std::move(label)};
    if (!p.search.empty()) p.found = search(p.search);
    return p;
}

Html picker(Words const& words, Picker const& p) {
    auto choices = p.found;
    auto const chosen = [&](ui::Choice const& c) { return p.chosen && c.value == p.chosen->value; };
    if (p.chosen && std::ranges::none_of(choices, chosen))
        choices.insert(choices.begin(), *p.chosen);
    if (p.optional && !choices.empty()) choices.push_back({"", words("host.find_clear")});

    Html body;
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

    // Where nothing has been found or chosen yet, the search box carries the label and the error,
    // and its id is what the error summary leads to.
    bool const bare = body.empty() || (!p.chosen && p.found.empty());
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
    return html::div({.id = choices_drawn ? std::string_view{} : p.name, .cls = "picker"}, body);
}

} // namespace udb
