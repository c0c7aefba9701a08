// Adding and correcting officers, and the transfer.
#include "modules/people/people.hpp"
#include "modules/people/policy.hpp"
#include "modules/people/store.hpp"
#include "registers/records/rows.hpp"

namespace udb::people {
namespace {

/// What has been decided, written down: holdings, where the newcomer sits, and the events.
class Recording {
public:
    Recording(Work& work, TransferOrder const& order, offices::PostLine post)
        : work_(work), order_(order), post_(std::move(post)) {}

    void end(std::vector<Holding> const& ended) {
        for (auto const& h : ended) {
            end_holding(work_.db, h, order_.memo);
            tell_officer("officer.left", h);
        }
    }
    void begin(Holding& began) {
        began.id = begin_holding(work_.db, began, order_.memo);
        tell_officer("officer.came", began);
        if (began.kind == HoldingKind::regular) sit(began.officer);
    }
    void tell(BilingualText const& left, BilingualText const& came) {
        auto const& t = order_.transfer;
        auto const event = came.bn.empty()   ? "post.vacated"
                           : left.bn.empty() ? "post.filled"
                                             : "post.transferred";
        work_.record(event, as_record(post_.id), post_.office_path,
                     {{"left_bn", left.bn},
                      {"left_en", left.en},
                      {"came_bn", came.bn},
                      {"came_en", came.en},
                      {"from", iso(t.from)},
                      {"kind", std::string(id_of(t.kind))},
                      {"memo", order_.memo}});
    }

private:
    void tell_officer(std::string_view event, Holding const& holding) {
        auto const label = offices::label_of(post_);
        // Without an office: its news has the same from the post.
        work_.record(event, as_record(holding.officer), {},
                     {{"post_bn", label.bn},
                      {"post_en", label.en},
                      {"from", iso(holding.from)},
                      {"until", holding.until ? iso(*holding.until) : ""},
                      {"kind", std::string(id_of(holding.kind))},
                      {"memo", order_.memo}});
    }

    /// A regular posting brings the officer's record to the office of the post.
    void sit(Id<Officer> officer) {
        work_.db.run("update officers set office = ? where id = ?", post_.post.office, officer);
        move_record(work_, as_record(officer), post_.office_path);
    }

    Work& work_;
    TransferOrder const& order_;
    offices::PostLine post_;
};

/// The newcomer's other regular post falls vacant the day before.
Result<std::optional<Holding>> giving_up(Work& work, TransferOrder const& order) {
    auto const& t = order.transfer;
    if (!t.comes || t.kind != HoldingKind::regular) return std::optional<Holding>{};
    auto open = open_regular_of(work.db, *t.comes, t.post);
    if (!open) return open;
    if (open->from >= t.from)
        return invalid("from", {"people.newcomer_began_later", {{"from", open->from}}});
    open->until = t.from - std::chrono::days{1};
    return open;
}

/// What the newcomer leaves behind is told on that post too.
void give_up(Work& work, Holding const& holding, TransferOrder const& order,
             BilingualText const& name) {
    auto const lines = offices::post_lines(work.db, std::span(&holding.post, 1));
    if (lines.empty()) return;
    TransferOrder const vacating{
        .transfer = {.post = holding.post, .comes = {}, .from = order.transfer.from},
        .memo = order.memo};
    Recording recording{work, vacating, lines.front()};
    recording.end({holding});
    recording.tell(name, {});
}

BilingualText name_of(Db& db, std::vector<Holding> const& ended) {
    BilingualText names;
    for (auto const& h : ended) {
        auto const row = db.one("select name_bn, name_en from officers where id = ?", h.officer);
        auto const join = [](std::string& all, std::string const& one) {
            if (!one.empty()) all += (all.empty() ? "" : ", ") + one;
        };
        join(names.bn, row->get<std::string>(0));
        join(names.en, row->get<std::string>(1));
    }
    return names;
}

} // namespace

Result<Id<Officer>> add_officer(Work& work, Officer const& officer) {
    return enter(work, officer_register, officer);
}

Done correct_officer(Work& work, Header const& read, Officer const& after) {
    return correct(work, officer_register, read, after);
}

Result<Transferred> transfer(Work& work, TransferOrder const& order) {
    auto const& t = order.transfer;
    auto const lines = offices::post_lines(work.db, std::span(&t.post, 1));
    if (lines.empty()) return not_found();
    auto const& post = lines.front();
    TRY(work.allow(policy, Act::transfer, {.office_path = post.office_path}));
    if (t.comes && !post.post.exists_on(t.from))
        return refused({"people.post_abolished", {{"date", *post.post.abolished_on}}});
    BilingualText came;
    if (t.comes) {
        auto const officer = find_officer(work.db, *t.comes);
        if (!officer) return invalid("comes", {"field.not_a_choice"});
        came = officer->officer.name();
    }
    if (order.leaves_shown) {
        auto const now = holders_on(work.db, std::span(&t.post, 1), end_of_days);
        auto const* holder = acting(now, t.post);
        if ((holder ? holder->holding.officer : Id<Officer>{}) != *order.leaves_shown)
            return conflict();
    }
    auto moved = TRY(transferred(holdings_of_post(work.db, t.post), t));
    auto const given_up = TRY(giving_up(work, order));

    Recording recording{work, order, post};
    auto const left = name_of(work.db, moved.ended);
    recording.end(moved.ended);
    if (given_up) give_up(work, *given_up, order, came);
    if (moved.began) recording.begin(*moved.began);
    recording.tell(left, came);
    return Transferred{std::move(moved.ended), moved.began, given_up};
}

} // namespace udb::people
