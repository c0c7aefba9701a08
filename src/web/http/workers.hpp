// A fixed number of threads with a bounded queue: handlers wait for databases, sockets do not wait
// for them.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace udb::web {

class Workers {
public:
    Workers(std::size_t threads, std::size_t queue_max);
    /// Finishes what is queued.
    ~Workers();
    Workers(Workers const&) = delete;
    Workers& operator=(Workers const&) = delete;

    /// False when the queue is full. The job must not throw.
    bool submit(std::function<void()> job);
    /// Finishes what is queued and takes nothing more.
    void finish();

private:
    void work();

    std::size_t queue_max_;
    std::mutex mutex_;
    std::condition_variable wake_;
    std::deque<std::function<void()>> queue_;
    bool closed_ = false;
    std::vector<std::thread> threads_;
};

} // namespace udb::web
