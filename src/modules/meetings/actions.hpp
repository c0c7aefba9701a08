// The verbs of meetings and decisions. Each asks the policy (`act_for` its kind), then the
// lifecycle, saves, and leaves its event. `read` holds the version that was read: a younger one is
// a conflict.
#pragma once

#include "kernel/words.hpp"
#include "modules/meetings/meetings.hpp"

#include <string_view>

namespace udb::meetings {

/// The module's own words in Bangla, for what is kept as written: minutes and papers.
Words const& bangla_words();

/// What calling a meeting needs. Errors: those of `check`; invalid at `title`, `agenda`, and at
/// `day` where a meeting of that kind is called for that time already.
struct Calling {
    Id<Office> office = {};
    MeetingKind kind = MeetingKind::team;
    BilingualText title = {};
    Occasion when = {};
    std::vector<Attendee> people = {};
    std::vector<std::string> agenda = {};
};
Result<Id<Meeting>> call_meeting(Work& work, Calling const& calling);

/// To another time or place; the sequence grows. Before it is held.
Done move_meeting(Work& work, Header const& read, Occasion const& to, std::string const& reason);
Done call_off(Work& work, Header const& read, std::string const& reason);
/// To the day from which a holiday moved it, where that day has become a working day again; refused
/// elsewhere.
Done move_back(Work& work, Header const& read);
/// Who is asked to come; while it is called. Event `meeting.people_changed`.
Done set_people(Work& work, Header const& read, std::vector<Attendee> const& people);
/// The agenda anew, in this order; an item that is not there any more is gone. While it is called,
/// or held: then what has decisions or discussion stays.
Done set_agenda(Work& work, Header const& read, std::vector<Item> const& items);

/// It took place: when and where it really did, and who was there. The day is not ahead; exactly
/// one chairs, and was there. Open decisions of earlier meetings of its kind move to it. May be
/// said again, to correct the attendance, while the minutes are not written to the end.
struct Attendance {
    Occasion when = {};
    std::vector<Attendee> people = {};
};
Done hold(Work& work, Header const& read, Attendance const& attendance);

/// What was said under an item; held meetings. `item.version` is the one that was read: a younger
/// one is a conflict, and nothing is saved.
Done write_item(Work& work, Item const& item);

struct Deciding {
    Id<MeetingItem> item = {};
    std::string text = {};
    Id<Post> responsible = {};
    std::optional<Date> due = {};
};
/// Invalid at `text` (empty, or the same stands under this item already), `responsible` (no such
/// post, or abolished by then), `due` (before the meeting).
Result<Id<Decision>> decide(Work& work, Deciding const& deciding);
/// While its minutes are not written to the end.
Done correct_decision(Work& work, Header const& read, Deciding const& after);

/// The minutes are written to the end; every item has a discussion or a decision.
Done minute(Work& work, Header const& read, bool reviewed_plan);

/// C23 practice (দৃঢ়ীকরণ): a later meeting of its kind that was held confirms the minutes. What is
/// corrected is kept beside what stood there.
struct Confirming {
    Id<Meeting> in = {};
    std::string corrections = {}; ///< in words; needed where a discussion changes
    std::vector<Item> items = {}; ///< id and the discussion as it shall stand
    /// Decisions whose wording changes: id and text as they shall stand.
    std::vector<std::pair<Id<Decision>, std::string>> decisions = {};
};
Done confirm(Work& work, Header const& read, Confirming const& confirming);

/// An open decision goes to another post: where the one it was given to was abolished, or does that
/// work no longer. Invalid at `to`, `why`.
Done reassign(Work& work, Header const& read, Id<Post> to, std::string const& reason);

/// By whoever may write there, and by whoever acts in the responsible post.
Done tell_progress(Work& work, Header const& read, std::string const& text);
struct Finishing {
    std::optional<Date> on = {};
    std::string link = {}; ///< an address that shows it
    std::string note = {};
    std::optional<CheckedFile> file = {}; ///< that shows it
};
/// Needs a link, a file or a note of what was done.
Done finish(Work& work, Header const& read, Finishing const& how);
/// A decision that is not to be carried out any more; by whoever may write.
Done drop(Work& work, Header const& read, std::string const& reason);
bool may_tell(Db& db, Actor const& actor, DecisionFacts const& decision, Date today);

/// Drafts the notice, or the minutes, as a paper of the office and keeps which it is.
/// `bangla_words` are those of the whole product.
Result<Id<IssuedPaper>> draft_notice(Work& work, Header const& read, Words const& bangla_words);
Result<Id<IssuedPaper>> draft_minutes(Work& work, Header const& read, Words const& bangla_words);

/// Tells everybody who is asked and has an address, by mail with an invitation for the calendar;
/// after the first time each move (the same invitation with a higher sequence, RFC 5546) and the
/// calling off are told by themselves. Gives how many mails wait to be sent. Refused where no mail
/// is set up.
Result<int> tell_asked(Work& work, Header const& read);

/// L26 fn 3: the higher authority was informed of a team meeting, by an issued paper of ours
/// (its number as typed) or with a file that proves it.
struct Informing {
    std::optional<Date> on = {};
    std::string memo = {};
    std::optional<CheckedFile> file = {};
};
Done informed(Work& work, Header const& read, Informing const& how);

/// C23 §4(3), L26 fn 23: the brief was presented in this coordination meeting; its PDF is kept.
Done present_brief(Work& work, Header const& read, CheckedFile const& pdf);

} // namespace udb::meetings
