// The heads of a journal, as they come back from where they were kept.
#include "base/ensure.hpp"
#include "fuzz.hpp"
#include "host/journal_head.hpp"

namespace udb::fuzz {

void head(std::string_view bytes) {
    auto const read = journal::parse_head_file(bytes);
    if (!read) return;
    auto const again = journal::parse_head_file(journal::to_json(*read));
    ENSURE(again && journal::signed_text(*again) == journal::signed_text(*read)
               && again->signature == read->signature,
           "what was read, written again, is the same");
}

} // namespace udb::fuzz
