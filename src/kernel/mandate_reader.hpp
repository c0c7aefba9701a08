// Takes typed values out of a mandate's TOML, noting every problem with its path. For
// mandate_parse.cpp.
#pragma once

#include "base/date.hpp"
#include "base/error.hpp"
#include "base/result.hpp"
#include "kernel/mandate.hpp"

#include <cstdint>
#include <functional>
#include <initializer_list>
#include <string>
#include <string_view>
#include <toml++/toml.h>
#include <vector>

namespace udb {

Result<toml::table> parse_toml(std::string_view text, std::string_view name);

/// 16 hex digits of SHA-256 over a table's data: comments, order of keys and layout do not count.
std::string digest_of(toml::table const& table);

class MandateReader {
public:
    enum class Need { required, optional };

    void problem(std::string path, Message message) {
        problems_.push_back({std::move(path), std::move(message)});
    }
    std::vector<FieldError> const& problems() const& { return problems_; }
    std::vector<FieldError>&& problems() && { return std::move(problems_); }

    /// A key that is not named here is a slip of the pen.
    void known_keys(toml::table const& table, std::string const& path,
                    std::initializer_list<std::string_view> keys);

    std::string text(toml::table const& table, std::string_view key, std::string const& path);
    std::int64_t number(toml::table const& table, std::string_view key, std::string const& path,
                        std::int64_t least, std::int64_t most);
    bool flag(toml::table const& table, std::string_view key, std::string const& path);
    Date date(toml::table const& table, std::string_view key, std::string const& path);
    /// A day of any year, as `07-31`.
    std::chrono::month_day month_day(toml::table const& table, std::string_view key,
                                     std::string const& path);
    /// The `bn` and `en` of this table.
    BilingualText label(toml::table const& table, std::string const& path);
    /// The `bn` and `en` of the table under `key`.
    BilingualText label_at(toml::table const& table, std::string_view key, std::string const& path);
    toml::table const* table(toml::table const& table, std::string_view key,
                             std::string const& path, Need need = Need::required);
    /// Empty when the key is absent.
    std::vector<std::string> text_list(toml::table const& table, std::string_view key,
                                       std::string const& path);
    /// Every table of the array under `key`; none when it is absent.
    void each(toml::table const& table, std::string_view key, std::string const& path,
              std::function<void(toml::table const&, std::string const&)> const& read);

    template <class E>
    E term(toml::table const& table, std::string_view key, std::string const& path) {
        return term_of_id<E>(text(table, key, path), at(path, key));
    }
    template <class E>
    std::vector<E> term_list(toml::table const& table, std::string_view key,
                             std::string const& path) {
        std::vector<E> out;
        auto const ids = text_list(table, key, path);
        for (std::size_t i = 0; i < ids.size(); ++i)
            out.push_back(term_of_id<E>(ids[i], at(path, key) + "[" + std::to_string(i) + "]"));
        return out;
    }

private:
    static std::string at(std::string const& path, std::string_view key) {
        return path.empty() ? std::string(key) : path + "." + std::string(key);
    }
    template <class E>
    E term_of_id(std::string const& id, std::string const& path) {
        auto const found = term_with_id<E>(id);
        if (!found && !id.empty())
            problem(path, {"mandate.data_choice", {{"given", id}, {"allowed", allowed_ids<E>()}}});
        return found.value_or(terms<E>().front().value);
    }

    std::vector<FieldError> problems_;
};

} // namespace udb
