// The threads that run handlers.
#include "web/http/workers.hpp"

#include "base/ensure.hpp"

#include <utility>

namespace udb::web {

Workers::Workers(std::size_t threads, std::size_t queue_max) : queue_max_(queue_max) {
    ENSURE(threads > 0, "there is a worker");
    for (std::size_t i = 0; i < threads; ++i)
        threads_.emplace_back([this] { work(); });
}

Workers::~Workers() { finish(); }

bool Workers::submit(std::function<void()> job) {
    {
        std::lock_guard const lock(mutex_);
        if (closed_ || queue_.size() >= queue_max_) return false;
        queue_.push_back(std::move(job));
    }
    wake_.notify_one();
    return true;
}

void Workers::finish() {
    {
        std::lock_guard const lock(mutex_);
        closed_ = true;
    }
    wake_.notify_all();
    for (auto& thread : threads_)
        thread.join();
    threads_.clear();
}

void Workers::work() {
    for (;;) {
        std::unique_lock lock(mutex_);
        wake_.wait(lock, [this] { return closed_ || !queue_.empty(); });
        if (queue_.empty()) return;
        auto const job = std::move(queue_.front());
        queue_.pop_front();
        lock.unlock();
        job();
    }
}

} // namespace udb::web
