// The demo's evidence.
#pragma once

#include "host/work.hpp"

namespace udb::evidence {

/// The chapter: a few pieces of the ministry, of every kind, made here. Nothing where evidence is
/// known already.
Done tell_demo(Work& work);

} // namespace udb::evidence
