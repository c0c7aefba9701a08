// Bad input and any input: refused kindly or read with doubts, never a crash, never slowly.
#include "papers.hpp"

#include <ctime>
#include <random>

using namespace udb;
using namespace udb::mandates;

namespace {

std::string refusal(std::string const& bytes) {
    auto const order = read_order(bytes);
    REQUIRE_FALSE(order);
    CHECK(order.error().kind == Error::Kind::refused);
    return order.error().message.key;
}

std::string utf16(std::string const& utf8) {
    std::string out = "\xFF\xFE";
    for (std::size_t i = 0; i < utf8.size();) {
        auto const byte = [&](std::size_t at) { return static_cast<unsigned char>(utf8[at]); };
        unsigned unit = byte(i);
        if (unit < 0x80)
            i += 1;
        else if (unit < 0xE0) {
            unit = (unit & 0x1Fu) << 6 | (byte(i + 1) & 0x3Fu);
            i += 2;
        } else {
            unit = (unit & 0xFu) << 12 | (byte(i + 1) & 0x3Fu) << 6 | (byte(i + 2) & 0x3Fu);
            i += 3;
        }
        out += static_cast<char>(unit & 0xFF);
        out += static_cast<char>(unit >> 8);
    }
    return out;
}

std::string replaced(std::string text, std::string_view what, std::string_view with) {
    for (auto at = text.find(what); at != text.npos; at = text.find(what, at + with.size()))
        text.replace(at, what.size(), with);
    return text;
}

std::string big_order(std::size_t seats) {
    std::string rows;
    for (std::size_t i = 1; i <= seats; ++i)
        rows +=
            "| " + std::to_string(i) + ". উপসচিব (শাখা-" + std::to_string(i) + ") | -- | সদস্য |\n";
    return changed(paper("clean.txt"),
                   "| ০১. অতিরিক্ত সচিব (প্রশাসন অনুবিভাগ) | -- | চিফ ইনোভেশন অফিসার |\n", rows);
}

/// Time of the processor, which other programs do not change.
double seconds(std::string const& text) {
    auto const from = std::clock();
    auto const order = read_order(text);
    CHECK((order || !order.error().message.key.empty()));
    return double(std::clock() - from) / CLOCKS_PER_SEC;
}

} // namespace

TEST_CASE("what is no text of an order is refused, each with its reason") {
    CHECK(refusal("") == "text.empty");
    CHECK(refusal(" \n\t \r\n") == "text.empty");
    CHECK(refusal("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n1 0 obj\n") == "text.pdf");
    CHECK(refusal(std::string("\x7F"
                              "ELF\0\0\1\2\0\0\0\0",
                              12))
          == "text.binary");
    CHECK(refusal("MYcÖRvZš¿x evsjv‡`k miKvi\nkÖg I Kg©ms¯’vb gš¿Yvjq\nAwdm Av‡`k")
          == "text.bijoy");
    CHECK(refusal("M\xAA\xA8\x95 \x86 \x92\x93 kg\xA9ms\xAF\xFC\xB1\xB2 \xE9\xF6 \xA9\xAA")
          == "text.legacy");
    CHECK(refusal("আজ বাজারে গিয়ে তিন কেজি আলু কিনলাম। দাম বেশি ছিল।")
          == "mandates.refused_not_an_order");
    CHECK(refusal(std::string(order_bytes_max + 1, ' ')) == "mandates.refused_too_large");
}

TEST_CASE("UTF-16 with its mark is the same paper") {
    auto const text = paper("clean.txt");
    CHECK(read(utf16(text)) == read(text));
}

TEST_CASE("a paper without a memo number, and one with two, are read with a doubt") {
    auto const clean = paper("clean.txt");
    auto const without = read(changed(clean, "নম্বর: ১৮.০০.০০০০.০০০.০৩৬.৩২.০০০৬.২৪.৭\n", ""));
    CHECK_FALSE(without.memo);
    CHECK(finding(without, "memo_missing"));
}

TEST_CASE("white space, line ends and ways of encoding do not change what is read") {
    for (auto const* name : {"clean.txt", "district.txt", "upazila.txt", "agency_sadhu.txt",
                             "english.txt", "letter.txt", "several_units.txt", "old_number.txt"}) {
        CAPTURE(name);
        auto const text = paper(name);
        auto const order = read(text);
        CHECK(read(replaced(text, "\n", "\r\n")) == order);
        CHECK(read(replaced(text, "\n", "\r")) == order);
        CHECK(read(replaced(text, "\n", "  \n")) == order);
        CHECK(read(replaced(text, "\n\n", "\n\n\n\n")) == order);
        CHECK(read("\xEF\xBB\xBF\n\n" + text + "\n\n") == order);
        CHECK(read(replaced(text, " ", "  ")) == order);
        CHECK(read(replaced(text, " ", "\xC2\xA0")) == order);
        CHECK(read(replaced(text, "য\xE0\xA6\xBC", "\xE0\xA7\x9F")) == order);
        CHECK(read(replaced(text, "ড\xE0\xA6\xBC", "\xE0\xA7\x9C")) == order);
        CHECK(read(replaced(text, "ো", "\xE0\xA7\x87\xE0\xA6\xBE")) == order);
        CHECK(read(replaced(text, " ", "\xE2\x80\x8C ")) == order);
    }
}

TEST_CASE("any bytes: refused or read, and what is read goes through JSON") {
    std::mt19937 random(20260126);
    std::vector<std::string> papers;
    for (auto const* name :
         {"clean.txt", "district.txt", "tiers_lines.txt", "html.txt", "letter.txt"})
        papers.push_back(paper(name));
    constexpr std::string_view shards[] = {
        "|",    "\t", "\n", "(",      ")",      "।",     "১",          "সদস্য", "নম্বর:", "/১(",
        "<ul>", "●",  ";",  "তারিখ:", "অনুলিপি", "পর্যায়", "কার্যপরিধি:", "\xE0", "\xFF",  "–"};
    auto const pick = [&](std::size_t below) { return random() % below; };
    for (int round = 0; round < 600; ++round) {
        auto text = papers[pick(papers.size())];
        for (auto cuts = pick(12); cuts > 0; --cuts) {
            auto const at = pick(text.size());
            if (pick(2))
                text.insert(at, shards[pick(std::size(shards))]);
            else
                text.erase(at, pick(200));
            if (text.empty()) break;
        }
        auto const order = read_order(text);
        if (!order) continue;
        auto const again = order_from_json(to_json(*order, false));
        REQUIRE(again);
        CHECK(*again == *order);
    }
    for (int round = 0; round < 300; ++round) {
        std::string noise(pick(400), '\0');
        for (auto& byte : noise)
            byte = static_cast<char>(random());
        auto const order = read_order(noise);
        CHECK((order || !order.error().message.key.empty()));
    }
}

TEST_CASE("5,000 seats are read; too many rows are refused") {
    auto const order = read(big_order(5000));
    CHECK(order.seats.size() == 5003);
    CHECK(refusal(big_order(order_rows_max + 10)) == "mandates.refused_too_many_rows");
}

TEST_CASE("four times the text takes about four times the time") {
    auto const lines = [](std::string_view line, std::size_t bytes) {
        std::string text = "অফিস আদেশ\n\nনম্বর: ১৮.০০.০০০০.০০০.০৩৬.৩২.০০০৬.২৪.৭\n\n২। কার্যপরিধি:\n";
        while (text.size() < bytes)
            text += line;
        return text;
    };
    for (std::string_view const line :
         {"(১) ক\n", "ক\n", "খ", "(", "((((\n", "| ক | সদস্য |\n", "১। ক – সদস্য\n", "নম্বর: ১/১(২)\n",
          "<", "<a ", "\t\t\n", "ক\tসদস্য সদস্য\tখ;গ\n", "জেলা পর্যায়:\n\n", "১ মাঘ ", "নং ১ ",
          "০৪.০০.", "১।\n", "সদস্য – "}) {
        CAPTURE(line);
        auto const part = seconds(lines(line, 40'000)), whole = seconds(lines(line, 160'000));
        // Four times the text: linear is 4, quadratic 16.
        CHECK(whole < 8 * part + 0.1);
    }
}
