// The settings of the program: defaults, then a file, then the environment, then flags.
// `settings_known()` is the one list they are read, checked and documented from.
#pragma once

#include "base/bilingual.hpp"
#include "base/result.hpp"
#include "platform/log.hpp"

#include <chrono>
#include <cstddef>
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace udb {

struct Settings {
    std::string database = "sqlite:data/udbhabon.db";
    std::string address = "127.0.0.1";
    int port = 8080; ///< 0: any free one
    Language language = Language::bn;
    log::Level log_level = log::Level::info;
    std::filesystem::path data_folder = "data"; ///< uploaded files
    bool trust_proxy = false;                   ///< believe X-Forwarded-For and X-Forwarded-Proto
    std::size_t header_bytes_max = std::size_t{16} * 1024;
    std::size_t body_bytes_max = std::size_t{10} * 1024 * 1024;
    std::chrono::seconds header_timeout{10};
    std::chrono::seconds body_timeout{60};
    std::chrono::seconds idle_timeout{60};
    std::chrono::seconds shutdown_timeout{20};
    int workers = 16;
    int database_connections = 4;
    bool demo = false; ///< show the demo sign-ins
    std::chrono::hours session_hours{12};
    std::string public_url; ///< where people reach us, without a slash at its end; empty: unknown
    std::filesystem::path secret_key_file;     ///< empty: the key stands in the database
    bool second_factor_administrators = false; ///< no administrator's rights without one
    std::string smtp_host;                     ///< empty: no mail is sent
    int smtp_port = 587;
    enum class SmtpSecurity { none, starttls, tls };
    SmtpSecurity smtp_security = SmtpSecurity::starttls;
    std::string smtp_user; ///< empty: without signing in there
    std::string smtp_password;
    std::string mail_from;                      ///< the address that mails come from
    std::filesystem::path trusted_certificates; ///< PEM; empty: those of the machine
    std::string oidc_issuer;                    ///< empty: no sign-in by another provider
    std::string oidc_client_id;
    std::string oidc_client_secret;
    std::string oidc_label;     ///< what the provider is called on the sign-in page
    std::string clamd;          ///< where clamd listens; empty: files are not looked through
    bool clamd_required = true; ///< false: a file is kept, with a mark, where clamd is away
    bool local_sites = false;   ///< sites of this machine and network are looked at for reports
};

/// One setting: `key` in the file, `UDBHABON_KEY` in the environment, `--key` with dashes as flag.
struct SettingKnown {
    std::string_view key;
    Bilingual meaning;
    std::string_view allowed; ///< as a user would write it: `1–65535`, `bn, en`
    std::string_view default_text;
};
std::span<SettingKnown const> settings_known();

struct SettingSources {
    std::optional<std::filesystem::path> file = {}; ///< TOML; must exist when named
    /// The environment: a name like `UDBHABON_PORT` gives its value, or nothing.
    std::function<std::optional<std::string>(std::string const&)> environment = {};
    std::map<std::string, std::string> flags = {}; ///< by key, only those given
};

/// All settings, or Error invalid with every problem at once: field is the key, the message
/// (`platform.setting_bad`, `platform.setting_unknown`, `platform.setting_file`) names `{source}`,
/// `{key}`, `{value}` and `{allowed}`.
Result<Settings> read_settings(SettingSources const& sources);

/// The process's environment, for SettingSources.
std::optional<std::string> environment_value(std::string const& name);

} // namespace udb
