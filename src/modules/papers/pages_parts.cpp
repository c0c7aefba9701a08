// What the pages of papers share.
#include "bangla/calendar/written_date.hpp"
#include "bangla/text/digits.hpp"
#include "bangla/text/normalise.hpp"
#include "host/application.hpp"
#include "host/sight.hpp"
#include "modules/papers/pages.hpp"
#include "modules/papers/pages_html.hpp"
#include "modules/papers/policy.hpp"
#include "platform/qr.hpp"

#include <charconv>
#include <set>

namespace udb::papers {

Result<PaperRecord> seen_paper(Call const& call) {
    auto const id = TRY(call.id<IssuedPaper>());
    auto record = call.look([&](Db& db) { return find_paper(db, id); });
    if (!record) return not_found();
    TRY(allow_reading(call, record->header));
    return *std::move(record);
}

bool may_see_drafts(Call const& call, Target const& target) {
    return call.may(policy, Act::write, target) || call.may(policy, Act::approve, target)
           || call.may(policy, Act::issue, target);
}

Header read_header(Call const& call, Id<IssuedPaper> id) {
    Header header{.id = as_record(id), .version = 0};
    auto const version = call.form["version"];
    std::from_chars(version.data(), version.data() + version.size(), header.version);
    return header;
}

std::vector<std::string> own_paths(Call const& call) {
    std::set<std::string> paths;
    for (auto const& a : call.actor.assignments)
        if (may_see_drafts(call, {.office_path = a.office_path})) paths.insert(a.office_path);
    return {paths.begin(), paths.end()};
}
std::int64_t number_of(std::string_view text, std::int64_t otherwise) {
    auto const ascii = bangla::ascii_digits(text);
    std::int64_t number = 0;
    auto const* end = ascii.data() + ascii.size();
    auto const read = std::from_chars(ascii.data(), end, number);
    return read.ec == std::errc{} && read.ptr == end ? number : otherwise;
}
std::string shown_title(Words const& words, BilingualText const& about) {
    auto const& title = words(about);
    return title.empty() ? words("papers.untitled") : title;
}

Html stage_mark(Words const& words, Stage stage) {
    using Tone = ui::Status::Tone;
    static constexpr Tone tones[] = {Tone::waiting, Tone::waiting, Tone::waiting, Tone::good,
                                     Tone::past,    Tone::bad,     Tone::past};
    return ui::status({.text = std::string(words(label_of(stage))),
                       .tone = tones[static_cast<std::size_t>(stage)]});
}

Result<Date> day_typed(std::string_view typed, std::string_view field) {
    if (bangla::trimmed(typed).empty()) return invalid(std::string(field), {"field.required"});
    auto const read = bangla::parse_date(typed);
    if (!read) return invalid(std::string(field), read.error().message);
    if (!read->date) return invalid(std::string(field), {"field.date_without_year"});
    return *read->date;
}

std::string verify_address(Call const& call, Id<IssuedPaper> id) {
    auto const& base = call.application().parts().public_url;
    return base.empty() ? std::string() : base + "/verify/" + to_string(id);
}

Html verify_code(Call const& call, Id<IssuedPaper> id, int pixels) {
    auto const address = verify_address(call, id);
    if (address.empty()) return {};
    auto const code = qr_code(address);
    return ui::qr_image({.side = code.side + 8,
                         .path = qr_path(code),
                         .label = call.words("papers.verify_code"),
                         .pixels = pixels});
}

namespace {

std::string family_of(std::string const& field) {
    auto const line = field.rfind('_');
    auto const digits = line == field.npos ? std::string() : field.substr(line + 1);
    bool const counts = !digits.empty() && digits.find_first_not_of("0123456789") == digits.npos;
    return counts ? field.substr(0, line) : field;
}

} // namespace

std::string name_of_field(Words const& words, std::string const& field) {
    return words("papers.where_" + family_of(field));
}

namespace {

std::vector<std::string> signature_lines(bangla::Signature const& s) {
    std::vector<std::string> lines;
    for (auto const* one : {&s.by_order, &s.date, &s.name, &s.post})
        if (!one->empty()) lines.push_back(*one);
    lines.insert(lines.end(), s.contacts.begin(), s.contacts.end());
    return lines;
}

/// Puts each block at its place on the sheet; all that is text goes into the body.
struct OnSheet {
    ui::Paper& sheet;
    bool is_signed = false; ///< what comes now stands below the signature
    bool in_annex = false;

    void operator()(bangla::Head const& b) {
        sheet.head = b.lines;
        if (!b.website.empty()) sheet.head.push_back(b.website);
    }
    void operator()(bangla::MemoDate const& b) {
        sheet.memo = b.memo;
        sheet.bangla_date = b.dates.label + ' ' + b.dates.bangla;
        sheet.gregorian_date = b.dates.gregorian;
    }
    void operator()(bangla::Title const& b) { sheet.title = b.text; }
    void operator()(bangla::Signature const& b) {
        sheet.signature = signature_lines(b);
        is_signed = true;
    }
    void operator()(bangla::PageBreak const&) { in_annex = true; }
    void operator()(bangla::QrMark const& b) {
        Html lines;
        for (auto const& line : b.lines)
            lines += html::p(line);
        // The code stands on the PDF and on the paper's public page; here its words are enough.
        sheet.mark = html::div({.cls = "paper-mark"}, lines);
    }
    void operator()(bangla::CopyBlock const& b) {
        sheet.copies_head = b.memo + ' ' + b.heading;
        for (auto const& line : b.recipients)
            sheet.copies.push_back(line.label + ' ' + line.text);
    }
    template <class Other>
    void operator()(Other const& b) {
        (in_annex ? sheet.annexes : is_signed ? sheet.below : sheet.body) += block_html(b);
    }
};

} // namespace

Html sheet(Words const& words, bangla::Paper const& paper, std::string stamp) {
    ui::Paper out;
    out.stamp = std::move(stamp);
    OnSheet on_sheet{out};
    for (auto const& block : paper.blocks)
        std::visit(on_sheet, block);
    return ui::paper(words, out);
}

Html draft_findings(Words const& words, std::vector<DraftFinding> const& findings,
                    Url const& form) {
    if (findings.empty())
        return ui::notice(words, {.kind = ui::Notice::Kind::success,
                                  .heading = words("papers.check_title"),
                                  .body = html::p(words("papers.check_clean"))});
    std::vector<ui::FindingLine> lines;
    for (auto const& f : findings) {
        using Severity = ui::FindingLine::Severity;
        auto const severity = f.severity == DraftFinding::Severity::error     ? Severity::error
                              : f.severity == DraftFinding::Severity::warning ? Severity::warning
                                                                              : Severity::note;
        Html action;
        if (!form.empty())
            action = ui::link({.text = words("papers.to_field"), .href = form.at(f.field)});
        lines.push_back({.severity = severity,
                         .where = name_of_field(words, f.field),
                         .sentence = words(f.says),
                         .action = action});
    }
    return ui::findings(words, lines);
}

} // namespace udb::papers
