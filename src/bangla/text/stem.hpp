// Words without their endings, so that a search for কর্মকর্তা finds কর্মকর্তাদের. For finding only: a
// stem is never shown, and is often no word.
#pragma once

#include <string>
#include <string_view>

namespace udb::bangla {

/// The stem of one folded word (`search_key.hpp`). Bangla: emphasis (-ই -ও), case (-কে -র -ের -তে
/// -ে -য়), number and article (-গুলো -সমূহ -গণ -দের -রা -টি -টা …), from the end inwards until
/// nothing more comes off, so that every form of a word ends at the same stem; at least two letters
/// stay, and listed words are left whole. English: plural, -ing, -ed, a final e. Idempotent; any
/// bytes.
std::string stem(std::string_view folded_word);

} // namespace udb::bangla
