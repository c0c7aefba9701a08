// The pages of mandates and of the order desk, for the list of routes; and what they share.
#pragma once

#include "host/call.hpp"
#include "modules/mandates/order.hpp"
#include "web/components/findings.hpp"
#include "web/components/select.hpp"

namespace udb::mandates {

Result<web::Response> show_mandates(Call& call);
Result<web::Response> show_mandate(Call& call);
Result<web::Response> show_comparison(Call& call);

Result<web::Response> show_orders(Call& call);
Result<web::Response> show_order(Call& call);
Result<web::Response> show_desk(Call& call);
Result<web::Response> post_read(Call& call);
Result<web::Response> post_accept(Call& call);

/// Both dates of a paper: `১২ মাঘ ১৪৩২ · ২৬ জানুয়ারি ২০২৬`.
std::string both_dates(Words const& words, Date date);

/// What each group of a memo number says, to unfold; one line for a number of an older kind.
Html memo_groups(Words const& words, OrderMemo const& memo);
/// The number as written, and its groups.
Html memo_explained(Words const& words, std::string const& memo);

/// Where a finding or correction points: "৩ নম্বর আসন · শাখা".
std::string place_name(Words const& words, std::string_view where);

ui::FindingLine finding_line(Words const& words, Finding const& finding, Html action = {});

/// The page number of a list's query, from 1.
std::int64_t page_asked(Call const& call);

} // namespace udb::mandates
