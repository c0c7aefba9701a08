// The fields of a seat, and the seat that a sent form describes.
#include "modules/teams/seat_form.hpp"

#include <algorithm>
#include <array>

namespace udb::teams {
namespace {

constexpr std::array fields{
    field<&SeatForm::role>("role", {"ভূমিকা", "Role"}, {.required = true}),
    field<&SeatForm::no>("no", {"ক্রমিক নম্বর", "Place in the list"},
                         {.at_least = 1,
                          .at_most = static_cast<std::int64_t>(seats_max),
                          .hint = {"খালি রাখলে তালিকার শেষে বসবে।", "Left empty: at the end."}}),
    field<&SeatForm::post_bn>("post_bn",
                              {"আদেশে পদ যেভাবে লেখা হবে", "Post as the order writes it (Bangla)"},
                              {.hint = {"খালি রাখলে বেছে নেওয়া পদের নাম বসবে।",
                                        "Left empty: the titles of the chosen posts."}}),
    field<&SeatForm::post_en>("post_en", {"পদ (ইংরেজিতে)", "Post (English)"}),
    field<&SeatForm::unit_bn>("unit_bn", {"অনুবিভাগ, অধিশাখা, শাখা বা সেল", "Unit (Bangla)"}),
    field<&SeatForm::unit_en>("unit_en",
                              {"অনুবিভাগ, অধিশাখা, শাখা বা সেল (ইংরেজিতে)", "Unit (English)"}),
    field<&SeatForm::capacities>("capacities",
                                 {"এ আসনের জন্য লিপিবদ্ধ পরিচয়", "Capacities recorded for this seat"},
                                 {.hint = {"কিছু না বাছলে পদের লিপিবদ্ধ পরিচয় ধরা হবে।",
                                           "Nothing ticked: those recorded for the post count."}}),
};
static_assert(well_formed(fields));

} // namespace

constinit Register<SeatForm> const seat_register{
    {.name = "seats", .title = {"আসন", "Seats"}, .one = {"আসন", "Seat"}, .fields = fields}};

SeatForm form_of(TeamSeat const& seat) {
    return {.role = seat.role,
            .no = seat.no,
            .post_bn = seat.post_text.bn,
            .post_en = seat.post_text.en,
            .unit_bn = seat.unit.bn,
            .unit_en = seat.unit.en,
            .capacities = seat.capacities};
}

TeamSeat with_form(TeamSeat seat, SeatForm const& form, std::vector<Id<Post>> const& posts,
                   Id<Officer> officer) {
    BilingualText const text{form.post_bn, form.post_en};
    BilingualText const unit{form.unit_bn, form.unit_en};
    std::vector<Id<Post>> before;
    for (auto const& post : seat.posts)
        before.push_back(post.id);
    bool const moved = before != posts || seat.officer != officer;
    bool const untouched = text == seat.post_text && unit == seat.unit;
    bool const anew = moved && untouched && (!posts.empty() || officer);
    seat.role = form.role;
    seat.no = form.no;
    seat.post_text = anew ? BilingualText{} : text;
    seat.unit = anew ? BilingualText{} : unit;
    seat.capacities = form.capacities;
    seat.officer = officer;
    seat.posts.clear();
    for (auto const id : posts)
        seat.posts.push_back({.id = id});
    return seat;
}

} // namespace udb::teams
