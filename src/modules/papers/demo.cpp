#include "modules/papers/demo.hpp"

#include "modules/offices/demo.hpp"
#include "modules/offices/offices.hpp"
#include "modules/papers/papers.hpp"
#include "modules/papers/wording.hpp"

namespace udb::papers {
namespace {

constexpr std::string_view ministry = "শ্রম ও কর্মসংস্থান মন্ত্রণালয়";
constexpr std::string_view series_base = "৪০.০০.০০০০.০০০.০৩৬.৩২.০০০৭.২৬";

OfficePaper showcasing(OfficePaper paper) {
    paper.about = "ইনোভেশন শোকেসিং আয়োজনের জন্য উপকমিটি গঠন";
    paper.blocks = {
        {.text = "শ্রম ও কর্মসংস্থান মন্ত্রণালয় ও আওতাধীন দপ্তর-সংস্থার উদ্ভাবনী উদ্যোগসমূহের শোকেসিং "
                 "আয়োজনের জন্য নিম্নবর্ণিত কর্মকর্তাদের সমন্বয়ে একটি উপকমিটি গঠন করা হলো:"},
        {.kind = BlockKind::table,
         .text = "ক্রম | কর্মকর্তার পদ | উপকমিটিতে ভূমিকা\n"
                 "১. | সিস্টেম এনালিস্ট, আইসিটি সেল | আহ্বায়ক\n"
                 "২. | সহকারী প্রোগ্রামার, আইসিটি সেল | সদস্য\n"
                 "৩. | প্রোগ্রামার, আইসিটি সেল | সদস্য-সচিব"},
        {.number = "২।", .text = "উপকমিটির কার্যপরিধি:"},
        {.kind = BlockKind::list,
         .text = "উদ্যোগের তালিকা আহ্বান ও বাছাই;\nশোকেসিংয়ের স্থান, সময় ও সূচি প্রস্তাব; এবং\n"
                 "আয়োজন শেষে প্রতিবেদন দাখিল।"},
        {.number = "৩।",
         .text = "যথাযথ কর্তৃপক্ষের অনুমোদনক্রমে এ আদেশ জারি করা হলো। এটি অবিলম্বে কার্যকর হবে।"}};
    paper.copies = {
        {.text = "অতিরিক্ত সচিব, প্রশাসন অনুবিভাগ, শ্রম ও কর্মসংস্থান মন্ত্রণালয়।"},
        {.text = "দপ্তর/সংস্থা প্রধান (সকল), শ্রম ও কর্মসংস্থান মন্ত্রণালয়ের আওতাধীন।", .copies = 7},
        {.text = "অফিস কপি।"}};
    return paper;
}

OfficePaper training(OfficePaper paper) {
    paper.about = "ইনোভেশন টিমের সদস্যদের প্রশিক্ষণে মনোনয়ন";
    paper.blocks = {
        {.text = "সেবা সহজীকরণ বিষয়ক দুই দিনের প্রশিক্ষণে ইনোভেশন টিমের সকল সদস্যকে মনোনয়ন দেওয়া হলো। "
                 "প্রশিক্ষণের স্থান ও সময় আইসিটি সেল থেকে জানানো হবে।"},
        {.number = "২।",
         .text = "যথাযথ কর্তৃপক্ষের অনুমোদনক্রমে এ আদেশ জারি করা হলো। এটি অবিলম্বে কার্যকর হবে।"}};
    paper.copies = {{.text = "ইনোভেশন টিমের সদস্য (সকল), শ্রম ও কর্মসংস্থান মন্ত্রণালয়।", .copies = 9},
                    {.text = "অফিস কপি।"}};
    return paper;
}

Header header_now(Db& db, Id<IssuedPaper> id) { return find_paper(db, id)->header; }

} // namespace

Done tell_demo(Work& plain) {
    auto const row = plain.db.one("select id from offices where name_bn = ?", ministry);
    if (!row || plain.db.one("select 1 from number_series limit 1")) return {};
    auto const office = row->get<Id<Office>>(0);
    auto const& words = bangla_words();
    Actor teller;
    auto work = offices::as_teller(plain, teller);
    for (auto const role : {Role::member_secretary, Role::head_of_office})
        teller.assignments.push_back({role, offices::find_office(work.db, office)->path()});
    auto const blank = TRY(draft_for(work.db, office, {}, words, work.today));

    TRY(set_series(work, office,
                   {.source = NumberSource::own, .base = std::string(series_base), .last = 11}));
    auto const first = TRY(draft(work, office, showcasing(blank)));
    TRY(submit(work, header_now(work.db, first)));
    // The demo is told by one teller; that a second person approves is not asked of a story.
    work.db.run("update records set stage = 'approved' where id = ?", first);
    TRY(issue(work,
              {.paper = first,
               .version = header_now(work.db, first).version,
               .memo = {},
               .date = work.today},
              words));

    // Since then the ministry takes its numbers from D-Nothi.
    auto series = series_of(work.db, office);
    series.source = NumberSource::dnothi;
    TRY(set_series(work, office, series));
    auto const second = TRY(draft(work, office, training(blank)));
    return submit(work, header_now(work.db, second));
}

} // namespace udb::papers
