#include "modules/papers/draft_check.hpp"

#include "bangla/calendar/written_date.hpp"
#include "bangla/text/digits.hpp"
#include "bangla/text/normalise.hpp"

#include <algorithm>
#include <set>

namespace udb::papers {
namespace {

using Severity = DraftFinding::Severity;

class Check {
public:
    explicit Check(OfficePaper const& paper) : paper_(paper) {}

    std::vector<DraftFinding> findings() {
        blank(paper_.about, "about", "papers.check_no_about");
        blank(paper_.head, "head", "papers.check_no_head");
        blank(paper_.signer.name, "signer_name", "papers.check_no_signer");
        blank(paper_.signer.post, "signer_post", "papers.check_no_signer_post");
        if (is_addressed(paper_.kind))
            blank(paper_.recipients, "recipients", "papers.check_no_recipient");
        if (paper_.kind == PaperKind::forwarding && bangla::trimmed(paper_.enclosures).empty())
            add(Severity::warning, "enclosures", {"papers.check_no_enclosure"});
        unfilled(paper_.about, "about");
        unfilled(paper_.references, "references");
        unfilled(paper_.enclosures, "enclosures");
        unfilled(paper_.recipients, "recipients");
        blocks();
        numbers();
        copies();
        return std::move(found_);
    }

private:
    void add(Severity severity, std::string field, Message says) {
        found_.push_back({severity, std::move(field), std::move(says)});
    }
    void blank(std::string const& text, std::string field, std::string key) {
        if (bangla::trimmed(text).empty()) add(Severity::error, std::move(field), {std::move(key)});
    }

    void unfilled(std::string const& text, std::string const& field) {
        if (text.find(gap) != text.npos)
            add(Severity::error, field, {"papers.check_gap", {{"gap", std::string(gap)}}});
    }

    void blocks() {
        bool any = false;
        for (std::size_t i = 0; i < paper_.blocks.size(); ++i) {
            auto const& block = paper_.blocks[i];
            auto const field = "text_" + std::to_string(i);
            if (bangla::trimmed(block.text).empty()) {
                add(Severity::warning, field,
                    {"papers.check_empty_block", {{"no", std::int64_t(i + 1)}}});
                continue;
            }
            any = true;
            unfilled(block.text, field);
            if (block.kind == BlockKind::table) table(block, field, i);
            dates(block.text, field);
        }
        if (!any) add(Severity::error, "text_0", {"papers.check_no_text"});
    }

    void table(PaperBlock const& block, std::string const& field, std::size_t i) {
        std::set<std::size_t> widths;
        for (auto const& line : lines_of(block.text))
            widths.insert(cells_of(line).size());
        if (widths.size() > 1)
            add(Severity::warning, field,
                {"papers.check_uneven_table", {{"no", std::int64_t(i + 1)}}});
    }

    /// A day that is not there, or whose two calendars differ, is a slip.
    void dates(std::string const& text, std::string const& field) {
        for (auto const& found : bangla::find_dates(text))
            if (!found.date)
                add(Severity::error, field,
                    {"papers.check_no_such_date",
                     {{"text", text.substr(found.begin, found.end - found.begin)}}});
    }

    /// Numbered paragraphs count from two, since the first has no number.
    void numbers() {
        std::int64_t expected = 2;
        for (std::size_t i = 0; i < paper_.blocks.size(); ++i) {
            auto const& b = paper_.blocks[i];
            if (b.kind != BlockKind::paragraph || b.number.empty()) continue;
            auto const right = bangla::bangla_number(expected) + "।";
            if (b.number != right)
                add(Severity::warning, "number_" + std::to_string(i),
                    {"papers.check_number", {{"number", b.number}, {"right", right}}});
            ++expected;
        }
    }

    void copies() {
        // A letter, a notice, minutes may go to nobody else.
        if (paper_.copies.empty() && !forms_teams(paper_.kind)) return;
        if (paper_.copies.empty())
            return add(Severity::warning, "copies", {"papers.check_no_copies"});
        std::set<std::string> seen;
        for (auto const& line : paper_.copies) {
            if (!line.copies)
                add(Severity::error, "copies", {"papers.check_group_count", {{"line", line.text}}});
            if (!seen.insert(line.text).second)
                add(Severity::warning, "copies",
                    {"papers.check_copy_twice", {{"line", line.text}}});
        }
        auto const lines = std::int64_t(paper_.copies.size());
        if (auto const all = copies_in_all(paper_.copies); all && *all != lines)
            add(Severity::note, "copies",
                {"papers.check_copies_count", {{"lines", lines}, {"copies", *all}}});
    }

    OfficePaper const& paper_;
    std::vector<DraftFinding> found_ = {};
};

} // namespace

std::vector<DraftFinding> check(OfficePaper const& paper) { return Check(paper).findings(); }

bool hinders(std::vector<DraftFinding> const& findings) {
    return std::ranges::any_of(findings,
                               [](auto const& f) { return f.severity == Severity::error; });
}

} // namespace udb::papers
