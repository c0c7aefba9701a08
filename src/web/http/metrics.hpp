// Counts of what the server did, as text that Prometheus reads (/metrics).
#pragma once

#include <array>
#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>

namespace udb::web {

/// Thread-safe. Labels are route patterns, never paths: their number is bounded by the program.
class Metrics {
public:
    void answered(std::string_view route, int status, std::chrono::duration<double> taken);
    void rejected(int status); ///< refused before a handler: 400, 408, 413, 414, 431, 503
    void failed();             ///< a handler threw

    std::atomic<std::int64_t> in_flight = 0;   ///< requests read and not yet answered
    std::atomic<std::int64_t> connections = 0; ///< open now

    std::uint64_t answers(std::string_view route, int status_class) const;
    std::uint64_t rejections(int status) const;

    /// The text exposition format 0.0.4.
    std::string text() const;

private:
    static constexpr std::array bounds_seconds{0.001, 0.005, 0.01, 0.025, 0.05, 0.1,
                                               0.25,  0.5,   1.0,  2.5,   5.0,  10.0};
    struct Row {
        std::array<std::uint64_t, 6> by_class{}; ///< [2] counts 2xx
        std::array<std::uint64_t, bounds_seconds.size() + 1> by_time{};
        double seconds = 0;
    };

    mutable std::mutex mutex_;
    std::map<std::string, Row, std::less<>> rows_;
    std::map<int, std::uint64_t> rejected_;
    std::uint64_t failed_ = 0;
};

} // namespace udb::web
