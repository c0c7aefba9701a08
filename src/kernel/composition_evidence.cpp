#include "kernel/composition_evidence.hpp"

#include <algorithm>
#include <array>

namespace udb {
namespace {

template <class Range, class Value>
bool has(Range const& range, Value const& value) {
    return std::ranges::find(range, value) != std::ranges::end(range);
}

/// Posts of the commissioner's and the UNO's own offices (C23 §2 lists them beside those "from the
/// other offices"). The programmers are not among them: they may be posted by another department.
constexpr std::array own_office_ranks{
    Rank::deputy_commissioner,           Rank::additional_deputy_commissioner,
    Rank::senior_assistant_commissioner, Rank::assistant_commissioner,
    Rank::assistant_commissioner_land,   Rank::upazila_nirbahi_officer,
};
constexpr std::array teacher_ranks{
    Rank::principal, Rank::professor,    Rank::associate_professor,    Rank::assistant_professor,
    Rank::lecturer,  Rank::head_teacher, Rank::assistant_head_teacher, Rank::assistant_teacher,
    Rank::teacher,
};
constexpr std::array programmer_ranks{Rank::programmer, Rank::assistant_programmer};
constexpr std::array teacher_capacities{
    Capacity::science_ict_teacher_secondary,
    Capacity::science_ict_teacher_higher_secondary,
};
constexpr std::array own_office_capacities{
    Capacity::ac_land,
    Capacity::assistant_commissioner,
    Capacity::upazila_nirbahi_officer,
    Capacity::adc_education_ict,
    Capacity::adc_nominated,
    Capacity::programmer,
};
constexpr std::array skill_capacities{
    Capacity::data_focal,
    Capacity::data_skilled,
    Capacity::skills_development,
};

/// A rank that is itself one post of the field: who has it holds none of the other field posts.
bool names_a_field_post(Rank rank) {
    return has(own_office_ranks, rank) || has(teacher_ranks, rank) || has(programmer_ranks, rank);
}

/// Whether an officer of this rank may have a capacity that nobody recorded. Grades, such as deputy
/// director, exclude nothing; a field post excludes the other field posts.
bool may_have(Rank rank, Capacity capacity) {
    switch (capacity) {
    case Capacity::adc_education_ict:
    case Capacity::adc_nominated:
        return rank == Rank::additional_deputy_commissioner || !names_a_field_post(rank);
    case Capacity::ac_land:
        return rank == Rank::assistant_commissioner || rank == Rank::senior_assistant_commissioner
               || rank == Rank::assistant_commissioner_land || !names_a_field_post(rank);
    case Capacity::assistant_commissioner:
        return rank == Rank::assistant_commissioner || rank == Rank::senior_assistant_commissioner
               || !names_a_field_post(rank);
    case Capacity::upazila_nirbahi_officer:
        return rank == Rank::upazila_nirbahi_officer || !names_a_field_post(rank);
    case Capacity::programmer: return has(programmer_ranks, rank) || !names_a_field_post(rank);
    case Capacity::science_ict_teacher_secondary:
    case Capacity::science_ict_teacher_higher_secondary:
        return has(teacher_ranks, rank) || !names_a_field_post(rank);
    default: return true;
    }
}

bool may_have(Seat const& seat, Capacity capacity) {
    return seat.ranks.empty()
           || std::ranges::any_of(seat.ranks, [&](Rank rank) { return may_have(rank, capacity); });
}

/// Alternatives of one seat: all of them among the rule's is a yes, some of them a perhaps.
Evidence rank_fits(Seat const& seat, std::vector<Rank> const& wanted) {
    if (wanted.empty()) return Evidence::no;
    if (seat.ranks.empty()) return Evidence::perhaps;
    auto const among = [&](Rank rank) { return has(wanted, rank); };
    if (std::ranges::all_of(seat.ranks, among)) return Evidence::yes;
    bool const open = std::ranges::any_of(
        seat.ranks, [&](Rank rank) { return among(rank) || rank == Rank::other; });
    return open ? Evidence::perhaps : Evidence::no;
}

Evidence capacity_fits(Seat const& seat, std::vector<Capacity> const& wanted) {
    if (wanted.empty()) return Evidence::no;
    auto const& recorded = seat.capacities;
    if (recorded)
        return std::ranges::any_of(wanted, [&](Capacity one) { return recorded->contains(one); })
                   ? Evidence::yes
                   : Evidence::no;
    return std::ranges::any_of(wanted, [&](Capacity one) { return may_have(seat, one); })
               ? Evidence::perhaps
               : Evidence::no;
}

Evidence unit_fits(Seat const& seat, std::vector<std::string> const& wanted) {
    if (wanted.empty()) return Evidence::yes;
    if (seat.unit.empty()) return Evidence::perhaps;
    return has(wanted, seat.unit) ? Evidence::yes : Evidence::no;
}

/// Whether the words of `phrase` stand in `text` as whole words; both folded.
bool holds_words(std::string const& text, std::string const& phrase) {
    return !phrase.empty() && (" " + text + " ").find(" " + phrase + " ") != std::string::npos;
}

bool unit_shows(std::string const& unit, Quota const& quota) {
    auto const held = [&](std::string const& word) { return holds_words(unit, word); };
    return std::ranges::any_of(quota.unit_words, held)
           && std::ranges::none_of(quota.not_unit_words, held);
}

} // namespace

Evidence fits(Seat const& seat, SeatRule const& rule) {
    auto rank = rank_fits(seat, rule.ranks);
    // Where the capacities that the rule asks for are recorded, a rank that says nothing about it
    // leaves nothing open.
    bool const among =
        std::ranges::any_of(seat.ranks, [&](Rank one) { return has(rule.ranks, one); });
    if (seat.capacities && !rule.capacities.empty() && !among) rank = Evidence::no;
    return std::max(std::min(rank, capacity_fits(seat, rule.capacities)),
                    unit_fits(seat, rule.units));
}

QuotaEvidence fills(Seat const& seat, Quota const& quota) {
    if (!seat.capacities && unit_shows(seat.unit, quota)) return {Evidence::yes, true};
    return {capacity_fits(seat, quota.capacities), false};
}

OtherOffice from_other_office(Seat const& seat) {
    auto const all_ranks = [&](auto const& ranks) {
        return !seat.ranks.empty()
               && std::ranges::all_of(seat.ranks, [&](Rank rank) { return has(ranks, rank); });
    };
    if (!seat.capacities) {
        if (all_ranks(own_office_ranks)) return {Evidence::no, false};
        if (all_ranks(teacher_ranks)) return {Evidence::yes, true};
        return {Evidence::perhaps, false};
    }
    auto const recorded = [&](Capacity capacity) { return seat.capacities->contains(capacity); };
    if (recorded(Capacity::other_office)) return {Evidence::yes, false};
    if (std::ranges::any_of(own_office_capacities, recorded) || all_ranks(own_office_ranks))
        return {Evidence::no, false};
    if (std::ranges::any_of(teacher_capacities, recorded)
        || std::ranges::any_of(skill_capacities, recorded))
        return {Evidence::yes, true};
    return {Evidence::no, false};
}

} // namespace udb
