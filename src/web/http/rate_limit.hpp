// So many tries in so much time for each key (address, user name): for sign-in and uploads.
#pragma once

#include "base/date.hpp"

#include <chrono>
#include <cstddef>
#include <list>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>

namespace udb::web {

struct RateLimits {
    double burst = 10;                        ///< tries at once
    std::chrono::milliseconds refill{60'000}; ///< one try comes back in this time
    std::size_t keys_max = 100'000; ///< memory is bounded: the key longest unused is forgotten
};

/// A token bucket for each key. Thread-safe.
class RateLimit {
public:
    explicit RateLimit(RateLimits limits) : limits_(limits) {}

    /// Takes one try; zero when there was one, else how long until there is one.
    std::chrono::milliseconds take(std::string_view key, Instant now);
    /// Gives one try back: it was none of those to be counted.
    void give_back(std::string_view key);
    /// Gives all tries back, as after a right password.
    void forget(std::string_view key);
    std::size_t keys() const;

private:
    struct Bucket {
        std::string key;
        double tokens;
        Instant at;
    };

    RateLimits limits_;
    mutable std::mutex mutex_;
    std::list<Bucket> recent_; ///< the last used first
    std::unordered_map<std::string_view, std::list<Bucket>::iterator> buckets_;
};

} // namespace udb::web
