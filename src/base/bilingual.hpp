// The two languages of every label and sentence: Bangla first, English beside it.
#pragma once

#include <string>
#include <string_view>

namespace udb {

enum class Language { bn, en };

/// A label known while compiling.
struct Bilingual {
    std::string_view bn;
    std::string_view en;

    constexpr std::string_view in(Language language) const {
        return language == Language::bn ? bn : en;
    }
    bool operator==(Bilingual const&) const = default;
};

/// The same, owned: what data files and people give.
struct BilingualText {
    std::string bn;
    std::string en;

    BilingualText() = default;
    BilingualText(std::string bangla, std::string english)
        : bn(std::move(bangla)), en(std::move(english)) {}
    BilingualText(Bilingual label) : bn(label.bn), en(label.en) {}

    /// In `language`; the other one where this one is empty.
    std::string const& in(Language language) const {
        auto const& first = language == Language::bn ? bn : en;
        auto const& second = language == Language::bn ? en : bn;
        return first.empty() ? second : first;
    }
    bool operator==(BilingualText const&) const = default;
};

} // namespace udb
