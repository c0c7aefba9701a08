// The public face of the directory import: JSON of Doptor, the national office directory, into
// offices and posts.
#pragma once

#include "host/work.hpp"
#include "modules/doptor/reading.hpp"
#include "modules/doptor/report.hpp"

#include <functional>
#include <span>

namespace udb {
struct DoptorImport; ///< one import; its page is `/doptor/{id}`
}

namespace udb::doptor {

struct Imported {
    Id<DoptorImport> id = {};
    Report report = {};
};

/// Takes what the files hold, in this unit of work. Offices and posts that were taken before are
/// brought up to date where Doptor changed them; those entered by hand are matched by name and
/// place. Invalid at `files` where a file cannot be read; forbidden unless the actor may write
/// everywhere. Each record leaves its own event, the import `doptor.imported`.
Result<Imported> import(Work& work, std::span<SourceFile const> files);

/// Only tells what `import` would do: the unit of work must be given up afterwards.
/// `write` runs it and rolls back: `call.perform`, or a database's `write`.
Result<Report> tried(std::function<Done(std::function<Done(Work&)> const&)> const& write,
                     std::span<SourceFile const> files);

} // namespace udb::doptor
