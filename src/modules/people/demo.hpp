// The demo's officers and what they hold.
#pragma once

#include "host/work.hpp"

namespace udb::people {

/// The chapter: imaginary officers in the posts of the offices' chapter, with the transfers of two
/// years. Nothing where officers are known already.
Done tell_demo(Work& work);

} // namespace udb::people
