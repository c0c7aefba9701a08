// The API's description (OpenAPI 3.1), made from the registers that there are.
#include "host/application.hpp"
#include "registers/api/api.hpp"
#include "registers/api/schema.hpp"
#include "registers/records/listing.hpp"

#include <boost/json.hpp>

namespace udb {
namespace {

namespace json = boost::json;

json::object component(std::string_view to) {
    return {{"$ref", "#/components/" + std::string(to)}};
}

/// The operations of one register.
class Operations {
public:
    Operations(Words const& words, Kept const& kept)
        : words_(words), kept_(kept), reg_(*kept.reg), schema_("schemas/" + schema_name(reg_)) {}

    json::object of_list() const {
        json::object operations{{"get", list()}};
        if (kept_.serves(Act::write)) operations["post"] = enter();
        return operations;
    }
    json::object of_one() const {
        json::object operations{{"parameters", json::array{component("parameters/id")}},
                                {"get", read()}};
        if (!kept_.serves(Act::write)) return operations;
        operations["put"] = change("replace", "new", "api.doc_replace");
        operations["patch"] = change("correct", "changes", "api.doc_correct");
        return operations;
    }

private:
    std::string say(std::string_view key) const {
        return words_(key, {{"one", std::string(words_(reg_.one))},
                            {"all", std::string(words_(reg_.title))}});
    }

    /// What every operation has; `about`: the words of its summary, and of its description.
    json::object begun(std::string const& id, std::string const& about, Act act) const {
        // A scope may stand in `security` only for OAuth; so it is told in words.
        auto const scope = scope_for(reg_.name, act);
        json::array security{json::object{{"token", json::array{}}}};
        if (permits_somewhere(reg_.policy, Actor{}, act)) security.push_back(json::object{});
        return {{"operationId", id},
                {"tags", json::array{json::value(reg_.name)}},
                {"summary", say(about)},
                {"description",
                 say(about + "_about") + ' ' + words_("api.doc_scope", {{"scope", scope}})},
                {"security", std::move(security)}};
    }

    json::object content(std::string_view schema, json::value example) const {
        return {
            {"application/json", {{"schema", component(schema)}, {"example", std::move(example)}}}};
    }

    json::object record_answer(std::string_view key) const {
        return {{"description", say(key)},
                {"headers", {{"ETag", component("headers/ETag")}}},
                {"content", content(schema_, record_example(reg_))}};
    }

    static void refuse(json::object& responses, std::initializer_list<std::string_view> statuses) {
        for (auto const status : statuses)
            responses[status] = component("responses/" + std::string(status));
        responses["default"] = component("responses/default");
    }

    json::object parameter(std::string_view name, json::object schema, std::string about) const {
        return {{"name", name},
                {"in", "query"},
                {"description", std::move(about)},
                {"schema", std::move(schema)}};
    }

    json::object list() const {
        auto operation = begun("list_" + std::string(reg_.name), "api.doc_list", Act::read);
        json::array parameters{
            component("parameters/q"),      component("parameters/office"),
            component("parameters/limit"),  component("parameters/after"),
            component("parameters/before"), component("parameters/if_none_match")};
        json::array sorts;
        for (auto const sort : sorts_of(reg_)) {
            sorts.emplace_back(sort);
            sorts.emplace_back("-" + std::string(sort));
        }
        parameters.push_back(parameter(
            "sort",
            {{"type", "string"}, {"enum", std::move(sorts)}, {"default", json::value(reg_.sort)}},
            words_("api.doc_sort")));
        for (auto const& f : reg_.fields)
            if (f.shows(in_filter))
                parameters.push_back(parameter(f.name, field_schema(words_, f, false),
                                               std::string(words_(f.label))));
        operation["parameters"] = std::move(parameters);
        json::object responses{
            {"200",
             {{"description", say("api.doc_listed")},
              {"headers",
               {{"ETag", component("headers/ETag")}, {"Link", component("headers/Link")}}},
              {"content", content("schemas/" + schema_name(reg_, "list"),
                                  {{"items", json::array{record_example(reg_)}},
                                   {"next", 7},
                                   {"previous", nullptr},
                                   {"total", 42},
                                   {"total_is_exact", true}})}}}};
        refuse(responses, {"304", "400", "401", "403", "406", "429"});
        operation["responses"] = std::move(responses);
        return operation;
    }

    json::object read() const {
        auto operation = begun("read_" + std::string(reg_.kind), "api.doc_read", Act::read);
        operation["parameters"] = json::array{component("parameters/if_none_match")};
        json::object responses{{"200", record_answer("api.doc_read_done")}};
        refuse(responses, {"304", "401", "403", "404", "406", "429"});
        operation["responses"] = std::move(responses);
        return operation;
    }

    json::object body(std::string_view what) const {
        return {{"required", true},
                {"content", content("schemas/" + schema_name(reg_, what), new_example(reg_))}};
    }

    json::object enter() const {
        auto operation = begun("enter_" + std::string(reg_.kind), "api.doc_enter", Act::write);
        operation["requestBody"] = body("new");
        auto answer = record_answer("api.doc_entered");
        answer["headers"].as_object()["Location"] = component("headers/Location");
        json::object responses{{"201", std::move(answer)}};
        refuse(responses, {"400", "401", "403", "406", "409", "413", "415", "422", "429"});
        operation["responses"] = std::move(responses);
        return operation;
    }

    json::object change(std::string_view verb, std::string_view what,
                        std::string const& about) const {
        auto operation = begun(std::string(verb) + '_' + std::string(reg_.kind), about, Act::write);
        operation["parameters"] = json::array{component("parameters/if_match")};
        auto given = body(what);
        if (verb == "correct") {
            auto& kinds = given["content"].as_object();
            auto same = kinds.at("application/json");
            kinds["application/merge-patch+json"] = std::move(same);
        }
        operation["requestBody"] = std::move(given);
        json::object responses{{"200", record_answer("api.doc_corrected")}};
        refuse(responses, {"400", "401", "403", "404", "406", "409", "412", "413", "415", "422",
                           "428", "429"});
        operation["responses"] = std::move(responses);
        return operation;
    }

    Words const& words_;
    Kept const& kept_;
    RegisterView const& reg_;
    std::string schema_;
};

json::object list_schema(Words const& words, RegisterView const& reg) {
    auto const id = [](std::string title) -> json::object {
        return {{"type", {"integer", "null"}}, {"title", std::move(title)}};
    };
    return {{"type", "object"},
            {"title", words(reg.title)},
            {"properties",
             {{"items", {{"type", "array"}, {"items", component("schemas/" + schema_name(reg))}}},
              {"next", id(words("api.schema_next"))},
              {"previous", id(words("api.schema_previous"))},
              {"total", {{"type", "integer"}, {"title", words("api.schema_total")}}},
              {"total_is_exact",
               {{"type", "boolean"}, {"title", words("api.schema_total_is_exact")}}}}},
            {"required", {"items", "next", "previous", "total", "total_is_exact"}}};
}

json::object problem_schema(Words const& words) {
    auto const text = [&](std::string_view key) -> json::object {
        return {{"type", "string"}, {"title", words(key)}};
    };
    json::object at{{"type", "object"},
                    {"properties",
                     {{"pointer", text("api.schema_pointer")},
                      {"parameter", text("api.schema_parameter")},
                      {"detail", text("api.schema_detail")}}},
                    {"required", {"detail"}}};
    return {
        {"type", "object"},
        {"title", words("api.schema_problem")},
        {"properties",
         {{"type", text("api.schema_type")},
          {"title", text("api.schema_title")},
          {"status", {{"type", "integer"}, {"title", words("api.schema_status")}}},
          {"detail", text("api.schema_detail")},
          {"incident", text("api.schema_incident")},
          {"errors",
           {{"type", "array"}, {"title", words("api.schema_errors")}, {"items", std::move(at)}}}}},
        {"required", {"type", "title", "status"}}};
}

json::object parameters(Words const& words) {
    auto const query = [&](std::string_view name, json::object schema) -> json::object {
        return {{"name", name},
                {"in", "query"},
                {"description", words("api.doc_" + std::string(name))},
                {"schema", std::move(schema)}};
    };
    json::object const number{{"type", "integer"}, {"format", "int64"}, {"minimum", 1}};
    json::object const text{{"type", "string"}};
    return {{"id",
             {{"name", "id"},
              {"in", "path"},
              {"required", true},
              {"description", words("api.schema_id")},
              {"schema", number}}},
            {"q", query("q", text)},
            {"office", query("office", number)},
            {"after", query("after", number)},
            {"before", query("before", number)},
            {"limit", query("limit", {{"type", "integer"},
                                      {"minimum", 1},
                                      {"maximum", ListQuery::size_max},
                                      {"default", 50}})},
            {"if_match",
             {{"name", "If-Match"},
              {"in", "header"},
              {"required", true},
              {"description", words("api.condition")},
              {"schema", text},
              {"example", "\"1-2f5e0c9d1a3b4c5d\""}}},
            {"if_none_match",
             {{"name", "If-None-Match"},
              {"in", "header"},
              {"description", words("api.doc_if_none_match")},
              {"schema", text},
              {"example", "\"1-2f5e0c9d1a3b4c5d\""}}}};
}

json::object headers(Words const& words) {
    auto const header = [&](std::string_view key, std::string_view type) -> json::object {
        return {{"description", words(key)}, {"schema", {{"type", type}}}};
    };
    return {{"ETag", header("api.doc_etag", "string")},
            {"Link", header("api.doc_link", "string")},
            {"Location", header("api.doc_location", "string")},
            {"WWW-Authenticate", header("api.doc_authenticate", "string")},
            {"Retry-After", header("api.doc_retry_after", "integer")}};
}

json::object responses(Words const& words) {
    auto const problem = [&](std::string_view key) -> json::object {
        return {{"description", words(key)},
                {"content",
                 {{"application/problem+json", {{"schema", component("schemas/problem")}}}}}};
    };
    auto unknown = problem("api.token_needed");
    unknown["headers"] = {{"WWW-Authenticate", component("headers/WWW-Authenticate")}};
    auto often = problem("api.too_many");
    often["headers"] = {{"Retry-After", component("headers/Retry-After")}};
    return {{"304", {{"description", words("api.doc_not_modified")}}},
            {"400", problem("api.parameter")},
            {"401", std::move(unknown)},
            {"403", problem("api.forbidden")},
            {"404", problem("api.not_found")},
            {"406", problem("api.accept")},
            {"409", problem("api.conflict")},
            {"412", problem("api.stale")},
            {"413", problem("api.too_large")},
            {"415", problem("api.media_type")},
            {"422", problem("api.invalid")},
            {"428", problem("api.condition")},
            {"429", std::move(often)},
            {"default", problem("api.failure")}};
}

} // namespace

std::string api_description(Application const& application, Words const& words) {
    json::object paths, schemas{{"problem", problem_schema(words)}};
    json::array tags;
    for (auto const* module : application.parts().modules)
        for (auto const& kept : module->registers) {
            auto const& reg = *kept.reg;
            Operations const operations{words, kept};
            auto const path = '/' + std::string(reg.name);
            paths[path] = operations.of_list();
            paths[path + "/{id}"] = operations.of_one();
            schemas[schema_name(reg)] = record_schema(words, reg);
            schemas[schema_name(reg, "list")] = list_schema(words, reg);
            if (kept.serves(Act::write)) {
                schemas[schema_name(reg, "new")] = new_schema(words, reg);
                schemas[schema_name(reg, "changes")] = changes_schema(words, reg);
            }
            tags.push_back(json::object{{"name", reg.name}, {"description", words(reg.title)}});
        }
    return json::serialize(json::object{{"openapi", "3.1.0"},
                                        {"info",
                                         {{"title", words("api.doc_title")},
                                          {"version", application.parts().version},
                                          {"description", words("api.doc_about")},
                                          {"contact", {{"name", words("api.doc_contact")}}}}},
                                        {"servers", json::array{json::object{{"url", api_base}}}},
                                        {"tags", std::move(tags)},
                                        {"paths", std::move(paths)},
                                        {"components",
                                         {{"schemas", std::move(schemas)},
                                          {"parameters", parameters(words)},
                                          {"headers", headers(words)},
                                          {"responses", responses(words)},
                                          {"securitySchemes",
                                           {{"token",
                                             {{"type", "http"},
                                              {"scheme", "bearer"},
                                              {"description", words("api.doc_token")}}}}}}}});
}

std::string api_example(RegisterView const& reg) { return json::serialize(new_example(reg)); }

} // namespace udb
