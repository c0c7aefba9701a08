// What can go wrong below the rules: the database is away, full, busy; a row breaks a constraint.
#pragma once

#include <stdexcept>
#include <string>

namespace udb {

/// The database could not do its work; nothing was saved. `what()` is for the log, never for the
/// reader: `web` shows 503 and an incident number. A wrong statement is not this but a Bug.
class StoreFailure : public std::runtime_error {
public:
    enum class Category {
        unavailable, ///< cannot be opened, or the connection is gone
        busy,        ///< someone else held it too long, or too many conflicts in a row
        full,        ///< no room on the disk
        read_only,   ///< opened, but may not be written
        too_large,   ///< one value is larger than the engine takes
        damaged,     ///< not a database of ours, or a broken one
    };

    StoreFailure(Category category, std::string const& what)
        : std::runtime_error(what), category_(category) {}

    Category category() const { return category_; }
    /// May the same succeed in a while, without anyone mending anything?
    bool passes() const {
        return category_ == Category::unavailable || category_ == Category::busy;
    }

    /// May it succeed again, at the latest when someone has made room or given the right to write,
    /// while the program goes on? (Else the database or what is put into it is wrong.)
    bool can_be_mended() const {
        return passes() || category_ == Category::full || category_ == Category::read_only;
    }

private:
    Category category_;
};

/// A row that the schema does not admit. In `write`, a `unique` one that nobody catches becomes
/// Error conflict where the callable returns a Result; the others travel on.
class ConstraintViolation : public std::runtime_error {
public:
    enum class Kind { unique, foreign_key, not_null, check };

    ConstraintViolation(Kind kind, std::string const& what)
        : std::runtime_error(what), kind_(kind) {}

    Kind kind() const { return kind_; }

private:
    Kind kind_;
};

/// Text that cannot be stored (a NUL inside, or bytes that are not UTF-8), refused alike by both
/// databases. Where the callable returns a Result it becomes Error invalid,
/// `store.unstorable_text`.
class UnstorableText : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

} // namespace udb
