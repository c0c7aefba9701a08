// A fixed number of threads with a bounded queue: handlers wait for databases, sockets do not wait
// for them. Of the idle ones only one is being woken at any time, the last that fell idle, and it
// wakes the next when it has taken a job: where jobs only compute, no more threads run than there
// are processors; where they wait, all do.
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
    struct Idle {
        std::condition_variable woken;
        bool called = false;
    };
    void work();
    void call_one();

    std::size_t queue_max_;
    std::mutex mutex_;
    std::vector<Idle*> idle_; ///< the last that fell idle at the end
    bool calling_ = false;    ///< one was woken and has not yet come
    std::deque<std::function<void()>> queue_;
    bool closed_ = false;
    std::vector<std::thread> threads_;
};

} // namespace udb::web
