// The answers of the API that registers/api/api.cpp and registers/api/write.cpp share.
#pragma once

#include "host/call.hpp"
#include "host/records.hpp"
#include "registers/records/listing.hpp"

#include <optional>
#include <string>
#include <vector>

namespace udb {

/// A record as an answer has it.
struct ApiRecord {
    std::string json;
    Id<Record> id;
    std::int64_t version;
};

/// A page of a list, with the names of what it refers to.
struct ApiList {
    ListPage page;
    std::vector<Named> named;
};
/// Nothing where the cursor is no record that the reader may see. Ten statements at most.
std::optional<ApiList> list_for_api(Db& db, Call const& call, ListQuery const& query);

/// The record `id`, or the one that the address names; forbidden where the actor may not read it.
Result<ApiRecord> read_for_api(Db& db, Call const& call, Id<Record> id = {});

/// With its ETag: `"<version>-<digest>"`.
web::Response record_response(ApiRecord const& record, int status = 200);

Result<web::Response> answer_enter(Call& call);
/// PUT: what is not given becomes empty.
Result<web::Response> answer_replace(Call& call);
/// PATCH: what is not given stays (RFC 7396).
Result<web::Response> answer_correct(Call& call);

} // namespace udb
