// The file of settings, and each setting as the environment and flags give it.
#include "base/ensure.hpp"
#include "fuzz.hpp"
#include "platform/config.hpp"

#include <string>
#include <sys/mman.h>
#include <unistd.h>

namespace udb::fuzz {
namespace {

/// What is read by its name, and is nowhere on the disk.
class FileInMemory {
public:
    explicit FileInMemory(std::string_view bytes) : file_(::memfd_create("settings", MFD_CLOEXEC)) {
        ENSURE(file_ >= 0
                   && ::write(file_, bytes.data(), bytes.size())
                          == static_cast<ssize_t>(bytes.size()),
               "there is memory for it");
    }
    FileInMemory(FileInMemory const&) = delete;
    ~FileInMemory() { ::close(file_); }

    std::string path() const { return "/proc/self/fd/" + std::to_string(file_); }

private:
    int file_;
};

void check(Result<Settings> const& read) {
    if (!read) {
        ENSURE(!read.error().fields.empty(), "a refusal has its reason");
        return;
    }
    auto const& s = *read;
    auto const within = [](auto value, auto least, auto most) {
        return least <= value && value <= most;
    };
    using std::chrono::seconds;
    ENSURE(within(s.port, 0, 65535) && within(s.smtp_port, 1, 65535), "a port is one");
    ENSURE(within(s.workers, 1, 256) && within(s.database_connections, 1, 256), "some work");
    ENSURE(within(s.body_bytes_max, 1024U, 1U << 30U)
               && within(s.header_bytes_max, 1024U, 1U << 30U),
           "sizes are within their limits");
    for (auto const time : {s.header_timeout, s.body_timeout, s.idle_timeout, s.shutdown_timeout})
        ENSURE(within(time, seconds{1}, seconds{3600}), "times are within their limits");
    for (auto const& text : {s.public_url, s.mail_from, s.smtp_user, s.smtp_host, s.oidc_issuer,
                             s.oidc_client_id, s.oidc_label, s.clamd})
        ENSURE(text.find_first_of("\r\n") == std::string::npos,
               "what goes into a header is a line");
    ENSURE(!s.public_url.ends_with('/') && !s.oidc_issuer.ends_with('/'), "no slash at the end");
    ENSURE(s.smtp_host.empty() || !s.mail_from.empty(), "mail comes from somebody");
}

} // namespace

void settings(std::string_view bytes) {
    FileInMemory const file(bytes);
    check(read_settings({.file = file.path()}));
    auto const value = std::string(bytes);
    check(read_settings({.environment = [&](std::string const&) { return std::optional(value); }}));
    for (auto const& known : settings_known())
        check(read_settings({.flags = {{std::string(known.key), value}}}));
}

} // namespace udb::fuzz
