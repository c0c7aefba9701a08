#include "modules/doptor/posts_actions.hpp"

#include "modules/doptor/merging.hpp"

#include <algorithm>

namespace udb::doptor {
namespace {

/// A designation that can be taken.
struct PlannedPost {
    Key key = {};
    udb::Post post = {};
    Line line = {};
};

class PostImport {
public:
    PostImport(Work& work, Directory const& directory, Links& links, Links& changed, Report& report)
        : work_(work), links_(links), changed_(changed), report_(report) {
        for (auto const& e : directory.entries)
            if (e.kind == Kind::unit) units_[e.id] = &e;
        for (auto const& post : unlinked_posts(work.db))
            by_name_[post_name(post.office, post.title, post.unit)].push_back(post.id);
    }

    void plan(Entry const& entry) {
        PlannedPost p{.key = {entry.kind, entry.id}, .line = line_of(entry)};
        auto& notes = p.line.notes;
        auto const title = mended_name(entry.name, notes);
        p.line.name = title;
        auto const unit = units_.find(entry.unit);
        auto const office = links_.find({Kind::office, entry.office || unit == units_.end()
                                                           ? entry.office
                                                           : unit->second->office});
        if (title.bn.empty()) return tell(p, Outcome::refused, {"doptor.refused_no_name"});
        if (is_bijoy(entry.name.bn)) return tell(p, Outcome::refused, {"doptor.refused_bijoy"});
        if (is_test_name(title)) return tell(p, Outcome::refused, {"doptor.refused_test"});
        if (office == links_.end())
            return tell(p, Outcome::refused,
                        {"doptor.refused_office_unknown", {{"office", entry.office}}});
        p.post.office = as<Office>(office->second.record);
        p.post.title_bn = title.bn;
        p.post.title_en = title.en;
        p.post.rank = rank_named(title.bn).value_or(rank_named(title.en).value_or(Rank::other));
        p.post.is_head = entry.is_head;
        if (unit != units_.end()) {
            std::vector<Message> of_unit;
            if (auto const& name = unit->second->name; !name.bn.empty() || !name.en.empty()) {
                auto const mended = mended_name(name, of_unit);
                p.post.unit_bn = mended.bn;
                p.post.unit_en = mended.en;
            }
        } else if (entry.unit) {
            notes.push_back({"doptor.mended_unit_unknown", {{"unit", entry.unit}}});
        }
        ++rows_[name_of(p.post)];
        planned_.push_back(std::move(p));
    }

    void take_all() {
        for (auto& p : planned_)
            take(p);
    }

private:
    static PostName name_of(udb::Post const& post) {
        return post_name(post.office, post.title_bn, post.unit_bn);
    }
    void tell(PlannedPost& p, Outcome outcome, Message note) {
        p.line.outcome = outcome;
        p.line.notes = {std::move(note)};
        report_.tell(std::move(p.line));
    }
    void tell(PlannedPost& p, Error const& error) {
        p.line.outcome = Outcome::refused;
        p.line.notes = messages_of(error);
        report_.tell(std::move(p.line));
    }
    void tell(PlannedPost& p, Outcome outcome, Link const& link) {
        p.line.outcome = outcome;
        p.line.record = link.record;
        links_[p.key] = changed_[p.key] = link;
        report_.tell(std::move(p.line));
    }

    void take(PlannedPost& p) {
        auto const now = form_of(offices::post_register.fields, &p.post);
        if (auto const link = links_.find(p.key); link != links_.end())
            return bring_up_to_date(p, link->second, now);
        auto const name = name_of(p.post);
        auto const known = by_name_.find(name);
        if (known == by_name_.end()) return add(p, now);
        if (known->second.size() > 1 || rows_[name] > 1)
            return tell(p, Outcome::refused, {"doptor.refused_ambiguous"});
        Link const unsaid{as_record(known->second.front()), {}};
        auto const changed = correct(unsaid, now);
        if (!changed) return tell(p, changed.error());
        tell(p, Outcome::matched, Link{unsaid.record, said_of(now)});
    }

    void add(PlannedPost& p, FormValues const& now) {
        udb::Post post;
        if (auto wrong = read_record(offices::post_register, now, &post); !wrong.empty())
            return tell(p, invalid(std::move(wrong)));
        auto const added = offices::add_post(work_, post);
        if (!added) return tell(p, added.error());
        tell(p, Outcome::added, Link{as_record(*added), said_of(now)});
    }

    void bring_up_to_date(PlannedPost& p, Link const& link, FormValues const& now) {
        auto said = said_of(also_said(now, said_in(link.said)));
        auto const same = said == link.said;
        auto const changed = same ? Result<bool>(false) : correct(link, now);
        if (!changed) return tell(p, changed.error());
        tell(p, *changed ? Outcome::updated : Outcome::unchanged,
             Link{link.record, std::move(said)});
    }

    /// Whether anything changed.
    Result<bool> correct(Link const& link, FormValues const& now) {
        auto const post = offices::find_post(work_.db, as<Post>(link.record));
        if (!post) return not_found();
        auto const current = form_of(offices::post_register.fields, &post->post);
        auto const wanted = merged(current, said_in(link.said), now);
        if (wanted == current) return false;
        udb::Post after;
        if (auto wrong = read_record(offices::post_register, wanted, &after); !wrong.empty())
            return invalid(std::move(wrong));
        TRY(offices::correct_post(work_, post->header, after));
        return true;
    }

    Work& work_;
    Links& links_;
    Links& changed_;
    Report& report_;
    std::map<std::int64_t, Entry const*> units_;
    std::map<PostName, std::vector<Id<Post>>> by_name_;
    std::map<PostName, int> rows_;
    std::vector<PlannedPost> planned_;
};

} // namespace

void take_posts(Work& work, Directory const& directory, Links& links, Links& changed,
                Report& report) {
    PostImport posts{work, directory, links, changed, report};
    for (auto const& e : directory.entries)
        if (e.kind == Kind::designation) posts.plan(e);
    posts.take_all();
}

} // namespace udb::doptor
