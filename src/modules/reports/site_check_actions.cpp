#include "modules/reports/site_check_actions.hpp"

#include "bangla/text/graphemes.hpp"
#include "bangla/text/normalise.hpp"
#include "modules/reports/report_store.hpp"
#include "platform/site_probe.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace udb::reports {
namespace {

constexpr std::size_t address_bytes_max = 2000;
constexpr std::size_t title_letters_max = 200;
constexpr std::chrono::hours between_looks{22};

Configuration& kept_configuration() {
    static Configuration kept;
    return kept;
}

/// Where `word` (in small letters) stands in HTML, whatever its case.
std::size_t find_word(std::string_view text, std::string_view word, std::size_t from = 0) {
    auto const found =
        std::ranges::search(text.substr(std::min(from, text.size())), word, {}, [](char c) {
            return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        });
    return found.empty() ? text.npos : static_cast<std::size_t>(found.begin() - text.begin());
}

/// The five that every page may write; others stay as they are.
std::string marks_read(std::string text) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 6> marks{
        {{"&lt;", "<"},
         {"&gt;", ">"},
         {"&quot;", "\""},
         {"&#39;", "'"},
         {"&nbsp;", " "},
         {"&amp;", "&"}}};
    for (auto const& [mark, meant] : marks)
        for (auto at = text.find(mark); at != text.npos; at = text.find(mark, at + meant.size()))
            text.replace(at, mark.size(), meant);
    return text;
}

} // namespace

void configure(Configuration configuration) { kept_configuration() = std::move(configuration); }

std::string title_in(std::string_view html) {
    auto const open = find_word(html, "<title");
    if (open == html.npos) return {};
    auto const from = html.find('>', open);
    auto const to = find_word(html, "</title", open);
    if (from == html.npos || to == html.npos || to < from) return {};
    auto const title = marks_read(std::string(html.substr(from + 1, to - from - 1)));
    return bangla::truncated(bangla::single_spaced(bangla::normalised(title)), title_letters_max);
}

Result<SiteCheck> check_site(std::string_view typed, Instant now,
                             std::function<bool()> const& stopped) {
    auto const address = std::string(bangla::trimmed(typed));
    bool const web = address.starts_with("https://") || address.starts_with("http://");
    if (address.empty()) return invalid("address", {"field.required"});
    auto const host_end = address.find_first_of("/?#", std::min<std::size_t>(8, address.size()));
    bool const plain = std::ranges::all_of(address, [](char c) { return c > ' ' && c != 0x7F; });
    if (!web || !plain || address.size() > address_bytes_max
        || address.substr(0, host_end).find('@') != address.npos)
        return invalid("address", {"reports.no_web_address"});
    auto const& configured = kept_configuration();
    auto const reply = probe_site({.url = address,
                                   .local = configured.local_sites,
                                   .certificates = configured.certificates,
                                   .stopped = stopped});
    return SiteCheck{.address = address,
                     .at = now,
                     .status = reply.status,
                     .title = title_in(reply.head),
                     .sha256 = reply.sha256,
                     .why = reply.why};
}

int look_at_sites(Database& database, Catalogue const& words, Clock const& clock,
                  std::function<bool()> const& stopped) {
    Actor const system{.account = {},
                       .officer = {},
                       .office = {},
                       .name = words.say({"accounts.the_system"}),
                       .assignments = {}};
    int looked = 0;
    while (!stopped || !stopped()) {
        auto const now = clock.now();
        auto const report =
            database.read([&](Db& db) { return next_site_to_check(db, now - between_looks); });
        if (!report) break;
        auto const found = check_site(report->site, now, stopped);
        if (stopped && stopped()) break; // no answer of theirs
        auto const check =
            found ? *found : SiteCheck{.address = report->site, .at = now, .why = "no web address"};
        database.write([&](Db& db) {
            auto const before = keep_site_check(db, report->id(), check);
            if (before && before->address == check.address && before->alive() == check.alive())
                return;
            Work work{.db = db, .actor = system, .today = day_of(now), .now = now};
            work.record(check.alive() ? "report.site_found" : "report.site_missed",
                        report->header.id, report->header.office_path,
                        {{"address", check.address},
                         {"status", std::to_string(check.status)},
                         {"on", iso(work.today)}});
        });
        ++looked;
    }
    return looked;
}

} // namespace udb::reports
