// Drafts of forming orders: in both registers against approved texts, and what each fact changes.
#include "modules/papers/draft_check.hpp"
#include "modules/papers/drafting.hpp"
#include "modules/papers/wording.hpp"

#include <algorithm>
#include <cstdlib>
#include <doctest/doctest.h>
#include <fstream>
#include <sstream>

using namespace udb;
using namespace udb::papers;

namespace {

FormingFacts facts(Style style) {
    using namespace std::chrono;
    return {.kind = PaperKind::office_order,
            .style = style,
            .office = {.name = "জলপথ অধিদপ্তর", .above = "জলপথ মন্ত্রণালয়", .section = "আইসিটি সেল"},
            .reforming = true,
            .mandate = CitedMandate{.issuer = "মন্ত্রিপরিষদ বিভাগ",
                                    .memo = "০৪.০০.০০০০.৮৩২.১৮.০০১.২৩-৭৭",
                                    .date = sys_days{2023y / November / 16}},
            .former_memo = "৪২.০১.০০০০.০০০.০১২.১৮.০০০৩.২৪.৯",
            .former_date = sys_days{2024y / March / 3},
            .seats = {{.officer = "পরিচালক (পরিকল্পনা শাখা)",
                       .role = "ইনোভেশন অফিসার",
                       .address = "পরিচালক, পরিকল্পনা শাখা, জলপথ অধিদপ্তর।"},
                      {.officer = "প্রোগ্রামার | আইসিটি",
                       .role = "সদস্য",
                       .address = "প্রোগ্রামার, জলপথ অধিদপ্তর।"}},
            .changes = {{.kind = SeatChange::Kind::added, .before = {}, .after = "প্রোগ্রামার"},
                        {.kind = SeatChange::Kind::removed, .before = "গবেষক", .after = {}},
                        {.before = "উপপরিচালক", .after = "পরিচালক"}},
            .functions = {"সেবা সহজ করা;", "বার্ষিক প্রতিবেদন; এবং", "সমন্বয়সাধন।"},
            .below = {{.text = "নির্বাহী প্রকৌশলী, নদীবন্দর।"}},
            .signer = {.name = "রেহানা পারভীন", .post = "পরিচালক"}};
}

std::string shown(OfficePaper const& paper) {
    std::ostringstream out;
    out << paper.about << '\n' << paper.head << '\n';
    for (auto const& b : paper.blocks)
        out << '[' << id_of(b.kind) << "] " << b.number << ' ' << b.text << '\n';
    out << text_of_copies(paper.copies);
    return out.str();
}

bool anywhere(OfficePaper const& paper, std::string_view text) {
    return shown(paper).find(text) != std::string::npos;
}

} // namespace

TEST_CASE("a re-forming order is drafted as approved, in both registers") {
    for (auto const style : {Style::cholit, Style::sadhu}) {
        auto const text = shown(forming_draft(facts(style), bangla_words()));
        auto const path =
            std::string(UDB_SOURCE_DIR "/src/modules/papers/tests/approved/reforming.")
            + std::string(id_of(style)) + ".txt";
        if (std::getenv("UDB_APPROVE") != nullptr) std::ofstream{path, std::ios::binary} << text;
        std::ifstream file{path, std::ios::binary};
        std::string const approved{std::istreambuf_iterator<char>(file), {}};
        CHECK_MESSAGE(text == approved, path, " differs; look at it, then run with UDB_APPROVE=1");
    }
}

TEST_CASE("the registers do not mix") {
    auto const cholit = forming_draft(facts(Style::cholit), bangla_words());
    auto const sadhu = forming_draft(facts(Style::sadhu), bangla_words());
    for (std::string_view const word : {"হইল", "হইবে", "হইতে", "বলিয়া"}) {
        CHECK_FALSE(anywhere(cholit, word));
        CHECK(anywhere(sadhu, word));
    }
    CHECK(anywhere(cholit, "করা হলো"));
    CHECK_FALSE(anywhere(sadhu, "করা হলো"));
}

TEST_CASE("a draft passes its own check, and its paragraphs count from two") {
    auto const paper = forming_draft(facts(Style::cholit), bangla_words());
    CHECK_FALSE(hinders(check(paper)));
    std::vector<std::string> numbers;
    for (auto const& b : paper.blocks)
        if (!b.number.empty()) numbers.push_back(b.number);
    CHECK(numbers == std::vector<std::string>{"২।", "৩।", "৪।", "৫।"});
}

TEST_CASE("what is not known is not drafted") {
    auto f = facts(Style::cholit);
    CHECK(anywhere(forming_draft(f, bangla_words()), "পুনর্গঠন করা হলো"));
    CHECK(anywhere(forming_draft(f, bangla_words()), "মন্ত্রিপরিষদ সচিব")); // C23 §5
    f.reforming = false;
    f.mandate.reset();
    f.changes.clear();
    f.functions.clear();
    f.office.cabinet_division = true;
    auto const paper = forming_draft(f, bangla_words());
    CHECK_FALSE(anywhere(paper, "পুনর্গঠন"));
    CHECK_FALSE(anywhere(paper, "আলোকে"));
    CHECK_FALSE(anywhere(paper, "কার্যপরিধি"));
    CHECK_FALSE(anywhere(paper, "বাতিল"));
    CHECK_FALSE(anywhere(paper, "মন্ত্রিপরিষদ"));
    CHECK(paper.blocks.size() == 3);
}

TEST_CASE("a bar in a post is no cell of its own") {
    auto const paper = forming_draft(facts(Style::cholit), bangla_words());
    for (auto const& line : lines_of(paper.blocks.at(1).text))
        CHECK(cells_of(line).size() == 3);
}

TEST_CASE("an office order stands in the light of the national paper that it names") {
    auto const& all = shipped_mandates();
    auto const national = cited(all, *all.find("cabinet-2023"));
    REQUIRE(national);
    CHECK(national->memo == all.find("cabinet-2023")->memo);
    auto const local = cited(all, *all.find("labour-2026"));
    REQUIRE(local);
    CHECK(local->memo == all.find("cabinet-2025")->memo);
}

TEST_CASE("copies are counted line by line, groups by their own number") {
    auto copies = copies_of_text("সচিব\n জেলা প্রশাসক (সকল) = ৬৪ \n\nমহাপরিচালক = 2");
    REQUIRE(copies.size() == 3);
    CHECK(copies[1] == CopyLine{.text = "জেলা প্রশাসক (সকল)", .copies = 64});
    CHECK(copies_in_all(copies) == 67);
    CHECK(copies_of_text(text_of_copies(copies)) == copies);
    copies = copies_of_text("জেলা প্রশাসক (সকল)");
    CHECK_FALSE(copies[0].copies);
    CHECK_FALSE(copies_in_all(copies));
    CHECK(copies_of_text("ক = ০")[0].text == "ক = ০"); // no number of copies
    CHECK(copies_of_text("ক = ৯৯৯৯৯৯৯৯৯৯৯৯৯৯৯৯৯৯৯৯")[0].copies == 1);
}

TEST_CASE("the check of a draft finds what is missing") {
    auto const good = forming_draft(facts(Style::cholit), bangla_words());
    auto const found = [](OfficePaper const& paper, std::string_view key) {
        return std::ranges::any_of(check(paper), [&](auto const& f) { return f.says.key == key; });
    };
    struct Case {
        std::string_view key;
        void (*spoil)(OfficePaper&);
        bool hinders;
    };
    static constexpr Case cases[] = {
        {"papers.check_no_about", [](OfficePaper& p) { p.about = "  "; }, true},
        {"papers.check_no_head", [](OfficePaper& p) { p.head.clear(); }, true},
        {"papers.check_no_signer", [](OfficePaper& p) { p.signer.name.clear(); }, true},
        {"papers.check_no_signer_post", [](OfficePaper& p) { p.signer.post.clear(); }, true},
        {"papers.check_no_text", [](OfficePaper& p) { p.blocks.clear(); }, true},
        {"papers.check_empty_block", [](OfficePaper& p) { p.blocks.push_back({}); }, false},
        {"papers.check_uneven_table", [](OfficePaper& p) { p.blocks[1].text += "\nক | খ"; }, false},
        {"papers.check_no_such_date",
         [](OfficePaper& p) { p.blocks[0].text += " ৩১ ফেব্রুয়ারি ২০২৬"; }, true},
        {"papers.check_number", [](OfficePaper& p) { p.blocks[2].number = "৪।"; }, false},
        {"papers.check_no_copies", [](OfficePaper& p) { p.copies.clear(); }, false},
        {"papers.check_group_count", [](OfficePaper& p) { p.copies[0].copies.reset(); }, true},
        {"papers.check_copy_twice", [](OfficePaper& p) { p.copies.push_back(p.copies[0]); }, false},
        {"papers.check_copies_count", [](OfficePaper& p) { p.copies[0].copies = 64; }, false},
    };
    for (auto const& c : cases) {
        CAPTURE(c.key);
        CHECK_FALSE(found(good, c.key));
        auto spoilt = good;
        c.spoil(spoilt);
        CHECK(found(spoilt, c.key));
        CHECK(hinders(check(spoilt)) == c.hinders);
    }
}
