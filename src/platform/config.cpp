#include "platform/config.hpp"

#include "platform/files.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdlib>
#include <sstream>
#include <toml++/toml.h>
#include <utility>
#include <vector>

namespace udb {
namespace {

/// Sets one setting from what was written; false where that is not allowed.
using Apply = bool (*)(Settings&, std::string_view);

template <class Number, class Into>
bool number(std::string_view text, Number least, Number most, Into&& into) {
    Number value{};
    auto const [end, failed] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (failed != std::errc{} || end != text.data() + text.size()) return false;
    if (value < least || value > most) return false;
    into(value);
    return true;
}

template <auto Member>
bool seconds(Settings& settings, std::string_view text) {
    return number<int>(text, 1, 3600, [&](int n) { settings.*Member = std::chrono::seconds(n); });
}

template <auto Member>
bool bytes(Settings& settings, std::string_view text) {
    return number<std::size_t>(text, 1024, std::size_t{1} << 30U,
                               [&](std::size_t n) { settings.*Member = n; });
}

template <auto Member, int least, int most>
bool whole(Settings& settings, std::string_view text) {
    return number<int>(text, least, most, [&](int n) { settings.*Member = n; });
}

template <auto Member>
bool yes_no(Settings& settings, std::string_view text) {
    bool const yes = text == "true" || text == "yes" || text == "1";
    if (!yes && text != "false" && text != "no" && text != "0") return false;
    settings.*Member = yes;
    return true;
}

bool database(Settings& settings, std::string_view text) {
    bool const postgres = text.starts_with("postgresql://") || text.starts_with("postgres://");
    bool const file = !text.empty() && text != "sqlite:"
                      && text.find("://") == std::string_view::npos
                      && text.find('\0') == std::string_view::npos;
    if (!postgres && !file) return false;
    settings.database = text;
    return true;
}

bool address(Settings& settings, std::string_view text) {
    // Names are left to the resolver; only what cannot be one is refused here.
    bool const fine = !text.empty() && text.size() <= 253 && std::ranges::all_of(text, [](char c) {
        return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '.' || c == ':' || c == '-'
               || c == '_';
    });
    if (fine) settings.address = text;
    return fine;
}

bool language(Settings& settings, std::string_view text) {
    if (text != "bn" && text != "en") return false;
    settings.language = text == "bn" ? Language::bn : Language::en;
    return true;
}

bool log_level(Settings& settings, std::string_view text) {
    constexpr std::array<std::string_view, 5> names = {"debug", "info", "warn", "error", "off"};
    auto const found = std::ranges::find(names, text);
    if (found == names.end()) return false;
    settings.log_level = static_cast<log::Level>(found - names.begin());
    return true;
}

bool data_folder(Settings& settings, std::string_view text) {
    if (text.empty() || text.find('\0') != std::string_view::npos) return false;
    settings.data_folder = text;
    return true;
}

bool session_hours(Settings& settings, std::string_view text) {
    return number<int>(text, 1, 720,
                       [&](int n) { settings.session_hours = std::chrono::hours(n); });
}

constexpr std::string_view of_bytes = "1024–1073741824";
constexpr std::string_view of_seconds = "1–3600";
constexpr std::string_view of_yes_no = "true, false";

constexpr SettingKnown known[] = {
    {"database",
     {"ডেটাবেজ", "The database"},
     "sqlite:PATH, postgresql://…",
     "sqlite:data/udbhabon.db"},
    {"address",
     {"যে ঠিকানায় অনুরোধ শোনা হবে", "The address to listen on"},
     "an IP address or host name",
     "127.0.0.1"},
    {"port", {"পোর্ট (০: খালি যেকোনোটি)", "The port (0: any free one)"}, "0–65535", "8080"},
    {"language", {"প্রথম ভাষা", "The language shown first"}, "bn, en", "bn"},
    {"log_level",
     {"লগে কতটা লেখা হবে", "How much the log says"},
     "debug, info, warn, error, off",
     "info"},
    {"data_folder", {"সংযুক্ত ফাইলের ফোল্ডার", "The folder of uploaded files"}, "PATH", "data"},
    {"trust_proxy",
     {"সামনের প্রক্সির X-Forwarded-* শিরোনাম মানা হবে কি না",
      "Believe the X-Forwarded-* headers of a proxy in front"},
     of_yes_no,
     "false"},
    {"header_bytes_max",
     {"অনুরোধের শিরোনামের সর্বোচ্চ আকার (বাইট)", "The largest header of a request, in bytes"},
     of_bytes,
     "16384"},
    {"body_bytes_max",
     {"অনুরোধের মূল অংশের সর্বোচ্চ আকার (বাইট)", "The largest body of a request, in bytes"},
     of_bytes,
     "10485760"},
    {"header_timeout",
     {"শিরোনাম পাঠানোর সময়সীমা (সেকেন্ড)", "Time to send a header, in seconds"},
     of_seconds,
     "10"},
    {"body_timeout",
     {"মূল অংশ পাঠানোর সময়সীমা (সেকেন্ড)", "Time to send a body, in seconds"},
     of_seconds,
     "60"},
    {"idle_timeout",
     {"নিষ্ক্রিয় সংযোগ খোলা রাখার সময় (সেকেন্ড)", "Time an idle connection stays open, in seconds"},
     of_seconds,
     "60"},
    {"shutdown_timeout",
     {"বন্ধ করার সময় চলমান অনুরোধ শেষ করার সময়সীমা (সেকেন্ড)",
      "Time for requests in flight to finish at shutdown, in seconds"},
     of_seconds,
     "20"},
    {"workers",
     {"একসঙ্গে কতটি অনুরোধের কাজ হবে", "How many requests are worked on at once"},
     "1–256",
     "4"},
    {"database_connections",
     {"ডেটাবেজে সর্বোচ্চ সংযোগ", "The most connections to the database"},
     "1–256",
     "4"},
    {"demo",
     {"নমুনা অফিসের প্রবেশ-তথ্য দেখানো হবে কি না", "Show the sign-ins of the demo office"},
     of_yes_no,
     "false"},
    {"session_hours",
     {"একবার প্রবেশের মেয়াদ (ঘণ্টা)", "How long a sign-in lasts, in hours"},
     "1–720",
     "12"},
};

constexpr Apply apply[] = {
    database,
    address,
    whole<&Settings::port, 0, 65535>,
    language,
    log_level,
    data_folder,
    yes_no<&Settings::trust_proxy>,
    bytes<&Settings::header_bytes_max>,
    bytes<&Settings::body_bytes_max>,
    seconds<&Settings::header_timeout>,
    seconds<&Settings::body_timeout>,
    seconds<&Settings::idle_timeout>,
    seconds<&Settings::shutdown_timeout>,
    whole<&Settings::workers, 1, 256>,
    whole<&Settings::database_connections, 1, 256>,
    yes_no<&Settings::demo>,
    session_hours,
};
static_assert(std::size(known) == std::size(apply));

/// Gathers every problem while the sources are read one over the other.
class Reading {
public:
    void take(std::string const& source, std::string_view key, std::string_view value) {
        auto const found = std::ranges::find(known, key, &SettingKnown::key);
        if (found == std::end(known))
            return problem(
                key, {"platform.setting_unknown", {{"source", source}, {"key", std::string(key)}}});
        if (apply[found - std::begin(known)](settings_, value)) return;
        problem(key, {"platform.setting_bad",
                      {{"source", source},
                       {"key", std::string(key)},
                       {"value", shown(value)},
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

std::span<SettingKnown const> settings_known() { return known; }

Result<Settings> read_settings(SettingSources const& sources) {
    Reading reading;
    if (sources.file) reading.take_file(*sources.file);
    if (sources.environment)
        for (auto const& setting : known) {
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
