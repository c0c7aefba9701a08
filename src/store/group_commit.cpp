#include "store/group_commit.hpp"

namespace udb::store {

void GroupCommit::run(Work const& work) {
    Member me(work);
    {
        std::unique_lock lock(mutex_);
        queue_.push_back(&me);
        wait_for_turn(lock, me);
        if (!me.done) led_ = true;
    }
    if (!me.done) {
        Members members;
        try {
            Pool::Lease lease(*writers_);
            auto& connection = lease.begun(true);
            if (!together(lease, connection, me, members))
                for (auto* member : members)
                    alone(lease, *member);
        } catch (...) {
            // The transaction did not begin; those who wait will try for themselves.
            me.failure = std::current_exception();
            for (auto* member : members)
                member->failure = me.failure;
        }
        std::lock_guard const lock(mutex_);
        led_ = false;
        // Told while the lock is held: a member may be gone the moment it knows.
        for (auto* member : members)
            if (member != &me) {
                member->done = true;
                member->turn.notify_one();
            }
        if (!queue_.empty()) queue_.front()->turn.notify_one();
    }
    if (me.failure) std::rethrow_exception(me.failure);
}

/// Until the work is done by another, or is to lead (then it has left the queue).
void GroupCommit::wait_for_turn(std::unique_lock<std::mutex>& lock, Member& me) {
    auto const give_up = SteadyClock::now() + wait_;
    auto const mine = [&] { return me.done || (!led_ && me.queued && queue_.front() == &me); };
    while (!mine()) {
        if (!me.queued) {
            me.turn.wait(lock);
        } else if (me.turn.wait_until(lock, give_up) == std::cv_status::timeout && me.queued
                   && !mine()) {
            std::erase(queue_, &me);
            throw StoreFailure(StoreFailure::Category::busy, "no turn to write came in time");
        }
    }
    if (me.done) return;
    queue_.pop_front();
    me.queued = false;
}

GroupCommit::Member* GroupCommit::next() {
    std::lock_guard const lock(mutex_);
    if (queue_.empty()) return nullptr;
    auto* member = queue_.front();
    queue_.pop_front();
    member->queued = false;
    return member;
}

bool GroupCommit::together(Pool::Lease& lease, Connection& connection, Member& first,
                           Members& members) {
    auto const begun = SteadyClock::now();
    bool kept = false;
    for (auto* member = &first; member != nullptr;) {
        members.push_back(member);
        try {
            if (!connection.in_transaction()) lease.begun(true);
            kept = one_of_them(connection, *member, kept) || kept;
            if (kept && !connection.in_transaction()) return false;
        } catch (...) {
            connection.rollback();
            return false;
        }
        bool const enough = members.size() == members_max || SteadyClock::now() - begun > longest;
        member = enough ? nullptr : next();
    }
    if (!kept) return true;
    try {
        connection.commit();
        return true;
    } catch (...) {
        connection.rollback();
        if (members.size() > 1) return false;
        first.failure = std::current_exception();
        return true;
    }
}

/// Whether its work is kept; what it threw is left in the member. The first that is kept needs no
/// savepoint: where it fails, all there is to lose is its own.
bool GroupCommit::one_of_them(Connection& connection, Member& member, bool kept_before) {
    if (kept_before) connection.savepoint();
    bool keep = false;
    try {
        keep = (*member.work)(connection);
    } catch (...) {
        member.failure = std::current_exception();
    }
    if (kept_before && connection.in_transaction())
        connection.end_savepoint(keep);
    else if (!keep)
        connection.rollback();
    return keep;
}

void GroupCommit::alone(Pool::Lease& lease, Member& member) {
    member.failure = nullptr;
    Connection* connection = nullptr;
    try {
        connection = &lease.begun(true);
        if ((*member.work)(*connection)) return connection->commit();
        connection->rollback();
    } catch (...) {
        member.failure = std::current_exception();
        if (connection != nullptr) connection->rollback();
    }
}

} // namespace udb::store
