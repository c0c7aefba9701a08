// Libraries of an office.
#pragma once

#include "kernel/office.hpp"
#include "kernel/register.hpp"

namespace udb {

enum class LibraryKind { general, digital, children };
template <>
std::span<Term<LibraryKind> const> terms<LibraryKind>();

struct Library {
    Id<Office> office = {};
    std::string name_bn = {};
    std::string name_en = {};
    LibraryKind kind = LibraryKind::general;
    std::int64_t books = 0;
    std::int64_t on_loan = 0;
    std::optional<Date> opened_on = {};
    bool has_internet = false;
    std::string about = {};
};

namespace libraries {
extern Register<Library> const library_register;
}
} // namespace udb
