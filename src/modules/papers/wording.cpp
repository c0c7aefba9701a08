#include "modules/papers/wording.hpp"

#include "bangla/calendar/bangla_date.hpp"
#include "bangla/text/digits.hpp"
#include "base/embedded.hpp"

namespace udb::embedded {
std::span<EmbeddedFile const> papers();
}

namespace udb::papers {

Words const& bangla_words() {
    static Catalogue const catalogue = [] {
        Catalogue own;
        own.add(embedded::papers());
        return own;
    }();
    static Words const words{catalogue, Language::bn};
    return words;
}

std::string worded(Style style, std::string_view meaning) {
    return "papers." + std::string(id_of(style)) + '_' + std::string(meaning);
}

bangla::Dates dates_of(Words const& words, std::string bangla_date, std::optional<Date> day) {
    bangla::Dates dates{.label = words("papers.date_label"), .bangla = std::move(bangla_date)};
    if (!day) return dates;
    if (dates.bangla.empty() && bangla::in_calendar(*day))
        dates.bangla = bangla::long_date_with_era(bangla::bangla_date(*day), Language::bn);
    dates.gregorian = bangla::long_date_with_era(*day, Language::bn);
    return dates;
}

std::string short_date(Date day) {
    auto const text = iso(day); // yyyy-mm-dd
    return bangla::bangla_digits(text.substr(8) + '-' + text.substr(5, 2) + '-'
                                 + text.substr(0, 4));
}

std::string copies_memo(Words const& words, std::string_view memo, std::int64_t count) {
    return words("papers.copies_memo", {{"memo", std::string(memo)}, {"count", count}});
}

std::string genitive(std::string const& name) {
    // Bangla letters have three bytes; a consonant at the end takes the vowel sign, য় with its dot
    // too, a vowel sign takes the bare consonant. After a place ("…, গাজীপুর") or another script a
    // hyphen is used.
    constexpr std::size_t letter = 3;
    auto const last = name.size() < letter ? std::string() : name.substr(name.size() - letter);
    bool const consonant = (last >= "ক" && last <= "হ") || last == "\u09bc" || last == "\u09dc"
                           || last == "\u09dd" || last == "\u09df";
    bool const vowel_sign = last >= "\u09be" && last <= "\u09cc";
    if (name.find(',') != name.npos || (!consonant && !vowel_sign)) return name + "-এর";
    return name + (consonant ? "ের" : "র");
}

bangla::Table seat_table(Words const& words) {
    bangla::Table table{
        .columns = {{.width = 1, .align = bangla::Align::centre}, {.width = 7}, {.width = 4}}};
    table.head.push_back({{{words("papers.column_no")},
                           {words("papers.column_officer")},
                           {words("papers.column_role_in_team")}}});
    return table;
}

Instant midnight(Date day) { return Instant{day} - std::chrono::hours{6}; }

} // namespace udb::papers
