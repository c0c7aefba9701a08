// Why something was refused, in words that a page, an API and a command line can each render.
#pragma once

#include "base/message.hpp"

#include <string>
#include <utility>
#include <vector>

namespace udb {

/// A problem at one field of a form; `field` is the form key.
struct FieldError {
    std::string field;
    Message message;
    /// Other fields that the sentence speaks of: it is not said while one of them cannot be read.
    std::vector<std::string> besides = {};

    bool operator==(FieldError const&) const = default;
};

struct Error {
    enum class Kind {
        invalid,   ///< the input is wrong; `fields` says where
        not_found, ///< there is no such record (or the reader may not know that there is)
        forbidden, ///< this actor may not do this
        conflict,  ///< someone saved first
        refused,   ///< a rule says no; `message` says which and why
    };

    Kind kind = Kind::refused;
    Message message;
    std::vector<FieldError> fields = {};
};

inline Error invalid(std::vector<FieldError> fields) {
    return {Error::Kind::invalid, {"error.invalid"}, std::move(fields)};
}
inline Error invalid(std::string field, Message message) {
    return invalid({{std::move(field), std::move(message)}});
}
inline Error not_found() { return {Error::Kind::not_found, {"error.not_found"}}; }
inline Error forbidden() { return {Error::Kind::forbidden, {"error.forbidden"}}; }
inline Error conflict() { return {Error::Kind::conflict, {"error.conflict"}}; }
inline Error refused(Message message) { return {Error::Kind::refused, std::move(message)}; }

} // namespace udb
