#include "kernel/form_values.hpp"

#include <charconv>

namespace udb {

std::string value_of(FormValues const& form, std::string_view name) {
    auto const found = form.find(name);
    return found == form.end() ? std::string{} : found->second;
}

std::int64_t version_of(FormValues const& form) {
    std::int64_t version = 0;
    auto const text = value_of(form, "version");
    std::from_chars(text.data(), text.data() + text.size(), version);
    return version;
}

} // namespace udb
