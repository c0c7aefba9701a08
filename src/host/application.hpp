// The modules put together: words, migrations, policy, routes and the frame of every page.
#pragma once

#include "host/api.hpp"
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
    /// The pages that every register has: their patterns go behind its path.
    std::span<PageRoute const> register_pages = {};
    ApiParts api = {};
    Language language = Language::bn; ///< for whoever has not chosen
    web::CsrfKey csrf_key = {};
    std::string public_url = {}; ///< where people reach us, for what is printed; empty: unknown
    std::string version;
};

/// The words of the layers below the modules and of `modules`; the migrations of host and modules.
Catalogue catalogue_of(std::span<Module const* const> modules);
std::vector<Migrations> migrations_of(std::span<Module const* const> modules);

/// A page where it is mounted.
struct Mounted {
    Module const* module;
    Kept const* kept; ///< the register whose page it is, or in place of whose it stands; or null
    PageRoute const* route;
    std::string pattern;
};

class Application {
public:
    explicit Application(ApplicationParts parts);

    /// Every page of every module, and of every register what no module has itself.
    std::vector<Mounted> mounted() const;
    /// Every answer of the API.
    std::vector<Mounted> mounted_api() const { return api_.mounted(); }
    /// Pages and API, ready for the server.
    void mount(web::Router& router) const;

    /// The page for what the server itself refuses; needs no database.
    web::Response error_page(int status, web::Request const* request,
                             std::string_view incident) const;

    /// The frame of a page that needs no database, around `main`.
    web::Response notice(int status, web::Request const* request, std::string title,
                         Html const& main) const;

    /// Who may do what, of all modules: the approved snapshot.
    std::string policy() const;

    ApplicationParts const& parts() const { return parts_; }
    Catalogue const& catalogue() const { return catalogue_; }
    Language language_of(web::Request const& request) const;

    /// Gives `actor` the roles that follow on a day from what the modules know of the officer.
    void add_roles(Db& db, Actor& actor, Date today) const;

    /// What is known of a kind of record; null where no module has it.
    RecordKind const* kind_named(std::string_view kind) const;
    /// The page of a record; none where its kind has no pages.
    std::optional<Url> page_of(std::string_view kind, Id<Record> id) const;

private:
    std::optional<Actor> actor_of(std::string_view digest, Instant now) const;
    web::Response asked(web::Request const& request, Mounted const& page) const;
    web::Response answer(web::Request const& request, Mounted const& page) const;
    web::Response answer(Call& call, Mounted const& page) const;

    ApplicationParts parts_;
    std::vector<RecordKind> kinds_;
    Catalogue catalogue_;
    Api api_{*this};
};

} // namespace udb
