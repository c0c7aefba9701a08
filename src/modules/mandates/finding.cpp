// The sentences of findings, and their order of weight.
#include "modules/mandates/finding.hpp"

#include "kernel/words.hpp"

#include <algorithm>

namespace udb::embedded {
std::span<EmbeddedFile const> mandates();
}

namespace udb::mandates {
namespace {

Catalogue const& sentences_of_findings() {
    static Catalogue const catalogue = [] {
        Catalogue out;
        out.add(embedded::mandates());
        return out;
    }();
    return catalogue;
}

} // namespace

void doubt(Findings& findings, Severity severity, std::string where, Message const& message,
           std::string proposal) {
    if (findings.size() >= findings_max) return;
    findings.push_back({.severity = severity,
                        .where = std::move(where),
                        .rule = message.key,
                        .said = sentences_of_findings().say(message),
                        .proposal = std::move(proposal)});
}

BilingualText finding_words(std::string_view key) {
    return sentences_of_findings().say({std::string(key)});
}

std::string path(std::string_view list, std::size_t index, std::string_view field) {
    auto out = std::string(list) + "[" + std::to_string(index) + "]";
    if (!field.empty()) out += "." + std::string(field);
    return out;
}

std::string_view severity_name(Severity severity) {
    switch (severity) {
    case Severity::error: return "error";
    case Severity::warning: return "warning";
    case Severity::note: return "note";
    }
    return "note";
}

} // namespace udb::mandates
