#include "modules/duties/letters/letter_store.hpp"

namespace udb::duties {
namespace {

LetterChoice choice_in(Row const& row, int column) {
    LetterChoice choice;
    if (auto const often = row.get<std::optional<std::string>>(column))
        choice.often = term_with_id<Often>(*often).value_or(Often::weekly);
    if (auto const last = row.get<std::optional<std::string>>(column + 1))
        choice.last_on = parse_iso_date(*last);
    return choice;
}

} // namespace

LetterChoice letter_choice_of(Db& db, Id<Account> account) {
    auto const row = db.one("select often, last_on from duty_letters where account = ?", account);
    return row ? choice_in(*row, 0) : LetterChoice{};
}

void set_letter_choice(Db& db, Id<Account> account, LetterChoice const& choice) {
    auto const last = choice.last_on ? std::optional(iso(*choice.last_on)) : std::nullopt;
    db.run("delete from duty_letters where account = ?", account);
    db.run("insert into duty_letters (account, often, last_on) values (?, ?, ?)", account,
           id_of(choice.often), last);
}

std::vector<Addressed> addressed_accounts(Db& db, Id<Account> after, int most) {
    std::vector<Addressed> found;
    for (auto const& row :
         db.all("select a.id, a.email, l.often, l.last_on from accounts a "
                "left join duty_letters l on l.account = a.id "
                "where a.id > ? and a.active = 1 and a.email is not null order by a.id limit ?",
                after.value, most))
        found.push_back({row.get<Id<Account>>(0), row.get<std::string>(1), choice_in(row, 2)});
    return found;
}

std::vector<Id<Office>> offices_with_team(Db& db, Id<Office> after, int most) {
    std::vector<Id<Office>> found;
    for (auto const& row : db.all("select distinct office from teams where office > ? "
                                  "order by office limit ?",
                                  after.value, most))
        found.push_back(row.get<Id<Office>>(0));
    return found;
}

bool was_told(Db& db, OpenOffice const& open, OpenLine const& line) {
    auto const& status = *line.first.status;
    return db
        .one("select 1 from duty_told where office = ? and mandate = ? and function = ? "
             "and year = ? and period_from = ? and due_on = ?",
             open.now().office().id, status.standing.mandate->id, status.function->no,
             line.first.year.start, iso(line.first.what.duty->period.first), iso(line.due()))
        .has_value();
}

void insert_told(Db& db, OpenOffice const& open, OpenLine const& line, Date on) {
    auto const& status = *line.first.status;
    db.run("insert into duty_told (office, mandate, function, year, period_from, due_on, told_on) "
           "values (?, ?, ?, ?, ?, ?, ?)",
           open.now().office().id, status.standing.mandate->id, status.function->no,
           line.first.year.start, iso(line.first.what.duty->period.first), iso(line.due()),
           iso(on));
}

} // namespace udb::duties
