// The list of the targets.
#include "fuzz.hpp"

namespace udb::fuzz {

std::span<Target const> targets() {
    static constexpr Target all[] = {
        {"csv", csv},     {"date", date},   {"doptor", doptor},
        {"form", form},   {"http", http},   {"json", json},
        {"memo", memo},   {"order", order}, {"order_json", order_json},
        {"sheet", sheet}, {"text", text},   {"url", url},
        {"xlsx", xlsx},
    };
    return all;
}

} // namespace udb::fuzz
