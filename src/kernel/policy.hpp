// Who may do what, where: role × act × reach, as tables that a lawyer can read.
#pragma once

#include "base/bilingual.hpp"
#include "base/id.hpp"
#include "kernel/term.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace udb {

struct Office;
struct Officer;
struct Account;

/// What a person is, in an office. `guest` is whoever has not signed in.
enum class Role {
    guest,
    member,
    member_secretary,
    leader,
    head_of_office,
    overseer, ///< of the Cabinet Division: reads all
    administrator,
};

/// What is done to a record; each module says which of these it knows.
enum class Act {
    read,
    read_internal, ///< read what stays inside the offices that it concerns
    write,         ///< enter and correct
    form,          ///< form or re-form a team
    except,        ///< record an exception to a rule, with its reason
    accept,        ///< take an order that was read into the books
    transfer,      ///< move officers between posts
    approve,       ///< a paper, as the second person
    issue,         ///< give a paper its number and date
    report,        ///< tell what was achieved
    assess,        ///< judge what an office below reports
    administer     ///< accounts and settings
};

/// How far a grant reaches from the office where the role is held.
enum class Reach {
    own,     ///< records that the actor owns
    office,  ///< that office
    subtree, ///< that office and those below it
    any,
};

template <>
std::span<Term<Role> const> terms<Role>();

template <>
std::span<Term<Act> const> terms<Act>();
template <>
std::span<Term<Reach> const> terms<Reach>();

/// One row of a module's policy.
struct Grant {
    Role role;
    Act act;
    Reach reach;
};

/// A role held in an office. `office_path` is the office's place in the tree: `/1/7/`.
struct Assignment {
    Role role;
    std::string office_path;
};

/// Whoever is acting. A guest has no account and no assignments.
struct Actor {
    Id<Account> account;
    Id<Officer> officer;
    Id<Office> office; ///< where the person sits
    BilingualText name;
    std::vector<Assignment> assignments;

    bool guest() const { return !account; }
    bool holds(Role role) const;
};

/// What is acted upon: the place of its office in the tree, and the account that owns it.
struct Target {
    std::string_view office_path;
    Id<Account> owner = {};
};

/// Whether some grant lets `actor` do `act` to `target`. What no row permits is forbidden.
bool permits(std::span<Grant const> policy, Actor const& actor, Act act, Target const& target);

/// Whether some grant lets `actor` do `act` to anything at all; for showing or hiding a link.
bool permits_somewhere(std::span<Grant const> policy, Actor const& actor, Act act);

/// Where an actor may do something: what a list is narrowed to. An office is named by its path.
struct Scope {
    bool everywhere = false;
    std::vector<std::string> below = {};   ///< these offices and all under them
    std::vector<std::string> exactly = {}; ///< these offices alone
    Id<Account> owner = {};                ///< and what this account owns, wherever it is

    bool nowhere() const { return !everywhere && below.empty() && exactly.empty() && !owner; }
    bool operator==(Scope const&) const = default;
};
/// The targets for which `permits` says yes. No path is named that another one covers.
Scope scope_of(std::span<Grant const> policy, Actor const& actor, Act act);

/// The policy of one module as a table of text, role by act, for the approved snapshot.
std::string policy_table(std::string_view module, std::span<Grant const> policy);

} // namespace udb
