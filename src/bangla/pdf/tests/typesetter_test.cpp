// The parts of an official paper, what the file says of itself, and what it bears.
#include "bangla/pdf/tests/order.hpp"
#include "bangla/pdf/tests/reading.hpp"

#include <chrono>
#include <cmath>
#include <thread>

namespace udb::bangla::reading {
namespace {

int pages_of(std::string const& pdf) {
    auto const info = run("pdfinfo", pdf).output;
    auto const at = info.find("Pages:");
    REQUIRE(at != std::string::npos);
    return std::atoi(info.c_str() + at + 6);
}

bool contains(std::string const& text, std::string_view part) {
    return text.find(folded(part)) != std::string::npos;
}

TEST_CASE("an order comes back part by part, in its order") {
    check_reads_back(
        order(),
        {"গণপ্রজাতন্ত্রী বাংলাদেশ সরকার শ্রম ও কর্মসংস্থান মন্ত্রণালয় আইসিটি সেল www.mole.gov.bd",
         "নম্বর: ৪০.০০.০০০০.০০০.০৩৬.৩২.০০০৬.১৭.৫",
         "তারিখ: ১২ মাঘ ১৪৩২ বঙ্গাব্দ ২৬ জানুয়ারি ২০২৬ খ্রিস্টাব্দ", "অফিস আদেশ",
         "বিষয়: টিম পুনর্গঠন প্রসঙ্গে", "সূত্র: স্মারক নং ০৪.০০.০০০০.৮৩৩.৩৩.০০২.২০-১০০", "দ্বিতীয় পত্র",
         "টিম নিম্নবর্ণিত কর্মকর্তাদের সমন্বয়ে পুনর্গঠন করা হলো:", "পদবি",
         "যুগ্মসচিব/উপসচিব (বাজেট অধিশাখা)", "মোট দুই আসন", "কার্যপরিধি ২। টিমের কার্যপরিধি:",
         "(১) কর্মপরিকল্পনা প্রণয়ন; (ক) অনুমোদন; (খ) প্রকাশ। (২) সভা অনুষ্ঠান।",
         "রাষ্ট্রপতির আদেশক্রমে, ২৬-০১-২০২৬ এ.এস.এম. মেহরাব হোসেন প্রোগ্রামার",
         "নম্বর: ৪০.০০.০০০০.০০০.০৩৬.৩২.০০০৬.১৭.৫/১(২০)",
         "১। মন্ত্রিপরিষদ সচিব। ২। মহাপরিচালক, শ্রম অধিদপ্তর।", "ইমেইল: programmer@mole.gov.bd"});
}

TEST_CASE("bars are drawn as long as their values, and read as labels with their figures") {
    Paper paper;
    paper.blocks = {Title{"সারসংক্ষেপ"},
                    BarChart{.title = "সিদ্ধান্ত",
                             .bars = {{.label = "বাস্তবায়িত", .value = 4, .written = "৪"},
                                      {.label = "চলমান", .value = 2, .written = "২"},
                                      {.label = "বিলম্বিত", .value = 0, .written = "০"}}}};
    check_reads_back(paper, {"সারসংক্ষেপ", "সিদ্ধান্ত", "বাস্তবায়িত ৪", "চলমান ২", "বিলম্বিত ০"});
    auto const pdf = typesetter().typeset(paper);
    CHECK(run("qpdf --check", pdf).code == 0);
    auto const structure = run("pdfinfo -struct-text", pdf).output;
    CHECK(structure.find("LBody") != std::string::npos);
    // What is no number has no bar, and nothing divides by it.
    for (auto const value : {std::nan(""), -3.0, 0.0}) {
        std::get<BarChart>(paper.blocks[1]).bars = {{.label = "ক", .value = value, .written = "–"}};
        CHECK(run("qpdf --check", typesetter().typeset(paper)).code == 0);
    }
}

TEST_CASE("qpdf finds nothing to say against the file") {
    auto const checked = run("qpdf --check", typesetter().typeset(order()));
    CAPTURE(checked.output);
    CHECK(checked.code == 0);
    CHECK(checked.output.find("WARNING") == std::string::npos);
}

TEST_CASE("the file says its title, language, moment and that it is tagged PDF/A") {
    auto const pdf = typesetter().typeset(order());
    auto const info = run("pdfinfo -isodates", pdf).output;
    CAPTURE(info);
    CHECK(info.find("ইনোভেশন টিম <পুনর্গঠন> & আদেশ") != std::string::npos);
    CHECK(info.find("Tagged:          yes") != std::string::npos);
    CHECK(info.find("A4") != std::string::npos);
    auto const json = run("qpdf --json=2", pdf).output;
    for (auto const* key : {"DisplayDocTitle", "\"/Lang\": \"u:bn\"", "GTS_PDFA1", "/PageLabels",
                            "u:২", "/Outlines", "u:D:20260126101500+06'00'"})
        CHECK_MESSAGE(json.find(key) != std::string::npos, key);
    auto const meta = run("pdfinfo -meta", pdf).output;
    for (auto const* key :
         {"<pdfaid:part>2</pdfaid:part>", "<pdfaid:conformance>A</pdfaid:conformance>",
          "ইনোভেশন টিম &lt;পুনর্গঠন&gt; &amp; আদেশ", "2026-01-26T10:15:00+06:00"})
        CHECK_MESSAGE(meta.find(key) != std::string::npos, key);
}

TEST_CASE("without a colour profile the file does not claim PDF/A") {
    auto fonts = serif_fonts();
    fonts.srgb_profile = {};
    auto const meta = run("pdfinfo -meta", Typesetter(fonts).typeset(order())).output;
    CHECK(meta.find("dc:title") != std::string::npos);
    CHECK(meta.find("pdfaid:part") == std::string::npos);
}

TEST_CASE("the structure tree names heading, paragraphs, lists and the cells of tables") {
    auto const structure = run("pdfinfo -struct-text", typesetter().typeset(order())).output;
    for (auto const* part : {"H1", "H3", "Table", "TR", "TH", "TD", "Lbl", "LBody", "LI"})
        CHECK_MESSAGE(structure.find(part) != std::string::npos, part);
}

TEST_CASE("every font is embedded, cut and mapped to Unicode") {
    auto const fonts = run("pdffonts", typesetter().typeset(order())).output;
    CAPTURE(fonts);
    CHECK(fonts.find("+NotoSerifBengali-Regular") != std::string::npos);
    CHECK(fonts.find("+NotoSerifBengali-Bold") != std::string::npos);
    CHECK(fonts.find("+NotoSerif-Regular") != std::string::npos);
    CHECK(fonts.find(" no ") == std::string::npos);
}

TEST_CASE("the same paper gives the same bytes, a changed one others") {
    Typesetter const fresh(serif_fonts());
    auto const paper = order();
    auto const once = typesetter().typeset(paper);
    CHECK(once == fresh.typeset(paper));
    CHECK(once == typesetter().typeset(paper));
    auto changed = paper;
    changed.blocks.push_back(Paragraph{"আরও"});
    CHECK(once != fresh.typeset(changed));
}

TEST_CASE("threads share a typesetter") {
    Typesetter const shared(serif_fonts());
    auto const paper = order();
    auto const expected = typesetter().typeset(paper);
    std::vector<int> right(4, 0);
    std::vector<std::thread> threads;
    for (auto i = 0U; i < right.size(); ++i)
        threads.emplace_back([&, i] {
            for (auto k = 0; k < 5; ++k)
                right[i] += shared.typeset(paper) == expected ? 1 : 0;
        });
    for (auto& thread : threads)
        thread.join();
    CHECK(right == std::vector<int>(4, 5));
}

TEST_CASE("pages are numbered in Bangla digits from the second, or all, or none") {
    Paper paper{.meta = {.title = "x"}, .blocks = {Paragraph{"এক"}, PageBreak{}, Paragraph{"দুই"}}};
    auto const read = [&](PageNumbers numbers, std::string language = "bn") {
        paper.page_numbers = numbers;
        paper.meta.language = std::move(language);
        return text_of(typesetter().typeset(paper));
    };
    CHECK(read(PageNumbers::from_second) == folded("এক দুই ২"));
    CHECK(read(PageNumbers::all) == folded("এক ১ দুই ২"));
    CHECK(read(PageNumbers::none) == folded("এক দুই"));
    CHECK(read(PageNumbers::from_second, "en") == folded("এক দুই 2"));
}

TEST_CASE("the head of a table comes again on every page it reaches") {
    Table table{.columns = {{1}, {4}}, .head = {{{{"ক্রমিক"}, {"উদ্যোগের নাম"}}}}};
    for (auto i = 0; i < 120; ++i)
        table.rows.push_back({{{std::to_string(i)}, {"সেবা সহজীকরণ"}}});
    auto const pdf = typesetter().typeset({.meta = {.title = "সারণি"}, .blocks = {table}});
    auto const pages = pages_of(pdf);
    CHECK(pages > 2);
    auto const read = text_of(pdf);
    auto heads = 0;
    for (auto at = read.find("ক্রমিক"); at != std::string::npos; at = read.find("ক্রমিক", at + 1))
        ++heads;
    CHECK(heads == pages);
}

TEST_CASE("a paragraph broken between pages reads as one, with no page number inside") {
    std::string text;
    for (auto i = 0; i < 1500; ++i)
        text += "শব্দ" + std::to_string(i) + " ";
    auto const pdf = typesetter().typeset(
        {.meta = {.title = "x"}, .blocks = {Paragraph{text}, Paragraph{"শেষ"}}});
    CHECK(pages_of(pdf) > 2);
    CHECK(contains(text_of(pdf), text));
}

TEST_CASE("a signature takes the lines it signs along to the next page") {
    for (auto lines = 20; lines < 40; ++lines) {
        Paper paper{.meta = {.title = "x"}, .page_numbers = PageNumbers::none};
        for (auto i = 0; i < lines; ++i)
            paper.blocks.push_back(Paragraph{"অনুচ্ছেদ" + std::to_string(i)});
        paper.blocks.push_back(signature());
        auto const pdf = typesetter().typeset(paper);
        auto const last = text_of(pdf, "-f " + std::to_string(pages_of(pdf)));
        CHECK(contains(last, "অনুচ্ছেদ" + std::to_string(lines - 1)));
        CHECK(contains(last, "রাষ্ট্রপতির আদেশক্রমে, ২৬-০১-২০২৬"));
    }
}

TEST_CASE("landscape pages lie") {
    auto paper = order();
    paper.orientation = Orientation::landscape;
    CHECK(run("pdfinfo", typesetter().typeset(paper)).output.find("841.89 x 595.276")
          != std::string::npos);
}

TEST_CASE("a font that is none is a bug, not a crash") {
    CHECK_THROWS_AS(Typesetter(Fonts{}), Bug);
    CHECK_THROWS_AS(Typesetter(Fonts{.regular = {"not a font"}}), Bug);
}

} // namespace
} // namespace udb::bangla::reading
