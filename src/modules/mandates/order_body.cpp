// The body of a paper: its functions by number, its paragraphs, and what its sentences do.
#include "bangla/calendar/written_date.hpp"
#include "bangla/memo/memo.hpp"
#include "modules/mandates/order_parts.hpp"
#include "modules/mandates/order_text.hpp"
#include "modules/mandates/order_words.hpp"

#include <algorithm>

namespace udb::mandates {
namespace {

constexpr std::size_t heading_letters_max = 160;

std::size_t next_filled(std::span<Line const> lines, std::size_t at) {
    while (at < lines.size() && lines[at].blank())
        ++at;
    return at;
}

/// The line that announces the functions, with a list under it.
bool announces_functions(std::span<Line const> body, std::size_t at) {
    auto const& line = body[at];
    if (line.blank() || line.table() || letters(line.text) > heading_letters_max) return false;
    if (!contains_any(lowered(line.text), function_headings)) return false;
    auto const next = next_filled(body, at + 1);
    return next < body.size() && body[next].label && body[next].label->no <= 2
           && body[next].label != line.label;
}

bool closes(std::string_view text) {
    return contains_any(text, {"কার্যকর হ", "জারি করা হ", "জারী করা হ", "বাতিল বলিয়া", "বাতিল বলে",
                               "জনস্বার্থে", "কর্তৃপক্ষের অনুমোদন"});
}

/// Where the list ends: at a paragraph numbered as the heading is, and not as the items are.
std::size_t list_end(std::span<Line const> body, std::size_t heading, LabelStyle items) {
    auto const& head = body[heading].label;
    std::int64_t expected = 1;
    for (auto at = heading + 1; at < body.size(); ++at) {
        auto const& line = body[at];
        if (!line.label) continue;
        if (line.label->style != items) {
            // Sub-items (ক) stay with their item.
            if (line.label->style == LabelStyle::danda
                || (head && line.label->style == head->style))
                return at;
            continue;
        }
        auto const heads_next = head && head->style == items && line.label->no == head->no + 1;
        if (heads_next && (line.label->no != expected || closes(line.text))) return at;
        expected = line.label->no + 1;
    }
    return body.size();
}

/// An item that a full stop, a semicolon or a colon ends, or an `এবং` after one.
bool ended(std::string_view text) {
    text = trimmed(text);
    if (text.ends_with("এবং") || text.ends_with("ও"))
        text = trimmed(text.substr(0, text.rfind(' ') == text.npos ? 0 : text.rfind(' ')));
    for (std::string_view const mark : {";", "।", ".", ":", "?"})
        if (text.ends_with(mark)) return true;
    return false;
}

struct Items {
    std::vector<OrderFunction> list;
    std::vector<std::size_t> joined; ///< indices of items that a blank line had broken
};

/// Reads the items of one list and marks their lines.
Items items_of(std::span<Line const> body, std::size_t from, std::size_t end, LabelStyle style,
               std::vector<char>& used) {
    auto last = from;
    for (auto at = from; at < end; ++at)
        if (body[at].label && body[at].label->style == style) last = at;
    Items items;
    bool parted = false;
    for (auto at = from; at < end; ++at) {
        auto const& line = body[at];
        if (line.blank()) {
            parted = true;
            continue;
        }
        if (line.label && line.label->style == style) {
            items.list.push_back({.no = line.label->no, .text = std::string(line.rest())});
        } else {
            if (items.list.empty()) continue;
            auto& open = items.list.back().text;
            if (at > last && parted && ended(open)) break;
            if (at > last && closes(line.text) && ended(open)) break;
            if (parted && (items.joined.empty() || items.joined.back() != items.list.size() - 1)
                && !line.label)
                items.joined.push_back(items.list.size() - 1);
            open += " ";
            open += line.text;
        }
        used[at] = 'f';
        parted = false;
    }
    return items;
}

/// A long line without an end: what follows a blank line is still the same paragraph.
bool broken(std::string_view paragraph) {
    return !ended(paragraph) && !trimmed(paragraph).ends_with(",")
           && letters(paragraph.substr(0, 400)) > 60;
}

void take_paragraphs(std::span<Line const> body, std::vector<char> const& used, Order& order) {
    bool parted = true;
    auto const place = [&](std::optional<std::size_t>& of) {
        if (!of) of = order.body.size();
    };
    for (std::size_t at = 0; at < body.size(); ++at) {
        auto const& line = body[at];
        if (line.blank() || used[at]) {
            if (used[at] == 't') place(order.places.tiers);
            if (used[at] == 's') place(order.places.seats);
            if (used[at] == 'f') place(order.places.functions);
            parted = true;
            continue;
        }
        auto const goes_on =
            !order.body.empty() && !line.label && !line.table()
            && ((!parted && !order.body.back().ends_with(":")) || broken(order.body.back()))
            && !(at > 0 && used[at - 1]);
        if (goes_on) {
            order.body.back() += " ";
            order.body.back() += line.text;
        } else {
            order.body.push_back(line.text);
        }
        parted = false;
    }
}

bool names_earlier_paper(std::string_view text) {
    return contains_any(text, {"আদেশ", "প্রজ্ঞাপন", "পরিপত্র", "স্মারক", "কমিটি", "টিম", "নোটিশ",
                               "order", "notification", "circular"});
}

bool cancels(std::string_view sentence) {
    auto const small = lowered(sentence);
    if (!names_earlier_paper(small)) return false;
    if (contains_any(small, {"বাতিল করা যাই", "বাতিল করা যাব", "বাতিল করিতে পারি", "বাতিল করতে পার",
                             "বাতিল করা হইবে না", "বাতিল করা হবে না"}))
        return false;
    return contains_any(small, {"বাতিল বলিয়া",
                                "বাতিল বলে",
                                "বাতিল মর্মে",
                                "বাতিল গণ্য",
                                "বাতিল করা হ",
                                "বাতিল করিয়া",
                                "বাতিল করে",
                                "বাতিলপূর্বক",
                                "বাতিলক্রমে",
                                "বাতিল হ",
                                "রহিত করা হ",
                                "রহিতক্রমে",
                                "রহিত বলিয়া",
                                "রহিত বলে",
                                "স্থলাভিষিক্ত হ",
                                "is cancelled",
                                "are cancelled",
                                "is hereby cancelled",
                                "hereby cancel",
                                "be treated as cancelled",
                                "be deemed cancelled",
                                "supersed",
                                "rescind",
                                "repealed",
                                "stands cancelled",
                                "stand cancelled"});
}

bool amends(std::string_view sentence) {
    return names_earlier_paper(lowered(sentence))
           && contains_any(lowered(sentence),
                           {"সংশোধনপূর্বক", "সংশোধনক্রমে", "সংশোধন করা হ", "সংশোধন করিয়া",
                            "সংশোধন করে", "আংশিক সংশোধন", "partial modification", "is amended"});
}

bool at_once(std::string_view sentence) {
    return contains_any(lowered(sentence),
                        {"অবিলম্বে কার্যকর", "অনতিবিলম্বে কার্যকর", "অবিলম্বে বলবৎ",
                         "জারির তারিখ হতে কার্যকর", "জারির তারিখ হইতে কার্যকর",
                         "জারির তারিখ থেকে কার্যকর", "with immediate effect",
                         "come into force immediately", "take effect immediately",
                         "effective immediately", "come into effect immediately"});
}

void read_effect(std::string_view sentence, Order& order) {
    if (at_once(sentence)) order.effective_at_once = true;
    auto const says = contains_any(lowered(sentence),
                                   {"কার্যকর হ", "কার্যকর বলিয়া", "কার্যকর করা হ", "come into force",
                                    "take effect", "effective from", "with effect from"});
    if (!says || order.effective_at_once || order.effective_on) return;
    for (auto const& found : bangla::find_dates(sentence))
        if (found.date && found.date->date) order.effective_on = found.date->date;
}

struct Stretch {
    std::size_t begin;
    std::size_t end;
};

/// The date of a cited paper: right before its number (`… তারিখের <memo>`), else the first after it
/// in the same sentence, else a little before it.
bangla::FoundDate const* date_of(std::string_view text, std::vector<bangla::FoundDate> const& dates,
                                 Stretch before, Stretch after) {
    constexpr std::size_t adjacent = 60, near = 160, far = 260;
    auto const next = std::ranges::lower_bound(dates, after.begin, {}, &bangla::FoundDate::begin);
    auto const* previous = next == dates.begin() ? nullptr : &*std::prev(next);
    if (previous && (previous->begin < before.begin || !previous->date || !previous->date->date))
        previous = nullptr;
    auto const gap = previous ? before.end - previous->end : text.size();
    if (previous && gap <= adjacent
        && contains_any(text.substr(previous->end, gap), {"তারিখের", "তারিখে", "dated"}))
        return previous;
    if (next != dates.end() && next->begin < after.end && next->begin - after.begin < far
        && next->date && next->date->date
        && !contains(text.substr(after.begin, next->begin - after.begin), "।"))
        return &*next;
    return gap <= near ? previous : nullptr;
}

void cite(std::string_view text, std::string_view where, Order& order, Findings& findings) {
    auto memos = bangla::find_memos(text);
    auto const dates = bangla::find_dates(text);
    for (auto const& date : dates)
        if (!date.date)
            doubt(findings, Severity::warning, std::string(where),
                  {"mandates.finding_impossible_date",
                   {{"text", std::string(text.substr(date.begin, date.end - date.begin))}}});
    // A shape that is no memo of today counts only where a label or a separator says that it is
    // one.
    std::erase_if(memos, [](auto const& one) { return !one.memo.scheme && !one.labelled; });
    auto const own = order.memo ? bangla::base_of(bangla::parse_memo(order.memo->raw)) : "";
    std::size_t after_last = 0;
    for (std::size_t i = 0; i < memos.size(); ++i) {
        auto const until = i + 1 < memos.size() ? memos[i + 1].begin : text.size();
        Citation out{.memo = memos[i].memo.raw, .date = {}};
        if (auto const* date =
                date_of(text, dates, {after_last, memos[i].begin}, {memos[i].end, until})) {
            out.date = date->date->date;
            after_last = std::max(memos[i].end, date->end);
        }
        if (bangla::base_of(memos[i].memo) != own) order.cites.push_back(std::move(out));
    }
}

} // namespace

void read_functions(std::span<Line const> body, std::vector<char>& used, Order& order,
                    Findings& findings) {
    for (std::size_t at = 0; at < body.size(); ++at) {
        if (used[at] || !announces_functions(body, at)) continue;
        auto const first = next_filled(body, at + 1);
        auto const style = body[first].label->style;
        auto items = items_of(body, first, list_end(body, at, style), style, used);
        for (auto const index : items.joined)
            doubt(findings, Severity::note, path("functions", index, "text"),
                  {"mandates.finding_function_joined", {{"no", items.list[index].no}}});
        order.functions = std::move(items.list);
        return;
    }
}

void read_sentences(Order& order, Findings& findings) {
    for (auto const& reference : order.references)
        cite(reference, "references", order, findings);
    for (std::size_t i = 0; i < order.body.size(); ++i) {
        cite(order.body[i], path("body", i), order, findings);
        for (auto const sentence : sentences(order.body[i])) {
            if (order.cancels.empty() && cancels(sentence)) order.cancels = sentence;
            if (order.amends.empty() && amends(sentence)) order.amends = sentence;
            read_effect(sentence, order);
        }
    }
    order.cancels_earlier = !order.cancels.empty();
    if (order.effective_at_once) order.effective_on.reset();
}

void read_body(std::span<Line const> lines, Parts const& parts, Order& order, Findings& findings) {
    auto const body = lines.subspan(parts.body, parts.signature - parts.body);
    std::vector<char> used(body.size());
    read_tiers(body, used, order, findings);
    read_functions(body, used, order, findings);
    read_seats(body, used, order, findings);
    take_paragraphs(body, used, order);
    read_sentences(order, findings);
}

} // namespace udb::mandates
