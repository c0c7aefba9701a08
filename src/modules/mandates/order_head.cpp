// The head of a paper: office, memo number, both dates, kind, subject and references.
#include "bangla/calendar/bangla_date.hpp"
#include "bangla/calendar/written_date.hpp"
#include "bangla/memo/memo.hpp"
#include "bangla/text/digits.hpp"
#include "modules/mandates/order_parts.hpp"
#include "modules/mandates/order_text.hpp"
#include "modules/mandates/order_words.hpp"

#include <algorithm>

namespace udb::mandates {
namespace {

bool is_website(std::string_view text) {
    return !contains(text, "@") && letters(text) < 80
           && contains_any(lowered(text), {"www.", "http://", "https://", ".gov.bd"});
}

bool is_government(std::string_view text) {
    return contains(text, "গণপ্রজাতন্ত্রী") || contains(lowered(text), "government of the people");
}

std::string_view bare_line(std::string_view text) { return trimmed(text, "()[],।*_"); }

bool names_section(std::string_view text) {
    return ends_with_any(lowered(bare_line(text)), unit_nouns);
}

/// `শাপলাপুর, নীলগঞ্জ`: neither a section nor an office nor an address with a number.
bool names_place(std::string_view text) {
    return !names_section(text) && !contains_any(lowered(text), office_nouns) && letters(text) < 40
           && bangla::ascii_digits(text).find_first_of("0123456789") == std::string::npos;
}

/// The office is the lowest one named: under a ministry, its directorate.
void read_office(std::vector<std::string_view> const& names, OrderHead& head) {
    std::size_t office = names.size();
    for (std::size_t i = 0; i < names.size(); ++i) {
        auto const small = lowered(names[i]);
        if (!names_section(names[i]) && contains_any(small, office_nouns)) office = i;
    }
    if (office == names.size()) office = 0;
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (i == office)
            head.office = trimmed(names[i], ",।");
        else if (names_section(names[i]) && head.section.empty())
            head.section = bare_line(names[i]);
    }
    // The office of an upazila or district is told by the place in the line under it.
    if (office + 1 < names.size() && head.office.ends_with("কার্যালয়")
        && names_place(names[office + 1]))
        head.office += ", " + std::string(trimmed(names[office + 1], ",।"));
}

void read_lines_above(std::span<Line const> lines, Order& order) {
    std::vector<std::string_view> names;
    for (auto const& line : lines) {
        if (line.blank()) continue;
        if (is_government(line.text))
            order.head.government = trimmed(line.text, ",।");
        else if (is_website(line.text)) {
            if (order.head.website.empty()) order.head.website = line.text;
        } else
            names.push_back(line.text);
    }
    if (!names.empty()) read_office(names, order.head);
}

OrderMemo taken(bangla::Memo const& memo) {
    OrderMemo out{.raw = memo.raw};
    if (memo.copy) // The head names the paper, not one distribution of it.
        if (auto const at = memo.raw.rfind('/'); at != memo.raw.npos) out.raw.resize(at);
    if (memo.scheme) out.scheme = bangla::digits(*memo.scheme);
    for (auto const& group : memo.groups)
        out.groups.emplace_back(group.key, group.digits);
    out.issue = memo.issue;
    return out;
}

void read_memo(std::string_view text, Order& order, Findings& findings) {
    auto found = bangla::find_memos(text);
    std::erase_if(found, [](auto const& one) { return !one.labelled && !one.memo.scheme; });
    if (found.empty()) {
        auto const before_date = text.substr(0, text.find("তারিখ"));
        auto const memo = bangla::parse_memo(before_date);
        if (memo.raw.empty()) return;
        found.push_back({.begin = 0, .end = before_date.size(), .memo = memo, .labelled = true});
    }
    auto const& memo = found.front().memo;
    if (!order.memo) {
        order.memo = taken(memo);
        return;
    }
    auto const first = bangla::parse_memo(order.memo->raw);
    if (bangla::base_of(first) != bangla::base_of(memo))
        doubt(findings, Severity::warning, "memo",
              {"mandates.finding_two_memos", {{"first", first.raw}, {"second", memo.raw}}});
}

void read_dates(std::string_view text, Order& order, Findings& findings) {
    auto const dates = bangla::find_dates(text);
    if (dates.empty() && after_word(text, {"তারিখ", "date"})
        && !after_word(text, {"তারিখ", "date"})->empty())
        doubt(findings, Severity::warning, "dates",
              {"mandates.finding_date_unreadable", {{"text", std::string(text)}}});
    for (auto const& found : dates) {
        auto const written = std::string(text.substr(found.begin, found.end - found.begin));
        if (!found.date) {
            doubt(findings, Severity::error, "dates",
                  {"mandates.finding_impossible_date", {{"text", written}}});
            continue;
        }
        auto const& date = *found.date;
        auto const gregorian = date.calendar == bangla::CalendarKind::gregorian;
        auto const day = date.bangla();
        if (gregorian && !order.dates.gregorian)
            order.dates.gregorian = date.date;
        else if (day && order.dates.bangla.empty())
            order.dates.bangla = bangla::long_date(*day, Language::bn);
        else
            continue;
        if (auto const as = mended(date))
            doubt(findings, Severity::note, gregorian ? "dates.gregorian" : "dates.bangla",
                  {"mandates.finding_date_mended", {{"written", written}, {"read", as->read}}},
                  as->value);
    }
}

void read_kind(std::span<Line const> lines, Parts const& parts, Order& order, Findings& findings) {
    if (parts.title) {
        order.kind = kind_of(lines[*parts.title].text);
        order.title = trimmed(lines[*parts.title].text, ":।*_\"“”");
    } else if (parts.subject) {
        order.kind = "letter";
    } else {
        doubt(findings, Severity::warning, "kind", {"mandates.finding_kind_unknown"});
    }
}

void read_subject(std::span<Line const> lines, Parts const& parts, Order& order) {
    if (!parts.subject) return;
    auto const at = *parts.subject;
    order.subject = after_word(lines[at].text, {"বিষয়", "subject", "sub"}).value_or("");
    for (auto next = at + 1; next < parts.body; ++next) {
        auto const& text = lines[next].text;
        if (text.empty() || after_word(text, {"সূত্র", "reference", "ref"}) || announces_memo(text)
            || is_date_line(text))
            break;
        order.subject += (order.subject.empty() ? "" : " ") + text;
    }
}

/// The lines of সূত্র, as indices.
std::vector<std::size_t> reference_lines(std::span<Line const> lines, std::size_t body) {
    std::vector<std::size_t> out;
    for (std::size_t at = 0; at < body; ++at) {
        auto const after = after_word(lines[at].text, {"সূত্র", "reference", "ref"});
        if (!after) continue;
        out.push_back(at);
        for (auto next = at + 1; next < body && (after->empty() || lines[next].label); ++next) {
            if (lines[next].blank()) continue;
            if (after_word(lines[next].text, {"বিষয়", "subject"})) break;
            out.push_back(next);
            if (!lines[next].label) break;
        }
        break;
    }
    return out;
}

void check_agreement(Order& order, Findings& findings) {
    auto& dates = order.dates;
    if (!dates.gregorian && dates.bangla.empty()) {
        auto const said =
            std::ranges::any_of(findings, [](auto const& one) { return one.where == "dates"; });
        if (said) return;
        doubt(findings, Severity::warning, "dates", {"mandates.finding_date_missing"});
        return;
    }
    if (!dates.gregorian || dates.bangla.empty()) return;
    auto const written = bangla::parse_date(dates.bangla);
    auto const day = written ? written->bangla() : std::nullopt;
    if (!day) return;
    auto const said = bangla::agreement(*day, *dates.gregorian);
    dates.agree = said == bangla::Agreement::agree;
    if (*dates.agree) return;
    auto const right = bangla::long_date(bangla::bangla_date(*dates.gregorian), Language::bn);
    auto const* key = said == bangla::Agreement::old_rule   ? "mandates.finding_old_calendar"
                      : said == bangla::Agreement::new_rule ? "mandates.finding_new_calendar"
                                                            : "mandates.finding_dates_differ";
    doubt(findings, Severity::warning, "dates.bangla",
          {key, {{"bangla", dates.bangla}, {"gregorian", *dates.gregorian}, {"right", right}}},
          right);
}

} // namespace

void read_head(std::span<Line const> lines, Parts const& parts, Order& order, Findings& findings) {
    auto const references = reference_lines(lines, parts.body);
    std::size_t above = parts.body;
    for (std::size_t at = 0; at < parts.body; ++at) {
        auto const& text = lines[at].text;
        auto const in_references = std::ranges::binary_search(references, at);
        if (text.empty() || in_references || (parts.subject && at == *parts.subject)) {
            if (!text.empty()) above = std::min(above, at);
            continue;
        }
        auto const memo = announces_memo(text);
        auto const date =
            is_date_line(text) || (memo && contains_any(lowered(text), {"তারিখ", "date"}));
        if (memo) read_memo(text, order, findings);
        if (date) read_dates(text, order, findings);
        if (memo || date || (parts.title && at == *parts.title)) above = std::min(above, at);
    }
    if (parts.title || parts.subject || above < parts.body)
        read_lines_above(lines.subspan(0, above), order);
    if (!order.memo) doubt(findings, Severity::warning, "memo", {"mandates.finding_memo_missing"});
    read_kind(lines, parts, order, findings);
    read_subject(lines, parts, order);
    for (auto const at : references) {
        auto const after = after_word(lines[at].text, {"সূত্র", "reference", "ref"});
        auto text = after ? std::string(*after) : std::string(lines[at].rest());
        if (!text.empty()) order.references.push_back(std::move(text));
    }
    check_agreement(order, findings);
}

} // namespace udb::mandates
