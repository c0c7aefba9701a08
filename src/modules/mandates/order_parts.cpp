// Where the parts of a paper begin and end.
#include "modules/mandates/order_parts.hpp"

#include "bangla/calendar/gregorian.hpp"
#include "bangla/memo/memo.hpp"
#include "modules/mandates/order_text.hpp"
#include "modules/mandates/order_words.hpp"

#include <algorithm>

namespace udb::mandates {
namespace {

constexpr std::size_t head_lines_max = 80;
constexpr std::size_t title_letters_max = 60;
constexpr std::size_t short_letters_max = 70;
constexpr std::size_t signature_lines_max = 14;
constexpr std::string_view edges = ":।-–—*_\"'“”‘’.()[]=~";

std::string without_spaces(std::string_view text) {
    std::string out = lowered(text);
    std::erase(out, ' ');
    return out;
}

std::size_t next_filled(std::span<Line const> lines, std::size_t at) {
    while (at < lines.size() && lines[at].blank())
        ++at;
    return at;
}

bool closing_formula(std::string_view text) {
    auto const bare = trimmed(text, ",।.:");
    return bare.ends_with("ক্রমে") || lowered(bare).starts_with("by order of");
}

/// A line of a paragraph, an item or a row: not one of a signature.
bool body_like(Line const& line) {
    auto const length = letters(line.text);
    if (line.table() || line.label || length > short_letters_max || closing_formula(line.text))
        return true;
    if (is_date_line(line.text)) return false;
    std::string_view const text = line.text;
    if (text.ends_with("।") || text.ends_with(";") || text.ends_with(":")) return true;
    if (text.ends_with(".") && length > 30 && std::ranges::count(text, ' ') > 4) return true;
    return !role_of(text) && split_role(text).has_value();
}

std::size_t body_begin(std::span<Line const> lines, Parts const& parts) {
    std::size_t at = 0;
    if (parts.title || parts.subject) {
        at = std::max(parts.title.value_or(0), parts.subject.value_or(0)) + 1;
    } else {
        std::size_t filled = 0;
        for (std::size_t i = 0; i < lines.size() && filled < 15; ++i) {
            if (lines[i].blank()) continue;
            ++filled;
            if (lines[i].label || letters(lines[i].text) > short_letters_max) break;
            if (announces_memo(lines[i].text) || is_date_line(lines[i].text)) at = i + 1;
        }
    }
    auto const subject_goes_on = [&](std::size_t i) {
        return parts.subject && i == *parts.subject + 1 && !lines[i].blank() && !lines[i].label
               && !lines[i - 1].text.ends_with("।") && letters(lines[i].text) < 60
               && !closing_formula(lines[i].text);
    };
    if (at < lines.size() && at > 0 && subject_goes_on(at)) ++at;
    while (at < lines.size()) {
        auto const& text = lines[at].text;
        auto const reference = after_word(text, {"সূত্র", "reference", "ref"});
        if (!lines[at].blank() && !announces_memo(text) && !is_date_line(text) && !reference) break;
        auto const alone = reference && trimmed(*reference).empty();
        ++at;
        if (!reference) continue;
        if (alone) at = next_filled(lines, at);
        while (at < lines.size() && lines[at].label && lines[at].label->style != LabelStyle::danda
               && !bangla::find_memos(lines[at].text).empty())
            ++at;
        if (alone && at < lines.size() && !lines[at].label) ++at;
    }
    return at;
}

bool copy_heading(std::span<Line const> lines, std::size_t at) {
    auto const& line = lines[at];
    if (line.label || line.table()) return false;
    auto const text = lowered(line.text);
    auto const says_copy = text.starts_with("অনুলিপি")
                           || (contains(text, "অনুলিপি") && contains(text, "প্রেরণ"))
                           || text.starts_with("copy to") || text.starts_with("copy forwarded")
                           || text.starts_with("distribution") || text.starts_with("বিতরণ");
    auto const bare = trimmed(text, edges);
    auto const for_action =
        contains_any(text, {"জ্ঞাতার্থে", "কার্যার্থে", "অবগতি"})
        && (bare.ends_with("র্থে") || bare.ends_with("জন্য") || contains(text, "জ্যেষ্ঠতা"))
        && letters(text) < 200;
    if (!says_copy && !for_action) return false;
    auto const next = next_filled(lines, at + 1);
    return next < lines.size() && (lines[next].label || lines[next].table() || says_copy);
}

std::size_t copies_begin(std::span<Line const> lines, std::size_t body) {
    for (auto at = body; at < lines.size(); ++at) {
        auto const& text = lines[at].text;
        if (lines[at].blank()) continue;
        if (announces_memo(text) && contains(text, "/")) {
            auto const memos = bangla::find_memos(text);
            if (!memos.empty() && memos.front().memo.copy) return at;
        }
        if (!copy_heading(lines, at)) continue;
        auto first = at;
        for (auto back = at; back > body; --back) {
            auto const& above = lines[back - 1];
            if (above.blank()) continue;
            if (above.label || !(announces_memo(above.text) || is_date_line(above.text))) break;
            if (announces_memo(above.text)) first = back - 1;
        }
        return first;
    }
    return lines.size();
}

/// `সোনাপুর, নীলগঞ্জ।` under a post: a full stop that ends no paragraph.
bool ends_address(std::span<Line const> lines, std::size_t at, std::size_t body) {
    constexpr std::size_t address_letters_max = 40;
    auto const& line = lines[at];
    if (at <= body || line.label || line.table() || closing_formula(line.text)) return false;
    if (!line.text.ends_with("।") || letters(line.text) > address_letters_max) return false;
    auto const& above = lines[at - 1];
    return !above.blank() && letters(above.text) <= address_letters_max && !body_like(above);
}

std::size_t signature_begin(std::span<Line const> lines, std::size_t body, std::size_t end) {
    auto first = end;
    std::size_t filled = 0;
    while (first > body && filled <= signature_lines_max) {
        if (!lines[first - 1].blank()) {
            if (body_like(lines[first - 1]) && !ends_address(lines, first - 1, body)) break;
            ++filled;
        }
        --first;
    }
    // A line right under the last paragraph is the end of that paragraph, if a blank line follows.
    if (first > body && first < end && !lines[first].blank())
        for (auto at = first; at < end; ++at)
            if (lines[at].blank() && next_filled(lines, at) < end) return next_filled(lines, at);
    return std::min(next_filled(lines, first), end);
}

} // namespace

std::string_view kind_of(std::string_view text) {
    auto const bare = lowered(trimmed(text, edges));
    if (bare.empty() || letters(bare) > title_letters_max) return {};
    auto const packed = without_spaces(bare);
    for (auto const& [word, kind] : kind_words) {
        if (packed == without_spaces(word)) return kind;
        if (!bare.starts_with(word)) continue;
        auto const after = trimmed(std::string_view(bare).substr(word.size()));
        if (after.starts_with('(') || after.starts_with("নং") || after.starts_with("নম্বর")
            || after.starts_with(':') || after.starts_with("no."))
            return kind;
    }
    return {};
}

bool announces_memo(std::string_view text) {
    auto const small = lowered(trimmed(text.substr(0, 90)));
    for (std::string_view const word : {"নম্বর", "নং", "স্মারক", "পত্র নং", "পত্র সংখ্যা", "পত্রসংখ্যা",
                                        "নথি নং", "নথি নম্বর", "memo", "no.", "no:", "ref. no"})
        if (small.starts_with(word))
            return !trimmed(std::string_view(small).substr(word.size()), ":-–.").empty();
    return false;
}

std::optional<std::string_view> after_word(std::string_view text,
                                           std::initializer_list<std::string_view> words) {
    auto const small = lowered(text.substr(0, 60));
    for (auto const word : words) {
        if (!small.starts_with(word)) continue;
        auto const after = trimmed(text.substr(word.size()));
        if (after.empty()) return after;
        for (std::string_view const mark : {":", "-", "–", "—", "."})
            if (after.starts_with(mark)) return trimmed(after, ":-–—.");
    }
    return {};
}

bool is_date_line(std::string_view text) {
    if (text.empty() || letters(text) > 90) return false;
    auto const small = lowered(text);
    if (small.starts_with("তারিখ") || small.starts_with("date")) return true;
    auto const dates = bangla::find_dates(text);
    if (dates.empty()) return false;
    std::string left;
    std::size_t from = 0;
    for (auto const& found : dates) {
        left.append(text, from, found.begin - from);
        from = found.end;
    }
    left.append(text, from);
    for (std::string_view const era :
         {"বঙ্গাব্দ", "খ্রিস্টাব্দ", "খ্রিষ্টাব্দ", "খ্রি", "খ্রিঃ", "বাংলা", "ইং"})
        if (auto const at = left.find(era); at != left.npos) left.erase(at, era.size());
    return trimmed(left, "/।,.()-–—:ঃ|").empty();
}

std::optional<Mended> mended(bangla::WrittenDate const& date) {
    auto const misspelt = std::ranges::any_of(date.mended, [](Message const& message) {
        return message.key.starts_with("calendar.mended");
    });
    if (!misspelt) return {};
    if (auto const day = date.bangla()) {
        auto const read = bangla::long_date(*day, Language::bn);
        return Mended{read, read};
    }
    if (!date.date) return {};
    return Mended{bangla::long_date(*date.date, Language::bn), iso(*date.date)};
}

Parts parts_of(std::span<Line const> lines) {
    Parts parts;
    std::size_t filled = 0;
    for (std::size_t at = 0; at < lines.size() && filled < head_lines_max; ++at) {
        if (lines[at].blank()) continue;
        ++filled;
        if (!parts.title && !kind_of(lines[at].text).empty()) parts.title = at;
        if (!parts.subject && after_word(lines[at].text, {"বিষয়", "subject", "sub"}))
            parts.subject = at;
        if (parts.title && parts.subject) break;
        // Below the first item there is no head.
        if (lines[at].label && lines[at].label->style == LabelStyle::danda
            && letters(lines[at].text) > short_letters_max)
            break;
    }
    if (parts.title && parts.subject && *parts.subject > *parts.title + 12) parts.subject = {};
    parts.body = body_begin(lines, parts);
    parts.copies = copies_begin(lines, parts.body);
    parts.signature = signature_begin(lines, parts.body, parts.copies);
    return parts;
}

} // namespace udb::mandates
