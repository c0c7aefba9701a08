// Papers for the tests of the order reader: invented, and made as offices make them.
#pragma once

#include "modules/mandates/order.hpp"

#include <doctest/doctest.h>
#include <fstream>
#include <iterator>
#include <string>

namespace udb::mandates {

inline std::string paper(std::string const& name) {
    std::ifstream in(UDB_SOURCE_DIR "/src/modules/mandates/tests/papers/" + name, std::ios::binary);
    REQUIRE(in);
    return {std::istreambuf_iterator<char>(in), {}};
}

inline Order read(std::string const& text) {
    auto order = read_order(text);
    REQUIRE(order);
    return *order;
}

/// `text` with the first `what` changed to `with`; `what` must be there.
inline std::string changed(std::string text, std::string_view what, std::string_view with) {
    auto const at = text.find(what);
    REQUIRE(at != std::string::npos);
    return text.replace(at, what.size(), with);
}

/// The rules of the findings, in order, without `mandates.finding_`.
inline std::vector<std::string> rules(Order const& order) {
    std::vector<std::string> out;
    for (auto const& one : order.findings) {
        REQUIRE(one.rule.starts_with("mandates.finding_"));
        CHECK_FALSE(one.said.bn.empty());
        CHECK_FALSE(one.said.en.empty());
        out.push_back(one.rule.substr(std::string_view("mandates.finding_").size()));
    }
    return out;
}

inline Finding const* finding(Order const& order, std::string_view rule) {
    for (auto const& one : order.findings)
        if (one.rule == "mandates.finding_" + std::string(rule)) return &one;
    return nullptr;
}

using Texts = std::vector<std::string>;

} // namespace udb::mandates
