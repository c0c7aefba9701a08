// The home page, a team, the offices, an order that was read, a form with errors, sign-in.
#include "sample_pages.hpp"

#include "web/components/components.hpp"
#include "web/components/gallery.hpp"

namespace udb::samples {
namespace {

using namespace std::chrono;
using ui::Verdict;

std::vector<html::NavGroup> navigation(std::string_view current) {
    std::vector<html::NavGroup> groups = {
        {"প্রথম পাতা", {{"প্রথম পাতা", "/"}}},
        {"পত্র ও প্রজ্ঞাপন", {{"ম্যান্ডেট", "/mandates"}, {"আদেশ ও পত্র", "/papers"}}},
        {"টিম ও দপ্তর", {{"টিম", "/teams"}, {"দপ্তর", "/offices"}, {"কর্মকর্তা", "/people"}}}};
    for (auto& group : groups)
        for (auto& item : group.items)
            item.current = item.label == current;
    return groups;
}

html::PageFrame frame(Words const& words, std::string title, std::string_view current,
                      std::string const& base) {
    return {.words = words,
            .title = std::move(title),
            .asset_url = [base](std::string_view name) { return base + "/" + std::string(name); },
            .navigation = navigation(current),
            .other_language = Url("/language/en").with("back", "/teams"),
            .person =
                html::Person{"তানভীর হাসান", "প্রোগ্রামার, আইসিটি সেল", "/account", "/sign-out"},
            .csrf = "token",
            .version = "0.1.0"};
}

std::string home(Words const& words, std::string const& base) {
    auto f = frame(words, "প্রথম পাতা", "প্রথম পাতা", base);
    f.flash = {html::Flash::Kind::success, "স্বাগতম। আপনার দপ্তরের টিমের তথ্য হালনাগাদ আছে।"};
    auto const cards = ui::cards({{"আমাদের টিম", "/teams/1", "৯টি আসন",
                                   "শ্রম ও কর্মসংস্থান মন্ত্রণালয়ের ইনোভেশন টিম, ২৬ জানুয়ারি ২০২৬ থেকে",
                                   ui::verdict(words, Verdict::cannot_tell)},
                                  {"দপ্তর", "/offices", "১১টি", "মন্ত্রণালয়ের আওতাধীন দপ্তর ও সংস্থা"},
                                  {"অপেক্ষমাণ পত্র", "/papers", "২টি", "একটি আপনার অনুমোদনের অপেক্ষায়",
                                   ui::status({"অনুমোদনের অপেক্ষায়", ui::Status::Tone::waiting})}});
    auto const due =
        ui::table({.caption = "এই মাসে যা করণীয়",
                   .columns = {{"কাজ"}, {"শেষ তারিখ"}, {"অবস্থা"}},
                   .rows = {{{html::a({.href = "/duties/1"}, "ত্রৈমাসিক সভা আহ্বান"),
                              text(words.date(2026y / March / 31)),
                              ui::status({"প্রস্তুতি চলছে", ui::Status::Tone::waiting})}},
                            {{html::a({.href = "/duties/2"}, "ওয়েবসাইটের তথ্য হালনাগাদ"),
                              text(words.date(2026y / March / 15)),
                              ui::status({"সম্পন্ন", ui::Status::Tone::good})}}},
                   .hidden_caption = true});
    auto const history =
        ui::timeline(words, {{2026y / February / 10, "৪ নম্বর আসনে নতুন কর্মকর্তা",
                              html::p("উপসচিব (বাজেট অধিশাখা) পদে বদলি।"), "প্রশাসন শাখার আদেশ"},
                             {2026y / January / 26, "টিম পুনর্গঠনের আদেশ জারি"}});
    return html::page(
               f, ui::page_heading(
                      {.title = "শুভ সকাল, তানভীর হাসান",
                       .lead = "আজ ১০ ফাল্গুন ১৪৩২, সোমবার। সামনে দুটি কাজ আছে।",
                       .actions = ui::button({.label = "আদেশ পাঠ করান", .href = "/orders/read"})})
                      + cards
                      + ui::section({.id = "due",
                                     .title = "এই মাসে যা করণীয়",
                                     .body = due,
                                     .actions = ui::link({"সব কাজ দেখুন", "/duties"})})
                      + ui::section({.id = "history", .title = "সর্বশেষ ঘটনা", .body = history}))
        .take();
}

std::vector<ui::SeatCard> seats() {
    auto const ict = ui::status({"আইসিটি"});
    return {{.no = 1,
             .role = "চিফ ইনোভেশন অফিসার",
             .post = "অতিরিক্ত সচিব (প্রশাসন)",
             .holder = "ড. নাসরিন সুলতানা",
             .holder_note = "অতিরিক্ত দায়িত্ব, ১ জানুয়ারি ২০২৬ থেকে",
             .leads = true,
             .href = "/people/1"},
            {.no = 2,
             .role = "সদস্য",
             .post = "যুগ্মসচিব/উপসচিব (প্রশাসন অধিশাখা)",
             .holder = "মোঃ রেজাউল করিম",
             .href = "/people/2"},
            {.no = 3,
             .role = "সদস্য",
             .post = "যুগ্মসচিব/উপসচিব (পরিকল্পনা অধিশাখা)",
             .holder = "ফারহানা ইয়াসমিন",
             .marks = ui::status({"পরিকল্পনা"}),
             .href = "/people/3"},
            {.no = 4, .role = "সদস্য", .post = "যুগ্মসচিব/উপসচিব (বাজেট অধিশাখা)"},
            {.no = 7,
             .role = "সদস্য",
             .post = "সিস্টেম এনালিস্ট (আইসিটি সেল)",
             .holder = "শাহরিয়ার কবির",
             .marks = ict,
             .href = "/people/7"},
            {.no = 9,
             .role = "সদস্য সচিব",
             .post = "প্রোগ্রামার (আইসিটি সেল)",
             .holder = "তানভীর হাসান",
             .marks = ict,
             .href = "/people/9"}};
}

std::string team(Words const& words, std::string const& base) {
    auto f = frame(words, "ইনোভেশন টিম: শ্রম ও কর্মসংস্থান মন্ত্রণালয়", "টিম", base);
    f.before_main = ui::breadcrumb(words, {{"প্রথম পাতা", "/"}, {"টিম", "/teams"}});
    std::string const source = "প্রজ্ঞাপন, ১৬ নভেম্বর ২০২৩, অনুচ্ছেদ ২";
    auto const rules = ui::rule_list(
        words, {{.verdict = Verdict::met,
                 .paragraph = source,
                 .asks = "টিমের প্রধান অন্যূন অতিরিক্ত সচিব পর্যায়ের কর্মকর্তা।",
                 .by = "১ নম্বর আসন, অতিরিক্ত সচিব (প্রশাসন)"},
                {.verdict = Verdict::not_met,
                 .paragraph = source,
                 .asks = "পরিকল্পনার কাজে যুক্ত অন্তত একজন সদস্য আছেন।",
                 .mend = "পরিকল্পনা অধিশাখার একজন কর্মকর্তাকে মনোনয়ন দিন, অথবা ৩ নম্বর আসনের "
                         "অধিশাখার নাম মূল আদেশের সঙ্গে মিলিয়ে দেখুন।",
                 .more = html::p(ui::link({"ব্যতিক্রম লিপিবদ্ধ করুন", "/teams/1/exceptions/new"}))},
                {.verdict = Verdict::cannot_tell,
                 .paragraph = source,
                 .asks = "ডাটা নিয়ে কাজে দক্ষ অন্তত একজন সদস্য আছেন।",
                 .mend = "৫ জন সদস্যের দক্ষতা লিপিবদ্ধ করুন।"}});
    auto const banner = ui::verdict_banner(
        words, {.verdict = Verdict::not_met,
                .sentence = "৮টি বিধির ৬টি পূরণ হয়েছে, ১টি হয়নি, ১টির বিষয়ে তথ্য যথেষ্ট নয়।",
                .more = ui::link({"যা করণীয় তা দেখুন", "#rules"})});
    std::vector<ui::Section> const sections = {
        {.id = "rules", .title = "গঠন যাচাই", .body = rules},
        {.id = "seats",
         .title = "আসন ও সদস্য",
         .body = ui::seat_cards(words, seats()),
         .actions = ui::link({"আসন পরিবর্তন করুন", "/teams/1/seats"})},
        {.id = "order",
         .title = "যে আদেশে গঠিত",
         .body = ui::summary_list({{"স্মারক নম্বর", text("৪০.০০.০০০০.০০০.০৩৬.৩২.০০০৬.১৭.৫"),
                                    ui::link({"আদেশটি দেখুন", "/papers/1"})},
                                   {"তারিখ", text("১২ মাঘ ১৪৩২ বঙ্গাব্দ, ২৬ জানুয়ারি ২০২৬")},
                                   {"ম্যান্ডেট", ui::link({"ই-গভর্ন্যান্স ও ইনোভেশন টিমের প্রজ্ঞাপন, ২০২৩",
                                                         "/mandates/cabinet-2023"})}})}};
    return html::page(
               f, ui::page_heading(
                      {.title = "ইনোভেশন টিম",
                       .above = "শ্রম ও কর্মসংস্থান মন্ত্রণালয়",
                       .status = ui::status({"বলবৎ", ui::Status::Tone::good}),
                       .actions = ui::button_group(
                           {ui::button({.label = "পুনর্গঠনের আদেশ করুন", .href = "/papers/new"}),
                            ui::button({.label = "বদলি লিখুন",
                                        .kind = ui::Button::Kind::secondary,
                                        .href = "/teams/1/transfer"})})})
                      + banner + ui::contents(words, sections) + html::each(sections, ui::section))
        .take();
}

std::string offices(Words const& words, std::string const& base) {
    auto f = frame(words, "দপ্তর", "দপ্তর", base);
    ui::TreeNode ministry{.label = "শ্রম ও কর্মসংস্থান মন্ত্রণালয়",
                          .href = "/offices/1",
                          .note = "৮টি দপ্তর",
                          .open = true};
    ui::TreeNode labour{
        .label = "শ্রম অধিদপ্তর", .href = "/offices/2", .note = "২টি টিম", .open = true};
    labour.children = {
        {.label = "বিভাগীয় শ্রম দপ্তর, চট্টগ্রাম", .href = "/offices/5", .current = true},
        {.label = "বিভাগীয় শ্রম দপ্তর, খুলনা", .href = "/offices/6"}};
    labour.more = "/offices/2/children";
    labour.more_label = "আরও ২৯টি দপ্তর দেখুন";
    ministry.children = {
        labour,
        {.label = "কলকারখানা ও প্রতিষ্ঠান পরিদর্শন অধিদপ্তর", .href = "/offices/3", .note = "১টি টিম"},
        {.label = "নিম্নতম মজুরি বোর্ড", .href = "/offices/4"},
        {.label = "বাংলাদেশ শ্রমিক কল্যাণ ফাউন্ডেশন", .href = "/offices/7"}};
    ui::TreeNode district{.label = "জেলা প্রশাসকের কার্যালয়, কুমিল্লা",
                          .href = "/offices/20",
                          .note = "১৭টি উপজেলা",
                          .more = "/offices/20/children",
                          .more_label = "১৭টি উপজেলা দেখুন"};
    return html::page(f, ui::page_heading({.title = "দপ্তর",
                                           .lead = "কোন দপ্তর কার অধীন, এবং কোন দপ্তরে টিম আছে।",
                                           .actions = ui::button(
                                               {.label = "দপ্তর যোগ করুন", .href = "/offices/new"})})
                             + ui::search_box(words, {.action = "/offices", .label = "দপ্তর খুঁজুন"})
                             + ui::tree(words, "দপ্তরসমূহ", {ministry, district})
                             + ui::pager(words, {.page = 2, .pages = 9, .href = "/offices"}))
        .take();
}

std::string order(Words const& words, std::string const& base) {
    using Severity = ui::FindingLine::Severity;
    auto f = frame(words, "আদেশের পাঠ", "আদেশ ও পত্র", base);
    f.before_main = ui::breadcrumb(words, {{"প্রথম পাতা", "/"}, {"আদেশ ও পত্র", "/papers"}});
    f.wide = true;
    auto const found =
        ui::findings(words, {{Severity::warning, "৩ নম্বর আসন",
                              "আসনে লেখা “পরিচালনা অধিশাখা”, অনুলিপির ১১ নম্বরে “পরিকল্পনা অধিশাখা”। "
                              "স্ক্যানের ভুল হতে পারে।",
                              ui::link({"৩ নম্বর আসন ঠিক করুন", "#seat-3"})},
                             {Severity::error, "সূত্র",
                              "৬ নভেম্বর ২০২৫-এর প্রজ্ঞাপনটির পাঠ এই ব্যবস্থায় নেই; শুধু নম্বর জানা আছে।"},
                             {Severity::note, "অনুলিপি", "২০টি অনুলিপির কথা আছে, তালিকায়ও ২০টি।"}});
    auto const read = ui::summary_list(
        {{"ধরন", text("অফিস আদেশ")},
         {"জারিকারী", text("আইসিটি সেল, শ্রম ও কর্মসংস্থান মন্ত্রণালয়")},
         {"স্মারক নম্বর", html::p("৪০.০০.০০০০.০০০.০৩৬.৩২.০০০৬.১৭.৫")
                            + html::p({.cls = "quiet"}, "২২ অঙ্কের নম্বর; ৪০: শ্রম ও কর্মসংস্থান "
                                                        "মন্ত্রণালয়; পত্র সংখ্যা ৫")},
         {"তারিখ", html::p("১২ মাঘ ১৪৩২ বঙ্গাব্দ, ২৬ জানুয়ারি ২০২৬ খ্রিস্টাব্দ")
                       + ui::status({"তারিখ দুটি মেলে", ui::Status::Tone::good})},
         {"আসন", text("৯টি")},
         {"কার্যপরিধি", text("২৪টি")}});
    auto const sheet =
        ui::paper(words, {.head = {"গণপ্রজাতন্ত্রী বাংলাদেশ সরকার", "শ্রম ও কর্মসংস্থান মন্ত্রণালয়",
                                   "আইসিটি সেল", "www.mole.gov.bd"},
                          .memo = "নম্বর: ৪০.০০.০০০০.০০০.০৩৬.৩২.০০০৬.১৭.৫",
                          .bangla_date = "তারিখ: ১২ মাঘ ১৪৩২ বঙ্গাব্দ",
                          .gregorian_date = "২৬ জানুয়ারি ২০২৬ খ্রিস্টাব্দ",
                          .title = "অফিস আদেশ",
                          .body = html::p("শ্রম ও কর্মসংস্থান মন্ত্রণালয়ের ইনোভেশন টিম নিম্নবর্ণিত "
                                          "কর্মকর্তাদের সমন্বয়ে পুনর্গঠন করা হলো:")
                                  + html::p("০১. অতিরিক্ত সচিব (প্রশাসন) – চিফ ইনোভেশন অফিসার")
                                  + html::p("০২. যুগ্মসচিব/উপসচিব (প্রশাসন অধিশাখা) – সদস্য"),
                          .signature = {"স্বাক্ষরিত", "প্রোগ্রামার"}});
    auto const sections =
        std::vector<ui::Section>{{.id = "findings", .title = "যা মিলিয়ে দেখা দরকার", .body = found},
                                 {.id = "read", .title = "যা পাওয়া গেছে", .body = read},
                                 {.id = "paper", .title = "মূল পাঠ", .body = sheet}};
    auto const accept =
        ui::form({.action = "/orders/1/accept", .csrf = "token"},
                 ui::text_field(words, {.name = "seat-3",
                                        .label = "৩ নম্বর আসনের অধিশাখা",
                                        .value = "পরিচালনা অধিশাখা",
                                        .hint = "আদেশে যেমন লেখা আছে; ভুল হলে ঠিক করুন।"})
                     + ui::button_group({ui::button({.label = "গ্রহণ করে টিম গঠন করুন"}),
                                         ui::link({words("ui.cancel"), "/papers"})}));
    return html::page(f, ui::page_heading({.title = "আদেশের পাঠ",
                                           .lead = "আপনি গ্রহণ না করা পর্যন্ত কিছুই সংরক্ষিত হবে না।"})
                             + ui::steps(words, {{"পাঠ", "মিলিয়ে দেখা", "গ্রহণ"}, 1})
                             + html::each(sections, ui::section) + accept)
        .take();
}

std::string form(Words const& words, std::string const& base) {
    auto f = frame(words, "বদলি লিখুন", "টিম", base);
    std::vector<FieldError> const errors = {{"from", {"field.not_a_date"}},
                                            {"comes", {"field.required"}},
                                            {"order_memo", {"field.required"}}};
    f.problems = errors.size();
    f.before_main = ui::breadcrumb(words, {{"টিম", "/teams"}, {"ইনোভেশন টিম", "/teams/1"}});
    auto const wrong = [&](std::string_view field) { return ui::error_at(words, errors, field); };
    auto const fields =
        ui::select(words, {.name = "post",
                           .label = "যে পদে বদলি",
                           .choices = {{"4", "উপসচিব (বাজেট অধিশাখা)"}, {"7", "সিস্টেম এনালিস্ট"}},
                           .value = "4"})
        + ui::text_field(words, {.name = "comes",
                                 .label = "যিনি যোগ দিচ্ছেন",
                                 .hint = "নাম লিখুন; তালিকায় থাকলে বেছে নেওয়া যাবে।",
                                 .error = wrong("comes")})
        + ui::date_field(words, {.name = "from",
                                 .label = "যে তারিখ থেকে",
                                 .value = "৩১-০২-২০২৬",
                                 .error = wrong("from")})
        + ui::radios(words, {.name = "charge",
                             .label = "দায়িত্বের ধরন",
                             .choices = {{"regular", "নিয়মিত"},
                                         {"additional", "অতিরিক্ত দায়িত্ব"},
                                         {"current", "চলতি দায়িত্ব"}},
                             .value = "regular"})
        + ui::text_field(words, {.name = "order_memo",
                                 .label = "বদলির আদেশের নম্বর",
                                 .error = wrong("order_memo"),
                                 .digits = true})
        + ui::text_area(words, {.name = "note", .label = "মন্তব্য", .rows = 3, .optional = true})
        + ui::button_group(
            {ui::button({.label = words("ui.save")}), ui::link({words("ui.cancel"), "/teams/1"})});
    return html::page(f, ui::error_summary(words, errors,
                                           {{"comes", "যিনি যোগ দিচ্ছেন"},
                                            {"from", "যে তারিখ থেকে"},
                                            {"order_memo", "বদলির আদেশের নম্বর"}})
                             + ui::page_heading({.title = "বদলি লিখুন", .above = "ইনোভেশন টিম"})
                             + ui::form({.action = "/teams/1/transfer", .csrf = "token"}, fields))
        .take();
}

std::string sign_in(Words const& words, std::string const& base) {
    auto f = frame(words, words("ui.sign_in"), "", base);
    f.navigation = {};
    f.person = {};
    auto const fields =
        ui::text_field(words,
                       {.name = "user", .label = "ব্যবহারকারীর নাম", .autocomplete = "username"})
        + ui::text_field(words, {.name = "password",
                                 .label = "পাসওয়ার্ড",
                                 .type = ui::TextField::Type::password,
                                 .autocomplete = "current-password"})
        + ui::button({.label = words("ui.sign_in")});
    return html::page(f, html::div({.cls = "sheet narrow"},
                                   ui::page_heading({.title = words("ui.sign_in")}),
                                   ui::form({.action = "/sign-in", .csrf = "token"}, fields)))
        .take();
}

std::string not_found(Words const& words, std::string const& base) {
    auto f = frame(words, ui::error_page_title(words, 404), "", base);
    return html::page(f, ui::error_page(words, 404, "7f3a-19c2")).take();
}

std::string gallery_page(Words const& words, std::string const& base) {
    return html::page(frame(words, words("ui.gallery"), "", base), ui::components_gallery(words))
        .take();
}

} // namespace

std::vector<SamplePage> all(Catalogue const& catalogue, std::string const& base) {
    Words const bn{catalogue, Language::bn};
    Words const en{catalogue, Language::en};
    return {{"home", home(bn, base)},
            {"team", team(bn, base)},
            {"offices", offices(bn, base)},
            {"order", order(bn, base)},
            {"form", form(bn, base)},
            {"sign-in", sign_in(bn, base)},
            {"not-found", not_found(bn, base)},
            {"gallery", gallery_page(bn, base)},
            {"gallery-en", gallery_page(en, base)}};
}

std::string gallery(Catalogue const& catalogue, Language language) {
    return gallery_page(Words{catalogue, language}, "/assets");
}

} // namespace udb::samples
