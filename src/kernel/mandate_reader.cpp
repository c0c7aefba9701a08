#include "kernel/mandate_reader.hpp"

#include "base/ensure.hpp"

#include <algorithm>
#include <array>
#include <openssl/evp.h>
#include <sstream>

namespace udb {

Result<toml::table> parse_toml(std::string_view text, std::string_view name) {
    try {
        return toml::parse(text, name);
    } catch (toml::parse_error const& bad) {
        return invalid(std::string(name), {"mandate.data_toml",
                                           {{"line", std::int64_t{bad.source().begin.line}},
                                            {"why", std::string(bad.description())}}});
    }
}

std::string digest_of(toml::table const& table) {
    std::ostringstream canonical;
    canonical << toml::json_formatter{table};
    auto const data = std::move(canonical).str();
    std::array<unsigned char, EVP_MAX_MD_SIZE> bytes{};
    unsigned size = 0;
    ENSURE(EVP_Digest(data.data(), data.size(), bytes.data(), &size, EVP_sha256(), nullptr) == 1,
           "SHA-256 is always there");
    constexpr std::string_view digits = "0123456789abcdef";
    std::string out;
    for (auto const byte : std::span(bytes).first(8)) {
        out += digits[byte >> 4U];
        out += digits[byte & 15U];
    }
    return out;
}

void MandateReader::known_keys(toml::table const& table, std::string const& path,
                               std::initializer_list<std::string_view> keys) {
    for (auto const& [key, node] : table)
        if (std::ranges::find(keys, key.str()) == keys.end())
            problem(at(path, key.str()), {"mandate.data_unknown_key"});
}

std::string MandateReader::text(toml::table const& table, std::string_view key,
                                std::string const& path) {
    auto const value = table[key].value_exact<std::string>();
    if (!value || value->empty()) problem(at(path, key), {"mandate.data_missing"});
    return value.value_or("");
}

std::int64_t MandateReader::number(toml::table const& table, std::string_view key,
                                   std::string const& path, std::int64_t least, std::int64_t most) {
    auto const value = table[key].value_exact<std::int64_t>();
    if (!value)
        problem(at(path, key), {"mandate.data_missing"});
    else if (*value < least || *value > most)
        problem(at(path, key), {"mandate.data_bounds", {{"least", least}, {"most", most}}});
    return std::clamp(value.value_or(least), least, most);
}

std::chrono::month_day MandateReader::month_day(toml::table const& table, std::string_view key,
                                                std::string const& path) {
    // In a leap year every day of the calendar is there.
    auto const day = parse_iso_date("2024-" + text(table, key, path));
    if (!day) problem(at(path, key), {"field.not_a_choice"});
    std::chrono::year_month_day const parts{day.value_or(Date{})};
    return parts.month() / parts.day();
}

bool MandateReader::flag(toml::table const& table, std::string_view key, std::string const& path) {
    auto const* node = table.get(key);
    if (node && !node->is_boolean()) problem(at(path, key), {"mandate.data_flag"});
    return table[key].value_exact<bool>().value_or(false);
}

Date MandateReader::date(toml::table const& table, std::string_view key, std::string const& path) {
    auto const value = table[key].value_exact<toml::date>();
    if (!value) {
        problem(at(path, key), {"mandate.data_date"});
        return {};
    }
    return std::chrono::year{value->year} / std::chrono::month{value->month}
           / std::chrono::day{value->day};
}

BilingualText MandateReader::label(toml::table const& table, std::string const& path) {
    auto bangla = text(table, "bn", path);
    auto english = text(table, "en", path);
    return {std::move(bangla), std::move(english)};
}

BilingualText MandateReader::label_at(toml::table const& parent, std::string_view key,
                                      std::string const& path) {
    auto const* inner = table(parent, key, path);
    return inner ? label(*inner, at(path, key)) : BilingualText{};
}

toml::table const* MandateReader::table(toml::table const& table, std::string_view key,
                                        std::string const& path, Need need) {
    auto const* node = table.get(key);
    if (node && node->is_table()) return node->as_table();
    if (node || need == Need::required) problem(at(path, key), {"mandate.data_missing"});
    return nullptr;
}

std::vector<std::string> MandateReader::text_list(toml::table const& table, std::string_view key,
                                                  std::string const& path) {
    std::vector<std::string> out;
    auto const* node = table.get(key);
    if (!node) return out;
    auto const* array = node->as_array();
    if (!array) {
        problem(at(path, key), {"mandate.data_list"});
        return out;
    }
    for (std::size_t i = 0; i < array->size(); ++i) {
        auto const value = (*array)[i].value_exact<std::string>();
        if (value && !value->empty())
            out.push_back(*value);
        else
            problem(at(path, key) + "[" + std::to_string(i) + "]", {"mandate.data_missing"});
    }
    return out;
}

void MandateReader::each(toml::table const& table, std::string_view key, std::string const& path,
                         std::function<void(toml::table const&, std::string const&)> const& read) {
    auto const* node = table.get(key);
    if (!node) return;
    auto const* array = node->as_array();
    if (!array) {
        problem(at(path, key), {"mandate.data_list"});
        return;
    }
    for (std::size_t i = 0; i < array->size(); ++i) {
        auto const here = at(path, key) + "[" + std::to_string(i) + "]";
        if (auto const* row = (*array)[i].as_table())
            read(*row, here);
        else
            problem(here, {"mandate.data_missing"});
    }
}

} // namespace udb
