#include "registers/pages/draw.hpp"

#include "bangla/text/digits.hpp"
#include "web/components/checkboxes.hpp"
#include "web/components/date_field.hpp"
#include "web/components/radios.hpp"
#include "web/components/select.hpp"
#include "web/components/summary_list.hpp"
#include "web/components/text_area.hpp"
#include "web/components/text_field.hpp"

#include <algorithm>

namespace udb {
namespace {

constexpr std::size_t radios_most = 5;

std::vector<ui::Choice> choices_of(Words const& words, Field const& f, Lookups const& lookups) {
    if (auto const found = lookups.find(f.name); found != lookups.end()) return found->second;
    std::vector<ui::Choice> choices;
    if (f.options)
        for (auto const& option : f.options())
            choices.push_back({std::string(option.name), std::string(words(option.label))});
    return choices;
}

std::string typed(FormValues const& form, std::string_view name) {
    auto const found = form.find(name);
    return found == form.end() ? std::string{} : found->second;
}

/// A list as `form_of` writes it (`ict,planning`) or as a browser sends it, one value a tick.
std::vector<std::string> ticked(FormValues const& form, std::string_view name) {
    std::vector<std::string> values;
    auto const [first, last] = form.equal_range(name);
    for (auto at = first; at != last; ++at) {
        std::string_view text = at->second;
        while (!text.empty()) {
            auto const comma = std::min(text.find(','), text.size());
            values.emplace_back(text.substr(0, comma));
            text.remove_prefix(std::min(comma + 1, text.size()));
        }
    }
    return values;
}

/// One field with all that is drawn of it.
struct Drawn {
    Words const& words;
    Field const& f;
    std::string name, label, value, hint, error;
    std::vector<ui::Choice> choices;
};

Html draw_list(Drawn const& d, std::vector<std::string> values) {
    auto choices = d.choices;
    choices.push_back({"none", d.words("host.none_of_these")});
    return ui::checkboxes(d.words,
                          {.name = d.name,
                           .label = d.label,
                           .choices = std::move(choices),
                           .values = std::move(values),
                           .hint = d.hint.empty() ? d.words("host.not_recorded_hint") : d.hint,
                           .error = d.error});
}

Html draw_choice(Drawn const& d) {
    bool const optional = !d.f.traits.required;
    // What need not be chosen can be left again: a radio once chosen stays without another.
    auto choices = d.choices;
    if (optional) choices.push_back({"", d.words("host.find_clear")});
    if (d.f.control == Control::choice && d.choices.size() <= radios_most)
        return ui::radios(d.words, {.name = d.name,
                                    .label = d.label,
                                    .choices = std::move(choices),
                                    .value = d.value,
                                    .hint = d.hint,
                                    .error = d.error,
                                    .optional = optional});
    return ui::select(d.words, {.name = d.name,
                                .label = d.label,
                                .choices = d.choices,
                                .value = d.value,
                                .hint = d.hint,
                                .error = d.error,
                                .optional = optional});
}

Html draw_field(Drawn const& d, FormValues const& form) {
    bool const optional = !d.f.traits.required;
    switch (d.f.control) {
    case Control::lines:
        return ui::text_area(d.words, {.name = d.name,
                                       .label = d.label,
                                       .value = d.value,
                                       .hint = d.hint,
                                       .error = d.error,
                                       .optional = optional});
    case Control::date:
        return ui::date_field(d.words, {.name = d.name,
                                        .label = d.label,
                                        .value = d.value,
                                        .hint = d.hint,
                                        .error = d.error,
                                        .optional = optional});
    case Control::flag:
        return ui::checkbox(d.words, {.name = d.name,
                                      .choice = {"1", d.label, d.hint},
                                      .ticked = d.value == "1",
                                      .error = d.error});
    case Control::choices: return draw_list(d, ticked(form, d.f.name));
    case Control::choice:
    case Control::reference: return draw_choice(d);
    case Control::text:
    case Control::number:
    case Control::decimal: break;
    }
    bool const number = d.f.control != Control::text;
    return ui::text_field(d.words, {.name = d.name,
                                    .label = d.label,
                                    .value = d.value,
                                    .hint = d.hint,
                                    .error = d.error,
                                    .width = number ? 10 : 0,
                                    .digits = d.f.control == Control::number,
                                    .decimals = d.f.control == Control::decimal,
                                    .optional = optional});
}

std::string label_of(Words const& words, Field const& f, Lookups const& lookups,
                     std::string_view value) {
    if (auto const found = lookups.find(f.name); found != lookups.end()) {
        auto const choice = std::ranges::find(found->second, value, &ui::Choice::value);
        return choice == found->second.end() ? std::string{} : choice->label;
    }
    if (f.options)
        for (auto const& option : f.options())
            if (option.name == value) return std::string(words(option.label));
    return {};
}

} // namespace

Html draw_form(Words const& words, RegisterView const& reg, FormValues const& form,
               std::vector<FieldError> const& errors, FormOptions const& options) {
    Html out;
    for (auto const& f : reg.fields) {
        if (f.traits.fixed && options.correcting) continue;
        if (f.control == Control::reference && !options.lookups.contains(f.name)) {
            if (options.reference) out += options.reference(f);
            continue;
        }
        auto value = typed(form, f.name);
        out += draw_field({.words = words,
                           .f = f,
                           .name = std::string(f.name),
                           .label = std::string(words(f.label)),
                           .value = f.traits.code ? in_digits(words, value) : std::move(value),
                           .hint = std::string(words(f.traits.hint)),
                           .error = ui::error_at(words, errors, f.name),
                           .choices = choices_of(words, f, options.lookups)},
                          form);
    }
    return out;
}

std::vector<ui::FieldLabel> labels_of(Words const& words, RegisterView const& reg) {
    std::vector<ui::FieldLabel> labels;
    labels.reserve(reg.fields.size());
    for (auto const& f : reg.fields)
        labels.push_back({f.name, words(f.label)});
    return labels;
}

std::string in_digits(Words const& words, std::string_view written) {
    auto ascii = bangla::ascii_digits(written);
    constexpr std::string_view known = "0123456789 .,;:+-/()";
    if (ascii.find_first_not_of(known) != ascii.npos) return std::string(written);
    return words.language() == Language::bn ? bangla::bangla_digits(ascii) : ascii;
}

std::string shown(Words const& words, Field const& f, std::string_view written,
                  Lookups const& lookups) {
    switch (f.control) {
    case Control::choice:
    case Control::reference: return label_of(words, f, lookups, written);
    case Control::choices: {
        if (written == "none") return words("host.none_of_these");
        std::string out;
        FormValues const form{{std::string(f.name), std::string(written)}};
        for (auto const& value : ticked(form, f.name))
            out += (out.empty() ? "" : ", ") + label_of(words, f, lookups, value);
        return out;
    }
    case Control::date: {
        auto const date = parse_iso_date(written);
        return date ? words.date(*date) : std::string(written);
    }
    case Control::flag: return words(written == "1" ? "ui.yes" : "ui.no");
    case Control::number:
    case Control::decimal:
    case Control::text: return in_digits(words, written);
    case Control::lines: break;
    }
    return std::string(written);
}

Html draw_show(Words const& words, RegisterView const& reg, void const* record,
               Lookups const& lookups) {
    std::vector<ui::SummaryRow> rows;
    for (auto const& f : reg.fields)
        if (auto const written = f.write(record); !written.empty())
            if (auto value = shown(words, f, written, lookups); !value.empty())
                rows.push_back({std::string(words(f.label)), text(std::move(value))});
    return ui::summary_list(rows);
}

} // namespace udb
