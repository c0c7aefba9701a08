// Counting answers, and writing the counts in the text format of Prometheus.
#include "web/http/metrics.hpp"

#include <algorithm>
#include <cstdio>

namespace udb::web {

namespace {

std::string number(double value) {
    std::array<char, 32> text{};
    auto const length = std::snprintf(text.data(), text.size(), "%.9g", value);
    return {text.data(), static_cast<std::size_t>(length)};
}

/// `\`, `"` and line ends, as the format wants them.
std::string label(std::string_view value) {
    std::string out;
    for (auto const c : value) {
        if (c == '\\' || c == '"') out += '\\';
        if (c == '\n')
            out += "\\n";
        else
            out += c;
    }
    return out;
}

void head(std::string& out, std::string_view name, std::string_view type, std::string_view help) {
    out.append("# HELP ").append(name).append(" ").append(help);
    out.append("\n# TYPE ").append(name).append(" ").append(type).append("\n");
}

void line(std::string& out, std::string_view name, std::string const& labels,
          std::string const& value) {
    out.append(name);
    if (!labels.empty()) out.append("{").append(labels).append("}");
    out.append(" ").append(value).append("\n");
}

} // namespace

void Metrics::answered(std::string_view route, int status, std::chrono::duration<double> taken) {
    auto const slot = static_cast<std::size_t>(
        std::ranges::lower_bound(bounds_seconds, taken.count()) - bounds_seconds.begin());
    std::lock_guard const lock(mutex_);
    auto found = rows_.find(route);
    if (found == rows_.end()) found = rows_.emplace(std::string(route), Row{}).first;
    auto& row = found->second;
    ++row.by_class[static_cast<std::size_t>(std::clamp(status / 100, 0, 5))];
    ++row.by_time[slot];
    row.seconds += taken.count();
}

void Metrics::rejected(int status) {
    std::lock_guard const lock(mutex_);
    ++rejected_[status];
}

void Metrics::failed() {
    std::lock_guard const lock(mutex_);
    ++failed_;
}

std::uint64_t Metrics::answers(std::string_view route, int status_class) const {
    std::lock_guard const lock(mutex_);
    auto const found = rows_.find(route);
    if (found == rows_.end() || status_class < 0 || status_class > 5) return 0;
    return found->second.by_class[static_cast<std::size_t>(status_class)];
}

std::uint64_t Metrics::rejections(int status) const {
    std::lock_guard const lock(mutex_);
    auto const found = rejected_.find(status);
    return found == rejected_.end() ? 0 : found->second;
}

std::string Metrics::text() const {
    std::lock_guard const lock(mutex_);
    std::string out;
    head(out, "udb_http_requests_total", "counter", "Answers by route and class of status.");
    for (auto const& [route, row] : rows_)
        for (std::size_t i = 0; i < row.by_class.size(); ++i)
            if (row.by_class[i] != 0)
                line(out, "udb_http_requests_total",
                     "route=\"" + label(route) + "\",status=\"" + std::to_string(i) + "xx\"",
                     std::to_string(row.by_class[i]));
    head(out, "udb_http_request_seconds", "histogram", "Time from request read to answer made.");
    for (auto const& [route, row] : rows_) {
        std::uint64_t sum = 0;
        auto const labels = "route=\"" + label(route) + "\"";
        for (std::size_t i = 0; i < row.by_time.size(); ++i) {
            sum += row.by_time[i];
            auto const bound =
                ",le=\"" + (i < bounds_seconds.size() ? number(bounds_seconds[i]) : "+Inf") + "\"";
            line(out, "udb_http_request_seconds_bucket", labels + bound, std::to_string(sum));
        }
        line(out, "udb_http_request_seconds_sum", labels, number(row.seconds));
        line(out, "udb_http_request_seconds_count", labels, std::to_string(sum));
    }
    head(out, "udb_http_rejected_total", "counter", "Requests refused before any page saw them.");
    for (auto const& [status, count] : rejected_)
        line(out, "udb_http_rejected_total", "status=\"" + std::to_string(status) + "\"",
             std::to_string(count));
    head(out, "udb_http_failures_total", "counter", "Requests whose page threw.");
    line(out, "udb_http_failures_total", "", std::to_string(failed_));
    head(out, "udb_http_in_flight", "gauge", "Requests read and not yet answered.");
    line(out, "udb_http_in_flight", "", std::to_string(in_flight.load()));
    head(out, "udb_http_connections", "gauge", "Open connections.");
    line(out, "udb_http_connections", "", std::to_string(connections.load()));
    return out;
}

} // namespace udb::web
