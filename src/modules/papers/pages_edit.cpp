// Editing a draft block by block: each block has fields of its own, and buttons move, remove and
// add. Whatever a button does, everything that was typed is saved with it.
#include "bangla/text/normalise.hpp"
#include "modules/papers/pages.hpp"
#include "modules/papers/policy.hpp"

#include <charconv>

namespace udb::papers {
namespace {

std::string typed(Call const& call, std::string const& name) {
    return std::string(bangla::trimmed(bangla::normalised(call.form[name])));
}

OfficePaper paper_of(Call const& call, OfficePaper paper) {
    paper.kind = term_with_id<PaperKind>(call.form["kind"]).value_or(paper.kind);
    paper.style = term_with_id<Style>(call.form["style"]).value_or(paper.style);
    paper.about = bangla::single_spaced(typed(call, "about"));
    paper.head = typed(call, "head");
    paper.website = typed(call, "website");
    for (auto const& [name, lines] :
         {std::pair{"references", &paper.references}, std::pair{"enclosures", &paper.enclosures},
          std::pair{"recipients", &paper.recipients}})
        if (call.form.fields.has(name)) *lines = typed(call, name);
    paper.signer = {.name = typed(call, "signer_name"),
                    .post = typed(call, "signer_post"),
                    .contacts = typed(call, "signer_contacts")};
    paper.copies = copies_of_text(typed(call, "copies"));
    paper.blocks.clear();
    // One more than is allowed, so that the limit can be told.
    for (std::size_t i = 0; i <= blocks_max; ++i) {
        auto const at = '_' + std::to_string(i);
        if (!call.form.fields.has("text" + at)) break;
        paper.blocks.push_back(
            {.kind =
                 term_with_id<BlockKind>(call.form["block" + at]).value_or(BlockKind::paragraph),
             .number = typed(call, "number" + at),
             .text = typed(call, "text" + at)});
    }
    return paper;
}

/// What a button asks: "up_3", "add_list". Gives the block to look at next.
std::size_t changed_by_button(OfficePaper& paper, std::string_view act) {
    auto& blocks = paper.blocks;
    if (act.starts_with("add_")) {
        auto const kind = term_with_id<BlockKind>(act.substr(4)).value_or(BlockKind::paragraph);
        blocks.push_back({.kind = kind});
        return blocks.size() - 1;
    }
    auto const line = act.rfind('_');
    if (line == act.npos) return 0;
    std::size_t i = 0;
    auto const digits = act.substr(line + 1);
    std::from_chars(digits.data(), digits.data() + digits.size(), i);
    if (i >= blocks.size()) return 0;
    auto const verb = act.substr(0, line);
    if (verb == "up" && i > 0) {
        std::swap(blocks[i], blocks[i - 1]);
        return i - 1;
    }
    if (verb == "down" && i + 1 < blocks.size()) {
        std::swap(blocks[i], blocks[i + 1]);
        return i + 1;
    }
    if (verb == "remove") blocks.erase(blocks.begin() + static_cast<std::ptrdiff_t>(i));
    return i;
}

class Editor {
public:
    Editor(Call const& call, PaperRecord const& record, std::optional<Error> const& error)
        : words_(call.words), call_(call), record_(record), error_(error) {}

    Html form() const {
        auto const& p = record_.paper;
        Html fields = html::hidden("version", std::to_string(record_.header.version));
        // The first button of a form is what the Enter key presses: it saves, and moves nothing.
        fields += ui::button_group(
            {ui::button({.label = words_("papers.save"), .name = "act", .value = "save"})});
        fields += line("about", p.about, words_("papers.about_hint"));
        fields += pick<PaperKind>("kind", "papers.column_kind", std::string(id_of(p.kind)));
        fields += pick<Style>("style", "papers.style", std::string(id_of(p.style)));
        fields += lines("head", p.head, 4, words_("papers.head_hint"));
        fields += line("website", p.website, "", true);
        if (is_addressed(p.kind) || !p.references.empty())
            fields += lines("references", p.references, 2, words_("papers.references_hint"), true);
        for (std::size_t i = 0; i < p.blocks.size(); ++i)
            fields += block(i, p.blocks[i]);
        fields += ui::button_group(
            {adding("paragraph"), adding("list"), adding("table"), adding("annex")});
        if (is_addressed(p.kind) || !p.enclosures.empty())
            fields += lines("enclosures", p.enclosures, 2, words_("papers.enclosures_hint"),
                            p.kind != PaperKind::forwarding);
        if (is_addressed(p.kind) || !p.recipients.empty())
            fields += lines("recipients", p.recipients, 4, words_("papers.recipients_hint"));
        fields += line("signer_name", p.signer.name);
        fields += line("signer_post", p.signer.post);
        fields +=
            lines("signer_contacts", p.signer.contacts, 3, words_("papers.contacts_hint"), true);
        fields += lines("copies", text_of_copies(p.copies), 12, words_("papers.copies_hint"));
        fields += ui::button_group(
            {ui::button({.label = words_("papers.save"), .name = "act", .value = "save"}),
             ui::button({.label = words_("papers.save_and_see"),
                         .kind = ui::Button::Kind::secondary,
                         .name = "act",
                         .value = "see"})});
        return ui::form({.action = url("/papers/{}", record_.id()), .csrf = call_.csrf()}, fields);
    }

private:
    std::string wrong(std::string_view field) const {
        return error_ ? ui::error_at(words_, error_->fields, field) : std::string();
    }
    Html line(std::string const& name, std::string const& value, std::string const& hint = {},
              bool optional = false) const {
        return ui::text_field(words_, {.name = name,
                                       .label = words_("papers.where_" + name),
                                       .value = value,
                                       .hint = hint,
                                       .error = wrong(name),
                                       .optional = optional});
    }
    Html lines(std::string const& name, std::string const& value, int rows, std::string const& hint,
               bool optional = false) const {
        return ui::text_area(words_, {.name = name,
                                      .label = words_("papers.where_" + name),
                                      .value = value,
                                      .hint = hint,
                                      .error = wrong(name),
                                      .rows = rows,
                                      .optional = optional});
    }
    template <class E>
    Html pick(std::string const& name, std::string_view label, std::string const& value) const {
        return ui::select(words_, {.name = name,
                                   .label = words_(label),
                                   .choices = choices_of<E>(words_),
                                   .value = value,
                                   .empty_line = false});
    }
    Html act(std::string const& verb, std::size_t i) const {
        return ui::button({.label = words_("papers." + verb + "_block"),
                           .kind = ui::Button::Kind::secondary,
                           .name = "act",
                           .value = verb + '_' + std::to_string(i)});
    }
    Html adding(std::string const& kind) const {
        return ui::button({.label = words_("papers.add_" + kind),
                           .kind = ui::Button::Kind::secondary,
                           .name = "act",
                           .value = "add_" + kind});
    }

    Html block(std::size_t i, PaperBlock const& b) const {
        auto const at = '_' + std::to_string(i);
        auto const kind = std::string(id_of(b.kind));
        auto const name = words_("papers.block_n", {{"no", std::int64_t(i + 1)},
                                                    {"kind", BilingualText(label_of(b.kind))}});
        Html inner = html::legend(name) + html::hidden("block" + at, kind);
        if (b.kind == BlockKind::paragraph)
            inner += ui::text_field(words_, {.name = "number" + at,
                                             .label = words_("papers.where_number"),
                                             .value = b.number,
                                             .width = 5,
                                             .optional = true});
        inner += ui::text_area(words_, {.name = "text" + at,
                                        .label = words_("papers.where_text"),
                                        .value = b.text,
                                        .hint = words_("papers.hint_" + kind),
                                        .error = wrong("text" + at),
                                        .rows = b.kind == BlockKind::paragraph ? 4 : 10});
        std::vector<Html> acts;
        if (i > 0) acts.push_back(act("up", i));
        if (i + 1 < record_.paper.blocks.size()) acts.push_back(act("down", i));
        acts.push_back(act("remove", i));
        auto const id = "part" + at;
        return html::fieldset({.id = id, .cls = "row-of-list"}, inner, ui::button_group(acts));
    }

    Words const& words_;
    Call const& call_;
    PaperRecord const& record_;
    std::optional<Error> const& error_;
};

Html summary_of(Words const& words, Error const& error) {
    std::vector<std::string> names;
    names.reserve(error.fields.size());
    std::vector<ui::FieldLabel> labels;
    for (auto const& problem : error.fields)
        labels.push_back({problem.field, names.emplace_back(name_of_field(words, problem.field))});
    return ui::error_summary(words, error, labels);
}

web::Response editor_page(Call const& call, PaperRecord const& record,
                          std::optional<Error> const& error = {}) {
    auto const& words = call.words;
    auto const preview =
        ui::section({.id = "preview",
                     .title = words("papers.preview"),
                     .body = sheet(words, official(record.paper, {}, bangla_words()),
                                   std::string(label_of(Stage::draft).bn))});
    auto const main =
        html::all(html::when(error.has_value(), [&] { return summary_of(words, *error); }),
                  ui::page_heading({.title = words("papers.edit_title"),
                                    .above = shown_title(call.words, {record.paper.about, ""}),
                                    .status = stage_mark(words, record.stage),
                                    .lead = words("papers.edit_lead")}),
                  Editor(call, record, error).form(), preview);
    return call.page(
        words("papers.edit_title"), main,
        {.before_main = ui::breadcrumb(
             words, {{words("papers.title"), "/papers"},
                     {shown_title(words, record.header.title), url("/papers/{}", record.id())}}),
         .problems = error ? std::max<std::size_t>(1, error->fields.size()) : 0,
         .wide = true,
         .status = !error                                ? 200
                   : error->kind == Error::Kind::invalid ? 422
                                                         : 409});
}

Result<PaperRecord> editable(Call const& call) {
    auto record = TRY(seen_paper(call));
    TRY(call.allow(policy, Act::write, record.header.target()));
    return record;
}

} // namespace

Result<web::Response> show_editor(Call& call) {
    auto const record = TRY(editable(call));
    if (record.stage != Stage::draft) return call.redirect(url("/papers/{}", record.id()));
    return editor_page(call, record);
}

Result<web::Response> post_editor(Call& call) {
    auto record = TRY(editable(call));
    auto const act = std::string(call.form["act"]);
    auto const read = read_header(call, record.id());
    record.paper = paper_of(call, record.paper);
    auto const next = changed_by_button(record.paper, act);
    auto const done = call.perform([&](Work& work) { return correct(work, read, record.paper); });
    if (!done) {
        // A conflict keeps the version that was read: what another person saved is not overwritten
        // unseen.
        record.header.version = read.version;
        return editor_page(call, record, done.error());
    }
    if (act == "see") return call.redirect(url("/papers/{}", record.id()), "papers.saved_flash");
    auto const here = url("/papers/{}/edit", record.id());
    if (act == "save") return call.redirect(here, "papers.saved_flash");
    return call.redirect(here.at("part_" + std::to_string(next)), "papers.saved_flash");
}

} // namespace udb::papers
