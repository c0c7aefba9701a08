// States and verdicts.
#include "web/components/status.hpp"

#include "web/html/tags.hpp"

namespace udb::ui {
namespace {

std::string_view class_of(Status::Tone tone) {
    switch (tone) {
    case Status::Tone::good: return "status status-good";
    case Status::Tone::bad: return "status status-bad";
    case Status::Tone::unsure: return "status status-unsure";
    case Status::Tone::waiting: return "status status-waiting";
    case Status::Tone::past: return "status status-past";
    case Status::Tone::plain: break;
    }
    return "status";
}

Html picture_of(Status::Tone tone) {
    switch (tone) {
    case Status::Tone::good: return icon(Icon::check);
    case Status::Tone::bad: return icon(Icon::cross);
    case Status::Tone::unsure: return icon(Icon::question);
    default: return {};
    }
}

Status::Tone tone_of(Verdict verdict) {
    switch (verdict) {
    case Verdict::met: return Status::Tone::good;
    case Verdict::partly: return Status::Tone::waiting;
    case Verdict::not_met: return Status::Tone::bad;
    case Verdict::cannot_tell: break;
    }
    return Status::Tone::unsure;
}

std::string name_of(Words const& words, Verdict verdict) {
    switch (verdict) {
    case Verdict::met: return words("ui.met");
    case Verdict::partly: return words("ui.partly");
    case Verdict::not_met: return words("ui.not_met");
    case Verdict::cannot_tell: break;
    }
    return words("ui.cannot_tell");
}

} // namespace

Html status(Status const& status) {
    return html::span({.cls = class_of(status.tone)}, picture_of(status.tone),
                      html::span(status.text));
}

Html verdict(Words const& words, Verdict verdict) {
    return status({.text = name_of(words, verdict), .tone = tone_of(verdict)});
}

Html verdict_banner(Words const& words, VerdictBanner const& banner) {
    auto const tone = tone_of(banner.verdict);
    std::string_view const cls = tone == Status::Tone::good  ? "verdict verdict-good"
                                 : tone == Status::Tone::bad ? "verdict verdict-bad"
                                                             : "verdict verdict-unsure";
    return html::div({.cls = cls}, html::span({.cls = "verdict-mark"}, picture_of(tone)),
                     html::div(html::p({.cls = "verdict-name"}, name_of(words, banner.verdict)),
                               html::p(banner.sentence), banner.more));
}

Html rule_list(Words const& words, std::vector<RuleLine> const& rules) {
    auto const labelled = [&](std::string_view key, std::string const& sentence) {
        if (sentence.empty()) return Html{};
        return html::p({.cls = "rule-more"}, html::strong(words(key)), " ", sentence);
    };
    auto const line = [&](RuleLine const& rule) {
        return html::li(
            {.cls = "rule"},
            html::div({.cls = "rule-state"},
                      status({.text = rule.name.empty() ? name_of(words, rule.verdict) : rule.name,
                              .tone = tone_of(rule.verdict)})),
            html::div({.cls = "rule-body"}, html::p({.cls = "rule-asks"}, rule.asks),
                      labelled("ui.rule_by", rule.by), labelled("ui.rule_mend", rule.mend),
                      rule.more, html::p({.cls = "rule-source"}, rule.paragraph)));
    };
    return html::ul({.cls = "rules"}, html::each(rules, line));
}

} // namespace udb::ui
