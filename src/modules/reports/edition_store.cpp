// Statements of the editions that were approved.
#include "modules/reports/report_store.hpp"
#include "store/statement.hpp"

namespace udb::reports {
namespace {

constexpr std::string_view columns =
    "select report, edition, why, approved_on, approver_bn, approver_en, approved_at, letter, "
    "sent_on, channel, sent_to, acknowledged_on, acknowledgement, acknowledgement_file, "
    "published_on, published_at from report_editions ";

std::optional<Date> date_in(Row const& row, int column) {
    auto const text = row.get<std::optional<std::string>>(column);
    return text ? parse_iso_date(*text) : std::nullopt;
}

Edition edition_of(Row const& row) {
    return {.report = row.get<Id<Report>>(0),
            .edition = row.get<int>(1),
            .why = row.get<std::string>(2),
            .approved_on = date_in(row, 3).value_or(Date{}),
            .approver = {row.get<std::string>(4), row.get<std::string>(5)},
            .approved_at = row.get<Instant>(6),
            .letter = row.get<std::optional<Id<IssuedPaper>>>(7).value_or(Id<IssuedPaper>{}),
            .sent_on = date_in(row, 8),
            .channel = term_with_id<papers::Channel>(row.get<std::string_view>(9)),
            .sent_to = row.get<std::string>(10),
            .acknowledged_on = date_in(row, 11),
            .acknowledgement = row.get<std::string>(12),
            .acknowledgement_file =
                row.get<std::optional<Id<Attachment>>>(13).value_or(Id<Attachment>{}),
            .published_on = date_in(row, 14),
            .published_at = row.get<std::optional<Instant>>(15)};
}

std::vector<Edition> editions_where(Db& db, std::string_view where, std::span<Param const> params) {
    std::vector<Edition> found;
    for (auto const& row : db.all_of(statement({columns, where}), params))
        found.push_back(edition_of(row));
    return found;
}

std::optional<std::string> stored(std::optional<Date> day) {
    if (!day) return {};
    return iso(*day);
}

} // namespace

std::vector<Edition> editions_of(Db& db, std::span<Id<Report> const> reports) {
    if (reports.empty()) return {};
    return editions_where(
        db, "where report in (" + gaps(reports.size()) + ") order by report, edition desc",
        params_of(reports));
}

std::vector<Edition> editions_of(Db& db, Id<Report> report) {
    return editions_of(db, std::span(&report, 1));
}

std::optional<Edition> find_edition(Db& db, Id<Report> report, int edition) {
    std::vector<Param> const params{report, edition};
    auto found = editions_where(db, "where report = ? and edition = ?", params);
    if (found.empty()) return {};
    return std::move(found.front());
}

std::vector<Edition> lately_published(Db& db, int most) {
    std::vector<Param> const params{most};
    return editions_where(
        db, "where published_at is not null order by published_at desc, report desc limit ?",
        params);
}

void insert_edition(Db& db, Edition const& e) {
    db.run("insert into report_editions (report, edition, why, approved_on, approver_bn, "
           "approver_en, approved_at) values (?, ?, ?, ?, ?, ?, ?)",
           e.report, e.edition, e.why, iso(e.approved_on), e.approver.bn, e.approver.en,
           e.approved_at);
}

void update_edition(Db& db, Edition const& e) {
    db.run("update report_editions set letter = ?, sent_on = ?, channel = ?, sent_to = ?, "
           "acknowledged_on = ?, acknowledgement = ?, acknowledgement_file = ?, published_on = ?, "
           "published_at = ? where report = ? and edition = ?",
           e.letter ? std::optional(e.letter) : std::nullopt, stored(e.sent_on),
           e.channel ? id_of(*e.channel) : std::string_view{}, e.sent_to, stored(e.acknowledged_on),
           e.acknowledgement,
           e.acknowledgement_file ? std::optional(e.acknowledgement_file) : std::nullopt,
           stored(e.published_on), e.published_at, e.report, e.edition);
}

} // namespace udb::reports
