#include "modules/evidence/piece.hpp"

#include "bangla/calendar/fiscal_year.hpp"
#include "bangla/text/digits.hpp"
#include "kernel/mandate.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace udb {

using evidence::Kind;
using evidence::Quarter;
using evidence::Stage;

template <>
std::span<Term<Kind> const> terms<Kind>() {
    static constexpr std::array rows{
        Term<Kind>{Kind::file, "file", {"ফাইল", "File"}},
        Term<Kind>{Kind::photograph, "photograph", {"ছবি", "Photograph"}},
        Term<Kind>{Kind::link, "link", {"ওয়েব লিংক", "Web link"}},
        Term<Kind>{Kind::record, "record", {"এই সিস্টেমের রেকর্ড", "Record of this system"}},
        Term<Kind>{Kind::statement, "statement", {"স্বাক্ষরিত বিবৃতি", "Signed statement"}},
    };
    return rows;
}

template <>
std::span<Term<Stage> const> terms<Stage>() {
    static constexpr std::array rows{
        Term<Stage>{Stage::open, "open", {"সংশোধনযোগ্য", "Open"}},
        Term<Stage>{Stage::locked, "locked", {"তালাবদ্ধ", "Locked"}},
        Term<Stage>{Stage::replaced, "replaced", {"নতুন সংস্করণে প্রতিস্থাপিত", "Replaced"}},
    };
    return rows;
}

template <>
std::span<Term<Quarter> const> terms<Quarter>() {
    static constexpr std::array rows{
        Term<Quarter>{Quarter::q1, "q1", {"১ম ত্রৈমাসিক (জুলাই–সেপ্টেম্বর)", "Q1 (July–September)"}},
        Term<Quarter>{Quarter::q2, "q2", {"২য় ত্রৈমাসিক (অক্টোবর–ডিসেম্বর)", "Q2 (October–December)"}},
        Term<Quarter>{Quarter::q3, "q3", {"৩য় ত্রৈমাসিক (জানুয়ারি–মার্চ)", "Q3 (January–March)"}},
        Term<Quarter>{Quarter::q4, "q4", {"৪র্থ ত্রৈমাসিক (এপ্রিল–জুন)", "Q4 (April–June)"}},
    };
    return rows;
}

namespace {

/// From the first circular's year on, for as long as anybody will plan.
constexpr int first_year = 2012;
constexpr int years_known = 40;

/// "২০২৬-২৭" and "2026-27" of each year that may be chosen.
std::vector<BilingualText> const& years() {
    static std::vector<BilingualText> const all = [] {
        std::vector<BilingualText> made;
        for (int start = first_year; start < first_year + years_known; ++start)
            made.push_back(
                {bangla::name({start}, Language::bn), bangla::name({start}, Language::en)});
        return made;
    }();
    return all;
}

bool is_year(std::string_view name) {
    return std::ranges::count(years(), name, &BilingualText::en) > 0;
}

} // namespace

std::optional<Message> Codec<evidence::YearChoice>::read(std::string_view text, Traits const&,
                                                         evidence::YearChoice& out) {
    out = {};
    if (text.empty()) return {};
    if (!is_year(text)) return Message{"field.not_a_choice"};
    out.name = text;
    return {};
}

std::vector<Option> Codec<evidence::YearChoice>::options() {
    std::vector<Option> all;
    for (auto const& year : years())
        all.push_back({year.en, {year.bn, year.en}});
    return all;
}

namespace evidence {
namespace {

constexpr std::array quarters{Quarter::q1, Quarter::q2, Quarter::q3, Quarter::q4};

constexpr auto title_bn =
    field<&Piece::title_bn>("title_bn", {"শিরোনাম", "Title"}, {.required = true});
constexpr auto title_en =
    field<&Piece::title_en>("title_en", {"ইংরেজি শিরোনাম", "Title in English"});
constexpr auto happened_on = field<&Piece::happened_on>(
    "happened_on", {"ঘটনার তারিখ", "Date of the event"},
    {.required = true,
     .hint = {"যা প্রমাণ করে তা যেদিন ঘটেছে", "The day on which what it proves happened"}});
constexpr Bilingual of_the_date = {"খালি রাখলে ঘটনার তারিখ থেকে ধরা হবে",
                                   "Left empty, that of the date of the event"};
constexpr auto year =
    field<&Piece::year>("year", {"যে অর্থবছরে গণ্য", "Counts in fiscal year"}, {.hint = of_the_date});
constexpr auto quarter = field<&Piece::quarter>(
    "quarter", {"যে ত্রৈমাসিকে গণ্য", "Counts in quarter"}, {.hint = of_the_date});
constexpr auto proves = field<&Piece::proves>("proves", {"কী প্রমাণ করে", "What it proves"},
                                              {.max_chars = 2000, .many_lines = true});
constexpr auto source =
    field<&Piece::source>("source", {"উৎস", "Source"},
                          {.hint = {"যেমন: আইসিটি সেলের নথি", "For example: the ICT cell's file"}});
constexpr auto link = field<&Piece::link>(
    "link", {"ওয়েব ঠিকানা", "Web address"},
    {.required = true, .max_chars = 2000, .hint = {"https:// দিয়ে শুরু", "Begins with https://"}});
constexpr auto statement = field<&Piece::statement>(
    "statement", {"বিবৃতি", "Statement"},
    {.required = true, .max_chars = 5000, .many_lines = true, .fixed = true});
constexpr auto attested_by = field<&Piece::attested_by>(
    "attested_by", {"যিনি স্বাক্ষর করেছেন", "Who signed"},
    {.hint = {"নাম ও পদবি; নিজের অ্যাকাউন্টে প্রত্যয়ন করলে খালি রাখুন",
              "Name and post; empty where you attest it by your own account"},
     .fixed = true});
constexpr auto attested_on =
    field<&Piece::attested_on>("attested_on", {"প্রত্যয়নের তারিখ", "Attested on"}, {.fixed = true});

constexpr std::array plain_fields{title_bn, title_en, happened_on, year, quarter, proves, source};
constexpr std::array link_fields{link, title_bn, title_en, happened_on,
                                 year, quarter,  proves,   source};
constexpr std::array statement_fields{title_bn, title_en, statement, happened_on, year,
                                      quarter,  proves,   source,    attested_by, attested_on};
static_assert(well_formed(plain_fields) && well_formed(link_fields)
              && well_formed(statement_fields));

std::vector<FieldError> check(Piece const& piece) {
    std::vector<FieldError> wrong;
    auto const scheme = piece.link.starts_with("https://") || piece.link.starts_with("http://");
    bool const plain = std::ranges::all_of(
        piece.link, [](char c) { return static_cast<unsigned char>(c) > ' ' && c != '\\'; });
    if (!piece.link.empty() && !(scheme && plain && piece.link.find('.') != std::string::npos))
        wrong.push_back({"link", {"evidence.link_bad"}});
    if (piece.happened_on && piece.year.name.empty()
        && !is_year(period_of(*piece.happened_on).year.name))
        wrong.push_back({"year", {"evidence.year_unknown"}, {"happened_on"}});
    return wrong;
}

constexpr Described<Piece> described(std::span<Field const> fields) {
    return {.name = "pieces",
            .title = {"প্রমাণক", "Evidence"},
            .one = {"প্রমাণক", "Piece of evidence"},
            .fields = fields,
            .check = check};
}

constinit Register<Piece> const plain_form{described(plain_fields)};
constinit Register<Piece> const link_form{described(link_fields)};
constinit Register<Piece> const statement_form{described(statement_fields)};

} // namespace

Register<Piece> const& form_of_kind(Kind kind) {
    switch (kind) {
    case Kind::link: return link_form;
    case Kind::statement: return statement_form;
    case Kind::file:
    case Kind::photograph:
    case Kind::record: break;
    }
    return plain_form;
}

Period period_of(Date on) {
    return {{bangla::name(bangla::fiscal_year(on), Language::en)},
            quarters.at(bangla::fiscal_quarter(on) - 1)};
}

Period Piece::period() const {
    auto period = happened_on ? period_of(*happened_on) : Period{};
    if (!year.name.empty()) period.year = year;
    if (quarter) period.quarter = *quarter;
    return period;
}

std::vector<FieldError> doubts(Piece const& piece, Date today) {
    std::vector<FieldError> wrong;
    if (piece.happened_on && *piece.happened_on > today)
        wrong.push_back({"happened_on", {"evidence.not_yet", {{"today", today}}}});
    if (piece.attested_on && *piece.attested_on > today)
        wrong.push_back({"attested_on", {"evidence.not_yet", {{"today", today}}}});
    else if (piece.attested_on && piece.happened_on && *piece.attested_on < *piece.happened_on)
        wrong.push_back({"attested_on", {"evidence.attested_before"}, {"happened_on"}});
    return wrong;
}

bool is_picture(std::string_view media_type) {
    return media_type == "image/png" || media_type == "image/jpeg";
}

std::string period_text(bangla::FiscalYear fiscal, std::string_view id) {
    return bangla::name(fiscal, Language::en) + '/' + std::string(id);
}

std::optional<Quarters> parse_period(std::string_view text) {
    auto const slash = text.find('/');
    if (slash == text.npos) return {};
    auto const fiscal = bangla::parse_fiscal_year(text.substr(0, slash));
    auto const id = text.substr(slash + 1);
    if (!fiscal) return {};
    auto const name = bangla::name(*fiscal, Language::en);
    if (id == "year") return Quarters{name, Quarter::q1, Quarter::q4};
    if (id == "half") return Quarters{name, Quarter::q1, Quarter::q2};
    if (auto const one = term_with_id<Quarter>(id)) return Quarters{name, *one, *one};
    return {};
}

std::string function_text(FunctionLink const& function) {
    return function.mandate + ':' + std::to_string(function.no);
}

std::optional<FunctionLink> parse_function(std::string_view text) {
    auto const colon = text.find(':');
    if (colon == text.npos) return {};
    FunctionLink found{.mandate = std::string(text.substr(0, colon))};
    auto const digits = text.substr(colon + 1);
    auto const [end, failed] =
        std::from_chars(digits.data(), digits.data() + digits.size(), found.no);
    auto const* mandate = shipped_mandates().find(found.mandate);
    if (failed != std::errc{} || end != digits.data() + digits.size() || !mandate
        || !mandate->function(found.no))
        return {};
    return found;
}

BilingualText function_label(FunctionLink const& function) {
    auto const* mandate = shipped_mandates().find(function.mandate);
    auto const* known = mandate ? mandate->function(function.no) : nullptr;
    if (!known) return {function_text(function), function_text(function)};
    auto const no = std::to_string(function.no);
    return {bangla::bangla_digits(no) + "। " + known->title.bn + " (" + mandate->title.bn + ')',
            no + ". " + known->title.en + " (" + mandate->title.en + ')'};
}

} // namespace evidence
} // namespace udb
