// The demo's accepted order: the ministry's order of 26 January 2026 in our own words.
#pragma once

#include "host/work.hpp"

namespace udb::mandates {

/// The chapter: the order is read as the desk reads it, and accepted with its proposals. Nothing
/// where it is in the books already, or its ministry is not.
Done tell_demo(Work& work);

/// Its text, for tests.
std::string_view demo_order_text();

} // namespace udb::mandates
