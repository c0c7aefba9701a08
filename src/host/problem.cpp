#include "host/problem.hpp"

#include "base/ensure.hpp"

#include <algorithm>
#include <array>
#include <boost/json.hpp>

namespace udb {
namespace {

namespace json = boost::json;

struct Known {
    std::string_view kind;
    int status;
};
constexpr std::array known{
    Known{"damaged", 400},    Known{"parameter", 400}, Known{"token", 401},
    Known{"scope", 403},      Known{"forbidden", 403}, Known{"not_found", 404},
    Known{"method", 405},     Known{"accept", 406},    Known{"conflict", 409},
    Known{"refused", 409},    Known{"stale", 412},     Known{"too_large", 413},
    Known{"media_type", 415}, Known{"invalid", 422},   Known{"condition", 428},
    Known{"too_many", 429},   Known{"failure", 500},   Known{"busy", 503},
};

std::string_view kind_of(Error::Kind kind) {
    switch (kind) {
    case Error::Kind::invalid: return "invalid";
    case Error::Kind::not_found: return "not_found";
    case Error::Kind::forbidden: return "forbidden";
    case Error::Kind::conflict: return "conflict";
    case Error::Kind::refused: return "refused";
    }
    return "failure";
}

/// RFC 6901 §3.
std::string escaped(std::string_view member) {
    std::string out;
    for (char const c : member)
        c == '~' ? out += "~0" : c == '/' ? out += "~1" : out += c;
    return out;
}

web::Response sent(Words const& words, int status, json::object const& problem) {
    web::Response response;
    response.status = status;
    response.body = json::serialize(problem);
    response.set("Content-Type", "application/problem+json");
    response.set("Content-Language", words.language() == Language::bn ? "bn" : "en");
    return response;
}

} // namespace

int status_of(Problem const& problem) {
    auto const found = std::ranges::find(known, problem.kind, &Known::kind);
    ENSURE(found != known.end(), "a kind of problem that is known: " + std::string(problem.kind));
    return found->status;
}

std::vector<std::string_view> problem_kinds() {
    std::vector<std::string_view> kinds;
    for (auto const& k : known)
        kinds.push_back(k.kind);
    return kinds;
}

web::Response problem_response(Words const& words, Problem const& problem) {
    auto const status = status_of(problem);
    auto const key = "api." + std::string(problem.kind);
    json::object object{{"type", "/api#" + std::string(problem.kind)},
                        {"title", words(key + "_title")},
                        {"status", status},
                        {"detail", problem.detail.empty() ? words(key) : problem.detail}};
    json::array errors;
    for (auto const& at : problem.errors) {
        json::object error;
        if (at.parameter.empty())
            error["pointer"] = "#" + at.pointer;
        else
            error["parameter"] = at.parameter;
        error["detail"] = at.detail;
        errors.push_back(std::move(error));
    }
    if (!errors.empty()) object["errors"] = std::move(errors);
    if (!problem.incident.empty()) object["incident"] = problem.incident;
    return sent(words, status, object);
}

web::Response problem_response(Words const& words, Error const& error) {
    Problem problem{.kind = kind_of(error.kind), .detail = words(error.message)};
    for (auto const& at : error.fields)
        problem.errors.push_back({.pointer = "/" + escaped(at.field), .detail = words(at.message)});
    return problem_response(words, problem);
}

web::Response problem_response(Words const& words, int status, std::string_view incident) {
    std::string_view kind;
    switch (status) {
    case 400: kind = "damaged"; break;
    case 404: kind = "not_found"; break;
    case 405: kind = "method"; break;
    case 413: kind = "too_large"; break;
    case 500: kind = "failure"; break;
    case 503: kind = "busy"; break;
    default:
        return sent(words, status,
                    {{"type", "about:blank"}, {"title", web::reason(status)}, {"status", status}});
    }
    return problem_response(words, {.kind = kind, .incident = std::string(incident)});
}

} // namespace udb
