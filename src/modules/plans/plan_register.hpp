// A plan and an indicator as their registers list them.
#pragma once

#include "kernel/register.hpp"
#include "modules/evidence/piece.hpp"
#include "modules/plans/plan.hpp"

#include <string>

namespace udb {

template <>
inline constexpr std::string_view record_kind<Plan> = "plan";
template <>
inline constexpr std::string_view record_kind<Indicator> = "indicator";

namespace plans {

/// The id of a template, chosen among those that the program carries.
struct FormChoice {
    std::string id = {};
    bool operator==(FormChoice const&) const = default;
};

struct PlanRow {
    std::string title_bn = {};
    Id<Office> office = {};
    evidence::YearChoice year = {};
    FormChoice form = {};
    Stage stage = Stage::draft;
};

struct IndicatorRow {
    std::string title_bn = {};
    Id<Plan> plan = {};
    Unit unit = Unit::number;
    Value weight = {};
    Id<Post> responsible = {};
    IndicatorStage stage = IndicatorStage::draft;
};

extern Register<PlanRow> const plan_register;
extern Register<IndicatorRow> const indicator_register;

} // namespace plans

template <>
struct Codec<plans::FormChoice> {
    static constexpr Control control = Control::choice;
    static constexpr std::string_view sql_type = "text";
    static std::string write(plans::FormChoice const& value) { return value.id; }
    static std::optional<Message> read(std::string_view text, Traits const&,
                                       plans::FormChoice& out);
    static std::vector<Option> options();
};

} // namespace udb
