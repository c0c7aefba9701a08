// Statements that the module keeps to itself.
#pragma once

#include "modules/people/people.hpp"

namespace udb::people {

/// All that a post has had, the oldest first: what kernel's `transferred` judges.
std::vector<Holding> holdings_of_post(Db& db, Id<Post> post);
/// The regular holding that an officer has open in a post other than `except`.
std::optional<Holding> open_regular_of(Db& db, Id<Officer> officer, Id<Post> except);

/// Keeps the `until` of a holding that ends, and the order that ended it.
void end_holding(Db& db, Holding const& holding, std::string_view memo);
Id<Holding> begin_holding(Db& db, Holding const& holding, std::string_view memo);

/// Whoever holds the head's post is head of that office.
std::vector<Assignment> head_roles(Db& db, Id<Officer> officer, Date today);

} // namespace udb::people
