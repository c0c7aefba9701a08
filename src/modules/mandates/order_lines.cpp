// The lines of a paper, cleaned.
#include "modules/mandates/order_lines.hpp"

#include "bangla/text/digits.hpp"
#include "bangla/text/normalise.hpp"
#include "modules/mandates/order_text.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace udb::mandates {
namespace {

constexpr std::size_t tag_bytes_max = 400;
constexpr std::size_t label_digits_max = 5;

constexpr std::array<std::string_view, 32> consonants{
    "ক", "খ", "গ", "ঘ", "ঙ", "চ", "ছ", "জ", "ঝ", "ঞ", "ট", "ঠ", "ড", "ঢ", "ণ", "ত",
    "থ", "দ", "ধ", "ন", "প", "ফ", "ব", "ভ", "ম", "য", "র", "ল", "শ", "ষ", "স", "হ"};

constexpr std::array<std::string_view, 12> roman{"i",   "ii",   "iii", "iv", "v",  "vi",
                                                 "vii", "viii", "ix",  "x",  "xi", "xii"};

constexpr std::string_view bullets[] = {"- ", "* ", "• ", "● ",           "– ",
                                        "▪ ", "o ", "➢ ", "\xEF\x82\xB7 "};

/// Bytes of the digits, Bangla or ASCII, that `text` begins with.
std::size_t digits_size(std::string_view text) {
    std::size_t at = 0;
    while (at < text.size()) {
        if (text[at] >= '0' && text[at] <= '9')
            ++at;
        else if (text.size() - at >= 3 && text[at] == '\xE0' && text[at + 1] == '\xA7'
                 && text[at + 2] >= '\xA6' && text[at + 2] <= '\xAF')
            at += 3;
        else
            break;
    }
    return at;
}

std::optional<std::int64_t> number(std::string_view digits) {
    auto const ascii = bangla::ascii_digits(digits);
    std::int64_t value = 0;
    if (ascii.empty() || ascii.size() > label_digits_max) return {};
    std::from_chars(ascii.data(), ascii.data() + ascii.size(), value);
    return value;
}

/// `ক)` after an optional `(`: the place of the letter in the alphabet, and its bytes.
std::optional<std::pair<std::int64_t, std::size_t>> letter_at(std::string_view text) {
    for (std::size_t i = 0; i < consonants.size(); ++i)
        if (text.starts_with(consonants[i])) return {{std::int64_t(i) + 1, consonants[i].size()}};
    for (std::size_t i = 0; i < roman.size(); ++i)
        if (text.starts_with(roman[i]) && text.substr(roman[i].size()).starts_with(')'))
            return {{std::int64_t(i) + 1, roman[i].size()}};
    if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') return {{text[0] - 'a' + 1, 1}};
    return {};
}

std::size_t spaces(std::string_view text) {
    auto const end = text.find_first_not_of(' ');
    return end == text.npos ? text.size() : end;
}

Label finished(LabelStyle style, std::int64_t no, std::size_t size, std::string_view text) {
    return {style, no, size + spaces(text.substr(size))};
}

/// What a tag leaves behind: an end of line, an end of cell, a bullet, or nothing.
std::string_view trace_of(std::string_view tag, std::string_view line_before) {
    auto const name = lowered(tag.substr(0, tag.find_first_of(" \t/>")));
    if (name == "tr" || name == "p" || name == "div") return "\n";
    if (name == "td" || name == "th")
        return trimmed(line_before).empty() ? std::string_view() : "\t";
    auto const in_table = contains(line_before, "\t") || line_before.starts_with("|");
    if (name == "li" || name == "br") return in_table ? " ● " : "\n";
    return {};
}

/// Takes HTML remnants away; a `<` that begins no tag stays.
std::string without_tags(std::string_view text, std::size_t& tags) {
    std::string out;
    out.reserve(text.size());
    std::size_t line = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        auto const next = at + 1 < text.size() ? text[at + 1] : ' ';
        auto const begins = text[at] == '<'
                            && ((next >= 'a' && next <= 'z') || (next >= 'A' && next <= 'Z')
                                || next == '/' || next == '!');
        auto const end = begins ? text.substr(at, tag_bytes_max).find('>') : text.npos;
        if (end == text.npos) {
            out += text[at];
            if (text[at] == '\n') line = out.size();
            continue;
        }
        ++tags;
        auto const trace =
            trace_of(text.substr(at + 1, end - 1), std::string_view(out).substr(line));
        out += trace;
        if (trace == "\n") line = out.size();
        at += end;
    }
    return out;
}

void replace_all(std::string& text, std::string_view what, std::string_view with) {
    if (!contains(text, what)) return;
    std::string out;
    std::size_t from = 0;
    for (auto at = text.find(what); at != text.npos; at = text.find(what, from)) {
        out.append(text, from, at - from);
        out += with;
        from = at + what.size();
    }
    out.append(text, from);
    text = std::move(out);
}

std::vector<std::string> split_cells(std::string_view line, char separator) {
    std::vector<std::string> cells;
    for (std::size_t from = 0;;) {
        auto const end = line.find(separator, from);
        cells.push_back(squeezed(line.substr(from, end == line.npos ? end : end - from)));
        if (end == line.npos) return cells;
        from = end + 1;
    }
}

std::vector<std::string> cells_of(std::string_view line) {
    auto const outer = trimmed(line);
    std::vector<std::string> cells;
    if (outer.starts_with('|') || std::ranges::count(outer, '|') >= 2) {
        auto inner = outer;
        if (inner.starts_with('|')) inner.remove_prefix(1);
        if (inner.ends_with('|')) inner.remove_suffix(1);
        cells = split_cells(inner, '|');
    } else if (contains(outer, "\t")) {
        cells = split_cells(line.substr(0, line.find_last_not_of(" \t") + 1), '\t');
    }
    if (cells.size() < 2) cells.clear();
    return cells;
}

/// `|---|:--:|` under the head of a Markdown table.
bool ruler(std::string_view line) {
    return contains(line, "--") && line.find_first_not_of("|-: \t") == line.npos;
}

std::string_view without_bullet(std::string_view text) {
    for (auto const bullet : bullets)
        if (text.starts_with(bullet)) return trimmed(text.substr(bullet.size()));
    return text;
}

Line line_of(std::string_view raw) {
    Line line;
    if (ruler(raw)) return line;
    line.cells = cells_of(raw);
    if (line.table()) {
        for (auto const& cell : line.cells)
            if (!cell.empty()) line.text += (line.text.empty() ? "" : " ") + cell;
        if (line.text.empty()) line.cells.clear();
        return line;
    }
    auto text = trimmed(raw);
    while (text.starts_with('#'))
        text = trimmed(text.substr(1));
    line.text = squeezed(without_bullet(trimmed(text, "|")));
    line.label = label_of(line.text);
    return line;
}

} // namespace

std::optional<Label> label_of(std::string_view text) {
    auto const open = text.starts_with('(') ? 1 + spaces(text.substr(1)) : 0;
    auto const size = digits_size(text.substr(open));
    auto at = open + size;
    if (size == 0) {
        auto const letter = letter_at(text.substr(open));
        if (!letter || !text.substr(open + letter->second).starts_with(')')) return {};
        return finished(LabelStyle::letter, letter->first, open + letter->second + 1, text);
    }
    auto const no = number(text.substr(open, size));
    if (!no) return {};
    at += spaces(text.substr(at));
    auto const after = text.substr(at);
    if (after.starts_with(')'))
        return finished(open ? LabelStyle::paren : LabelStyle::half, *no, at + 1, text);
    if (open) return {};
    if (after.starts_with("।"))
        return finished(LabelStyle::danda, *no, at + std::string_view("।").size(), text);
    if (!after.starts_with('.')) return {};
    auto const beyond = after.substr(1 + spaces(after.substr(1)));
    if (digits_size(beyond) > 0) return {};
    return finished(LabelStyle::dot, *no, at + 1, text);
}

Lines lines_of(std::string_view text) {
    Lines out;
    auto clean = bangla::normalised(text);
    auto const visargas = [](std::string_view in) {
        std::size_t count = 0;
        for (auto at = in.find("ঃ"); at != in.npos; at = in.find("ঃ", at + 3))
            ++count;
        return count;
    };
    auto const before = visargas(text), after = visargas(clean);
    out.visargas = before > after ? before - after : 0;
    clean = without_tags(clean, out.tags);
    replace_all(clean, "&nbsp;", " ");
    replace_all(clean, "&amp;", "&");
    replace_all(clean, "**", "");
    replace_all(clean, "__", "");

    std::string_view rest = clean;
    while (!rest.empty()) {
        auto const end = rest.find('\n');
        out.lines.push_back(line_of(rest.substr(0, end)));
        if (end == rest.npos) break;
        rest.remove_prefix(end + 1);
    }
    return out;
}

} // namespace udb::mandates
