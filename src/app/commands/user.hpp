// `udbhabon user`: accounts from the command line, for the first administrator and for mending.
#pragma once

#include "app/commands/surroundings.hpp"

#include <cstdint>
#include <iosfwd>
#include <string>

namespace udb::app {

/// `user add NAME --officer ID` or `--name TEXT`; the password is the first line of `in`.
struct UserAddOptions {
    std::string username;
    std::int64_t officer = 0; ///< number of the officer's page; 0: an account of its own
    std::string name;         ///< who it is, without an officer
};
/// `user first NAME --office TEXT`: in an installation without offices, its first office and the
/// administrator of it; all else is entered in the browser.
struct UserFirstOptions {
    std::string username;
    std::string name;             ///< who it is; empty: the user name
    std::string office;           ///< what the office is called in Bangla
    std::string level = "agency"; ///< an id of `Level`
};
/// `user password NAME`; the password is the first line of `in`, never an argument.
struct UserPasswordOptions {
    std::string username;
};
/// `user reset-second-factor NAME`: for the only administrator who has lost phone and recovery
/// codes. Every session of the account ends.
struct UserResetOptions {
    std::string username;
};
/// `user grant NAME ROLE OFFICE`.
struct UserGrantOptions {
    std::string username;
    std::string role;        ///< `administrator`
    std::int64_t office = 0; ///< number of the office's page
};
/// `user list`: one account a line, tab between: user name, name, `open` or `closed`, roles.
struct UserListOptions {};

/// 0: done; 1: refused, and `s.err` says why.
int run(UserAddOptions const& options, Database& database, Surroundings const& s, std::istream& in);
int run(UserFirstOptions const& options, Database& database, Surroundings const& s,
        std::istream& in);
int run(UserPasswordOptions const& options, Database& database, Surroundings const& s,
        std::istream& in);
int run(UserResetOptions const& options, Database& database, Surroundings const& s);
int run(UserGrantOptions const& options, Database& database, Surroundings const& s);
int run(UserListOptions const& options, Database& database, Surroundings const& s);

} // namespace udb::app
