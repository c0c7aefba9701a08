// The demo's evidence.
#pragma once

#include "host/work.hpp"

#include <string_view>

namespace udb::evidence {

/// The chapter: a few pieces of the ministry, of every kind, made here. Nothing where evidence is
/// known already.
Done tell_demo(Work& work);

/// For the chapters of others: the piece of that title proves this too. Nothing where the chapter
/// of evidence was not told.
Done prove_with(Work& work, std::string_view title, Id<Record> record);

} // namespace udb::evidence
