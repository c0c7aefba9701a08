// Steps and progress.
#include "web/components/steps.hpp"

#include "web/components/icon.hpp"
#include "web/html/tags.hpp"

#include <algorithm>

namespace udb::ui {

Html steps(Words const& words, Steps const& steps) {
    Html list;
    for (std::size_t n = 0; n < steps.names.size(); ++n) {
        bool const done = n < steps.current;
        bool const now = n == steps.current;
        auto const state = words(done ? "ui.step_done" : now ? "ui.step_now" : "ui.step_later");
        list += html::li(
            {.cls = done  ? "done"
                    : now ? "now"
                          : "later",
             .more = {{"aria-current", "step", now}}},
            html::span({.cls = "step-mark", .more = {{"aria-hidden", "true"}}},
                       done ? icon(Icon::check)
                            : text(words.number(static_cast<std::int64_t>(n) + 1))),
            html::span(steps.names[n], html::span({.cls = "govuk-visually-hidden"}, " – ", state)));
    }
    return html::ol({.cls = "steps"}, list);
}

Html progress(Words const& words, Progress const& progress) {
    auto const of = std::max<std::int64_t>(progress.of, 0);
    auto const done = std::clamp<std::int64_t>(progress.done, 0, of);
    auto const sentence = words("ui.done_of", {{"done", done}, {"of", of}});
    // An SVG, because a width in a style attribute is barred by our Content-Security-Policy.
    auto const width = of == 0 ? 0 : done * 100 / of;
    auto const bar = html::tag(
        "svg",
        {.cls = "bar",
         .more = {{"viewBox", "0 0 100 6"},
                  {"preserveAspectRatio", "none"},
                  {"aria-hidden", "true"},
                  {"focusable", "false"}}},
        html::tag("rect", {.cls = "bar-all", .more = {{"width", "100"}, {"height", "6"}}}),
        html::tag("rect", {.cls = "bar-done",
                           .more = {{"width", std::to_string(width)}, {"height", "6"}}}));
    return html::div({.cls = "progress"},
                     html::p({.cls = "progress-words"}, html::span(progress.label),
                             html::span({.cls = "progress-count"}, sentence)),
                     bar);
}

} // namespace udb::ui
