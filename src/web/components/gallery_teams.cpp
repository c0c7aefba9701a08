// Examples of what the pages of teams, orders and papers are made of.
#include "web/components/components.hpp"
#include "web/components/gallery.hpp"

namespace udb::ui {
namespace {

GalleryEntry verdicts(Words const& words, Say const& say) {
    using enum Verdict;
    auto const banner = [&](Verdict state, std::string sentence) {
        return verdict_banner(words, {.verdict = state, .sentence = std::move(sentence)});
    };
    return {
        "status",
        say("অবস্থা ও রায়", "States and verdicts"),
        {{say("অবস্থা", "States"),
          html::p(status({say("বলবৎ", "In force"), Status::Tone::good}), " ",
                  status({say("খসড়া", "Draft"), Status::Tone::waiting}), " ",
                  status({say("বাতিল", "Cancelled"), Status::Tone::bad}), " ",
                  status({say("প্রতিস্থাপিত", "Superseded"), Status::Tone::past}), " ",
                  status({say("উপজেলা", "Upazila")}))},
         {say("সামগ্রিক রায়", "Verdicts on the whole"),
          banner(met, say("সব বিধি পূরণ হয়েছে।", "Every rule is met."))
              + banner(not_met, say("১০টি বিধির ২টি পূরণ হয়নি।", "2 of 10 rules are not met."))
              + banner(cannot_tell, say("৩ জনের অভিজ্ঞতা লিপিবদ্ধ নেই।",
                                        "The capacities of 3 members are not recorded."))},
         {say("বিধিগুলো", "The rules"),
          rule_list(
              words,
              {{.verdict = met,
                .paragraph = say("প্রজ্ঞাপন ২০২৩, অনুচ্ছেদ ২", "Notification 2023, paragraph 2"),
                .asks = say("টিমপ্রধান অতিরিক্ত সচিব পর্যায়ের।",
                            "The leader has the rank of additional secretary."),
                .by = say("১ নম্বর আসন", "Seat 1")},
               {.verdict = not_met,
                .paragraph = say("প্রজ্ঞাপন ২০২৩, অনুচ্ছেদ ২", "Notification 2023, paragraph 2"),
                .asks = say("পরিকল্পনার কাজে যুক্ত একজন সদস্য আছেন।", "One member works in planning."),
                .mend = say("পরিকল্পনা অধিশাখার একজনকে মনোনয়ন দিন।",
                            "Nominate someone from the planning branch.")}})}}};
}

GalleryEntry doubts(Words const& words, Say const& say) {
    using enum FindingLine::Severity;
    return {
        "findings",
        say("পাঠের পর্যবেক্ষণ", "Findings"),
        {{say("তিন মাত্রার", "Of three grades"),
          findings(
              words,
              {{error, say("তারিখ", "Dates"),
                say("বাংলা ও খ্রিস্টীয় তারিখ এক দিনের নয়।", "The two dates are not the same day.")},
               {warning, say("৩ নম্বর আসন", "Seat 3"),
                say("“পরিচালনা” সম্ভবত “পরিকল্পনা”; অনুলিপির তালিকায় তা-ই আছে।",
                    "“Operations” is probably “Planning”, as the copy list has it."),
                link({.text = say("ঠিক করুন", "Correct it"), .href = "#tier"})},
               {note, say("অনুলিপি", "Copies"),
                say("লেখা আছে ২০টি, তালিকায়ও ২০টি।", "20 are stated and 20 are listed.")}})}}};
}

GalleryEntry seats(Words const& words, Say const& say) {
    return {"seat_card",
            say("টিমের আসন", "Seats of a team"),
            {{say("প্রধান, সদস্য ও শূন্য পদ", "A leader, a member and a vacancy"),
              seat_cards(
                  words,
                  {{.no = 1,
                    .role = say("চিফ ইনোভেশন অফিসার", "Chief Innovation Officer"),
                    .post = say("অতিরিক্ত সচিব (প্রশাসন)", "Additional Secretary (Administration)"),
                    .holder = say("ড. নাসরিন সুলতানা", "Dr Nasrin Sultana"),
                    .holder_note = say("অতিরিক্ত দায়িত্ব", "Additional charge"),
                    .leads = true,
                    .href = "/people/1"},
                   {.no = 8,
                    .role = say("সদস্য", "Member"),
                    .post = say("সহকারী প্রোগ্রামার (আইসিটি সেল)", "Assistant Programmer (ICT cell)"),
                    .holder = say("তানভীর হাসান", "Tanvir Hasan"),
                    .marks = status({say("আইসিটি", "ICT")})},
                   {.no = 4,
                    .role = say("সদস্য", "Member"),
                    .post = say("যুগ্মসচিব/উপসচিব (বাজেট অধিশাখা)",
                                "Joint or Deputy Secretary (Budget branch)")}})}}};
}

GalleryEntry comparisons(Words const& words, Say const& say) {
    using enum Comparison::Change;
    return {"comparison",
            say("পাশাপাশি তুলনা", "Comparison"),
            {{say("দুই ম্যান্ডেট", "Two mandates"),
              comparison(words, {.caption = say("কী বদলেছে", "What changed"),
                                 .left = say("প্রজ্ঞাপন ২০২৩", "Notification 2023"),
                                 .right = say("অফিস আদেশ ২০২৬", "Office order 2026"),
                                 .rows = {{changed, say("কার্যপরিধি", "Functions"),
                                           text(say("২১টি", "21")), text(say("২৪টি", "24"))},
                                          {added,
                                           say("তথ্য অধিকার", "Right to information"),
                                           {},
                                           text(say("দায়িত্বপ্রাপ্ত কর্মকর্তার সঙ্গে সমন্বয়",
                                                    "Coordination with the designated officer"))},
                                          {same, say("সভা", "Meetings"),
                                           text(say("ত্রৈমাসিক", "Quarterly")),
                                           text(say("ত্রৈমাসিক", "Quarterly"))}}})}}};
}

GalleryEntry papers(Words const& words, Say const& say) {
    return {"paper",
            say("দাপ্তরিক পত্র", "Official paper"),
            {{say("খসড়া অফিস আদেশ", "A draft office order"),
              paper(words, {.head = {"গণপ্রজাতন্ত্রী বাংলাদেশ সরকার", "শ্রম ও কর্মসংস্থান মন্ত্রণালয়",
                                     "আইসিটি সেল"},
                            .memo = "নম্বর: ৪০.০০.০০০০.০০০.০৩৬.৩২.০০০৬.১৭.৫",
                            .bangla_date = "তারিখ: ১২ মাঘ ১৪৩২ বঙ্গাব্দ",
                            .gregorian_date = "২৬ জানুয়ারি ২০২৬ খ্রিস্টাব্দ",
                            .title = "অফিস আদেশ",
                            .body = html::p("১। বদলিজনিত কারণে ইনোভেশন টিম নিম্নরূপে পুনর্গঠন করা হলো।")
                                    + html::p("২। এ আদেশ অবিলম্বে কার্যকর হবে।"),
                            .signature = {"স্বাক্ষরকারীর নাম", "প্রোগ্রামার"},
                            .copies_head = "অবগতি ও প্রয়োজনীয় ব্যবস্থা গ্রহণের জন্য অনুলিপি:",
                            .copies = {"১। মন্ত্রিপরিষদ সচিব, মন্ত্রিপরিষদ বিভাগ।", "২। অফিস কপি।"},
                            .stamp = "খসড়া"})}}};
}

} // namespace

std::vector<GalleryEntry> gallery_of_teams(Words const& words) {
    Say const say{words};
    return {verdicts(words, say), doubts(words, say), seats(words, say), comparisons(words, say),
            papers(words, say)};
}

} // namespace udb::ui
