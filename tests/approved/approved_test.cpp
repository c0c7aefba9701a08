// What changes only with a second look: who may do what, the routes, the schema of both databases.
// UDB_APPROVE=1 writes the files anew; the difference is then reviewed like law.
#include "app/modules.hpp"
#include "host/application.hpp"
#include "platform/files.hpp"
#include "registers/api/api.hpp"
#include "registers/pages/pages.hpp"
#include "support/databases.hpp"
#include "web/http/router.hpp"

#include <algorithm>
#include <cstdlib>
#include <doctest/doctest.h>
#include <fstream>
#include <iterator>

using namespace udb;

namespace udb::embedded {
std::span<EmbeddedFile const> assets();
}

namespace {

void approved(std::string const& name, std::string const& is) {
    auto const path = std::string(UDB_SOURCE_DIR "/tests/approved/") + name;
    if (std::getenv("UDB_APPROVE")) std::ofstream(path) << is;
    std::ifstream file(path);
    std::string const was{std::istreambuf_iterator<char>(file), {}};
    CHECK_MESSAGE(was == is, name, " differs: run with UDB_APPROVE=1, and look at the difference");
}

/// JSON without a string's content touched, a line for each member and element.
std::string spread(std::string const& json) {
    std::string out;
    bool in_string = false, escaped = false;
    std::size_t depth = 0;
    auto const line = [&] { out += '\n' + std::string(depth * 2, ' '); };
    for (char const c : json) {
        if (!in_string && (c == '}' || c == ']')) {
            --depth;
            line();
        }
        out += c;
        if (in_string) {
            in_string = escaped || c != '"';
            escaped = !escaped && c == '\\';
        } else if (c == '"') {
            in_string = true;
        } else if (c == '{' || c == '[') {
            ++depth;
            line();
        } else if (c == ',') {
            line();
        }
    }
    return out + '\n';
}

} // namespace

TEST_CASE("policy and routes are as approved, and every route asks for an act that someone has") {
    test::TemporaryDatabase const place{Dialect::sqlite};
    Database database{place.url()};
    StoppedClock const clock{Instant{}};
    web::Assets const assets{embedded::assets()};
    Application const application{
        {.database = database,
         .clock = clock,
         .modules = app::modules(),
         .assets = assets,
         .identify = [](Db&, std::string_view, Instant, Date) { return std::optional<Actor>{}; },
         .register_pages = register_pages(),
         .api = {.routes = register_api(), .description = api_description},
         .version = "test"}};
    approved("policy.txt", application.policy());

    web::Router router;
    application.mount(router);
    std::string routes;
    auto mounted = application.mounted();
    std::ranges::copy(application.mounted_api(), std::back_inserter(mounted));
    for (auto const& page : mounted) {
        routes += std::string(web::to_string(page.route->method)) + ' ' + page.pattern + ' '
                  + std::string(page.module->name) + '.' + std::string(id_of(page.route->act))
                  + '\n';
        bool granted = false;
        for (auto const& grant : page.module->policy)
            granted |= grant.act == page.route->act;
        CHECK_MESSAGE(granted, "nobody may ", page.pattern);
    }
    approved("routes.txt", routes);
    // A line for each member, so that a difference can be read.
    Words const words{application.catalogue(), Language::bn};
    approved("openapi.json", spread(api_description(application, words)));
}

TEST_CASE("the schema of both databases is as approved") {
    for (auto const dialect : test::dialects()) {
        test::TemporaryDatabase const place{dialect};
        Database database{place.url()};
        REQUIRE(migrate(database, migrations_of(app::modules()), Instant{}));
        auto const schema_text = database.read([](Db& db) { return schema(db); });
        approved(dialect == Dialect::sqlite ? "schema.sqlite.sql" : "schema.postgres.sql",
                 schema_text);
    }
}
