#include "app/commands/plan_score.hpp"

#include "app/commands/input.hpp"
#include "bangla/text/graphemes.hpp"
#include "modules/plans/score_file.hpp"

#include <algorithm>
#include <array>
#include <istream>
#include <ostream>

namespace udb::app {
namespace {

using Line = std::array<std::string, 6>;

/// Columns under each other, as wide as their widest cell in letters as a reader counts them.
class Lines {
public:
    void add(Line line, std::string below = {}) {
        for (std::size_t c = 0; c < line.size(); ++c)
            widths_[c] = std::max(widths_[c], bangla::grapheme_count(line[c]));
        lines_.emplace_back(std::move(line), std::move(below));
    }
    void print(std::ostream& out) const {
        for (auto const& [line, below] : lines_) {
            std::string row;
            for (std::size_t c = 0; c < line.size(); ++c) {
                std::string const room(widths_[c] - bangla::grapheme_count(line[c]), ' ');
                row += c == 0 ? line[c] + room : "  " + room + line[c];
            }
            out << row << '\n';
            if (!below.empty()) out << "    " << below << '\n';
        }
    }

private:
    std::array<std::size_t, std::tuple_size_v<Line>> widths_{};
    std::vector<std::pair<Line, std::string>> lines_;
};

void print(std::vector<plans::ScoreEntry> const& entries, Words const& words, std::ostream& out) {
    auto const language = words.language();
    auto const shown = [&](std::optional<plans::Value> value, plans::Unit unit) {
        return value ? plans::written(*value, unit, language) : std::string("–");
    };
    Lines lines;
    lines.add({words("plan_score.column_id"), words("plan_score.column_half_year"),
               words("plan_score.column_actual"), words("plan_score.column_percent"),
               words("plan_score.column_weight"), words("plan_score.column_score")});
    plans::Value weights, total;
    for (auto const& entry : entries) {
        auto const& i = entry.indicator;
        auto const score = plans::scored(i, entry.achieved);
        weights.units += i.weight.units;
        total.units += score.score.units;
        lines.add({entry.id, shown(score.achieved.half_year, i.unit),
                   shown(score.achieved.year, i.unit), shown(score.percent, plans::Unit::number),
                   shown(i.weight, plans::Unit::number), shown(score.score, plans::Unit::number)},
                  words(plans::working(i, score)));
    }
    lines.add({words("plan_score.total"), "", "", "", shown(weights, plans::Unit::number),
               shown(total, plans::Unit::number)});
    lines.print(out);
}

} // namespace

int run(PlanScoring const& command, Catalogue const& words, std::istream& in, std::ostream& out,
        std::ostream& err) {
    auto const text = read_input(command.file, in, plans::score_file_bytes_max);
    if (!text)
        return refuse_file(err, words,
                           refused({"plan_score.file_unreadable", {{"file", command.file}}}));
    auto const entries = plans::read_score_file(*text);
    if (!entries) return refuse_file(err, words, entries.error());
    if (command.json)
        out << plans::score_json(*entries, words) << '\n';
    else
        print(*entries, Words{words, command.language}, out);
    return 0;
}

} // namespace udb::app
