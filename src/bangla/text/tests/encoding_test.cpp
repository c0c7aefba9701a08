// What the bytes of an upload are.
#include "bangla/text/encoding.hpp"

#include <doctest/doctest.h>
#include <random>

using namespace udb;
using namespace udb::bangla;
using namespace std::string_literals;

namespace {

std::string const sentence = "শ্রম ও কর্মসংস্থান মন্ত্রণালয়ের ইনোভেশন টিম পুনর্গঠন করা হলো।\n";

std::string utf16(std::u16string_view text, bool little) {
    std::string out;
    for (char16_t const c : text) {
        char const low = static_cast<char>(c & 0xFF);
        char const high = static_cast<char>(c >> 8);
        out += little ? low : high;
        out += little ? high : low;
    }
    return out;
}

} // namespace

TEST_CASE("bytes are known for what they are") {
    struct Case {
        char const* what;
        std::string bytes;
        Encoding encoding;
        char const* why; ///< key of the refusal; empty when it is text
    };
    std::string const bijoy = "MYcÖRvZš¿x evsjv‡`k miKvi kÖg I Kg©ms¯'vb gš¿Yvjq Awdm Av‡`k";
    std::string const bijoy_bytes =
        "MYc\xD6RvZ\x9A\xBFx evsjv\x87`k miKvi k\xD6g I Kg\xA9ms\xAF'vb "
        "g\x9A\xBFYvjq Awdm Av\x87`k";
    Case const cases[] = {
        {"nothing", "", Encoding::empty, "text.empty"},
        {"blank lines", " \n\t\r\n", Encoding::empty, "text.empty"},
        {"a mark alone", "\xEF\xBB\xBF\n", Encoding::empty, "text.empty"},
        {"Bangla", sentence, Encoding::utf8, ""},
        {"English", "Office order no. 5", Encoding::utf8, ""},
        {"English with signs", "“Quotes” – cost £5, ½ of 20°, café", Encoding::utf8, ""},
        {"UTF-16 with a mark", "\xFF\xFE"s + utf16(u"অফিস আদেশ", true), Encoding::utf16, ""},
        {"UTF-16, big", "\xFE\xFF"s + utf16(u"অফিস আদেশ", false), Encoding::utf16, ""},
        {"UTF-16 without a mark", utf16(u"অফিস আদেশ নম্বর 40.00", true), Encoding::utf16, ""},
        {"blank lines in UTF-16", "\xFF\xFE"s + utf16(u" \r\n", true), Encoding::empty,
         "text.empty"},
        {"SutonnyMJ in its own bytes", bijoy_bytes, Encoding::windows_1252_or_bijoy, "text.bijoy"},
        {"SutonnyMJ pasted", bijoy, Encoding::windows_1252_or_bijoy, "text.bijoy"},
        {"French in Windows-1252", "Les \xE9l\xE8ves du d\xE9partement ont \xE9t\xE9 re\xE7us",
         Encoding::windows_1252_or_bijoy, "text.legacy"},
        {"a PDF renamed .txt", "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n1 0 obj", Encoding::pdf, "text.pdf"},
        {"a PDF behind some bytes", "\r\n\r\n%PDF-1.4", Encoding::pdf, "text.pdf"},
        {"a Word file", "PK\x03\x04\x14\0\x06\0word"s, Encoding::binary, "text.binary"},
        {"a picture", "\x89PNG\r\n\x1A\n\0\0"s, Encoding::binary, "text.binary"},
        {"zeros", std::string(100, '\0'), Encoding::binary, "text.binary"},
        {"a cut text", sentence + sentence + "\xE0\xA6", Encoding::utf8, "text.damaged"},
    };
    for (auto const& [what, bytes, encoding, why] : cases) {
        auto const examined = examine(bytes);
        CHECK_MESSAGE(examined.encoding == encoding, what);
        auto const told = problem(examined);
        CHECK_MESSAGE((told ? told->key : "") == why, what);
        CHECK_MESSAGE(static_cast<bool>(text_of(bytes)) == !told, what);
    }
    CHECK(examine(sentence + "\xFF").damaged_at == sentence.size());
}

TEST_CASE("UTF-16 becomes UTF-8 and a byte order mark goes") {
    CHECK(*text_of("\xFF\xFE"s + utf16(u"অফিস আদেশ \xD83D\xDE00", true)) == "অফিস আদেশ 😀");
    CHECK(*text_of("\xFE\xFF"s + utf16(u"ক\xD83D", false)) == "ক\uFFFD");
    // Cut in the middle of a letter.
    CHECK(*text_of("\xFF\xFE"s + utf16(u"ক", true) + "\x96") == "ক\uFFFD");
    CHECK(*text_of("\xEF\xBB\xBF" + sentence) == sentence);
    CHECK(text_of("\xFF\xFE"s).error().message.key == "text.empty");
}

TEST_CASE("only well-formed sequences are UTF-8") {
    CHECK(valid_utf8(sentence));
    for (auto const& bad :
         {"\xC0\x80"s, "\xED\xA0\x80"s, "\xF4\x90\x80\x80"s, "\xE0\xA6"s, "\x80"s})
        CHECK(!valid_utf8(bad));
}

TEST_CASE("any bytes are examined without harm, and what is taken is UTF-8") {
    std::mt19937 random(5);
    for (int round = 0; round < 5000; ++round) {
        std::string bytes;
        for (auto left = random() % 64; left > 0; --left)
            bytes += static_cast<char>(random() % 256);
        if (auto const text = text_of(bytes)) CHECK(valid_utf8(*text));
    }
}
