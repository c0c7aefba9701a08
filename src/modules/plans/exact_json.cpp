#include "modules/plans/exact_json.hpp"

#include <algorithm>
#include <boost/json/basic_parser_impl.hpp>
#include <unordered_set>

namespace udb::plans {
namespace {

namespace json = boost::json;
using json::error_code;
using Kind = Json::Kind;

/// Builds the tree as the parser goes; the open lists and objects stand on a stack.
struct Builder {
    static constexpr std::size_t max_object_size = std::string_view::npos;
    static constexpr std::size_t max_array_size = std::string_view::npos;
    static constexpr std::size_t max_key_size = 1000;
    static constexpr std::size_t max_string_size = std::string_view::npos;

    Json root;
    std::vector<Json> open;
    std::vector<std::unordered_set<std::string>> met;
    std::string part;
    std::string twice;

    bool put(Json value) {
        if (open.empty())
            root = std::move(value);
        else
            open.back().items.push_back(std::move(value));
        return true;
    }
    bool begin(Kind kind) {
        open.push_back({.kind = kind});
        met.emplace_back();
        return true;
    }
    bool end() {
        auto done = std::move(open.back());
        open.pop_back();
        met.pop_back();
        return put(std::move(done));
    }
    bool gather(json::string_view more) {
        part.append(more.data(), more.size());
        return true;
    }
    bool leaf(Kind kind, json::string_view last) {
        gather(last);
        return put({.kind = kind, .text = std::exchange(part, {})});
    }

    bool on_document_begin(error_code&) { return true; }
    bool on_document_end(error_code&) { return true; }
    bool on_object_begin(error_code&) { return begin(Kind::object); }
    bool on_object_end(std::size_t, error_code&) { return end(); }
    bool on_array_begin(error_code&) { return begin(Kind::list); }
    bool on_array_end(std::size_t, error_code&) { return end(); }
    bool on_key_part(json::string_view more, std::size_t, error_code&) { return gather(more); }
    bool on_key(json::string_view more, std::size_t, error_code& failed) {
        gather(more);
        if (!met.back().insert(part).second) {
            twice = part;
            failed = json::error::extra_data;
            return false;
        }
        open.back().keys.push_back(std::exchange(part, {}));
        return true;
    }
    bool on_string_part(json::string_view more, std::size_t, error_code&) { return gather(more); }
    bool on_string(json::string_view last, std::size_t, error_code&) {
        return leaf(Kind::text, last);
    }
    bool on_number_part(json::string_view more, error_code&) { return gather(more); }
    bool on_int64(std::int64_t, json::string_view last, error_code&) {
        return leaf(Kind::number, last);
    }
    bool on_uint64(std::uint64_t, json::string_view last, error_code&) {
        return leaf(Kind::number, last);
    }
    bool on_double(double, json::string_view last, error_code&) { return leaf(Kind::number, last); }
    bool on_bool(bool value, error_code&) { return leaf(Kind::flag, value ? "true" : "false"); }
    bool on_null(error_code&) { return put({}); }
    bool on_comment_part(json::string_view, error_code&) { return true; }
    bool on_comment(json::string_view, error_code&) { return true; }
};

} // namespace

Json const* Json::given(std::string_view key) const {
    auto const at = std::ranges::find(keys, key);
    if (at == keys.end()) return nullptr;
    auto const& value = items[static_cast<std::size_t>(at - keys.begin())];
    return value.kind == Kind::null ? nullptr : &value;
}

Result<Json> parse_exact_json(std::string_view text) {
    constexpr std::size_t levels_max = 16;
    json::parse_options options;
    options.max_depth = levels_max;
    json::basic_parser<Builder> parser(options);
    error_code failed;
    auto const read = parser.write_some(false, text.data(), text.size(), failed);
    if (auto const& twice = parser.handler().twice; !twice.empty())
        return invalid("", {"plan_score.file_twice", {{"key", twice}}});
    if (!failed && text.find_first_not_of(" \t\r\n", read) != text.npos)
        failed = json::error::extra_data;
    if (failed)
        return invalid(
            "",
            {"plan_score.file_not_json",
             {{"line", std::int64_t{1}
                           + std::count(text.begin(),
                                        text.begin() + static_cast<std::ptrdiff_t>(read), '\n')},
              {"why", failed.message()}}});
    return std::move(parser.handler().root);
}

} // namespace udb::plans
