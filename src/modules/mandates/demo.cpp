#include "modules/mandates/demo.hpp"

#include "base/embedded.hpp"
#include "modules/mandates/accepted_actions.hpp"
#include "modules/mandates/desk_form.hpp"
#include "modules/offices/demo.hpp"
#include "modules/offices/offices.hpp"

namespace udb::embedded {
std::span<EmbeddedFile const> mandates_demo();
}

namespace udb::mandates {

std::string_view demo_order_text() { return embedded::mandates_demo().front().bytes; }

Done tell_demo(Work& told) {
    std::string const text{demo_order_text()};
    auto const read = TRY(read_order(text));
    if (read.memo && order_with_memo(told.db, read.memo->raw)) return {};
    auto const offices =
        offices::find_offices(told.db, {.search = read.head.office, .size = 1}, told.today);
    if (offices.lines.empty()) return {};
    auto form = desk_form(read);
    for (std::size_t i = 0; i < read.findings.size(); ++i)
        if (can_accept(form, read.findings[i])) form.emplace(path("accept", i), "1");
    form = with_accepted(read, form);
    Acceptance accepted{.office_path = offices.lines.front().path,
                        .order = TRY(order_from_form(read, form)),
                        .original = text,
                        .corrections = corrections_in(read, form)};
    accepted.order.findings = open_findings(read, form, accepted.order);
    Actor teller;
    auto work = offices::as_teller(told, teller);
    TRY(accept_order(work, accepted));
    return {};
}

} // namespace udb::mandates
