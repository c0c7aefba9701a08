// A clamd for tests: speaks INSTREAM on a port of its own, and knows one virus.
#pragma once

#include <arpa/inet.h>
#include <array>
#include <atomic>
#include <netinet/in.h>
#include <string>
#include <string_view>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

namespace udb::test {

struct FakeClamdOptions {
    std::size_t bytes_max = std::size_t{1} << 30U; ///< of one file, then it hangs up
    bool silent = false;                           ///< takes all and says nothing
};

class FakeClamd {
public:
    /// Stands for the EICAR test file, whose own letters would set off a real scanner on our
    /// sources.
    static constexpr std::string_view virus = "UDBHABON-VIRUS-OF-THE-TESTS";

    explicit FakeClamd(FakeClamdOptions options = {}) : options_(options) {
        listening_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        sockaddr_in at{};
        at.sin_family = AF_INET;
        at.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        ::bind(listening_, reinterpret_cast<sockaddr*>(&at), sizeof at);
        ::listen(listening_, 8);
        socklen_t size = sizeof at;
        ::getsockname(listening_, reinterpret_cast<sockaddr*>(&at), &size);
        port_ = ntohs(at.sin_port);
        thread_ = std::thread([this] {
            for (;;) {
                int const client = ::accept(listening_, nullptr, nullptr);
                if (client < 0) return;
                serve(client);
                ::close(client);
            }
        });
    }
    FakeClamd(FakeClamd const&) = delete;
    ~FakeClamd() {
        stopping_ = true;
        ::shutdown(listening_, SHUT_RDWR);
        thread_.join();
        ::close(listening_);
    }

    std::string address() const { return "127.0.0.1:" + std::to_string(port_); }
    std::size_t last_bytes() const { return last_bytes_; }

private:
    static bool take(int client, char* to, std::size_t size) {
        for (std::size_t got = 0; got < size;) {
            auto const count = ::recv(client, to + got, size - got, 0);
            if (count <= 0) return false;
            got += static_cast<std::size_t>(count);
        }
        return true;
    }
    void say(int client, std::string const& text) const {
        ::send(client, text.c_str(), text.size() + 1, MSG_NOSIGNAL);
    }
    void serve(int client) {
        std::array<char, 10> command{};
        if (!take(client, command.data(), command.size())
            || std::string_view(command.data(), command.size())
                   != std::string_view("zINSTREAM\0", 10))
            return say(client, "UNKNOWN COMMAND");
        std::string all;
        for (;;) {
            std::array<unsigned char, 4> head{};
            if (!take(client, reinterpret_cast<char*>(head.data()), head.size())) return;
            auto const size = std::size_t{head[0]} << 24U | std::size_t{head[1]} << 16U
                              | std::size_t{head[2]} << 8U | head[3];
            if (size == 0) break;
            if (all.size() + size > options_.bytes_max)
                return say(client, "INSTREAM size limit exceeded. ERROR");
            auto const at = all.size();
            all.resize(at + size);
            if (!take(client, all.data() + at, size)) return;
        }
        last_bytes_ = all.size();
        for (int i = 0; options_.silent && !stopping_ && i < 300; ++i)
            ::usleep(10'000);
        if (options_.silent) return;
        say(client,
            all.find(virus) == all.npos ? "stream: OK" : "stream: Eicar-Test-Signature FOUND");
    }

    FakeClamdOptions options_;
    int listening_ = -1;
    std::uint16_t port_ = 0;
    std::atomic<std::size_t> last_bytes_ = 0;
    std::atomic<bool> stopping_ = false;
    std::thread thread_;
};

} // namespace udb::test
