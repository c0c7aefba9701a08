// The order desk: a text in, a proposal to correct, an accepted order. Nothing is saved before it
// is accepted, and nothing that was typed is lost.
#include "bangla/text/encoding.hpp"
#include "bangla/text/normalise.hpp"
#include "bangla/text/search_key.hpp"
#include "modules/mandates/accepted_actions.hpp"
#include "modules/mandates/desk_page_parts.hpp"
#include "modules/mandates/pages.hpp"
#include "modules/mandates/policy.hpp"
#include "modules/offices/offices.hpp"
#include "registers/pages/picker.hpp"
#include "web/components/components.hpp"

namespace udb::mandates {
namespace {

Html trail(Words const& words) {
    return ui::breadcrumb(words, {{words("mandates.title"), "/mandates"},
                                  {words("mandates.orders_title"), "/orders"}});
}

web::Response blank_desk(Call const& call, std::string const& typed,
                         std::vector<FieldError> const& errors) {
    auto const& words = call.words;
    auto const fields =
        html::all(ui::text_area(words, {.name = "text",
                                        .label = words("mandates.desk_text"),
                                        .value = typed,
                                        .hint = words("mandates.desk_text_hint"),
                                        .error = ui::error_at(words, errors, "text"),
                                        .rows = 14,
                                        .optional = true}),
                  ui::file_upload(words, {.name = "file",
                                          .label = words("mandates.desk_file"),
                                          .hint = words("mandates.desk_file_hint"),
                                          .error = ui::error_at(words, errors, "file"),
                                          .accept = ".txt,.md,text/plain",
                                          .optional = true}),
                  ui::button({.label = words("mandates.desk_read")}));
    auto const main =
        html::all(ui::error_summary(words, errors),
                  ui::page_heading(
                      {.title = words("mandates.desk_title"), .lead = words("mandates.desk_lead")}),
                  ui::form({.action = "/orders/read", .csrf = call.csrf(), .files = true}, fields));
    return call.page(words("mandates.desk_title"), main,
                     {.before_main = trail(words),
                      .problems = errors.size(),
                      .status = errors.empty() ? 200 : 422});
}

/// The office that the paper itself names, where the actor may keep its books; else the actor's
/// own.
std::string office_of(Call const& call, Order const& order) {
    auto const& name = order.head.office;
    if (!name.empty()) {
        auto const found = call.look([&](Db& db) {
            return offices::find_offices(db, {.search = name, .size = 50}, call.today);
        });
        for (auto const& line : found.lines)
            if ((bangla::folded(line.name.bn) == bangla::folded(name)
                 || bangla::folded(line.name.en) == bangla::folded(name))
                && call.may(policy, Act::accept, {.office_path = line.path}))
                return to_string(line.id);
    }
    return call.actor.office ? to_string(call.actor.office) : "";
}

Html office_picker(Call const& call, Desk const& desk) {
    auto const& words = call.words;
    auto const search = [&](std::string_view text) {
        std::vector<ui::Choice> found;
        auto const lines = call.look([&](Db& db) {
            return offices::find_offices(db, {.search = text, .size = Picker::most}, call.today);
        });
        for (auto const& line : lines.lines)
            found.push_back({to_string(line.id), words(line.name), words(line.parent_name)});
        return found;
    };
    auto const name_of = [&](std::string_view value) -> std::string {
        auto const id = parse_id<Office>(value);
        if (!id) return {};
        auto const office = call.look([&](Db& db) { return offices::find_office(db, *id); });
        return office ? words(office->office.name()) : "";
    };
    return picker(words, picked({.name = "office",
                                 .label = words("mandates.desk_office"),
                                 .hint = words("mandates.desk_office_hint"),
                                 .error = ui::error_at(words, desk.errors, "office"),
                                 .enter_submits = false},
                                desk.form, search, name_of));
}

/// The text again, to mend and have read anew.
Html reading_again(Call const& call, Desk const& desk) {
    auto const& words = call.words;
    auto const fields = html::all(
        ui::text_area(words, {.name = "text",
                              .label = words("mandates.desk_text"),
                              .value = desk.text,
                              .hint = words("mandates.desk_again_hint"),
                              .rows = 18}),
        ui::button({.label = words("mandates.desk_again"), .kind = ui::Button::Kind::secondary}));
    return html::details(
        {.cls = "more"}, html::summary(words("mandates.desk_original")),
        ui::form({.action = "/orders/read", .csrf = call.csrf(), .files = true}, fields));
}

web::Response proposal(Call const& call, Desk const& desk) {
    auto const& words = call.words;
    auto const count = static_cast<std::int64_t>(desk.read.findings.size());
    auto const memo = value_in(desk.form, "memo");
    auto const known = call.look([&](Db& db) {
        auto const id = parse_id<Office>(value_in(desk.form, "office"));
        auto const office = id ? offices::find_office(db, *id) : std::nullopt;
        return order_with_memo(db, memo, office ? office->path() : std::string{});
    });
    Html before;
    if (known)
        before = ui::notice(
            words, {.kind = ui::Notice::Kind::problem,
                    .heading = words("mandates.desk_known_title"),
                    .body = ui::link({.text = words(known->title) + " (" + known->memo + ")",
                                      .href = url("/orders/{}", known->id)})});
    auto const found = count == 0 ? words("mandates.desk_no_findings")
                                  : words("mandates.desk_findings", {{"n", count}});
    DeskPage page(call, desk);
    auto const form = page.drawn(office_picker(call, desk));
    std::vector<ui::FieldLabel> labels;
    for (auto const& [field, label] : page.labels())
        labels.push_back({field, label});
    auto const main = html::all(
        ui::error_summary(words, desk.errors, labels),
        ui::page_heading(
            {.title = words("mandates.proposal_title"), .lead = words("mandates.proposal_lead")}),
        before,
        ui::notice(words, {.heading = found, .body = text(words("mandates.desk_not_saved"))}),
        reading_again(call, desk), form);
    return call.page(words("mandates.proposal_title"), main,
                     {.before_main = trail(words),
                      .problems = desk.errors.size(),
                      .wide = true,
                      .status = desk.errors.empty() ? 200 : 422});
}

/// A text or a file, as text in UTF-8; the fault is at the field that it came from.
struct Given {
    std::string field = "text";
    std::string_view bytes;
};

Result<std::string> text_given(Given const& given) {
    if (bangla::trimmed(given.bytes).empty()) return invalid(given.field, {"mandates.desk_empty"});
    auto text = bangla::text_of(given.bytes);
    if (!text) return invalid(given.field, text.error().message);
    if (!fits_desk(*text)) return invalid(given.field, {"mandates.desk_too_long"});
    return text;
}

Result<Order> order_given(std::string const& field, std::string const& text) {
    auto read = read_order(text);
    if (!read) return invalid(field, read.error().message);
    return read;
}

} // namespace

Result<web::Response> show_desk(Call& call) { return blank_desk(call, {}, {}); }

Result<web::Response> post_read(Call& call) {
    std::string const typed{call.form["text"]};
    auto const* file = call.form.file("file");
    bool const pasted = !bangla::trimmed(typed).empty();
    if (file && pasted) return blank_desk(call, typed, {{"file", {"mandates.desk_both"}}});
    Given const given{.field = file ? "file" : "text",
                      .bytes = file ? file->bytes : std::string_view(typed)};
    auto const text = text_given(given);
    if (!text) return blank_desk(call, typed, text.error().fields);
    auto const read = order_given(given.field, *text);
    // What came in a file can now be seen and mended.
    if (!read) return blank_desk(call, *text, read.error().fields);
    Desk desk{.read = *read, .form = desk_form(*read), .text = *text};
    desk.form.emplace("office", office_of(call, *read));
    return proposal(call, desk);
}

Result<web::Response> post_accept(Call& call) {
    std::string const typed{call.form["text"]};
    auto const text = text_given({.bytes = typed});
    if (!text) return blank_desk(call, typed, text.error().fields);
    auto const read = order_given("text", *text);
    if (!read) return blank_desk(call, *text, read.error().fields);
    Desk desk{.read = *read, .form = call.values(), .text = *text};
    if (picker_asked(desk.form)) return proposal(call, desk);

    auto const form = with_accepted(*read, desk.form);
    auto corrected = order_from_form(*read, form);
    if (!corrected) desk.errors = corrected.error().fields;
    auto const office_id = parse_id<Office>(value_in(desk.form, "office"));
    auto const office = call.look([&](Db& db) {
        return office_id ? offices::find_office(db, *office_id)
                         : std::optional<offices::OfficeRecord>{};
    });
    if (!office)
        desk.errors.push_back({"office", {"field.required"}});
    else if (!call.may(policy, Act::accept, office->header.target()))
        desk.errors.push_back({"office", {"mandates.desk_other_office"}});
    if (!desk.errors.empty()) return proposal(call, desk);

    corrected->findings = open_findings(*read, form, *corrected);
    Acceptance const accepted{.office_path = office->path(),
                              .order = *corrected,
                              .original = *text,
                              .corrections = corrections_in(*read, form)};
    auto const id = call.perform(accept_order, accepted);
    if (!id) {
        // Somebody accepted the same number a moment ago, or the like: what was typed stays.
        desk.errors = id.error().fields;
        if (desk.errors.empty()) desk.errors.push_back({"memo", id.error().message});
        return proposal(call, desk);
    }
    return call.redirect(url("/orders/{}", *id), "mandates.accepted_flash");
}

} // namespace udb::mandates
