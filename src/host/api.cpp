#include "host/api.hpp"

#include "host/application.hpp"
#include "host/problem.hpp"
#include "host/store_page.hpp"
#include "platform/digest.hpp"
#include "platform/log.hpp"
#include "web/http/decode.hpp"
#include "web/http/session.hpp"

#include <algorithm>
#include <charconv>
#include <map>

namespace udb {
namespace {

constexpr std::string_view realm = R"(Bearer realm="udbhabon")";

/// The parts of a header's list, trimmed: `a;q=0.5, b`.
std::vector<std::string_view> parts_of(std::string_view list, char between) {
    std::vector<std::string_view> parts;
    while (!list.empty()) {
        auto const end = std::min(list.find(between), list.size());
        parts.push_back(web::trimmed(list.substr(0, end)));
        list.remove_prefix(std::min(end + 1, list.size()));
    }
    return parts;
}

/// `text/html;q=0.5` as its name and its weight in thousandths.
struct Wish {
    std::string name;
    int weight = 1000;
};
Wish wish_of(std::string_view part) {
    Wish wish;
    auto const pieces = parts_of(part, ';');
    if (!pieces.empty()) wish.name = web::lower_case(pieces.front());
    for (auto const piece : pieces)
        if (piece.starts_with("q=")) {
            double weight = 0;
            auto const number = piece.substr(2);
            std::from_chars(number.data(), number.data() + number.size(), weight);
            wish.weight = static_cast<int>(std::clamp(weight, 0.0, 1.0) * 1000);
        }
    return wish;
}

bool is_acceptable(web::Request const& request) {
    auto const accept = request.headers.get_or("Accept");
    if (web::trimmed(accept).empty()) return true;
    for (auto const part : parts_of(accept, ',')) {
        auto const wish = wish_of(part);
        if (wish.weight > 0
            && (wish.name == "*/*" || wish.name == "application/*"
                || wish.name == "application/json"))
            return true;
    }
    return false;
}

bool is_token(std::string_view text) {
    if (text.size() != api_token_prefix.size() + api_token_letters) return false;
    if (!text.starts_with(api_token_prefix)) return false;
    return std::ranges::all_of(text, [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')
               || c == '-' || c == '_';
    });
}

std::string allow_of(std::vector<web::Method> const& methods) {
    std::string allow;
    for (auto const method : methods) {
        allow += std::string(web::to_string(method)) + ", ";
        if (method == web::Method::get) allow += "HEAD, ";
    }
    return allow + "OPTIONS";
}

} // namespace

std::string content_version(std::string_view content) { return sha256_hex(content).substr(0, 16); }

bool is_api(std::string_view path) { return path.starts_with("/api/"); }

bool scope_covers(std::string_view scopes, std::string_view register_name, Act act) {
    for (auto const scope : parts_of(scopes, ' ')) {
        auto const colon = std::min(scope.find(':'), scope.size());
        auto const of = scope.substr(0, colon);
        if (of != "*" && of != register_name) continue;
        auto const what = scope.substr(std::min(colon + 1, scope.size()));
        if (what == "write" || (what == "read" && act == Act::read)) return true;
    }
    return false;
}

std::string scope_for(std::string_view register_name, Act act) {
    return std::string(register_name) + (act == Act::read ? ":read" : ":write");
}

Language api_language(web::Request const& request, Language otherwise) {
    std::map<std::string, int> weights;
    for (auto const part : parts_of(request.headers.get_or("Accept-Language"), ',')) {
        auto const wish = wish_of(part);
        auto& weight = weights[wish.name.substr(0, wish.name.find('-'))];
        weight = std::max(weight, wish.weight);
    }
    auto const bn = weights["bn"], en = weights["en"];
    if (bn == en) return otherwise;
    return bn > en ? Language::bn : Language::en;
}

/// Who asks, and whose tries are counted.
struct Api::Asker {
    bool brought = false; ///< an Authorization, right or wrong
    std::optional<Bearer> bearer = {};
    std::chrono::milliseconds wait{0}; ///< until the next try; none: this one is free

    Actor actor() const { return bearer ? bearer->actor : Actor{}; }
};

Api::Api(Application const& application)
    : application_(&application), by_token_(application.parts().api.token_limits),
      by_address_(application.parts().api.address_limits) {}

std::vector<Mounted> Api::mounted() const {
    std::vector<Mounted> all;
    auto const& parts = application_->parts();
    for (auto const* module : parts.modules)
        for (auto const& kept : module->registers)
            for (auto const& route : parts.api.routes)
                if (kept.serves(route.act))
                    all.push_back({module, &kept, &route,
                                   std::string(api_base) + '/' + std::string(kept.reg->name)
                                       + std::string(route.pattern)});
    return all;
}

void Api::mount(web::Router& router) const {
    std::map<std::string, std::vector<web::Method>> methods;
    for (auto& page : mounted()) {
        methods[page.pattern].push_back(page.route->method);
        web::RouteLimits limits;
        if (page.route->body_bytes_max) limits.body_bytes_max = page.route->body_bytes_max;
        router.add(
            page.route->method, page.pattern,
            [this, page](web::Request const& request) { return answer(request, page); }, limits);
    }
    for (auto& [pattern, known] : methods) {
        std::ranges::sort(known);
        router.add(web::Method::options, pattern, [allow = allow_of(known)](web::Request const&) {
            return web::Response::no_content().set("Allow", allow);
        });
    }
    if (application_->parts().api.description)
        router.get(std::string(api_base) + "/openapi.json",
                   [this](web::Request const& request) { return describe(request); });
}

web::Response Api::describe(web::Request const& request) const {
    Words const words{application_->catalogue(),
                      api_language(request, application_->parts().language)};
    auto response =
        web::Response::json(application_->parts().api.description(*application_, words));
    return response.set_version(content_version(response.content())).set("Vary", "Accept-Language");
}

Api::Asker Api::asker_of(web::Request const& request, Instant now) const {
    auto const& parts = application_->parts();
    Asker asker{.brought = request.headers.has("Authorization")};
    auto const pieces = parts_of(request.headers.get_or("Authorization"), ' ');
    bool const shaped = request.headers.count("Authorization") == 1 && pieces.size() == 2
                        && web::same_letters(pieces[0], "Bearer") && is_token(pieces[1]);
    if (shaped && parts.api.identify)
        asker.bearer = parts.database.read([&](Db& db) {
            auto const digest = web::session_digest(pieces[1]);
            auto bearer = parts.api.identify(db, digest, now, day_of(now));
            if (bearer) application_->add_roles(db, bearer->actor, day_of(now));
            return bearer;
        });
    asker.wait = asker.bearer ? by_token_.take(std::to_string(asker.bearer->token.value), now)
                              : by_address_.take(request.peer, now);
    return asker;
}

std::optional<web::Response> Api::refused(web::Request const& request, Asker const& asker,
                                          Mounted const& page) const {
    Words const words{application_->catalogue(),
                      api_language(request, application_->parts().language)};
    if (asker.wait > std::chrono::milliseconds{0}) {
        auto const seconds = std::chrono::ceil<std::chrono::seconds>(asker.wait);
        return problem_response(words, {.kind = "too_many"})
            .set("Retry-After", std::to_string(seconds.count()));
    }
    if (asker.brought && !asker.bearer)
        return problem_response(words, {.kind = "token"})
            .set("WWW-Authenticate", std::string(realm) + R"(, error="invalid_token")");
    auto const& reg = *page.kept->reg;
    auto const act = page.route->act;
    if (asker.bearer && !scope_covers(asker.bearer->scopes, reg.name, act)) {
        auto const scope = scope_for(reg.name, act);
        return problem_response(words, {.kind = "scope",
                                        .detail = words("api.scope_needed", {{"scope", scope}})})
            .set("WWW-Authenticate",
                 std::string(realm) + R"(, error="insufficient_scope", scope=")" + scope + '"');
    }
    if (!permits_somewhere(reg.policy, asker.actor(), act)) {
        if (asker.bearer) return problem_response(words, forbidden());
        return problem_response(words, {.kind = "token", .detail = words("api.token_needed")})
            .set("WWW-Authenticate", std::string(realm));
    }
    if (!is_acceptable(request)) return problem_response(words, {.kind = "accept"});
    return {};
}

web::Response Api::asked(web::Request const& request, Mounted const& page) const {
    auto const& parts = application_->parts();
    auto const now = parts.clock.now();
    auto const asker = asker_of(request, now);
    auto response = [&] {
        if (auto no = refused(request, asker, page)) return std::move(*no);
        Call call{
            *application_, request, asker.actor(), {}, api_language(request, parts.language), now};
        call.kept = page.kept;
        if (asker.bearer) call.token = asker.bearer->name;
        auto answered = page.route->page(call);
        if (answered) return std::move(*answered);
        if (answered.error().kind == Error::Kind::forbidden && !asker.bearer)
            return problem_response(call.words,
                                    {.kind = "token", .detail = call.words("api.token_needed")})
                .set("WWW-Authenticate", std::string(realm));
        return problem_response(call.words, answered.error());
    }();
    if (asker.bearer) {
        response.actor =
            to_string(asker.bearer->actor.account) + "/token/" + to_string(asker.bearer->token);
        if (asker.bearer->note_use && parts.api.note_use)
            note_beside(request,
                        [&] { parts.api.note_use(parts.database, asker.bearer->token, now); });
    }
    return response;
}

web::Response Api::answer(web::Request const& request, Mounted const& page) const {
    try {
        return asked(request, page);
    } catch (UnstorableText const&) {
        return application_->error_page(400, &request, {});
    } catch (StoreFailure const& failure) {
        if (!failure.can_be_mended()) throw;
        log::error("store_failure", {{"path", request.path}, {"what", failure.what()}});
        Words const words{application_->catalogue(),
                          api_language(request, application_->parts().language)};
        auto response = problem_response(words, {.kind = "busy", .detail = words(told(failure))});
        return failure.passes() ? response.set("Retry-After", "5") : response;
    }
}

} // namespace udb
