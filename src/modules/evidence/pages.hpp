// The pages of evidence, and what pages of other modules show of it.
#pragma once

#include "host/call.hpp"
#include "host/records.hpp"
#include "web/components/breadcrumb.hpp"
#include "web/html/html.hpp"

#include <span>

namespace udb::evidence {

/// The evidence linked to these records as a list (kind, title, date, what it proves), the newest
/// versions; with "add evidence for this" where the reader may enter some. Empty for a reader who
/// may read no evidence at all. One statement.
Html listed(Call const& call, std::span<Id<Record> const> records);
Html listed(Call const& call, Id<Record> record);

/// What is linked to a function in one office (its path) and one fiscal year, as it was kept by a
/// day; the same list.
struct FunctionEvidence {
    std::string mandate = {};
    int function = 0;
    std::string office_path = {};
    int year = 0; ///< by its 1 July
    Date known_by = {};
};
Html listed(Call const& call, FunctionEvidence const& asked);

/// The same list without the way to add.
Html linked(Call const& call, std::span<Id<Record> const> records);

/// The evidence of what holds many records, such as a plan with its indicators: as a list with the
/// ways to the gallery (`view=gallery`) and the printed register (`view=register`) at `here`. The
/// caller has asked whether the reader may see the records; of evidence what the reader may read is
/// shown.
struct Collection {
    std::vector<Id<Record>> records = {};
    BilingualText title = {};
    std::string office = {}; ///< in Bangla, for the paper
    Url here;
    std::vector<ui::Crumb> way = {};
};
Result<web::Response> show_collection(Call& call, Collection const& collection);

Result<web::Response> show_all(Call& call);
Result<web::Response> show_gallery(Call& call);
Result<web::Response> show_register_pdf(Call& call);
Result<web::Response> show_new(Call& call);
Result<web::Response> post_new(Call& call);
Result<web::Response> show_piece(Call& call);
Result<web::Response> show_correct(Call& call);
Result<web::Response> post_correct(Call& call);
Result<web::Response> show_replace(Call& call);
Result<web::Response> post_replace(Call& call);
Result<web::Response> post_link(Call& call);
Result<web::Response> post_unlink(Call& call);
Result<web::Response> show_file(Call& call);
Result<web::Response> show_view(Call& call);

// tus 1.0.0
Result<web::Response> ask_uploads(Call& call);
Result<web::Response> begin_upload(Call& call);
Result<web::Response> show_upload(Call& call);
Result<web::Response> continue_upload(Call& call);
Result<web::Response> end_upload(Call& call);

} // namespace udb::evidence
