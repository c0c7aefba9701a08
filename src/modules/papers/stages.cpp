#include "modules/papers/stages.hpp"

#include <algorithm>

namespace udb::papers {

Act act_for(Move move) {
    switch (move) {
    case Move::submit:
    case Move::discard: return Act::write;
    case Move::send_back:
    case Move::approve: return Act::approve;
    case Move::issue:
    case Move::supersede:
    case Move::cancel: return Act::issue;
    }
    return Act::issue;
}

bool Hands::own(Id<Account> account) const {
    return account == drafter || account == submitter
           || std::ranges::find(editors, account) != editors.end();
}

Result<Stage> moved(Stage from, Move move, Id<Account> actor, Hands const& hands) {
    auto const step = lifecycle.find(from, move);
    if (!step) return refused({"papers.move_not_now", {{"stage", BilingualText(label_of(from))}}});
    // To send one's own paper back decides nothing in one's own favour.
    if (step->who == Who::second && move == Move::approve && hands.own(actor))
        return refused({"papers.second_person"});
    return step->to;
}

} // namespace udb::papers
