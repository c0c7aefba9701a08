#include "modules/mandates/desk_form.hpp"

#include "bangla/calendar/bangla_date.hpp"
#include "bangla/calendar/written_date.hpp"
#include "bangla/text/digits.hpp"
#include "bangla/text/normalise.hpp"
#include "modules/mandates/desk_read.hpp"
#include "modules/mandates/finding_slips.hpp"

#include <algorithm>

namespace udb::mandates {
namespace {

std::string joined(std::vector<std::string> const& parts, std::string_view between) {
    std::string out;
    for (auto const& part : parts) {
        if (!out.empty()) out += between;
        out += part;
    }
    return out;
}

/// ২৬-০১-২০২৬
std::string written(std::optional<Date> date) {
    if (!date) return {};
    auto const text = iso(*date);
    return bangla::bangla_digits(text.substr(8) + "-" + text.substr(5, 2) + "-"
                                 + text.substr(0, 4));
}

std::string written(std::optional<std::int64_t> number) {
    return number ? bangla::bangla_number(*number) : "";
}

void put_head(FormValues& form, Order const& o) {
    form.emplace("kind", o.kind);
    form.emplace("head.government", o.head.government);
    form.emplace("head.office", o.head.office);
    form.emplace("head.section", o.head.section);
    form.emplace("head.website", o.head.website);
    form.emplace("memo", o.memo ? o.memo->raw : "");
    form.emplace("dates.gregorian", written(o.dates.gregorian));
    form.emplace("dates.bangla", o.dates.bangla);
    form.emplace("subject", o.subject);
    form.emplace("references", joined(o.references, "\n"));
}

void put_closing(FormValues& form, Order const& o) {
    auto const sign = o.signatory.value_or(Signatory{});
    form.emplace("signatory.name", sign.name);
    form.emplace("signatory.post", sign.post);
    form.emplace("signatory.office", sign.office);
    form.emplace("signatory.phone", sign.phone);
    form.emplace("signatory.fax", sign.fax);
    form.emplace("signatory.email", sign.email);
    form.emplace("signatory.date", written(sign.date));
    if (o.cancels_earlier) form.emplace("cancels_earlier", "1");
    form.emplace("cancels", o.cancels);
    form.emplace("amends", o.amends);
    if (o.effective_at_once) form.emplace("effective_at_once", "1");
    form.emplace("effective_on", written(o.effective_on));
    form.emplace("copies.stated", written(o.copies.stated));
}

template <class List, class Put>
void put_rows(List const& list, std::size_t most, Put put) {
    for (std::size_t i = 0; i < std::min(list.size(), most); ++i)
        put(i, list[i]);
}

/// The Bangla day and the Gregorian one, as the reader judges them.
std::optional<bool> agreement_of(OrderDates const& dates) {
    if (!dates.gregorian || dates.bangla.empty()) return {};
    auto const date = bangla::parse_date(dates.bangla);
    auto const day = date ? date->bangla() : std::nullopt;
    if (!day) return {};
    return bangla::agreement(*day, *dates.gregorian) == bangla::Agreement::agree;
}

std::string replaced(std::string text, std::string_view wrong, std::string_view right) {
    for (auto at = text.find(wrong); at != text.npos; at = text.find(wrong, at + right.size()))
        text.replace(at, wrong.size(), right);
    return text;
}

/// What a field becomes by a finding's proposal: the word mended where it is a slip, else all.
std::string proposed(Finding const& finding, std::string_view now) {
    if (finding.rule != "mandates.finding_slip") return finding.proposal;
    std::string text{now};
    for (auto const& slip : known_slips())
        if (slip.right == finding.proposal)
            text = replaced(std::move(text), slip.wrong, slip.right);
    return text;
}

bool same_doubt(Finding const& a, Finding const& b) {
    return a.rule == b.rule && a.where == b.where && a.said == b.said;
}

bool among(Findings const& list, Finding const& one) {
    return std::ranges::any_of(list, [&](auto const& other) { return same_doubt(one, other); });
}

/// Whether a field was changed that belongs to `where`: itself, and those below it.
bool touched(std::vector<Correction> const& corrections, std::string_view where) {
    return std::ranges::any_of(corrections, [&](Correction const& c) {
        return c.where == where
               || (c.where.starts_with(where) && c.where.size() > where.size()
                   && (c.where[where.size()] == '.' || c.where[where.size()] == '['));
    });
}

} // namespace

bool fits_desk(std::string_view text) {
    auto const ends = static_cast<std::size_t>(std::ranges::count(text, '\n'));
    return text.size() + ends <= desk_text_bytes_max;
}

FormValues desk_form(Order const& o) {
    FormValues form;
    put_head(form, o);
    put_closing(form, o);
    put_rows(o.cites, DeskLimits::cites, [&](std::size_t i, Citation const& c) {
        form.emplace(path("cites", i, "memo"), c.memo);
        form.emplace(path("cites", i, "date"), written(c.date));
    });
    put_rows(o.tiers, DeskLimits::tiers, [&](std::size_t i, OrderTier const& t) {
        form.emplace(path("tiers", i, "leader"), t.leader);
        form.emplace(path("tiers", i, "members"), joined(t.members, "\n"));
    });
    put_rows(o.seats, DeskLimits::seats, [&](std::size_t i, OrderSeat const& s) {
        form.emplace(path("seats", i, "posts"), joined(s.posts, " / "));
        form.emplace(path("seats", i, "unit"), s.unit);
        form.emplace(path("seats", i, "role"), s.role);
    });
    put_rows(o.functions, DeskLimits::functions, [&](std::size_t i, OrderFunction const& f) {
        form.emplace(path("functions", i, "text"), f.text);
    });
    put_rows(o.copies.listed, DeskLimits::copies, [&](std::size_t i, OrderCopyLine const& line) {
        form.emplace(path("copies.listed", i, "text"), line.text);
        form.emplace(path("copies.listed", i, "copies"), written(line.copies));
    });
    put_rows(o.body, DeskLimits::body, [&](std::size_t i, std::string const& paragraph) {
        form.emplace(path("body", i), paragraph);
    });
    return form;
}

std::string_view value_in(FormValues const& form, std::string_view name) {
    auto const found = form.find(name);
    return found == form.end() ? std::string_view{} : std::string_view(found->second);
}

bool can_accept(FormValues const& shown, Finding const& finding) {
    if (finding.proposal.empty()) return false;
    auto const field = shown.find(finding.where);
    if (field == shown.end()) return false;
    if (finding.where == "dates.gregorian") {
        auto const now = bangla::parse_date(field->second);
        auto const then = bangla::parse_date(finding.proposal);
        if (now && then && now->date == then->date) return false;
    }
    return proposed(finding, field->second) != field->second;
}

FormValues with_accepted(Order const& read, FormValues const& form) {
    auto out = form;
    auto const shown = desk_form(read);
    for (std::size_t i = 0; i < read.findings.size(); ++i) {
        auto const& finding = read.findings[i];
        if (finding.proposal.empty() || !form.contains(path("accept", i))) continue;
        auto const before = shown.find(finding.where);
        auto const now = out.find(finding.where);
        if (before == shown.end() || now == out.end()) continue;
        // A slip mends one word of whatever stands there; all else gives way to what was typed.
        bool const slip = finding.rule == "mandates.finding_slip";
        if (slip || same_text(now->second, before->second))
            now->second = proposed(finding, now->second);
    }
    return out;
}

Result<Order> order_from_form(Order const& read, FormValues const& form) {
    DeskReader reader{form};
    Order out = read;
    reader.head(out);
    reader.closing(out);
    reader.lists(out);
    out.dates.agree = out.dates == read.dates ? read.dates.agree : agreement_of(out.dates);
    out.findings.clear();
    if (!reader.faults().empty()) return invalid(reader.faults());
    return out;
}

std::vector<Correction> corrections_in(Order const& read, FormValues const& form) {
    std::vector<Correction> found;
    auto const shown = desk_form(read);
    for (auto const* flag : {"cancels_earlier", "effective_at_once"})
        if (!form.contains(flag) && shown.contains(flag)) found.push_back({flag, "1", ""});
    for (auto const& [name, value] : form) {
        auto const before = value_in(shown, name);
        if (is_desk_field(name) && !same_text(value, before))
            found.push_back({name, std::string(before), tidied(value)});
    }
    return found;
}

Findings open_findings(Order const& read, FormValues const& form, Order const& corrected) {
    auto const corrections = corrections_in(read, form);
    auto bare = read;
    bare.findings.clear();
    Findings before;
    Findings after;
    examine_order(bare, before);
    examine_order(corrected, after);
    Findings open;
    for (auto const& finding : read.findings)
        if (among(before, finding) ? among(after, finding) : !touched(corrections, finding.where))
            open.push_back(finding);
    for (auto const& finding : after)
        if (!among(open, finding)) open.push_back(finding);
    return open;
}

} // namespace udb::mandates
