#include "platform/log.hpp"

#include "base/date.hpp"

#include <array>
#include <chrono>
#include <cmath>
#include <memory>
#include <mutex>
#include <spdlog/sinks/basic_file_sink.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

namespace udb::log {
namespace {

thread_local std::string current_request;

std::mutex logger_mutex;
std::shared_ptr<spdlog::logger> logger;

std::shared_ptr<spdlog::logger> made(std::string const& path) {
    spdlog::sink_ptr sink;
    if (path.empty())
        sink = std::make_shared<spdlog::sinks::stderr_sink_mt>();
    else
        sink = std::make_shared<spdlog::sinks::basic_file_sink_mt>(path);
    auto fresh = std::make_shared<spdlog::logger>("udbhabon", std::move(sink));
    fresh->set_pattern("%v");
    fresh->flush_on(spdlog::level::debug);
    // A full disk must not take the service down with it.
    fresh->set_error_handler([](std::string const&) {});
    return fresh;
}

std::shared_ptr<spdlog::logger> current() {
    std::lock_guard const lock(logger_mutex);
    if (!logger) logger = made({});
    return logger;
}

void append_json(std::string& line, std::string_view text) {
    constexpr char hex[] = "0123456789abcdef";
    line += '"';
    for (char const c : text) {
        auto const byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\')
            (line += '\\') += c;
        else if (byte < 0x20 || byte == 0x7f)
            ((line += "\\u00") += hex[byte >> 4U]) += hex[byte & 0xFU];
        else
            line += c;
    }
    line += '"';
}

bool is_secret(std::string_view name) {
    constexpr std::array<std::string_view, 6> secrets = {"password", "secret",        "token",
                                                         "cookie",   "authorization", "csrf"};
    for (auto const secret : secrets)
        if (name.find(secret) != std::string_view::npos) return true;
    return false;
}

void append_value(std::string& line, Value const& value) {
    if (auto const* text = std::get_if<std::string_view>(&value))
        append_json(line, *text);
    else if (auto const* number = std::get_if<std::int64_t>(&value))
        line += std::to_string(*number);
    else if (auto const* yes = std::get_if<bool>(&value))
        line += *yes ? "true" : "false";
    else if (auto const real = std::get<double>(value); std::isfinite(real))
        fmt::format_to(std::back_inserter(line), "{}", real);
    else
        line += "null";
}

constexpr std::array<std::string_view, 4> level_names = {"debug", "info", "warn", "error"};
constexpr std::array<spdlog::level::level_enum, 5> level_values = {
    spdlog::level::debug, spdlog::level::info, spdlog::level::warn, spdlog::level::err,
    spdlog::level::off};

void write(Level level, std::string_view event, Fields fields) {
    auto const at = static_cast<std::size_t>(level);
    auto const out = current();
    if (!out->should_log(level_values[at])) return;
    auto const now = std::chrono::system_clock::now();
    std::string line = R"({"at":")" + iso(std::chrono::floor<std::chrono::milliseconds>(now))
                       + R"(","level":")" + std::string(level_names[at]) + '"';
    if (!current_request.empty()) {
        line += R"(,"request":)";
        append_json(line, current_request);
    }
    line += R"(,"event":)";
    append_json(line, event);
    for (auto const& field : fields) {
        line += ',';
        append_json(line, field.name);
        line += ':';
        append_value(line, is_secret(field.name) ? Value("***") : field.value);
    }
    line += '}';
    out->log(level_values[at], fmt::string_view(line.data(), line.size()));
}

} // namespace

void open(Level level, std::string const& path) {
    auto fresh = made(path);
    fresh->set_level(level_values[static_cast<std::size_t>(level)]);
    std::lock_guard const lock(logger_mutex);
    logger = std::move(fresh);
}

void debug(std::string_view event, Fields fields) { write(Level::debug, event, fields); }
void info(std::string_view event, Fields fields) { write(Level::info, event, fields); }
void warn(std::string_view event, Fields fields) { write(Level::warn, event, fields); }
void error(std::string_view event, Fields fields) { write(Level::error, event, fields); }

RequestScope::RequestScope(std::string id)
    : before_(std::exchange(current_request, std::move(id))) {}
RequestScope::~RequestScope() { current_request = std::move(before_); }

std::string const& request_id() { return current_request; }

} // namespace udb::log
