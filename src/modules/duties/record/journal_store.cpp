#include "modules/duties/record/journal_store.hpp"

#include <algorithm>
#include <array>

namespace udb::duties {
namespace {

constexpr Bilingual minutes{"কার্যবিবরণী", "Minutes"};
constexpr Bilingual papers{"পত্র ও আদেশ", "Papers and orders"};
constexpr Bilingual plans{"কর্মপরিকল্পনা ও অগ্রগতি", "Work plans and progress"};
constexpr Bilingual reports{"প্রতিবেদন", "Reports"};

/// An act that is work of one's own, as the journal names it. Taking part, deciding and keeping
/// evidence their modules tell themselves.
struct Act {
    std::string_view event;
    Bilingual group;
    Bilingual what;
};
constexpr std::array acts{
    Act{"meeting.minuted", minutes, {"কার্যবিবরণী প্রণয়ন", "wrote the minutes"}},
    Act{"paper.drafted", papers, {"খসড়া প্রণয়ন", "drafted"}},
    Act{"paper.approved", papers, {"অনুমোদন", "approved"}},
    Act{"paper.issued", papers, {"জারি", "issued"}},
    Act{"plan.drafted", plans, {"খসড়া প্রণয়ন", "drafted"}},
    Act{"plan.submitted", plans, {"অনুমোদনের জন্য পেশ", "submitted for approval"}},
    Act{"plan.progress_told", plans, {"অগ্রগতি জানানো", "told the progress"}},
    Act{"plan.period_submitted", plans, {"অগ্রগতি প্রতিবেদন দাখিল", "submitted a progress report"}},
    Act{"plan.self_assessed", plans, {"স্ব-মূল্যায়ন", "self-assessed"}},
    Act{"report.chapter_saved", reports, {"অধ্যায় লেখা", "wrote chapters"}},
    Act{"report.submitted", reports, {"অনুমোদনের জন্য পেশ", "submitted for approval"}},
    Act{"report.approved", reports, {"অনুমোদন", "approved"}},
    Act{"report.sent", reports, {"প্রেরণ", "sent"}},
    Act{"report.published", reports, {"প্রকাশ", "published"}},
};
constexpr int lines_most = 500;
/// Days begin at midnight in Bangladesh.
constexpr std::chrono::hours ahead{6};

Message how_of(Act const& act, std::int64_t often) {
    Message how{"duties.record_did", {{"what", BilingualText{act.what}}}};
    if (often == 1) return how;
    how.key = "duties.record_did_often";
    how.args.emplace_back("count", often);
    return how;
}

} // namespace

std::vector<Contribution> acts_of(Db& db, Id<Officer> officer, Date from, Date until) {
    std::string gaps;
    std::vector<Param> params{Param(officer), Param(Instant{from} - ahead),
                              Param(Instant{until + std::chrono::days{1}} - ahead)};
    for (auto const& act : acts) {
        gaps += gaps.empty() ? "?" : ", ?";
        params.emplace_back(act.event);
    }
    params.emplace_back(lines_most);
    std::vector<std::pair<std::size_t, Contribution>> found;
    for (auto const& row : db.all_of(
             "select e.kind, count(*), min(e.at), max(e.at), r.id, r.title_bn, r.title_en, "
             "r.office_path, r.kind from accounts a join events e on e.account_id = a.id "
             "join records r on r.id = e.record_id where a.officer = ? and e.at >= ? and e.at < ? "
             "and e.kind in ("
                 + gaps
                 + ") group by e.kind, r.id, r.title_bn, r.title_en, r.office_path, r.kind "
                   "order by max(e.at) desc, r.id limit ?",
             params)) {
        auto const act = std::ranges::find(acts, row.get<std::string_view>(0), &Act::event);
        auto const first = day_of(row.get<Instant>(2)), last = day_of(row.get<Instant>(3));
        found.emplace_back(act - acts.begin(),
                           Contribution{.group = act->group,
                                        .what = {row.get<std::string>(5), row.get<std::string>(6)},
                                        .how = how_of(*act, row.get<std::int64_t>(1)),
                                        .from = first,
                                        .until = first == last ? std::nullopt : std::optional(last),
                                        .lasts = first != last,
                                        .kind = row.get<std::string>(8),
                                        .record = row.get<Id<Record>>(4),
                                        .office_path = row.get<std::string>(7)});
    }
    std::ranges::stable_sort(found, {}, [](auto const& one) { return one.first; });
    std::vector<Contribution> out;
    for (auto& [place, one] : found)
        out.push_back(std::move(one));
    return out;
}

} // namespace udb::duties
