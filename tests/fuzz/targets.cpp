// The list of the targets.
#include "fuzz.hpp"

namespace udb::fuzz {

std::span<Target const> targets() {
    static constexpr Target all[] = {
        {"composition", composition},
        {"csv", csv},
        {"date", date},
        {"doptor", doptor},
        {"form", form},
        {"head", head},
        {"http", http},
        {"json", json},
        {"list", list},
        {"media", media},
        {"memo", memo},
        {"oidc", oidc},
        {"order", order},
        {"order_json", order_json},
        {"plan", plan},
        {"plan_score", plan_score},
        {"settings", settings},
        {"sheet", sheet},
        {"text", text},
        {"upload", upload},
        {"url", url},
        {"xlsx", xlsx},
    };
    return all;
}

} // namespace udb::fuzz
