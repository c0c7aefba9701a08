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
    std::lock_guard const lock(mutex_);
    if (closed_ || queue_.size() >= queue_max_) return false;
    queue_.push_back(std::move(job));
    call_one();
    return true;
}

void Workers::finish() {
    {
        std::lock_guard const lock(mutex_);
        closed_ = true;
        for (auto* one : idle_) {
            one->called = true;
            one->woken.notify_one();
        }
        idle_.clear();
    }
    for (auto& thread : threads_)
        thread.join();
    threads_.clear();
}

/// Wakes the last that fell idle, unless another is on its way. With the lock held.
void Workers::call_one() {
    if (calling_ || queue_.empty() || idle_.empty()) return;
    auto& one = *idle_.back();
    idle_.pop_back();
    calling_ = one.called = true;
    one.woken.notify_one();
}

void Workers::work() {
    Idle self;
    std::unique_lock lock(mutex_);
    for (;;) {
        while (queue_.empty() && !closed_) {
            self.called = false;
            idle_.push_back(&self);
            self.woken.wait(lock, [&self] { return self.called; });
            calling_ = false;
        }
        if (queue_.empty()) return;
        auto const job = std::move(queue_.front());
        queue_.pop_front();
        call_one();
        lock.unlock();
        job();
        lock.lock();
    }
}

} // namespace udb::web
