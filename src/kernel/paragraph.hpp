// How the paragraph of a circular is named.
#pragma once

#include "bangla/text/digits.hpp"
#include "base/message.hpp"

#include <string>

namespace udb {

/// `2(3)` as "অনুচ্ছেদ ২(৩)" and "paragraph 2(3)".
inline Message paragraph_named(std::string const& paragraph) {
    return {"composition.paragraph",
            {{"paragraph", BilingualText(bangla::bangla_digits(paragraph), paragraph)}}};
}

} // namespace udb
