// Asks a server of this process by wrk, and tells what it took.
#pragma once

#include <array>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <memory>
#include <string>
#include <string_view>
#include <sys/resource.h>
#include <unistd.h>

namespace udb::bench {

inline double cpu_seconds() {
    rusage used{};
    getrusage(RUSAGE_SELF, &used);
    auto const seconds = [](timeval const& t) {
        return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_usec) / 1e6;
    };
    return seconds(used.ru_utime) + seconds(used.ru_stime);
}

struct Measured {
    double per_second = 0;
    double p99_ms = 0;
    double per_cpu_second = 0;
    std::string wrong;
};

/// One run of wrk against what `script` asks for.
inline Measured wrk(std::string const& url, std::string const& script, int seconds) {
    auto const file = std::string("/tmp/udb-bench-") + std::to_string(getpid()) + ".lua";
    std::ofstream(file) << script;
    auto const command = "wrk -t1 -c32 -d" + std::to_string(seconds) + "s --latency -s " + file
                         + " '" + url + "' 2>&1";
    auto const before = cpu_seconds();
    std::unique_ptr<FILE, int (*)(FILE*)> pipe(popen(command.c_str(), "r"), pclose);
    std::string said;
    std::array<char, 4096> part{};
    while (fgets(part.data(), part.size(), pipe.get()))
        said += part.data();
    auto const used = cpu_seconds() - before;
    std::remove(file.c_str());
    Measured m;
    auto const number_after = [&](std::string const& label) {
        auto const at = said.find(label);
        return at == said.npos ? 0.0 : std::strtod(said.c_str() + at + label.size(), nullptr);
    };
    m.per_second = number_after("Requests/sec:");
    if (auto const at = said.find("99%"); at != said.npos) {
        char* unit = nullptr;
        m.p99_ms = std::strtod(said.c_str() + at + 3, &unit);
        if (std::string_view(unit).starts_with("us")) m.p99_ms /= 1000;
        if (std::string_view(unit).starts_with("s")) m.p99_ms *= 1000;
    }
    auto const requests = m.per_second * seconds;
    m.per_cpu_second = used > 0 ? requests / used : 0;
    for (auto const* trouble : {"Non-2xx", "Socket errors"})
        if (auto const at = said.find(trouble); at != said.npos)
            m.wrong += said.substr(at, said.find('\n', at) - at) + "  ";
    return m;
}

} // namespace udb::bench
