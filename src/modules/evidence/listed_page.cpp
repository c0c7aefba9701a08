// What pages of other modules show of evidence.
#include "modules/evidence/evidence.hpp"
#include "modules/evidence/pages.hpp"
#include "modules/evidence/policy.hpp"
#include "web/components/components.hpp"

#include <algorithm>
#include <set>

namespace udb::evidence {
namespace {

/// What is linked to several of the records stands once.
std::vector<EvidenceFacts> linked_to(Call const& call, std::span<Id<Record> const> records) {
    auto const all = call.look([&](Db& db) { return evidence_of_all(db, records); });
    std::vector<EvidenceFacts> found;
    std::set<Id<Evidence>> seen;
    for (auto const& [record, pieces] : all)
        for (auto const& piece : pieces)
            if (call.may(policy, Act::read, {.office_path = piece.office_path})
                && seen.insert(piece.id).second)
                found.push_back(piece);
    std::ranges::stable_sort(found, std::ranges::greater{}, &EvidenceFacts::on);
    return found;
}

Html table_of(Words const& words, std::vector<EvidenceFacts> const& pieces) {
    std::vector<ui::Table::Row> rows;
    for (auto const& piece : pieces)
        rows.push_back(
            {.cells = {
                 ui::link({.text = words(piece.title), .href = url("/evidence/{}", piece.id)}),
                 text(words(label_of(piece.kind))), text(words.date(piece.on)),
                 text(words(piece.proves.empty() ? BilingualText{"–", "–"}
                                                 : BilingualText{piece.proves, {}}))}});
    if (rows.empty()) return html::p(words("evidence.none_linked"));
    return ui::table({.caption = words("evidence.title"),
                      .columns = {{words("evidence.name")},
                                  {words("evidence.kind")},
                                  {words("evidence.on")},
                                  {words("evidence.proves")}},
                      .rows = std::move(rows),
                      .hidden_caption = true});
}

Html adding(Words const& words, Url const& add) {
    return html::p(ui::link({.text = words("evidence.add_for_this"), .href = add}));
}

} // namespace

Html linked(Call const& call, std::span<Id<Record> const> records) {
    if (!permits_somewhere(policy, call.actor, Act::read)) return {};
    return table_of(call.words, linked_to(call, records));
}

Html listed(Call const& call, std::span<Id<Record> const> records) {
    auto const out = linked(call, records);
    if (records.empty() || !permits_somewhere(policy, call.actor, Act::write)) return out;
    Url add = "/evidence/new";
    for (auto const record : records)
        add = add.with("for", to_string(record));
    return out + adding(call.words, add);
}

Html listed(Call const& call, FunctionEvidence const& asked) {
    if (!call.may(policy, Act::read, {.office_path = asked.office_path})) return {};
    FunctionLink const function{asked.mandate, asked.function};
    auto pieces =
        call.look([&](Db& db) { return evidence_of_function(db, function, asked.office_path); });
    std::erase_if(pieces, [&](EvidenceFacts const& piece) {
        return piece.office_path != asked.office_path
               || bangla::parse_fiscal_year(piece.period.year.name)
                          .value_or(bangla::FiscalYear{})
                          .start
                      != asked.year
               || day_of(piece.kept_at) > asked.known_by;
    });
    auto const out = table_of(call.words, pieces);
    bool const adds = asked.known_by == call.today
                      && call.may(policy, Act::write, {.office_path = asked.office_path});
    if (!adds) return out;
    return out + adding(call.words, Url("/evidence/new").with("function", function_text(function)));
}

Html listed(Call const& call, Id<Record> record) { return listed(call, std::span(&record, 1)); }

} // namespace udb::evidence
