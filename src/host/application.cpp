#include "host/application.hpp"

#include "host/journal.hpp"
#include "host/problem.hpp"
#include "host/store_page.hpp"
#include "platform/digest.hpp"
#include "platform/log.hpp"
#include "web/components/error_page.hpp"
#include "web/http/session.hpp"

#include <algorithm>

namespace udb::embedded {
std::span<EmbeddedFile const> calendar();
std::span<EmbeddedFile const> components();
std::span<EmbeddedFile const> host();
std::span<EmbeddedFile const> http();
std::span<EmbeddedFile const> kernel();
std::span<EmbeddedFile const> memo();
std::span<EmbeddedFile const> platform();
std::span<EmbeddedFile const> store();
std::span<EmbeddedFile const> text();
} // namespace udb::embedded

namespace udb {
namespace {

constexpr std::string_view language_cookie = "language";
constexpr auto year = std::chrono::seconds{365 * 24 * 3600};

/// `/language?to=en&back=/teams`: remembers the choice, and goes back.
web::Response choose_language(web::Request const& request) {
    auto const to = request.query.get_or("to") == "en" ? "en" : "bn";
    std::string back{request.query.get_or("back", "/")};
    if (!Url::safe(back) || !back.starts_with('/')) back = "/";
    auto response = web::Response::redirect(back);
    response.set_cookie({.name = std::string(language_cookie),
                         .value = to,
                         .max_age = year,
                         .secure = request.secure});
    return response;
}

/// Where a guest goes to sign in, and comes back from.
web::Response to_sign_in(web::Request const& request) {
    auto where = Url("/sign-in");
    if (request.method == web::Method::get) where = where.with("next", request.target);
    return web::Response::redirect(std::string(where.view()));
}

} // namespace

Catalogue catalogue_of(std::span<Module const* const> modules) {
    Catalogue catalogue;
    for (auto const files : {embedded::text(), embedded::calendar(), embedded::memo(),
                             embedded::kernel(), embedded::platform(), embedded::store(),
                             embedded::http(), embedded::components(), embedded::host()})
        catalogue.add(files);
    for (auto const* module : modules)
        if (module->files) catalogue.add(module->files());
    return catalogue;
}

std::vector<Migrations> migrations_of(std::span<Module const* const> modules) {
    std::vector<Migrations> all{{"store", embedded::store()},
                                {"host", embedded::host(), journal::migration_steps()}};
    for (auto const* module : modules)
        if (module->files) all.push_back({module->name, module->files()});
    return all;
}

Application::Application(ApplicationParts parts)
    : parts_(std::move(parts)), catalogue_(catalogue_of(parts_.modules)) {
    for (auto const* module : parts_.modules)
        for (auto const& kind : kinds_of(*module))
            kinds_.push_back(kind);
}

std::vector<RecordKind> kinds_of(Module const& module) {
    std::vector<RecordKind> kinds{module.kinds.begin(), module.kinds.end()};
    for (auto const& kept : module.registers)
        if (std::ranges::none_of(kinds, [&](auto const& k) { return k.kind == kept.reg->kind; }))
            kinds.push_back({kept.reg->kind, kept.path, kept.reg->one});
    for (auto& kind : kinds)
        kind.policy = module.policy;
    return kinds;
}

RecordKind const* Application::kind_named(std::string_view kind) const {
    auto const found = std::ranges::find(kinds_, kind, &RecordKind::kind);
    return found == kinds_.end() ? nullptr : &*found;
}

std::optional<Url> Application::page_of(std::string_view kind, Id<Record> id) const {
    auto const* known = kind_named(kind);
    if (!known) return {};
    return Url::parse(std::string(known->path) + '/' + to_string(id));
}

void Application::mount(web::Router& router) const {
    parts_.assets.mount(router);
    router.get("/language", choose_language);
    for (auto& page : mounted()) {
        web::RouteLimits limits;
        if (page.route->body_bytes_max) limits.body_bytes_max = page.route->body_bytes_max;
        router.add(
            page.route->method, page.pattern,
            [this, page](web::Request const& request) { return answer(request, page); }, limits);
    }
    api_.mount(router);
}

std::vector<Mounted> Application::mounted() const {
    std::vector<Mounted> all;
    for (auto const* module : parts_.modules)
        for (auto const& route : module->routes)
            all.push_back({module, nullptr, &route, std::string(route.pattern)});
    auto const own = [&](PageRoute const& route, std::string const& pattern) {
        return std::ranges::find_if(all, [&](Mounted const& m) {
            return m.route->method == route.method && m.pattern == pattern;
        });
    };
    for (auto const* module : parts_.modules)
        for (auto const& kept : module->registers)
            for (auto const& route : parts_.register_pages) {
                auto const pattern = std::string(kept.path) + std::string(route.pattern);
                if (auto const page = own(route, pattern); page != all.end())
                    page->kept = &kept;
                else if (kept.serves(route.act))
                    all.push_back({module, &kept, &route, pattern});
            }
    return all;
}

std::optional<Actor> Application::actor_of(std::string_view digest, Instant now) const {
    return parts_.database.read([&](Db& db) {
        auto actor = parts_.identify(db, digest, now, day_of(now));
        if (actor) add_roles(db, *actor, day_of(now));
        return actor;
    });
}

void Application::add_roles(Db& db, Actor& actor, Date today) const {
    if (!actor.officer) return;
    for (auto const* module : parts_.modules)
        if (module->roles)
            for (auto& role : module->roles(db, actor.officer, today))
                actor.assignments.push_back(std::move(role));
}

web::Response Application::answer(web::Request const& request, Mounted const& page) const {
    try {
        return asked(request, page);
    } catch (UnstorableText const&) {
        return error_page(400, &request, {});
    } catch (StoreFailure const& failure) {
        // A damaged database is for the server: it logs it under an incident number.
        if (!failure.can_be_mended()) throw;
        log::error("store_failure", {{"path", request.path}, {"what", failure.what()}});
        return store_page(*this, request, failure);
    }
}

web::Response Application::asked(web::Request const& request, Mounted const& page) const {
    auto const now = parts_.clock.now();
    auto const secret = web::session_of(request);
    auto const digest = secret ? web::session_digest(*secret) : std::string{};
    auto const actor = secret ? actor_of(digest, now) : std::optional<Actor>{};
    std::string session{actor ? *secret : std::string_view{}};
    Call call{*this, request, actor.value_or(Actor{}), std::move(session), language_of(request),
              now};
    call.kept = page.kept;
    auto response = answer(call, page);
    // A guest's page holds nothing of one session, so the same page need not be sent twice.
    if (!actor && request.method == web::Method::get && response.status == 200
        && !response.body_file && !response.headers.has("Set-Cookie") && !request.cookie("flash"))
        response.set_version(sha256_hex(response.content()).substr(0, 24))
            .set_cache("private, no-cache")
            .set("Vary", "Cookie");
    // A page that opens or ends a session has said what the cookie is.
    if (actor && parts_.roll && !response.headers.has("Set-Cookie"))
        note_beside(request, [&] {
            if (auto const lives = parts_.roll(parts_.database, digest, now))
                web::open_session(response, request, *secret, *lives);
        });
    return response;
}

web::Response Application::answer(Call& call, Mounted const& page) const {
    auto const& request = call.request;
    if (!page.route->by_secret
        && !permits_somewhere(page.module->policy, call.actor, page.route->act))
        return call.actor.guest() ? to_sign_in(request) : call.refusal(forbidden());
    if (!web::is_safe(request.method)) {
        auto form = page.route->raw_body ? Result<web::Form>{web::Form{}} : request.form();
        if (!form) return call.refusal(form.error());
        // Whoever knows the secret of an address proves more than a form of ours would: a mail
        // program posts there too (RFC 8058).
        auto const proven = page.route->by_secret ? Done{}
                            : call.actor.guest()
                                ? (web::is_from_our_pages(request) ? Done{} : Done{forbidden()})
                                : web::check_csrf(parts_.csrf_key, call.session(), request, &*form);
        if (!proven) return call.refusal(proven.error());
        call.form = std::move(*form);
    }
    auto response = page.route->page(call);
    if (response) return std::move(*response);
    if (response.error().kind == Error::Kind::forbidden && call.actor.guest())
        return to_sign_in(request);
    return call.refusal(response.error());
}

web::Response Application::error_page(int status, web::Request const* request,
                                      std::string_view incident) const {
    if (request && is_api(request->path))
        return problem_response(Words{catalogue_, api_language(*request, parts_.language)}, status,
                                incident);
    Words const words{catalogue_, request ? language_of(*request) : parts_.language};
    return notice(status, request, ui::error_page_title(words, status),
                  ui::error_page(words, status, std::string(incident)));
}

web::Response Application::notice(int status, web::Request const* request, std::string title,
                                  Html const& main) const {
    Words const words{catalogue_, request ? language_of(*request) : parts_.language};
    html::PageFrame frame{
        .words = words, .title = std::move(title), .asset_url = [this](std::string_view name) {
            return parts_.assets.url(name);
        }};
    frame.version = parts_.version;
    return web::Response::html(html::page(frame, main).take(), status);
}

std::string Application::policy() const {
    std::string out;
    for (auto const* module : parts_.modules)
        if (!module->policy.empty()) out += policy_table(module->name, module->policy) + '\n';
    return out;
}

Language Application::language_of(web::Request const& request) const {
    auto const chosen = request.cookie(language_cookie);
    if (chosen == "en") return Language::en;
    if (chosen == "bn") return Language::bn;
    return parts_.language;
}

} // namespace udb
