// What every paper of an office has in common: its labels, dates, columns, and the register of its
// sentences.
#pragma once

#include "bangla/pdf/paper.hpp"
#include "kernel/words.hpp"
#include "modules/papers/paper_terms.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace udb::papers {

/// The module's own words in Bangla: the labels of papers, whatever the reader's language.
Words const& bangla_words();

/// The key of a sentence in a register: `papers.sadhu_opening`.
std::string worded(Style style, std::string_view meaning);

/// `তারিখ:` with the Bangla date as given, or that of the day, and the day itself with its era.
bangla::Dates dates_of(Words const& words, std::string bangla_date, std::optional<Date> day);

/// `২৬-০১-২০২৬`.
std::string short_date(Date day);

/// `নম্বর: ৪০.০০…/১(২০)`: Secretariat Instructions 2024, the first distribution, in `count` copies.
std::string copies_memo(Words const& words, std::string_view memo, std::int64_t count);

/// "মন্ত্রণালয়ের", "সভার", "কার্যালয়, গাজীপুর-এর": of that.
std::string genitive(std::string const& name);

/// The columns and head of a table of seats: number, officer, role.
bangla::Table seat_table(Words const& words);

/// The beginning of the day in Bangladesh, for the PDF's date.
Instant midnight(Date day);

} // namespace udb::papers
