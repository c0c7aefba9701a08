#include "kernel/policy.hpp"

#include "base/ensure.hpp"

#include <algorithm>

namespace udb {
namespace {

bool reaches(Reach reach, Assignment const& from, Actor const& actor, Target const& target) {
    switch (reach) {
    case Reach::own: return target.owner && target.owner == actor.account;
    case Reach::office: return target.office_path == from.office_path;
    case Reach::subtree:
        return !from.office_path.empty() && target.office_path.starts_with(from.office_path);
    case Reach::any: return true;
    }
    return false;
}

/// The assignments of an actor, with the one that everybody has: guest, nowhere.
std::vector<Assignment> held(Actor const& actor) {
    auto all = actor.assignments;
    all.push_back({Role::guest, ""});
    return all;
}

/// Leaves each path once, and none that lies under one of `above`.
void drop_covered(std::vector<std::string>& paths, std::vector<std::string> const above) {
    std::ranges::sort(paths);
    auto const [first, last] = std::ranges::unique(paths);
    paths.erase(first, last);
    std::erase_if(paths, [&](std::string const& path) {
        return std::ranges::any_of(
            above, [&](std::string const& over) { return path != over && path.starts_with(over); });
    });
}

} // namespace

template <>
std::span<Term<Role> const> terms<Role>() {
    static constexpr Term<Role> rows[] = {
        {Role::guest, "guest", {"অতিথি", "Guest"}},
        {Role::member, "member", {"সদস্য", "Member"}},
        {Role::member_secretary, "member_secretary", {"সদস্য সচিব", "Member-secretary"}},
        {Role::leader, "leader", {"দলনেতা (ইনোভেশন অফিসার)", "Team leader (innovation officer)"}},
        {Role::head_of_office, "head_of_office", {"দপ্তর প্রধান", "Head of office"}},
        {Role::overseer, "overseer", {"পর্যবেক্ষক", "Overseer"}},
        {Role::administrator, "administrator", {"ব্যবস্থাপক", "Administrator"}},
    };
    return rows;
}

template <>
std::span<Term<Act> const> terms<Act>() {
    static constexpr Term<Act> rows[] = {
        {Act::read, "read", {"দেখা", "Read"}},
        {Act::read_internal, "read_internal", {"অভ্যন্তরীণ পত্র দেখা", "Read internal papers"}},
        {Act::write, "write", {"লেখা ও সংশোধন", "Enter and correct"}},
        {Act::form, "form", {"টিম গঠন", "Form teams"}},
        {Act::except, "except", {"ব্যতিক্রম লিপিবদ্ধ", "Record exceptions"}},
        {Act::accept, "accept", {"আদেশ গ্রহণ", "Accept orders"}},
        {Act::transfer, "transfer", {"বদলি", "Transfer officers"}},
        {Act::approve, "approve", {"অনুমোদন", "Approve papers"}},
        {Act::issue, "issue", {"জারি", "Issue papers"}},
        {Act::report, "report", {"অগ্রগতি জানানো", "Report progress"}},
        {Act::assess, "assess", {"মূল্যায়ন", "Assess"}},
        {Act::administer, "administer", {"ব্যবস্থাপনা", "Administer"}},
    };
    return rows;
}

template <>
std::span<Term<Reach> const> terms<Reach>() {
    static constexpr Term<Reach> rows[] = {
        {Reach::own, "own", {"নিজের", "Own"}},
        {Reach::office, "office", {"নিজ দপ্তর", "Own office"}},
        {Reach::subtree, "subtree", {"নিজ ও আওতাধীন দপ্তর", "Own office and those below"}},
        {Reach::any, "any", {"সব দপ্তর", "Every office"}},
    };
    return rows;
}

bool Actor::holds(Role role) const {
    return std::ranges::any_of(assignments, [&](auto const& a) { return a.role == role; });
}

bool permits(std::span<Grant const> policy, Actor const& actor, Act act, Target const& target) {
    auto const all = held(actor);
    return std::ranges::any_of(policy, [&](Grant const& grant) {
        return grant.act == act && std::ranges::any_of(all, [&](Assignment const& a) {
                   return a.role == grant.role && reaches(grant.reach, a, actor, target);
               });
    });
}

bool permits_somewhere(std::span<Grant const> policy, Actor const& actor, Act act) {
    auto const all = held(actor);
    return std::ranges::any_of(policy, [&](Grant const& grant) {
        // Whoever has no account owns nothing.
        return grant.act == act && (grant.reach != Reach::own || !actor.guest())
               && std::ranges::any_of(all, [&](auto const& a) { return a.role == grant.role; });
    });
}

Scope scope_of(std::span<Grant const> policy, Actor const& actor, Act act) {
    Scope scope;
    for (auto const& a : held(actor))
        for (auto const& grant : policy) {
            if (grant.act != act || grant.role != a.role) continue;
            if (grant.reach == Reach::any) return {.everywhere = true};
            if (grant.reach == Reach::own) scope.owner = actor.account;
            if (grant.reach == Reach::office) scope.exactly.push_back(a.office_path);
            if (grant.reach == Reach::subtree && !a.office_path.empty())
                scope.below.push_back(a.office_path);
        }
    drop_covered(scope.below, scope.below);
    drop_covered(scope.exactly, scope.below);
    std::erase_if(scope.exactly, [&](std::string const& path) {
        return std::ranges::count(scope.below, path) > 0;
    });
    return scope;
}

std::string policy_table(std::string_view module, std::span<Grant const> policy) {
    std::vector<Act> acts;
    for (auto const& term : terms<Act>())
        if (std::ranges::any_of(policy, [&](auto const& g) { return g.act == term.value; }))
            acts.push_back(term.value);

    auto const cell = [](std::string_view text, std::size_t width) {
        return std::string(text) + std::string(width > text.size() ? width - text.size() : 1, ' ');
    };
    auto const width = [](Act act) { return std::max<std::size_t>(10, id_of(act).size() + 1); };
    std::string out = cell(module, 20);
    for (auto const act : acts)
        out += cell(id_of(act), width(act));
    out += '\n';
    for (auto const& role : terms<Role>()) {
        out += cell("  " + std::string(role.id), 20);
        for (auto const act : acts) {
            std::optional<Reach> widest;
            for (auto const& g : policy)
                if (g.role == role.value && g.act == act && (!widest || g.reach > *widest))
                    widest = g.reach;
            out += cell(widest ? id_of(*widest) : "-", width(act));
        }
        out += '\n';
    }
    return out;
}

} // namespace udb
