#include "bangla/text/collation.hpp"

#include "base/ensure.hpp"

#include <algorithm>
#include <cstdint>
#include <memory>
#include <unicode/coll.h>
#include <unicode/unistr.h>
#include <vector>

namespace udb::bangla {
namespace {

/// Const use of a collator is safe from any thread.
icu::Collator const& collator() {
    static std::unique_ptr<icu::Collator> const made = [] {
        UErrorCode failed = U_ZERO_ERROR;
        std::unique_ptr<icu::Collator> bangla(
            icu::Collator::createInstance(icu::Locale("bn"), failed));
        ENSURE(U_SUCCESS(failed) && bangla != nullptr, "ICU has no collation");
        bangla->setAttribute(UCOL_NUMERIC_COLLATION, UCOL_ON, failed);
        bangla->setAttribute(UCOL_NORMALIZATION_MODE, UCOL_ON, failed);
        ENSURE(U_SUCCESS(failed), "ICU refused to order numbers");
        return bangla;
    }();
    return *made;
}

icu::StringPiece piece(std::string_view text) {
    return {text.data(), static_cast<std::int32_t>(text.size())};
}

} // namespace

int compare(std::string_view a, std::string_view b) {
    UErrorCode failed = U_ZERO_ERROR;
    auto const order = collator().compareUTF8(piece(a), piece(b), failed);
    ENSURE(U_SUCCESS(failed), "ICU could not compare");
    if (order != UCOL_EQUAL) return order;
    // Texts that read alike but differ in bytes still have one order.
    return a.compare(b);
}

std::string sort_key(std::string_view text) {
    constexpr std::size_t bytes_max = 512;
    constexpr std::size_t input_max = 4096;
    constexpr std::string_view hex = "0123456789abcdef";
    auto const unicode = icu::UnicodeString::fromUTF8(piece(text.substr(0, input_max)));
    std::vector<std::uint8_t> key(bytes_max);
    auto const needed =
        collator().getSortKey(unicode, key.data(), static_cast<std::int32_t>(key.size()));
    auto const filled = std::min(static_cast<std::size_t>(needed), key.size());
    std::string out;
    out.reserve(2 * filled);
    for (std::size_t i = 0; i < filled && key[i] != 0; ++i) {
        out += hex[key[i] >> 4];
        out += hex[key[i] & 0xF];
    }
    return out;
}

} // namespace udb::bangla
