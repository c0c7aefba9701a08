#include "modules/papers/drafting.hpp"

#include "bangla/text/digits.hpp"
#include "modules/papers/wording.hpp"

#include <algorithm>
#include <set>

namespace udb::papers {

std::string in_lines(std::vector<std::string> const& texts) {
    std::string out;
    for (auto const& text : texts)
        if (!text.empty()) out += (out.empty() ? "" : "\n") + text;
    return out;
}

std::string table_row(std::vector<std::string> cells) {
    std::string row;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        // In a text it would be one cell more.
        std::ranges::replace_if(cells[i], [](char c) { return c == '|' || c == '\n'; }, ' ');
        row += (i == 0 ? "" : " | ") + cells[i];
    }
    return row;
}

std::string seats_table(std::vector<SeatFacts> const& seats, Words const& words) {
    std::vector<std::string> rows{
        table_row({words("papers.column_no"), words("papers.column_officer"),
                   words("papers.column_role_in_team")})};
    for (auto const& seat : seats)
        rows.push_back(table_row(
            {bangla::bangla_number(std::int64_t(rows.size())) + ".", seat.officer, seat.role}));
    return in_lines(rows);
}

OfficePaper blank(PaperKind kind, Style style, OfficeFacts const& office, Signer const& signer,
                  Words const& words) {
    OfficePaper out{.kind = kind, .style = style, .website = office.website, .signer = signer};
    out.head = in_lines({words("papers.government"), office.above, office.name, office.section});
    out.copies = {{.text = words("papers.recipient_file")}};
    return out;
}

namespace {

class Draft {
public:
    Draft(FormingFacts const& facts, Words const& words) : facts_(facts), words_(words) {}

    OfficePaper paper() {
        OfficePaper out = blank(facts_.kind, facts_.style, facts_.office, facts_.signer, words_);
        out.about = words_(facts_.reforming ? "papers.about_reforming" : "papers.about_forming",
                           {{"office", genitive(facts_.office.name)}});
        out.blocks.push_back({.text = opening()});
        out.blocks.push_back({.kind = BlockKind::table, .text = seats_table(facts_.seats, words_)});
        if (!facts_.changes.empty()) {
            out.blocks.push_back({.number = next(), .text = say("changes")});
            out.blocks.push_back({.kind = BlockKind::list, .text = changes()});
        }
        if (!facts_.functions.empty()) {
            out.blocks.push_back({.number = next(), .text = say("functions")});
            out.blocks.push_back({.kind = BlockKind::list, .text = functions()});
        }
        if (!facts_.office.cabinet_division)
            out.blocks.push_back({.number = next(), .text = say("inform_cabinet")});
        out.blocks.push_back({.number = next(), .text = closing()});
        out.copies = copies();
        return out;
    }

private:
    std::string say(std::string_view meaning,
                    std::vector<std::pair<std::string, Arg>> args = {}) const {
        return words_(worded(facts_.style, meaning), std::move(args));
    }
    /// The first paragraph has no number; those after it count from two.
    std::string next() { return bangla::bangla_number(++number_) + "।"; }

    std::string opening() const {
        auto const formed = say(facts_.reforming ? "reformed" : "formed");
        if (!facts_.mandate)
            return say("opening_plain",
                       {{"office", genitive(facts_.office.name)}, {"formed", formed}});
        auto const& m = *facts_.mandate;
        auto const kind = words_("papers.of_" + std::string(id_of(m.kind)));
        return say("opening", {{"issuer", m.issuer},
                               {"memo", m.memo},
                               {"date", short_date(m.date)},
                               {"kind", kind},
                               {"office", genitive(facts_.office.name)},
                               {"formed", formed}});
    }

    std::string changes() const {
        std::vector<std::string> texts;
        for (auto const& c : facts_.changes) {
            if (c.kind == SeatChange::Kind::added)
                texts.push_back(say("added", {{"seat", c.after}}));
            else if (c.kind == SeatChange::Kind::removed)
                texts.push_back(say("removed", {{"seat", c.before}}));
            else
                texts.push_back(say("changed", {{"before", c.before}, {"after", c.after}}));
        }
        return items(std::move(texts));
    }

    std::string functions() const {
        std::vector<std::string> texts;
        for (auto text : facts_.functions) {
            for (std::string_view const end : {"; এবং", ";", "।", " "})
                while (text.ends_with(end))
                    text.resize(text.size() - end.size());
            if (!text.empty()) texts.push_back(std::move(text));
        }
        return items(std::move(texts));
    }

    /// Items end in `;`, the last in `।`, whatever the source had.
    static std::string items(std::vector<std::string> texts) {
        for (std::size_t i = 0; i < texts.size(); ++i)
            texts[i] += i + 1 == texts.size() ? "।" : i + 2 == texts.size() ? "; এবং" : ";";
        return in_lines(texts);
    }

    std::string closing() const {
        auto text = say("closing_" + std::string(id_of(facts_.kind)));
        if (!facts_.reforming) return text + ' ' + say("effective");
        if (facts_.former_memo.empty()) return text + ' ' + say("effective_cancels");
        return text + ' '
               + say("effective_cancels_memo",
                     {{"memo", facts_.former_memo},
                      {"date", facts_.former_date ? short_date(*facts_.former_date) : "–"}});
    }

    /// C23 §5: the Cabinet Division is told; then those who sit in the team, then offices below.
    std::vector<CopyLine> copies() const {
        std::vector<CopyLine> out;
        std::set<std::string> seen;
        auto const add = [&](CopyLine line) {
            if (!line.text.empty() && seen.insert(line.text).second) out.push_back(std::move(line));
        };
        if (!facts_.office.cabinet_division)
            add({.text = words_("papers.recipient_cabinet_division")});
        for (auto const& seat : facts_.seats)
            add({.text = seat.address});
        for (auto const& line : facts_.below)
            add(line);
        add({.text = words_("papers.recipient_file")});
        if (out.size() > copies_max) out.resize(copies_max);
        return out;
    }

    FormingFacts const& facts_;
    Words const& words_;
    std::int64_t number_ = 1;
};

} // namespace

OfficePaper forming_draft(FormingFacts const& facts, Words const& bangla_words) {
    return Draft(facts, bangla_words).paper();
}

std::optional<CitedMandate> cited(Mandates const& all, Mandate const& mandate) {
    auto const* found = &mandate;
    if (mandate.office) {
        found = mandate.under ? all.find(*mandate.under) : nullptr;
        if (!found) return {};
    }
    return CitedMandate{.issuer = found->issuer.bn,
                        .kind = found->kind,
                        .memo = found->memo,
                        .date = found->issued_on};
}

} // namespace udb::papers
