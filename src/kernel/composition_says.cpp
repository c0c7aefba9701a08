#include "kernel/composition_says.hpp"

#include "bangla/text/digits.hpp"

#include <algorithm>

namespace udb::says {
namespace {

std::int64_t wide(int number) { return number; }

BilingualText role_label(SeatRole role) { return label_of(role); }

std::string by_state(std::string const& key, RuleState state) {
    return key
           + (state == RuleState::met           ? "_met"
              : state == RuleState::cannot_tell ? "_unknown"
                                                : "_not");
}

} // namespace

BilingualText seat_list(std::vector<int> const& seats) {
    BilingualText out;
    auto const add = [&](int seat, std::string_view between) {
        if (!out.en.empty()) {
            out.bn += between;
            out.en += between;
        }
        out.bn += bangla::bangla_number(seat);
        out.en += std::to_string(seat);
    };
    bool const shortened = seats.size() > 12;
    auto const shown = shortened ? std::size_t{10} : seats.size();
    for (std::size_t i = 0; i < shown; ++i)
        add(seats[i], ", ");
    if (shortened) add(seats.back(), " … ");
    return out;
}

Message seats(std::string key, std::vector<int> const& numbers) {
    return {std::move(key), {{"seats", seat_list(numbers)}}};
}

Message leader(SeatRule const& rule, RuleState state, int seat) {
    return {by_state("composition.leader", state),
            {{"seats", seat_list({seat})}, {"role", role_label(rule.role)}, {"what", rule.what}}};
}

Message leader_missing(SeatRule const& rule) {
    return {"composition.leader_missing", {{"role", role_label(rule.role)}, {"what", rule.what}}};
}

Message leader_several(SeatRule const& rule, std::vector<int> const& numbers) {
    return {"composition.leader_several",
            {{"seats", seat_list(numbers)},
             {"n", wide(static_cast<int>(numbers.size()))},
             {"role", role_label(rule.role)}}};
}

Message leader_role(SeatRule const& rule, Seat const& seat, int number) {
    return {"composition.leader_role",
            {{"seats", seat_list({number})},
             {"given", role_label(seat.role)},
             {"role", role_label(rule.role)},
             {"what", rule.what}}};
}

Message formed_by(Authority due, std::optional<Authority> who) {
    BilingualText const right = label_of(due);
    if (!who) return {"composition.formed_by_unknown", {{"due", right}}};
    if (*who == due) return {"composition.formed_by_met", {{"due", right}}};
    return {"composition.formed_by_not", {{"due", right}, {"who", BilingualText(label_of(*who))}}};
}

Message fixed(SeatRule const& rule, RuleState state, int seat) {
    Message message{by_state("composition.fixed", state), {{"what", rule.what}}};
    if (seat != 0) message.args.emplace_back("seats", seat_list({seat}));
    return message;
}

Message size(NominatedRule const& rule, RuleState state, NominatedCount const& count,
             std::vector<int> const& could) {
    int const all = count.yes + count.perhaps + count.no;
    Message message{"",
                    {{"what", rule.what},
                     {"n", wide(count.yes)},
                     {"least", wide(rule.least)},
                     {"most", wide(rule.most)}}};
    if (state == RuleState::met) {
        message.key = "composition.size_met";
    } else if (state == RuleState::cannot_tell) {
        message.key = "composition.size_unknown";
        message.args.emplace_back("seats", seat_list(could));
    } else if (all > rule.most) {
        message.key = "composition.size_many";
        message.args.emplace_back("all", wide(all));
        message.args.emplace_back("over", wide(all - rule.most));
    } else {
        message.key = count.perhaps > 0 ? "composition.size_few_at_best" : "composition.size_few";
        message.args.emplace_back("best", wide(count.yes + count.perhaps));
        message.args.emplace_back("short", wide(rule.least - count.yes - count.perhaps));
    }
    return message;
}

Message named_size(int due, int seats) {
    return {
        seats == due  ? "composition.named_size_met"
        : seats < due ? "composition.named_size_few"
                      : "composition.named_size_many",
        {{"n", wide(seats)}, {"due", wide(due)}, {"by", wide(std::max(seats - due, due - seats))}}};
}

Message quota(Quota const& rule, RuleResult const& result) {
    Message message{by_state("composition.quota", result.state),
                    {{"what", rule.what}, {"least", wide(rule.least)}}};
    auto const& named = result.state == RuleState::met ? result.by : result.could;
    if (!named.empty()) message.args.emplace_back("seats", seat_list(named));
    return message;
}

} // namespace udb::says
