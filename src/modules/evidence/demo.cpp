#include "modules/evidence/demo.hpp"

#include "bangla/calendar/gregorian.hpp"
#include "bangla/pdf/fonts/fonts.hpp"
#include "bangla/pdf/typesetter.hpp"
#include "bangla/text/digits.hpp"
#include "modules/evidence/demo_picture.hpp"
#include "modules/evidence/evidence_actions.hpp"
#include "modules/offices/demo.hpp"
#include "modules/offices/offices.hpp"
#include "platform/qr.hpp"

#include <algorithm>

namespace udb::evidence {
namespace {

constexpr std::string_view ministry = "শ্রম ও কর্মসংস্থান মন্ত্রণালয়";

/// A piece of the story: so many days ago, but within the fiscal year.
struct Told {
    Kind kind = Kind::file;
    int days_ago = 0;
    Bilingual title = {};
    std::string_view proves = {};
    std::string_view source = {};
    int function = 0; ///< of C23 §4; 0: not linked yet
};

constexpr Told attendance{
    Kind::file,
    34,
    {"ইনোভেশন টিমের মাসিক সভার হাজিরা", "Attendance at the team's monthly meeting"},
    "মাসিক সভা অনুষ্ঠিত হয়েছে এবং ৬ জন সদস্য উপস্থিত ছিলেন।",
    "আইসিটি সেলের নথি",
    3};
constexpr Told sticker{
    Kind::photograph,
    21,
    {"সেবাগ্রহীতার মতামত গ্রহণের QR স্টিকার", "QR sticker for the opinions of clients"},
    "সেবা ডেস্কে মতামত গ্রহণের ব্যবস্থা চালু হয়েছে।",
    "সেবা ডেস্ক, নিচতলা",
    12};
constexpr Told chart{
    Kind::photograph,
    12,
    {"লাইসেন্স নবায়নের সময়: আগে ও পরে", "Days to renew a licence: before and after"},
    "ছয় মাসে লাইসেন্স নবায়নের গড় সময় ২১ দিন থেকে ৮ দিনে নেমেছে।",
    "কলকারখানা ও প্রতিষ্ঠান পরিদর্শন অধিদপ্তরের মাসিক তথ্য",
    0};
constexpr Told page{
    Kind::link,
    9,
    {"মন্ত্রণালয়ের ওয়েবসাইটে ইনোভেশন কর্নার", "The innovation corner on the ministry's website"},
    "উদ্ভাবনী উদ্যোগের তালিকা ওয়েবসাইটে প্রকাশিত।",
    "mole.gov.bd",
    20};
constexpr Told statement{Kind::statement,
                         5,
                         {"প্রশিক্ষণ সম্পন্ন হওয়ার প্রত্যয়ন", "That the training was completed"},
                         "সেবা সহজীকরণ প্রশিক্ষণে ২৪ জন কর্মকর্তা অংশ নিয়েছেন।",
                         "প্রশাসন অধিশাখা",
                         6};

std::string attendance_pdf(Date on, Date today) {
    static bangla::Typesetter const typesetter{bangla::serif_fonts()};
    static constexpr std::string_view present[] = {
        "অতিরিক্ত সচিব, প্রশাসন অনুবিভাগ", "যুগ্মসচিব, বাজেট অনুবিভাগ", "উপসচিব, আইসিটি অধিশাখা",
        "সিস্টেম এনালিস্ট, আইসিটি সেল",   "প্রোগ্রামার, আইসিটি সেল",  "সহকারী প্রোগ্রামার, আইসিটি সেল"};
    bangla::Table table{.columns = {{.width = 1, .align = bangla::Align::centre}, {.width = 6}},
                        .head = {{.cells = {{.text = "ক্রম"}, {.text = "উপস্থিত সদস্য"}}}}};
    std::int64_t no = 0;
    for (auto const post : present)
        table.rows.push_back(
            {.cells = {{.text = bangla::bangla_number(++no) + "."}, {.text = std::string(post)}}});
    bangla::Paper paper{.meta = {.title = "হাজিরা", .created = Instant{today}}};
    paper.blocks.push_back(bangla::Head{.lines = {std::string(ministry), "আইসিটি সেল"}});
    paper.blocks.push_back(bangla::Title{.text = "ইনোভেশন টিমের মাসিক সভার হাজিরা"});
    paper.blocks.push_back(
        bangla::Paragraph{.text = "সভার তারিখ: " + bangla::long_date(on, Language::bn) + "।"});
    paper.blocks.push_back(std::move(table));
    return typesetter.typeset(paper);
}

class Teller {
public:
    Teller(Work& work, Id<Office> office) : work_(work), office_(office) {}

    Date day_of(Told const& told) const {
        auto const first = bangla::days_of(bangla::fiscal_year(work_.today)).first;
        return std::max(first, work_.today - std::chrono::days{told.days_ago});
    }

    Result<Id<Evidence>> tell(Told const& told, Keeping keeping) const {
        auto& piece = keeping.piece;
        piece.kind = told.kind;
        piece.title_bn = told.title.bn;
        piece.title_en = told.title.en;
        piece.happened_on = day_of(told);
        piece.proves = told.proves;
        piece.source = told.source;
        keeping.office = office_;
        if (told.function > 0) keeping.functions = {{"cabinet-2023", told.function}};
        return keep(work_, keeping);
    }

    Result<Id<Evidence>> tell(Told const& told, std::string_view name,
                              std::string_view bytes) const {
        return tell(told, Keeping{.file = TRY(check_file(work_.db.contents(),
                                                         {.name = name, .bytes = bytes}))});
    }

private:
    Work& work_;
    Id<Office> office_;
};

} // namespace

Done tell_demo(Work& told) {
    auto const row = told.db.one("select id from offices where name_bn = ?", ministry);
    if (!row || told.db.one("select 1 from evidence limit 1")) return {};
    Actor actor;
    auto work = offices::as_teller(told, actor);
    Teller const teller(work, row->get<Id<Office>>(0));
    if (work.db.keeps_files()) {
        auto const pdf = attendance_pdf(teller.day_of(attendance), work.today);
        TRY(teller.tell(attendance, "হাজিরা.pdf", pdf));
        auto const code = qr_code("https://mole.gov.bd");
        TRY(teller.tell(sticker, "qr-sticker.png", png_of_squares(code.side, code.dark)));
        static constexpr int days[] = {21, 19, 17, 13, 10, 8};
        TRY(teller.tell(chart, "licence-days.png", png_of_bars(days)));
    }
    Keeping link;
    link.piece.link = "https://mole.gov.bd";
    TRY(teller.tell(page, link));
    Keeping attested{.attest = true};
    attested.piece.statement =
        "আমি প্রত্যয়ন করছি যে সেবা সহজীকরণ বিষয়ক দুই দিনের প্রশিক্ষণ যথাসময়ে সম্পন্ন হয়েছে এবং "
        "২৪ জন কর্মকর্তা পূর্ণ সময় উপস্থিত ছিলেন।";
    TRY(teller.tell(statement, attested));
    return {};
}

Done prove_with(Work& work, std::string_view title, Id<Record> record) {
    auto const row =
        work.db.one("select id from records where kind = 'evidence' and title_bn = ?", title);
    if (!row) return {};
    return link(work, row->get<Id<Evidence>>(0), record);
}

} // namespace udb::evidence
