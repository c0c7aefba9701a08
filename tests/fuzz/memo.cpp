// Memo numbers in papers and fields; one that was read, written officially, names the same paper.
#include "bangla/memo/memo.hpp"

#include "bangla/memo/memo_codes.hpp"
#include "base/ensure.hpp"
#include "fuzz.hpp"

namespace udb::fuzz {
namespace {

void check(bangla::Memo const& memo) {
    auto const base = bangla::base_of(memo);
    if (!memo.scheme) {
        ENSURE(memo.groups.empty(), "an opaque number has no groups");
        return;
    }
    int count = 0;
    for (auto const& group : memo.groups)
        count += static_cast<int>(group.digits.size());
    ENSURE(count == digits(*memo.scheme), "a number has the digits of its scheme");
    static_cast<void>(bangla::ministry_name(memo.group("ministry")));
    for (auto const language : {Language::bn, Language::en}) {
        auto const again = bangla::parse_memo(bangla::written(memo, language));
        ENSURE(again.groups == memo.groups && again.issue == memo.issue && again.copy == memo.copy,
               "a number that is written is the same");
        ENSURE(bangla::base_of(again) == base, "and names the same paper");
    }
}

} // namespace

void memo(std::string_view bytes) {
    check(bangla::parse_memo(bytes));
    std::size_t end = 0;
    for (auto const& found : bangla::find_memos(bytes)) {
        ENSURE(end <= found.begin && found.begin < found.end && found.end <= bytes.size(),
               "places lie in the text, in order");
        end = found.end;
        check(found.memo);
    }
}

} // namespace udb::fuzz
