// Settings: file, then environment, then flags; each bad value told, all at once.
#include "platform/config.hpp"
#include "platform/files.hpp"

#include <cstdlib>
#include <doctest/doctest.h>
#include <filesystem>

using namespace udb;

namespace {

/// A file of its own folder, gone with the test.
class SettingsFile {
public:
    explicit SettingsFile(std::string_view toml) {
        auto name = (std::filesystem::temp_directory_path() / "udb-config-XXXXXX").string();
        REQUIRE(mkdtemp(name.data()) != nullptr);
        folder_ = name;
        REQUIRE(write_file(path(), toml));
    }
    ~SettingsFile() { std::filesystem::remove_all(folder_); }
    std::filesystem::path path() const { return folder_ / "udbhabon.toml"; }

private:
    std::filesystem::path folder_;
};

auto environment(std::map<std::string, std::string> values) {
    return [values = std::move(values)](std::string const& name) -> std::optional<std::string> {
        auto const found = values.find(name);
        if (found == values.end()) return {};
        return found->second;
    };
}

std::string arg(Message const& message, std::string_view name) {
    for (auto const& [key, value] : message.args)
        if (key == name) return std::get<std::string>(value);
    return "(none)";
}

} // namespace

TEST_CASE("what is listed as the default is the default") {
    SettingSources all;
    for (auto const& setting : settings_known())
        all.flags[std::string(setting.key)] = setting.default_text;
    auto const written = read_settings(all);
    auto const silent = read_settings({});
    REQUIRE(written);
    REQUIRE(silent);
    CHECK(written->database == silent->database);
    CHECK(written->address == silent->address);
    CHECK(written->port == silent->port);
    CHECK(written->language == silent->language);
    CHECK(written->log_level == silent->log_level);
    CHECK(written->data_folder == silent->data_folder);
    CHECK(written->trust_proxy == silent->trust_proxy);
    CHECK(written->header_bytes_max == silent->header_bytes_max);
    CHECK(written->body_bytes_max == silent->body_bytes_max);
    CHECK(written->header_timeout == silent->header_timeout);
    CHECK(written->body_timeout == silent->body_timeout);
    CHECK(written->idle_timeout == silent->idle_timeout);
    CHECK(written->shutdown_timeout == silent->shutdown_timeout);
    CHECK(written->workers == silent->workers);
    CHECK(written->database_connections == silent->database_connections);
    CHECK(written->demo == silent->demo);
    CHECK(written->session_hours == silent->session_hours);
}

TEST_CASE("a flag goes over the environment, the environment over the file") {
    SettingsFile const file("port = 1001\nworkers = 2\nlanguage = \"en\"\ndemo = true\n");
    SettingSources sources{.file = file.path(),
                           .environment =
                               environment({{"UDBHABON_PORT", "1002"}, {"UDBHABON_WORKERS", "3"}}),
                           .flags = {{"port", "1003"}}};
    auto const settings = read_settings(sources);
    REQUIRE(settings);
    CHECK(settings->port == 1003);
    CHECK(settings->workers == 3);
    CHECK(settings->language == Language::en);
    CHECK(settings->demo);
    sources.flags.clear();
    CHECK(read_settings(sources)->port == 1002);
}

TEST_CASE("every bad value is told at once, with its source and what is allowed") {
    SettingsFile const file("port = 70000\ncolour = \"red\"\nworkers = [1]\n");
    auto const settings = read_settings(
        {.file = file.path(),
         .environment = environment({{"UDBHABON_LANGUAGE", "fr"}}),
         .flags = {{"header_timeout", "soon"}, {"database", "mysql://me:hush@host/x"}}});
    REQUIRE(!settings);
    auto const& fields = settings.error().fields;
    REQUIRE(fields.size() == 6);
    auto const of = [&](std::string_view key) -> Message const& {
        for (auto const& field : fields)
            if (field.field == key) return field.message;
        throw std::runtime_error("no problem told of it");
    };
    CHECK(arg(of("port"), "source") == file.path().string());
    CHECK(arg(of("port"), "value") == "70000");
    CHECK(arg(of("port"), "allowed") == "0–65535");
    CHECK(of("colour").key == "platform.setting_unknown");
    CHECK(arg(of("workers"), "value") == "(array)");
    CHECK(arg(of("language"), "source") == "UDBHABON_LANGUAGE");
    CHECK(arg(of("header_timeout"), "source") == "--header-timeout");
    CHECK(arg(of("database"), "value") == "mysql://***@host/x");
}

TEST_CASE("values at the edge") {
    struct {
        char const *key, *fine, *bad;
    } const cases[] = {
        {"port", "0", "-1"},
        {"port", "65535", "65536"},
        {"port", "8080", "8080 "},
        {"address", "::1", ""},
        {"address", "0.0.0.0", "a b"},
        {"workers", "1", "0"},
        {"session_hours", "720", "721"},
        {"body_bytes_max", "1024", "1023"},
        {"body_bytes_max", "1073741824", "99999999999999999999"},
        {"database", "postgresql://u@h/d", "sqlite:"},
        {"database", "x.db", "ftp://x"},
        {"log_level", "off", "loud"},
        {"trust_proxy", "yes", "maybe"},
        {"data_folder", "d", ""},
        {"public_url", "https://udbhabon.example.gov.bd/", "udbhabon.example.gov.bd"},
        {"public_url", "http://127.0.0.1:8080", "https://a b"},
        {"smtp_port", "465", "0"},
        {"smtp_security", "tls", "ssl"},
        {"mail_from", "it@example.gov.bd", "it"},
        {"second_factor_administrators", "yes", "maybe"},
    };
    for (auto const& one : cases) {
        CAPTURE(one.key);
        CHECK(read_settings({.flags = {{one.key, one.fine}}}));
        CHECK(!read_settings({.flags = {{one.key, one.bad}}}));
    }
}

TEST_CASE("a settings file that is missing, or is none, is told by name") {
    auto const missing = read_settings({.file = "no/such/file.toml"});
    REQUIRE(!missing);
    CHECK(missing.error().fields[0].message.key == "platform.file_missing");
    SettingsFile const file("port = = 1");
    auto const broken = read_settings({.file = file.path()});
    REQUIRE(!broken);
    CHECK(broken.error().fields[0].message.key == "platform.setting_file");
}

TEST_CASE("a mail server and a provider are not set up by halves, and no secret is told") {
    std::map<std::string, std::string> flags{{"smtp_host", "mail.example.gov.bd"},
                                             {"mail_from", "it@example.gov.bd"},
                                             {"public_url", "https://u.example.gov.bd"}};
    CHECK(read_settings({.flags = flags}));
    for (auto const* needed : {"mail_from", "public_url"}) {
        auto without = flags;
        without.erase(needed);
        auto const read = read_settings({.flags = without});
        REQUIRE(!read);
        CHECK(read.error().fields[0].message.key == "platform.setting_needs");
    }
    CHECK(!read_settings({.flags = {{"oidc_issuer", "https://id.example.gov.bd"}}}));
    auto const bad = read_settings({.flags = {{"smtp_password", "hush\nhush"}}});
    REQUIRE(!bad);
    for (auto const& [name, value] : bad.error().fields[0].message.args)
        if (name == "value") CHECK(value == Arg{std::string("***")});
}
