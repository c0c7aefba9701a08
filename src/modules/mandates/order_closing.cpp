// The end of a paper: who signed it, and to whom copies go.
#include "bangla/calendar/bangla_date.hpp"
#include "bangla/calendar/written_date.hpp"
#include "bangla/memo/memo.hpp"
#include "bangla/text/digits.hpp"
#include "modules/mandates/order_parts.hpp"
#include "modules/mandates/order_text.hpp"
#include "modules/mandates/order_words.hpp"

#include <algorithm>
#include <charconv>

namespace udb::mandates {
namespace {

std::optional<std::string_view> value_after(std::string_view text,
                                            std::initializer_list<std::string_view> labels) {
    auto const small = lowered(text);
    for (auto const label : labels)
        if (small.starts_with(label)) return trimmed(text.substr(label.size()), ":-–.");
    return {};
}

bool ascii_only(std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

bool is_number(std::string_view text) {
    auto const ascii = bangla::ascii_digits(text);
    return letters(text) >= 6 && ascii.find_first_not_of("0123456789+-() ,/") == ascii.npos
           && ascii.find_first_of("0123456789") != ascii.npos;
}

bool is_flourish(std::string_view text) {
    auto const small = lowered(trimmed(text, "()।,:-–"));
    return contains_any(small, {"স্বাক্ষর", "signed", "sd/"}) || small == "স্বা/" || small == "স্বাঃ"
           || small.starts_with("বিনীত") || small.starts_with("ধন্যবাদান্তে")
           || small.starts_with("আপনার বিশ্বস্ত") || small.starts_with("আপনার একান্ত")
           || contains(small, "www.");
}

bool names_post(std::string_view text) {
    for (auto const honorific : honorifics)
        if (text.starts_with(honorific)) return false;
    return contains_any(lowered(text), post_words);
}

std::string_view email_in(std::string_view text) {
    auto const sign = text.find('@');
    if (sign == text.npos) return {};
    auto const before = text.find_last_of(" :,", sign);
    auto const begin = before == text.npos ? 0 : before + 1;
    auto const end = text.find_first_of(" ,;", sign);
    return text.substr(begin, end == text.npos ? end : end - begin);
}

/// Takes a line that says how to reach the signatory, or when he signed.
bool took_contact(std::string_view text, Signatory& who) {
    if (auto const mail = email_in(text); !mail.empty()) {
        who.email = mail;
        return true;
    }
    if (auto const phone =
            value_after(text, {"ফোন", "টেলিফোন", "মোবাইল", "phone", "tel", "mobile", "cell"})) {
        if (who.phone.empty()) who.phone = *phone;
        return true;
    }
    if (auto const fax = value_after(text, {"ফ্যাক্স", "fax"})) {
        who.fax = *fax;
        return true;
    }
    if (is_date_line(text)) {
        auto const found = bangla::find_dates(text);
        for (auto const& one : found)
            if (one.date && one.date->date && !who.date) who.date = one.date->date;
        return true;
    }
    if (is_number(text)) {
        if (who.phone.empty()) who.phone = text;
        return true;
    }
    return false;
}

std::optional<Signatory> signatory_of(std::span<Line const> lines) {
    Signatory who;
    std::vector<std::string> texts;
    for (auto const& line : lines) {
        std::string_view const text = line.text;
        if (text.empty() || line.label || line.table()) continue;
        if (took_contact(text, who) || is_flourish(text) || announces_memo(text)) continue;
        texts.emplace_back(trimmed(text, "()[],।"));
    }
    std::erase(texts, "");
    // A scribble that a scanner read as Latin letters is not the name.
    auto const bangla = std::ranges::count_if(texts, [](auto const& t) { return !ascii_only(t); });
    if (bangla > 0) std::erase_if(texts, [](auto const& text) { return ascii_only(text); });
    if (texts.empty()) return {};

    std::size_t next = 0;
    if (!names_post(texts[0])
        || (texts.size() > 1 && names_post(texts[1]) && letters(texts[0]) < 40))
        who.name = texts[next++];
    if (next < texts.size()) who.post = texts[next++];
    who.office = joined(std::span(texts).subspan(next), ", ");
    return who;
}

/// `(৬৪ জন)`, `- ৫ কপি`, `(২)`: how many copies a line says it is for.
std::optional<std::int64_t> said_count(std::string_view text) {
    auto const ascii = bangla::ascii_digits(text);
    for (std::size_t at = 0; at < ascii.size(); ++at) {
        if (ascii[at] < '0' || ascii[at] > '9') continue;
        std::int64_t value = 0;
        auto const* begin = ascii.data() + at;
        auto const [end, failed] = std::from_chars(begin, ascii.data() + ascii.size(), value);
        auto const size = static_cast<std::size_t>(end - begin);
        auto const opened = at > 0 && ascii[at - 1] == '(';
        auto const after = trimmed(std::string_view(ascii).substr(at + size));
        for (std::string_view const unit : {"কপি", "জন", "প্রস্থ", "copies", "copy"})
            if (failed == std::errc{} && after.starts_with(unit)) return value;
        if (failed == std::errc{} && opened && after.starts_with(')') && size < 6) return value;
        at += size;
    }
    return {};
}

/// জেলা প্রশাসক (সকল); "সচিব, মন্ত্রণালয়/বিভাগ": many recipients in one line.
bool is_group(std::string_view text) {
    if (contains(text, "সকল") || contains(text, "সংশ্লিষ্ট কর্মকর্তাবৃন্দ")) return true;
    if (contains(" " + lowered(text) + " ", "(all)")) return true;
    auto const bare = trimmed(text, "।.;, ");
    auto const comma = bare.rfind(',');
    auto const office = comma == bare.npos ? bare : trimmed(bare.substr(comma + 1));
    return office == "মন্ত্রণালয়/বিভাগ" || office == "মন্ত্রণালয়/ বিভাগ";
}

std::optional<std::int64_t> copies_of(std::string_view text) {
    if (auto const said = said_count(text)) return said;
    return is_group(text) ? std::optional<std::int64_t>{} : 1;
}

void check_copy_memo(std::string_view text, Order& order, Findings& findings) {
    auto const found = bangla::find_memos(text);
    if (found.empty()) return;
    auto const& memo = found.front().memo;
    if (memo.copy && !order.copies.stated) order.copies.stated = memo.copy->count;
    if (!order.memo) return;
    auto const head = bangla::parse_memo(order.memo->raw);
    if (bangla::base_of(head) != bangla::base_of(memo))
        doubt(findings, Severity::warning, "copies",
              {"mandates.finding_copy_memo_differs", {{"head", head.raw}, {"copies", memo.raw}}});
}

void check_copy_date(std::string_view text, Order const& order, Findings& findings) {
    for (auto const& found : bangla::find_dates(text)) {
        auto const written = std::string(text.substr(found.begin, found.end - found.begin));
        if (!found.date) {
            doubt(findings, Severity::warning, "copies",
                  {"mandates.finding_impossible_date", {{"text", written}}});
            continue;
        }
        auto const day = found.date->bangla();
        auto const bangla = day ? bangla::long_date(*day, Language::bn) : std::string();
        if (auto const as = mended(*found.date))
            doubt(findings, Severity::note, "copies",
                  {"mandates.finding_date_mended", {{"written", written}, {"read", as->read}}},
                  as->value);
        auto const differs = day ? !order.dates.bangla.empty() && bangla != order.dates.bangla
                                 : order.dates.gregorian && found.date->date
                                       && found.date->date != order.dates.gregorian;
        if (differs)
            doubt(findings, Severity::warning, "copies",
                  {"mandates.finding_copy_date_differs",
                   {{"copies", written},
                    {"head", day ? Arg{order.dates.bangla} : Arg{*order.dates.gregorian}}}});
    }
}

/// A row of a copy list that is a table: its number and its other cells.
std::optional<OrderCopyLine> copy_row(Line const& line) {
    auto cells = line.cells;
    std::erase(cells, "");
    if (cells.size() < 2) return {};
    auto const label = label_of(cells[0] + (label_of(cells[0]) ? "" : "।"));
    if (!label) return {};
    cells.erase(cells.begin());
    return OrderCopyLine{.no = label->no, .text = joined(cells, ", ")};
}

} // namespace

void read_copies(std::span<Line const> lines, Parts const& parts, Order& order,
                 Findings& findings) {
    auto const block = lines.subspan(parts.copies);
    std::size_t last = 0;
    for (std::size_t at = 0; at < block.size(); ++at)
        if (block[at].label || (block[at].table() && copy_row(block[at]))) last = at + 1;
    std::vector<OrderCopyLine> listed;
    bool parted = true;
    for (std::size_t at = 0; at < block.size(); ++at) {
        auto const& line = block[at];
        if (line.label && at < last) {
            listed.push_back({.no = line.label->no, .text = std::string(line.rest())});
        } else if (auto row = line.table() ? copy_row(line) : std::nullopt) {
            listed.push_back(*std::move(row));
        } else if (line.blank()) {
            parted = true;
            continue;
        } else if (listed.empty()) {
            if (announces_memo(line.text)) check_copy_memo(line.text, order, findings);
            if (is_date_line(line.text) || contains(line.text, "তারিখ"))
                check_copy_date(line.text, order, findings);
        } else if ((at < last || !parted) && !listed.back().text.ends_with("।")) {
            listed.back().text += " ";
            listed.back().text += line.text;
        }
        parted = false;
    }
    for (auto& line : listed)
        line.copies = copies_of(line.text);
    order.copies.listed = std::move(listed);
}

void read_signature(std::span<Line const> lines, Parts const& parts, Order& order,
                    Findings& findings) {
    order.signatory = signatory_of(lines.subspan(parts.signature, parts.copies - parts.signature));
    if (!order.signatory) {
        auto tail = lines.size();
        while (tail > parts.copies && !lines[tail - 1].label && !lines[tail - 1].table()
               && lines.size() - tail < 20)
            --tail;
        auto const below_list = tail > parts.copies && lines[tail - 1].label;
        if (below_list) order.signatory = signatory_of(lines.subspan(tail));
    }
    if (!order.signatory)
        doubt(findings, Severity::warning, "signatory", {"mandates.finding_signatory_missing"});
    else if (order.signatory->name.empty())
        doubt(findings, Severity::note, "signatory.name",
              {"mandates.finding_signatory_unnamed", {{"post", order.signatory->post}}});
}

} // namespace udb::mandates
