// Mending what the directory's rows are known to suffer from: spaces, entities, capitals, test
// rows.
#pragma once

#include "base/bilingual.hpp"
#include "base/message.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace udb::doptor {

/// A name as it is stored; what was done to it is added to `notes` (`doptor.mended_…`). Spaces and
/// the encoding of letters alone are put right without a word.
std::string mended_name(std::string_view written, std::vector<Message>& notes);

/// Both: an empty Bangla name is filled by the English one, with a note.
BilingualText mended_name(BilingualText const& written, std::vector<Message>& notes);

/// `&amp;`, `&#39;`, `&#x9b6;`, `&nbsp;` become what they stand for; what is no entity stays.
std::string without_entities(std::string_view text);

/// "OFFICE OF THE UPAZILA" becomes "Office of the Upazila". A text with a small letter, and a
/// single short word (an abbreviation), stays.
std::string without_capitals(std::string_view text);

/// Made to try the system out: the first or the last word of the name says test, demo or dummy, in
/// either language; or the whole name is a letter again and again ("aaaa").
bool is_test_name(BilingualText const& name);

/// Letters of a font (SutonnyMJ) instead of Unicode.
bool is_bijoy(std::string_view text);

/// Three groups of a memo number.
struct MemoCodes {
    std::string ministry = {};
    std::string agency = {};
    std::string place = {};

    bool operator==(MemoCodes const&) const = default;
};
/// "০৫.৪২.১৫০০" in either script. What does not read as 2, 2 and 4 digits gives none, with a note
/// unless it is empty.
MemoCodes codes_of(std::string_view written, std::vector<Message>& notes);

/// "website:dss.gov.bd" → "dss.gov.bd". What is no address gives nothing, with a note.
std::string mended_website(std::string_view written, std::vector<Message>& notes);

} // namespace udb::doptor
