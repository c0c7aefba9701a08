// What a request says of itself: names, pairs, headers, cookies.
#include "web/http/decode.hpp"

#include <algorithm>
#include <array>

namespace udb::web {

namespace {

constexpr std::array<std::string_view, 7> method_names{"GET",   "HEAD",   "POST",   "PUT",
                                                       "PATCH", "DELETE", "OPTIONS"};

} // namespace

std::string_view to_string(Method method) { return method_names[static_cast<std::size_t>(method)]; }

std::optional<Method> parse_method(std::string_view name) {
    auto const found = std::ranges::find(method_names, name);
    if (found == method_names.end()) return {};
    return static_cast<Method>(found - method_names.begin());
}

bool is_safe(Method method) {
    return method == Method::get || method == Method::head || method == Method::options;
}

std::optional<std::string_view> Pairs::get(std::string_view name) const {
    auto const found = std::ranges::find(pairs_, name, &Pair::name);
    if (found == pairs_.end()) return {};
    return found->value;
}

std::string_view Pairs::get_or(std::string_view name, std::string_view otherwise) const {
    return get(name).value_or(otherwise);
}

std::vector<std::string_view> Pairs::all(std::string_view name) const {
    std::vector<std::string_view> values;
    for (auto const& pair : pairs_)
        if (pair.name == name) values.push_back(pair.value);
    return values;
}

void Headers::set(std::string name, std::string value) {
    remove(name);
    add(std::move(name), std::move(value));
}

void Headers::remove(std::string_view name) {
    std::erase_if(fields_, [&](Pair const& field) { return same_letters(field.name, name); });
}

std::optional<std::string_view> Headers::get(std::string_view name) const {
    for (auto const& field : fields_)
        if (same_letters(field.name, name)) return field.value;
    return {};
}

std::string_view Headers::get_or(std::string_view name, std::string_view otherwise) const {
    return get(name).value_or(otherwise);
}

std::size_t Headers::count(std::string_view name) const {
    return static_cast<std::size_t>(std::ranges::count_if(
        fields_, [&](Pair const& field) { return same_letters(field.name, name); }));
}

Upload const* Form::file(std::string_view field) const {
    auto const found = std::ranges::find(files, field, &Upload::field);
    return found == files.end() ? nullptr : &*found;
}

std::optional<std::string_view> Request::cookie(std::string_view name) const {
    return secure ? cookies.get("__Host-" + std::string(name)) : cookies.get(name);
}

bool Request::is_htmx() const {
    return headers.get_or("HX-Request") == "true"
           && headers.get_or("HX-History-Restore-Request") != "true";
}

} // namespace udb::web
