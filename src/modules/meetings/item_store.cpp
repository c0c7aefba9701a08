// The statements of what a meeting speaks of: its items, and what was corrected in them.
#include "modules/meetings/meeting_store.hpp"

#include <algorithm>

namespace udb::meetings {
namespace {

constexpr std::string_view item_columns =
    "select id, no, kind, title, about, path, discussion, version, meeting from meeting_items ";

Item item_of(Row const& row) {
    return {.id = row.get<Id<MeetingItem>>(0),
            .no = row.get<int>(1),
            .kind = term_with_id<ItemKind>(row.get<std::string_view>(2)).value_or(ItemKind::own),
            .title = row.get<std::string>(3),
            .about = row.get<std::optional<Id<Record>>>(4).value_or(Id<Record>{}),
            .path = row.get<std::string>(5),
            .discussion = row.get<std::string>(6),
            .version = row.get<std::int64_t>(7)};
}

} // namespace

std::vector<Item> items_of(Db& db, Id<Meeting> meeting) {
    std::vector<Item> out;
    for (auto const& row :
         db.all(std::string(item_columns) + "where meeting = ? order by no, id", meeting))
        out.push_back(item_of(row));
    return out;
}

std::optional<std::pair<Id<Meeting>, Item>> find_item(Db& db, Id<MeetingItem> id) {
    auto const row = db.one(std::string(item_columns) + "where id = ?", id);
    if (!row) return {};
    return std::pair{row->get<Id<Meeting>>(8), item_of(*row)};
}

Id<MeetingItem> insert_item(Db& db, Id<Meeting> meeting, Item const& item) {
    return db
        .one("insert into meeting_items (meeting, no, kind, title, about, path, discussion, "
             "version) values (?, ?, ?, ?, ?, ?, ?, 1) returning id",
             meeting, item.no, id_of(item.kind), item.title, item.about, item.path, item.discussion)
        ->get<Id<MeetingItem>>(0);
}

void delete_items_but(Db& db, Id<Meeting> meeting, std::vector<Id<MeetingItem>> const& kept) {
    for (auto const& item : items_of(db, meeting))
        if (std::ranges::count(kept, item.id) == 0)
            db.run("delete from meeting_items where id = ?", item.id);
}

void place_item(Db& db, Item const& item) {
    db.run("update meeting_items set no = ?, title = ? where id = ?", item.no, item.title, item.id);
}

bool save_item(Db& db, Item const& item) {
    return db.run("update meeting_items set title = ?, discussion = ?, version = version + 1 where "
                  "id = ? and version = ?",
                  item.title, item.discussion, item.id, item.version)
           == 1;
}

void insert_correction(Db& db, Item const& item, std::string const& corrected, Id<Meeting> in) {
    db.run("insert into meeting_corrections (item, confirmed_in, former, corrected) values (?, ?, "
           "?, ?)",
           item.id, in, item.discussion, corrected);
}

std::vector<ItemCorrection> corrections_of(Db& db, Id<Meeting> meeting) {
    std::vector<ItemCorrection> out;
    for (auto const& row :
         db.all("select c.item, c.former, c.corrected from meeting_corrections c join "
                "meeting_items i on i.id = c.item where i.meeting = ? order by c.id",
                meeting))
        out.push_back(
            {row.get<Id<MeetingItem>>(0), row.get<std::string>(1), row.get<std::string>(2)});
    return out;
}

} // namespace udb::meetings
