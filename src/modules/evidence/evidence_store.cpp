#include "modules/evidence/evidence_store.hpp"

#include "base/ensure.hpp"
#include "registers/records/narrowing.hpp"
#include "registers/records/rows.hpp"

#include <algorithm>

namespace udb::evidence {
namespace {

constexpr std::size_t records_at_once = 500;

/// Of `evidence e join records r`.
constexpr std::string_view fact_columns =
    "e.id, e.kind, r.stage, r.office_path, r.title_bn, r.title_en, e.happened_on, e.year, "
    "e.quarter, e.proves, e.sha256, e.media_type, e.link, e.attested_by, r.created_at";
constexpr int fact_columns_count = 15;
constexpr std::string_view fact_tables = " from evidence e join records r on r.id = e.id";
constexpr std::string_view newest_first = " order by e.happened_on desc, e.id desc";

std::optional<Date> date_in(Row const& row, int column) {
    auto const text = row.get<std::optional<std::string>>(column);
    return text ? parse_iso_date(*text) : std::nullopt;
}

Period period_in(Row const& row, int column) {
    return {{row.get<std::string>(column)},
            term_with_id<Quarter>(row.get<std::string_view>(column + 1)).value_or(Quarter::q1)};
}

EvidenceFacts facts_of(Row const& row) {
    return {.id = row.get<Id<Evidence>>(0),
            .kind = term_with_id<Kind>(row.get<std::string_view>(1)).value_or(Kind::file),
            .stage = term_with_id<Stage>(row.get<std::string_view>(2)).value_or(Stage::open),
            .office_path = row.get<std::string>(3),
            .title = {row.get<std::string>(4), row.get<std::string>(5)},
            .on = date_in(row, 6).value_or(Date{}),
            .period = period_in(row, 7),
            .proves = row.get<std::string>(9),
            .sha256 = row.get<std::string>(10),
            .media_type = row.get<std::string>(11),
            .link = row.get<std::string>(12),
            .attested_by = row.get<std::string>(13),
            .kept_at = row.get<Instant>(14)};
}

std::string gaps(std::size_t count) {
    std::string out = "?";
    for (std::size_t i = 1; i < count; ++i)
        out += ", ?";
    return out;
}

/// `work(ids)` for portions that fit in one statement.
template <class Work>
void in_portions(std::span<Id<Record> const> ids, Work const& work) {
    for (; !ids.empty(); ids = ids.subspan(std::min(ids.size(), records_at_once)))
        work(ids.first(std::min(ids.size(), records_at_once)));
}

template <class T>
std::optional<Id<T>> or_null(Id<T> id) {
    return id ? std::optional(id) : std::nullopt;
}

std::optional<std::string> or_null(std::optional<Date> date) {
    return date ? std::optional(iso(*date)) : std::nullopt;
}

void add_links(Db& db, EvidenceRecord& found) {
    for (auto const& row :
         db.all("select record from evidence_links where evidence = ? order by record", found.id()))
        found.records.push_back(row.get<Id<Record>>(0));
    for (auto const& row : db.all("select mandate, function from evidence_functions where "
                                  "evidence = ? order by mandate, function",
                                  found.id()))
        found.functions.push_back({row.get<std::string>(0), row.get<int>(1)});
}

} // namespace

std::map<Id<Record>, std::vector<EvidenceFacts>>
evidence_of_all(Db& db, std::span<Id<Record> const> records) {
    std::map<Id<Record>, std::vector<EvidenceFacts>> found;
    in_portions(records, [&](std::span<Id<Record> const> portion) {
        std::vector<Param> const params(portion.begin(), portion.end());
        for (auto const& row : db.all_of(
                 "select " + std::string(fact_columns) + ", l.record" + std::string(fact_tables)
                     + " join evidence_links l on l.evidence = e.id where l.record in ("
                     + gaps(portion.size()) + ") and r.stage <> 'replaced'"
                     + std::string(newest_first),
                 params))
            found[row.get<Id<Record>>(fact_columns_count)].push_back(facts_of(row));
    });
    return found;
}

std::vector<EvidenceFacts> evidence_of(Db& db, Id<Record> record) {
    auto all = evidence_of_all(db, std::span(&record, 1));
    return all.empty() ? std::vector<EvidenceFacts>{} : std::move(all.begin()->second);
}

std::vector<EvidenceFacts> evidence_of_function(Db& db, FunctionLink const& function,
                                                std::string_view office_path) {
    auto const place = below("r.office_path", office_path);
    std::vector<Param> params{function.mandate, std::int64_t{function.no}};
    params.insert(params.end(), place.texts.begin(), place.texts.end());
    std::vector<EvidenceFacts> found;
    for (auto const& row :
         db.all_of("select " + std::string(fact_columns) + std::string(fact_tables)
                       + " join evidence_functions f on f.evidence = e.id where f.mandate = ? and "
                         "f.function = ? and r.stage <> 'replaced'"
                       + place.sql + std::string(newest_first),
                   params))
        found.push_back(facts_of(row));
    return found;
}

std::optional<EvidenceRecord> find_evidence(Db& db, Id<Evidence> id) {
    auto header = find_record(db, evidence_kind, as_record(id));
    if (!header) return {};
    auto const row = db.one(R"sql(
        select e.office, e.kind, e.happened_on, e.year, e.quarter, e.proves, e.source, e.link,
               e.points_at, e.statement, e.attested_by, e.attested_on, e.attachment, e.scanned,
               e.locked_on, e.replaces, e.why, n.id
          from evidence e left join evidence n on n.replaces = e.id
         where e.id = ?
    )sql",
                            id);
    if (!row) return {};
    auto const period = period_in(*row, 3);
    EvidenceRecord found{
        .header = std::move(*header),
        .office = row->get<Id<Office>>(0),
        .points_at = row->get<std::optional<Id<Record>>>(8).value_or(Id<Record>{}),
        .scanned = row->get<bool>(13),
        .locked_on = date_in(*row, 14),
        .replaces = row->get<std::optional<Id<Evidence>>>(15).value_or(Id<Evidence>{}),
        .replaced_by = row->get<std::optional<Id<Evidence>>>(17).value_or(Id<Evidence>{}),
        .why = row->get<std::string>(16)};
    found.stage = term_with_id<Stage>(found.header.stage).value_or(Stage::open);
    found.piece = {.kind = term_with_id<Kind>(row->get<std::string_view>(1)).value_or(Kind::file),
                   .title_bn = found.header.title.bn,
                   .title_en = found.header.title.en,
                   .happened_on = date_in(*row, 2),
                   .year = period.year,
                   .quarter = period.quarter,
                   .proves = row->get<std::string>(5),
                   .source = row->get<std::string>(6),
                   .link = row->get<std::string>(7),
                   .statement = row->get<std::string>(9),
                   .attested_by = row->get<std::string>(10),
                   .attested_on = date_in(*row, 11)};
    if (auto const file = row->get<std::optional<Id<Attachment>>>(12))
        found.file = find_attachment(db, *file);
    add_links(db, found);
    return found;
}

std::string search_text(Piece const& p) {
    return p.proves + '\n' + p.source + '\n' + p.statement + '\n' + p.link;
}

std::string search_text(Db& db, Id<Record> id) {
    auto const found = find_evidence(db, as<Evidence>(id));
    return found ? search_text(found->piece) : std::string();
}

void insert_evidence(Db& db, EvidenceRecord const& e) {
    auto const& p = e.piece;
    auto const period = p.period();
    bool const linked = !e.records.empty() || !e.functions.empty();
    db.run(R"sql(
        insert into evidence (id, office, kind, happened_on, year, quarter, proves, source, link,
                              points_at, statement, attested_by, attested_on, attachment, sha256,
                              media_type, scanned, linked, locked_on, replaces, why)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    )sql",
           e.header.id, e.office, id_of(p.kind), iso(*p.happened_on), period.year.name,
           id_of(period.quarter), p.proves, p.source, p.link, or_null(e.points_at), p.statement,
           p.attested_by, or_null(p.attested_on), e.file ? std::optional(e.file->id) : std::nullopt,
           e.file ? e.file->sha256 : "", e.file ? e.file->media_type : "", e.scanned, linked,
           or_null(e.locked_on), or_null(e.replaces), e.why);
    for (auto const record : e.records)
        insert_link(db, e.id(), record);
    for (auto const& function : e.functions)
        insert_link(db, e.id(), function);
}

void save_piece(Db& db, Id<Record> id, Piece const& p) {
    auto const period = p.period();
    db.run("update evidence set happened_on = ?, year = ?, quarter = ?, proves = ?, source = ?, "
           "link = ?, statement = ?, attested_by = ?, attested_on = ? where id = ?",
           iso(*p.happened_on), period.year.name, id_of(period.quarter), p.proves, p.source, p.link,
           p.statement, p.attested_by, or_null(p.attested_on), id);
}

void save_locked(Db& db, Id<Record> id, Date day) {
    db.run("update evidence set locked_on = ? where id = ?", iso(day), id);
}

void save_submission(Db& db, std::span<Id<Record> const> records, Quarters const& quarters) {
    for (auto const& quarter : terms<Quarter>())
        if (quarter.value >= quarters.first && quarter.value <= quarters.last)
            for (auto const record : records)
                db.run("insert into evidence_submissions (record, year, quarter) values (?, ?, ?) "
                       "on conflict do nothing",
                       record, quarters.year, quarter.id);
}

bool was_submitted(Db& db, Id<Record> piece) {
    return db
        .one("select 1 from evidence e join evidence_links l on l.evidence = e.id join "
             "evidence_submissions s on s.record = l.record and s.year = e.year and s.quarter = "
             "e.quarter where e.id = ? limit 1",
             piece)
        .has_value();
}

bool insert_link(Db& db, Id<Evidence> id, Id<Record> record) {
    return db.run("insert into evidence_links (evidence, record) values (?, ?) "
                  "on conflict do nothing",
                  id, record)
           > 0;
}

bool insert_link(Db& db, Id<Evidence> id, FunctionLink const& function) {
    return db.run("insert into evidence_functions (evidence, mandate, function) values (?, ?, ?) "
                  "on conflict do nothing",
                  id, function.mandate, std::int64_t{function.no})
           > 0;
}

bool remove_link(Db& db, Id<Evidence> id, Id<Record> record) {
    return db.run("delete from evidence_links where evidence = ? and record = ?", id, record) > 0;
}

bool remove_link(Db& db, Id<Evidence> id, FunctionLink const& function) {
    return db.run("delete from evidence_functions where evidence = ? and mandate = ? and "
                  "function = ?",
                  id, function.mandate, std::int64_t{function.no})
           > 0;
}

void save_linked(Db& db, Id<Evidence> id) {
    bool const any =
        db.one("select 1 from evidence_links where evidence = ? limit 1", id).has_value()
        || db.one("select 1 from evidence_functions where evidence = ? limit 1", id).has_value();
    db.run("update evidence set linked = ? where id = ?", any, id);
}

std::optional<EvidenceFacts> same_file(Db& db, std::string_view sha256,
                                       std::string_view office_path) {
    auto const row = db.one("select " + std::string(fact_columns) + std::string(fact_tables)
                                + " where e.sha256 = ? and r.office_path = ? and r.stage <> "
                                  "'replaced' order by e.id desc limit 1",
                            sha256, office_path);
    if (!row) return {};
    return facts_of(*row);
}

std::vector<Id<Evidence>> open_in(Db& db, std::span<Id<Record> const> records,
                                  Quarters const& quarters) {
    std::vector<Id<Evidence>> found;
    in_portions(records, [&](std::span<Id<Record> const> portion) {
        std::vector<Param> params{quarters.year, id_of(quarters.first), id_of(quarters.last)};
        params.insert(params.end(), portion.begin(), portion.end());
        for (auto const& row :
             db.all_of("select distinct e.id from evidence e join records r on r.id = e.id join "
                       "evidence_links l on l.evidence = e.id where r.stage = 'open' and e.year = "
                       "? and e.quarter >= ? and e.quarter <= ? and l.record in ("
                           + gaps(portion.size()) + ") order by e.id",
                       params))
            found.push_back(row.get<Id<Evidence>>(0));
    });
    std::ranges::sort(found);
    auto const [first, last] = std::ranges::unique(found);
    found.erase(first, last);
    return found;
}

std::vector<EvidenceFacts> shown_evidence(Db& db, Showing const& showing) {
    Where where;
    where.add(" where r.stage <> 'replaced'");
    where.add(in_scope(showing.scope));
    if (showing.office) where.add(" and e.office = ?", showing.office.value);
    if (!showing.year.empty()) where.add(" and e.year = ?", showing.year);
    if (!showing.quarter.empty()) where.add(" and e.quarter = ?", showing.quarter);
    if (showing.pictures) where.add(" and e.media_type in ('image/png', 'image/jpeg')");
    for (std::size_t i = 0; i < showing.records.size(); ++i)
        where.add(i == 0 ? " and exists (select 1 from evidence_links l where l.evidence = e.id "
                           "and l.record in (?"
                         : ", ?",
                  showing.records[i].value);
    if (!showing.records.empty()) where.add("))");
    where.add(std::string(newest_first) + " limit ?", std::int64_t{showing.most});
    std::vector<EvidenceFacts> found;
    for (auto const& row :
         db.all_of("select " + std::string(fact_columns) + std::string(fact_tables) + where.sql(),
                   where.params()))
        found.push_back(facts_of(row));
    return found;
}

} // namespace udb::evidence
