#include "modules/reports/demo.hpp"

#include "modules/offices/demo.hpp"
#include "modules/reports/pages.hpp"

#include <algorithm>

namespace udb::reports {
namespace {

constexpr std::string_view ministry = "শ্রম ও কর্মসংস্থান মন্ত্রণালয়";

struct Told {
    std::string_view chapter;
    std::string_view text;
};

constexpr Told last_year[] = {
    {"summary",
     "এ অর্থবছরে মন্ত্রণালয়ের ইনোভেশন টিম সেবা সহজীকরণ ও অনলাইন সেবা চালুর কাজকে অগ্রাধিকার দিয়েছে। "
     "শ্রম পরিদর্শনের আবেদন নিষ্পত্তির ধাপ কমানো হয়েছে এবং আওতাধীন দপ্তরের উদ্ভাবনী উদ্যোগ নিয়ে শোকেসিং হয়েছে।\n"
     "কর্মপরিকল্পনার অর্জন ও সভার সিদ্ধান্ত এ প্রতিবেদনের সারণিগুলোতে আছে; প্রমাণক এ পদ্ধতিতে রাখা শুরু হয়েছে "
     "পরের অর্থবছর থেকে।"},
    {"team", "টিমটি মন্ত্রিপরিষদ বিভাগের ১৬ নভেম্বর ২০২৩ তারিখের প্রজ্ঞাপন অনুসারে গঠিত।"},
    {"plan",
     "কর্মপরিকল্পনার অধিকাংশ কার্যক্রম সময়মতো শেষ হয়েছে। তথ্য বাতায়ন হালনাগাদের কাজটি কারিগরি কারণে "
     "বছরের শেষ ত্রৈমাসিকে গড়ায়।"},
    {"ideas", "যে উদ্যোগগুলো চালু হয়েছে:\n"
              "- লাইসেন্স নবায়নের আবেদন অনলাইনে গ্রহণ ও নিষ্পত্তি;\n"
              "- শ্রমিকের অভিযোগ জানানোর হেল্পলাইনের তথ্য এক জায়গায় সংরক্ষণ;\n"
              "- সভার নোটিশ ও কার্যবিবরণী ই-নথিতে জারি।"},
    {"services", "লাইসেন্স নবায়নে আগে তিনবার দপ্তরে আসতে হতো; এখন একবারও আসতে হয় না।"},
    {"trainings", "টিমের সদস্যরা সেবা সহজীকরণ বিষয়ক প্রশিক্ষণে অংশ নিয়েছেন।"},
    {"budget", "উদ্ভাবন খাতে আলাদা বরাদ্দ ছিল না; আইসিটি সেলের নিয়মিত বরাদ্দ থেকে ব্যয় মেটানো হয়েছে।"},
    {"challenges", "মাঠ পর্যায়ের দপ্তরে ইন্টারনেটের গতি কম। পরের অর্থবছরে প্রমাণক সংরক্ষণ ও সভার সিদ্ধান্ত "
                   "অনুসরণ এ পদ্ধতিতে করা হবে।"},
};

constexpr Told this_year[] = {
    {"summary",
     "অর্থবছর শেষে এখানে সারসংক্ষেপ লেখা হবে। এখন পর্যন্ত: টিমের সভা নিয়মিত হয়েছে এবং কর্মপরিকল্পনা "
     "সমন্বয় সভায় অনুমোদিত হয়েছে।"},
};

Work on(Work const& work, Date day) {
    return {.db = work.db, .actor = work.actor, .today = day, .now = Instant{day}};
}

Done write(Work& work, Id<Report> id, std::span<Told const> texts) {
    for (auto const& told : texts)
        TRY(save_chapter(
            work,
            {.report = id, .chapter = std::string(told.chapter), .body = std::string(told.text)}));
    return {};
}

Header header_now(Db& db, Id<Report> id) { return find_report(db, id)->header; }

Done tell_last_year(Work& work, Id<Office> office, int year) {
    auto const first = bangla::days_of(bangla::FiscalYear{year + 1}).first;
    auto const day = [&](int after) {
        return std::min(work.today, first + std::chrono::days{after});
    };
    auto writing = on(work, day(5));
    auto const id = TRY(begin(writing, {.office = office, .fiscal_year = year}));
    TRY(write(writing, id, last_year));
    auto submitting = on(work, day(15));
    TRY(submit(submitting, header_now(work.db, id)));
    // The demo is told by one teller; that a second person approves is not asked of a story.
    Actor secretary = work.actor;
    secretary.name = {"সচিব, শ্রম ও কর্মসংস্থান মন্ত্রণালয়",
                      "Secretary, Ministry of Labour and Employment"};
    auto const approved_on = day(19);
    Work approving{
        .db = work.db, .actor = secretary, .today = approved_on, .now = Instant{approved_on}};
    auto content = assembled(work.db, *find_report(work.db, id), approved_on, approving.now, true);
    content.approved_on = approved_on;
    content.approver = secretary.name.bn;
    TRY(approve(approving, header_now(work.db, id), made_files(std::move(content))));
    auto sending = on(work, day(23));
    std::string_view const receipt = "মন্ত্রিপরিষদ বিভাগের প্রেরণ শাখায় হাতে হাতে পৌঁছানো হয়েছে।";
    auto const file = TRY(check_file(
        work.db.contents(), {.name = "receipt.txt", .media_type = "text/plain", .bytes = receipt}));
    TRY(send(sending, header_now(work.db, id),
             {.on = sending.today, .channel = papers::Channel::hand, .file = file}));
    auto publishing = on(work, day(24));
    TRY(publish(publishing, header_now(work.db, id)));
    auto hearing = on(work, day(26));
    return acknowledge(hearing, header_now(work.db, id),
                       {.on = hearing.today, .note = "প্রাপ্তি স্বীকার করে ই-মেইল পাওয়া গেছে।"});
}

} // namespace

Done tell_demo(Work& told) {
    if (told.db.one("select 1 from reports limit 1") || !told.db.keeps_files()) return {};
    auto const row = told.db.one("select id from offices where name_bn = ?", ministry);
    if (!row) return {};
    auto const office = row->get<Id<Office>>(0);
    Actor teller;
    auto work = offices::as_teller(told, teller);
    auto const year = bangla::fiscal_year(work.today).start;
    TRY(tell_last_year(work, office, year - 1));
    auto const now = TRY(begin(work, {.office = office, .fiscal_year = year}));
    return write(work, now, this_year);
}

} // namespace udb::reports
