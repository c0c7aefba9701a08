// The transfer in one step: who leaves, who comes (known already, or new in the same form), from
// when, how, and by which order.
#include "bangla/text/normalise.hpp"
#include "modules/offices/pages.hpp"
#include "modules/people/pages.hpp"
#include "modules/people/people.hpp"
#include "modules/people/policy.hpp"
#include "web/components/components.hpp"

namespace udb::people {
namespace {

struct Place {
    offices::PostRecord post;
    std::vector<offices::OfficeLine> way;
    std::vector<Holder> holders;
};

Result<Place> place_of(Call const& call) {
    auto const id = TRY(call.id<Post>());
    auto place = call.look([&](Db& db) -> std::optional<Place> {
        auto post = offices::find_post(db, id);
        if (!post) return {};
        auto way = offices::way_to(db, post->header.office_path);
        return Place{std::move(*post), std::move(way),
                     holders_on(db, std::span(&id, 1), end_of_days)};
    });
    if (!place) return not_found();
    TRY(call.allow(policy, Act::transfer, place->post.header.target()));
    return std::move(*place);
}

Html leaves(Words const& words, Place const& place, Holder const* holder) {
    Html value = holder
                     ? ui::link({.text = words(holder->name),
                                 .href = url("/people/{}", holder->holding.officer)})
                     : ui::status({.text = words("ui.vacant"), .tone = ui::Status::Tone::unsure});
    std::vector<ui::SummaryRow> rows{
        {words("people.post"), text(words(offices::label_of(place.post.post)))},
        {words("people.leaves"), std::move(value)}};
    if (holder)
        rows.push_back(
            {words("people.since"), text(words.date(holder->holding.from) + ", "
                                         + std::string(words(label_of(holder->holding.kind))))});
    return ui::summary_list(rows);
}

Html comes_fields(Call const& call, FormValues const& form,
                  std::vector<FieldError> const& problems) {
    auto const& words = call.words;
    auto who = value_of(form, "who");
    auto const text_of = [&](std::string name, std::string_view key, bool optional = true) {
        auto value = value_of(form, name);
        auto error = ui::error_at(words, problems, name);
        return ui::text_field(words, {.name = std::move(name),
                                      .label = words(key),
                                      .value = std::move(value),
                                      .error = std::move(error),
                                      .optional = optional});
    };
    return html::all(
        ui::radios(words, {.name = "who",
                           .label = words("people.comes"),
                           .choices = {{"known", words("people.comes_known")},
                                       {"new", words("people.comes_new")},
                                       {"nobody", words("people.comes_nobody")}},
                           .value = std::move(who),
                           .error = ui::error_at(words, problems, "who")}),
        picker(words, officer_picker(call, form,
                                     {.name = "comes",
                                      .label = words("people.comes_which"),
                                      .error = ui::error_at(words, problems, "comes")})),
        ui::framed_group(words, {.name = "newcomer", .label = words("people.new_officer")},
                         html::all(text_of("name_bn", "people.name_bn", false),
                                   text_of("name_en", "people.name_en"),
                                   text_of("email", "people.email"))));
}

web::Response transfer_page(Call const& call, Place const& place, FormValues const& form,
                            std::optional<Error> const& error) {
    auto const& words = call.words;
    auto const problems = error ? error->fields : std::vector<FieldError>{};
    auto const* holder = acting(place.holders, place.post.id());
    std::vector<ui::Choice> kinds;
    for (auto const& term : terms<HoldingKind>())
        kinds.push_back({std::string(term.id), std::string(words(term.label))});
    auto kind = value_of(form, "kind");
    auto const fields =
        html::all(html::hidden("leaves", holder ? to_string(holder->holding.officer) : "0"),
                  comes_fields(call, form, problems),
                  ui::date_field(words, {.name = "from",
                                         .label = words("people.from_when"),
                                         .value = value_of(form, "from"),
                                         .error = ui::error_at(words, problems, "from")}),
                  ui::radios(words, {.name = "kind",
                                     .label = words("people.kind"),
                                     .choices = std::move(kinds),
                                     .value = kind.empty() ? "regular" : std::move(kind),
                                     .error = ui::error_at(words, problems, "kind")}),
                  ui::text_field(words, {.name = "memo",
                                         .label = words("people.memo"),
                                         .value = value_of(form, "memo"),
                                         .error = ui::error_at(words, problems, "memo"),
                                         .optional = true}),
                  ui::button({.label = words("people.transfer_do")}));
    Html main;
    if (error)
        main += ui::error_summary(words, *error,
                                  {{"who", words("people.comes")},
                                   {"comes", words("people.comes_which")},
                                   {"name_bn", words("people.name_bn")},
                                   {"name_en", words("people.name_en")},
                                   {"email", words("people.email")},
                                   {"from", words("people.from_when")},
                                   {"kind", words("people.kind")},
                                   {"memo", words("people.memo")}});
    main += ui::page_heading(
        {.title = words("people.transfer_title"), .lead = words("people.transfer_lead")});
    main += leaves(words, place, holder);
    main += ui::form({.action = url("/posts/{}/transfer", place.post.id()), .csrf = call.csrf()},
                     fields);
    int status = 200;
    if (error) status = error->kind == Error::Kind::conflict ? 409 : 422;
    return call.page(words("people.transfer_title"), main,
                     {.before_main = offices::way_back(call, place.way),
                      .problems = error ? std::max<std::size_t>(1, problems.size()) : 0,
                      .status = status});
}

/// What the form asks for. An officer who is new is not known yet.
struct Asked {
    TransferOrder order;
    std::optional<Officer> newcomer;
};

Result<Asked> asked_of(Place const& place, FormValues const& form) {
    std::vector<FieldError> wrong;
    Asked asked;
    asked.order.transfer.post = place.post.id();
    auto const who = value_of(form, "who");
    if (who == "known") {
        asked.order.transfer.comes = parse_id<Officer>(value_of(form, "comes"));
        if (!asked.order.transfer.comes) wrong.push_back({"comes", {"people.choose_officer"}});
    } else if (who == "new") {
        auto officer = parse(officer_register, form, {.office = place.post.post.office});
        if (officer) {
            officer->office = place.post.post.office;
            asked.newcomer = std::move(*officer);
        } else {
            wrong = std::move(officer).error().fields;
        }
    } else if (who != "nobody") {
        wrong.push_back({"who", {"field.required"}});
    }
    std::optional<Date> from;
    if (auto message = read_date(value_of(form, "from"), from))
        wrong.push_back({"from", std::move(*message)});
    else if (!from)
        wrong.push_back({"from", {"field.required"}});
    auto const kind = term_with_id<HoldingKind>(value_of(form, "kind"));
    if (!kind) wrong.push_back({"kind", {"field.not_a_choice"}});
    if (auto message = read_text(value_of(form, "memo"), {.max_chars = 100}, asked.order.memo))
        wrong.push_back({"memo", std::move(*message)});
    if (!wrong.empty()) return invalid(std::move(wrong));
    asked.order.transfer.from = *from;
    asked.order.transfer.kind = *kind;
    auto const shown = value_of(form, "leaves");
    if (!shown.empty()) asked.order.leaves_shown = parse_id<Officer>(shown).value_or(Id<Officer>{});
    return asked;
}

} // namespace

Result<web::Response> show_transfer(Call& call) {
    auto const place = TRY(place_of(call));
    return transfer_page(call, place, {}, {});
}

Result<web::Response> post_transfer(Call& call) {
    auto const place = TRY(place_of(call));
    auto const form = call.values();
    if (picker_asked(form)) {
        auto searched = form;
        if (value_of(searched, "who").empty()) searched.emplace("who", "known");
        return transfer_page(call, place, searched, {});
    }
    auto asked = asked_of(place, form);
    if (!asked) return transfer_page(call, place, form, asked.error());
    auto const moved = call.perform([&](Work& work) -> Result<Transferred> {
        auto order = asked->order;
        if (asked->newcomer) order.transfer.comes = TRY(add_officer(work, *asked->newcomer));
        return transfer(work, order);
    });
    if (moved)
        return call.redirect(url("/posts/{}", place.post.id()),
                             moved->given_up ? "people.transferred_from_post_flash"
                                             : "people.transferred_flash");
    auto const kind = moved.error().kind;
    if (kind == Error::Kind::forbidden || kind == Error::Kind::not_found) return moved.error();
    return transfer_page(call, place, form, moved.error());
}

} // namespace udb::people
