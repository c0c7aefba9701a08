// The log: one JSON object a line, on stderr. What is written here is read by people who run the
// system, so it names no passwords, no cookies, no tokens, and no texts of citizens.
#pragma once

#include <concepts>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

namespace udb::log {

enum class Level { debug, info, warn, error, off };

using Value = std::variant<std::int64_t, double, bool, std::string_view>;

struct Field {
    std::string_view name;
    Value value;

    Field(std::string_view name, std::string_view value) : name(name), value(value) {}
    Field(std::string_view name, std::string const& value)
        : name(name), value(std::string_view(value)) {}
    Field(std::string_view name, char const* value) : name(name), value(std::string_view(value)) {}
    Field(std::string_view name, bool value) : name(name), value(value) {}
    Field(std::string_view name, double value) : name(name), value(value) {}
    template <std::integral T>
    Field(std::string_view name, T value) : name(name), value(static_cast<std::int64_t>(value)) {}
};
using Fields = std::initializer_list<Field>;

/// Lines below `level` are not written. From then on lines go to `path` instead of stderr when one
/// is given (tests; a service manager takes stderr).
void open(Level level, std::string const& path = {});

/// `log::info("served", {{"path", path}, {"ms", 3}})` writes
/// `{"at":"2026-01-26T10:15:00.000+06:00","level":"info","request":"…","event":"served",…}`.
/// A field called password, secret, token, cookie, authorization or csrf is written as "***".
void debug(std::string_view event, Fields fields = {});
void info(std::string_view event, Fields fields = {});
void warn(std::string_view event, Fields fields = {});
void error(std::string_view event, Fields fields = {});

/// While it lives, the lines of this thread carry the request id.
class RequestScope {
public:
    explicit RequestScope(std::string id);
    RequestScope(RequestScope const&) = delete;
    ~RequestScope();

private:
    std::string before_;
};

/// The request id of this thread; empty outside a request.
std::string const& request_id();

} // namespace udb::log
