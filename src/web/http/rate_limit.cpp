// Token buckets, the last used first, so that the one to forget is always at the end.
#include "web/http/rate_limit.hpp"

#include <algorithm>
#include <cmath>

namespace udb::web {

std::chrono::milliseconds RateLimit::take(std::string_view key, Instant now) {
    std::lock_guard const lock(mutex_);
    if (auto const known = buckets_.find(key); known != buckets_.end()) {
        recent_.splice(recent_.begin(), recent_, known->second);
    } else {
        recent_.push_front({std::string(key), limits_.burst, now});
        buckets_.emplace(recent_.front().key, recent_.begin());
        if (recent_.size() > limits_.keys_max) {
            buckets_.erase(recent_.back().key);
            recent_.pop_back();
        }
    }
    auto& bucket = recent_.front();
    auto const refill = static_cast<double>(limits_.refill.count());
    auto const passed = static_cast<double>((now - bucket.at).count());
    bucket.tokens = std::min(limits_.burst, bucket.tokens + std::max(passed, 0.0) / refill);
    bucket.at = std::max(bucket.at, now);
    if (bucket.tokens >= 1) {
        bucket.tokens -= 1;
        return std::chrono::milliseconds{0};
    }
    auto const wait = std::ceil((1 - bucket.tokens) * refill);
    return std::chrono::milliseconds{std::max(1L, static_cast<long>(wait))};
}

void RateLimit::give_back(std::string_view key) {
    std::lock_guard const lock(mutex_);
    if (auto const known = buckets_.find(key); known != buckets_.end())
        known->second->tokens = std::min(limits_.burst, known->second->tokens + 1);
}

void RateLimit::forget(std::string_view key) {
    std::lock_guard const lock(mutex_);
    auto const known = buckets_.find(key);
    if (known == buckets_.end()) return;
    auto const bucket = known->second;
    buckets_.erase(known);
    recent_.erase(bucket);
}

std::size_t RateLimit::keys() const {
    std::lock_guard const lock(mutex_);
    return recent_.size();
}

} // namespace udb::web
