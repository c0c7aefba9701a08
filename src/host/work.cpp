#include "host/work.hpp"

#include "bangla/calendar/fiscal_year.hpp"
#include "host/hearing.hpp"
#include "host/journal.hpp"

#include <boost/json.hpp>
#include <charconv>

namespace udb {
namespace {

namespace json = boost::json;

std::string written(Details const& details) {
    json::object object;
    for (auto const& [name, value] : details)
        object[name] = value;
    return json::serialize(object);
}

Details read(std::string_view text) {
    Details details;
    auto const parsed = json::parse({text.data(), text.size()});
    for (auto const& [name, value] : parsed.as_object())
        details.emplace_back(name, value.as_string());
    return details;
}

Event event_of(Row const& row) {
    return {.at = row.get<Instant>(0),
            .kind = row.get<std::string>(1),
            .who = {row.get<std::string>(2), row.get<std::string>(3)},
            .details = read(row.get<std::string_view>(4))};
}

/// The first text after all that begin with `prefix`; a path ends in a slash, so `0` follows it.
std::string end_of(std::string_view path) {
    std::string end{path};
    if (!end.empty()) end.back() = static_cast<char>(end.back() + 1);
    return end;
}

} // namespace

Done Work::allow(std::span<Grant const> policy, Act act, Target const& target) const {
    if (!permits(policy, actor, act, target)) return forbidden();
    return {};
}

void Work::record(std::string_view event, Id<Record> id, std::string_view office_path,
                  Details const& details) {
    auto told = details;
    if (!token.empty()) told.emplace_back(token_detail, token);
    journal::append(db,
                    {.at = now,
                     .kind = std::string(event),
                     .record = id ? std::optional(id.value) : std::nullopt,
                     .office_path = std::string(office_path),
                     .account = actor.account ? std::optional(actor.account.value) : std::nullopt,
                     .who_bn = actor.name.bn,
                     .who_en = actor.name.en,
                     .details = written(told)});
    tell_hearers(*this, event, id, office_path, details);
}

std::string_view Event::detail(std::string_view name) const {
    for (auto const& [key, value] : details)
        if (key == name) return value;
    return {};
}

namespace {

/// A plain number, which the sentence writes in the reader's digits; not a code that begins with 0.
std::optional<std::int64_t> number_in(std::string_view text) {
    std::int64_t number = 0;
    auto const* const end = text.data() + text.size();
    auto const [at, error] = std::from_chars(text.data(), end, number);
    if (error != std::errc{} || at != end || std::to_string(number) != text) return {};
    return number;
}

} // namespace

Message Event::sentence() const {
    Message message{"event." + kind};
    for (auto const& [name, value] : details) {
        auto const stem = name.substr(0, name.size() - std::min<std::size_t>(name.size(), 3));
        if (name.ends_with("_bn"))
            message.args.emplace_back(stem,
                                      BilingualText{value, std::string(detail(stem + "_en"))});
        else if (!detail(name + "_bn").empty()
                 || (name.ends_with("_en") && !detail(stem + "_bn").empty()))
            continue; // a code; readers are told its words, and both languages are one
        else if (auto const date = parse_iso_date(value))
            message.args.emplace_back(name, *date);
        else if (auto const number = number_in(value))
            message.args.emplace_back(name, *number);
        else if (auto const year = bangla::parse_fiscal_year(value))
            message.args.emplace_back(name, BilingualText{bangla::name(*year, Language::bn),
                                                          bangla::name(*year, Language::en)});
        else
            message.args.emplace_back(name, value);
    }
    return message;
}

std::vector<Event> events_of(Db& db, Id<Record> id, int most) {
    std::vector<Event> found;
    for (auto const& row : db.all(R"sql(
        select at, kind, who_bn, who_en, details
          from events
         where record_id = ?
         order by id desc
         limit ?
    )sql",
                                  id, most))
        found.push_back(event_of(row));
    return found;
}

std::vector<RecordEvent> events_of_all(Db& db, std::span<Id<Record> const> ids, int most) {
    std::vector<RecordEvent> found;
    if (ids.empty()) return found;
    std::string gaps = "?";
    std::vector<Param> params;
    for (auto const id : ids)
        params.emplace_back(id);
    for (std::size_t i = 1; i < ids.size(); ++i)
        gaps += ", ?";
    params.emplace_back(most);
    for (auto const& row :
         db.all_of("select at, kind, who_bn, who_en, details, record_id from events where "
                   "record_id in ("
                       + gaps + ") order by id desc limit ?",
                   params))
        found.push_back({row.get<Id<Record>>(5), event_of(row)});
    return found;
}

std::vector<JournalEvent> events_after(Db& db, std::int64_t id, int most) {
    std::vector<JournalEvent> found;
    for (auto const& row : db.all(R"sql(
        select at, kind, who_bn, who_en, details, id, record_id, office_path
          from events where id > ? order by id limit ?
    )sql",
                                  id, most))
        found.push_back({.id = row.get<std::int64_t>(5),
                         .event = event_of(row),
                         .record = {row.get<std::optional<std::int64_t>>(6).value_or(0)},
                         .office_path = row.get<std::string>(7)});
    return found;
}

std::vector<OfficeEvent> events_in(Db& db, std::string_view office_path, int most) {
    std::vector<OfficeEvent> found;
    for (auto const& row : db.all(R"sql(
        select e.at, e.kind, e.who_bn, e.who_en, e.details, r.id, r.kind, r.title_bn, r.title_en
          from events e join records r on r.id = e.record_id
         where e.office_path >= ? and e.office_path < ?
         order by e.id desc
         limit ?
    )sql",
                                  office_path, end_of(office_path), most))
        found.push_back({event_of(row),
                         row.get<Id<Record>>(5),
                         row.get<std::string>(6),
                         {row.get<std::string>(7), row.get<std::string>(8)}});
    return found;
}

} // namespace udb
