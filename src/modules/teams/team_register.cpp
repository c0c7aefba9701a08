#include "modules/teams/team_register.hpp"

#include "kernel/mandate.hpp"
#include "modules/teams/policy.hpp"

#include <array>

namespace udb {

template <>
std::span<Term<teams::Standing> const> terms<teams::Standing>() {
    using teams::Standing;
    static constexpr std::array rows{
        Term<Standing>{Standing::forming, "forming", {"গঠন প্রক্রিয়াধীন", "Being formed"}},
        Term<Standing>{Standing::active, "active", {"কার্যকর", "In force"}},
    };
    return rows;
}

std::vector<Option> Codec<teams::MandateChoice>::options() {
    std::vector<Option> options;
    for (auto const& mandate : shipped_mandates().all())
        options.push_back({mandate.id, {mandate.title.bn, mandate.title.en}});
    return options;
}

namespace teams {
namespace {

constexpr std::array fields{
    field<&TeamRow::office>("office", {"দপ্তর", "Office"}, {.required = true}),
    field<&TeamRow::tier>("tier", {"পর্যায়", "Tier"},
                          {.required = true, .show = in_list | in_filter}),
    field<&TeamRow::mandate>("mandate", {"যার অধীন", "Stands under"},
                             {.required = true, .show = in_filter}),
    field<&TeamRow::stage>("stage", {"অবস্থা", "State"},
                           {.required = true, .show = in_filter, .of_header = true}),
    field<&TeamRow::number>("number", {"গঠনের আদেশ নম্বর", "Number of the order"},
                            {.of_header = true}),
    field<&TeamRow::since>("since", {"কার্যকর", "In force since"}, {.show = in_sort}),
    field<&TeamRow::seats>("seats", {"আসন", "Seats"}, {.required = true}),
};
static_assert(well_formed(fields));

} // namespace

constinit Register<TeamRow> const team_register{{
    .name = "teams",
    .kind = record_kind<Team>,
    .title = {"ইনোভেশন টিম", "Innovation teams"},
    .one = {"টিম", "Team"},
    .fields = fields,
    .policy = policy,
}};

} // namespace teams
} // namespace udb
