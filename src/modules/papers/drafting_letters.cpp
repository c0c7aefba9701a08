// The first drafts of letters, notices and minutes.
#include "bangla/calendar/bangla_date.hpp"
#include "bangla/calendar/gregorian.hpp"
#include "bangla/text/digits.hpp"
#include "modules/papers/drafting.hpp"
#include "modules/papers/wording.hpp"

namespace udb::papers {
namespace {

std::string known(std::string const& text) { return text.empty() ? std::string(gap) : text; }

class Draft {
public:
    Draft(FreeFacts const& facts, Words const& words)
        : facts_(facts), words_(words),
          out_(blank(facts.kind, facts.style, facts.office, facts.signer, words)) {}

    OfficePaper paper() {
        switch (facts_.kind) {
        case PaperKind::office_order:
        case PaperKind::notification: order(); break;
        case PaperKind::letter: letter(); break;
        case PaperKind::forwarding:
            add(say("forwarding", {{"gap", std::string(gap)}}));
            out_.enclosures = gap;
            break;
        case PaperKind::meeting_notice: notice(); break;
        case PaperKind::minutes: minutes(); break;
        }
        return std::move(out_);
    }

private:
    using Args = std::vector<std::pair<std::string, Arg>>;

    std::string say(std::string_view meaning, Args args = {}) const {
        return words_(worded(facts_.style, meaning), std::move(args));
    }
    /// The first paragraph has no number; those after it count from two.
    void add(std::string text) {
        auto const first = out_.blocks.empty();
        out_.blocks.push_back({.number = first ? "" : bangla::bangla_number(++number_) + "।",
                               .text = std::move(text)});
    }
    void add(BlockKind kind, std::string text) {
        out_.blocks.push_back({.kind = kind, .text = std::move(text)});
    }

    void order() {
        out_.blocks.push_back({});
        add(say("closing_" + std::string(id_of(facts_.kind))) + ' ' + say("effective"));
    }

    void letter() {
        add(say("letter", {{"gap", std::string(gap)}}));
        add(say("closing_letter"));
        out_.recipients = gap;
    }

    Args when_and_where() const {
        auto const& m = facts_.meeting;
        return {
            {"what", known(m.what)},
            {"date", m.date ? bangla::long_date(*m.date, Language::bn) : std::string(gap)},
            {"weekday", m.date ? std::string(bangla::weekday_name(*m.date).bn) : std::string(gap)},
            {"time", known(m.time)},
            {"place", known(m.place)},
            {"chair", known(m.chair)},
            {"chairs", genitive(known(m.chair))}};
    }

    void notice() {
        auto const& m = facts_.meeting;
        if (!m.what.empty())
            out_.about = words_("papers.about_notice", {{"what", genitive(m.what)}});
        add(say("notice", when_and_where()));
        add(say("agenda"));
        add(BlockKind::list, m.agenda.empty() ? std::string(gap) : in_lines(m.agenda));
        std::vector<std::string> addresses;
        for (auto const& member : m.members)
            addresses.push_back(member.address);
        out_.recipients = addresses.empty() ? std::string(gap) : in_lines(addresses);
    }

    static std::vector<MinuteRow> rows_of(MeetingFacts const& m) {
        if (!m.rows.empty()) return m.rows;
        auto agenda = m.agenda;
        if (agenda.empty()) agenda.emplace_back(gap);
        std::vector<MinuteRow> rows;
        for (auto const& item : agenda)
            rows.push_back({item, std::string(gap), std::string(gap)});
        return rows;
    }

    void minutes() {
        auto const& m = facts_.meeting;
        if (!m.what.empty())
            out_.about =
                words_(m.amended.empty() ? "papers.about_minutes" : "papers.about_minutes_amended",
                       {{"what", genitive(m.what)}});
        auto const facts = when_and_where();
        std::vector<std::string> told;
        for (auto const* fact : {"chair", "date", "time", "place", "presence"})
            told.push_back(words_("papers.minutes_" + std::string(fact), facts));
        add(in_lines(told));
        if (!m.amended.empty())
            out_.blocks.push_back(
                {.text = say("minutes_amended",
                             {{"date", bangla::long_date(m.amended_on.value(), Language::bn)},
                              {"corrections", m.amended}})});
        out_.blocks.push_back({.text = say("minutes_opening")});
        if (!m.corrections.empty())
            add(say("minutes_corrected", {{"corrections", m.corrections}}));
        else if (!m.first)
            add(say("minutes_confirmed"));
        add(say("minutes_decided"));
        std::vector<std::string> rows{
            table_row({words_("papers.column_no"), words_("papers.column_discussed"),
                       words_("papers.column_decided"), words_("papers.column_carries_out")})};
        std::int64_t no = 0;
        for (auto const& row : rows_of(m)) {
            auto const number =
                row.discussed.empty() ? std::string() : bangla::bangla_number(++no) + ".";
            rows.push_back(table_row({number, row.discussed, row.decided, row.carries_out}));
        }
        add(BlockKind::table, in_lines(rows));
        add(say("minutes_closing"));
        add(BlockKind::annex, words_("papers.annex_presence"));
        std::vector<std::string> present{
            table_row({words_("papers.column_no"), words_("papers.column_present"),
                       words_("papers.column_signature")})};
        for (auto const& member : m.members)
            present.push_back(table_row(
                {bangla::bangla_number(std::int64_t(present.size())) + ".", member.officer, ""}));
        if (m.members.empty()) present.push_back(table_row({"১.", std::string(gap), ""}));
        add(BlockKind::table, in_lines(present));
    }

    FreeFacts const& facts_;
    Words const& words_;
    OfficePaper out_;
    std::int64_t number_ = 1;
};

} // namespace

OfficePaper free_draft(FreeFacts const& facts, Words const& words) {
    return Draft(facts, words).paper();
}

OfficePaper informing_draft(FormingFacts const& facts, IssueFacts const& order,
                            Words const& words) {
    auto const say = [&](std::string_view meaning,
                         std::vector<std::pair<std::string, Arg>> args = {}) {
        return words(worded(facts.style, meaning), std::move(args));
    };
    auto out = blank(PaperKind::letter, facts.style, facts.office, facts.signer, words);
    auto const office = genitive(facts.office.name);
    out.about =
        words(facts.reforming ? "papers.about_informing_reformed" : "papers.about_informing_formed",
              {{"office", office}});
    if (facts.mandate)
        out.references =
            words("papers.informing_reference", {{"issuer", genitive(facts.mandate->issuer)},
                                                 {"memo", facts.mandate->memo},
                                                 {"date", short_date(facts.mandate->date)}});
    out.blocks = {
        {.text = say(facts.reforming ? "informing_reformed" : "informing_formed",
                     {{"office", office}, {"memo", order.memo}, {"date", short_date(order.date)}})},
        {.kind = BlockKind::table, .text = seats_table(facts.seats, words)},
        {.number = "২।", .text = say("informing_closing")}};
    out.enclosures = words("papers.informing_enclosure", {{"memo", order.memo}});
    out.recipients = words("papers.recipient_cabinet_secretary");
    return out;
}

} // namespace udb::papers
