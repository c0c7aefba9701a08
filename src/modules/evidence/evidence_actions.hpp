// The verbs of evidence.
#pragma once

#include "modules/evidence/evidence_store.hpp"

namespace udb::evidence {

/// What a form brings of a new piece.
struct Keeping {
    Piece piece = {};
    Id<Office> office = {};
    Id<Record> points_at = {};
    std::optional<CheckedFile> file = {};
    bool attest = false; ///< the actor attests the statement by the own account
    std::vector<Id<Record>> records = {};
    std::vector<FunctionLink> functions = {};
};

/// Enters it. Invalid at `file` where the kind needs one and none came, or a photograph is no
/// picture; at `attest` where nobody signed a statement.
Result<Id<Evidence>> keep(Work& work, Keeping const& keeping);

/// Corrects what was entered; refused once it is locked or replaced.
Done correct(Work& work, Header const& read, Piece const& after);

/// The same piece anew with a reason: the former stays readable, its links go over. What was locked
/// is followed by what is locked.
Result<Id<Evidence>> replace(Work& work, Header const& read, Keeping const& keeping,
                             std::string const& why);

/// Linking what is linked already changes nothing. Locked evidence may be linked further: that
/// alters neither it nor what it is linked to. What is linked to a record whose period was
/// submitted, and counts in it, is locked as it comes.
Done link(Work& work, Id<Evidence> id, Id<Record> record);
Done link(Work& work, Id<Evidence> id, FunctionLink const& function);
/// Only while it is open.
Done unlink(Work& work, Id<Evidence> id, Id<Record> record);
Done unlink(Work& work, Id<Evidence> id, FunctionLink const& function);

/// The most that a file of evidence may have.
inline constexpr std::size_t evidence_bytes_max = std::size_t{100} << 20U;

} // namespace udb::evidence
