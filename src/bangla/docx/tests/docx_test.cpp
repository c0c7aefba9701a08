// The parts of an official paper, read back from its Office Open XML document.
#include "bangla/docx/docx.hpp"
#include "bangla/docx/tests/unpacked.hpp"
#include "bangla/pdf/tests/order.hpp"

#include <cstdlib>
#include <ctime>

namespace udb::bangla::reading {
namespace {

using Texts = std::vector<std::string>;

TEST_CASE("every text of an order comes back, each in a paragraph of its own, in their order") {
    CHECK(paragraphs_of(docx_of(order()))
          == Texts{"গণপ্রজাতন্ত্রী বাংলাদেশ সরকার",
                   "শ্রম ও কর্মসংস্থান মন্ত্রণালয়",
                   "আইসিটি সেল",
                   "www.mole.gov.bd",
                   "নম্বর: ৪০.০০.০০০০.০০০.০৩৬.৩২.০০০৬.১৭.৫",
                   "তারিখ:",
                   "১২ মাঘ ১৪৩২ বঙ্গাব্দ",
                   "২৬ জানুয়ারি ২০২৬ খ্রিস্টাব্দ",
                   "অফিস আদেশ",
                   "বিষয়:\tটিম পুনর্গঠন প্রসঙ্গে",
                   "সূত্র:\tস্মারক নং ০৪.০০.০০০০.৮৩৩.৩৩.০০২.২০-১০০",
                   "দ্বিতীয় পত্র",
                   "টিম নিম্নবর্ণিত কর্মকর্তাদের সমন্বয়ে পুনর্গঠন করা হলো:",
                   "ক্রম",
                   "পদবি",
                   "দায়িত্ব",
                   "০১.",
                   "অতিরিক্ত সচিব (প্রশাসন)",
                   "চিফ ইনোভেশন অফিসার",
                   "০২.",
                   "যুগ্মসচিব/উপসচিব (বাজেট অধিশাখা)",
                   "সদস্য",
                   "মোট দুই আসন",
                   "কার্যপরিধি",
                   "২।\tটিমের কার্যপরিধি:",
                   "(১)\tকর্মপরিকল্পনা প্রণয়ন;",
                   "(ক)\tঅনুমোদন;",
                   "(খ)\tপ্রকাশ।",
                   "(২)\tসভা অনুষ্ঠান।",
                   "রাষ্ট্রপতির আদেশক্রমে,",
                   "২৬-০১-২০২৬",
                   "এ.এস.এম. মেহরাব হোসেন",
                   "প্রোগ্রামার",
                   "ফোন: ৫৫১০০৮৪৪",
                   "ইমেইল: programmer@mole.gov.bd",
                   "নম্বর: ৪০.০০.০০০০.০০০.০৩৬.৩২.০০০৬.১৭.৫/১(২০)",
                   "তারিখ:",
                   "১২ মাঘ ১৪৩২ বঙ্গাব্দ",
                   "২৬ জানুয়ারি ২০২৬ খ্রিস্টাব্দ",
                   "অনুলিপি (জ্যেষ্ঠতার ক্রমানুসারে নয়):",
                   "১।\tমন্ত্রিপরিষদ সচিব।",
                   "২।\tমহাপরিচালক, শ্রম অধিদপ্তর।",
                   "রাষ্ট্রপতির আদেশক্রমে,",
                   "২৬-০১-২০২৬",
                   "এ.এস.এম. মেহরাব হোসেন",
                   "প্রোগ্রামার",
                   "ফোন: ৫৫১০০৮৪৪",
                   "ইমেইল: programmer@mole.gov.bd"});
}

TEST_CASE("texts that would be markup, controls or no UTF-8 are texts") {
    struct {
        std::string given, read;
    } const cases[] = {
        {"<w:p> & ]]> \"x\" 'y' &lt;", "<w:p> & ]]> \"x\" 'y' &lt;"},
        {std::string("ক\0খ\x01\x08\x1F\x7Fগ", 14), "কখগ"},
        {"ক\xFF\xC0খ\xED\xA0\x80", "ক\uFFFD\uFFFDখ\uFFFD\uFFFD\uFFFD"},
        {"ক\uFFFEখ\uFFFF", "ক\uFFFDখ\uFFFD"},
        {"ক\r\nখ\rগ\u2028ঘ\vঙ", "ক\nখ\nগ\nঘ\nঙ"},
        {"ক\tখ", "ক খ"},
        {"\u202Eক\u2066খ\uFEFF", "কখ"},
        {"র\u200D্যাব শব্দ\u200Cকে উদ্\u00ADভাবন", "র\u200D্যাব শব্দ\u200Cকে উদ্\u00ADভাবন"},
        {"  দুই  ফাঁক  ", "  দুই  ফাঁক  "},
        {"মূল্য ৳৫০ © \U0001F600", "মূল্য ৳৫০ © \U0001F600"},
    };
    for (auto const& [given, read] : cases) {
        CAPTURE(given);
        auto const docx = docx_of({.meta = {.title = given, .author = given},
                                   .blocks = {Paragraph{given}, Table{.rows = {{{{given}}}}}}});
        CHECK(paragraphs_of(docx) == Texts{read, read});
        auto const core = unpacked(docx);
        CHECK(core.at("docProps/core.xml")->child("dc:title")->said == read);
    }
}

TEST_CASE("what is only blank is not there") {
    for (auto const& paper :
         {Paper{}, Paper{.blocks = {Head{}, MemoDate{}, Title{" "}, Heading{}, Subject{},
                                    References{{}, {{}}}, Paragraph{" \n "}, List{{{}, {}}},
                                    Signature{}, CopyBlock{}, Space{}, PageBreak{}}}}) {
        auto const parts = unpacked(docx_of(paper));
        CHECK(body_of(parts).children.size() == 1); // the section
    }
}

TEST_CASE("the package names the kind of every part, and every relation leads to one") {
    auto const parts = unpacked(docx_of(order()));
    auto const types = parts.at("[Content_Types].xml")->all("Override");
    for (auto const* const type : types)
        CHECK(parts.contains(type->attributes.at("PartName").substr(1)));
    CHECK(parts.size() == types.size() + 3); // the kinds themselves, and two of relations
    for (std::string const folder : {"", "word/"}) {
        auto const& relations =
            parts.at(folder.empty() ? "_rels/.rels" : "word/_rels/document.xml.rels");
        CHECK(!relations->children.empty());
        for (auto const& relation : relations->children)
            CHECK(parts.contains(folder + relation->attributes.at("Target")));
    }
}

TEST_CASE("the file says its title, author, subject, language and moment") {
    auto const parts = unpacked(docx_of(order()));
    auto const& core = *parts.at("docProps/core.xml");
    CHECK(core.child("dc:title")->said == "ইনোভেশন টিম <পুনর্গঠন> & আদেশ");
    CHECK(core.child("dc:creator")->said == "শ্রম ও কর্মসংস্থান মন্ত্রণালয়");
    CHECK(core.child("dc:subject")->said == "অফিস আদেশ");
    CHECK(core.child("dc:language")->said == "bn");
    CHECK(core.child("dcterms:created")->said == "2026-01-26T04:15:00Z");
}

TEST_CASE("the same paper gives the same bytes, in every time zone") {
    auto const once = docx_of(order());
    auto const* const before = std::getenv("TZ");
    std::string const was = before ? before : "";
    setenv("TZ", "Asia/Dhaka", 1);
    tzset();
    auto const there = docx_of(order());
    before ? setenv("TZ", was.c_str(), 1) : unsetenv("TZ");
    tzset();
    CHECK(once == there);
    auto other = order();
    other.meta.title += "।";
    CHECK(once != docx_of(other));
}

TEST_CASE("A4 stands or lies, with the margins of a government letter, and bears its numbers") {
    struct {
        Orientation orientation;
        PageNumbers numbers;
        std::string width, height;
        bool footer, other_first;
    } const cases[] = {
        {Orientation::portrait, PageNumbers::from_second, "11906", "16838", true, true},
        {Orientation::portrait, PageNumbers::all, "11906", "16838", true, false},
        {Orientation::landscape, PageNumbers::none, "16838", "11906", false, false},
    };
    for (auto const& each : cases) {
        auto const parts =
            unpacked(docx_of({.orientation = each.orientation, .page_numbers = each.numbers}));
        auto const* const section = body_of(parts).child("w:sectPr");
        auto const& page = section->child("w:pgSz")->attributes;
        CHECK(page.at("w:w") == each.width);
        CHECK(page.at("w:h") == each.height);
        CHECK(page.contains("w:orient") == (each.orientation == Orientation::landscape));
        auto const& margins = section->child("w:pgMar")->attributes;
        CHECK(margins.at("w:left") == "1417");  // 25 mm
        CHECK(margins.at("w:right") == "1134"); // 20 mm
        CHECK((section->child("w:footerReference") != nullptr) == each.footer);
        CHECK((section->child("w:titlePg") != nullptr) == each.other_first);
        CHECK(parts.at("word/footer1.xml")
                  ->all("w:fldSimple")
                  .front()
                  ->attributes.at("w:instr")
                  .find("PAGE")
              != std::string::npos);
    }
}

/// The style of the first paragraph with the text, and its properties.
Element const* properties_of(Element const& body, std::string_view text) {
    for (auto const* const paragraph : body.all("w:p"))
        if (paragraph->text() == text) return paragraph->child("w:pPr");
    FAIL("no such paragraph");
    return nullptr;
}

TEST_CASE("titles and headings have the styles of headings, and their levels") {
    auto const parts =
        unpacked(docx_of({.blocks = {Title{"প্রজ্ঞাপন"}, Title{"পরিশিষ্ট"}, Heading{"দুই", 2},
                                     Heading{"চার", 4}, Heading{"নয়", 9}}}));
    auto const& body = body_of(parts);
    std::map<std::string, std::string> levels;
    for (auto const* const style : parts.at("word/styles.xml")->all("w:style"))
        if (auto const* const looks = style->child("w:pPr"))
            levels[style->attributes.at("w:styleId")] = looks->val("w:outlineLvl");
    auto const level_of = [&](std::string_view text) {
        return levels.at(properties_of(body, text)->val("w:pStyle"));
    };
    CHECK(level_of("প্রজ্ঞাপন") == "0");
    CHECK(level_of("পরিশিষ্ট") == "1");
    CHECK(level_of("দুই") == "1");
    CHECK(level_of("চার") == "3");
    CHECK(level_of("নয়") == "3");
}

TEST_CASE("every style that is used is one, and sets Bangla letters as large as Latin ones") {
    auto const parts = unpacked(docx_of(order()));
    std::map<std::string, Element const*> styles;
    auto const& sheet = *parts.at("word/styles.xml");
    for (auto const* const style : sheet.all("w:style"))
        styles[style->attributes.at("w:styleId")] = style;
    for (auto const* const kind : {"w:pStyle", "w:tblStyle"})
        for (auto const* const part : {"word/document.xml", "word/footer1.xml"})
            for (auto const* const used : parts.at(part)->all(kind))
                CHECK(styles.contains(used->attributes.at("w:val")));
    for (auto const& [id, style] : styles) {
        CAPTURE(id);
        auto const* const letters = style->child("w:rPr");
        if (letters) CHECK(letters->val("w:sz") == letters->val("w:szCs"));
        if (letters)
            CHECK((letters->child("w:b") == nullptr) == (letters->child("w:bCs") == nullptr));
        if (style->child("w:basedOn")) CHECK(styles.contains(style->val("w:basedOn")));
    }
    auto const* const fonts = sheet.all("w:rFonts").front();
    for (auto const* const script : {"w:ascii", "w:hAnsi", "w:cs"})
        CHECK(fonts->attributes.at(script) == "Nikosh");
    CHECK(sheet.all("w:lang").front()->attributes.at("w:bidi") == "bn-BD");
}

TEST_CASE("the head of a table comes again, a merged cell covers its columns, a list has labels") {
    Table table{
        .columns = {{1}, {3, Align::right}},
        .head = {{{{"ক্রম"}, {"পদ"}}}},
        .rows = {{{{.text = "উভয়", .items = {{"(ক)", "প্রথম", {{"●", "তার নিচে"}}}}, .columns = 2}}},
                 {{{"একা"}}},
                 {{{"১"}, {"২"}, {"বাড়তি"}, {"আরও"}}}}};
    auto const parts = unpacked(docx_of({.blocks = {table}}));
    auto const rows = body_of(parts).all("w:tr");
    REQUIRE(rows.size() == 4);
    CHECK(rows[0]->all("w:tblHeader").size() == 1);
    CHECK(rows[1]->all("w:tblHeader").empty());
    CHECK(rows[1]->all("w:gridSpan").front()->attributes.at("w:val") == "2");
    CHECK(rows[1]->text() == "উভয়(ক)\tপ্রথম●\tতার নিচে");
    CHECK(rows[2]->all("w:tc").size() == 2);
    CHECK(rows[3]->all("w:tc").size() == 2);
    CHECK(rows[3]->all("w:tc").back()->text() == "২বাড়তিআরও");
    CHECK(rows[3]->all("w:tc").back()->all("w:jc").front()->attributes.at("w:val") == "right");
}

TEST_CASE("a row that would leave half a page empty may be torn, others may not") {
    std::string text;
    while (text.size() < 20'000)
        text += "ক্ষমতা ও দায়িত্ব ";
    auto const parts = unpacked(
        docx_of({.blocks = {Table{.head = {{{{"মাথা"}}}}, .rows = {{{{"ছোট"}}}, {{{text}}}}},
                            Table{.head = {{{{text}}}}, .rows = {{{{"ছোট"}}}}}}}));
    auto const rows = body_of(parts).all("w:tr");
    REQUIRE(rows.size() == 5);
    for (std::size_t i = 0; i < rows.size(); ++i)
        CHECK(rows[i]->all("w:cantSplit").size() == (i == 2 || i == 3 ? 0 : 1));
    CHECK(rows[3]->all("w:tblHeader").empty());
}

TEST_CASE("a signature keeps together, and with what it signs") {
    Signature const hand{.by_order = "আদেশক্রমে,", .name = "নাম", .post = "পদ"};
    auto const kept = [&](std::vector<Block> blocks, std::string_view text) {
        auto const parts = unpacked(docx_of({.blocks = std::move(blocks)}));
        return properties_of(body_of(parts), text)->child("w:keepNext") != nullptr;
    };
    CHECK(kept({Paragraph{"প্রথম"}, Paragraph{"শেষ"}, hand}, "শেষ"));
    CHECK_FALSE(kept({Paragraph{"প্রথম"}, Paragraph{"শেষ"}, hand}, "প্রথম"));
    CHECK(kept({List{{{"", "এক", {{"", "শেষ"}}}}}, Space{2}, hand}, "শেষ"));
    CHECK(kept({Table{.rows = {{{{"উপর"}}}, {{{"বাঁ"}, {"ডান"}}}}}, hand}, "ডান"));
    CHECK_FALSE(kept({Table{.rows = {{{{"উপর"}}}, {{{"বাঁ"}, {"ডান"}}}}}, hand}, "উপর"));
    CHECK_FALSE(kept({Paragraph{"শেষ"}, PageBreak{}, hand}, "শেষ"));
    CHECK_FALSE(kept({Paragraph{"শেষ"}, Signature{}}, "শেষ"));

    auto const parts = unpacked(docx_of({.blocks = {hand, Paragraph{"পরে"}}}));
    auto const* const last = properties_of(body_of(parts), "পদ");
    CHECK(last->val("w:pStyle") == "Signature");
    CHECK(last->val("w:keepNext") == "0");
    CHECK(properties_of(body_of(parts), "নাম")->child("w:spacing")->attributes.at("w:before")
          == "680");
}

TEST_CASE("a text hangs beside its label, what is under it further in, and none beside no label") {
    auto const parts = unpacked(
        docx_of({.blocks = {List{{{"(১)", "এক", {{"(ক)", "নিচে"}}}, {"", "একা"}}},
                            Paragraph{"চলে", "২।"}, Paragraph{"খোলা"}, Subject{"বিষয়:", "কাজ"}}}));
    auto const& body = body_of(parts);
    auto const length = [&](std::string_view text, char const* of, char const* name) {
        auto const* const found = properties_of(body, text)->child(of);
        return found && found->attributes.contains(name) ? std::stoi(found->attributes.at(name))
                                                         : 0;
    };
    auto const tab = [&](std::string_view text) {
        auto const* const tabs = properties_of(body, text)->child("w:tabs");
        return tabs ? std::stoi(tabs->child("w:tab")->attributes.at("w:pos")) : 0;
    };
    auto const outer = length("(১)\tএক", "w:ind", "w:left");
    CHECK(outer >= 408); // 1.7 em
    CHECK(length("(১)\tএক", "w:ind", "w:hanging") == outer);
    CHECK(tab("(১)\tএক") == outer);
    auto const inner = length("(ক)\tনিচে", "w:ind", "w:left");
    CHECK(inner - length("(ক)\tনিচে", "w:ind", "w:hanging") == outer);
    CHECK(tab("(ক)\tনিচে") == inner);
    CHECK(length("একা", "w:ind", "w:left") == outer);
    CHECK(length("একা", "w:ind", "w:hanging") == 0);
    CHECK(tab("২।\tচলে") >= 480); // 2 em
    CHECK(length("২।\tচলে", "w:ind", "w:left") == 0);
    CHECK(tab("খোলা") == 0);
    CHECK(length("বিষয়:\tকাজ", "w:ind", "w:hanging") == tab("বিষয়:\tকাজ"));
}

TEST_CASE("a rule parts the two dates of a paper, and one date has none") {
    for (auto const both : {true, false}) {
        auto const parts = unpacked(docx_of(
            {.blocks = {MemoDate{"নম্বর: ১", {"তারিখ:", "১২ মাঘ", both ? "২৬ জানুয়ারি" : ""}}}}));
        auto const rules = body_of(parts).all("w:pBdr");
        CHECK(rules.size() == (both ? 1 : 0));
        CHECK((properties_of(body_of(parts), "১২ মাঘ")->child("w:pBdr") != nullptr) == both);
    }
}

TEST_CASE("a page is broken before what comes next, be it a table, and never before the first") {
    auto const broken = [](std::vector<Block> blocks) {
        auto const parts = unpacked(docx_of({.blocks = std::move(blocks)}));
        return body_of(parts).all("w:pageBreakBefore").size();
    };
    Table const table{.rows = {{{{"ঘর"}}}}};
    CHECK(broken({Paragraph{"এক"}, PageBreak{}, Paragraph{"দুই"}}) == 1);
    CHECK(broken({Paragraph{"এক"}, PageBreak{}, PageBreak{}, table}) == 1);
    CHECK(broken({PageBreak{}, Paragraph{"এক"}, Paragraph{"দুই"}}) == 0);
    CHECK(broken({Paragraph{"এক"}, PageBreak{}}) == 0);
}

} // namespace
} // namespace udb::bangla::reading
