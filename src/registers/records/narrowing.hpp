// Conditions of a list: whose records, and which of them.
#pragma once

#include "host/records.hpp"
#include "registers/records/listing.hpp"

#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace udb {

/// A condition that grows, and what is bound to its gaps.
class Where {
public:
    void add(std::string_view sql) { sql_ += sql; }
    template <class... Values>
    void add(std::string_view sql, Values const&... values) {
        sql_ += sql;
        (bind(values), ...);
    }
    void add(Condition const& more) {
        sql_ += more.sql;
        for (auto const& text : more.texts)
            bind(text);
    }
    void bind(std::int64_t number) { params_.emplace_back(number); }
    void bind(std::string_view text) { params_.emplace_back(texts_.emplace_back(text)); }

    std::string const& sql() const { return sql_; }
    std::vector<Param> const& params() const { return params_; }

private:
    std::string sql_;
    std::deque<std::string> texts_; // parameters view them
    std::vector<Param> params_;
};

/// How many filters narrow the list: by columns of the register's own, and by the stage.
struct Narrowing {
    std::ptrdiff_t own = 0;
    std::optional<std::string> stage = {};

    bool any() const { return own > 0 || stage; }
};
Narrowing narrowing_of(RegisterView const& reg, ListQuery const& query);

/// `by_stage`: the index of the stages may lead the database.
void add_filters(Where& where, RegisterView const& reg, ListQuery const& query,
                 bool by_stage = false);

} // namespace udb
