// What is missing or doubtful in a draft, before it is sent for approval and before it is issued.
#pragma once

#include "modules/papers/office_paper.hpp"

#include <vector>

namespace udb::papers {

struct DraftFinding {
    enum class Severity { error, warning, note };
    Severity severity = Severity::note;
    std::string field = {}; ///< the form key that settles it: `signer_name`, `copies`, `text_0`
    Message says = {};

    bool operator==(DraftFinding const&) const = default;
};

/// An error must be mended before the paper goes on; the others are for the eye.

std::vector<DraftFinding> check(OfficePaper const& paper);

/// Whether anything hinders.
bool hinders(std::vector<DraftFinding> const& findings);

} // namespace udb::papers
