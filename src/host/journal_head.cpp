#include "host/journal_head.hpp"

#include "platform/random.hpp"

#include <algorithm>
#include <boost/json.hpp>
#include <cstring>

namespace udb::journal {
namespace {

namespace json = boost::json;

constexpr std::string_view format = "udbhabon journal head 1";

bool is_hex(std::string_view text, std::size_t digits) {
    return text.size() == digits && std::ranges::all_of(text, [](char c) {
               return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
           });
}

Sha256 hash_of(std::string_view hex) {
    auto const digit = [](char c) { return c <= '9' ? c - '0' : c - 'a' + 10; };
    Sha256 hash{};
    for (std::size_t i = 0; i < hash.size(); ++i)
        hash[i] = static_cast<std::byte>(digit(hex[2 * i]) * 16 + digit(hex[2 * i + 1]));
    return hash;
}

std::int64_t milliseconds(Instant at) { return at.time_since_epoch().count(); }

Instant instant(std::int64_t count) { return Instant(std::chrono::milliseconds(count)); }

HeadFile read(json::object const& from) {
    HeadFile file{.installation = std::string(from.at("installation").as_string()),
                  .at = instant(from.at("at").as_int64())};
    for (auto const& one : from.at("strands").as_array()) {
        auto const& strand = one.as_object();
        std::string const hash(strand.at("hash").as_string());
        if (!is_hex(hash, 64)) throw std::invalid_argument("hash");
        file.heads.push_back({strand.at("strand").as_int64(), strand.at("number").as_int64(),
                              hash_of(hash), instant(strand.at("at").as_int64())});
    }
    if (auto const* signature = from.if_contains("signature"))
        file.signature = std::string(signature->as_string());
    if (std::string_view(from.at("format").as_string()) != format || !is_hex(file.installation, 32))
        throw std::invalid_argument("format");
    return file;
}

} // namespace

std::string installation_of(Database& database) {
    return database.write([](Db& db) {
        auto const made = random_bytes(16);
        db.run("insert into installation (name, value) values ('journal', ?) on conflict do "
               "nothing",
               made);
        return hex_of(
            db.one("select value from installation where name = 'journal'")->get<Blob>(0));
    });
}

std::string signed_text(HeadFile const& file) {
    auto text = std::string(format) + '\n' + file.installation + '\n'
                + std::to_string(milliseconds(file.at)) + '\n';
    for (auto const& head : file.heads)
        text += std::to_string(head.strand) + ' ' + std::to_string(head.number) + ' '
                + hex_of(head.hash) + ' ' + std::to_string(milliseconds(head.at)) + '\n';
    return text;
}

std::string to_json(HeadFile const& file) {
    json::array strands;
    for (auto const& head : file.heads)
        strands.push_back({{"strand", head.strand},
                           {"number", head.number},
                           {"hash", hex_of(head.hash)},
                           {"at", milliseconds(head.at)}});
    json::object object{{"format", format},
                        {"installation", file.installation},
                        {"at", milliseconds(file.at)},
                        {"strands", std::move(strands)}};
    if (!file.signature.empty()) object["signature"] = file.signature;
    return json::serialize(object) + '\n';
}

Result<HeadFile> parse_head_file(std::string_view text) {
    try {
        return read(json::parse({text.data(), text.size()}).as_object());
    } catch (std::exception const&) {
        return refused({"host.journal_head_bad"});
    }
}

} // namespace udb::journal
