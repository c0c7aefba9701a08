// The closed lists that mandates, teams, forms and JSON share: tiers, roles, ranks, capacities,
// cadences.
#pragma once

#include "base/bilingual.hpp"
#include "kernel/term.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace udb {

/// Where an office stands. C23 heads "divisional level" too, but §2 gives it no composition: the
/// tier exists, without rules.
enum class Tier { ministry, agency, division, district, upazila };

/// What a seat does in the team. C23 §2 knows the first three; L26 and older orders also have the
/// member-secretary.
enum class SeatRole { chief_innovation_officer, innovation_officer, member, member_secretary };

/// Who forms a team (C23 §3).
enum class Authority { secretary, head_of_agency, deputy_commissioner, upazila_nirbahi_officer };

/// The rank or post of a seat, as far as rules and orders ask for it. `other` is any rank that is
/// not in the table: no rule is met or broken by it.
enum class Rank {
    senior_secretary,
    secretary,
    additional_secretary,
    joint_secretary,
    deputy_secretary,
    senior_assistant_secretary,
    assistant_secretary,
    section_officer,
    joint_chief,
    deputy_chief,
    senior_assistant_chief,
    assistant_chief,
    chairman,
    director_general,
    managing_director,
    additional_director_general,
    director,
    additional_director,
    joint_director,
    deputy_director,
    assistant_director,
    chief_engineer,
    additional_chief_engineer,
    superintending_engineer,
    executive_engineer,
    sub_divisional_engineer,
    assistant_engineer,
    senior_system_analyst,
    system_analyst,
    senior_programmer,
    programmer,
    assistant_programmer,
    maintenance_engineer,
    assistant_maintenance_engineer,
    deputy_commissioner,
    additional_deputy_commissioner,
    senior_assistant_commissioner,
    assistant_commissioner,
    assistant_commissioner_land,
    upazila_nirbahi_officer,
    district_officer,
    upazila_officer,
    principal,
    professor,
    associate_professor,
    assistant_professor,
    lecturer,
    head_teacher,
    assistant_head_teacher,
    assistant_teacher,
    teacher,
    administrative_officer,
    officer,
    other,
};

/// What a rule asks of the person or post in a seat, beside the rank (C23 §2).
enum class Capacity {
    ict,
    planning,
    data_focal,
    data_skilled,
    skills_development,
    science_ict_teacher_secondary,
    science_ict_teacher_higher_secondary,
    ac_land,
    programmer,
    assistant_commissioner,
    upazila_nirbahi_officer,
    adc_education_ict,
    adc_nominated,
    other_office,
};

enum class Cadence { monthly, quarterly, yearly, continuous, once, on_event };

/// Whom a function's outcome is made known to.
enum class Recipient {
    cabinet_division,
    monthly_coordination_meeting,
    higher_authority,
    own_website
};

/// The separate facts that together complete one period of a function: a report may be drafted and
/// sent, and still not be published (C23 §4(5)).
enum class Completion {
    drafted,
    approved,
    carried_out,
    held,
    reviewed,
    presented,
    informed,
    sent,
    published
};

enum class MandateKind { notification, office_order, circular };

/// `number_only`: other papers cite it, and its text is not known; it has no functions and no
/// rules.
enum class Known { full, number_only };

template <>
std::span<Term<Tier> const> terms<Tier>();
template <>
std::span<Term<SeatRole> const> terms<SeatRole>();
template <>
std::span<Term<Authority> const> terms<Authority>();
template <>
std::span<Term<Rank> const> terms<Rank>();
template <>
std::span<Term<Capacity> const> terms<Capacity>();
template <>
std::span<Term<Cadence> const> terms<Cadence>();
template <>
std::span<Term<Recipient> const> terms<Recipient>();
template <>
std::span<Term<Completion> const> terms<Completion>();
template <>
std::span<Term<MandateKind> const> terms<MandateKind>();
template <>
std::span<Term<Known> const> terms<Known>();

/// The rank that a post's title names, in Bangla or English, whatever its spaces, hyphens and
/// bracketed branch: "যুগ্ম সচিব (বাজেট)" is a joint secretary. Empty when the title is not in the
/// table.
std::optional<Rank> rank_named(std::string_view title);

/// The role that a table of seats writes: "সদস্য-সচিব", "চিফ ইনোভেশন অফিসার", "Member".
std::optional<SeatRole> role_named(std::string_view title);

} // namespace udb
