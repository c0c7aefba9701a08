// Numbers as papers write them: grouped by lakh and crore, in words, and as ordinals.
#pragma once

#include "base/bilingual.hpp"

#include <cstdint>
#include <string>

namespace udb::bangla {

/// `12345678` → `১,২৩,৪৫,৬৭৮` or `1,23,45,678`.
std::string grouped(std::int64_t number, Language language);

/// Paisa as taka with two decimals: `125000050` → `১২,৫০,০০০.৫০`.
std::string grouped_taka(std::int64_t paisa, Language language);

/// `1234567` → `বারো লক্ষ চৌত্রিশ হাজার পাঁচশত সাতষট্টি`, `twelve lakh thirty-four thousand five
/// hundred sixty-seven`. Any 64-bit number; a negative one begins with `ঋণাত্মক` / `minus`.
std::string number_in_words(std::int64_t number, Language language);

/// Paisa as a cheque or sanction writes it: `পাঁচশত টাকা পঁচিশ পয়সা মাত্র`,
/// `five hundred taka and twenty-five paisa only`.
std::string taka_in_words(std::int64_t paisa, Language language);

/// `প্রথম`, `ষষ্ঠ`, `একবিংশ`, from 31 `একত্রিশতম`; `first`, `twenty-first`. Zero and less give the
/// number in words: they have no ordinal.
std::string ordinal_in_words(std::int64_t number, Language language);

/// `১ম ২য় ৩য় ৪র্থ ৫ম ৬ষ্ঠ … ১০ম ১১তম`; `1st 2nd 3rd`.
std::string ordinal(std::int64_t number, Language language);

/// The day of a month as it is spoken: `১লা ২রা ৩রা ৪ঠা ৫ই … ১৯শে`; `1st`.
std::string day_ordinal(unsigned day, Language language);

} // namespace udb::bangla
