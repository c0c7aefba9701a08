// Work that is done again and again beside the requests, on a thread of its own.
#pragma once

#include <chrono>
#include <functional>
#include <thread>

namespace udb::app {

class Background {
public:
    /// Runs `round` at once and then `every` so often; `stopped` tells a long round to end. What a
    /// round throws is logged, and the next one is tried.
    Background(std::chrono::milliseconds every,
               std::function<void(std::function<bool()> const& stopped)> round);
    /// Waits for the round that is running.
    ~Background() = default;
    Background(Background const&) = delete;

private:
    std::jthread thread_;
};

} // namespace udb::app
