#include "modules/handover/demo.hpp"

#include "base/ensure.hpp"
#include "modules/handover/handover.hpp"
#include "modules/offices/demo.hpp"
#include "modules/people/people.hpp"

namespace udb::handover {
namespace {

constexpr std::string_view ministry = "শ্রম ও কর্মসংস্থান মন্ত্রণালয়";
constexpr std::string_view directorate = "শ্রম অধিদপ্তর";

struct Moving {
    std::string_view office, title, unit;
    Bilingual comes;
    std::string_view memo;
    std::string_view note;
    int days_ago;
};

constexpr Moving acknowledged{
    ministry,
    "উপসচিব",
    "বাজেট অধিশাখা",
    {"মোছাঃ নিলুফার ইয়াসমিন", "Mst. Nilufar Yasmin"},
    "০৫.০০.০০০০.১৩০.১৯.০০১.২৬-২০৯",
    "উদ্ভাবন খাতের বরাদ্দের প্রথম কিস্তির হিসাব আইসিটি সেলের নথিতে আছে।\n"
    "শোকেসিংয়ের ব্যয়ের প্রাক্কলন যুগ্মসচিব (বাজেট) মহোদয়ের সঙ্গে আলোচনা করা হয়েছে; লিখিত অনুমোদন বাকি।",
    9};
constexpr Moving waiting{directorate,
                         "পরিচালক",
                         "প্রশাসন শাখা",
                         {"মোঃ শফিকুল ইসলাম খান", "Md. Shafiqul Islam Khan"},
                         "৪০.০০.০০০০.০০০.০১৬.১৯.০০০২.২৬.১৩১",
                         "",
                         2};

/// The transfer, and the sheet that follows from it; none where nobody held the post.
Result<std::optional<HandoverRecord>> moved(Work& work, Moving const& m) {
    auto const post = offices::post_named(work.db, m.office, m.title, m.unit);
    ENSURE(post, "a post of the demo: " + std::string(m.title));
    auto const from = work.today - std::chrono::days{m.days_ago};
    auto const comes = TRY(people::add_officer(
        work, {.name_bn = std::string(m.comes.bn), .name_en = std::string(m.comes.en)}));
    TRY(people::transfer(work, {.transfer = {.post = *post, .comes = comes, .from = from},
                                .memo = std::string(m.memo)}));
    auto const row =
        work.db.one("select id from handovers where post = ? and first_day = ?", *post, iso(from));
    if (!row) return std::optional<HandoverRecord>{};
    auto found = find_handover(work.db, row->get<Id<Handover>>(0));
    if (found && !m.note.empty()) {
        TRY(write_note(work, found->header, std::string(m.note)));
        found = find_handover(work.db, found->id());
    }
    return found;
}

} // namespace

/// Those of earlier transfers were taken over in their time.
Done taken_over(Work const& work, Actor& teller) {
    for (auto const& line : handovers_for(work.db, {.scope = {.everywhere = true}}, 200)) {
        auto const h = find_handover(work.db, line.id);
        if (!h || !h->comer || h->sheet.acknowledged_on) continue;
        teller.officer = h->comer;
        teller.name = h->sheet.comer;
        Work then{.db = work.db,
                  .actor = teller,
                  .today = h->sheet.first_day + std::chrono::days{2},
                  .now = work.now};
        TRY(acknowledge(then, h->header));
    }
    return {};
}

Done tell_demo(Work& told) {
    auto const known = told.db.one("select 1 from handovers where memo = ?", waiting.memo);
    if (known || !offices::post_named(told.db, ministry, acknowledged.title, acknowledged.unit))
        return {};
    Actor teller;
    auto work = offices::as_teller(told, teller);
    TRY(moved(work, acknowledged));
    Actor successor;
    TRY(taken_over(work, successor));
    TRY(moved(work, waiting));
    return {};
}

} // namespace udb::handover
