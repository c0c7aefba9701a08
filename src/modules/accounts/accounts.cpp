#include "modules/accounts/accounts.hpp"

#include "bangla/text/digits.hpp"
#include "modules/accounts/page_state.hpp"

#include <array>
#include <span>

namespace udb::accounts {
namespace {

/// A session is written to at most this often.
constexpr auto roll_every = std::chrono::minutes{5};

std::optional<Provider>& provider_kept() {
    static std::optional<Provider> kept;
    return kept;
}

} // namespace

Configuration& configuration() {
    static Configuration current;
    return current;
}

bool mail_is_set_up() { return !configuration().mail_server.host.empty(); }

std::string moment(Words const& words, Instant at) {
    auto const time = iso(at).substr(11, 5);
    return words.date(day_of(at)) + ", "
           + (words.language() == Language::bn ? bangla::bangla_digits(time) : time);
}

void configure(Configuration const& wanted) {
    configuration() = wanted;
    auto& known = provider_kept();
    known.reset();
    if (!wanted.provider.issuer.empty()) known.emplace(wanted.provider);
}

Provider* provider() { return provider_kept() ? &*provider_kept() : nullptr; }

namespace {

/// Who an account is, a row for each role granted: after `from` comes what joins it as `a`.
std::optional<Actor> actor_in(Db& db, std::string_view from, std::span<Param const> params) {
    std::optional<Actor> actor;
    for (auto const& row : db.all_of(R"sql(
        select a.id, a.officer, f.office, r.title_bn, r.title_en, f.name_bn, f.name_en,
               g.role, place.office_path, factor.confirmed_at
          from )sql" + std::string(from) + R"sql(
          join records r on r.id = a.id
          left join officers f on f.id = a.officer
          left join grants g on g.account = a.id
          left join records place on place.id = g.office
          left join second_factors factor on factor.account = a.id
         where a.active = 1
         order by g.id
    )sql",
                                     params)) {
        if (!actor) {
            bool const officer = !row.is_null(1);
            actor = Actor{.account = row.get<Id<Account>>(0),
                          .officer = row.get<std::optional<Id<Officer>>>(1).value_or(Id<Officer>{}),
                          .office = row.get<std::optional<Id<Office>>>(2).value_or(Id<Office>{}),
                          .name = {row.get<std::string>(officer ? 5 : 3),
                                   row.get<std::string>(officer ? 6 : 4)},
                          .assignments = {}};
        }
        if (row.is_null(7)) continue;
        auto const role = term_with_id<Role>(row.get<std::string_view>(7));
        bool const rests = role == Role::administrator && row.is_null(9)
                           && configuration().second_factor_administrators;
        if (role && !rests) actor->assignments.push_back({*role, row.get<std::string>(8)});
    }
    return actor;
}

} // namespace

std::optional<Actor> identify(Db& db, std::string_view session_digest, Instant now, Date) {
    std::array<Param, 2> const params{session_digest, now};
    return actor_in(db,
                    "sessions s join accounts a on a.id = s.account and s.digest = ? "
                    "and s.expires_at > ?",
                    params);
}

std::optional<Actor> actor_of(Db& db, Id<Account> account) {
    std::array<Param, 1> const params{account};
    return actor_in(db, "(select id, officer, active from accounts where id = ?) a", params);
}

std::optional<std::chrono::seconds> roll(Database& database, std::string_view session_digest,
                                         Instant now) {
    auto const lives = configuration().session;
    auto const due = database.read([&](Db& db) {
        return db
            .one("select 1 from sessions where digest = ? and seen_at <= ?", session_digest,
                 now - roll_every)
            .has_value();
    });
    if (!due) return {};
    database.write([&](Db& db) {
        db.run("update sessions set seen_at = ?, expires_at = ? where digest = ?", now, now + lives,
               session_digest);
    });
    return lives;
}

} // namespace udb::accounts
