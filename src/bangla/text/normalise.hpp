// One spelling of the same letters: what every text goes through once, at the door.
#pragma once

#include <string>
#include <string_view>

namespace udb::bangla {

/// The text as it is stored and compared. Idempotent, linear, any bytes (what is not UTF-8 becomes
/// U+FFFD). It changes how a text is encoded and never its words:
///  - Unicode NFC (so ড় ঢ় য় are two code points each, ো ৌ one), also where the halves of ো ৌ stand
///    in the wrong order, a nukta follows its vowel sign, ঁ precedes it, or অা stands for আ;
///  - ZWJ and ZWNJ stay where they shape (র‍্যাব, ক্‌ষ) and go where they do
///  nothing;
///  - `\r\n`, `\r` and Unicode line ends become `\n`; odd spaces a space; the BOM, soft hyphens,
///    zero-width spaces, direction marks and control characters go; tabs stay;
///  - a visarga that clearly stands for a colon (`করা হলোঃ`, `তারিখঃ ১২`) becomes `:`; প্রথমতঃ, মোঃ
///  stay;
///  - ৷ and a `|` that ends a sentence become `।`; the `|` of tables stays.
std::string normalised(std::string_view text);

/// Unicode NFC alone; bytes that are not UTF-8 become U+FFFD.
std::string nfc(std::string_view text);

/// Runs of white space, line ends too, become one space; none is left at either end.
std::string single_spaced(std::string_view text);

/// Without white space (ASCII, as `normalised` leaves it) at either end; a view into `text`.
std::string_view trimmed(std::string_view text);

} // namespace udb::bangla
