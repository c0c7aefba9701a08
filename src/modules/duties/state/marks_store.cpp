#include "modules/duties/state/marks_store.hpp"

#include "modules/duties/state/signals.hpp"

#include <algorithm>

namespace udb::duties {
namespace {

constexpr int batch = 2'000;

/// The office of a path is its last place: 7 of `/1/7/`.
Id<Office> office_at(std::string_view path) {
    if (path.ends_with('/')) path.remove_suffix(1);
    auto const last = path.substr(path.rfind('/') + 1);
    return parse_id<Office>(last).value_or(Id<Office>{});
}

/// Gives how many marks the event left.
std::int64_t keep(Db& db, std::string_view event, Id<Record> record, std::string_view office_path,
                  Details const& details, Date recorded_on) {
    auto const places = shipped_signals().of_event(event, details);
    auto const office = places.empty() ? Id<Office>{} : office_at(office_path);
    if (!office) return 0;
    auto const mark = mark_of(details, recorded_on);
    for (auto const place : places)
        db.run("insert into derived_duty_marks (office, year, signal, counts_on, done_on, "
               "recorded_on, record_id) values (?, ?, ?, ?, ?, ?, ?)",
               office, mark.year,
               shipped_signals().all()[static_cast<std::size_t>(place)].written(),
               iso(mark.counts_on), iso(mark.done_on), iso(mark.recorded_on), record);
    return static_cast<std::int64_t>(places.size());
}

Date date_in(Row const& row, int column) {
    return parse_iso_date(row.get<std::string_view>(column)).value_or(Date{});
}

/// Places of signals by their text; -1 for one that no mandate counts any more.
class Places {
public:
    int of(std::string_view written) {
        if (written == last_) return place_;
        auto const signal = parse_signal(written);
        last_ = written;
        place_ = signal ? shipped_signals().place_of(*signal) : -1;
        return place_;
    }

private:
    std::string last_ = {};
    int place_ = -1;
};

} // namespace

void keep_marks(Work& work, std::string_view event, Id<Record> record, std::string_view office_path,
                Details const& details) {
    keep(work.db, event, record, office_path, details, work.today);
}

std::int64_t take_marks_anew(Database& database) {
    auto const fingerprint = shipped_signals().fingerprint();
    bool const up_to_date = database.read([&](Db& db) {
        auto const row = db.one("select signals from derived_duty_signals");
        return row && row->get<std::string_view>(0) == fingerprint;
    });
    if (up_to_date) return 0;
    database.write([](Db& db) {
        db.run("delete from derived_duty_signals");
        db.run("delete from derived_duty_marks");
    });
    std::int64_t kept = 0;
    std::int64_t last = 0;
    for (bool more = true; more;)
        more = database.write([&](Db& db) {
            auto const events = events_after(db, last, batch);
            std::int64_t marks = 0;
            for (auto const& e : events)
                marks += keep(db, e.event.kind, e.record, e.office_path, e.event.details,
                              day_of(e.event.at));
            if (events.empty())
                db.run("insert into derived_duty_signals (signals) values (?)", fingerprint);
            else
                last = events.back().id;
            kept += marks;
            return !events.empty();
        });
    return kept;
}

std::vector<Mark> marks_of(Db& db, Id<Office> office, bangla::FiscalYear year, Date known_by) {
    std::vector<Mark> marks;
    Places places;
    for (auto const& row : db.all("select signal, counts_on, done_on, recorded_on, record_id "
                                  "from derived_duty_marks where office = ? and year = ? "
                                  "and recorded_on <= ? order by signal, counts_on, id",
                                  office, year.start, iso(known_by)))
        if (auto const place = places.of(row.get<std::string_view>(0)); place >= 0)
            marks.push_back({.signal = place,
                             .year = year.start,
                             .counts_on = date_in(row, 1),
                             .done_on = date_in(row, 2),
                             .recorded_on = date_in(row, 3),
                             .record = row.get<Id<Record>>(4)});
    std::ranges::stable_sort(marks, {}, &Mark::signal);
    return marks;
}

std::unordered_map<std::int64_t, std::vector<Mark>>
marks_below(Db& db, std::string_view path, bangla::FiscalYear year, Date known_by) {
    auto const place = below("r.office_path", path);
    auto const day = iso(known_by);
    std::vector<Param> params{std::string_view("office")};
    for (auto const& text : place.texts)
        params.emplace_back(text);
    params.insert(params.end(), {Param(year.start), Param(day)});
    std::unordered_map<std::int64_t, std::vector<Mark>> found;
    Places places;
    // Sorted here, office by office: a database sorts so many rows on its disk.
    for (auto const& row :
         db.all_of("select m.office, m.signal, m.counts_on "
                   "from records r join derived_duty_marks m on m.office = r.id where r.kind = ?"
                       + place.sql + " and m.year = ? and m.recorded_on <= ?",
                   params)) {
        auto const at = places.of(row.get<std::string_view>(1));
        if (at < 0) continue;
        auto const on = date_in(row, 2);
        found[row.get<std::int64_t>(0)].push_back({.signal = at,
                                                   .year = year.start,
                                                   .counts_on = on,
                                                   .done_on = on,
                                                   .recorded_on = known_by});
    }
    for (auto& [office, marks] : found)
        std::ranges::sort(marks, {},
                          [](Mark const& m) { return std::pair(m.signal, m.counts_on); });
    return found;
}

} // namespace udb::duties
