#include "modules/meetings/meeting_terms.hpp"

namespace udb {
namespace {

using namespace meetings;

constexpr Term<MeetingKind> kinds[] = {
    {MeetingKind::team, "team", {"টিমের সভা", "Team meeting"}},
    {MeetingKind::coordination,
     "coordination",
     {"মাসিক সমন্বয় সভা", "Monthly coordination meeting"}},
    {MeetingKind::showcasing, "showcasing", {"শোকেসিং সভা", "Showcasing"}},
    {MeetingKind::review, "review", {"পর্যালোচনা সভা", "Review meeting"}},
};
constexpr Term<Stage> stages[] = {
    {Stage::called, "called", {"আহ্বান করা হয়েছে", "Called"}},
    {Stage::held, "held", {"অনুষ্ঠিত", "Held"}},
    {Stage::minuted, "minuted", {"কার্যবিবরণী লেখা হয়েছে", "Minuted"}},
    {Stage::confirmed, "confirmed", {"কার্যবিবরণী দৃঢ়ীকৃত", "Minutes confirmed"}},
    {Stage::called_off, "called_off", {"বাতিল", "Called off"}},
};
constexpr Term<Presence> presences[] = {
    {Presence::present, "present", {"উপস্থিত", "Present"}},
    {Presence::online, "online", {"অনলাইনে যুক্ত", "Online"}},
    {Presence::substitute, "substitute", {"প্রতিনিধি উপস্থিত", "Substitute came"}},
    {Presence::leave, "leave", {"অনুমতিসহ অনুপস্থিত", "Absent with leave"}},
    {Presence::absent, "absent", {"অনুপস্থিত", "Absent"}},
};
constexpr Term<ItemKind> items[] = {
    {ItemKind::previous, "previous", {"পূর্ববর্তী সিদ্ধান্তের অগ্রগতি", "Earlier decisions"}},
    {ItemKind::matter, "matter", {"চলমান বিষয়", "Open matter"}},
    {ItemKind::own, "own", {"আলোচ্য বিষয়", "Item"}},
};
constexpr Term<DecisionState> states[] = {
    {DecisionState::open, "open", {"চলমান", "Open"}},
    {DecisionState::done, "done", {"বাস্তবায়িত", "Done"}},
    {DecisionState::dropped, "dropped", {"আর প্রয়োজন নেই", "Let go"}},
};

} // namespace

template <>
std::span<Term<MeetingKind> const> terms<MeetingKind>() {
    return kinds;
}
template <>
std::span<Term<meetings::Stage> const> terms<meetings::Stage>() {
    return stages;
}
template <>
std::span<Term<Presence> const> terms<Presence>() {
    return presences;
}
template <>
std::span<Term<ItemKind> const> terms<ItemKind>() {
    return items;
}
template <>
std::span<Term<DecisionState> const> terms<DecisionState>() {
    return states;
}

} // namespace udb
