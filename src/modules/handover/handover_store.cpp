#include "modules/handover/handover_store.hpp"

#include "modules/meetings/meetings.hpp"
#include "modules/offices/offices.hpp"
#include "modules/papers/papers.hpp"
#include "modules/people/people.hpp"
#include "modules/teams/teams.hpp"

namespace udb::handover {
namespace {

constexpr int papers_most = 20;
constexpr std::chrono::days lately{180};

std::optional<Date> date_in(Row const& row, int column) {
    auto const text = row.get<std::optional<std::string>>(column);
    return text ? parse_iso_date(*text) : std::nullopt;
}

/// Seats of compositions in force that name the post, and the role that follows; one of each team.
std::vector<teams::SeatNaming> add_seats(Db& db, Id<Post> post, Date day,
                                         std::vector<Line>& lines) {
    std::vector<teams::SeatNaming> teams;
    for (auto& seat : teams::seats_naming(db, post, day)) {
        lines.push_back({.section = Section::seat,
                         .text = seat.title,
                         .beside = label_of(seat.role),
                         .path = "/teams/" + to_string(seat.team)});
        if (teams.empty() || teams.back().team != seat.team) teams.push_back(std::move(seat));
    }
    return teams;
}

void add_papers(Db& db, Id<Office> office, Date day, std::vector<Line>& lines) {
    for (auto const& paper : papers::papers_lately(db, office, day - lately, papers_most)) {
        bool const issued = paper.stage == papers::Stage::issued;
        lines.push_back({.section = issued ? Section::decision : Section::open,
                         .text = paper.about,
                         .beside = issued ? BilingualText{paper.memo, paper.memo}
                                          : BilingualText(label_of(paper.stage)),
                         .due = paper.issued_on,
                         .path = "/papers/" + to_string(paper.id)});
    }
}

/// Drafts of the teams that the post sits in: work that goes on without the leaver.
void add_drafts(Db& db, teams::SeatNaming const& seat, Date day, std::vector<Line>& lines) {
    if (!teams::draft_of(db, seat.team, day)) return;
    lines.push_back({.section = Section::open,
                     .text = seat.title,
                     .beside = label_of(teams::Stage::draft),
                     .path = "/teams/" + to_string(seat.team)});
}

/// Decisions that the post is to carry out: they stay with it, and so come to the successor.
void add_decisions(Db& db, Id<Post> post, std::vector<Line>& lines) {
    for (auto const& d : meetings::open_decisions(db, post))
        lines.push_back({.section = Section::open,
                         .text = {d.text, {}},
                         .beside = d.meeting_title,
                         .due = d.due,
                         .path = "/decisions/" + to_string(d.id)});
}

HandoverLine handover_line(Row const& row) {
    return {.id = row.get<Id<Handover>>(0),
            .office_path = row.get<std::string>(1),
            .post = {row.get<std::string>(2), row.get<std::string>(3)},
            .office = {row.get<std::string>(4), row.get<std::string>(5)},
            .leaver = {row.get<std::string>(6), row.get<std::string>(7)},
            .comer = {row.get<std::optional<std::string>>(8).value_or(""),
                      row.get<std::optional<std::string>>(9).value_or("")},
            .first_day = date_in(row, 10).value_or(Date{}),
            .acknowledged_on = date_in(row, 11),
            .has_note = row.get<bool>(12)};
}

} // namespace

Change change_at(Db& db, Id<Post> post, Date first_day) {
    Change change;
    auto const last = first_day - std::chrono::days{1};
    auto const holders = people::holders_of(db, post);
    // The oldest first.
    for (auto holder = holders.rbegin(); holder != holders.rend(); ++holder) {
        auto const& holding = holder->holding;
        if (holding.from == first_day)
            change.came = holding.officer;
        else if (holding.until == last)
            change.left.push_back(holding.officer);
    }
    return change;
}

bool is_drafted(Db& db, Id<Post> post, Id<Officer> leaver, Date first_day) {
    return db
        .one("select 1 from handovers where post = ? and leaver = ? and first_day = ?", post,
             leaver, iso(first_day))
        .has_value();
}

std::vector<Line> lines_for(Db& db, Id<Post> post, Date day, Date first_day) {
    std::vector<Line> lines;
    auto const record = offices::find_post(db, post);
    if (!record) return lines;
    auto const teams = add_seats(db, post, day, lines);
    if (record->post.is_head)
        lines.push_back({.section = Section::role, .text = label_of(Role::head_of_office)});
    for (auto const& seated : teams) {
        if (auto const* mandate = shipped_mandates().find(seated.mandate))
            for (auto& duty : duties_of(*mandate, first_day))
                lines.push_back(std::move(duty));
        add_drafts(db, seated, day, lines);
    }
    add_decisions(db, post, lines);
    add_papers(db, record->post.office, day, lines);
    return lines;
}

void insert_handover(Db& db, HandoverRecord const& h) {
    auto const id = h.header.id;
    auto const comer = h.comer ? std::optional(h.comer) : std::nullopt;
    db.run("insert into handovers (id, post, leaver, comer, first_day, memo) values (?, ?, ?, ?, "
           "?, ?)",
           id, h.post, h.leaver, comer, iso(h.sheet.first_day), h.sheet.memo);
    int no = 0;
    for (auto const& line : h.sheet.lines) {
        auto const due = line.due ? std::optional(iso(*line.due)) : std::nullopt;
        db.run("insert into handover_lines (handover, no, section, text_bn, text_en, beside_bn, "
               "beside_en, due, path) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
               id, ++no, id_of(line.section), line.text.bn, line.text.en, line.beside.bn,
               line.beside.en, due, line.path);
    }
}

std::optional<HandoverRecord> find_handover(Db& db, Id<Handover> id) {
    auto header = find_record(db, handover_kind, as_record(id));
    if (!header) return {};
    auto const row = db.one(R"sql(
        select h.post, h.leaver, h.comer, h.first_day, h.memo, h.note, h.acknowledged_on,
               l.name_bn, l.name_en, c.name_bn, c.name_en, o.name_bn, o.name_en
          from handovers h
          join officers l on l.id = h.leaver
          left join officers c on c.id = h.comer
          join posts p on p.id = h.post
          join offices o on o.id = p.office
         where h.id = ?
    )sql",
                            id);
    if (!row) return {};
    auto const text = [&](int column) {
        return row->get<std::optional<std::string>>(column).value_or("");
    };
    HandoverRecord found{.header = std::move(*header),
                         .post = row->get<Id<Post>>(0),
                         .leaver = row->get<Id<Officer>>(1),
                         .comer = row->get<std::optional<Id<Officer>>>(2).value_or(Id<Officer>{})};
    found.sheet = {.office = {text(11), text(12)},
                   .post = found.header.title,
                   .leaver = {text(7), text(8)},
                   .comer = {text(9), text(10)},
                   .first_day = date_in(*row, 3).value_or(Date{}),
                   .memo = text(4),
                   .note = text(5),
                   .acknowledged_on = date_in(*row, 6)};
    for (auto const& line : db.all("select section, text_bn, text_en, beside_bn, beside_en, due, "
                                   "path from handover_lines where handover = ? order by no",
                                   id))
        found.sheet.lines.push_back(
            {.section =
                 term_with_id<Section>(line.get<std::string_view>(0)).value_or(Section::seat),
             .text = {line.get<std::string>(1), line.get<std::string>(2)},
             .beside = {line.get<std::string>(3), line.get<std::string>(4)},
             .due = date_in(line, 5),
             .path = line.get<std::string>(6)});
    return found;
}

std::vector<HandoverLine> handovers_for(Db& db, WhoseHandovers const& whose, int most) {
    auto const& [officer, scope, post] = whose;
    std::string where = "(h.leaver = ? or h.comer = ?";
    std::vector<std::string> texts;
    std::vector<Param> params{officer, officer};
    for (auto const& path : scope.below) {
        auto const place = below("r.office_path", path);
        where += " or (1 = 1" + place.sql + ")";
        texts.insert(texts.end(), place.texts.begin(), place.texts.end());
    }
    for (auto const& path : scope.exactly) {
        where += " or r.office_path = ?";
        texts.push_back(path);
    }
    if (scope.everywhere) where += " or 1 = 1";
    where += ')';
    params.insert(params.end(), texts.begin(), texts.end());
    if (post) {
        where += " and h.post = ?";
        params.emplace_back(post);
    }
    params.emplace_back(most);
    std::vector<HandoverLine> found;
    for (auto const& row : db.all_of(
             "select h.id, r.office_path, r.title_bn, r.title_en, o.name_bn, o.name_en, l.name_bn, "
             "l.name_en, c.name_bn, c.name_en, h.first_day, h.acknowledged_on, "
             "case when h.note = '' then 0 else 1 end from handovers h join records r on r.id = "
             "h.id join posts p on p.id = h.post join offices o on o.id = p.office join officers l "
             "on l.id = h.leaver left join officers c on c.id = h.comer where "
                 + where + " order by h.first_day desc, h.id desc limit ?",
             params))
        found.push_back(handover_line(row));
    return found;
}

void save_note(Db& db, Id<Record> id, std::string const& note) {
    db.run("update handovers set note = ? where id = ?", note, id);
}

void save_comer(Db& db, Id<Post> post, Id<Officer> comer) {
    db.run("update handovers set comer = ? where post = ? and comer is null", comer, post);
}

void save_acknowledged(Db& db, Id<Record> id, Date day) {
    db.run("update handovers set acknowledged_on = ? where id = ?", iso(day), id);
}

std::vector<Waiting> waiting_for(Db& db, Id<Officer> officer, Date today) {
    std::vector<Waiting> found;
    if (!officer) return found;
    auto const day = iso(today);
    for (auto const& row : db.all(
             "select h.id, r.title_bn, r.title_en, h.first_day, case when h.comer = ? then 1 "
             "else 0 end from handovers h join records r on r.id = h.id where h.acknowledged_on "
             "is null and ((h.comer = ? and h.first_day <= ?) or (h.leaver = ? and h.note = '')) "
             "order by h.first_day, h.id",
             officer, officer, day, officer))
        found.push_back({.id = row.get<Id<Handover>>(0),
                         .post = {row.get<std::string>(1), row.get<std::string>(2)},
                         .first_day = date_in(row, 3).value_or(Date{}),
                         .to_acknowledge = row.get<bool>(4)});
    return found;
}

} // namespace udb::handover
