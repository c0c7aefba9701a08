#include "bangla/memo/memo_codes.hpp"

#include "base/embedded.hpp"
#include "base/ensure.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <span>
#include <string>
#include <toml++/toml.h>

namespace udb::embedded {
std::span<EmbeddedFile const> memo_codes();
} // namespace udb::embedded

namespace udb::bangla {
namespace {

struct GroupName {
    std::string_view key;
    Bilingual name;
};

constexpr std::array<GroupName, 8> group_names{{
    {"ministry", {"মন্ত্রণালয়/বিভাগ", "ministry or division"}},
    {"agency", {"অধিদপ্তর/সংস্থা", "department or agency"}},
    {"place", {"জেলা ও উপজেলা (ভৌগোলিক কোড)", "district and upazila (geographic code)"}},
    {"subordinate", {"অধীন দপ্তর", "subordinate office"}},
    {"section", {"শাখা", "section"}},
    {"subject", {"বিষয়", "subject"}},
    {"file", {"নথির ক্রমিক", "file serial"}},
    {"year", {"নথি খোলার সন", "year the file was opened"}},
}};

using Ministries = std::map<std::string, BilingualText, std::less<>>;

Ministries const& ministries() {
    static Ministries const known = [] {
        Ministries out;
        auto const files = embedded::memo_codes();
        ENSURE(files.size() == 1, "there is one table of memo codes");
        auto const file = toml::parse(files.front().bytes);
        auto const* table = file["ministry"].as_table();
        ENSURE(table != nullptr, "the table of memo codes names no ministry");
        for (auto const& [code, node] : *table) {
            auto const* entry = node.as_table();
            ENSURE(entry != nullptr, "a ministry has a name in both languages");
            out[std::string(code.str())] = {(*entry)["bn"].value_or(std::string{}),
                                            (*entry)["en"].value_or(std::string{})};
        }
        return out;
    }();
    return known;
}

} // namespace

Bilingual group_name(std::string_view key) {
    auto const found = std::ranges::find(group_names, key, &GroupName::key);
    ENSURE(found != group_names.end(), "no group of a memo number is called " + std::string(key));
    return found->name;
}

std::optional<BilingualText> ministry_name(std::string_view code) {
    auto const found = ministries().find(code);
    if (found == ministries().end()) return {};
    return found->second;
}

} // namespace udb::bangla
