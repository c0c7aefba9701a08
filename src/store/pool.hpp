// Connections in store: at most so many at once, opened when first needed, lent to one at a time.
#pragma once

#include "store/connection.hpp"

#include <chrono>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <vector>

namespace udb::store {

using SteadyClock = std::chrono::steady_clock;

class Pool {
public:
    using Open = std::function<std::unique_ptr<Connection>()>;
    Pool(int most, std::chrono::milliseconds wait, Open open)
        : most_(most), wait_(wait), open_(std::move(open)) {}

    /// One connection, alone ours until it goes.
    class Lease {
    public:
        explicit Lease(Pool& pool) : pool_(&pool), connection_(pool.take()) {}
        Lease(Lease const&) = delete;
        ~Lease() { pool_->give_back(std::move(connection_)); }

        /// Begins; opens another connection where this one turns out to be lost.
        Connection& begun(bool writes) {
            try {
                if (!connection_) connection_ = pool_->open_();
                connection_->begin(writes);
            } catch (StoreFailure const&) {
                if (!connection_ || connection_->usable()) throw;
                connection_.reset();
                connection_ = pool_->open_();
                connection_->begin(writes);
            }
            return *connection_;
        }

    private:
        Pool* pool_;
        std::unique_ptr<Connection> connection_;
    };

private:
    std::unique_ptr<Connection> take() {
        std::unique_lock lock(mutex_);
        if (!freed_.wait_until(lock, SteadyClock::now() + wait_, [&] { return taken_ < most_; }))
            throw StoreFailure(StoreFailure::Category::busy, "no connection became free in time");
        ++taken_;
        if (idle_.empty()) return nullptr;
        auto connection = std::move(idle_.back());
        idle_.pop_back();
        return connection;
    }
    void give_back(std::unique_ptr<Connection> connection) {
        {
            std::lock_guard const lock(mutex_);
            --taken_;
            if (connection && connection->usable()) idle_.push_back(std::move(connection));
        }
        freed_.notify_one();
    }

    int most_;
    std::chrono::milliseconds wait_;
    Open open_;
    std::mutex mutex_;
    std::condition_variable freed_;
    std::vector<std::unique_ptr<Connection>> idle_;
    int taken_ = 0;
};

} // namespace udb::store
