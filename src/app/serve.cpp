#include "app/serve.hpp"

#include "app/background.hpp"
#include "app/modules.hpp"
#include "host/application.hpp"
#include "host/installation.hpp"
#include "host/scanning.hpp"
#include "host/search.hpp"
#include "modules/accounts/accounts.hpp"
#include "modules/duties/duties.hpp"
#include "modules/evidence/evidence.hpp"
#include "modules/reports/site_check_actions.hpp"
#include "modules/tokens/tokens.hpp"
#include "platform/clock.hpp"
#include "platform/log.hpp"
#include "platform/password.hpp"
#include "registers/api/api.hpp"
#include "registers/pages/pages.hpp"
#include "web/http/server.hpp"

#include <algorithm>
#include <csignal>
#include <filesystem>
#include <ostream>

namespace udb::embedded {
std::span<EmbeddedFile const> assets();
}

namespace udb::app {
namespace {

constexpr std::string_view version = "0.1.0";

/// Migrates and makes anew what is derived and missing, or says why not.
bool brought_forward(Database& database, Clock const& clock, Language language, std::ostream& err) {
    auto const done = migrate(database, migrations_of(modules()), clock.now());
    if (!done) err << catalogue_of(modules()).say(done.error().message, language) << '\n';
    if (!done) return false;
    if (auto const records = bring_index_up_to_date(database, modules()); records > 0)
        log::info("search_index_made", {{"records", records}});
    for (auto const* module : modules())
        if (module->derive)
            if (auto const written = module->derive(database); written > 0)
                log::info("derived", {{"module", module->name}, {"written", written}});
    return true;
}

web::ServerOptions options_of(Settings const& s, Clock const& clock,
                              Application const& application) {
    web::ServerOptions o;
    o.address = s.address;
    o.port = static_cast<std::uint16_t>(s.port);
    o.header_bytes_max = s.header_bytes_max;
    o.body_bytes_max = s.body_bytes_max;
    o.header_timeout = s.header_timeout;
    o.body_timeout = s.body_timeout;
    o.idle_timeout = s.idle_timeout;
    o.grace = s.shutdown_timeout;
    o.workers = static_cast<std::size_t>(s.workers);
    if (s.trust_proxy)
        o.trusted_proxies = {"127.0.0.0/8", "::1/128", "10.0.0.0/8", "172.16.0.0/12",
                             "192.168.0.0/16"};
    o.clock = [&clock] { return clock.now(); };
    o.error_page = [&application](int status, web::Request const* request,
                                  std::string_view incident) {
        return application.error_page(status, request, incident);
    };
    o.on_access = [](web::Access const& a) {
        log::info("served", {{"request", a.id},
                             {"method", a.method},
                             {"path", a.path},
                             {"route", a.route},
                             {"status", a.status},
                             {"ms", a.milliseconds},
                             {"bytes", a.bytes},
                             {"peer", a.peer},
                             {"actor", a.actor}});
    };
    o.on_failure = [](web::Failure const& f) {
        log::error("failed", {{"incident", f.incident},
                              {"request", f.request_id},
                              {"method", f.method},
                              {"path", f.path},
                              {"what", f.what}});
    };
    return o;
}

constexpr std::chrono::seconds mail_round{2};
constexpr std::chrono::hours sweep_round{1};
constexpr std::chrono::minutes duties_round{20};
constexpr std::chrono::minutes sites_round{30};

bool from_this_machine(web::Request const& request) {
    return request.peer == "::1" || request.peer.starts_with("127.");
}

std::string password_metric() {
    return "# HELP udb_password_hashes_total Passwords hashed to sign in or to be kept.\n"
           "# TYPE udb_password_hashes_total counter\n"
           "udb_password_hashes_total "
           + std::to_string(password_hashes()) + '\n';
}

/// Beside an SQLite file, as `NAME.files`, unless a folder was chosen: two databases that shared
/// one would sweep each other's files.
std::filesystem::path files_of(Settings const& s) {
    if (!s.database.starts_with("postgres") && s.data_folder == Settings{}.data_folder) return {};
    return s.data_folder / "files";
}

} // namespace

std::unique_ptr<Database> open_database(Settings const& s, Missing missing) {
    std::string_view path = s.database;
    if (path.starts_with("sqlite:")) path.remove_prefix(7);
    bool const file = !path.starts_with("postgres") && path != ":memory:";
    auto const folder = std::filesystem::path(path).parent_path();
    if (file && missing == Missing::make && !folder.empty()) {
        std::error_code problem;
        std::filesystem::create_directories(folder, problem);
        if (problem)
            throw StoreFailure(StoreFailure::Category::unavailable,
                               folder.string() + ": " + problem.message());
    }
    return std::make_unique<Database>(s.database,
                                      DatabaseOptions{.connections = s.database_connections,
                                                      .create = missing == Missing::make,
                                                      .files = files_of(s)});
}

accounts::Configuration accounts_of(Settings const& s, SealKey const& seal_key) {
    using Security = MailServer::Security;
    return {.session = s.session_hours,
            .show_demo = s.demo,
            .seal_key = seal_key,
            .second_factor_administrators = s.second_factor_administrators,
            .public_url = s.public_url,
            .mail_server = {.host = s.smtp_host,
                            .port = s.smtp_port,
                            .security = static_cast<Security>(s.smtp_security),
                            .user = s.smtp_user,
                            .password = s.smtp_password,
                            .certificates = s.trusted_certificates},
            .mail_from = s.mail_from,
            .mail_from_name = catalogue_of(modules()).say({"accounts.factor_issuer"}, Language::bn),
            .provider = {.issuer = s.oidc_issuer,
                         .client = s.oidc_client_id,
                         .secret = s.oidc_client_secret,
                         .label = s.oidc_label,
                         .certificates = s.trusted_certificates}};
}

int serve(Settings const& s, std::ostream& out, std::ostream& err) {
    log::open(s.log_level);
    // A file that may grow no further is a failed write, which we answer, not our end.
    std::signal(SIGXFSZ, SIG_IGN);
    SystemClock const clock;
    auto const database = open_database(s);
    if (!brought_forward(*database, clock, s.language, err)) return 1;

    web::Assets const assets{embedded::assets()};
    auto const seal_key =
        s.secret_key_file.empty() ? seal_key_of(*database) : read_seal_key(s.secret_key_file);
    if (!seal_key) {
        err << catalogue_of(modules()).say(seal_key.error().message, s.language) << '\n';
        return 1;
    }
    accounts::configure(accounts_of(s, *seal_key));
    reports::configure({.local_sites = s.local_sites, .certificates = s.trusted_certificates});
    configure_scanning({.clamd = s.clamd, .clamd_required = s.clamd_required});
    Application const application{{.database = *database,
                                   .clock = clock,
                                   .modules = modules(),
                                   .assets = assets,
                                   .identify = accounts::identify,
                                   .roll = accounts::roll,
                                   .register_pages = register_pages(),
                                   .api = {.routes = register_api(),
                                           .description = api_description,
                                           .identify = tokens::identify,
                                           .note_use = tokens::note_use},
                                   .language = s.language,
                                   .csrf_key = csrf_key_of(*database),
                                   .public_url = s.public_url,
                                   .version = std::string(version)}};
    web::Server* running = nullptr;
    web::Router router;
    application.mount(router);
    router.get("/healthz", [](web::Request const&) { return web::Response::text("ok\n"); });
    router.get("/readyz", [&](web::Request const&) {
        try {
            database->ping();
        } catch (StoreFailure const&) {
            return web::Response::text("the database does not answer\n", 503);
        }
        return web::Response::text("ok\n");
    });
    router.get("/metrics", [&](web::Request const& request) {
        if (!from_this_machine(request)) return web::Response::text("not found\n", 404);
        return web::Response::text(running->metrics().text() + password_metric());
    });

    auto const mails = [&](accounts::Freight freight) {
        return [&, freight](std::function<bool()> const& stopped) {
            accounts::send_mails(*database, application.catalogue(), clock, stopped, freight);
        };
    };
    Background const sending{mail_round, mails(accounts::Freight::letters)};
    Background const sending_files{mail_round, mails(accounts::Freight::files)};
    Background const sweeping{sweep_round, [&](std::function<bool()> const&) {
                                  evidence::sweep_parts(*database, clock.now());
                              }};
    Background const looking{sites_round, [&](std::function<bool()> const& stopped) {
                                 reports::look_at_sites(*database, application.catalogue(), clock,
                                                        stopped);
                             }};
    Background const telling{duties_round, [&](std::function<bool()> const& stopped) {
                                 duties::tell_heads(application, stopped);
                                 duties::write_letters(application, stopped);
                             }};

    web::Server server{std::move(router), options_of(s, clock, application)};
    running = &server;
    out << "http://" << s.address << ':' << server.port() << '\n' << std::flush;
    return server.run() ? 0 : 1;
}

int demo(Settings const& s, std::ostream& out, std::ostream& err) {
    SystemClock const clock;
    auto const database = open_database(s);
    if (!brought_forward(*database, clock, s.language, err)) return 1;
    auto const told = database->write([&](Db& db) -> Result<bool> {
        if (db.one("select 1 from records limit 1")) return false;
        Actor const teller{.account = {},
                           .officer = {},
                           .office = {},
                           .name = {"প্রদর্শনী", "Demo"},
                           .assignments = {}};
        Work work{.db = db, .actor = teller, .today = clock.today(), .now = clock.now()};
        for (auto const* module : modules())
            if (module->demo) TRY(module->demo(work));
        return true;
    });
    if (!told) {
        err << catalogue_of(modules()).say(told.error().message, s.language) << '\n';
        return 1;
    }
    out << accounts::demo_sign_ins();
    return 0;
}

} // namespace udb::app
