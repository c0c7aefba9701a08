// Reading by the API: the list of a register, from page to page, and one record.
#include "registers/api/api.hpp"

#include "host/api.hpp"
#include "host/problem.hpp"
#include "registers/api/answers.hpp"
#include "registers/api/json.hpp"
#include "registers/records/listing.hpp"
#include "registers/records/record.hpp"

#include <algorithm>
#include <boost/json.hpp>
#include <charconv>

namespace udb {
namespace {

namespace json = boost::json;

constexpr int limit_usual = 50;

/// What an address asks a list for, and what is wrong in it.
struct Asked {
    ListQuery query = {};
    std::vector<ProblemAt> wrong = {};
};

/// Reads the parameters of a list, each strictly: a name that means nothing is a slip.
class Parameters {
public:
    explicit Parameters(Call const& call) : call_(call), reg_(*call.kept->reg) {
        asked_.query.size = limit_usual;
        asked_.query.sort = reg_.sort;
    }

    Asked read() && {
        std::vector<std::string_view> met;
        for (auto const& [name, value] : call_.request.query.items()) {
            if (std::ranges::count(met, name) > 0)
                refuse(name, {"api.parameter_twice"});
            else
                take(name, value);
            met.push_back(name);
        }
        if (asked_.query.after && asked_.query.before) refuse("before", {"api.parameter_both"});
        return std::move(asked_);
    }

private:
    void refuse(std::string_view name, Message const& message) {
        asked_.wrong.push_back({.parameter = std::string(name), .detail = call_.words(message)});
    }

    Id<Record> id(std::string_view name, std::string_view value) {
        auto const read = parse_id<Record>(value);
        if (!read) refuse(name, {"api.parameter_id"});
        return read.value_or(Id<Record>{});
    }

    void take(std::string const& name, std::string const& value) {
        auto& query = asked_.query;
        if (name == "q")
            query.search = value;
        else if (name == "office")
            query.office = as<Office>(id(name, value));
        else if (name == "after")
            query.after = id(name, value);
        else if (name == "before")
            query.before = id(name, value);
        else if (name == "limit")
            take_limit(value);
        else if (name == "sort")
            take_sort(value);
        else
            take_filter(name, value);
    }

    void take_limit(std::string_view value) {
        int size = 0;
        auto const [end, failed] = std::from_chars(value.data(), value.data() + value.size(), size);
        if (failed != std::errc{} || end != value.data() + value.size() || size < 1
            || size > ListQuery::size_max)
            return refuse("limit",
                          {"api.parameter_limit", {{"most", std::int64_t{ListQuery::size_max}}}});
        asked_.query.size = size;
    }

    void take_sort(std::string const& value) {
        std::string allowed;
        for (auto const sort : sorts_of(reg_)) {
            if (value == sort || value == "-" + std::string(sort)) {
                asked_.query.sort = value;
                return;
            }
            allowed +=
                (allowed.empty() ? "" : ", ") + std::string(sort) + ", -" + std::string(sort);
        }
        refuse("sort", {"api.parameter_choice", {{"allowed", allowed}}});
    }

    void take_filter(std::string const& name, std::string const& value) {
        auto const* f = reg_.field(name);
        if (!f || !f->shows(in_filter))
            return refuse(name, {"api.no_parameter", {{"allowed", parameters()}}});
        bool const flag = f->control == Control::flag;
        auto const allowed = flag ? std::string("true, false") : allowed_for(*f);
        if ((", " + allowed + ", ").find(", " + value + ", ") == std::string::npos)
            return refuse(name, {"api.parameter_choice", {{"allowed", allowed}}});
        asked_.query.filters[name] = !flag ? value : value == "true" ? "1" : "0";
    }

    std::string parameters() const {
        std::string all = "q, office, limit, sort, after, before";
        for (auto const& f : reg_.fields)
            if (f.shows(in_filter)) all += ", " + std::string(f.name);
        return all;
    }

    Call const& call_;
    RegisterView const& reg_;
    Asked asked_ = {};
};

/// Whether the list may begin behind that record: it is one that the reader may see.
bool may_begin_at(Db& db, Call const& call, Id<Record> id) {
    if (!id) return true;
    auto const& reg = *call.kept->reg;
    auto const header = find_record(db, reg.kind, id);
    return header && allow_reading(call, *header);
}

std::string link_to(Url const& address, std::string_view relation) {
    return "<" + std::string(address.view()) + ">; rel=\"" + std::string(relation) + '"';
}

/// The addresses of the pages beside this one (RFC 8288).
std::string links_of(Call const& call, ListPage const& page) {
    auto first = *Url::parse(call.request.path);
    for (auto const& [name, value] : call.request.query.items())
        if (name != "after" && name != "before") first = first.with(name, value);
    auto links = link_to(first, "first");
    if (page.previous)
        links += ", " + link_to(first.with("before", to_string(page.previous)), "prev");
    if (page.next) links += ", " + link_to(first.with("after", to_string(page.next)), "next");
    return links;
}

json::value cursor(Id<Record> id) {
    if (!id) return nullptr;
    return id.value;
}

Result<web::Response> answer_list(Call& call) {
    auto const& reg = *call.kept->reg;
    auto asked = Parameters(call).read();
    auto const& query = asked.query;
    auto const found = asked.wrong.empty()
                           ? call.look([&](Db& db) { return list_for_api(db, call, query); })
                           : std::nullopt;
    if (!found && asked.wrong.empty())
        asked.wrong.push_back({.parameter = query.after ? "after" : "before",
                               .detail = call.words("api.parameter_cursor")});
    if (!found)
        return problem_response(call.words,
                                {.kind = "parameter", .errors = std::move(asked.wrong)});
    json::array items;
    items.reserve(found->page.lines.size());
    for (auto const& line : found->page.lines)
        items.push_back(record_json(reg, line.header, line.values, found->named));
    auto response = web::Response::json(
        json::serialize(json::object{{"items", std::move(items)},
                                     {"next", cursor(found->page.next)},
                                     {"previous", cursor(found->page.previous)},
                                     {"total", found->page.total},
                                     {"total_is_exact", !found->page.more_than}}));
    return response.set_version(content_version(response.content()))
        .set("Link", links_of(call, found->page))
        .set("Vary", "Authorization");
}

Result<web::Response> answer_one(Call& call) {
    auto const record = call.look([&](Db& db) { return read_for_api(db, call); });
    if (!record) return record.error();
    return record_response(*record);
}

constexpr std::size_t body_bytes_max = std::size_t{256} * 1024;

} // namespace

std::span<PageRoute const> register_api() {
    static constexpr PageRoute routes[] = {
        get("", answer_list, Act::read),
        post("", answer_enter, Act::write, body_bytes_max),
        get("/{id}", answer_one, Act::read),
        {web::Method::put, "/{id}", answer_replace, Act::write, body_bytes_max},
        {web::Method::patch, "/{id}", answer_correct, Act::write, body_bytes_max},
    };
    return routes;
}

std::optional<ApiList> list_for_api(Db& db, Call const& call, ListQuery const& query) {
    auto const& reg = *call.kept->reg;
    if (!may_begin_at(db, call, query.after) || !may_begin_at(db, call, query.before)) return {};
    ApiList found{list(db, reg, query, sight_of(call)), {}};
    std::vector<Id<Record>> ids;
    for (auto const& line : found.page.lines)
        std::ranges::copy(referred_by(reg, line.values), std::back_inserter(ids));
    found.named = names_of(db, std::move(ids));
    return found;
}

Result<ApiRecord> read_for_api(Db& db, Call const& call, Id<Record> id) {
    auto const& reg = *call.kept->reg;
    auto const loaded =
        TRY(id ? load_record(db, call, id, Act::read) : load_record(db, call, Act::read));
    std::vector<std::string> values;
    for (auto const& f : reg.fields)
        values.push_back(f.write(loaded.row.get()));
    auto const named = names_of(db, referred_by(reg, values));
    return ApiRecord{.json = json::serialize(record_json(reg, loaded.header, values, named)),
                     .id = loaded.header.id,
                     .version = loaded.header.version};
}

web::Response record_response(ApiRecord const& record, int status) {
    auto response = web::Response::json(record.json, status);
    // A label may change while the version stays; what is before the dash is what If-Match means.
    return response.set_version(std::to_string(record.version) + '-' + content_version(record.json))
        .set("Vary", "Authorization");
}

} // namespace udb
