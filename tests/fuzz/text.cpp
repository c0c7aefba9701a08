// Whatever text comes: what its bytes are, its spelling, its letters, the words it is found by.
#include "bangla/text/analyse.hpp"
#include "bangla/text/encoding.hpp"
#include "bangla/text/graphemes.hpp"
#include "bangla/text/normalise.hpp"
#include "bangla/text/search_key.hpp"
#include "base/ensure.hpp"
#include "fuzz.hpp"

#include <string>

namespace udb::fuzz {
namespace {

void bytes_as_text(std::string_view bytes) {
    auto const examined = bangla::examine(bytes);
    ENSURE(!examined.damaged_at || *examined.damaged_at < bytes.size(), "the damage is in it");
    auto const read = bangla::text_of(bytes);
    ENSURE(!read || bangla::valid_utf8(*read), "a text is UTF-8");
    ENSURE(read || bangla::problem(examined), "a refusal has its reason");
}

void spelling(std::string_view bytes) {
    auto const once = bangla::normalised(bytes);
    ENSURE(bangla::valid_utf8(once), "a normalised text is UTF-8");
    ENSURE(bangla::normalised(once) == once, "normalised twice is normalised once");
    auto const key = bangla::search_key(bytes);
    ENSURE(bangla::valid_utf8(key), "a key is UTF-8");
    ENSURE(bangla::search_key(once) == key, "a key does not depend on the encoding of letters");
}

void letters(std::string_view bytes) {
    auto const all = bangla::graphemes(bytes);
    ENSURE(all.size() == bangla::grapheme_count(bytes), "letters are counted as they are given");
    std::string together;
    for (auto const letter : all)
        together += letter;
    ENSURE(together == bytes, "the letters are the text");
    ENSURE(bangla::grapheme_count(bangla::truncated(bytes, 5)) <= 5, "a cut text is short");
}

void words(std::string_view bytes) {
    std::size_t begin = 0;
    for (auto const& token : bangla::analysed(bytes)) {
        ENSURE(begin <= token.begin && token.begin < token.end && token.end <= bytes.size(),
               "words lie in the text, in order");
        begin = token.begin;
        ENSURE(!token.key.empty() && token.key.size() <= bangla::token_bytes_max
                   && bangla::valid_utf8(token.key),
               "a word is a short text");
    }
}

} // namespace

void text(std::string_view bytes) {
    bytes_as_text(bytes);
    spelling(bytes);
    letters(bytes);
    words(bytes);
}

} // namespace udb::fuzz
