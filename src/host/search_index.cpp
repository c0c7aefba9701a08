// Keeping the index: what is written when a record is, and all of it anew.
#include "bangla/text/analyse.hpp"
#include "host/module.hpp"
#include "host/search.hpp"
#include "host/search_terms.hpp"

#include <map>

namespace udb {
namespace {

using namespace search_terms;

/// To be raised when analysis or marks change: the index is then made anew at the next start.
constexpr std::int64_t index_rules = 2;

constexpr int batch = 500;

/// Positions of a tsvector end there; further words are found, but not as parts of a number.
constexpr int position_max = 16'383;

/// Words of a document as either engine takes them, each once per place.
class Document {
public:
    explicit Document(Dialect dialect) : dialect_(dialect) {}

    /// A number does not go on from one text into the next.
    void add(std::string_view text) {
        if (dialect_ == Dialect::sqlite && !out_.empty()) out_ += " _";
        ++position_;
        for (auto const& token : bangla::analysed(text))
            add_word(token.key);
    }
    void add_word(std::string_view key) {
        if (!out_.empty()) out_ += ' ';
        if (dialect_ == Dialect::sqlite) {
            out_ += key;
            return;
        }
        position_ = std::min(position_ + 1, position_max);
        ((out_ += '\'') += key) += "':";
        out_ += std::to_string(position_);
    }
    std::string done() && { return std::move(out_); }

private:
    Dialect dialect_;
    std::string out_;
    int position_ = 0;
};

std::string head_of(Dialect dialect, Header const& h) {
    Document document(dialect);
    document.add(h.title.bn);
    document.add(h.title.en);
    document.add(h.number);
    for (auto const& title : {h.title.bn, h.title.en})
        if (auto const whole = whole_title(title); !whole.empty()) document.add_word(whole);
    return std::move(document).done();
}

std::string body_of(Dialect dialect, std::string_view text) {
    Document document(dialect);
    document.add(text);
    return std::move(document).done();
}

/// The text, or as much of it as counts.
std::string_view within_limit(std::string_view body) {
    if (body.size() <= search_body_bytes_max) return body;
    auto end = search_body_bytes_max;
    while (end > 0 && (static_cast<unsigned char>(body[end]) & 0xC0U) == 0x80U)
        --end;
    return body.substr(0, end);
}

void keep_body(Db& db, Id<Record> id, std::string_view text) {
    db.run("insert into derived_search_bodies (id, body) values (?, ?) "
           "on conflict (id) do update set body = excluded.body",
           id, text);
}

/// `expression` as a document of the index.
std::string as_document(Db& db, std::string_view expression) {
    if (db.dialect() == Dialect::sqlite) return std::string(expression);
    return "cast(" + std::string(expression) + " as tsvector)";
}

} // namespace

void index_new_record(Db& db, Id<Record> id, Header const& header, std::string_view body) {
    auto const text = within_limit(body);
    // Nothing is read of `records`: on PostgreSQL, reading a row where others add theirs makes
    // serializable writers give way to one another.
    db.run("insert into derived_search (rowid, head, body, marks) select cast(? as bigint), "
               + as_document(db, "?") + ", " + as_document(db, "?") + ", "
               + as_document(db, marks_sql(db.dialect()))
               + " from (select cast(? as bigint) as id, cast(? as text) as kind, cast(? as text) "
                 "as office_path) as r",
           id, head_of(db.dialect(), header), body_of(db.dialect(), text), id, header.kind,
           header.office_path);
    if (!text.empty()) keep_body(db, id, text);
}

void index_record(Db& db, Id<Record> id, Header const& header) {
    auto const changed = db.run("update derived_search set head = ?, marks = (select "
                                    + as_document(db, marks_sql(db.dialect()))
                                    + " from records r where r.id = ?) where rowid = ?",
                                head_of(db.dialect(), header), id, id);
    if (changed == 0) index_new_record(db, id, header);
}

void index_body(Db& db, Id<Record> id, std::string_view body) {
    auto const text = within_limit(body);
    db.run("update derived_search set body = ? where rowid = ?", body_of(db.dialect(), text), id);
    keep_body(db, id, text);
}

namespace {

void index_places(Db& db, std::string_view which, std::span<Param const> params) {
    db.run_of("update derived_search set marks = (select "
                  + as_document(db, marks_sql(db.dialect()))
                  + " from records r where r.id = derived_search.rowid) where rowid in "
                    "(select r.id from records r where "
                  + std::string(which) + ")",
              params);
}

} // namespace

void index_place(Db& db, Id<Record> id) { index_places(db, "r.id = ?", std::array{Param(id)}); }

void index_places_below(Db& db, std::string_view path) {
    auto const range = below("r.office_path", path);
    std::vector<Param> const params(range.texts.begin(), range.texts.end());
    index_places(db, "1 = 1" + range.sql, params);
}

namespace {

/// Made by these rules, and holding the first and the last record: a restored database does not.
bool up_to_date(Db& db) {
    auto const made = db.one("select max(rules) from derived_search_rules");
    if (made->get<std::optional<std::int64_t>>(0) != index_rules) return false;
    return !db.one("select 1 from (select min(id) as id from records union all "
                   "select max(id) from records) as ends "
                   "where id is not null and not exists "
                   "(select 1 from derived_search d where d.rowid = ends.id)");
}

} // namespace

std::int64_t bring_index_up_to_date(Database& database, std::span<Module const* const> modules) {
    if (database.read(up_to_date)) return 0;
    std::map<std::string_view, RecordKind> kinds;
    for (auto const* module : modules)
        for (auto const& kind : kinds_of(*module))
            kinds.emplace(kind.kind, kind);

    std::int64_t written = 0;
    Id<Record> last{};
    for (bool more = true; more;)
        more = database.write([&](Db& db) {
            std::vector<Header> headers;
            for (auto const& row :
                 db.all("select " + std::string(header_columns)
                            + " from records r where r.id > ? order by r.id limit ?",
                        last.value, batch))
                headers.push_back(header_of(row));
            for (auto const& header : headers) {
                index_record(db, header.id, header);
                auto const kind = kinds.find(header.kind);
                if (kind != kinds.end() && kind->second.body != nullptr)
                    index_body(db, header.id, kind->second.body(db, header.id));
            }
            if (headers.empty()) {
                db.run("delete from derived_search_rules");
                db.run("insert into derived_search_rules (rules) values (?)", index_rules);
                return false;
            }
            last = headers.back().id;
            written += static_cast<std::int64_t>(headers.size());
            return true;
        });
    return written;
}

} // namespace udb
