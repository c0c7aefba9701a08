#include "platform/config.hpp"

#include "platform/config_known.hpp"
#include "platform/files.hpp"

#include <algorithm>
#include <cstdlib>
#include <sstream>
#include <toml++/toml.h>
#include <utility>
#include <vector>

namespace udb {
namespace {

/// Gathers every problem while the sources are read one over the other.
class Reading {
public:
    void take(std::string const& source, std::string_view key, std::string_view value) {
        auto const known = settings_known();
        auto const found = std::ranges::find(known, key, &SettingKnown::key);
        if (found == known.end())
            return problem(
                key, {"platform.setting_unknown", {{"source", source}, {"key", std::string(key)}}});
        if (apply_setting(settings_, *found, value)) return;
        problem(key, {"platform.setting_bad",
                      {{"source", source},
                       {"key", std::string(key)},
                       {"value", secret(key) ? "***" : shown(value)},
                       {"allowed", std::string(found->allowed)}}});
    }

    void take_file(std::filesystem::path const& path) {
        constexpr std::size_t size_bytes_max = 1024UL * 1024;
        auto const source = path.string();
        auto const bytes = read_file(path, size_bytes_max);
        if (!bytes) return problem("config", bytes.error().message);
        try {
            for (auto const& [key, node] : toml::parse(*bytes, source))
                take(source, key.str(), written(node));
        } catch (toml::parse_error const& bad) {
            std::ostringstream why;
            why << bad.description() << " (" << bad.source().begin.line << ":"
                << bad.source().begin.column << ")";
            problem("config", {"platform.setting_file", {{"source", source}, {"why", why.str()}}});
        }
    }

    Result<Settings> done() && {
        auto const needs = [&](std::string const& has, std::string_view key, std::string const& is,
                               std::string_view other) {
            if (!has.empty() && is.empty())
                problem(key, {"platform.setting_needs",
                              {{"key", std::string(key)}, {"other", std::string(other)}}});
        };
        auto const& s = settings_;
        needs(s.smtp_host, "smtp_host", s.mail_from, "mail_from");
        needs(s.smtp_host, "smtp_host", s.public_url, "public_url");
        needs(s.oidc_issuer, "oidc_issuer", s.oidc_client_id, "oidc_client_id");
        needs(s.oidc_issuer, "oidc_issuer", s.public_url, "public_url");
        if (!problems_.empty()) return invalid(std::move(problems_));
        return std::move(settings_);
    }

private:
    static std::string written(toml::node const& node) {
        if (auto const* text = node.as_string()) return text->get();
        if (auto const* number = node.as_integer()) return std::to_string(number->get());
        if (auto const* yes = node.as_boolean()) return yes->get() ? "true" : "false";
        std::ostringstream other;
        other << node.type();
        return "(" + other.str() + ")";
    }

    static bool secret(std::string_view key) {
        return key.ends_with("password") || key.ends_with("secret");
    }

    /// A password in an address stays out of messages and logs.
    static std::string shown(std::string_view value) {
        auto const user = value.find("://");
        auto const host = value.find('@');
        if (user == std::string_view::npos || host == std::string_view::npos || host < user)
            return std::string(value.substr(0, 200));
        return std::string(value.substr(0, user + 3)) + "***"
               + std::string(value.substr(host).substr(0, 200));
    }

    void problem(std::string_view key, Message message) {
        problems_.push_back({std::string(key), std::move(message)});
    }

    Settings settings_;
    std::vector<FieldError> problems_;
};

std::string environment_name(std::string_view key) {
    std::string name = "UDBHABON_";
    for (char const c : key)
        name += static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    return name;
}

} // namespace

Result<Settings> read_settings(SettingSources const& sources) {
    Reading reading;
    if (sources.file) reading.take_file(*sources.file);
    if (sources.environment)
        for (auto const& setting : settings_known()) {
            auto const name = environment_name(setting.key);
            if (auto const value = sources.environment(name))
                reading.take(name, setting.key, *value);
        }
    for (auto const& [key, value] : sources.flags) {
        auto flag = "--" + key;
        std::ranges::replace(flag, '_', '-');
        reading.take(flag, key, value);
    }
    return std::move(reading).done();
}

std::optional<std::string> environment_value(std::string const& name) {
    if (auto const* value = std::getenv(name.c_str())) return value;
    return {};
}

} // namespace udb
