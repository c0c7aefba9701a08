#include "modules/plans/import_heads.hpp"

#include "bangla/text/normalise.hpp"
#include "bangla/text/search_key.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>

namespace udb::plans {
namespace {

struct Alias {
    std::string_view text;
    ColumnKind kind;
    int which = 0;
};

/// As papers and their makers write them; compared folded, without years.
constexpr std::array aliases{
    Alias{"ক্রম", ColumnKind::serial},
    Alias{"ক্রমিক", ColumnKind::serial},
    Alias{"ক্রমিক নং", ColumnKind::serial},
    Alias{"ক্রমিক নম্বর", ColumnKind::serial},
    Alias{"ক্র. নং", ColumnKind::serial},
    Alias{"no", ColumnKind::serial},
    Alias{"sl", ColumnKind::serial},
    Alias{"sl no", ColumnKind::serial},
    Alias{"serial", ColumnKind::serial},
    Alias{"কার্যক্রমের ক্ষেত্র", ColumnKind::area},
    Alias{"কর্মসম্পাদন ক্ষেত্র", ColumnKind::area},
    Alias{"কর্মসম্পাদনের ক্ষেত্র", ColumnKind::area},
    Alias{"ক্ষেত্র", ColumnKind::area},
    Alias{"উদ্দেশ্য", ColumnKind::area},
    Alias{"উদ্দেশ্য Objectives", ColumnKind::area},
    Alias{"কৌশলগত উদ্দেশ্য", ColumnKind::area},
    Alias{"বিষয়", ColumnKind::area},
    Alias{"area", ColumnKind::area},
    Alias{"performance area", ColumnKind::area},
    Alias{"objective", ColumnKind::area},
    Alias{"objectives", ColumnKind::area},
    Alias{"মান", ColumnKind::area_weight},
    Alias{"weight", ColumnKind::area_weight},
    Alias{"marks", ColumnKind::area_weight},
    Alias{"ক্ষেত্রের মান", ColumnKind::area_weight},
    Alias{"বিষয়ের মান", ColumnKind::area_weight},
    Alias{"উদ্দেশ্যের মান", ColumnKind::area_weight},
    Alias{"weight of the area", ColumnKind::area_weight},
    Alias{"weight of the objective", ColumnKind::area_weight},
    Alias{"area weight", ColumnKind::area_weight},
    Alias{"কার্যক্রম", ColumnKind::activity},
    Alias{"কার্যক্রম Activities", ColumnKind::activity},
    Alias{"কার্যক্রমের নাম", ColumnKind::activity},
    Alias{"কার্যক্রমসমূহ", ColumnKind::activity},
    Alias{"activity", ColumnKind::activity},
    Alias{"activities", ColumnKind::activity},
    Alias{"কর্মসম্পাদন সূচক", ColumnKind::indicator},
    Alias{"কর্মসম্পাদন সূচক Performance indicators", ColumnKind::indicator},
    Alias{"কর্মসম্পাদন সূচকসমূহ", ColumnKind::indicator},
    Alias{"কর্মসম্পাদনের সূচক", ColumnKind::indicator},
    Alias{"সূচক", ColumnKind::indicator},
    Alias{"indicator", ColumnKind::indicator},
    Alias{"indicators", ColumnKind::indicator},
    Alias{"performance indicator", ColumnKind::indicator},
    Alias{"performance indicators", ColumnKind::indicator},
    Alias{"key performance indicator", ColumnKind::indicator},
    Alias{"kpi", ColumnKind::indicator},
    Alias{"প্রমাণক", ColumnKind::evidence},
    Alias{"evidence", ColumnKind::evidence},
    Alias{"একক", ColumnKind::unit},
    Alias{"একক Unit", ColumnKind::unit},
    Alias{"পরিমাপের একক", ColumnKind::unit},
    Alias{"unit", ColumnKind::unit},
    Alias{"গণনা পদ্ধতি", ColumnKind::count},
    Alias{"গণনার পদ্ধতি", ColumnKind::count},
    Alias{"way of counting", ColumnKind::count},
    Alias{"calculation method", ColumnKind::count},
    Alias{"সূচকের মান", ColumnKind::weight},
    Alias{"কর্মসম্পাদন সূচকের মান", ColumnKind::weight},
    Alias{"weight of the indicator", ColumnKind::weight},
    Alias{"weight of indicator", ColumnKind::weight},
    Alias{"indicator weight", ColumnKind::weight},
    Alias{"প্রকৃত অর্জন", ColumnKind::last},
    Alias{"ভিত্তি", ColumnKind::last},
    Alias{"ভিত্তি বছর", ColumnKind::last},
    Alias{"actual achievement", ColumnKind::last},
    Alias{"baseline", ColumnKind::last},
    Alias{"অসাধারণ", ColumnKind::band, 100},
    Alias{"অতি উত্তম", ColumnKind::band, 90},
    Alias{"উত্তম", ColumnKind::band, 80},
    Alias{"চলতি মান", ColumnKind::band, 70},
    Alias{"চলতি মানের নিম্নে", ColumnKind::band, 60},
    Alias{"চলতি মানের নিচে", ColumnKind::band, 60},
    Alias{"excellent", ColumnKind::band, 100},
    Alias{"very good", ColumnKind::band, 90},
    Alias{"good", ColumnKind::band, 80},
    Alias{"fair", ColumnKind::band, 70},
    Alias{"below fair", ColumnKind::band, 60},
    Alias{"লক্ষ্যমাত্রা", ColumnKind::target},
    Alias{"লক্ষ্যমাত্রা/নির্ণায়ক", ColumnKind::target},
    Alias{"অর্থবছরের লক্ষ্যমাত্রা", ColumnKind::target},
    Alias{"বার্ষিক লক্ষ্যমাত্রা", ColumnKind::target},
    Alias{"target", ColumnKind::target},
    Alias{"targets", ColumnKind::target},
    Alias{"target of", ColumnKind::target},
    Alias{"full target", ColumnKind::target},
    Alias{"অর্ধবার্ষিক", ColumnKind::half_year},
    Alias{"half year", ColumnKind::half_year},
    Alias{"ত্রৈমাসিক অগ্রগতি অর্ধবার্ষিক", ColumnKind::half_year},
    Alias{"quarterly progress half year", ColumnKind::half_year},
    Alias{"মোট অর্জন", ColumnKind::year},
    Alias{"প্রকৃত অর্জন 30 জুন পর্যন্ত", ColumnKind::year},
    Alias{"total achieved", ColumnKind::year},
    Alias{"achieved by 30 june", ColumnKind::year},
    Alias{"অর্জনের হার", ColumnKind::percent},
    Alias{"প্রাপ্ত নম্বর", ColumnKind::score},
    Alias{"অর্জিত মান", ColumnKind::score},
    Alias{"score", ColumnKind::score},
    Alias{"প্রমাণক সংযোজন করা হয়েছে কিনা", ColumnKind::evidence_kept},
    Alias{"is evidence attached", ColumnKind::evidence_kept},
    Alias{"প্রক্ষেপণ", ColumnKind::projection},
    Alias{"projection", ColumnKind::projection},
    Alias{"দায়িত্বপ্রাপ্ত পদ", ColumnKind::responsible},
    Alias{"বাস্তবায়নের দায়িত্বপ্রাপ্ত ব্যক্তি/পদ", ColumnKind::responsible},
    Alias{"দায়িত্বপ্রাপ্ত ব্যক্তি", ColumnKind::responsible},
    Alias{"responsible person or post", ColumnKind::responsible},
    Alias{"responsible post", ColumnKind::responsible},
    Alias{"responsible", ColumnKind::responsible},
    Alias{"লক্ষ্যমাত্রা/অর্জন", ColumnKind::row_kind},
    Alias{"target/achieved", ColumnKind::row_kind},
    Alias{"মন্তব্য", ColumnKind::remark},
    Alias{"remark", ColumnKind::remark},
    Alias{"remarks", ColumnKind::remark},
};

std::map<std::string, HeadColumn> const& known_heads() {
    static auto const all = [] {
        std::map<std::string, HeadColumn> map;
        for (auto const& alias : aliases)
            map.emplace(bangla::folded(alias.text), HeadColumn{alias.kind, alias.which});
        return map;
    }();
    return all;
}

std::optional<int> number_of(std::string_view word) {
    int number = 0;
    auto const [end, failed] = std::from_chars(word.data(), word.data() + word.size(), number);
    if (failed != std::errc{} || end != word.data() + word.size()) return {};
    return number;
}

/// The words of a folded head without its fiscal year, and that year.
struct Parts {
    std::vector<std::string_view> words;
    std::optional<int> year;

    std::string joined() const {
        std::string out;
        for (auto const word : words)
            out += (out.empty() ? "" : " ") + std::string(word);
        return out;
    }
};

Parts parts_of(std::string_view folded) {
    Parts out;
    bool after_year = false;
    while (!folded.empty()) {
        auto const end = std::min(folded.find(' '), folded.size());
        auto const word = folded.substr(0, end);
        folded.remove_prefix(std::min(end + 1, folded.size()));
        auto const number = number_of(word);
        bool const second =
            after_year && number && (*number == *out.year + 1 || *number == (*out.year + 1) % 100);
        after_year = !second && number && *number >= 2000 && *number < 2100 && !out.year;
        if (after_year)
            out.year = number;
        else if (!second)
            out.words.push_back(word);
    }
    return out;
}

std::optional<int> quarter_in(Parts const& parts) {
    static std::map<std::string, int> const ordinals = [] {
        std::map<std::string, int> map;
        constexpr std::array<std::array<std::string_view, 5>, 4> names{
            {{"1ম", "প্রথম", "1st", "first", "q1"},
             {"2য়", "দ্বিতীয়", "2nd", "second", "q2"},
             {"3য়", "তৃতীয়", "3rd", "third", "q3"},
             {"4র্থ", "চতুর্থ", "4th", "fourth", "q4"}}};
        for (std::size_t q = 0; q < names.size(); ++q)
            for (auto const name : names[q])
                map.emplace(bangla::folded(name), static_cast<int>(q) + 1);
        return map;
    }();
    static std::array const kinds{bangla::folded("ত্রৈমাসিক"), bangla::folded("কোয়ার্টার"),
                                  bangla::folded("প্রান্তিক"), bangla::folded("quarter")};
    std::optional<int> which;
    bool quarter = false;
    for (auto const word : parts.words) {
        quarter = quarter || std::ranges::find(kinds, word) != kinds.end();
        if (auto const found = ordinals.find(std::string(word)); found != ordinals.end()) {
            if (!which) which = found->second;
            quarter = quarter || word.starts_with('q');
        }
    }
    return quarter ? which : std::nullopt;
}

/// `অসাধারণ 100`, `100`: the words beside the number are any that are known of bands and targets.
std::optional<HeadColumn> band_in(Parts parts) {
    std::optional<int> percent;
    for (auto at = parts.words.begin(); at != parts.words.end(); ++at) {
        auto const number = number_of(*at);
        if (!number || std::ranges::find(band_percents, *number) == band_percents.end()) continue;
        percent = number;
        parts.words.erase(at);
        break;
    }
    if (!percent) return {};
    for (std::size_t begin = 0; begin < parts.words.size(); ++begin) {
        Parts const rest{
            {parts.words.begin() + static_cast<std::ptrdiff_t>(begin), parts.words.end()}, {}};
        auto const found = known_heads().find(rest.joined());
        if (found == known_heads().end()) continue;
        auto const kind = found->second.kind;
        if (kind == ColumnKind::band || kind == ColumnKind::target)
            return HeadColumn{ColumnKind::band, *percent};
    }
    if (parts.words.empty()) return HeadColumn{ColumnKind::band, *percent};
    return {};
}

/// A row's texts, the group's name standing over all its columns.
class HeadRows {
public:
    HeadRows(std::span<SheetRow const> rows, std::size_t first, std::size_t count, int fiscal_year)
        : upper_(rows[first].cells), year_(fiscal_year) {
        if (count > 1) lower_ = rows[first + 1].cells;
    }

    std::vector<std::optional<HeadColumn>> read(std::vector<std::string>* unknown) const {
        std::vector<std::optional<HeadColumn>> out;
        std::string_view group;
        for (std::size_t c = 0; c < std::max(upper_.size(), lower_.size()); ++c) {
            auto const above = cell(upper_, c), below = cell(lower_, c);
            if (!above.empty()) group = above;
            auto found = one(above.empty() && !below.empty() ? group : above, below);
            if (!found && unknown && !(above.empty() && below.empty()))
                unknown->push_back(bangla::normalised(below.empty() ? above : below));
            out.push_back(found);
        }
        settle(out);
        return out;
    }

private:
    static std::string_view cell(std::vector<std::string_view> const& cells, std::size_t c) {
        return c < cells.size() ? bangla::trimmed(cells[c]) : std::string_view{};
    }

    std::optional<HeadColumn> one(std::string_view above, std::string_view below) const {
        constexpr std::size_t head_bytes_max = 400;
        if (above.size() > head_bytes_max || below.size() > head_bytes_max) return {};
        if (below.empty()) return above.empty() ? std::nullopt : head_named(above, year_);
        if (auto const both = head_named(std::string(above) + " " + std::string(below), year_))
            return both;
        if (auto const lower = head_named(below, year_)) return lower;
        return above.empty() ? std::nullopt : head_named(above, year_);
    }

    /// `মান` after the indicator is the indicator's; of two achievements the first is the older;
    /// what is named twice counts once.
    static void settle(std::vector<std::optional<HeadColumn>>& columns) {
        auto const is = [](ColumnKind kind) {
            return [kind](auto const& column) { return column && column->kind == kind; };
        };
        auto const indicator = std::ranges::find_if(columns, is(ColumnKind::indicator));
        if (std::ranges::none_of(columns, is(ColumnKind::weight)))
            for (auto at = indicator; at != columns.end(); ++at)
                if (*at && (*at)->kind == ColumnKind::area_weight) {
                    (*at)->kind = ColumnKind::weight;
                    break;
                }
        auto const last = std::ranges::find_if(columns, is(ColumnKind::last));
        if (last != columns.end() && std::ranges::none_of(columns, is(ColumnKind::before_last))
            && std::find_if(last + 1, columns.end(), is(ColumnKind::last)) != columns.end())
            (*last)->kind = ColumnKind::before_last;
        for (auto at = columns.begin(); at != columns.end(); ++at)
            if (*at && std::find(columns.begin(), at, *at) != at) at->reset();
    }

    std::vector<std::string_view> const& upper_;
    std::vector<std::string_view> lower_ = {};
    int year_;
};

std::size_t named(std::vector<std::optional<HeadColumn>> const& columns) {
    return static_cast<std::size_t>(
        std::ranges::count_if(columns, [](auto const& column) { return column.has_value(); }));
}

} // namespace

std::optional<HeadColumn> head_named(std::string_view text, int fiscal_year) {
    auto const folded = bangla::folded(text);
    auto const parts = parts_of(folded);
    if (auto const quarter = quarter_in(parts)) return HeadColumn{ColumnKind::quarter, *quarter};
    if (auto const band = band_in(parts)) return band;
    auto const label = parts.joined();
    auto found = known_heads().find(folded);
    if (found == known_heads().end()) found = known_heads().find(label);
    auto const before = parts.year ? fiscal_year - *parts.year : 0;
    if (found == known_heads().end()) {
        if (!label.empty() || !parts.year) return {};
        if (before == 1) return HeadColumn{ColumnKind::last};
        if (before == 2) return HeadColumn{ColumnKind::before_last};
        return before < 0 ? std::optional(HeadColumn{ColumnKind::projection}) : std::nullopt;
    }
    auto column = found->second;
    if (column.kind == ColumnKind::last && before == 2) column.kind = ColumnKind::before_last;
    if (column.kind == ColumnKind::target && before < 0) column.kind = ColumnKind::projection;
    return column;
}

std::optional<std::size_t> SheetHeads::at(ColumnKind kind, int which) const {
    auto const found = std::ranges::find(columns, std::optional(HeadColumn{kind, which}));
    if (found == columns.end()) return {};
    return static_cast<std::size_t>(found - columns.begin());
}

std::optional<SheetHeads> find_heads(std::span<SheetRow const> rows, int fiscal_year) {
    constexpr std::size_t rows_looked_at_max = 30;
    constexpr std::size_t columns_needed = 3;
    std::optional<SheetHeads> best;
    for (std::size_t first = 0; first < std::min(rows.size(), rows_looked_at_max); ++first)
        for (std::size_t count = 1; count <= 2 && first + count <= rows.size(); ++count) {
            HeadRows const heads(rows, first, count, fiscal_year);
            SheetHeads found{.first_row = first, .rows = count, .columns = heads.read(nullptr)};
            if (!found.at(ColumnKind::indicator) || named(found.columns) < columns_needed) continue;
            auto const names = named(found.columns);
            auto const most = best ? named(best->columns) : 0;
            if (names < most || (names == most && count >= best->rows)) continue;
            heads.read(&found.unknown);
            best = std::move(found);
        }
    return best;
}

} // namespace udb::plans
