// A value, or the reason why there is none: how a refusal travels.
#pragma once

#include "base/error.hpp"

#include <optional>
#include <type_traits>
#include <utility>
#include <variant>

namespace udb {

/// A `T`, or the `Error` that refused it. Named after std::expected, so that it can wrap it one
/// day.
template <class T>
class [[nodiscard]] Result {
    static_assert(!std::is_reference_v<T>, "return a value or a pointer, not a reference");

public:
    Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
    Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}

    explicit operator bool() const noexcept { return state_.index() == 0; }

    T const& operator*() const& { return std::get<0>(state_); }
    T& operator*() & { return std::get<0>(state_); }
    T&& operator*() && { return std::get<0>(std::move(state_)); }
    T const* operator->() const { return &std::get<0>(state_); }
    T* operator->() { return &std::get<0>(state_); }

    Error const& error() const& { return std::get<1>(state_); }
    Error&& error() && { return std::get<1>(std::move(state_)); }

private:
    std::variant<T, Error> state_;
};

template <>
class [[nodiscard]] Result<void> {
public:
    Result() = default;
    Result(Error error) : error_(std::move(error)) {}

    explicit operator bool() const noexcept { return !error_; }
    void operator*() const noexcept {}

    Error const& error() const& { return *error_; }
    Error&& error() && { return *std::move(error_); }

private:
    std::optional<Error> error_;
};

/// The result of a verb that gives nothing back.
using Done = Result<void>;

} // namespace udb

/// The value of a Result, or `return` its error from the enclosing function.
#define TRY(...)                                                                                   \
    __extension__({                                                                                \
        auto try_result_ = (__VA_ARGS__);                                                          \
        if (!try_result_) [[unlikely]]                                                             \
            return std::move(try_result_).error();                                                 \
        *std::move(try_result_);                                                                   \
    })
