// The page /api: how a program reads and writes what is here, with commands that can be tried.
#include "host/application.hpp"
#include "host/problem.hpp"
#include "modules/tokens/pages.hpp"
#include "registers/api/api.hpp"
#include "web/components/components.hpp"

namespace udb::tokens {
namespace {

/// A command as a terminal takes it; `tests/api` runs each.
Html command(std::string const& lines) {
    return html::pre({.cls = "original", .more = {{"lang", "en"}, {"tabindex", "0"}}},
                     html::code(lines));
}

std::string base_of(Call const& call) {
    return (call.request.secure ? "https://" : "http://") + call.request.host
           + std::string(api_base);
}

RegisterView const* first_register(Call const& call) {
    for (auto const* module : call.application().parts().modules)
        for (auto const& kept : module->registers)
            if (kept.serves(Act::write)) return kept.reg;
    return nullptr;
}

Html registers_of(Call const& call) {
    auto const& words = call.words;
    std::vector<ui::Table::Row> rows;
    for (auto const* module : call.application().parts().modules)
        for (auto const& kept : module->registers) {
            auto const name = std::string(kept.reg->name);
            auto scopes = html::code(scope_for(name, Act::read));
            if (kept.serves(Act::write))
                scopes += html::all(text(", "), html::code(scope_for(name, Act::write)));
            rows.push_back({.cells = {text(words(kept.reg->title)),
                                      html::code(std::string(api_base) + '/' + name), scopes}});
        }
    return ui::table({.caption = words("tokens.api_registers"),
                      .columns = {{words("tokens.api_register")},
                                  {words("tokens.api_address")},
                                  {words("tokens.scopes")}},
                      .rows = std::move(rows),
                      .hidden_caption = true});
}

/// A body that corrects a record: one text that may be left out.
std::string correction_of(RegisterView const& reg) {
    for (auto const& f : reg.fields)
        if (f.control == Control::text && !f.traits.required && !f.traits.code)
            return "{\"" + std::string(f.name) + "\": \"Example\"}";
    return "{}";
}

Html examples_of(Call const& call, RegisterView const& reg) {
    auto const& words = call.words;
    auto const all = base_of(call) + '/' + std::string(reg.name);
    std::string const token = "  -H \"Authorization: Bearer $UDB_TOKEN\" \\\n";
    std::string const json = "  -H 'Content-Type: application/json' \\\n";
    return html::all(html::p(words("tokens.api_example_token")), command("export UDB_TOKEN=udb_…"),
                     html::p(words("tokens.api_example_list")),
                     command("curl -sS \\\n" + token + "  '" + all + "?limit=2'"),
                     html::p(words("tokens.api_example_new")),
                     command("curl -sS -i -X POST \\\n" + token + json + "  -d '" + api_example(reg)
                             + "' \\\n  '" + all + "'"),
                     html::p(words("tokens.api_example_change")),
                     command("ETAG=$(curl -sS -I \\\n" + token + "  '" + all
                             + "/1' | tr -d '\\r' | sed -n 's/^ETag: //p')\n"
                             + "curl -sS -X PATCH \\\n" + token + json
                             + "  -H \"If-Match: $ETAG\" \\\n" + "  -d '" + correction_of(reg)
                             + "' \\\n  '" + all + "/1'"));
}

Html problems_of(Call const& call) {
    auto const& words = call.words;
    Html rows;
    for (auto const kind : problem_kinds()) {
        auto const key = "api." + std::string(kind);
        rows += html::tag("li", {.id = kind},
                          html::all(html::strong(words(key + "_title")), text(" — "),
                                    html::code(std::string(kind) + ", HTTP "
                                               + std::to_string(status_of(Problem{.kind = kind}))),
                                    html::br(), text(words(key))));
    }
    return html::ul(rows);
}

} // namespace

Result<web::Response> show_api(Call& call) {
    auto const& words = call.words;
    auto const* first = first_register(call);
    auto const main = html::all(
        ui::page_heading({.title = words("tokens.api_title"), .lead = words("tokens.api_lead")}),
        ui::section({.id = "token",
                     .title = words("tokens.api_token_title"),
                     .body = html::all(html::p(words("tokens.api_token")),
                                       html::p(ui::link({.text = words("tokens.title"),
                                                         .href = "/account/tokens"})))}),
        ui::section({.id = "registers",
                     .title = words("tokens.api_registers"),
                     .body = html::all(registers_of(call),
                                       html::p(ui::link({.text = words("tokens.api_openapi"),
                                                         .href = "/api/v1/openapi.json"})))}),
        html::when(first != nullptr,
                   [&] {
                       return ui::section({.id = "examples",
                                           .title = words("tokens.api_examples"),
                                           .body = examples_of(call, *first)});
                   }),
        ui::section({.id = "rules",
                     .title = words("tokens.api_rules"),
                     .body = html::ul(html::li(words("tokens.api_rule_values")),
                                      html::li(words("tokens.api_rule_members")),
                                      html::li(words("tokens.api_rule_match")),
                                      html::li(words("tokens.api_rule_pages")),
                                      html::li(words("tokens.api_rule_pace")))}),
        ui::section(
            {.id = "problems",
             .title = words("tokens.api_problems"),
             .body = html::all(html::p(words("tokens.api_problems_lead")), problems_of(call))}));
    return call.page(words("tokens.api_title"), main);
}

} // namespace udb::tokens
