// The pages of meetings and decisions, for the list of routes, and what they share.
#pragma once

#include "host/attachments.hpp"
#include "host/call.hpp"
#include "modules/meetings/meetings.hpp"
#include "web/components/components.hpp"

namespace udb::meetings {

Result<web::Response> show_meetings(Call& call);
Result<web::Response> show_offices(Call& call);
Result<web::Response> show_new_meeting(Call& call);
Result<web::Response> post_meeting(Call& call);
Result<web::Response> show_series(Call& call);
Result<web::Response> post_series(Call& call);
Result<web::Response> show_meeting(Call& call);
Result<web::Response> show_moving(Call& call);
Result<web::Response> post_moving(Call& call);
Result<web::Response> post_calling_off(Call& call);
Result<web::Response> post_moving_back(Call& call);
Result<web::Response> show_agenda(Call& call);
Result<web::Response> post_agenda(Call& call);
Result<web::Response> show_attendance(Call& call);
Result<web::Response> post_attendance(Call& call);
Result<web::Response> show_people(Call& call);
Result<web::Response> post_people(Call& call);
Result<web::Response> show_item(Call& call);
Result<web::Response> post_item(Call& call);
Result<web::Response> post_decision(Call& call);
Result<web::Response> show_correcting(Call& call);
Result<web::Response> post_correcting(Call& call);
Result<web::Response> post_minuted(Call& call);
Result<web::Response> show_confirming(Call& call);
Result<web::Response> post_confirming(Call& call);
Result<web::Response> post_notice(Call& call);
Result<web::Response> post_told(Call& call);
Result<web::Response> post_minutes(Call& call);
Result<web::Response> show_informing(Call& call);
Result<web::Response> post_informing(Call& call);
Result<web::Response> show_file(Call& call);
Result<web::Response> show_brief(Call& call);
Result<web::Response> post_brief(Call& call);
Result<web::Response> show_feed(Call& call);
Result<web::Response> post_feed(Call& call);
Result<web::Response> post_feed_ended(Call& call);
Result<web::Response> show_calendar(Call& call);
Result<web::Response> show_decisions(Call& call);
Result<web::Response> show_decision(Call& call);
Result<web::Response> post_progress(Call& call);
Result<web::Response> post_done(Call& call);
Result<web::Response> post_reassigned(Call& call);
Result<web::Response> post_dropped(Call& call);
Result<web::Response> show_decision_file(Call& call);

/// The meeting of the route's `{id}`, if this actor may read it, or acts in a post that was asked
/// to it; others are told that there is none.
Result<MeetingRecord> seen_meeting(Call const& call);
/// The same, to be written.
Result<MeetingRecord> meeting_to_write(Call const& call);
bool may_write(Call const& call, MeetingRecord const& m);
/// With the version that the form was drawn from.
Header header_read(Call const& call, Header header);

Html stage_mark(Words const& words, Stage stage);
Html state_mark(Words const& words, DecisionFacts const& decision, Date today);
/// "১৭ দিন বিলম্বিত"; empty where it is not late.
std::string lateness(Words const& words, DecisionFacts const& decision, Date today);
/// Day and time: "১৭ ডিসেম্বর ২০২৬, সকাল ১১:৩০".
std::string when_said(Words const& words, Date day, Clock begins);
/// `meetings.place` or the link.
Html place_said(Occasion const& when);
/// A text with its line breaks.
Html lines_said(std::string_view text);
/// Posts that may carry a decision out: those asked to the meeting, then the office's own.
std::vector<ui::Choice> posts_for(Call const& call, MeetingRecord const& m, Date on);
/// Decisions as a table; on a page of their own meeting it need not be named.
enum class Told { with_meeting, alone };
Html decision_table(Call const& call, std::vector<DecisionFacts> const& decisions, Id<Office> home,
                    std::string const& caption, Told told = Told::with_meeting);

/// A day in any form that papers write; invalid at `field`.
Result<std::optional<Date>> day_in(web::Form const& form, std::string_view field);

template <class E>
std::vector<ui::Choice> choices_of(Words const& words) {
    std::vector<ui::Choice> out;
    for (auto const& term : terms<E>())
        out.push_back({.value = std::string(term.id), .label = std::string(words(term.label))});
    return out;
}

/// The fields of a form, as typed, each with its error; a field `x` is called by the words
/// `meetings.field_x`, with the hint `meetings.hint_x` where there is one.
class Fields {
public:
    Fields(Call const& call, FormValues typed, std::optional<Error> const& error)
        : words_(call.words), typed_(std::move(typed)), error_(error ? *error : Error{}),
          refused_(error.has_value()) {}

    /// Asked under `name`, called and explained as the field `as`.
    Html line(std::string const& name, bool optional = false, int width = 0,
              std::string const& as = {});
    Html area(std::string const& name, int rows, bool optional = false);
    Html date(std::string const& name, bool optional = false, std::string const& as = {});
    Html select(std::string const& name, std::vector<ui::Choice> choices, bool optional = false);
    Html radios(std::string const& name, std::vector<ui::Choice> choices);
    Html upload(std::string const& name);
    std::string value(std::string const& name) const;
    std::string wrong(std::string const& name) const;
    /// All problems; drawn after the fields, since it names them.
    Html problems() const;
    void named(std::string const& name, std::string label);
    std::size_t count() const {
        return refused_ ? std::max<std::size_t>(1, error_.fields.size()) : 0;
    }
    int status() const;

private:
    std::string label(std::string const& name, std::string const& as = {});
    std::string hint(std::string const& name) const;

    Words const& words_;
    FormValues typed_;
    Error error_;
    bool refused_;
    std::vector<std::pair<std::string, std::string>> labels_;
};

/// A page with one form about a meeting; `fields` know what was refused.
struct FormPage {
    std::string title;
    std::string lead = {};
    Html before = {};
    Html form = {};
    Html after = {};
};
/// The meeting's page; with what was refused, where something was.
web::Response meeting_page(Call const& call, MeetingRecord const& m,
                           std::optional<Error> const& refused = {});
web::Response form_page(Call const& call, MeetingRecord const* m, Fields const& fields,
                        FormPage page);
/// Whether a refusal is shown on the form's page; the others have pages of their own.
bool stays_on_page(Error const& error);

} // namespace udb::meetings
