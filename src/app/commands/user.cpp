#include "app/commands/user.hpp"

#include "bangla/text/normalise.hpp"
#include "modules/accounts/second_factor_store.hpp"
#include "modules/offices/offices.hpp"
#include "modules/people/people.hpp"
#include "platform/password.hpp"

#include <istream>
#include <map>
#include <ostream>

namespace udb::app {
namespace {

using namespace accounts;

Actor operator_of_the_system() {
    return {.account = {},
            .officer = {},
            .office = {},
            .name = {"কমান্ড লাইন", "Command line"},
            .assignments = {}};
}

template <class F>
auto working(Database& database, Surroundings const& s, F const& act) {
    auto const actor = operator_of_the_system();
    return database.write([&](Db& db) {
        Work work{.db = db, .actor = actor, .today = day_of(s.now), .now = s.now};
        return act(work);
    });
}

Result<std::string> password_from(std::istream& in, std::string const& username) {
    std::string line;
    if (!std::getline(in, line) || line.empty()) return udb::refused({"accounts.user_no_password"});
    if (line.back() == '\r') line.pop_back();
    return parse_password(line, username);
}

int told(Surroundings const& s, Message const& message) {
    s.out << s.words(message) << '\n';
    return 0;
}

Error unknown(std::string const& username) {
    return udb::refused({"accounts.user_unknown", {{"username", username}}});
}

} // namespace

int run(UserAddOptions const& options, Database& database, Surroundings const& s,
        std::istream& in) {
    auto const username = parse_username(options.username);
    if (!username) return refused(s, username.error());
    if (!options.officer && bangla::trimmed(options.name).empty())
        return refused(s, invalid("name", {"accounts.whose"}));
    auto const password = password_from(in, *username);
    if (!password) return refused(s, password.error());
    auto const hash = hash_password(*password);
    auto const id = working(database, s, [&](Work& work) -> Result<Id<Account>> {
        if (options.officer && !people::find_officer(work.db, {options.officer}))
            return udb::refused({"accounts.user_officer_unknown", {{"officer", options.officer}}});
        return add_account(work, {.username = *username,
                                  .password_hash = hash,
                                  .officer = {options.officer},
                                  .name = {bangla::normalised(bangla::trimmed(options.name)), {}}});
    });
    if (!id) return refused(s, id.error());
    return told(s, {"accounts.user_added", {{"username", *username}, {"id", id->value}}});
}

int run(UserFirstOptions const& options, Database& database, Surroundings const& s,
        std::istream& in) {
    auto const username = parse_username(options.username);
    if (!username) return refused(s, username.error());
    auto const level = term_with_id<Level>(options.level);
    if (!level)
        return refused(
            s, udb::refused({"accounts.user_level_unknown",
                             {{"level", options.level}, {"allowed", allowed_ids<Level>()}}}));
    auto const office = bangla::normalised(bangla::trimmed(options.office));
    if (office.empty()) return refused(s, udb::refused({"accounts.user_no_office_name"}));
    auto const password = password_from(in, *username);
    if (!password) return refused(s, password.error());
    auto const hash = hash_password(*password);
    auto const name = bangla::normalised(bangla::trimmed(options.name));
    auto const done = working(database, s, [&](Work& work) -> Done {
        if (work.db.one("select 1 from offices limit 1"))
            return udb::refused({"accounts.user_not_first"});
        // Nobody may add an office yet but whoever runs this command.
        auto actor = work.actor;
        actor.assignments = {{Role::administrator, "/"}};
        Work founding{.db = work.db, .actor = actor, .today = work.today, .now = work.now};
        auto const id = TRY(offices::add_office(founding, {.name_bn = office, .level = *level}));
        TRY(add_account(work, {.username = *username,
                               .password_hash = hash,
                               .officer = {},
                               .name = {name.empty() ? *username : name, {}}}));
        return grant(work, *find_account(work.db, *username), Role::administrator, id);
    });
    if (!done) return refused(s, done.error());
    return told(s, {"accounts.user_first_done", {{"username", *username}, {"office", office}}});
}

int run(UserPasswordOptions const& options, Database& database, Surroundings const& s,
        std::istream& in) {
    auto const username = username_of(options.username);
    auto const password = password_from(in, username);
    if (!password) return refused(s, password.error());
    auto const hash = hash_password(*password);
    auto const done = working(database, s, [&](Work& work) -> Done {
        auto const account = find_account(work.db, username);
        if (!account) return unknown(username);
        return set_password(work, *account, hash);
    });
    if (!done) return refused(s, done.error());
    return told(s, {"accounts.user_password_done", {{"username", username}}});
}

int run(UserResetOptions const& options, Database& database, Surroundings const& s) {
    auto const username = username_of(options.username);
    auto const done = working(database, s, [&](Work& work) -> Done {
        auto const account = find_account(work.db, username);
        if (!account) return unknown(username);
        if (!has_second_factor(work.db, account->id()))
            return udb::refused({"accounts.user_no_factor", {{"username", username}}});
        TRY(remove_second_factor(work, *account, "account.factor_reset"));
        end_other_sessions(work, *account, {});
        return {};
    });
    if (!done) return refused(s, done.error());
    return told(s, {"accounts.user_factor_reset", {{"username", username}}});
}

int run(UserGrantOptions const& options, Database& database, Surroundings const& s) {
    auto const username = username_of(options.username);
    auto const role = term_with_id<Role>(options.role);
    if (!role || *role == Role::guest)
        return refused(s,
                       udb::refused({"accounts.user_role_unknown",
                                     {{"role", options.role}, {"allowed", allowed_ids<Role>()}}}));
    BilingualText office;
    auto const done = working(database, s, [&](Work& work) -> Done {
        auto const account = find_account(work.db, username);
        if (!account) return unknown(username);
        TRY(grant(work, *account, *role, {options.office}));
        for (auto const& line : grants_of(work.db, account->id()))
            if (line.office.value == options.office) office = line.office_name;
        return {};
    });
    if (!done && done.error().kind == Error::Kind::invalid)
        return refused(
            s, udb::refused({"accounts.user_office_unknown", {{"office", options.office}}}));
    if (!done) return refused(s, done.error());
    return told(
        s,
        {"accounts.user_granted",
         {{"username", username}, {"office", office}, {"role", BilingualText(label_of(*role))}}});
}

int run(UserListOptions const&, Database& database, Surroundings const& s) {
    constexpr int page = 500;
    bool any = false;
    for (std::int64_t from = 0;; from += page) {
        auto const lines = database.read([&](Db& db) {
            std::map<Id<Account>, std::string> roles;
            for (auto const& row :
                 db.all("select account, role, office from grants order by account, id")) {
                auto& all = roles[row.get<Id<Account>>(0)];
                all += (all.empty() ? "" : " ") + row.get<std::string>(1) + '@'
                       + std::to_string(row.get<std::int64_t>(2));
            }
            std::vector<std::string> out;
            for (auto const& line : list_accounts(db, {}, page, from).lines)
                out.push_back(line.account.username + '\t' + s.words(line.account.name) + '\t'
                              + (line.account.active ? "open" : "closed") + '\t' + roles[line.id]);
            return out;
        });
        for (auto const& line : lines)
            s.out << line << '\n';
        any = any || !lines.empty();
        if (lines.size() < page) break;
    }
    if (!any) return told(s, {"accounts.user_none"});
    return 0;
}

} // namespace udb::app
