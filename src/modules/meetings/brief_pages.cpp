// The brief for the coordination meeting, generated, and that it was presented.
#include "bangla/calendar/fiscal_year.hpp"
#include "bangla/pdf/fonts/fonts.hpp"
#include "bangla/pdf/typesetter.hpp"
#include "host/application.hpp"
#include "host/chapters.hpp"
#include "modules/meetings/actions.hpp"
#include "modules/meetings/brief.hpp"
#include "modules/meetings/meeting_store.hpp"
#include "modules/meetings/pages.hpp"
#include "modules/meetings/policy.hpp"
#include "modules/meetings/roster_store.hpp"
#include "modules/meetings/standing_store.hpp"

#include <algorithm>

namespace udb::meetings {
namespace {

void count_decisions(Db& db, Brief& b, std::string_view path, Id<Office> office, Date today) {
    auto const year = bangla::days_of(bangla::fiscal_year(today));
    std::vector<DecisionFacts> late;
    std::vector<Id<Post>> posts;
    for (auto& d : decisions_of(db, path, MeetingKind::team, Date{}, today)) {
        if (d.state == DecisionState::done && d.done_on && year.contains(*d.done_on)) ++b.done;
        if (d.state != DecisionState::open) continue;
        ++b.open;
        if (days_late({d.due, d.open_due}, d.state, today) <= 0) continue;
        posts.push_back(d.responsible);
        late.push_back(std::move(d));
    }
    b.late = static_cast<std::int64_t>(late.size());
    std::ranges::sort(late, {}, &DecisionFacts::due);
    auto const labels = labels_of(db, posts, office);
    for (auto const& d : late) {
        auto const who =
            std::ranges::find(labels, d.responsible, &std::pair<Id<Post>, BilingualText>::first);
        b.latest.push_back(
            {.text = d.text,
             .who = who == labels.end() ? bangla_words()("meetings.whole_team") : who->second.bn,
             .days_late = days_late({d.due, d.open_due}, d.state, today)});
    }
}

void tell_matters(Db& db, Brief& b, Call const& call, Id<Office> office, Words const& words) {
    for (auto const* module : call.application().parts().modules) {
        if (!module->matters) continue;
        for (auto const& matter : module->matters(db, office, call.today)) {
            if (matter.kind == Matter::Kind::decision) continue;
            b.matters.push_back(
                {.what = words(matter.what),
                 .state = matter.state.key.empty() ? std::string() : words(matter.state)});
        }
    }
}

std::string pdf_of(Call const& call, offices::OfficeRecord const& office) {
    Words const words{call.words.catalogue(), Language::bn};
    auto const year = bangla::fiscal_year(call.today);
    auto const brief = call.look([&](Db& db) {
        Brief b{.head = {words("meetings.government"), office.office.name_bn},
                .fiscal_year = bangla::name(year, Language::bn),
                .on = call.today};
        auto const standing = standing_of(db, office.id(), call.today);
        auto const days = bangla::days_of(year);
        for (auto const& line : meetings_of(db, office.path(), days.first, days.last)) {
            if (line.kind != MeetingKind::team || line.stage == Stage::called_off) continue;
            ++(line.stage == Stage::called ? b.called : b.held);
        }
        b.missed = std::ranges::count_if(
            standing.missed, [&](Slot const& slot) { return days.contains(slot.days.first); });
        count_decisions(db, b, office.path(), office.id(), call.today);
        for (auto& block : told(db, brief_chapter,
                                {.office = office.id(),
                                 .office_path = office.path(),
                                 .fiscal_year = year.start,
                                 .days = days,
                                 .quarter_last = bangla::fiscal_quarter(call.today),
                                 .today = call.today,
                                 .words = words}))
            if (auto* chart = std::get_if<bangla::BarChart>(&block))
                b.told.push_back(std::move(*chart));
        tell_matters(db, b, call, office.id(), words);
        return b;
    });
    static bangla::Typesetter const typesetter{bangla::serif_fonts()};
    return typesetter.typeset(paper_of(brief, words));
}

} // namespace

Result<web::Response> show_brief(Call& call) {
    auto const asked =
        parse_id<Office>(call.request.query.get_or("office")).value_or(call.actor.office);
    auto const office = call.look([&](Db& db) { return offices::find_office(db, asked); });
    if (!office) return not_found();
    TRY(call.allow(policy, Act::read, {.office_path = office->path()}));
    return web::Response::file(pdf_of(call, *office), "application/pdf",
                               "brief-" + iso(call.today) + ".pdf");
}

Result<web::Response> post_brief(Call& call) {
    auto const m = TRY(seen_meeting(call));
    TRY(call.allow(policy, Act::write, {.office_path = m.header.office_path}));
    auto const office = call.look([&](Db& db) { return offices::find_office(db, m.office); });
    if (!office) return not_found();
    auto const pdf = TRY(check_file(call.contents(), {.name = "brief-" + iso(m.when.day) + ".pdf",
                                                      .media_type = "application/pdf",
                                                      .bytes = pdf_of(call, *office)}));
    auto const done = call.perform(present_brief, header_read(call, m.header), pdf);
    if (!done)
        return stays_on_page(done.error()) ? meeting_page(call, m, done.error())
                                           : Result<web::Response>(done.error());
    return call.redirect(url("/meetings/{}", m.id()).at("papers"), "meetings.presented_flash");
}

} // namespace udb::meetings
