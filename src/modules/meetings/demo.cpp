#include "modules/meetings/demo.hpp"

#include "modules/holidays/holidays.hpp"
#include "modules/meetings/actions.hpp"
#include "modules/meetings/meeting_store.hpp"
#include "modules/meetings/roster_store.hpp"
#include "modules/meetings/standing_store.hpp"
#include "modules/offices/demo.hpp"

#include <algorithm>

namespace udb::meetings {
namespace {

constexpr std::string_view ministry = "শ্রম ও কর্মসংস্থান মন্ত্রণালয়";
constexpr std::string_view ict = "আইসিটি সেল";

enum class Fate { open, told, done };

struct ToldDecision {
    std::string_view text;
    std::string_view title, unit; ///< of the post that carries it out
    int due_after = 0;            ///< days after the meeting; 0: without a date
    Fate fate = Fate::open;
    std::string_view told = {};
};

struct ToldItem {
    std::string_view title;
    std::string_view discussion;
    std::span<ToldDecision const> decisions = {};
};

constexpr ToldDecision services_decided[] = {
    {"সেবা প্রদান প্রতিশ্রুতির হালনাগাদ তালিকা ওয়েবসাইটে প্রকাশ করতে হবে।", "প্রোগ্রামার", ict, 20,
     Fate::done, "তালিকা হালনাগাদ করে মন্ত্রণালয়ের ওয়েবসাইটে প্রকাশ করা হয়েছে।"},
    {"কারখানার লাইসেন্স নবায়ন সেবার ধাপ কমানোর প্রস্তাব দিতে হবে।", "যুগ্মসচিব", "শ্রম অধিশাখা", 35,
     Fate::told, "ধাপ ও সময়ের হিসাব নেওয়া হয়েছে; মাঠ পর্যায়ের মতামত এখনো আসেনি।"}};
constexpr ToldDecision ideas_decided[] = {
    {"দপ্তর-সংস্থা থেকে উদ্ভাবনী ধারণা আহ্বান করে পত্র দিতে হবে।", "সিস্টেম এনালিস্ট", ict, 120}};
constexpr ToldItem autumn[] = {
    {"কর্মপরিকল্পনার বাস্তবায়ন অগ্রগতি পর্যালোচনা",
     "সদস্য-সচিব প্রথম ত্রৈমাসিকের অগ্রগতি উপস্থাপন করেন। সেবা সহজিকরণের সূচকে অগ্রগতি লক্ষ্যমাত্রার চেয়ে কম বলে সদস্যগণ মত দেন।",
     services_decided},
    {"উদ্ভাবনী ধারণা সংগ্রহ",
     "গত বছরের তুলনায় ধারণার সংখ্যা কম; দপ্তর-সংস্থাগুলোকে যুক্ত করার বিষয়ে আলোচনা হয়।", ideas_decided}};

constexpr ToldDecision spring_decided[] = {
    {"টিমের সদস্যদের জন্য সেবা সহজিকরণ প্রশিক্ষণের আয়োজন করতে হবে।", "উপসচিব", "প্রশাসন অধিশাখা", 60,
     Fate::done, "দুই দিনের প্রশিক্ষণ আয়োজন করা হয়েছে।"}};
constexpr ToldItem spring[] = {
    {"নবগঠিত ইনোভেশন টিমের কার্যপরিধি",
     "অফিস আদেশে বর্ণিত কার্যাবলি পাঠ করা হয় এবং সদস্যদের মধ্যে দায়িত্ব ভাগ করা হয়।"},
    {"কর্মপরিকল্পনার বাস্তবায়ন অগ্রগতি", "চলতি বছরের কার্যক্রমগুলোর অবস্থা একে একে পর্যালোচনা করা হয়।",
     spring_decided}};

constexpr ToldDecision approval[] = {{"ই-গভর্ন্যান্স ও উদ্ভাবন কর্মপরিকল্পনা অনুমোদন করা হলো।",
                                      "অতিরিক্ত সচিব", "প্রশাসন অনুবিভাগ", 0, Fate::done,
                                      "অনুমোদিত কর্মপরিকল্পনা অনুযায়ী কার্যক্রম শুরু হয়েছে।"}};
constexpr ToldItem july[] = {
    {"বার্ষিক কর্মপরিকল্পনা অনুমোদন",
     "ইনোভেশন টিমের প্রধান নতুন অর্থবছরের কর্মপরিকল্পনা উপস্থাপন করেন। আলোচনা শেষে সভা তা অনুমোদন করে।",
     approval},
    {"আইসিটি কার্যক্রমের বাজেট", "আইসিটি খাতের বরাদ্দ ও ব্যয়ের পরিকল্পনা উপস্থাপন করা হয়।"}};
constexpr ToldItem monthly[] = {
    {"ইনোভেশন টিমের কার্যক্রমের অগ্রগতি",
     "কর্মপরিকল্পনার অগ্রগতি উপস্থাপন করা হয়; সচিব মহোদয় সময়সীমা মেনে চলার নির্দেশনা দেন।"},
    {"আইসিটি কার্যক্রমের বাজেট ও প্রকল্পের অগ্রগতি",
     "আইসিটি খাতের ব্যয় ও প্রকল্পের অগ্রগতি পর্যালোচনা করা হয়।"}};

class Telling {
public:
    Telling(Work& told, Id<Office> office)
        : told_(told), office_(office), path_(offices::find_office(told.db, office)->path()) {
        teller_ = told.actor;
        for (auto const role : {Role::member_secretary, Role::head_of_office})
            teller_.assignments.push_back({role, path_});
    }

    /// Called two weeks before; held and minuted where its day is over.
    Result<Id<Meeting>> meeting(MeetingKind kind, Date day, std::span<ToldItem const> items) {
        auto early = on(std::min(day - std::chrono::days{14}, told_.today));
        Calling calling{.office = office_,
                        .kind = kind,
                        .title = title_of(kind, day),
                        .when = {.day = day,
                                 .begins = Clock{(kind == MeetingKind::team ? 11 : 10) * 60},
                                 .lasts = std::chrono::minutes{90},
                                 .place = "মন্ত্রণালয়ের সভাকক্ষ"},
                        .people = people(kind, day)};
        for (auto const& item : items)
            calling.agenda.emplace_back(item.title);
        auto const id = TRY(call_meeting(early, calling));
        if (day >= told_.today) return id;
        TRY(held(id, day));
        TRY(minuted(id, day, kind, items));
        return id;
    }

    /// Before the team was formed nobody could be called.
    bool has_people(MeetingKind kind, Date day) const { return !people(kind, day).empty(); }

    Done confirmed(Id<Meeting> id, Id<Meeting> in) {
        auto const later = find_meeting(told_.db, in);
        if (!later || !later->took_place()) return {};
        auto work = on(later->when.day);
        return confirm(work, find_meeting(told_.db, id)->header, {.in = in});
    }

    /// The next meeting's day is declared a holiday, a week after it was called.
    Done holiday() {
        auto const year = bangla::days_of(bangla::fiscal_year(told_.today));
        for (auto const& line : meetings_of(told_.db, path_, told_.today, year.last)) {
            if (line.stage != Stage::called || line.day <= told_.today) continue;
            TRY(holidays::declare(told_, {.office = office_,
                                          .first_day = line.day,
                                          .name_bn = "নির্বাহী আদেশে বিশেষ ছুটি (নমুনা)",
                                          .name_en = "Special holiday by executive order (sample)",
                                          .authority = "জনপ্রশাসন মন্ত্রণালয়",
                                          .memo = "০৫.০০.০০০০.১৭৩.০৮.০০১.২৬-২০২",
                                          .issued_on = told_.today,
                                          .reason = "নমুনা: শেষ মুহূর্তে ঘোষিত ছুটি"}));
            break;
        }
        return {};
    }

private:
    Work on(Date day) {
        return {.db = told_.db,
                .actor = teller_,
                .today = day,
                .now = Instant{day} + std::chrono::hours{6}};
    }

    static BilingualText title_of(MeetingKind kind, Date day);

    std::vector<Attendee> people(MeetingKind kind, Date day) const {
        std::vector<Attendee> out;
        for (auto const& u : usual_posts(told_.db, office_, day)) {
            bool const wanted = kind == MeetingKind::team ? u.seat : u.post.post.office == office_;
            if (!wanted || out.size() >= 12) continue;
            bool const chairs =
                kind == MeetingKind::team ? u.leads && out.empty() : u.post.post.is_head;
            out.push_back({.post = u.post.id, .chair = chairs});
        }
        if (std::ranges::none_of(out, &Attendee::chair) && !out.empty()) out.front().chair = true;
        return out;
    }

    Done held(Id<Meeting> id, Date day) {
        auto work = on(day);
        auto const m = find_meeting(told_.db, id);
        Attendance attendance{.when = m->when, .people = m->people};
        int no = 0;
        for (auto& p : attendance.people) {
            ++no;
            p.presence = Presence::present;
            if (p.chair) continue;
            if (no == 3) p.presence = Presence::online;
            if (no == 5) p.presence = Presence::leave;
            if (no == 6) {
                p.presence = Presence::substitute;
                p.substitute = "মোঃ আব্দুল হান্নান, উপসচিব";
            }
        }
        return hold(work, m->header, attendance);
    }

    Done minuted(Id<Meeting> id, Date day, MeetingKind kind, std::span<ToldItem const> told) {
        auto work = on(day);
        for (auto item : items_of(told_.db, id)) {
            auto const said = std::ranges::find(told, item.title, &ToldItem::title);
            if (said == told.end()) continue;
            item.discussion = said->discussion;
            TRY(write_item(work, item));
            for (auto const& d : said->decisions)
                TRY(decided(item, d, day));
        }
        auto after = on(std::min(day + std::chrono::days{3}, told_.today));
        return minute(after, find_meeting(told_.db, id)->header, kind == MeetingKind::team);
    }

    Done decided(Item const& item, ToldDecision const& d, Date day) {
        auto work = on(day);
        auto const post = offices::post_named(told_.db, ministry, d.title, d.unit);
        std::optional<Date> due;
        if (d.due_after > 0) due = day + std::chrono::days{d.due_after};
        auto const id = TRY(decide(work, {.item = item.id,
                                          .text = std::string(d.text),
                                          .responsible = post.value_or(Id<Post>{}),
                                          .due = due}));
        if (d.fate == Fate::open) return {};
        auto const late = day + std::chrono::days{d.due_after > 0 ? d.due_after - 5 : 1};
        auto then = on(std::min(late, told_.today));
        auto const header = find_record(told_.db, decision_kind, as_record(id));
        if (d.fate == Fate::told) return tell_progress(then, *header, std::string(d.told));
        return finish(then, *header, {.on = then.today, .note = std::string(d.told)});
    }

    Work& told_;
    Id<Office> office_;
    std::string path_;
    Actor teller_ = {};
};

BilingualText Telling::title_of(MeetingKind kind, Date day) {
    auto const slot = Slot{.days = slot_with(day, Cadence::monthly)};
    auto const month = bangla_words()(slot.name());
    return {std::string(kind == MeetingKind::team ? "ইনোভেশন টিমের সভা" : "মাসিক সমন্বয় সভা") + ", "
                + month,
            {}};
}

} // namespace

Done tell_demo(Work& plain) {
    auto const row = plain.db.one("select id from offices where name_bn = ?", ministry);
    if (!row || plain.db.one("select 1 from meetings limit 1")) return {};
    auto const office = row->get<Id<Office>>(0);
    Actor teller;
    auto work = offices::as_teller(plain, teller);
    Telling telling(work, office);
    holidays::Calendars const calendars(work.db, plain.today);
    auto const calendar = calendars.of(offices::find_office(work.db, office)->path());
    auto const year = bangla::fiscal_year(plain.today);
    Pattern const thursdays{.weekday = std::chrono::Thursday, .nth = 2, .month_of_quarter = 3};
    Pattern const mondays{.weekday = std::chrono::Monday, .nth = 2};

    // The year before: a meeting of the team in the third quarter, and none in the fourth.
    auto const before = proposed({year.start - 1}, Cadence::quarterly, thursdays, calendar)[2].date;
    std::optional<Id<Meeting>> last;
    if (telling.has_people(MeetingKind::team, before))
        last = TRY(telling.meeting(MeetingKind::team, before, spring));
    for (auto const& p : proposed(year, Cadence::quarterly, thursdays, calendar)) {
        if (p.slot.first > plain.today) break;
        if (!telling.has_people(MeetingKind::team, p.date)) continue;
        auto const id = TRY(telling.meeting(MeetingKind::team, p.date, autumn));
        if (last) TRY(telling.confirmed(*last, id));
        last = find_meeting(work.db, id)->took_place() ? std::optional(id) : std::nullopt;
    }
    std::optional<Id<Meeting>> coordination;
    for (bangla::FiscalYear const in : {bangla::FiscalYear{year.start - 1}, year})
        for (auto const& p : proposed(in, Cadence::monthly, mondays, calendar)) {
            if (p.date >= plain.today) break;
            bool const first = p.slot.first == bangla::days_of(in).first;
            auto const id = TRY(telling.meeting(MeetingKind::coordination, p.date,
                                                first ? std::span<ToldItem const>(july) : monthly));
            if (coordination) TRY(telling.confirmed(*coordination, id));
            coordination = id;
        }
    return telling.holiday();
}

} // namespace udb::meetings
