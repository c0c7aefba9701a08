#include "modules/doptor/arranging.hpp"

#include "bangla/text/search_key.hpp"
#include "modules/doptor/places.hpp"

#include <algorithm>
#include <map>

namespace udb::doptor {
namespace {

enum class Visit { not_yet, on_the_way, done };

class Arranging {
public:
    Arranging(Directory const& directory, std::set<Key> const& known)
        : known_(known), places_(directory) {
        for (auto const& e : directory.entries)
            if (e.kind == Kind::office || e.kind == Kind::ministry || e.kind == Kind::layer)
                entries_[{e.kind, e.id}] = &e;
    }

    Arranged run() {
        for (auto const& [key, entry] : entries_)
            if (key.kind != Kind::layer && !entry->implied) consider(key, *entry);
        stand_for_ministries();
        for (std::size_t i = 0; i < nodes_.size(); ++i)
            find_parent(i);
        settle();
        return collected();
    }

private:
    struct Node {
        Planned planned;
        Entry const* entry;
        Visit visit = Visit::not_yet;
        bool taken = true;
        bool needed = true; ///< a ministry only where nothing else stands for it
    };

    void refuse(Node& node, Message why) {
        node.taken = false;
        node.visit = Visit::done;
        node.planned.line.notes = {std::move(why)};
    }

    /// A node of its own, refused or not; gives its place.
    std::size_t consider(Key key, Entry const& entry) {
        Planned p{.key = key, .line = line_of(entry)};
        auto& notes = p.line.notes;
        auto const name = mended_name(entry.name, notes);
        p.line.name = name;
        p.office.name_bn = name.bn;
        p.office.name_en = name.en;
        auto const at = nodes_.size();
        index_[key] = at;
        nodes_.push_back({.planned = std::move(p), .entry = &entry});
        auto& node = nodes_.back();
        if (is_bijoy(entry.name.bn))
            refuse(node, {"doptor.refused_bijoy"});
        else if (name.bn.empty())
            refuse(node, {"doptor.refused_no_name"});
        else if (is_test_name(name))
            refuse(node, {"doptor.refused_test"});
        else
            describe(node);
        return at;
    }

    void describe(Node& node) {
        auto const& entry = *node.entry;
        auto& office = node.planned.office;
        auto& notes = node.planned.line.notes;
        if (entry.kind == Kind::ministry) {
            office.level = Level::ministry;
            auto const code = codes_of(entry.code.empty() ? "" : entry.code + ".00.0000", notes);
            office.ministry_code = code.ministry;
            return;
        }
        auto const layer = entries_.find({Kind::layer, entry.layer});
        office.level = level_of(entry, layer == entries_.end() ? nullptr : layer->second);
        auto const code = codes_of(entry.code, notes);
        office.ministry_code = code.ministry;
        office.agency_code = code.agency;
        office.place_code = code.place;
        if (code.place.empty()) {
            office.place_code = places_.code_of(office.name(), office.level == Level::division);
            if (!office.place_code.empty())
                notes.push_back({"doptor.mended_place", {{"code", office.place_code}}});
        }
        office.website = mended_website(entry.website, notes);
    }

    /// A ministry is the office at the top that is alone in it, or has its name.
    void stand_for_ministries() {
        std::map<std::int64_t, std::vector<std::size_t>> heads;
        for (std::size_t i = 0; i < nodes_.size(); ++i) {
            auto const& node = nodes_[i];
            if (node.taken && node.entry->kind == Kind::office && node.entry->parent == 0
                && node.planned.office.level == Level::ministry && node.entry->ministry)
                heads[node.entry->ministry].push_back(i);
        }
        for (auto const& [ministry, offices] : heads) {
            Key const key{Kind::ministry, ministry};
            auto const entry = entries_.find(key);
            auto const same_name = [&](std::size_t i) {
                return entry != entries_.end()
                       && bangla::folded(nodes_[i].planned.office.name_bn)
                              == bangla::folded(entry->second->name.bn);
            };
            auto head = std::ranges::find_if(offices, same_name);
            if (head == offices.end() && offices.size() > 1) continue;
            if (head == offices.end()) head = offices.begin();
            nodes_[*head].planned.also = key;
            if (auto const at = index_.find(key); at != index_.end())
                nodes_[at->second].needed = false;
            index_[key] = *head;
        }
    }

    /// The ministry's own place in the books; what only an office's row names is taken when asked
    /// for.
    std::optional<Key> ministry_of(Entry const& entry) {
        Key const key{Kind::ministry, entry.ministry};
        if (!entry.ministry) return {};
        if (auto const at = index_.find(key); at != index_.end()) {
            auto const& node = nodes_[at->second];
            if (node.entry != &entry && node.taken) return node.planned.key;
            return {};
        }
        if (known_.contains(key)) return key;
        auto const implied = entries_.find(key);
        if (implied == entries_.end()) return {};
        auto const at = consider(key, *implied->second);
        return nodes_[at].taken ? std::optional(key) : std::nullopt;
    }

    void find_parent(std::size_t i) {
        auto const& entry = *nodes_[i].entry;
        if (!nodes_[i].taken || entry.kind == Kind::ministry) return;
        if (entry.parent == entry.id) return refuse(nodes_[i], {"doptor.refused_own_parent"});
        Key const above{Kind::office, entry.parent};
        if (entry.parent && (index_.contains(above) || known_.contains(above))) {
            nodes_[i].planned.parent = above;
            return;
        }
        if (!entry.parent && nodes_[i].planned.office.level == Level::ministry) return;
        auto const ministry = ministry_of(entry);
        auto& node = nodes_[i]; // ministry_of may have added one
        if (!ministry)
            return refuse(node, {"doptor.refused_parent_unknown", {{"parent", entry.parent}}});
        node.planned.parent = ministry;
        node.planned.line.notes.push_back(
            entry.parent ? Message{"doptor.mended_parent", {{"parent", entry.parent}}}
                         : Message{"doptor.mended_no_parent"});
    }

    /// Follows each chain of parents to its top once; what is met again on the way is a circle.
    void settle() {
        std::vector<std::size_t> way;
        for (std::size_t i = 0; i < nodes_.size(); ++i) {
            way.clear();
            auto at = std::optional(i);
            while (at && nodes_[*at].visit == Visit::not_yet) {
                nodes_[*at].visit = Visit::on_the_way;
                way.push_back(*at);
                at = above(*at);
            }
            if (at && nodes_[*at].visit == Visit::on_the_way) {
                auto const first = std::ranges::find(way, *at);
                for (auto in = first; in != way.end(); ++in)
                    refuse(nodes_[*in], {"doptor.refused_circle"});
                way.erase(first, way.end());
            }
            for (auto down = way.rbegin(); down != way.rend(); ++down)
                settle_below(*down);
        }
    }

    std::optional<std::size_t> above(std::size_t i) const {
        auto const& parent = nodes_[i].planned.parent;
        if (!parent) return {};
        auto const at = index_.find(*parent);
        return at == index_.end() ? std::nullopt : std::optional(at->second);
    }

    void settle_below(std::size_t i) {
        auto& node = nodes_[i];
        node.visit = Visit::done;
        auto const over = above(i);
        if (!over) return;
        auto const& parent = nodes_[*over];
        if (!parent.taken) {
            refuse(node, {"doptor.refused_parent_refused",
                          {{"parent", parent.planned.key.id},
                           {"name", parent.planned.line.name.in(Language::bn)}}});
            return;
        }
        node.planned.depth = parent.planned.depth + 1;
    }

    Arranged collected() {
        Arranged out;
        for (auto& node : nodes_) {
            if (!node.taken) {
                node.planned.line.outcome = Outcome::refused;
                out.refused.push_back(std::move(node.planned.line));
            } else if (node.needed) {
                out.offices.push_back(std::move(node.planned));
            }
        }
        std::ranges::stable_sort(out.offices, {}, &Planned::depth);
        return out;
    }

    std::set<Key> const& known_;
    Places places_;
    std::map<Key, Entry const*> entries_;
    std::vector<Node> nodes_;
    std::map<Key, std::size_t> index_;
};

bool names_any(BilingualText const& name, std::string_view bn, std::string_view en) {
    auto const folded_en = bangla::folded(name.en);
    return bangla::folded(name.bn).find(bangla::folded(bn)) != std::string::npos
           || folded_en.find(en) != std::string::npos;
}

} // namespace

Level level_of(Entry const& office, Entry const* layer) {
    switch (office.level) {
    case 0: break;
    case 1: return Level::ministry;
    case 2:
    case 3: return Level::agency;
    case 4: return Level::division;
    case 5: return Level::district;
    case 6: return Level::upazila;
    default: return Level::field;
    }
    auto const& name = layer ? layer->name : office.layer_name;
    if (names_any(name, "মন্ত্রণালয়", "ministry")) return Level::ministry;
    if (names_any(name, "উপজেলা কার্যালয়", "upazilla office")) return Level::upazila;
    if (names_any(name, "জেলা কার্যালয়", "district office")) return Level::district;
    if (names_any(name, "বিভাগীয়", "divisional")) return Level::division;
    if (names_any(name, "অধিদপ্তর", "directorate")) return Level::agency;
    return Level::field;
}

Arranged arranged(Directory const& directory, std::set<Key> const& known) {
    return Arranging{directory, known}.run();
}

} // namespace udb::doptor
