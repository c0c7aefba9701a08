#include "kernel/register.hpp"

#include "bangla/calendar/written_date.hpp"
#include "bangla/text/digits.hpp"
#include "bangla/text/graphemes.hpp"
#include "bangla/text/normalise.hpp"

#include <algorithm>
#include <charconv>

namespace udb {
namespace {

using bangla::trimmed;

std::string joined(FormValues const& form, std::string_view name) {
    std::string out;
    auto const [first, last] = form.equal_range(name);
    for (auto at = first; at != last; ++at)
        out += (out.empty() ? "" : ",") + at->second;
    return out;
}

} // namespace

std::optional<Message> read_text(std::string_view text, Traits const& traits, std::string& out) {
    out = bangla::normalised(trimmed(text));
    if (traits.code) out = bangla::ascii_digits(out);
    if (bangla::grapheme_count(out) > static_cast<std::size_t>(traits.max_chars))
        return Message{"field.too_long", {{"max", std::int64_t{traits.max_chars}}}};
    return {};
}

std::optional<Message> read_number(std::string_view text, Traits const& traits, std::int64_t& out) {
    std::string plain;
    for (char const c : bangla::ascii_digits(trimmed(text)))
        if (c != ',') plain += c;
    auto const [end, failed] = std::from_chars(plain.data(), plain.data() + plain.size(), out);
    if (failed != std::errc{} || end != plain.data() + plain.size())
        return Message{"field.not_a_number"};
    if (out < traits.at_least || out > traits.at_most)
        return Message{"field.out_of_range",
                       {{"least", traits.at_least}, {"most", traits.at_most}}};
    return {};
}

std::optional<Message> read_decimal(std::string_view text, Traits const& traits, Decimal& out) {
    auto const value = parse_decimal(trimmed(text));
    if (!value) return Message{"field.not_a_decimal"};
    if (*value < Decimal::whole(traits.at_least) || *value > Decimal::whole(traits.at_most))
        return Message{"field.out_of_range",
                       {{"least", traits.at_least}, {"most", traits.at_most}}};
    out = *value;
    return {};
}

std::optional<Message> read_date(std::string_view text, std::optional<Date>& out) {
    out.reset();
    if (trimmed(text).empty()) return {};
    auto const read = bangla::parse_date(trimmed(text));
    if (!read) return read.error().message;
    if (!read->date) return Message{"field.date_without_year"};
    out = read->date;
    return {};
}

std::vector<Change> changes(std::span<Field const> fields, void const* before, void const* after) {
    std::vector<Change> found;
    for (auto const& f : fields) {
        auto was = f.write(before), is = f.write(after);
        if (was != is) found.push_back({f.name, std::move(was), std::move(is)});
    }
    return found;
}

namespace {

std::vector<FieldError> read_fields(std::span<Field const> fields, FormValues const& form,
                                    void* record) {
    std::vector<FieldError> wrong;
    for (auto const& f : fields) {
        auto const text = joined(form, f.name);
        if (f.traits.required && trimmed(text).empty() && f.control != Control::flag) {
            wrong.push_back({std::string(f.name), {"field.required"}});
            continue;
        }
        if (auto message = f.read(record, text, f.traits))
            wrong.push_back({std::string(f.name), std::move(*message)});
    }
    return wrong;
}

bool about(std::vector<FieldError> const& wrong, std::string_view field) {
    return std::ranges::any_of(wrong, [&](FieldError const& e) { return e.field == field; });
}

} // namespace

std::vector<FieldError> read_record(RegisterView const& reg, FormValues const& form, void* record) {
    auto wrong = read_fields(reg.fields, form, record);
    auto const unread = wrong;
    for (auto& error : reg.check(record)) {
        auto const blurred = [&](std::string const& field) { return about(unread, field); };
        if (!blurred(error.field) && std::ranges::none_of(error.besides, blurred))
            wrong.push_back(std::move(error));
    }
    return wrong;
}

Field const* RegisterView::field(std::string_view field_name) const {
    auto const found = std::ranges::find(fields, field_name, &Field::name);
    return found == fields.end() ? nullptr : &*found;
}

Naming usual_naming(std::span<Field const> fields, void const* record) {
    Naming naming;
    for (auto const& f : fields) {
        auto const stem = f.name.substr(0, f.name.find('_'));
        if (f.name == "number")
            naming.number = f.write(record);
        else if (stem != "title" && stem != "name")
            continue;
        else if (f.name.ends_with("_en"))
            naming.title.en = f.write(record);
        else if (naming.title.bn.empty())
            naming.title.bn = f.write(record);
    }
    return naming;
}

FormValues form_of(std::span<Field const> fields, void const* record) {
    FormValues form;
    for (auto const& f : fields)
        form.emplace(f.name, f.write(record));
    return form;
}

} // namespace udb
