// Writers of SQLite who come at the same time share one transaction, and so one sync of the disk.
//
// Whoever comes first leads: it runs its own work and that of all who came meanwhile, each inside a
// savepoint, commits once, and only then is anyone answered. A work that refuses or fails rolls
// back to its own savepoint. Where the shared transaction itself is lost, each work of it is run
// again alone, and is told what befalls it there: no one pays for another's full disk.
#pragma once

#include "store/pool.hpp"

#include <deque>
#include <exception>

namespace udb::store {

class GroupCommit {
public:
    /// Runs a work inside the transaction that is open: true keeps it, false and exceptions do not.
    using Work = std::function<bool(Connection&)>;

    GroupCommit(Pool& writers, std::chrono::milliseconds wait) : writers_(&writers), wait_(wait) {}

    /// Returns when the work is committed, or rolled back because it said so; throws what it threw,
    /// or why it could not be committed. The work may run on another writer's thread, and twice.
    /// Throws StoreFailure (busy) where its turn does not come in time.
    void run(Work const& work);

private:
    struct Member {
        explicit Member(Work const& its) : work(&its) {}
        Work const* work;
        std::exception_ptr failure = nullptr;
        bool queued = true;
        bool done = false;
        std::condition_variable turn = {};
    };
    using Members = std::vector<Member*>;

    void wait_for_turn(std::unique_lock<std::mutex>& lock, Member& me);
    Member* next();
    /// False where the shared transaction was lost, and nothing of it is kept.
    bool together(Pool::Lease& lease, Connection& connection, Member& first, Members& members);
    static bool one_of_them(Connection& connection, Member& member, bool kept_before);
    static void alone(Pool::Lease& lease, Member& member);

    static constexpr std::size_t members_max = 128;
    static constexpr std::chrono::milliseconds longest{20};

    Pool* writers_;
    std::chrono::milliseconds wait_;
    std::mutex mutex_;
    std::deque<Member*> queue_;
    bool led_ = false;
};

} // namespace udb::store
