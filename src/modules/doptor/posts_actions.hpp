// Designations of the directory into posts.
#pragma once

#include "modules/doptor/import_store.hpp"

namespace udb::doptor {

/// Takes every designation whose office is in the books (`links`), and tells of it.
void take_posts(Work& work, Directory const& directory, Links& links, Links& changed,
                Report& report);

} // namespace udb::doptor
