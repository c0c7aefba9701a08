// Examples of lists, tables and ways through them.
#include "web/components/components.hpp"
#include "web/components/gallery.hpp"

namespace udb::ui {
namespace {

using namespace std::chrono;

GalleryEntry tables(Words const& words, Say const& say) {
    auto const row = [&](std::string const& name, std::int64_t teams, Verdict state) {
        return Table::Row{{html::a({.href = "/offices/1"}, name), text(words.number(teams)),
                           verdict(words, state)}};
    };
    Table const list{.caption = say("দপ্তর ও টিম", "Offices and their teams"),
                     .columns = {{say("দপ্তর", "Office")},
                                 {say("টিম", "Teams"), true},
                                 {say("গঠন", "Composition")}},
                     .rows = {row(say("শ্রম অধিদপ্তর", "Department of Labour"), 3, Verdict::met),
                              row(say("কেন্দ্রীয় তহবিল", "Central Fund"), 1, Verdict::cannot_tell)}};
    auto figures = list;
    figures.caption = say("পাশে সরিয়ে দেখার সারণি", "A table that scrolls");
    figures.phone = Table::Phone::scroll;
    return {"table",
            say("সারণি", "Table"),
            {{say("ফোনে সারিগুলো কার্ড হয়", "Rows become cards on a phone"), table(list)},
             {say("ফোনে পাশে সরে", "Scrolls on a phone"), table(figures)}}};
}

GalleryEntry ways(Words const& words, Say const& say) {
    return {
        "pager",
        say("খোঁজা ও পাতা ওল্টানো", "Searching and paging"),
        {{say("অনুসন্ধান", "Search"), search_box(words, {.action = "/offices",
                                                       .value = say("শ্রম", "labour"),
                                                       .label = say("দপ্তর খুঁজুন", "Search offices"),
                                                       .kept = {{"tier", "agency"}}})},
         {say("মাঝের পৃষ্ঠা", "A page in the middle"),
          pager(words, {.page = 7, .pages = 24, .href = "/offices"})},
         {say("পথ", "Breadcrumb"),
          breadcrumb(words, {{say("প্রথম পাতা", "Home"), "/"}, {say("টিম", "Teams"), "/teams"}})}}};
}

GalleryEntry facts(Words const& words, Say const& say) {
    return {
        "summary_list",
        say("তথ্যের তালিকা", "Summary list"),
        {{say("আদেশের পরিচয়", "What an order is"),
          summary_list({{say("ধরন", "Kind"), text(say("অফিস আদেশ", "Office order"))},
                        {say("স্মারক নম্বর", "Memo number"), text("৪০.০০.০০০০.০০০.০৩৬.৩২.০০০৬.১৭.৫"),
                         link({.text = words("ui.change"),
                               .href = "/orders/1/memo",
                               .about = say("স্মারক নম্বর", "memo number")})},
                        {say("তারিখ", "Date"), text(words.date(2026y / January / 26))}})}}};
}

GalleryEntry words_of_state(Words const& words, Say const& say) {
    return {
        "notice",
        say("বার্তা ও খালি অবস্থা", "Notices and empty states"),
        {{say("জ্ঞাতব্য", "To know"),
          notice(words, {.body = text(say("এই টিমের ম্যান্ডেট প্রতিস্থাপিত হয়েছে।",
                                          "The mandate of this team has been replaced."))})},
         {say("সম্পন্ন", "Done"),
          notice(words, {.kind = Notice::Kind::success,
                         .body = text(say("আদেশটি জারি হয়েছে।", "The order was issued."))})},
         {say("সমস্যা", "A problem"),
          notice(words, {.kind = Notice::Kind::problem,
                         .body = text(say("ফাইলটি পড়া যায়নি; এটি ইউনিকোডে লেখা নয়।",
                                          "The file is not in Unicode and was not read."))})},
         {say("এখনো কিছু নেই", "Nothing yet"),
          empty_state({.sentence = say("এখনো কোনো টিম গঠন করা হয়নি।", "No team was formed yet."),
                       .hint = say("আদেশ পাঠ করালে টিমের প্রস্তাব তৈরি হয়।",
                                   "Reading an order proposes a team."),
                       .action = button({.label = say("আদেশ পাঠ করান", "Read an order"),
                                         .href = "/orders/read"})})}}};
}

GalleryEntry trees(Words const& words, Say const& say) {
    TreeNode root{.label = say("শ্রম ও কর্মসংস্থান মন্ত্রণালয়", "Ministry of Labour and Employment"),
                  .href = "/offices/1",
                  .note = say("১১টি দপ্তর", "11 offices"),
                  .open = true};
    root.children = {
        {.label = say("শ্রম অধিদপ্তর", "Department of Labour"),
         .href = "/offices/2",
         .current = true},
        {.label = say("নিম্নতম মজুরি বোর্ড", "Minimum Wages Board"), .href = "/offices/3"},
        {.label = say("জেলা কার্যালয়সমূহ", "District offices"),
         .more = "/offices/4/children",
         .more_label = say("৬৪টি কার্যালয় দেখুন", "Show 64 offices")}};
    return {"tree",
            say("শাখা-প্রশাখা", "Tree"),
            {{say("খোলা ও বন্ধ স্তর", "Open and closed levels"),
              tree(words, say("দপ্তরসমূহ", "Offices"), {root})}}};
}

GalleryEntry times(Words const& words, Say const& say) {
    return {
        "timeline",
        say("সময়রেখা ও ধাপ", "Timeline and steps"),
        {{say("টিমের ইতিহাস", "The history of a team"),
          timeline(words,
                   {{2026y / February / 10, say("৪ নম্বর আসনে নতুন সদস্য", "A new member in seat 4"),
                     html::p(say("বদলির কারণে।", "Because of a transfer.")),
                     say("প্রশাসন অধিশাখার আদেশ", "By order of the administration branch")},
                    {2026y / January / 26, say("টিম পুনর্গঠিত", "The team was re-formed")}})},
         {say("পত্রের ধাপ", "The steps of a paper"),
          steps(words,
                {{say("খসড়া", "Draft"), say("অনুমোদন", "Approval"), say("জারি", "Issue")}, 1})},
         {say("অগ্রগতি", "Progress"),
          progress(words, {say("কার্যপরিধি বাস্তবায়ন", "Functions carried out"), 9, 24})},
         {say("কার্ড", "Cards"),
          cards({{say("টিম", "Teams"), "/teams", say("১২", "12"),
                  say("মন্ত্রণালয় ও সংস্থার টিম", "Teams of ministry and agencies")},
                 {say("ম্যান্ডেট", "Mandates"), "/mandates", say("৩", "3"),
                  say("বলবৎ ও প্রতিস্থাপিত", "In force and replaced")}})}}};
}

} // namespace

std::vector<GalleryEntry> gallery_of_lists(Words const& words) {
    Say const say{words};
    return {tables(words, say),         ways(words, say),  facts(words, say),
            words_of_state(words, say), trees(words, say), times(words, say)};
}

} // namespace udb::ui
