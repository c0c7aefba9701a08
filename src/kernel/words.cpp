#include "kernel/words.hpp"

#include "bangla/calendar/gregorian.hpp"
#include "bangla/text/digits.hpp"
#include "base/ensure.hpp"

#include <sstream>
#include <toml++/toml.h>

namespace udb {
namespace {

using Keys = std::map<std::string, std::string>;

void flatten(toml::table const& table, std::string const& prefix, Keys& into) {
    for (auto const& [key, node] : table) {
        auto const name =
            prefix.empty() ? std::string(key.str()) : prefix + "." + std::string(key.str());
        if (auto const* inner = node.as_table())
            flatten(*inner, name, into);
        else if (auto const* text = node.as_string())
            into[name] = text->get();
    }
}

Keys read(EmbeddedFile const& file) {
    Keys keys;
    try {
        flatten(toml::parse(file.bytes, file.name), "", keys);
    } catch (toml::parse_error const& bad) {
        std::ostringstream why;
        why << file.name << ": " << bad;
        throw Bug(why.str());
    }
    return keys;
}

std::string written(Arg const& arg, Language language) {
    if (auto const* number = std::get_if<std::int64_t>(&arg))
        return language == Language::bn ? bangla::bangla_number(*number) : std::to_string(*number);
    if (auto const* text = std::get_if<std::string>(&arg)) return *text;
    if (auto const* both = std::get_if<BilingualText>(&arg)) return both->in(language);
    return bangla::long_date(std::get<Date>(arg), language);
}

} // namespace

void Catalogue::add(std::span<EmbeddedFile const> files) {
    Keys bn, en;
    for (auto const& file : files) {
        if (file.name == "words.bn.toml") bn = read(file);
        if (file.name == "words.en.toml") en = read(file);
    }
    for (auto const& [key, text] : bn) {
        ENSURE(en.contains(key), "words.en.toml lacks " + key);
        sentences_[key] = {text, en.at(key)};
    }
    for (auto const& [key, text] : en)
        ENSURE(bn.contains(key), "words.bn.toml lacks " + key);
}

std::string Catalogue::say(Message const& message, Language language) const {
    auto const found = sentences_.find(message.key);
    ENSURE(found != sentences_.end(), "no words for " + message.key);
    std::string_view const pattern = found->second.in(language);

    std::string out;
    for (std::size_t at = 0; at < pattern.size();) {
        auto const open = pattern.find('{', at);
        auto const close = open == pattern.npos ? open : pattern.find('}', open);
        if (close == pattern.npos) {
            out += pattern.substr(at);
            break;
        }
        out += pattern.substr(at, open - at);
        auto const name = pattern.substr(open + 1, close - open - 1);
        for (auto const& [key, arg] : message.args)
            if (key == name) out += written(arg, language);
        at = close + 1;
    }
    return out;
}

BilingualText Catalogue::say(Message const& message) const {
    return {say(message, Language::bn), say(message, Language::en)};
}

std::string Words::number(std::int64_t value) const { return written(Arg{value}, language_); }
std::string Words::date(Date value) const { return written(Arg{value}, language_); }

} // namespace udb
