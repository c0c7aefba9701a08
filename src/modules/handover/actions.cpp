// Drafting the sheet when somebody leaves a post, the leaver's note, and the acknowledgement.
#include "bangla/text/normalise.hpp"
#include "modules/handover/handover_store.hpp"
#include "modules/handover/policy.hpp"
#include "modules/offices/offices.hpp"

namespace udb::handover {

namespace {

constexpr std::size_t note_bytes_max = 20'000;

Result<HandoverRecord> open_handover(Work& work, Header const& read) {
    auto found = find_handover(work.db, as<Handover>(read.id));
    if (!found) return not_found();
    if (found->sheet.acknowledged_on) return refused({"handover.is_acknowledged"});
    if (found->header.version != read.version) return conflict();
    return std::move(*found);
}

} // namespace

std::vector<Id<Handover>> draft_sheets(Work& work, Id<Post> post, Date first_day,
                                       std::string const& memo) {
    std::vector<Id<Handover>> drafted;
    auto const line = offices::post_lines(work.db, std::span(&post, 1));
    if (line.empty()) return drafted;
    auto const change = change_at(work.db, post, first_day);
    for (auto const leaver : change.left) {
        if (is_drafted(work.db, post, leaver, first_day)) continue;
        HandoverRecord h{.header = {.kind = std::string(handover_kind),
                                    .office_path = line.front().office_path,
                                    .title = offices::label_of(line.front().post),
                                    .stage = "open"},
                         .post = post,
                         .leaver = leaver,
                         .comer = change.came};
        h.sheet.first_day = first_day;
        h.sheet.memo = memo;
        h.sheet.lines = lines_for(work.db, post, work.today, first_day);
        h.header.id = add_record(work, h.header);
        insert_handover(work.db, h);
        // Told of no office: its news has the transfer, and not everybody may read the sheet.
        work.record("handover.drafted", h.header.id, {},
                    {{"from", iso(first_day)}, {"memo", memo}});
        drafted.push_back(h.id());
    }
    return drafted;
}

void give_to_newcomer(Work& work, Id<Post> post, Date first_day) {
    auto const came = change_at(work.db, post, first_day).came;
    if (came) save_comer(work.db, post, came);
}

Done write_note(Work& work, Header const& read, std::string const& note) {
    auto const h = TRY(open_handover(work, read));
    if (work.actor.officer != h.leaver || !h.leaver)
        TRY(work.allow(policy, Act::transfer, h.header.target()));
    auto const text = bangla::normalised(bangla::trimmed(note));
    if (text.size() > note_bytes_max) return invalid("note", {"handover.note_too_long"});
    TRY(save_record(work, h.header));
    save_note(work.db, h.header.id, text);
    work.record("handover.noted", h.header.id, {});
    return {};
}

Done acknowledge(Work& work, Header const& read) {
    auto h = TRY(open_handover(work, read));
    if (!h.comer || work.actor.officer != h.comer) return forbidden();
    if (work.today < h.sheet.first_day)
        return refused({"handover.not_begun", {{"date", h.sheet.first_day}}});
    h.header.stage = "acknowledged";
    TRY(save_record(work, h.header));
    save_acknowledged(work.db, h.header.id, work.today);
    work.record("handover.acknowledged", h.header.id, {});
    return {};
}

} // namespace udb::handover
