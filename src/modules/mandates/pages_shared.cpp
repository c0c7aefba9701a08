#include "bangla/calendar/bangla_date.hpp"
#include "bangla/memo/memo_codes.hpp"
#include "bangla/text/digits.hpp"
#include "modules/mandates/accepted_actions.hpp"
#include "modules/mandates/pages.hpp"
#include "web/components/components.hpp"

#include <algorithm>
#include <charconv>

namespace udb::mandates {
namespace {

std::string in_digits(Words const& words, std::string_view digits) {
    return words.language() == Language::bn ? bangla::bangla_digits(digits)
                                            : bangla::ascii_digits(digits);
}

/// `seats[2].unit` in its parts: `seats`, 2, `unit`.
struct Place {
    std::string list;
    std::optional<std::int64_t> index = {};
    std::string field;
};

Place place_of(std::string_view where) {
    Place place;
    auto const open = where.find('[');
    auto const close = where.find(']');
    if (open == where.npos || close == where.npos || close < open) {
        place.list = where;
        return place;
    }
    place.list = where.substr(0, open);
    std::int64_t index = 0;
    std::from_chars(where.data() + open + 1, where.data() + close, index);
    place.index = index;
    if (close + 2 < where.size()) place.field = where.substr(close + 2);
    return place;
}

std::string key_of(std::string_view name) {
    std::string key{name};
    std::ranges::replace(key, '.', '_');
    return "mandates.at_" + key;
}

} // namespace

std::string both_dates(Words const& words, Date date) {
    return bangla::long_date(bangla::bangla_date(date), words.language()) + " · "
           + words.date(date);
}

Html memo_explained(Words const& words, std::string const& memo) {
    auto const read = memo_of(memo);
    if (!read) return html::p(words("mandates.memo_none"));
    if (read->groups.empty())
        return html::p(html::strong(memo), text(" — "), words("mandates.memo_opaque"));
    return html::all(html::p(html::strong(memo)), memo_groups(words, *read));
}

Html memo_groups(Words const& words, OrderMemo const& memo) {
    if (memo.groups.empty()) return html::p({.cls = "quiet"}, words("mandates.memo_opaque"));
    std::vector<ui::Table::Row> rows;
    for (auto const& [key, digits] : memo.groups) {
        auto const name = key == "ministry" ? bangla::ministry_name(digits) : std::nullopt;
        rows.push_back(
            {.cells = {text(words(bangla::group_name(key))), html::code(in_digits(words, digits)),
                       text(name ? words(*name) : "")}});
    }
    if (!memo.issue.empty())
        rows.push_back({.cells = {text(words("mandates.memo_issue")),
                                  html::code(in_digits(words, memo.issue)), Html{}}});
    auto const table = ui::table({.caption = words("mandates.memo_groups"),
                                  .columns = {{words("mandates.memo_group")},
                                              {words("mandates.memo_digits")},
                                              {words("mandates.memo_meaning")}},
                                  .rows = std::move(rows),
                                  .hidden_caption = true});
    return html::details({.cls = "more"}, html::summary(words("mandates.memo_groups")), table);
}

std::string place_name(Words const& words, std::string_view where) {
    auto const place = place_of(where);
    auto const known = [&](std::string const& key, std::string_view otherwise) {
        return words.catalogue().has(key) ? key : std::string(otherwise);
    };
    if (!place.index) return words(known(key_of(place.list), "mandates.at_paper"));
    auto const key = known(key_of(place.list), "mandates.at_paper");
    auto name = words(key, {{"no", *place.index + 1}});
    auto const field = "mandates.at_field_" + place.field;
    if (words.catalogue().has(field)) name += " · " + words(field);
    return name;
}

ui::FindingLine finding_line(Words const& words, Finding const& f, Html action) {
    using Shown = ui::FindingLine::Severity;
    auto const severity = f.severity == Severity::error     ? Shown::error
                          : f.severity == Severity::warning ? Shown::warning
                                                            : Shown::note;
    return {.severity = severity,
            .where = place_name(words, f.where),
            .sentence = words(f.said),
            .action = std::move(action)};
}

std::int64_t page_asked(Call const& call) {
    std::int64_t page = 1;
    auto const text = call.request.query.get_or("page", "1");
    std::from_chars(text.data(), text.data() + text.size(), page);
    return std::clamp<std::int64_t>(page, 1, 1'000'000);
}

} // namespace udb::mandates
