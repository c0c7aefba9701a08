// Keys under which different spellings of the same words meet. For comparing and finding only:
// a key is never shown.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace udb::bangla {

/// Spelling alone: normalised, lower case, without ZWJ/ZWNJ, ঁ and nukta; ৎ=ত, ী=ি, ূ=ু, ঈ=ই, ঊ=উ,
/// ণ=ন, শ=ষ=স, no doubled consonant after a reph (উর্দ্ধতন = ঊর্ধ্বতন); ASCII digits; every run of
/// punctuation and white space becomes one space. সহজীকরণ and সহজিকরণ get the same key.
std::string folded(std::string_view text);

/// `folded`, and then word by word the spellings and synonyms of official texts brought together:
/// শোকেসিং = শোকেজিং = শো-কেসিং, গভর্নেন্স = গভর্ন্যান্স, ডাটা = ডেটা = উপাত্ত. The key to store beside a
/// text; a query goes through the same function.
std::string search_key(std::string_view text);

/// The words of `search_key`.
std::vector<std::string> search_words(std::string_view text);

} // namespace udb::bangla
