#include "modules/doptor/import_store.hpp"

#include <boost/json.hpp>

namespace udb::doptor {
namespace {

namespace json = boost::json;

constexpr std::string_view source = "doptor";
constexpr std::size_t rows_at_once = 200;

/// `(?, ?), (?, ?)`
std::string gaps(std::size_t rows, std::size_t columns) {
    std::string one = "(?";
    for (std::size_t i = 1; i < columns; ++i)
        one += ", ?";
    one += ')';
    std::string out;
    for (std::size_t i = 0; i < rows; ++i)
        out += (i ? ", " : "") + one;
    return out;
}

std::string counts_json(Report const& report) {
    json::array kinds;
    for (auto const& of_kind : report.counts)
        kinds.push_back(json::array(of_kind.begin(), of_kind.end()));
    return json::serialize(kinds);
}

void read_counts(std::string_view text, Report& report) {
    boost::system::error_code wrong;
    auto const parsed = json::parse({text.data(), text.size()}, wrong);
    if (wrong || !parsed.is_array()) return;
    auto const& kinds = parsed.get_array();
    for (std::size_t i = 0; i < kinds.size() && i < report.counts.size(); ++i) {
        auto const* outcomes = kinds[i].if_array();
        for (std::size_t j = 0; outcomes && j < outcomes->size() && j < report.counts[i].size();
             ++j)
            if ((*outcomes)[j].is_int64()) report.counts[i][j] = (*outcomes)[j].get_int64();
    }
}

ImportLine import_line(Row const& row) {
    ImportLine line{.id = row.get<Id<DoptorImport>>(0),
                    .at = row.get<Instant>(1),
                    .who = {row.get<std::string>(2), row.get<std::string>(3)},
                    .files = row.get<std::string>(4)};
    read_counts(row.get<std::string_view>(5), line.report);
    line.report.mended = row.get<std::int64_t>(6);
    return line;
}

constexpr std::string_view import_columns =
    "select id, at, who_bn, who_en, files, counts, mended from doptor_imports";

void keep_lines(Db& db, Id<DoptorImport> id, std::vector<Line> const& lines) {
    for (std::size_t from = 0; from < lines.size(); from += rows_at_once) {
        auto const rows = std::min(rows_at_once, lines.size() - from);
        std::vector<std::string> notes;
        notes.reserve(rows);
        std::vector<Param> params;
        for (std::size_t i = from; i < from + rows; ++i) {
            auto const& line = lines[i];
            params.emplace_back(id);
            params.emplace_back(static_cast<std::int64_t>(i + 1));
            params.emplace_back(line.file);
            params.emplace_back(line.row);
            params.emplace_back(id_of(line.kind));
            params.emplace_back(line.outside);
            params.emplace_back(line.name.bn);
            params.emplace_back(line.name.en);
            params.emplace_back(id_of(line.outcome));
            params.emplace_back(notes.emplace_back(written(line.notes)));
            if (line.record)
                params.emplace_back(line.record);
            else
                params.emplace_back(std::nullopt);
        }
        db.run_of("insert into doptor_lines (import, no, file, file_row, kind, outside_id, "
                  "name_bn, name_en, outcome, notes, record) values "
                      + gaps(rows, 11),
                  params);
    }
}

} // namespace

Links links_of(Db& db) {
    Links links;
    for (auto const& row :
         db.all("select kind, outside_id, record, said from outside_ids where source = ?", source))
        if (auto const kind = term_with_id<Kind>(row.get<std::string_view>(0)))
            links[{*kind, row.get<std::int64_t>(1)}] = {row.get<Id<Record>>(2),
                                                        row.get<std::string>(3)};
    return links;
}

void save_links(Db& db, Links const& changed) {
    for (auto at = changed.begin(); at != changed.end();) {
        std::vector<Param> params;
        std::size_t rows = 0;
        for (; at != changed.end() && rows < rows_at_once; ++at, ++rows) {
            params.emplace_back(source);
            params.emplace_back(id_of(at->first.kind));
            params.emplace_back(at->first.id);
            params.emplace_back(at->second.record);
            params.emplace_back(at->second.said);
        }
        db.run_of("insert into outside_ids (source, kind, outside_id, record, said) values "
                      + gaps(rows, 5)
                      + " on conflict (source, kind, outside_id) do update set record = "
                        "excluded.record, said = excluded.said",
                  params);
    }
}

std::vector<Unlinked> unlinked_offices(Db& db) {
    std::vector<Unlinked> found;
    for (auto const& row : db.all(R"sql(
        select o.id, o.name_bn, o.level, o.parent, o.ministry_code, o.place_code
          from offices o
         where not exists (select 1 from outside_ids x
                            where x.record = o.id and x.source = ? and x.kind = 'office')
         order by o.id
    )sql",
                                  source))
        found.push_back(
            {.id = row.get<Id<Office>>(0),
             .name = row.get<std::string>(1),
             .level = term_with_id<Level>(row.get<std::string_view>(2)).value_or(Level::agency),
             .parent = row.get<std::optional<Id<Office>>>(3).value_or(Id<Office>{}),
             .ministry_code = row.get<std::string>(4),
             .place_code = row.get<std::string>(5)});
    return found;
}

std::vector<UnlinkedPost> unlinked_posts(Db& db) {
    std::vector<UnlinkedPost> found;
    for (auto const& row : db.all(R"sql(
        select p.id, p.office, p.title_bn, p.unit_bn
          from posts p
         where p.abolished_on = ''
           and not exists (select 1 from outside_ids x
                            where x.record = p.id and x.source = ? and x.kind = 'designation')
         order by p.id
    )sql",
                                  source))
        found.push_back({.id = row.get<Id<Post>>(0),
                         .office = row.get<Id<Office>>(1),
                         .title = row.get<std::string>(2),
                         .unit = row.get<std::string>(3)});
    return found;
}

Id<DoptorImport> keep_import(Work& work, std::string const& files, Report const& report) {
    auto const row =
        work.db.one("insert into doptor_imports (at, who_bn, who_en, files, counts, mended) "
                    "values (?, ?, ?, ?, ?, ?) returning id",
                    work.now, work.actor.name.bn, work.actor.name.en, files, counts_json(report),
                    report.mended);
    auto const id = row->get<Id<DoptorImport>>(0);
    keep_lines(work.db, id, report.lines);
    return id;
}

std::vector<ImportLine> imports_of(Db& db, int most) {
    std::vector<ImportLine> found;
    for (auto const& row : db.all(std::string(import_columns) + " order by id desc limit ?", most))
        found.push_back(import_line(row));
    return found;
}

std::optional<ImportLine> find_import(Db& db, Id<DoptorImport> id) {
    auto const row = db.one(std::string(import_columns) + " where id = ?", id);
    if (!row) return {};
    return import_line(*row);
}

KeptLines lines_of(Db& db, Id<DoptorImport> id, std::optional<Outcome> outcome, int size,
                   std::int64_t offset) {
    KeptLines kept;
    std::string where = " from doptor_lines where import = ?";
    std::vector<Param> params{id};
    if (outcome) {
        where += " and outcome = ?";
        params.emplace_back(id_of(*outcome));
    }
    kept.total = db.one_of("select count(*)" + where, params)->get<std::int64_t>(0);
    params.emplace_back(size);
    params.emplace_back(offset);
    for (auto const& row : db.all_of("select file, file_row, kind, outside_id, name_bn, name_en, "
                                     "outcome, notes, record"
                                         + where + " order by no limit ? offset ?",
                                     params))
        kept.lines.push_back(
            {.file = row.get<std::string>(0),
             .row = row.get<std::int64_t>(1),
             .kind = term_with_id<Kind>(row.get<std::string_view>(2)).value_or(Kind::office),
             .outside = row.get<std::int64_t>(3),
             .name = {row.get<std::string>(4), row.get<std::string>(5)},
             .outcome = term_with_id<Outcome>(row.get<std::string_view>(6)).value_or(Outcome::read),
             .notes = read_notes(row.get<std::string_view>(7)),
             .record = row.get<std::optional<Id<Record>>>(8).value_or(Id<Record>{})});
    return kept;
}

} // namespace udb::doptor
