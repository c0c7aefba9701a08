// What can be done with a plan as a whole: put up, sent back, approved by a decision, amended,
// closed.
#include "modules/plans/pages.hpp"
#include "modules/plans/policy.hpp"

namespace udb::plans {
namespace {

class Moves {
public:
    Moves(Call const& call, PlanRecord const& plan, PlanFacts const& working,
          std::optional<Error> const& error)
        : call_(call), words_(call.words), plan_(plan), working_(working), error_(error) {}

    Html all() const {
        Html out;
        if (plan_.is_amended() && may(call_, Act::write, plan_))
            out += ui::notice(words_, {.body = html::p(words_("plans.being_amended"))});
        if (plan_.stage == Stage::closed) return out;
        switch (plan_.working) {
        case Stage::draft: return out + drafting();
        case Stage::submitted: return out + deciding();
        case Stage::approved:
        case Stage::closed: break;
        }
        return out + lasting();
    }

private:
    Html button_to(std::string_view key, std::string_view way, ui::Button::Kind kind) const {
        return ui::form(
            {.action = url("/plans/{}/{}", plan_.id(), way), .csrf = call_.csrf()},
            html::all(version_field(plan_), ui::button({.label = words_(key), .kind = kind})));
    }

    /// Weights that do not add up are said, never barred.
    Html doubts() const {
        auto const found = findings(working_, scale_of(plan_));
        if (found.empty()) return {};
        return html::details(
            html::summary(
                words_("plans.findings", {{"n", static_cast<std::int64_t>(found.size())}})),
            ui::findings(words_, finding_lines(words_, found)));
    }

    Html drafting() const {
        if (!may(call_, Act::write, plan_)) return {};
        Html back;
        if (!plan_.sent_back.empty())
            back = ui::notice(words_, {.kind = ui::Notice::Kind::problem,
                                       .heading = words_("plans.sent_back"),
                                       .body = html::p(plan_.sent_back)});
        std::vector<Html> buttons{button_to("plans.submit", "submit", ui::Button::Kind::primary)};
        if (plan_.approved_version > 0)
            buttons.push_back(
                button_to("plans.discard_amendment", "discard", ui::Button::Kind::warning));
        return html::all(back, doubts(), ui::button_group(buttons));
    }

    Html deciding() const {
        if (!may(call_, Act::approve, plan_)) {
            if (!may(call_, Act::write, plan_)) return {};
            return ui::notice(words_, {.body = html::p(words_("plans.waits_for_decision"))});
        }
        auto const decisions =
            call_.look([&](Db& db) { return decisions_for(db, plan_, call_.today); });
        return ui::section(
            {.id = "approval",
             .title = words_("plans.approval"),
             .body = html::all(html::p(words_("plans.approval_lead")), doubts(),
                               decisions.empty() ? html::p(words_("plans.no_decision"))
                                                 : approving(decisions),
                               sending_back())});
    }

    Html approving(std::vector<meetings::DecisionFacts> const& decisions) const {
        std::vector<ui::Choice> choices;
        for (auto const& d : decisions)
            choices.push_back(
                {to_string(d.id), d.text,
                 words_("plans.decision_of", {{"meeting", d.meeting_title}, {"date", d.held_on}})});
        return ui::form({.action = url("/plans/{}/approve", plan_.id()), .csrf = call_.csrf()},
                        html::all(version_field(plan_),
                                  ui::radios(words_, {.name = "decision",
                                                      .label = words_("plans.which_decision"),
                                                      .choices = std::move(choices),
                                                      .value = std::string(call_.form["decision"]),
                                                      .error = wrong("decision")}),
                                  ui::button({.label = words_("ui.approve")})));
    }

    Html sending_back() const {
        return html::details(
            {.more = {{"open", !wrong("reason").empty()}}},
            html::summary(words_("plans.send_back")),
            ui::form({.action = url("/plans/{}/send-back", plan_.id()), .csrf = call_.csrf()},
                     html::all(version_field(plan_),
                               ui::text_area(words_, {.name = "reason",
                                                      .label = words_("plans.reason"),
                                                      .value = std::string(call_.form["reason"]),
                                                      .error = wrong("reason"),
                                                      .rows = 3}),
                               ui::button({.label = words_("plans.send_back"),
                                           .kind = ui::Button::Kind::warning}))));
    }

    Html lasting() const {
        if (!may(call_, Act::write, plan_)) return {};
        std::vector<Html> buttons{button_to("plans.amend", "amend", ui::Button::Kind::secondary)};
        if (call_.today > days_of(plan_.fiscal_year, Period::year).last)
            buttons.push_back(button_to("plans.close", "close", ui::Button::Kind::warning));
        return ui::button_group(buttons);
    }

    std::string wrong(std::string_view field) const {
        return error_ ? ui::error_at(words_, error_->fields, field) : std::string();
    }

    Call const& call_;
    Words const& words_;
    PlanRecord const& plan_;
    PlanFacts const& working_;
    std::optional<Error> const& error_;
};

/// Back to the plan, with what was wrong where something was.
Result<web::Response> moved(Call& call, std::string_view flash,
                            Done (*act)(Call const&, Header const&)) {
    auto const plan = TRY(seen_plan(call));
    auto const done = act(call, header_read(call, plan));
    if (!done && can_be_mended(done.error()))
        return plan_page(call, TRY(seen_plan(call)), done.error());
    if (!done) return done.error();
    return call.redirect(url("/plans/{}", plan.id()), flash);
}

} // namespace

Html moves_of(Call const& call, PlanRecord const& plan, PlanFacts const& working,
              std::optional<Error> const& error) {
    return Moves(call, plan, working, error).all();
}

Result<web::Response> post_submit(Call& call) {
    return moved(call, "plans.submitted_flash",
                 [](Call const& c, Header const& read) { return c.perform(submit, read); });
}
Result<web::Response> post_send_back(Call& call) {
    return moved(call, "plans.sent_back_flash", [](Call const& c, Header const& read) {
        return c.perform(send_back, read, std::string(c.form["reason"]));
    });
}
Result<web::Response> post_approve(Call& call) {
    return moved(call, "plans.approved_flash", [](Call const& c, Header const& read) {
        auto const decision = parse_id<Decision>(c.form["decision"]);
        return c.perform(approve, read, decision.value_or(Id<Decision>{}));
    });
}
Result<web::Response> post_amend(Call& call) {
    return moved(call, "plans.amend_flash", [](Call const& c, Header const& read) {
        return c.perform(begin_amendment, read);
    });
}
Result<web::Response> post_discard(Call& call) {
    return moved(call, "plans.discarded_flash", [](Call const& c, Header const& read) {
        return c.perform(discard_amendment, read);
    });
}
Result<web::Response> post_close(Call& call) {
    return moved(call, "plans.closed_flash",
                 [](Call const& c, Header const& read) { return c.perform(close, read); });
}

} // namespace udb::plans
