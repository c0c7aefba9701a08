// Examples of buttons and fields.
#include "web/components/components.hpp"
#include "web/components/gallery.hpp"

namespace udb::ui {
namespace {

GalleryEntry buttons(Say const& say) {
    return {"button",
            say("বোতাম ও লিংক", "Buttons and links"),
            {{say("মূল কাজ ও বিকল্প কাজ", "The main act and another"),
              button_group({button({.label = say("টিম গঠন করুন", "Form the team")}),
                            button({.label = say("খসড়া রাখুন", "Keep as a draft"),
                                    .kind = Button::Kind::secondary,
                                    .name = "keep",
                                    .value = "draft"}),
                            link({.text = say("ফিরে যান", "Back"), .href = "/teams"})})},
             {say("যা বাতিল করে", "One that cancels something"),
              post_button({.label = say("আদেশ বাতিল করুন", "Cancel the order"),
                           .kind = Button::Kind::warning,
                           .action = "/papers/7/cancel"},
                          "token")},
             {say("বোতামের মতো লিংক", "A link that looks like a button"),
              button({.label = say("আদেশ পাঠ করান", "Read an order"), .href = "/orders/read"})}}};
}

GalleryEntry text_fields(Words const& words, Say const& say) {
    return {"text_field",
            say("এক লাইনের লেখা", "One line of text"),
            {{say("সাধারণ", "Plain"),
              text_field(words, {.name = "office_name",
                                 .label = say("দপ্তরের নাম", "Name of the office"),
                                 .value = say("শ্রম অধিদপ্তর", "Department of Labour")})},
             {say("সহায়ক লেখা ও ত্রুটিসহ", "With a hint and an error"),
              text_field(words, {.name = "memo",
                                 .label = say("স্মারক নম্বর", "Memo number"),
                                 .value = "৪০.০০.০০০০",
                                 .hint = say("আদেশের ওপরে যেমন লেখা আছে",
                                             "As it is written at the top of the order"),
                                 .error = say("স্মারক নম্বরের অঙ্ক ১৮টি অথবা ২২টি হওয়ার কথা।",
                                              "A memo number has 18 or 22 digits."),
                                 .digits = true})},
             {say("ঐচ্ছিক, ছোট ঘর", "Optional, short"),
              text_field(words, {.name = "copies",
                                 .label = say("অনুলিপির সংখ্যা", "Number of copies"),
                                 .width = 5,
                                 .digits = true,
                                 .optional = true})}}};
}

GalleryEntry longer_fields(Words const& words, Say const& say) {
    return {"text_area",
            say("অনেক লাইনের লেখা, তারিখ ও ফাইল", "Long text, date and file"),
            {{say("আদেশের লেখা", "The text of an order"),
              text_area(words, {.name = "order_text",
                                .label = say("আদেশের পূর্ণ পাঠ", "Full text of the order"),
                                .hint = say("পুরো আদেশটি কপি করে এখানে দিন।",
                                            "Copy the whole order and paste it here."),
                                .rows = 4})},
             {say("তারিখ, ত্রুটিসহ", "A date, with an error"),
              date_field(words, {.name = "from",
                                 .label = say("যে তারিখ থেকে কার্যকর", "Takes effect on"),
                                 .value = "৩১-০২-২০২৬",
                                 .error = words("field.not_a_date")})},
             {say("ফাইল", "A file"),
              file_upload(words, {.name = "file",
                                  .label = say("আদেশের ফাইল", "File of the order"),
                                  .hint = say("ইউনিকোড লেখা (.txt), সর্বোচ্চ ১ মেগাবাইট",
                                              "Unicode text (.txt), at most 1 megabyte"),
                                  .accept = ".txt,text/plain"})}}};
}

GalleryEntry choosing(Words const& words, Say const& say) {
    std::vector<Choice> const tiers = {
        {"ministry", say("মন্ত্রণালয় বা বিভাগ", "Ministry or division")},
        {"agency", say("অধিদপ্তর বা সংস্থা", "Department or agency")},
        {"district", say("জেলা", "District")},
        {"upazila", say("উপজেলা", "Upazila")}};
    return {
        "choices",
        say("বাছাই", "Choosing"),
        {{say("একটি, সবগুলো সামনে", "One of a few, in view"),
          radios(words, {.name = "role",
                         .label = say("টিমে ভূমিকা", "Role in the team"),
                         .choices = {{"member", say("সদস্য", "Member")},
                                     {"member_secretary", say("সদস্য সচিব", "Member secretary"),
                                      say("সভা ডাকেন ও কার্যবিবরণী রাখেন।",
                                          "Calls the meetings and keeps the minutes.")}},
                         .value = "member"})},
         {say("একাধিক, ত্রুটিসহ", "Several, with an error"),
          checkboxes(words, {.name = "capacities",
                             .label = say("কোন কোন কাজে অভিজ্ঞ", "Capacities"),
                             .choices = {{"ict", say("আইসিটি", "ICT")},
                                         {"planning", say("পরিকল্পনা", "Planning")},
                                         {"none", say("কোনোটিই নয়", "None of these")}},
                             .values = {"ict", "none"},
                             .error = words("field.none_and_some")})},
         {say("দীর্ঘ তালিকা থেকে একটি", "One of a longer list"),
          select(
              words,
              {.name = "tier", .label = say("স্তর", "Tier"), .choices = tiers, .value = "agency"})},
         {say("একটিমাত্র সম্মতি", "A single yes"),
          checkbox(words,
                   {.name = "checked",
                    .choice = {"yes", say("মূল আদেশের সঙ্গে মিলিয়ে দেখেছি",
                                          "I have compared this with the order itself")}})}}};
}

GalleryEntry errors(Words const& words, Say const& say) {
    return {
        "error_summary",
        say("ত্রুটির তালিকা", "Error summary"),
        {{say("দুটি ঘরে ত্রুটি", "Two fields are wrong"),
          error_summary(words, std::vector<FieldError>{{"from", {"field.not_a_date"}},
                                                       {"capacities", {"field.none_and_some"}}})},
         {say("নিয়মে বাধা", "A rule refuses"), error_summary(words, refused({"error.conflict"}))}}};
}

} // namespace

std::vector<GalleryEntry> gallery_of_forms(Words const& words) {
    Say const say{words};
    return {buttons(say), text_fields(words, say), longer_fields(words, say), choosing(words, say),
            errors(words, say)};
}

} // namespace udb::ui
