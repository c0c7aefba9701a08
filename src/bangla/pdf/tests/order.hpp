// An order with every kind of block, for the tests of what is made of papers.
#pragma once

#include "bangla/pdf/paper.hpp"

#include <chrono>

namespace udb::bangla::reading {

inline Signature signature() {
    return {.by_order = "রাষ্ট্রপতির আদেশক্রমে,",
            .date = "২৬-০১-২০২৬",
            .name = "এ.এস.এম. মেহরাব হোসেন",
            .post = "প্রোগ্রামার",
            .contacts = {"ফোন: ৫৫১০০৮৪৪", "ইমেইল: programmer@mole.gov.bd"}};
}

inline Dates dates() { return {"তারিখ:", "১২ মাঘ ১৪৩২ বঙ্গাব্দ", "২৬ জানুয়ারি ২০২৬ খ্রিস্টাব্দ"}; }

inline Paper order() {
    Table seats{.columns = {{1, Align::centre}, {5}, {2, Align::centre}},
                .head = {{{{"ক্রম"}, {"পদবি"}, {"দায়িত্ব"}}}}};
    seats.rows = {{{{"০১."}, {"অতিরিক্ত সচিব (প্রশাসন)"}, {"চিফ ইনোভেশন অফিসার"}}},
                  {{{"০২."}, {"যুগ্মসচিব/উপসচিব (বাজেট অধিশাখা)"}, {"সদস্য"}}},
                  {{{.text = "মোট দুই আসন", .columns = 3}}}};
    return {
        .meta = {.title = "ইনোভেশন টিম <পুনর্গঠন> & আদেশ",
                 .author = "শ্রম ও কর্মসংস্থান মন্ত্রণালয়",
                 .subject = "অফিস আদেশ",
                 .created = Instant{std::chrono::milliseconds{1'769'400'900'000}}},
        .blocks = {Head{{"গণপ্রজাতন্ত্রী বাংলাদেশ সরকার", "শ্রম ও কর্মসংস্থান মন্ত্রণালয়", "আইসিটি সেল"},
                        "www.mole.gov.bd"},
                   MemoDate{"নম্বর: ৪০.০০.০০০০.০০০.০৩৬.৩২.০০০৬.১৭.৫", dates()}, Title{"অফিস আদেশ"},
                   Subject{"বিষয়:", "টিম পুনর্গঠন প্রসঙ্গে"},
                   References{"সূত্র:", {"স্মারক নং ০৪.০০.০০০০.৮৩৩.৩৩.০০২.২০-১০০", "দ্বিতীয় পত্র"}},
                   Paragraph{"টিম নিম্নবর্ণিত কর্মকর্তাদের সমন্বয়ে পুনর্গঠন করা হলো:"}, seats,
                   Heading{"কার্যপরিধি", 3}, Paragraph{"টিমের কার্যপরিধি:", "২।"},
                   List{{{"(১)", "কর্মপরিকল্পনা প্রণয়ন;", {{"(ক)", "অনুমোদন;"}, {"(খ)", "প্রকাশ।"}}},
                         {"(২)", "সভা অনুষ্ঠান।"}}},
                   Space{2}, Signature{signature()},
                   CopyBlock{"নম্বর: ৪০.০০.০০০০.০০০.০৩৬.৩২.০০০৬.১৭.৫/১(২০)",
                             dates(),
                             "অনুলিপি (জ্যেষ্ঠতার ক্রমানুসারে নয়):",
                             {{"১।", "মন্ত্রিপরিষদ সচিব।"}, {"২।", "মহাপরিচালক, শ্রম অধিদপ্তর।"}},
                             signature()}}};
}

} // namespace udb::bangla::reading
