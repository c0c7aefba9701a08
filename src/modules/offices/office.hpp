// An office and a post as records: what is known of each, for the register, the form and others.
#pragma once

#include "base/id.hpp"
#include "kernel/mandate_terms.hpp"
#include "kernel/register.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace udb {

/// Where an office stands. The first five are the tiers of C23 §2; a field office below a
/// directorate has no tier of its own.
enum class Level { ministry, agency, division, district, upazila, field };

/// The tier whose composition rules apply; nothing for a field office.
std::optional<Tier> tier_of(Level level);

struct Office {
    std::string name_bn = {};
    std::string name_en = {};
    Level level = Level::agency;
    Id<Office> parent = {}; ///< zero: at the top
    /// The first groups of its memo numbers (Secretariat Instructions 2024): 2, 2 and 4 ASCII
    /// digits, or empty.
    std::string ministry_code = {};
    std::string agency_code = {};
    std::string place_code = {};
    std::string website = {};
    std::optional<Date> valid_from = {};  ///< since when it exists; empty: not recorded
    std::optional<Date> valid_until = {}; ///< its last day; empty while it exists
    Id<Office> successor = {};            ///< which office took its work over

    BilingualText name() const { return {name_bn, name_en}; }
    /// The recorded groups with dots: "40.00".
    std::string memo_codes() const;
    bool exists_on(Date day) const {
        return (!valid_from || *valid_from <= day) && (!valid_until || day <= *valid_until);
    }
};

struct Post {
    Id<Office> office = {};
    std::string title_bn = {}; ///< "যুগ্মসচিব"
    std::string title_en = {};
    Rank rank = Rank::other;
    std::string unit_bn = {}; ///< wing, branch, section or cell: "বাজেট অধিশাখা"; may be empty
    std::string unit_en = {};
    /// Empty optional: not recorded. An empty list: recorded as none.
    std::optional<std::vector<Capacity>> capacities = {};
    bool is_head = false; ///< the head of the office
    std::string phone = {};
    std::string email = {};
    std::optional<Date> abolished_on = {}; ///< its first day without being; empty while it exists

    BilingualText title() const { return {title_bn, title_en}; }
    BilingualText unit() const { return {unit_bn, unit_en}; }
    bool exists_on(Date day) const { return !abolished_on || day < *abolished_on; }
};

template <>
std::span<Term<Level> const> terms<Level>();

namespace offices {

/// "যুগ্মসচিব, বাজেট অধিশাখা"; the title alone where there is no unit.
BilingualText label_of(Post const& post);

extern Register<Office> const office_register;
extern Register<Post> const post_register;

} // namespace offices
} // namespace udb
