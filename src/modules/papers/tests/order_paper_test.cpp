// The reader's JSON as a paper, as a PDF, and as HTML to paste.
#include "bangla/pdf/tests/reading.hpp"
#include "modules/papers/order_paper.hpp"
#include "modules/papers/pages_html.hpp"
#include "modules/papers/wording.hpp"

#include <doctest/doctest.h>
#include <filesystem>
#include <fstream>
#include <iterator>

using namespace udb;
using namespace udb::papers;

namespace {

std::string contents(std::filesystem::path const& file) {
    std::ifstream in(file, std::ios::binary);
    REQUIRE(in);
    return {std::istreambuf_iterator<char>(in), {}};
}

mandates::Order invented() {
    auto const read =
        mandates::order_from_json(contents(UDB_SOURCE_DIR "/src/modules/papers/tests/order.json"));
    REQUIRE(read);
    return *read;
}

template <class Block>
std::vector<Block> all(bangla::Paper const& paper) {
    std::vector<Block> out;
    for (auto const& b : paper.blocks)
        if (auto const* one = std::get_if<Block>(&b)) out.push_back(*one);
    return out;
}

std::string html_of(bangla::Paper const& paper) { return std::string(paper_html(paper).view()); }

} // namespace

TEST_CASE("an order becomes the blocks of a paper, its rows at their places") {
    auto const paper = order_paper(invented(), bangla_words(), {});
    CHECK(all<bangla::Head>(paper).at(0).website == "www.example.gov.bd");
    CHECK(all<bangla::MemoDate>(paper).at(0).memo == "নম্বর: ৪২.০০.০০০০.০০০.০১২.১৮.০০০৩.২৪.৯");
    CHECK(all<bangla::MemoDate>(paper).at(0).dates.bangla == "১২ মাঘ ১৪৩২ বঙ্গাব্দ");
    auto const paragraphs = all<bangla::Paragraph>(paper);
    REQUIRE(paragraphs.size() == 3); // by order of the President stands in the signature
    CHECK(paragraphs[1].number == "২।");
    CHECK(paragraphs[1].text == "কার্যপরিধি:");
    auto const seats = all<bangla::Table>(paper).at(0);
    CHECK(seats.rows.at(0).cells.at(1).text == "পরিচালক (পরিকল্পনা শাখা)");
    CHECK(seats.rows.at(1).cells.at(1).text == "প্রোগ্রামার/সহকারী প্রোগ্রামার (আইসিটি সেল)");
    CHECK(seats.rows.at(1).cells.at(2).text == "সদস্য");
    CHECK(all<bangla::Signature>(paper).at(0).by_order == "রাষ্ট্রপতির আদেশক্রমে,");
    auto const copies = all<bangla::CopyBlock>(paper).at(0);
    CHECK(copies.memo.ends_with("২৪.৯/১(৬৬)"));
    CHECK(copies.recipients.size() == 2);

    std::size_t table = 0, list = 0, second = 0;
    for (std::size_t i = 0; i < paper.blocks.size(); ++i) {
        if (std::holds_alternative<bangla::Table>(paper.blocks[i])) table = i;
        if (std::holds_alternative<bangla::List>(paper.blocks[i])) list = i;
        if (auto const* p = std::get_if<bangla::Paragraph>(&paper.blocks[i]);
            p && p->number == "২।")
            second = i;
    }
    CHECK(table < second);
    CHECK(second + 1 == list);
}

TEST_CASE("an order of another kind has no order of the President") {
    auto order = invented();
    order.kind = "office_order";
    CHECK(all<bangla::Signature>(order_paper(order, bangla_words(), {})).at(0).by_order.empty());
}

TEST_CASE("rows without a place come where such papers have them, and nothing is lost") {
    auto order = invented();
    order.places = {};
    CHECK(all<bangla::Table>(order_paper(order, bangla_words(), {})).size() == 1);
    CHECK(all<bangla::List>(order_paper(order, bangla_words(), {})).size() == 1);
    order.places.seats = 4000;
    CHECK(all<bangla::Table>(order_paper(order, bangla_words(), {})).size() == 1);
    order.body.clear();
    CHECK(all<bangla::List>(order_paper(order, bangla_words(), {})).size() == 1);
}

TEST_CASE("the number of a paragraph is told from a sentence") {
    CHECK(numbered("২।লেখা").number == "২।");
    CHECK(numbered("১২। লেখা").text == "লেখা");
    CHECK(numbered("এটি বাক্য। আরেকটি").number.empty());
    CHECK(numbered("২০২৬।").number.empty());
    CHECK(numbered("").text.empty());
}

TEST_CASE("the PDF of the order reads back") {
    auto const paper = order_paper(invented(), bangla_words(), {});
    bangla::reading::check_reads_back(paper, {"জলপথ মন্ত্রণালয়", "২৬ জানুয়ারি ২০২৬ খ্রিস্টাব্দ",
                                              "টিম গঠন <পরীক্ষা>", "পরিচালক (পরিকল্পনা শাখা)",
                                              "ইনোভেশন অফিসার", "সেবা সহজীকরণ;", "ফোন: ০২-৫৫৫",
                                              "জেলা প্রশাসক (সকল)।"});
}

TEST_CASE("HTML to paste has every text, escaped, and no attribute but of tables") {
    auto const html = html_of(order_paper(invented(), bangla_words(), {}));
    CHECK(html.find("টিম গঠন &lt;পরীক্ষা&gt;") != std::string::npos);
    CHECK(html.find("<পরীক্ষা>") == std::string::npos);
    for (std::string_view const text :
         {"জলপথ মন্ত্রণালয়", "<h2>প্রজ্ঞাপন</h2>", "<td>পরিচালক (পরিকল্পনা শাখা)</td>",
          "(১) সেবা সহজীকরণ;", "১। জেলা প্রশাসক (সকল)।"}) {
        CAPTURE(text);
        CHECK(html.find(text) != std::string::npos);
    }
    for (std::string_view const attribute : {"class=", "style=", "id=", "<script"})
        CHECK(html.find(attribute) == std::string::npos);
    CHECK(html_of({.blocks = {bangla::Paragraph{.text = "এক\nদুই"}}}) == "<p>এক<br>দুই</p>");
    CHECK(html_of({.blocks = {bangla::Paragraph{}}}).empty());
}

TEST_CASE("both official documents are set with every seat, function and copy") {
    std::filesystem::path const seeds{UDB_SOURCE_DIR "/../shared/seeds"};
    if (!std::filesystem::exists(seeds)) return;
    for (auto const& file : std::filesystem::directory_iterator(seeds)) {
        if (file.path().extension() != ".txt") continue;
        auto const order = mandates::read_order(contents(file.path()));
        REQUIRE(order);
        auto const again = mandates::order_from_json(mandates::to_json(*order));
        REQUIRE(again);
        std::vector<std::string> texts{order->head.office, order->title, order->memo->raw};
        for (auto const& s : order->seats)
            texts.push_back(s.text);
        for (auto const& t : order->tiers)
            texts.push_back(t.leader);
        for (auto const& f : order->functions)
            texts.push_back(f.text);
        for (auto const& c : order->copies.listed)
            texts.push_back(c.text);
        bangla::reading::check_reads_back(order_paper(*again, bangla_words(), {}), texts);
    }
}
