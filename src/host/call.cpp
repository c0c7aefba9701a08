#include "host/call.hpp"

#include "host/application.hpp"
#include "web/html/tags.hpp"
#include "web/http/csrf.hpp"

#include <algorithm>

namespace udb {
namespace {

constexpr std::string_view flash_cookie = "flash";

int status_of(Error::Kind kind) {
    switch (kind) {
    case Error::Kind::invalid: return 422;
    case Error::Kind::not_found: return 404;
    case Error::Kind::forbidden: return 403;
    case Error::Kind::conflict:
    case Error::Kind::refused: return 409;
    }
    return 500;
}

/// The page of our own that the form stood on; empty where the browser does not tell.
Url form_page_of(web::Request const& request) {
    if (web::is_safe(request.method) || !web::is_from_our_pages(request)) return {};
    auto const from = request.headers.get_or("Referer");
    auto const scheme = from.find("://");
    auto const path = scheme == from.npos ? from.npos : from.find('/', scheme + 3);
    return path == from.npos ? Url{} : Url::parse(std::string(from.substr(path))).value_or(Url{});
}

/// What a person typed, unlike the ids and numbers that a form carries or lets one choose.
bool typed(std::string_view value) {
    return std::ranges::any_of(value, [](char c) {
        return c == ' ' || c == '.' || static_cast<unsigned char>(c) >= 0x80;
    });
}

/// Nothing that was typed is lost where no form can be shown again: it can be copied from here.
Html typed_of(Words const& words, FormValues const& values) {
    Html lines;
    for (auto const& [name, value] : values)
        if (typed(value)) lines += html::pre({.cls = "original"}, value);
    if (lines.empty()) return {};
    return html::all(html::h2(words("host.typed_title")), html::p(words("host.typed_lead")), lines);
}

/// The entry that a page belongs to has the longest address that the page's begins with.
std::string_view entry_of(std::span<Module const* const> modules, std::string_view page) {
    std::string_view longest;
    for (auto const* module : modules)
        for (auto const& entry : module->navigation)
            if (entry.path.size() > longest.size()
                && (page == entry.path || page.starts_with(std::string(entry.path) + '/')))
                longest = entry.path;
    return longest;
}

std::vector<html::NavGroup> navigation_for(Call const& call,
                                           std::span<Module const* const> modules) {
    auto const current = entry_of(modules, call.request.path);
    std::vector<html::NavGroup> groups;
    for (auto const& group : terms<NavigationGroup>()) {
        html::NavGroup shown{.label = std::string(call.words(group.label))};
        for (auto const* module : modules)
            for (auto const& entry : module->navigation)
                if (entry.group == group.value
                    && permits_somewhere(module->policy, call.actor, entry.act))
                    shown.items.push_back({std::string(call.words(entry.label)),
                                           *Url::parse(std::string(entry.path)),
                                           entry.path == current});
        if (!shown.items.empty()) groups.push_back(std::move(shown));
    }
    return groups;
}

} // namespace

template <>
std::span<Term<NavigationGroup> const> terms<NavigationGroup>() {
    using Group = NavigationGroup;
    static constexpr Term<Group> rows[] = {
        {Group::year, "year", {"বছরের কাজ", "The year’s work"}},
        {Group::papers, "papers", {"পত্র ও প্রজ্ঞাপন", "Papers and mandates"}},
        {Group::institution, "institution", {"টিম ও দপ্তর", "Teams and offices"}},
        {Group::administration, "administration", {"ব্যবস্থাপনা", "Administration"}},
    };
    return rows;
}

Call::Call(Application const& application, web::Request const& asked, Actor acting,
           std::string session, Language language, Instant moment)
    : request(asked), words(application.catalogue(), language), actor(std::move(acting)),
      now(moment), today(day_of(moment)), application_(&application), session_(std::move(session)) {
}

FormValues Call::values() const {
    FormValues values;
    for (auto const& [name, value] : form.fields.items())
        if (name != "csrf") values.emplace(name, value);
    return values;
}

Done Call::allow(std::span<Grant const> policy, Act act, Target const& target) const {
    if (!may(policy, act, target)) return forbidden();
    return {};
}

web::Response Call::page(std::string title, Html const& main, PageOptions const& options) const {
    auto response = web::Response::html(html::page(frame(std::move(title), options), main).take(),
                                        options.status);
    if (request.cookie(flash_cookie))
        response.drop_cookie(std::string(flash_cookie), request.secure);
    response.actor = to_string(actor.account);
    return response;
}

web::Response Call::refusal(Error const& error) const {
    Html list;
    for (auto const& problem : error.fields)
        list += html::li(words(problem.message));
    auto const title = words("host.refused_title");
    bool const overtaken = error.kind == Error::Kind::conflict;
    auto const back = overtaken ? form_page_of(request) : Url{};
    return page(
        title,
        html::all(html::h1(title), html::p(words(error.message)),
                  html::when(!error.fields.empty(), [&] { return html::ul(list); }),
                  html::when(overtaken, [&] { return typed_of(words, values()); }),
                  html::when(!back.empty(),
                             [&] {
                                 return html::p(html::a({.cls = "govuk-link", .href = back},
                                                        words("host.to_form")));
                             }),
                  html::p(html::a({.cls = "govuk-link", .href = "/"}, words("host.to_start")))),
        {.status = status_of(error.kind)});
}

web::Response Call::redirect(Url const& where, std::string_view flash) const {
    auto response = web::Response::redirect(std::string(where.view()));
    if (!flash.empty())
        response.set_cookie({.name = std::string(flash_cookie),
                             .value = std::string(flash),
                             .max_age = std::chrono::seconds{60},
                             .secure = request.secure});
    response.actor = to_string(actor.account);
    return response;
}

std::string Call::csrf() const {
    if (session_.empty()) return {};
    return web::csrf_token(application_->parts().csrf_key, session_);
}

Database& Call::database() const { return application_->parts().database; }

ContentFiles const& Call::contents() const {
    return *look([](Db& db) { return &db.contents(); });
}

html::PageFrame Call::frame(std::string title, PageOptions const& options) const {
    auto const& parts = application_->parts();
    html::PageFrame frame{
        .words = words, .title = std::move(title), .asset_url = [&parts](std::string_view name) {
            return parts.assets.url(name);
        }};
    frame.navigation = navigation_for(*this, parts.modules);
    for (auto const* module : parts.modules)
        if (!module->search.empty())
            frame.search = html::SiteSearch{.action = *Url::parse(std::string(module->search)),
                                            .value = request.path == module->search
                                                         ? std::string(request.query.get_or("q"))
                                                         : std::string{}};
    auto const other = words.language() == Language::bn ? "en" : "bn";
    frame.other_language = Url("/language").with("to", other).with("back", request.target);
    if (actor.guest()) {
        frame.sign_in = "/sign-in";
    } else {
        frame.person = html::Person{
            .name = words(actor.name), .about = {}, .account = "/account", .sign_out = "/sign-out"};
        frame.csrf = csrf();
    }
    if (auto const key = request.cookie(flash_cookie);
        key && key->ends_with("_flash") && words.catalogue().has(*key))
        frame.flash = html::Flash{html::Flash::Kind::success, words(*key)};
    frame.before_main = options.before_main;
    frame.problems = options.problems;
    frame.wide = options.wide;
    frame.htmx = options.htmx;
    frame.version = parts.version;
    return frame;
}

} // namespace udb
