// How an office numbers its papers.
#include "modules/offices/offices.hpp"
#include "modules/papers/pages.hpp"
#include "modules/papers/policy.hpp"

namespace udb::papers {
namespace {

web::Response series_page(Call const& call, offices::OfficeRecord const& office,
                          NumberSeries const& series, FormValues const& typed,
                          std::optional<Error> const& error = {}) {
    auto const& words = call.words;
    auto const value = [&](std::string const& name, std::string const& otherwise) {
        auto const found = typed.find(name);
        return found == typed.end() ? otherwise : found->second;
    };
    auto const wrong = [&](std::string_view field) {
        return error ? ui::error_at(words, error->fields, field) : std::string();
    };
    auto const last = series.year == year_of(call.today) ? series.last : 0;
    auto const fields =
        html::all(html::hidden("version", value("version", std::to_string(series.version))),
                  ui::radios(words, {.name = "source",
                                     .label = words("papers.source"),
                                     .choices = choices_of<NumberSource>(words),
                                     .value = value("source", std::string(id_of(series.source))),
                                     .hint = words("papers.source_hint")}),
                  ui::text_field(words, {.name = "base",
                                         .label = words("papers.base"),
                                         .value = value("base", series.base),
                                         .hint = words("papers.base_hint"),
                                         .error = wrong("base"),
                                         .optional = true}),
                  ui::text_field(words, {.name = "last",
                                         .label = words("papers.last"),
                                         .value = value("last", words.number(last)),
                                         .hint = words("papers.last_hint"),
                                         .error = wrong("last"),
                                         .width = 5,
                                         .digits = true,
                                         .optional = true}),
                  ui::button({.label = words("ui.save")}));
    auto const main = html::all(
        html::when(error.has_value(),
                   [&] {
                       return ui::error_summary(
                           words, *error,
                           {{"base", words("papers.base")}, {"last", words("papers.last")}});
                   }),
        ui::page_heading({.title = words("papers.series_title"),
                          .above = words(office.office.name()),
                          .lead = words("papers.series_lead")}),
        ui::form({.action = url("/paper-numbers/{}", office.id()), .csrf = call.csrf()}, fields));
    return call.page(words("papers.series_title"), main,
                     {.before_main = ui::breadcrumb(words, {{words("papers.title"), "/papers"}}),
                      .problems = error ? std::max<std::size_t>(1, error->fields.size()) : 0,
                      .status = error ? 422 : 200});
}

Result<offices::OfficeRecord> numbered_office(Call const& call) {
    auto const id = TRY(call.id<Office>());
    auto office = call.look([&](Db& db) { return offices::find_office(db, id); });
    if (!office) return not_found();
    TRY(call.allow(policy, Act::issue, office->header.target()));
    return *std::move(office);
}

} // namespace

Result<web::Response> show_series(Call& call) {
    auto const office = TRY(numbered_office(call));
    auto const series = call.look([&](Db& db) { return series_of(db, office.id()); });
    return series_page(call, office, series, {});
}

Result<web::Response> post_series(Call& call) {
    auto const office = TRY(numbered_office(call));
    auto const before = call.look([&](Db& db) { return series_of(db, office.id()); });
    NumberSeries const asked{
        .source = term_with_id<NumberSource>(call.form["source"]).value_or(NumberSource::dnothi),
        .base = std::string(call.form["base"]),
        .last = number_of(call.form["last"], -1),
        .version = number_of(call.form["version"], -1)};
    constexpr std::int64_t last_max = 1'000'000;
    if (asked.source == NumberSource::own && (asked.last < 0 || asked.last > last_max))
        return series_page(call, office, before, call.values(),
                           invalid("last", {"field.not_a_number"}));
    auto const done =
        call.perform([&](Work& work) { return set_series(work, office.id(), asked); });
    if (!done && done.error().kind != Error::Kind::forbidden)
        return series_page(call, office, before, call.values(), done.error());
    if (!done) return done.error();
    return call.redirect(url("/paper-numbers/{}", office.id()), "papers.series_flash");
}

} // namespace udb::papers
