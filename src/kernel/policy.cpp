#include "kernel/policy.hpp"

#include "base/ensure.hpp"

#include <algorithm>

namespace udb {
namespace {

struct ActName {
    Act act;
    std::string_view id;
};
constexpr std::array act_names{
    ActName{Act::read, "read"},
    ActName{Act::write, "write"},
    ActName{Act::form, "form"},
    ActName{Act::except, "except"},
    ActName{Act::accept, "accept"},
    ActName{Act::transfer, "transfer"},
    ActName{Act::approve, "approve"},
    ActName{Act::issue, "issue"},
    ActName{Act::administer, "administer"},
};

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

} // namespace

std::string_view id_of(Role role) {
    for (auto const& name : role_names)
        if (name.role == role) return name.id;
    return {};
}

std::optional<Role> parse_role(std::string_view id) {
    for (auto const& name : role_names)
        if (name.id == id) return name.role;
    return {};
}

Bilingual label_of(Role role) {
    for (auto const& name : role_names)
        if (name.role == role) return name.label;
    return {};
}

std::string_view id_of(Act act) {
    for (auto const& name : act_names)
        if (name.act == act) return name.id;
    return {};
}

std::string_view id_of(Reach reach) {
    switch (reach) {
    case Reach::own: return "own";
    case Reach::office: return "office";
    case Reach::subtree: return "subtree";
    case Reach::any: return "any";
    }
    return {};
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
        return grant.act == act
               && std::ranges::any_of(all, [&](auto const& a) { return a.role == grant.role; });
    });
}

std::string policy_table(std::string_view module, std::span<Grant const> policy) {
    std::vector<Act> acts;
    for (auto const& name : act_names)
        if (std::ranges::any_of(policy, [&](auto const& g) { return g.act == name.act; }))
            acts.push_back(name.act);

    auto const cell = [](std::string_view text, std::size_t width) {
        return std::string(text) + std::string(width > text.size() ? width - text.size() : 1, ' ');
    };
    std::string out = cell(module, 20);
    for (auto const act : acts)
        out += cell(id_of(act), 10);
    out += '\n';
    for (auto const& role : role_names) {
        out += cell("  " + std::string(role.id), 20);
        for (auto const act : acts) {
            std::optional<Reach> widest;
            for (auto const& g : policy)
                if (g.role == role.role && g.act == act && (!widest || g.reach > *widest))
                    widest = g.reach;
            out += cell(widest ? id_of(*widest) : "-", 10);
        }
        out += '\n';
    }
    return out;
}

} // namespace udb
