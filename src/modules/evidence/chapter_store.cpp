#include "modules/evidence/chapter_store.hpp"

#include "bangla/pdf/bitmap.hpp"
#include "kernel/mandate.hpp"
#include "modules/evidence/evidence_store.hpp"
#include "modules/evidence/register_paper.hpp"
#include "modules/offices/offices.hpp"
#include "platform/picture.hpp"
#include "store/content_files.hpp"

#include <algorithm>

namespace udb::evidence {
namespace {

constexpr int pieces_most = 500;
constexpr std::size_t picture_bytes_max = std::size_t{30} << 20U;
constexpr int picture_side_max = 1600;
constexpr std::size_t hash_letters = 12; ///< enough to know a file by; all are on its page

bool counts_in(Period const& period, ChapterAsked const& asked) {
    auto const year = bangla::parse_fiscal_year(period.year.name);
    auto const quarter = static_cast<unsigned>(period.quarter) + 1;
    return year && year->start == asked.fiscal_year && quarter >= asked.quarter_first
           && quarter <= asked.quarter_last;
}

/// The earliest first.
std::vector<EvidenceFacts> in_period(std::vector<EvidenceFacts> all, ChapterAsked const& asked) {
    std::erase_if(all, [&](EvidenceFacts const& e) {
        return !counts_in(e.period, asked) || e.office_path != asked.office_path;
    });
    std::ranges::stable_sort(all, {}, &EvidenceFacts::on);
    return all;
}

bangla::Table table_of(std::vector<EvidenceFacts> const& all, Words const& words) {
    std::vector<std::vector<std::string>> rows;
    for (auto const& e : all)
        rows.push_back({words.date(e.on), e.title.bn, std::string(words(label_of(e.kind))),
                        e.proves.empty() ? std::string("–") : e.proves,
                        e.sha256.empty() ? std::string("–") : e.sha256.substr(0, hash_letters)});
    return told_table({{words("evidence_chapter.date"), 2},
                       {words("evidence_chapter.piece"), 4},
                       {words("evidence_chapter.kind"), 1.6},
                       {words("evidence_chapter.proves"), 3.7},
                       {words("evidence_chapter.hash"), 2.5}},
                      std::move(rows));
}

/// As it may be handed out: a photograph in the size of a page, without what its camera wrote into
/// it. Empty where it cannot be read.
std::string picture_of(Db& db, EvidenceFacts const& e) {
    using Turned = bangla::pdf::Bitmap::Turned;
    auto const bytes = db.contents().bytes(e.sha256);
    if (!bytes || bytes->size() > picture_bytes_max) return {};
    auto const bitmap = bangla::pdf::bitmap_of(*bytes);
    if (!bitmap) return {};
    if (!bitmap->jpeg) return bare_png(*bytes).value_or(std::string());
    auto const orientation = bitmap->turned == Turned::half    ? 3
                             : bitmap->turned == Turned::right ? 6
                             : bitmap->turned == Turned::left  ? 8
                                                               : 1;
    return fitted_jpeg(*bytes, picture_side_max, orientation).value_or(std::string());
}

/// Those functions of the mandate in force, at the end of the period, that have one of the themes.
/// While a mandate is known by its number only, the newest one whose functions are known tells.
std::vector<std::pair<Mandate const*, Function const*>> functions_of(Db& db,
                                                                     ChapterAsked const& asked) {
    auto const office = offices::find_office(db, asked.office);
    auto const tier = office ? tier_of(office->office.level) : std::nullopt;
    if (!tier) return {};
    auto const& all = shipped_mandates();
    auto const day = std::min(asked.days.last, asked.today);
    auto const* mandate = all.in_force(day, *tier, office->office.website);
    if (!mandate || mandate->functions.empty()) mandate = all.newest_rules(day, *tier);
    std::vector<std::pair<Mandate const*, Function const*>> out;
    if (!mandate) return out;
    for (auto const& function : mandate->functions)
        if (std::ranges::any_of(function.themes, [&](std::string const& theme) {
                return std::ranges::find(asked.themes, theme) != asked.themes.end();
            }))
            out.emplace_back(mandate, &function);
    return out;
}

} // namespace

std::vector<bangla::Block> tell_register(Db& db, ChapterAsked const& asked) {
    auto const& words = asked.words;
    auto const year = bangla::name(bangla::FiscalYear{asked.fiscal_year}, Language::en);
    auto const all = in_period(shown_evidence(db, {.scope = {.everywhere = true},
                                                   .office = asked.office,
                                                   .year = year,
                                                   .most = pieces_most}),
                               asked);
    if (all.empty()) return {bangla::Paragraph{.text = words("evidence_chapter.none")}};
    std::vector<bangla::Block> out;
    out.emplace_back(bangla::Heading{words("evidence_chapter.register"), 3});
    out.emplace_back(table_of(all, words));
    std::vector<bangla::Block> pictures;
    std::size_t place = 0;
    for (auto const& e : all) {
        if (e.kind != Kind::photograph || e.sha256.empty()) continue;
        bangla::Picture picture{
            .caption = words("evidence_chapter.caption", {{"title", e.title.bn}, {"date", e.on}}),
            .address = "/evidence/" + to_string(e.id) + "/view"};
        if (!asked.takes_picture(place++, picture.address)) continue;
        if (asked.pictures) picture.bytes = picture_of(db, e);
        pictures.emplace_back(std::move(picture));
    }
    if (pictures.empty()) return out;
    out.emplace_back(bangla::Heading{words("evidence_chapter.pictures"), 3});
    std::ranges::move(pictures, std::back_inserter(out));
    return out;
}

std::vector<bangla::Block> tell_functions(Db& db, ChapterAsked const& asked) {
    auto const& words = asked.words;
    std::vector<bangla::Block> out;
    bangla::List without;
    for (auto const& [mandate, function] : functions_of(db, asked)) {
        auto const title = words("evidence_chapter.function", {{"no", std::int64_t{function->no}},
                                                               {"title", function->title.bn}});
        auto const all =
            in_period(evidence_of_function(db, {.mandate = mandate->id, .no = function->no},
                                           asked.office_path),
                      asked);
        if (all.empty()) {
            without.items.push_back({.label = "•", .text = title});
            continue;
        }
        out.emplace_back(bangla::Heading{title, 3});
        out.emplace_back(table_of(all, words));
    }
    if (without.items.empty()) return out;
    out.emplace_back(bangla::Paragraph{.text = words("evidence_chapter.none_of_functions")});
    out.emplace_back(std::move(without));
    return out;
}

} // namespace udb::evidence
