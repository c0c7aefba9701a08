#include "bangla/text/graphemes.hpp"

#include "base/ensure.hpp"

#include <memory>
#include <unicode/brkiter.h>
#include <unicode/utext.h>

namespace udb::bangla {
namespace {

/// ICU's extended grapheme clusters, which keep Bangla conjuncts whole. Rules do not depend on the
/// machine's locale; one iterator a thread, as it is not shared.
icu::BreakIterator& iterator() {
    thread_local std::unique_ptr<icu::BreakIterator> const breaks = [] {
        UErrorCode failed = U_ZERO_ERROR;
        std::unique_ptr<icu::BreakIterator> made(
            icu::BreakIterator::createCharacterInstance(icu::Locale("bn"), failed));
        ENSURE(U_SUCCESS(failed) && made != nullptr, "ICU has no letter boundaries");
        return made;
    }();
    return *breaks;
}

/// Calls `boundary(end)` after each letter until it returns false.
template <class Boundary>
void each_boundary(std::string_view text, Boundary boundary) {
    UErrorCode failed = U_ZERO_ERROR;
    UText opened = UTEXT_INITIALIZER;
    utext_openUTF8(&opened, text.data() == nullptr ? "" : text.data(),
                   static_cast<std::int64_t>(text.size()), &failed);
    auto& breaks = iterator();
    breaks.setText(&opened, failed);
    ENSURE(U_SUCCESS(failed), "ICU could not open a text");
    breaks.first();
    for (auto at = breaks.next(); at != icu::BreakIterator::DONE; at = breaks.next())
        if (!boundary(static_cast<std::size_t>(at))) break;
    utext_close(&opened);
}

} // namespace

std::size_t grapheme_count(std::string_view text) {
    std::size_t count = 0;
    each_boundary(text, [&](std::size_t) { return ++count != 0; });
    return count;
}

std::vector<std::string_view> graphemes(std::string_view text) {
    std::vector<std::string_view> out;
    out.reserve(text.size() / 4);
    std::size_t begin = 0;
    each_boundary(text, [&](std::size_t end) {
        out.push_back(text.substr(begin, end - begin));
        begin = end;
        return true;
    });
    return out;
}

std::string truncated(std::string_view text, std::size_t letters_max) {
    if (text.size() <= letters_max) return std::string(text);
    if (letters_max == 0) return {};
    std::size_t count = 0;
    std::size_t kept = 0;
    each_boundary(text, [&](std::size_t end) {
        if (++count < letters_max) kept = end;
        return count <= letters_max;
    });
    if (count <= letters_max) return std::string(text);
    return std::string(text.substr(0, kept)) + "…";
}

} // namespace udb::bangla
