// Letters, notices and minutes: their drafts in both registers, what their checks ask, and how they
// become official papers (Secretariat Instructions 2024, no. 136).
#include "bangla/pdf/fonts/fonts.hpp"
#include "bangla/pdf/tests/reading.hpp"
#include "bangla/pdf/typesetter.hpp"
#include "modules/papers/draft_check.hpp"
#include "modules/papers/papers.hpp"
#include "modules/papers/wording.hpp"

#include <algorithm>
#include <doctest/doctest.h>

using namespace udb;
using namespace udb::papers;
using namespace std::chrono;

namespace {

FreeFacts facts(PaperKind kind, Style style = Style::cholit) {
    return {.kind = kind,
            .style = style,
            .office = {.name = "শ্রম ও কর্মসংস্থান মন্ত্রণালয়", .section = "আইসিটি সেল"},
            .signer = {.name = "রেহানা পারভীন", .post = "প্রোগ্রামার"},
            .meeting = {
                .what = "ইনোভেশন টিমের সভা",
                .date = 2026y / July / 5,
                .time = "সকাল ১১:০০",
                .place = "মন্ত্রণালয়ের সভাকক্ষ",
                .chair = "অতিরিক্ত সচিব (প্রশাসন)",
                .agenda = {"বিগত সভার সিদ্ধান্তের অগ্রগতি", "শোকেসিং"},
                .members = {
                    {.officer = "প্রোগ্রামার, আইসিটি সেল",
                     .role = "সদস্য-সচিব",
                     .address = "প্রোগ্রামার, আইসিটি সেল।"},
                    {.officer = "সিস্টেম এনালিস্ট", .role = "সদস্য", .address = "সিস্টেম এনালিস্ট।"}}}};
}

/// The kinds of the blocks, in their order.
std::string shape(bangla::Paper const& paper) {
    static constexpr std::string_view names[] = {
        "head ",      "memo ",    "title ", "heading ",   "subject ", "references ",
        "paragraph ", "list ",    "table ", "signature ", "copies ",  "mark ",
        "bars ",      "picture ", "cover ", "contents ",  "space ",   "break "};
    static_assert(std::variant_size_v<bangla::Block> == std::size(names));
    std::string shape;
    for (auto const& block : paper.blocks)
        shape += names[block.index()];
    return shape;
}

std::string text_of(OfficePaper const& paper) {
    std::string text = paper.about + '\n' + paper.recipients;
    for (auto const& block : paper.blocks)
        text += '\n' + block.text;
    return text;
}

bool has_error(OfficePaper const& paper, std::string_view field, std::string_view key) {
    return std::ranges::any_of(check(paper), [&](auto const& f) {
        return f.field == field && f.says.key == key && f.severity == DraftFinding::Severity::error;
    });
}

} // namespace

TEST_CASE("each kind has the parts that its form has, at their places") {
    struct Case {
        PaperKind kind;
        std::string_view shape;
    };
    static constexpr Case cases[] = {
        {PaperKind::office_order, "head memo title paragraph signature copies "},
        {PaperKind::notification, "head memo title paragraph signature copies "},
        {PaperKind::letter, "head memo subject paragraph paragraph signature paragraph copies "},
        {PaperKind::forwarding, "head memo subject paragraph references signature copies "},
        {PaperKind::meeting_notice, "head memo title subject paragraph paragraph list signature "
                                    "paragraph list copies "},
        {PaperKind::minutes, "head memo title paragraph paragraph paragraph paragraph table "
                             "paragraph signature copies break heading table "},
    };
    for (auto const& c : cases)
        for (auto const style : {Style::cholit, Style::sadhu}) {
            CAPTURE(id_of(c.kind));
            auto const draft = free_draft(facts(c.kind, style), bangla_words());
            CHECK(draft.kind == c.kind);
            CHECK(draft.style == style);
            CHECK(shape(official(draft, {}, bangla_words())) == c.shape);
        }
}

TEST_CASE("a notice tells the meeting in words; what is not known is a gap that hinders") {
    auto const notice = free_draft(facts(PaperKind::meeting_notice), bangla_words());
    auto const text = text_of(notice);
    for (std::string_view const part :
         {"ইনোভেশন টিমের সভা আগামী ৫ জুলাই ২০২৬ (রবিবার) সকাল ১১:০০ ঘটিকায় মন্ত্রণালয়ের সভাকক্ষ-এ",
          "অনুষ্ঠিত হবে", "শোকেসিং", "সিস্টেম এনালিস্ট।"}) {
        CAPTURE(part);
        CHECK(text.find(part) != text.npos);
    }
    CHECK_FALSE(hinders(check(notice)));

    auto unknown = facts(PaperKind::meeting_notice);
    unknown.meeting.date.reset();
    auto const open = free_draft(unknown, bangla_words());
    CHECK(has_error(open, "text_0", "papers.check_gap"));
    auto const sadhu =
        text_of(free_draft(facts(PaperKind::meeting_notice, Style::sadhu), bangla_words()));
    CHECK(sadhu.find("অনুষ্ঠিত হইবে") != sadhu.npos);
}

TEST_CASE("minutes bear their meeting as title, a row for each item, and the members as annex") {
    auto const minutes = free_draft(facts(PaperKind::minutes), bangla_words());
    CHECK(minutes.about == "ইনোভেশন টিমের সভার কার্যবিবরণী");
    auto const text = text_of(minutes);
    for (std::string_view const part :
         {"সভাপতি: অতিরিক্ত সচিব (প্রশাসন)\nসভার তারিখ: ৫ জুলাই ২০২৬ (রবিবার)", "দৃঢ়ীকরণ",
          "২. | শোকেসিং | …… | ……", "সমাপ্তি ঘোষণা করেন", "২. | সিস্টেম এনালিস্ট |"}) {
        CAPTURE(part);
        CHECK(text.find(part) != text.npos);
    }
    // What was decided has to be written before it goes on.
    CHECK(has_error(minutes, "text_4", "papers.check_gap"));
}

TEST_CASE("another decision of an item has a row of its own, which goes on with the item's") {
    auto told = facts(PaperKind::minutes);
    told.meeting.rows = {{"শোকেসিং", "(১) আয়োজন", "প্রোগ্রামার"},
                         {"", "(২) প্রকাশ", "সহকারী প্রোগ্রামার"},
                         {"প্রশিক্ষণ", "", ""}};
    auto const minutes = free_draft(told, bangla_words());
    CHECK(text_of(minutes).find("২. | প্রশিক্ষণ |") != std::string::npos);
    auto const paper = official(minutes, {}, bangla_words());
    auto const found = std::ranges::find_if(
        paper.blocks, [](auto const& b) { return std::holds_alternative<bangla::Table>(b); });
    REQUIRE(found != paper.blocks.end());
    auto const& rows = std::get<bangla::Table>(*found).rows;
    REQUIRE(rows.size() == 3);
    struct {
        std::size_t row, cell;
        bool joined;
    } const cases[] = {{0, 0, false}, {1, 0, true}, {1, 1, true}, {1, 2, false}, {2, 2, false}};
    for (auto const& c : cases)
        CHECK_MESSAGE(rows[c.row].cells[c.cell].joined == c.joined, c.row, ' ', c.cell);
}

TEST_CASE("an addressed paper needs somebody it goes to, others do not") {
    for (auto const& term : terms<PaperKind>()) {
        CAPTURE(term.id);
        auto paper = free_draft(facts(term.value), bangla_words());
        paper.recipients.clear();
        CHECK(has_error(paper, "recipients", "papers.check_no_recipient")
              == is_addressed(term.value));
        paper.recipients = "সচিব, শ্রম ও কর্মসংস্থান মন্ত্রণালয়।";
        CHECK_FALSE(has_error(paper, "recipients", "papers.check_no_recipient"));
    }
}

TEST_CASE("several recipients are a list, one stands by itself") {
    auto letter = free_draft(facts(PaperKind::letter), bangla_words());
    letter.recipients = "এক।";
    CHECK(shape(official(letter, {}, bangla_words())).find("list") == std::string::npos);
    letter.recipients = "এক।\nদুই।";
    CHECK(shape(official(letter, {}, bangla_words())).find("signature paragraph list copies")
          != std::string::npos);
}

TEST_CASE("the address of an issued paper is on its PDF as a code and in words, else neither") {
    auto const letter = free_draft(facts(PaperKind::letter), bangla_words());
    IssueFacts issued{.memo = "৪০.০০.০০০০.০০০.০৩৬.৩২.০০০৬.১৭.৬", .date = 2026y / July / 1};
    CHECK(shape(official(letter, issued, bangla_words())).find("mark") == std::string::npos);
    CHECK_FALSE(verify_mark(""));
    std::string const address = "https://udbhabon.example.gov.bd/verify/12";
    issued.mark = verify_mark(address);
    auto const paper = official(letter, issued, bangla_words());
    CHECK(shape(paper).ends_with("mark "));
    bangla::Typesetter const typesetter{bangla::serif_fonts()};
    auto const pdf = typesetter.typeset(paper);
    auto const text = bangla::reading::text_of(pdf);
    CHECK(text.find(bangla::reading::folded(address)) != std::string::npos);
    CHECK(text.find(bangla::reading::folded("সত্যতা যাচাই")) != std::string::npos);
}

TEST_CASE("C23 §5: the letter that informs names the order, the seats and the mandate") {
    struct Case {
        bool reforming;
        Style style;
        std::string_view says;
    };
    static constexpr Case cases[] = {{false, Style::cholit, "গঠন করা হয়েছে:"},
                                     {true, Style::cholit, "পুনর্গঠন করা হয়েছে:"},
                                     {false, Style::sadhu, "গঠন করা হইয়াছে:"},
                                     {true, Style::sadhu, "পুনর্গঠন করা হইয়াছে:"}};
    for (auto const& c : cases) {
        FormingFacts const formed{
            .style = c.style,
            .office = {.name = "শ্রম ও কর্মসংস্থান মন্ত্রণালয়"},
            .reforming = c.reforming,
            .mandate = CitedMandate{.issuer = "মন্ত্রিপরিষদ বিভাগ",
                                    .memo = "০৪.০০.০০০০.৮৩২.১৮.০০১.২৩-৭৭",
                                    .date = 2023y / November / 16},
            .seats = {{.officer = "প্রোগ্রামার, আইসিটি সেল", .role = "সদস্য-সচিব"}},
            .signer = {.name = "রেহানা পারভীন", .post = "প্রোগ্রামার"}};
        auto const letter = informing_draft(
            formed, {.memo = "৪০.০০.০০০০.০০০.০৩৬.৩২.০০০৬.১৭.৫", .date = 2026y / January / 26},
            bangla_words());
        CHECK(letter.kind == PaperKind::letter);
        CHECK(letter.recipients.starts_with("মন্ত্রিপরিষদ সচিব"));
        CHECK(letter.references
              == "মন্ত্রিপরিষদ বিভাগের স্মারক নং ০৪.০০.০০০০.৮৩২.১৮.০০১.২৩-৭৭, তারিখ: ১৬-১১-২০২৩।");
        CHECK(letter.blocks.at(0).text.ends_with(c.says));
        CHECK(letter.blocks.at(0).text.find("১৭.৫, তারিখ: ২৬-০১-২০২৬") != std::string::npos);
        CHECK(letter.blocks.at(1).text.find("সদস্য-সচিব") != std::string::npos);
        CHECK_FALSE(hinders(check(letter)));
    }
}
