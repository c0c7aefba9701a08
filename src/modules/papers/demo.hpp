// The demo's papers.
#pragma once

#include "host/work.hpp"

namespace udb::papers {

/// The chapter: a small office order that was issued under the ministry's own series, and one that
/// waits for approval. Nothing where the demo's offices are not there.
Done tell_demo(Work& work);

} // namespace udb::papers
