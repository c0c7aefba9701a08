// Finding: a few statements an answer, whatever is found; the index answers for kind and place,
// permission is asked of what it gives, and only as many as are ranked leave it.
#include "host/search.hpp"

#include "host/module.hpp"
#include "host/search_terms.hpp"

#include <algorithm>
#include <deque>

namespace udb {
namespace {

using namespace search_terms;

std::string in_offices(Conditions const& c, std::vector<std::string> const& paths) {
    std::vector<std::string> marks;
    for (auto const& path : paths) {
        auto const mark = office_mark(path);
        if (mark.empty()) return {}; // the root: everywhere
        marks.push_back(c.word(mark));
    }
    return c.any(marks);
}

/// A condition of the index that leaves out the kinds of which nothing may be read: they need not
/// be looked at one by one.
std::string unreadable(Conditions const& c, std::span<Readable const> readable) {
    std::vector<std::string> kinds;
    for (auto const& r : readable)
        if (r.sight.nowhere()) kinds.push_back(c.word(kind_mark(r.kind)));
    return c.any(kinds);
}

/// What may be read, of `records r`: asked of each record that is found, so that nothing is shown
/// because the index lags or a kind is unknown.
Condition permitted(std::span<Readable const> readable, std::string_view kind) {
    Condition all{.sql = " and (1 = 0"};
    for (auto const& r : readable) {
        if (r.sight.nowhere() || (!kind.empty() && r.kind != kind)) continue;
        all += {" or (r.kind = ?", {r.kind}};
        all += seen(r.sight);
        all.sql += ')';
    }
    all.sql += ')';
    return all;
}

/// The highest number of a record.
std::int64_t newest_of(Db& db) {
    return db.one("select coalesce(max(id), 0) from records")->get<std::int64_t>(0);
}

/// The newest of the parts together, as many as the last gap says; behind the gaps of each part
/// comes how many of it. A part is only asked where those before it gave too few.
std::string newest(std::size_t parts, std::string const& part, std::string_view columns) {
    std::string sql = "select " + std::string(columns) + " from (";
    for (std::size_t i = 0; i < parts; ++i)
        sql += (i > 0 ? " union all select id from (" : "select id from (") + part
               + " order by d.rowid desc limit ?) as part" + std::to_string(i);
    return sql + ") as newest limit ?";
}

/// Orders what was found by `rank`, cuts the page out, and fetches what is shown of it.
std::string page_of(std::string const& ranked) {
    return R"sql(
        with page as (
            select f.rank, r.id, r.kind, r.title_bn, r.title_en, r.number, r.stage, r.office_path
              from ()sql"
           + ranked + R"sql() as f join records r on r.id = f.id
             order by f.rank, length(r.title_bn), r.id desc
             limit ? offset ?
        )
        select p.id, p.kind, p.title_bn, p.title_en, p.number, p.stage,
               coalesce(o.title_bn, ''), coalesce(o.title_en, ''), coalesce(b.body, '')
          from page p
          left join records o on o.kind = 'office' and o.office_path = p.office_path
                             and o.id <> p.id
          left join derived_search_bodies b on b.id = p.id
         order by p.rank, length(p.title_bn), p.id desc
    )sql";
}

class Search {
public:
    Search(Db& db, SearchQuery const& query, std::span<Readable const> readable)
        : db_(db), c_(db.dialect()), query_(query), newest_(newest_of(db)),
          allowed_(permitted(readable, query.kind)), scope_(in_offices(c_, query.office_paths)),
          barred_(unreadable(c_, readable)) {
        if (!query.kind.empty()) scope_ = c_.all({c_.word(kind_mark(query.kind)), scope_});
    }

    /// Whether as many as are ranked hold these words.
    bool enough_hold(std::vector<Sought> const& terms) {
        std::vector<std::string> anywhere;
        for (auto const& term : terms)
            anywhere.push_back(c_.term(term));
        add(c_.meeting(), c_.all(anywhere), 0);
        auto const counted = db_.one_of("select count(*) from (" + union_ + ") as found", params_);
        forget();
        return counted->get<std::int64_t>(0) >= search_depth;
    }

    /// The title itself, then all words in titles and number, then anywhere.
    SearchHits with_all(std::vector<Sought> const& terms, int after) {
        std::vector<std::string> in_head;
        std::vector<std::string> anywhere;
        for (auto const& term : terms) {
            in_head.push_back(c_.in_head(term));
            anywhere.push_back(c_.term(term));
        }
        auto const whole = whole_title(query_.text);
        if (!whole.empty()) add(c_.meeting_in_head(), c_.word(whole), 0);
        add(c_.meeting_in_head(), c_.all(in_head), 1);
        add(c_.meeting(), c_.all(anywhere), 2);
        return asked("select id, min(rank) as rank from (" + union_ + ") as found group by id",
                     after);
    }

    /// Whatever holds some of the words: each counts the more the fewer it finds.
    SearchHits with_some(std::vector<Sought> const& terms, int after) {
        named_ = "word";
        int no = 0;
        for (auto const& term : terms)
            add(c_.meeting(), c_.term(term), no++);
        auto hits = asked("select id, -sum(weight) as rank from (select id, "
                          "1.0 / count(*) over (partition by word) as weight from ("
                              + union_ + ") as found) as weighed group by id",
                          after);
        named_ = "rank";
        hits.partial = true;
        return hits;
    }

private:
    void add(std::string_view meeting, std::string const& condition, int value) {
        auto const parts = c_.parts(c_.without(c_.all({condition, scope_}), barred_), newest_);
        if (!union_.empty()) union_ += " union all ";
        union_ += "select id, " + named_ + " from ("
                  + newest(parts.size(),
                           "select d.rowid as id from " + std::string(meeting)
                               + " and (select 1 from records r where r.id = d.rowid" + allowed_.sql
                               + ") = 1",
                           "id, " + std::to_string(value) + " as " + named_)
                  + ") as tier" + std::to_string(value);
        for (auto const& part : parts) {
            params_.emplace_back(conditions_.emplace_back(part.condition));
            params_.emplace_back(part.below);
            params_.insert(params_.end(), allowed_.texts.begin(), allowed_.texts.end());
            params_.emplace_back(search_depth);
        }
        params_.emplace_back(search_depth);
    }

    void forget() {
        union_.clear();
        params_.clear();
        conditions_.clear();
    }

    SearchHits asked(std::string const& ranked, int after) {
        params_.emplace_back(query_.most + 1);
        params_.emplace_back(after);
        SearchHits found;
        for (auto const& row : db_.all_of(page_of(ranked), params_)) {
            if (std::cmp_equal(found.hits.size(), query_.most)) {
                found.more = true;
                break;
            }
            found.hits.push_back({.id = row.get<Id<Record>>(0),
                                  .kind = row.get<std::string>(1),
                                  .title = {row.get<std::string>(2), row.get<std::string>(3)},
                                  .number = row.get<std::string>(4),
                                  .stage = row.get<std::string>(5),
                                  .office = {row.get<std::string>(6), row.get<std::string>(7)},
                                  .body = row.get<std::string>(8)});
        }
        forget();
        return found;
    }

    Db& db_;
    Conditions c_;
    SearchQuery const& query_;
    std::int64_t newest_;
    Condition allowed_;
    std::string scope_;
    std::string barred_;
    std::string named_ = "rank"; ///< what a branch gives beside the id
    std::string union_;
    std::vector<Param> params_;
    std::deque<std::string> conditions_; // parameters view them
};

} // namespace

namespace {

/// The marks of kind and offices are worth looking at only where they leave out most records: what
/// nearly all records hold, FTS5 looks up slowly, and what is found is asked for its kind and
/// office quickly. GIN looks up both alike.
bool marks_narrow(Db& db, SearchQuery const& query, std::int64_t newest) {
    constexpr std::int64_t part = 8;
    if (db.dialect() == Dialect::postgres || query.kind.empty()) return true;
    if (query.office_paths.empty()) return count_records(db, query.kind) < newest / part;
    std::int64_t total = 0;
    for (auto const& path : query.office_paths)
        total += count_records(db, query.kind, path);
    return total < newest / part;
}

/// Of `records r`.
Condition in_kind_and_offices(SearchQuery const& query) {
    Condition all{" and r.kind = ?", {std::string(query.kind)}};
    Condition places{" and (1 = 0", {}};
    for (auto const& path : query.office_paths) {
        if (office_mark(path).empty()) return all; // the root: everywhere
        places.sql += " or (1 = 1";
        places += below("r.office_path", path);
        places.sql += ')';
    }
    places.sql += ')';
    if (!query.office_paths.empty()) all += places;
    return all;
}

class Matching {
public:
    Matching(Db& db, SearchQuery const& query)
        : db_(db), c_(db.dialect()), query_(query), newest_(newest_of(db)) {
        if (marks_narrow(db, query, newest_)) {
            marks_ = {in_offices(c_, query.office_paths)};
            if (!query.kind.empty()) marks_.push_back(c_.word(kind_mark(query.kind)));
        } else {
            asked_ = in_kind_and_offices(query);
            asked_.sql =
                " and (select 1 from records r where r.id = d.rowid" + asked_.sql + ") = 1";
        }
    }

    Matches found(std::vector<Sought> const& terms) {
        auto conditions = marks_;
        for (auto const& term : terms)
            conditions.push_back(c_.term(term));
        auto const parts = c_.parts(c_.all(conditions), newest_);
        std::vector<Param> params;
        for (auto const& part : parts) {
            params.insert(params.end(), {Param(part.condition), Param(part.below)});
            params.insert(params.end(), asked_.texts.begin(), asked_.texts.end());
            params.emplace_back(query_.most + 1);
        }
        params.emplace_back(query_.most + 1);
        auto const part = "select d.rowid as id from " + std::string(c_.meeting()) + asked_.sql;
        Matches found;
        for (auto const& row : db_.all_of("select id from (" + newest(parts.size(), part, "id")
                                              + ") as found order by id desc",
                                          params)) {
            if (std::cmp_equal(found.ids.size(), query_.most)) {
                found.more = true;
                break;
            }
            found.ids.push_back(row.get<Id<Record>>(0));
        }
        return found;
    }

private:
    Db& db_;
    Conditions c_;
    SearchQuery const& query_;
    std::int64_t newest_;
    std::vector<std::string> marks_;
    Condition asked_; ///< of each record found, where the marks are not
};

} // namespace

Matches ids_matching(Db& db, SearchQuery const& query) {
    auto terms = terms_of(query.text);
    if (terms.empty()) return {.blank = true};
    Matching matching(db, query);
    // Whatever goes on from an unfinished word is gathered before the newest of it are known: not
    // where the word as it stands is in more records than are asked for.
    if (terms.back().prefix) {
        terms.back().prefix = false;
        if (auto whole = matching.found(terms); whole.more) return whole;
        terms.back().prefix = true;
    }
    return matching.found(terms);
}

SearchHits search(Db& db, SearchQuery const& query, std::span<Readable const> readable, int after) {
    auto terms = terms_of(query.text);
    if (terms.empty()) return {.blank = true};
    after = std::clamp(after, 0, 3 * search_depth);
    Search all(db, query, readable);
    if (terms.back().prefix) {
        terms.back().prefix = false;
        terms.back().prefix = !all.enough_hold(terms);
    }
    auto found = all.with_all(terms, after);
    if (!found.hits.empty() || terms.size() == 1) return found;
    // Behind the last page there is nothing, but the words are there.
    if (after > 0 && !all.with_all(terms, 0).hits.empty()) return found;
    return all.with_some(terms, after);
}

std::vector<Id<Record>> readable_among(Db& db, std::vector<Id<Record>> ids,
                                       std::span<Readable const> readable) {
    constexpr std::size_t ids_most = 500;
    ids.resize(std::min(ids.size(), ids_most));
    if (ids.empty()) return ids;
    auto const allowed = permitted(readable, {});
    std::string gaps = "?";
    for (std::size_t i = 1; i < ids.size(); ++i)
        gaps += ", ?";
    std::vector<Param> params(ids.begin(), ids.end());
    params.insert(params.end(), allowed.texts.begin(), allowed.texts.end());
    std::vector<Id<Record>> found;
    for (auto const& row :
         db.all_of("select r.id from records r where r.id in (" + gaps + ")" + allowed.sql, params))
        found.push_back(row.get<Id<Record>>(0));
    std::erase_if(ids, [&](Id<Record> id) { return std::ranges::count(found, id) == 0; });
    return ids;
}

std::vector<Readable> readable_by(std::span<Module const* const> modules, Actor const& actor) {
    std::vector<Readable> all;
    for (auto const* module : modules)
        for (auto const& kind : kinds_of(*module))
            all.push_back({std::string(kind.kind), sight_of(kind, actor)});
    return all;
}

} // namespace udb
