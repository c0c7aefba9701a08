// The pages of people: an office with its posts and holders, a post with its history, officers, the
// transfer.
#pragma once

#include "host/call.hpp"
#include "modules/offices/offices.hpp"
#include "registers/pages/picker.hpp"

namespace udb::people {

Result<web::Response> show_office(Call& call);
Result<web::Response> show_post(Call& call);
Result<web::Response> show_posts(Call& call);

Result<web::Response> show_people(Call& call);
Result<web::Response> show_officer(Call& call);

Result<web::Response> show_transfer(Call& call);
Result<web::Response> post_transfer(Call& call);

/// The offices that the corrections told by `events` name in `fields`, and those of `also`.
std::vector<offices::OfficeLine> offices_named(Db& db, std::vector<Event> const& events,
                                               std::vector<std::string_view> const& fields,
                                               std::vector<Id<Office>> also);

/// Choosing an officer by name.
Picker officer_picker(Call const& call, FormValues const& form, Picker start);

} // namespace udb::people
