// Taking the directory into offices and posts: known numbers first, then name and place.
#include "bangla/text/search_key.hpp"
#include "modules/doptor/import_store.hpp"
#include "modules/doptor/matching.hpp"
#include "modules/doptor/merging.hpp"
#include "modules/doptor/policy.hpp"
#include "modules/doptor/posts_actions.hpp"

#include <algorithm>
#include <set>
#include <tuple>

namespace udb::doptor {
namespace {

class OfficeImport {
public:
    OfficeImport(Work& work, Links& links, Links& changed, Report& report)
        : work_(work), links_(links), changed_(changed), report_(report),
          candidates_(unlinked_offices(work.db)) {}

    void take(Planned& p) {
        if (p.parent) {
            auto const above = links_.find(*p.parent);
            if (above == links_.end())
                return tell(p, Outcome::refused,
                            {{"doptor.refused_parent_refused",
                              {{"parent", p.parent->id}, {"name", std::string()}}}});
            p.office.parent = as<Office>(above->second.record);
        }
        auto const now = form_of(offices::office_register.fields, &p.office);
        auto link = links_.find(p.key);
        if (link == links_.end() && p.also) link = links_.find(*p.also);
        if (link != links_.end()) return bring_up_to_date(p, link->second, now);
        auto const found = candidates_.matching(p.office);
        if (found.ambiguous) return tell(p, Outcome::refused, {{"doptor.refused_ambiguous"}});
        if (found.office) return match(p, found.office, now);
        if (found.same_name)
            p.line.notes.push_back({"doptor.same_name", {{"record", found.same_name.value}}});
        add(p, now);
    }

private:
    void tell(Planned& p, Outcome outcome, std::vector<Message> notes) {
        p.line.outcome = outcome;
        p.line.notes = std::move(notes);
        report_.tell(std::move(p.line));
    }
    void tell(Planned& p, Outcome outcome, Id<Record> record) {
        p.line.outcome = outcome;
        p.line.record = record;
        report_.tell(std::move(p.line));
    }
    void keep(Planned const& p, Id<Record> record, std::string const& said) {
        for (auto const& key : {std::optional(p.key), p.also})
            if (key) links_[*key] = changed_[*key] = {record, said};
    }

    void add(Planned& p, FormValues const& now) {
        udb::Office office;
        if (auto const wrong = read_record(offices::office_register, now, &office); !wrong.empty())
            return tell(p, Outcome::refused, messages_of(invalid(wrong)));
        auto const added = offices::add_office(work_, office);
        if (!added) return tell(p, Outcome::refused, messages_of(added.error()));
        keep(p, as_record(*added), said_of(now));
        tell(p, Outcome::added, as_record(*added));
    }

    void match(Planned& p, Id<Office> id, FormValues const& now) {
        Link const unsaid{as_record(id), {}};
        auto const changed = correct(unsaid, now);
        if (!changed) return tell(p, Outcome::refused, messages_of(changed.error()));
        keep(p, unsaid.record, said_of(now));
        tell(p, Outcome::matched, unsaid.record);
    }

    void bring_up_to_date(Planned& p, Link const& link, FormValues const& now) {
        auto const before = said_in(link.said);
        auto const said = said_of(also_said(now, before));
        auto const is_known = links_.contains(p.key) && (!p.also || links_.contains(*p.also));
        if (said == link.said && is_known) return tell(p, Outcome::unchanged, link.record);
        auto const changed = correct(link, now);
        if (!changed) return tell(p, Outcome::refused, messages_of(changed.error()));
        keep(p, link.record, said);
        tell(p, *changed ? Outcome::updated : Outcome::unchanged, link.record);
    }

    /// Whether anything changed.
    Result<bool> correct(Link const& link, FormValues const& now) {
        auto const office = offices::find_office(work_.db, as<Office>(link.record));
        if (!office) return not_found();
        auto const current = form_of(offices::office_register.fields, &office->office);
        auto const wanted = merged(current, said_in(link.said), now);
        if (wanted == current) return false;
        udb::Office after;
        if (auto wrong = read_record(offices::office_register, wanted, &after); !wrong.empty())
            return invalid(std::move(wrong));
        TRY(offices::correct_office(work_, office->header, after));
        return true;
    }

    Work& work_;
    Links& links_;
    Links& changed_;
    Report& report_;
    Candidates candidates_;
};

void tell_the_rest(Directory const& directory, Report& report) {
    for (auto const& e : directory.nameless) {
        auto line = line_of(e);
        line.outcome = Outcome::refused;
        line.notes = {{"doptor.refused_no_number"}};
        report.tell(std::move(line));
    }
    for (auto const& e : directory.entries) {
        if (e.implied || e.kind == Kind::office || e.kind == Kind::ministry
            || e.kind == Kind::designation)
            continue;
        auto line = line_of(e);
        line.outcome = Outcome::read;
        report.tell(std::move(line));
    }
}

Details details_of(Report const& report) {
    return {{"offices", std::to_string(report.count(Kind::office, Outcome::added)
                                       + report.count(Kind::ministry, Outcome::added))},
            {"posts", std::to_string(report.count(Kind::designation, Outcome::added))},
            {"updated", std::to_string(report.count(Outcome::updated))},
            {"matched", std::to_string(report.count(Outcome::matched))},
            {"refused", std::to_string(report.count(Outcome::refused))}};
}

} // namespace

Result<Imported> import(Work& work, std::span<SourceFile const> files) {
    TRY(work.allow(policy, Act::write, {.office_path = "/"}));
    auto const directory = TRY(read(files));
    auto links = links_of(work.db);
    Links changed;
    std::set<Key> known;
    for (auto const& [key, link] : links)
        known.insert(key);

    Imported imported;
    auto& report = imported.report;
    auto plan = arranged(directory, known);
    OfficeImport offices{work, links, changed, report};
    for (auto& planned : plan.offices)
        offices.take(planned);
    for (auto& line : plan.refused)
        report.tell(std::move(line));
    take_posts(work, directory, links, changed, report);
    tell_the_rest(directory, report);
    save_links(work.db, changed);

    std::ranges::stable_sort(report.lines, [](Line const& a, Line const& b) {
        return std::tie(a.file, a.row) < std::tie(b.file, b.row);
    });
    std::string names;
    for (auto const& file : files)
        names += (names.empty() ? "" : ", ") + file.name;
    imported.id = keep_import(work, names, report);
    work.record("doptor.imported", {}, {}, details_of(report));
    return imported;
}

Result<Report> tried(std::function<Done(std::function<Done(Work&)> const&)> const& write,
                     std::span<SourceFile const> files) {
    std::optional<Result<Imported>> outcome;
    // An error rolls everything back; what was found out stays here.
    static_cast<void>(write([&](Work& work) -> Done {
        outcome = import(work, files);
        return conflict();
    }));
    if (!*outcome) return outcome->error();
    auto& report = (*outcome)->report;
    // What would have been added is gone again.
    for (auto& line : report.lines)
        if (line.outcome == Outcome::added) line.record = {};
    return std::move(report);
}

} // namespace udb::doptor
