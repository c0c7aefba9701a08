#include "modules/doptor/merging.hpp"

#include <boost/json.hpp>

namespace udb::doptor {
namespace {

namespace json = boost::json;

std::string value_in(FormValues const& values, std::string const& name) {
    auto const at = values.find(name);
    return at == values.end() ? "" : at->second;
}

} // namespace

std::string said_of(FormValues const& values) {
    json::object out;
    for (auto const& [name, value] : values)
        if (!value.empty()) out[name] = value;
    return json::serialize(out);
}

FormValues said_in(std::string_view text) {
    FormValues values;
    boost::system::error_code wrong;
    auto const parsed = json::parse({text.data(), text.size()}, wrong);
    if (!wrong && parsed.is_object())
        for (auto const& [name, value] : parsed.get_object())
            if (value.is_string())
                values.emplace(std::string(name), std::string(value.get_string()));
    return values;
}

FormValues merged(FormValues const& current, FormValues const& before, FormValues const& now) {
    auto out = current;
    for (auto const& [name, value] : now) {
        auto const had = value_in(before, name);
        auto const own = value_in(current, name);
        if (value.empty() || value == had || value == own) continue;
        if (before.empty() && !own.empty()) continue;
        out.erase(name);
        out.emplace(name, value);
    }
    return out;
}

FormValues also_said(FormValues now, FormValues const& before) {
    for (auto const& [name, value] : before)
        if (value_in(now, name).empty()) {
            now.erase(name);
            now.emplace(name, value);
        }
    return now;
}

std::vector<Message> messages_of(Error const& error) {
    std::vector<Message> messages;
    for (auto const& wrong : error.fields)
        messages.push_back(wrong.message);
    if (messages.empty()) messages.push_back(error.message);
    return messages;
}

} // namespace udb::doptor
