#include "platform/config.hpp"
namespace udb {
std::optional<std::string> environment_value(std::string const& name) {
    if (auto const* value = std::getenv(name.c_str())) return value;
    return {};
}
} // namespace udb
