// The modules put together: words, migrations, policy, routes and the frame of every page.
#pragma once

#include "host/call.hpp"
#include "host/module.hpp"
#include "platform/clock.hpp"
#include "store/database.hpp"
#include "store/migrate.hpp"
#include "web/http/assets.hpp"
#include "web/http/csrf.hpp"
#include "web/http/router.hpp"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace udb {

struct ApplicationParts {
    Database& database;
    Clock const& clock;
    std::span<Module const* const> modules;
    web::Assets const& assets;
    /// Whose session this is (by its digest), with the roles held on that day; nothing for none.
    std::function<std::optional<Actor>(Db&, std::string_view session_digest, Instant, Date)>
        identify;
    /// Puts off the end of a session in use; gives the new time to live when the browser should
    /// hear of it.
    std::function<std::optional<std::chrono::seconds>(Database&, std::string_view session_digest,
                                                      Instant)>
        roll = {};
    Language language = Language::bn; ///< for whoever has not chosen
    web::CsrfKey csrf_key = {};
    std::string version;
};

/// The words of the layers below the modules and of `modules`; the migrations of host and modules.
Catalogue catalogue_of(std::span<Module const* const> modules);
std::vector<Migrations> migrations_of(std::span<Module const* const> modules);

class Application {
public:
    explicit Application(ApplicationParts parts);

    /// Every page of every module, ready for the server.
    void mount(web::Router& router) const;

    /// The page for what the server itself refuses; needs no database.
    web::Response error_page(int status, web::Request const* request,
                             std::string_view incident) const;

    /// Who may do what, of all modules: the approved snapshot.
    std::string policy() const;

    ApplicationParts const& parts() const { return parts_; }
    Catalogue const& catalogue() const { return catalogue_; }
    Language language_of(web::Request const& request) const;

private:
    void mount(web::Router& router, Module const& module, PageRoute const& route) const;
    std::optional<Actor> actor_of(std::string_view digest, Instant now) const;
    web::Response asked(web::Request const& request, Module const& module,
                        PageRoute const& route) const;
    web::Response answer(web::Request const& request, Module const& module,
                         PageRoute const& route) const;
    web::Response answer(Call& call, Module const& module, PageRoute const& route) const;

    ApplicationParts parts_;
    Catalogue catalogue_;
};

} // namespace udb
