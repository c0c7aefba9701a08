// `order read FILE [--json]`.
#include "app/commands/order_read.hpp"

#include "app/commands/input.hpp"
#include "modules/mandates/finding.hpp"
#include "modules/mandates/order.hpp"

#include <istream>
#include <optional>
#include <ostream>

namespace udb::app {
namespace {

using mandates::Order;

int refuse(Message const& message, std::ostream& err, Catalogue const& words) {
    auto const said = words.say(message);
    err << said.bn << '\n' << said.en << '\n';
    return 1;
}

/// The summary for people: each label in both languages, the paper's own words as they are.
class Summary {
public:
    Summary(std::ostream& out, Catalogue const& words) : out_(out), words_(words) {}

    BilingualText say(std::string_view key, std::vector<std::pair<std::string, Arg>> args = {}) {
        return words_.say({"mandates." + std::string(key), std::move(args)});
    }
    void row(std::string_view key, std::string const& value) {
        label(key) << (value.empty() ? both(say("read_unknown")) : value) << '\n';
    }
    void row(std::string_view key, BilingualText const& value) {
        label(key) << both(value) << '\n';
    }
    void item(std::string const& text) { out_ << "    " << text << '\n'; }
    static std::string both(BilingualText const& text) {
        return text.bn == text.en ? text.bn : text.bn + " / " + text.en;
    }

private:
    std::ostream& label(std::string_view key) { return out_ << both(say(key)) << ": "; }

    std::ostream& out_;
    Catalogue const& words_;
};

void show_head(Order const& order, Summary& to) {
    if (order.kind.empty())
        to.row("read_kind", std::string());
    else
        to.row("read_kind", to.say("kind_" + order.kind));
    to.row("read_issuer", order.head.section.empty()
                              ? order.head.office
                              : order.head.office + ", " + order.head.section);
    std::string memo;
    if (order.memo) {
        auto const shape =
            order.memo->scheme
                ? to.say("read_memo_scheme", {{"digits", std::int64_t(*order.memo->scheme)}})
                : to.say("read_memo_opaque");
        memo = order.memo->raw + " (" + Summary::both(shape) + ")";
    }
    to.row("read_memo", memo);
    auto date = order.dates.bangla;
    if (order.dates.gregorian) date += (date.empty() ? "" : " = ") + iso(*order.dates.gregorian);
    to.row("read_date", date);
    if (!order.subject.empty()) to.row("read_subject", order.subject);
    for (auto const& one : order.cites)
        to.row("read_cites", one.memo + (one.date ? ", " + iso(*one.date) : ""));
}

void show_rows(Order const& order, Summary& to) {
    auto const count = [&](std::size_t n) {
        return to.say("read_count", {{"n", std::int64_t(n)}});
    };
    if (!order.tiers.empty()) to.row("read_tiers", count(order.tiers.size()));
    for (auto const& tier : order.tiers) {
        to.item(tier.tier + ": " + tier.leader);
        for (auto const& member : tier.members)
            to.item("  – " + member);
    }
    if (!order.seats.empty()) to.row("read_seats", count(order.seats.size()));
    for (auto const& seat : order.seats)
        to.item(std::to_string(seat.no) + ". " + seat.text + " – " + seat.role_text);
    if (!order.functions.empty()) to.row("read_functions", count(order.functions.size()));
    for (auto const& one : order.functions)
        to.item("(" + std::to_string(one.no) + ") " + one.text);
}

void show_closing(Order const& order, Summary& to) {
    auto const lines = std::int64_t(order.copies.listed.size());
    if (order.copies.stated)
        to.row("read_copies",
               to.say("read_copies_count", {{"stated", *order.copies.stated}, {"lines", lines}}));
    else if (lines > 0)
        to.row("read_copies", to.say("read_copies_unstated", {{"lines", lines}}));
    std::string who;
    if (order.signatory) {
        who = order.signatory->name;
        if (!order.signatory->post.empty())
            who += (who.empty() ? "" : ", ") + order.signatory->post;
    }
    to.row("read_signatory", who);
    if (order.effective_at_once)
        to.row("read_effect", to.say("read_at_once"));
    else
        to.row("read_effect", order.effective_on ? iso(*order.effective_on) : std::string());
    to.row("read_cancels", to.say(order.cancels_earlier ? "read_yes" : "read_no"));
    if (order.findings.empty()) {
        to.item(Summary::both(to.say("read_no_findings")));
        return;
    }
    to.row("read_findings", to.say("read_count", {{"n", std::int64_t(order.findings.size())}}));
    for (auto const& one : order.findings) {
        auto const weight =
            to.say("severity_" + std::string(mandates::severity_name(one.severity)));
        to.item("[" + Summary::both(weight) + "] " + one.where);
        to.item("    " + one.said.bn);
        to.item("    " + one.said.en);
    }
}

} // namespace

int run(OrderRead const& options, std::istream& in, std::ostream& out, std::ostream& err,
        Catalogue const& words) {
    if (options.file.empty()) {
        refuse({"mandates.usage_read"}, err, words);
        return 2;
    }
    auto const bytes = read_input(options.file, in, mandates::order_bytes_max);
    if (!bytes)
        return refuse({"mandates.refused_cannot_open", {{"file", options.file}}}, err, words);
    auto const order = mandates::read_order(*bytes);
    if (!order) return refuse(order.error().message, err, words);
    if (options.json) {
        out << mandates::to_json(*order) << '\n';
        return 0;
    }
    Summary to(out, words);
    show_head(*order, to);
    show_rows(*order, to);
    show_closing(*order, to);
    return 0;
}

} // namespace udb::app
