#include "modules/doptor/places.hpp"

#include "bangla/text/digits.hpp"
#include "bangla/text/normalise.hpp"
#include "bangla/text/search_key.hpp"

#include <algorithm>

namespace udb::doptor {
namespace {

/// BBS codes are two digits, and come as `2` too.
std::string two_digits(std::string_view written) {
    auto code = bangla::ascii_digits(bangla::trimmed(written));
    if (code.size() == 1) code.insert(0, "0");
    auto const fits =
        code.size() == 2 && std::ranges::all_of(code, [](char c) { return c >= '0' && c <= '9'; });
    return fits ? code : "";
}

void keep(std::map<std::string, std::string>& places, std::string name, std::string const& code) {
    if (name.empty() || code.empty()) return;
    auto const [at, is_new] = places.try_emplace(std::move(name), code);
    if (!is_new && at->second != code) at->second.clear();
}

std::string found(std::map<std::string, std::string> const& places, std::string const& name) {
    auto const at = places.find(name);
    return at == places.end() ? "" : at->second;
}

/// The parts between commas, folded.
std::vector<std::string> parts_of(std::string_view name) {
    std::vector<std::string> parts;
    for (std::size_t at = 0; at <= name.size();) {
        auto const end = std::min(name.find(',', at), name.size());
        if (auto part = bangla::folded(name.substr(at, end - at)); !part.empty())
            parts.emplace_back(bangla::trimmed(part));
        at = end + 1;
    }
    return parts;
}

} // namespace

Places::Places(Directory const& directory) {
    std::map<std::int64_t, Entry const*> district_of;
    for (auto const& e : directory.entries) {
        if (e.kind == Kind::district) district_of[e.id] = &e;
        if (e.kind != Kind::district && e.kind != Kind::division) continue;
        auto& places = e.kind == Kind::district ? districts_ : divisions_;
        for (auto const* name : {&e.name.bn, &e.name.en})
            keep(places, std::string(bangla::trimmed(bangla::folded(*name))), two_digits(e.code));
    }
    for (auto const& e : directory.entries) {
        auto const district = district_of.find(e.parent);
        if (e.kind != Kind::upazila || district == district_of.end()) continue;
        auto const code = two_digits(e.code);
        auto const name = [&](std::string const& of, std::string const& in) {
            auto const above = parts_of(in), own = parts_of(of);
            if (!above.empty() && !own.empty())
                keep(upazilas_, above.front() + '/' + own.front(), code);
        };
        name(e.name.bn, district->second->name.bn);
        name(e.name.en, district->second->name.en);
    }
}

std::string Places::code_of(BilingualText const& office_name, bool of_division) const {
    auto code = code_in(office_name.bn, of_division);
    return code.empty() ? code_in(office_name.en, of_division) : code;
}

std::string Places::code_in(std::string const& name, bool of_division) const {
    auto const parts = parts_of(name);
    if (parts.size() < 2) return {};
    auto const& last = parts.back();
    auto const division = found(divisions_, last);
    if (of_division && !division.empty()) return division + "00";
    if (auto const district = found(districts_, last); !district.empty()) {
        auto const upazila =
            parts.size() > 2 ? found(upazilas_, last + '/' + parts[parts.size() - 2]) : "";
        return district + (upazila.empty() ? "00" : upazila);
    }
    return {};
}

} // namespace udb::doptor
