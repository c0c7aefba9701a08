// What a further import changes: only what the directory itself has changed since.
#pragma once

#include "kernel/register.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace udb::doptor {

/// What the directory said of a record, as JSON of the register's fields: kept with its number.
std::string said_of(FormValues const& values);
FormValues said_in(std::string_view json);

/// The fields as they are to be: where `now` differs from `before`, as `now` says; else as they
/// are. What is empty in `now` empties nothing. Before the first import `before` is empty: only
/// empty fields are filled, and what was entered by hand stays.
FormValues merged(FormValues const& current, FormValues const& before, FormValues const& now);

/// `now`, and what `before` said where `now` is silent: the files of one import may lack what those
/// of another had.
FormValues also_said(FormValues now, FormValues const& before);

/// Why a record was refused, a message for each field.
std::vector<Message> messages_of(Error const& error);

} // namespace udb::doptor
