// What an office paper says, as the order reader proposes it: text in, structure and doubts out.
//
// Numbers (`no`, `copies`, groups of the memo) have ASCII digits; texts keep the digits of the
// paper. Nothing here is saved: an officer accepts or corrects the proposal first.
#pragma once

#include "base/bilingual.hpp"
#include "base/date.hpp"
#include "base/result.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace udb::mandates {

/// A larger text is refused by `read_order`; who reads a file need read no more than one byte
/// above.
inline constexpr std::size_t order_bytes_max = std::size_t{2} * 1024 * 1024;
/// More seats, functions, copy lines or paragraphs than this in one paper are refused.
inline constexpr std::size_t order_rows_max = 20'000;

/// The centred head. Empty where the paper does not say.
struct OrderHead {
    std::string government = {}; ///< গণপ্রজাতন্ত্রী বাংলাদেশ সরকার
    std::string office = {};     ///< শ্রম ও কর্মসংস্থান মন্ত্রণালয়
    std::string section = {};    ///< আইসিটি সেল
    std::string website = {};    ///< www.mole.gov.bd

    bool operator==(OrderHead const&) const = default;
};

/// Secretariat Instructions 2024: the number of the paper itself, without the copies' `/১(২০)`.
struct OrderMemo {
    std::string raw = {};           ///< as the paper writes it
    std::optional<int> scheme = {}; ///< 18 or 22 digits; none for older numbers
    std::vector<std::pair<std::string, std::string>> groups = {}; ///< `ministry` → `40`, in order
    std::string issue = {}; ///< `77`; empty when there is none

    bool operator==(OrderMemo const&) const = default;
};

struct OrderDates {
    std::optional<Date> gregorian = {};
    std::string bangla = {};        ///< `১২ মাঘ ১৪৩২`, month mended; empty when absent
    std::optional<bool> agree = {}; ///< none when one of the two is absent

    bool operator==(OrderDates const&) const = default;
};

/// Another paper that this one names.
struct Citation {
    std::string memo = {}; ///< as written; empty when the paper gives only a date
    std::optional<Date> date = {};

    bool operator==(Citation const&) const = default;
};

/// C23 §2: how a team is composed at one tier.
struct OrderTier {
    std::string tier = {}; ///< ministry | agency | district | upazila
    std::string leader_role =
        {};                  ///< chief_innovation_officer | innovation_officer; empty if unsaid
    std::string leader = {}; ///< text as written
    std::vector<std::string> members = {}; ///< one text each, as written

    bool operator==(OrderTier const&) const = default;
};

/// One named seat of a team.
struct OrderSeat {
    std::int64_t no = 0;                 ///< as the paper numbers it, or its place when it does not
    std::vector<std::string> posts = {}; ///< alternatives, split at `/`
    std::string unit = {};               ///< প্রশাসন অধিশাখা; several units joined by ` / `
    std::string role =
        {}; ///< chief_innovation_officer | innovation_officer | member |
            ///< member_secretary; empty when the word is not known: `role_text` has it
    std::string role_text = {}; ///< as written
    std::string person = {};    ///< when the paper names one
    std::string text = {};      ///< the whole row without number and role

    bool operator==(OrderSeat const&) const = default;
};

struct OrderFunction {
    std::int64_t no = 0;
    std::string text = {}; ///< without its number; lines that a scan broke are joined

    bool operator==(OrderFunction const&) const = default;
};

struct OrderCopyLine {
    std::int64_t no = 0;
    std::string text = {};
    std::optional<std::int64_t> copies = 1; ///< none for a group, `জেলা প্রশাসক (সকল)`

    bool operator==(OrderCopyLine const&) const = default;
};

struct OrderCopies {
    std::optional<std::int64_t> stated = {}; ///< the k of `/১(k)`
    std::vector<OrderCopyLine> listed = {};

    bool operator==(OrderCopies const&) const = default;
};

struct Signatory {
    std::string name = {};
    std::string post = {};
    std::string office = {};
    std::string phone = {};
    std::string fax = {};
    std::string email = {};
    std::optional<Date> date = {};

    bool operator==(Signatory const&) const = default;
};

/// How many paragraphs of `body` stand before the rows that are not in `body`; none: no such rows.
struct OrderPlaces {
    std::optional<std::size_t> tiers = {};
    std::optional<std::size_t> seats = {};
    std::optional<std::size_t> functions = {};

    bool operator==(OrderPlaces const&) const = default;
};

enum class Severity { error, warning, note };

/// A doubt. It never hinders: an officer answers it.
struct Finding {
    Severity severity = Severity::note;
    std::string where = {};    ///< path in the JSON, `seats[2].unit`
    std::string rule = {};     ///< key of its sentence, `mandates.finding_unit_differs`
    BilingualText said;        ///< the sentence
    std::string proposal = {}; ///< what probably belongs at `where`; empty when nothing is proposed

    bool operator==(Finding const&) const = default;
};

struct Order {
    std::string kind =
        {}; ///< notification | office_order | circular | memorandum | letter | notice |
            ///< demi_official | press_note | resolution; empty when it cannot be told
    std::string title = {}; ///< the words of it, অফিস আদেশ
    OrderHead head = {};
    std::optional<OrderMemo> memo = {};
    OrderDates dates = {};
    std::string subject = {};                 ///< বিষয়
    std::vector<std::string> references = {}; ///< সূত্র
    std::vector<Citation> cites = {};
    std::vector<OrderTier> tiers = {};
    std::vector<OrderSeat> seats = {};
    std::vector<OrderFunction> functions = {};
    OrderCopies copies = {};
    std::optional<Signatory> signatory = {};
    bool cancels_earlier = false;
    std::string cancels = {}; ///< the sentence that cancels, as written
    std::string amends = {};  ///< the sentence that amends, as written
    bool effective_at_once = false;
    std::optional<Date> effective_on = {};
    std::vector<std::string> body = {}; ///< paragraphs with their numbers; no rows, no items
    OrderPlaces places = {};
    std::vector<Finding> findings = {};

    bool operator==(Order const&) const = default;
};

/// Reads the bytes of a text file. Refused (Error::Kind::refused, words `mandates.refused_*`):
/// empty, larger than `order_bytes_max`, a PDF, binary, Bijoy or Windows-1252 bytes, and a text in
/// which nothing of an office paper was recognised, and more than `order_rows_max` rows. The first
/// kinds come with words `text.*` of bangla/text. All else is an Order, with findings.
Result<Order> read_order(std::string_view bytes);

/// `order_from_json` of what this writes is equal to `order`. `issuer` is `head.office`; empty
/// texts are null, `effective` is `at_once`, a date or null. Compact or pretty UTF-8, letters never
/// \u-escaped.
std::string to_json(Order const& order, bool pretty = true);

/// Reads what `to_json` writes; keys may be absent (but one of memo, body, seats, functions or kind
/// must be there), unknown keys are passed over. Refused: Error::Kind::invalid with a field path
/// for each fault; Error::Kind::refused when it is no JSON or no order.
Result<Order> order_from_json(std::string_view text);

} // namespace udb::mandates
