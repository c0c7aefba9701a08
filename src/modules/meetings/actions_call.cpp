// Calling, moving and calling off a meeting; its agenda, and who is asked.
#include "bangla/text/normalise.hpp"
#include "kernel/codec.hpp"
#include "modules/meetings/meeting_actions.hpp"
#include "modules/meetings/policy.hpp"
#include "modules/offices/offices.hpp"

#include <algorithm>

namespace udb::embedded {
std::span<EmbeddedFile const> meetings();
}

namespace udb::meetings {
namespace {

std::optional<FieldError> cleaned(std::string& text, int most, std::string_view field,
                                  bool lines = false) {
    std::string read;
    auto const wrong = read_text(text, {.max_chars = most, .many_lines = lines}, read);
    text = std::move(read);
    if (wrong) return FieldError{std::string(field), *wrong};
    return {};
}

void add(std::vector<FieldError>& all, std::vector<FieldError> more) {
    for (auto& one : more)
        all.push_back(std::move(one));
}

Done clean(Occasion& when) {
    auto wrong = check(when);
    if (auto fault = cleaned(when.place, title_chars_max, "place")) wrong.push_back(*fault);
    if (auto fault = cleaned(when.link, title_chars_max, "link")) wrong.push_back(*fault);
    if (!wrong.empty()) return invalid(std::move(wrong));
    return {};
}

Done agenda_is_right(std::vector<Item> const& items) {
    if (items.size() > items_max)
        return invalid("agenda", {"meetings.too_many_items", {{"max", std::int64_t(items_max)}}});
    for (auto const& item : items)
        if (bangla::trimmed(item.title).empty())
            return invalid("agenda", {"meetings.item_needs_title"});
    return {};
}

} // namespace

Done nothing_called_then(Db& db, MeetingRecord const& m) {
    for (auto const& line : meetings_of(db, m.header.office_path, m.when.day, m.when.day))
        if (line.id != m.id() && line.kind == m.kind && line.stage == Stage::called
            && line.begins == written(m.when.begins))
            return invalid("day", {"meetings.called_already", {{"meeting", line.title}}});
    return {};
}

Words const& bangla_words() {
    static Catalogue const catalogue = [] {
        Catalogue own;
        own.add(embedded::meetings());
        return own;
    }();
    static Words const words{catalogue, Language::bn};
    return words;
}

Done needed_text(std::string& text, int most, std::string_view field) {
    if (auto const fault = cleaned(text, most, field, true)) return invalid({*fault});
    if (text.empty()) return invalid(std::string(field), {"field.required"});
    return {};
}

Result<MeetingRecord> loaded(Work& work, Header const& read) {
    auto found = find_meeting(work.db, as<Meeting>(read.id));
    if (!found) return not_found();
    TRY(work.allow(policy, act_for(found->kind), {.office_path = found->header.office_path}));
    if (found->header.version != read.version) return conflict();
    return std::move(*found);
}

Done take(MeetingRecord& m, Move move) {
    auto const step = lifecycle.find(m.stage, move);
    if (!step) return refused({"meetings.move_not_now", {{"stage", label_of(m.stage)}}});
    m.stage = step->to;
    m.header.stage = id_of(m.stage);
    return {};
}

Done saved(Work& work, MeetingRecord& m) {
    m.header.version = TRY(save_record(work, m.header));
    save_meeting(work.db, m);
    return {};
}

Done clean_people(Db& db, std::vector<Attendee>& people) {
    int no = 0;
    std::vector<Id<Post>> posts;
    for (auto& p : people) {
        p.no = ++no;
        if (p.post) posts.push_back(p.post);
    }
    auto wrong = check(people);
    for (auto& p : people) {
        auto const n = std::to_string(p.no);
        if (auto fault = cleaned(p.name, title_chars_max, "name_" + n)) wrong.push_back(*fault);
        if (auto fault = cleaned(p.email, title_chars_max, "email_" + n)) wrong.push_back(*fault);
        if (auto fault = cleaned(p.substitute, title_chars_max, "substitute_" + n))
            wrong.push_back(*fault);
    }
    if (offices::post_lines(db, posts).size() != posts.size())
        wrong.push_back({"people", {"meetings.no_such_post"}});
    if (!wrong.empty()) return invalid(std::move(wrong));
    return {};
}

Result<Id<Meeting>> call_meeting(Work& work, Calling const& calling) {
    auto const office = offices::find_office(work.db, calling.office);
    if (!office) return not_found();
    TRY(work.allow(policy, act_for(calling.kind), {.office_path = office->path()}));
    MeetingRecord m{.header = {.kind = std::string(meeting_kind),
                               .office_path = office->path(),
                               .title = calling.title,
                               .stage = std::string(id_of(Stage::called))},
                    .office = calling.office,
                    .kind = calling.kind,
                    .when = calling.when,
                    .people = calling.people};
    std::vector<FieldError> wrong;
    auto const also = [&](Done const& done) {
        if (!done) add(wrong, done.error().fields);
    };
    also(needed_text(m.header.title.bn, title_chars_max, "title"));
    also(clean(m.when));
    also(clean_people(work.db, m.people));
    std::vector<Item> items;
    for (auto const& title : calling.agenda)
        items.push_back({.no = static_cast<int>(items.size()) + 1, .title = title});
    also(agenda_is_right(items));
    for (auto& item : items)
        also(needed_text(item.title, decision_chars_max, "agenda"));
    if (!wrong.empty()) return invalid(std::move(wrong));
    TRY(nothing_called_then(work.db, m));
    m.header.id = add_record(work, m.header);
    insert_meeting(work.db, m);
    for (auto const& item : items)
        insert_item(work.db, m.id(), item);
    work.record("meeting.called", m.header.id, m.header.office_path,
                {{"kind", std::string(id_of(m.kind))}, {"on", iso(m.when.day)}});
    return m.id();
}

Done move_meeting(Work& work, Header const& read, Occasion const& to, std::string const& reason) {
    auto m = TRY(loaded(work, read));
    TRY(take(m, Move::move));
    auto const from = m.when.day;
    auto when = to;
    TRY(clean(when));
    m.reason = reason;
    TRY(needed_text(m.reason, decision_chars_max, "reason"));
    if (when == m.when) return invalid("day", {"meetings.nothing_moved"});
    if (when.day != from) {
        m.moved_from = from;
        m.moved_by = {};
    }
    m.when = when;
    TRY(nothing_called_then(work.db, m));
    ++m.sequence;
    TRY(saved(work, m));
    work.record("meeting.moved", m.header.id, m.header.office_path,
                {{"from", iso(from)}, {"on", iso(when.day)}, {"reason", m.reason}});
    tell_change(work, m, m.reason);
    return {};
}

Done call_off(Work& work, Header const& read, std::string const& reason) {
    auto m = TRY(loaded(work, read));
    TRY(take(m, Move::call_off));
    m.reason = reason;
    TRY(needed_text(m.reason, decision_chars_max, "reason"));
    ++m.sequence;
    TRY(saved(work, m));
    work.record("meeting.called_off", m.header.id, m.header.office_path,
                {{"on", iso(m.when.day)}, {"reason", m.reason}});
    tell_change(work, m, m.reason);
    return {};
}

Done set_people(Work& work, Header const& read, std::vector<Attendee> const& people) {
    auto m = TRY(loaded(work, read));
    if (m.stage != Stage::called)
        return refused({"meetings.move_not_now", {{"stage", label_of(m.stage)}}});
    m.people = people;
    TRY(clean_people(work.db, m.people));
    TRY(saved(work, m));
    save_people(work.db, m.header.id, m.people);
    work.record("meeting.people_changed", m.header.id, m.header.office_path,
                {{"on", iso(m.when.day)}, {"count", std::to_string(m.people.size())}});
    return {};
}

Done set_agenda(Work& work, Header const& read, std::vector<Item> const& items) {
    auto m = TRY(loaded(work, read));
    if (m.stage != Stage::called && m.stage != Stage::held)
        return refused({"meetings.move_not_now", {{"stage", label_of(m.stage)}}});
    TRY(agenda_is_right(items));
    auto const before = items_of(work.db, m.id());
    auto const decisions = decisions_of(work.db, m.id());
    std::vector<Id<MeetingItem>> kept;
    int no = 0;
    for (auto item : items) {
        TRY(needed_text(item.title, decision_chars_max, "agenda"));
        item.no = ++no;
        auto const known = std::ranges::find(before, item.id, &Item::id);
        if (item.id && known == before.end()) return conflict();
        if (!item.id) item.id = insert_item(work.db, m.id(), item);
        place_item(work.db, item);
        kept.push_back(item.id);
    }
    for (auto const& item : before)
        if (std::ranges::count(kept, item.id) == 0
            && (!item.discussion.empty()
                || std::ranges::count(decisions, item.id, &DecisionFacts::item) > 0))
            return refused({"meetings.item_in_use", {{"item", item.title}}});
    delete_items_but(work.db, m.id(), kept);
    return saved(work, m);
}

} // namespace udb::meetings
