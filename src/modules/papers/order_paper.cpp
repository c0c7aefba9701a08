#include "modules/papers/order_paper.hpp"

#include "bangla/calendar/bangla_date.hpp"
#include "bangla/text/digits.hpp"
#include "kernel/mandate_terms.hpp"
#include "modules/papers/wording.hpp"

namespace udb::papers {
namespace {

using bangla::Block;
using mandates::Order;

std::string joined(std::vector<std::string> const& parts, std::string_view between) {
    std::string out;
    for (auto const& part : parts)
        if (!part.empty()) out += (out.empty() ? "" : std::string(between)) + part;
    return out;
}

/// Papers of the সাধু register betray it by their verbs.
Style style_of(Order const& order) {
    for (auto const& paragraph : order.body)
        for (std::string_view const verb : {"হইল", "হইবে", "হইতে", "করিয়া"})
            if (paragraph.find(verb) != paragraph.npos) return Style::sadhu;
    return Style::cholit;
}

class Setting {
public:
    Setting(Order const& order, Words const& words)
        : order_(order), words_(words), style_(style_of(order)) {}

    std::vector<Block> blocks() {
        head();
        body();
        signature();
        copies();
        return std::move(blocks_);
    }

private:
    void add(Block block) { blocks_.push_back(std::move(block)); }

    bangla::Dates dates() const {
        auto const& d = order_.dates;
        return dates_of(words_,
                        d.bangla.empty() ? std::string()
                                         : words_("papers.bangla_era", {{"date", d.bangla}}),
                        d.gregorian);
    }
    std::string memo() const {
        return order_.memo ? words_("papers.memo_line", {{"memo", order_.memo->raw}}) : "";
    }

    void head() {
        auto const& h = order_.head;
        add(bangla::Head{.lines = {h.government, h.office, h.section}, .website = h.website});
        add(bangla::MemoDate{.memo = memo(), .dates = dates()});
        if (!order_.title.empty()) add(bangla::Title{order_.title});
        if (!order_.subject.empty())
            add(bangla::Subject{.label = words_("papers.subject_label"), .text = order_.subject});
        if (!order_.references.empty())
            add(bangla::References{.label = words_("papers.references_label"),
                                   .texts = order_.references});
    }

    /// The paragraphs, `রাষ্ট্রপতির আদেশক্রমে` left to the signature.
    std::vector<std::string> paragraphs() const {
        auto all = order_.body;
        if (!all.empty() && all.back().starts_with(words_("papers.by_order_start"))) all.pop_back();
        return all;
    }

    void body() {
        auto const all = paragraphs();
        auto const first = std::min<std::size_t>(1, all.size());
        auto const last = all.size() < 2 ? all.size() : all.size() - 1;
        auto const& at = order_.places;
        for (std::size_t i = 0; i <= all.size(); ++i) {
            if (i == std::min(at.tiers.value_or(first), all.size())) tiers();
            if (i == std::min(at.seats.value_or(first), all.size())) seats();
            if (i == std::min(at.functions.value_or(last), all.size())) functions();
            if (i < all.size()) add(numbered(all[i]));
        }
    }

    void tiers() {
        if (order_.tiers.empty()) return;
        bangla::Table table{.columns = {{.width = 2}, {.width = 2.4}, {.width = 6}}};
        table.head.push_back({{{words_("papers.column_tier")},
                               {words_("papers.column_role")},
                               {words_("papers.column_officers")}}});
        for (auto const& t : order_.tiers) {
            auto const tier = term_with_id<Tier>(t.tier);
            auto const leader = term_with_id<SeatRole>(t.leader_role);
            table.rows.push_back({{{tier ? words_(label_of(*tier)).data() : t.tier},
                                   {leader ? std::string(words_(label_of(*leader))) : ""},
                                   {t.leader}}});
            bangla::Cell members;
            for (auto const& m : t.members)
                members.items.push_back({.label = "•", .text = m});
            if (!t.members.empty())
                table.rows.push_back(
                    {{{}, {std::string(words_(label_of(SeatRole::member)))}, std::move(members)}});
        }
        add(std::move(table));
    }

    void seats() {
        if (order_.seats.empty()) return;
        auto table = seat_table(words_);
        for (auto const& s : order_.seats) {
            auto const role = term_with_id<SeatRole>(s.role);
            auto who = s.text;
            if (who.empty())
                who = joined(s.posts, "/") + (s.unit.empty() ? "" : " (" + s.unit + ")");
            if (who.find(s.person) == who.npos) who.insert(0, s.person + ", ");
            auto const said = !s.role_text.empty() ? s.role_text
                              : role               ? std::string(words_(label_of(*role)))
                                                   : "";
            table.rows.push_back({{{bangla::bangla_number(s.no) + "."}, {who}, {said}}});
        }
        add(std::move(table));
    }

    void functions() {
        bangla::List list;
        for (auto const& f : order_.functions)
            list.items.push_back(
                {.label = "(" + bangla::bangla_number(f.no) + ")", .text = f.text});
        if (!list.items.empty()) add(std::move(list));
    }

    void signature() {
        if (!order_.signatory) return;
        auto const& who = *order_.signatory;
        bangla::Signature s{.name = who.name, .post = who.post, .contacts = {who.office}};
        if (order_.kind == "notification") s.by_order = words_("papers.by_order");
        if (auto const day = who.date ? who.date : order_.dates.gregorian)
            s.date = short_date(*day);
        for (auto const& [key, value] :
             {std::pair{"papers.phone_line", who.phone}, std::pair{"papers.fax_line", who.fax},
              std::pair{"papers.email_line", who.email}})
            if (!value.empty()) s.contacts.push_back(words_(key, {{"value", value}}));
        signed_ = {.by_order = {}, .date = s.date, .name = s.name, .post = s.post, .contacts = {}};
        add(std::move(s));
    }

    void copies() {
        auto const& c = order_.copies;
        if (c.listed.empty()) return;
        bangla::CopyBlock block{.dates = dates(),
                                .heading = words_(worded(style_, "copies_heading"))};
        if (order_.memo)
            block.memo = c.stated ? copies_memo(words_, order_.memo->raw, *c.stated) : memo();
        for (auto const& line : c.listed)
            block.recipients.push_back(
                {.label = bangla::bangla_number(line.no) + "।", .text = line.text});
        block.signature = signed_;
        add(std::move(block));
    }

    Order const& order_;
    Words const& words_;
    Style style_;
    bangla::Signature signed_ = {};
    std::vector<Block> blocks_ = {};
};

} // namespace

bangla::Paragraph numbered(std::string_view text) {
    constexpr std::string_view danda = "।";
    auto const end = text.find(danda);
    constexpr std::size_t digits_bytes_max = 9; // three Bangla digits
    if (end == text.npos || end == 0 || end > digits_bytes_max) return {.text = std::string(text)};
    for (char const c : bangla::ascii_digits(text.substr(0, end)))
        if (c < '0' || c > '9') return {.text = std::string(text)};
    auto rest = text.substr(end + danda.size());
    rest.remove_prefix(std::min(rest.find_first_not_of(' '), rest.size()));
    return {.text = std::string(rest), .number = std::string(text.substr(0, end + danda.size()))};
}

bangla::Paper order_paper(Order const& order, Words const& words, Instant now) {
    bangla::Paper paper;
    auto const memo = order.memo ? order.memo->raw : "";
    paper.meta = {.title = joined({order.title, order.subject, memo}, ", "),
                  .author = order.head.office,
                  .subject = order.subject,
                  .created = order.dates.gregorian ? midnight(*order.dates.gregorian) : now};
    paper.blocks = Setting(order, words).blocks();
    return paper;
}

} // namespace udb::papers
