#include "modules/duties/attesting/attestation_store.hpp"

namespace udb::duties {
namespace {

Date date_in(Row const& row, int column) {
    return parse_iso_date(row.get<std::string_view>(column)).value_or(Date{});
}

constexpr std::string_view attestation_columns =
    "a.office, a.mandate, a.function, a.year, a.statement, a.evidence, a.attested_on, "
    "a.withdrawn_on, a.withdrawn_why";

AttestationRow attestation_of(Row const& row) {
    auto constexpr at = header_columns_count;
    AttestationRow a{.header = header_of(row),
                     .office = row.get<Id<Office>>(at),
                     .attested = {.mandate = row.get<std::string>(at + 1),
                                  .function = static_cast<int>(row.get<std::int64_t>(at + 2)),
                                  .year = static_cast<int>(row.get<std::int64_t>(at + 3)),
                                  .recorded_on = date_in(row, at + 6)},
                     .statement = row.get<std::string>(at + 4),
                     .evidence = row.get<Id<Record>>(at + 5),
                     .withdrawn_why = row.get<std::string>(at + 8)};
    a.attested.id = as<Attestation>(a.header.id);
    if (auto const withdrawn = row.get<std::optional<std::string>>(at + 7))
        a.withdrawn_on = parse_iso_date(*withdrawn);
    return a;
}

} // namespace

std::vector<AttestationRow> attestations_of(Db& db, Id<Office> office, bangla::FiscalYear year,
                                            Date known_by) {
    std::vector<AttestationRow> found;
    auto const day = iso(known_by);
    for (auto const& row :
         db.all("select " + std::string(header_columns) + ", " + std::string(attestation_columns)
                    + " from attestations a join records r on r.id = a.id where a.office = ? "
                      "and a.year = ? and a.attested_on <= ? "
                      "and (a.withdrawn_on is null or a.withdrawn_on > ?) order by a.id",
                office, year.start, day, day))
        found.push_back(attestation_of(row));
    return found;
}

std::vector<std::pair<Id<Office>, Attested>>
attested_below(Db& db, std::string_view path, bangla::FiscalYear year, Date known_by) {
    auto const place = below("r.office_path", path);
    auto const day = iso(known_by);
    std::vector<Param> params;
    for (auto const& text : place.texts)
        params.emplace_back(text);
    params.insert(params.end(), {Param(year.start), Param(day), Param(day)});
    std::vector<std::pair<Id<Office>, Attested>> found;
    for (auto const& row : db.all_of(
             "select a.office, a.id, a.mandate, a.function, a.attested_on from attestations a "
             "join records r on r.id = a.id where r.kind = 'attestation'"
                 + place.sql
                 + " and a.year = ? and a.attested_on <= ? "
                   "and (a.withdrawn_on is null or a.withdrawn_on > ?) order by a.office, a.id",
             params))
        found.emplace_back(row.get<Id<Office>>(0),
                           Attested{.id = row.get<Id<Attestation>>(1),
                                    .mandate = row.get<std::string>(2),
                                    .function = static_cast<int>(row.get<std::int64_t>(3)),
                                    .year = year.start,
                                    .recorded_on = date_in(row, 4)});
    return found;
}

std::optional<AttestationRow> find_attestation(Db& db, Id<Attestation> id) {
    auto const row =
        db.one("select " + std::string(header_columns) + ", " + std::string(attestation_columns)
                   + " from attestations a join records r on r.id = a.id "
                     "where a.id = ?",
               id);
    return row ? std::optional(attestation_of(*row)) : std::nullopt;
}

} // namespace udb::duties
