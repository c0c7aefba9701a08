// The only place that asks what time it is. Rules take the date as an argument.
#pragma once

#include "base/date.hpp"

namespace udb {

class Clock {
public:
    virtual ~Clock() = default;
    virtual Instant now() const = 0;

    /// The day it is in Bangladesh.
    Date today() const { return day_of(now()); }
};

class SystemClock final : public Clock {
public:
    Instant now() const override {
        return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
    }
};

/// A clock that stands where it was set: for tests and for the demo.
class StoppedClock final : public Clock {
public:
    explicit StoppedClock(Instant at) : at_(at) {}

    Instant now() const override { return at_; }
    void set(Instant at) { at_ = at; }

private:
    Instant at_;
};

} // namespace udb
