// Statements of handovers that the module keeps to itself.
#pragma once

#include "modules/handover/handover.hpp"

namespace udb::handover {

/// Who left a post, and who came.
struct Change {
    std::vector<Id<Officer>> left = {};
    Id<Officer> came = {};
};
Change change_at(Db& db, Id<Post> post, Date first_day);
bool is_drafted(Db& db, Id<Post> post, Id<Officer> leaver, Date first_day);

/// What the books say of a post on a day: seats, roles, duties, papers, drafts.
std::vector<Line> lines_for(Db& db, Id<Post> post, Date day, Date first_day);

void insert_handover(Db& db, HandoverRecord const& record);
void save_note(Db& db, Id<Record> id, std::string const& note);
/// Of the post's sheets that nobody was to take over.
void save_comer(Db& db, Id<Post> post, Id<Officer> comer);
void save_acknowledged(Db& db, Id<Record> id, Date day);

/// What waits for an officer: to acknowledge, or to write the note.
struct Waiting {
    Id<Handover> id = {};
    BilingualText post = {};
    Date first_day = {};
    bool to_acknowledge = false;
};
std::vector<Waiting> waiting_for(Db& db, Id<Officer> officer, Date today);

} // namespace udb::handover
