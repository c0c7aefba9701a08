// What the order reader proposes (mandates::Order, or its JSON), as an official paper.
#pragma once

#include "bangla/pdf/paper.hpp"
#include "kernel/words.hpp"
#include "modules/mandates/order.hpp"

namespace udb::papers {

/// The paper that `order` describes: head, number and dates, title, paragraphs with the rows of
/// tiers, seats and functions at their places, signature, copies. Texts stay as the order has them;
/// labels are the Bangla words of this module. The moment of issue is the paper's own date, or
/// `now` where it has none. Rows without a place come where such papers have them: seats after the
/// first paragraph, functions before the last.
bangla::Paper order_paper(mandates::Order const& order, Words const& bangla_words, Instant now);

/// A paragraph apart from its number: "২। কার্যপরিধি:" is {"২।", "কার্যপরিধি:"}.
bangla::Paragraph numbered(std::string_view text);

} // namespace udb::papers
