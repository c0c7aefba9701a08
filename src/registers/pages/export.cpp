// A list as a file to download.
#include "registers/exchange/export.hpp"

#include "bangla/text/digits.hpp"
#include "registers/pages/pages.hpp"

#include <system_error>

namespace udb {
namespace {

/// `গ্রন্থাগার ২০২৬-০১-২৬.xlsx`
std::string file_name(Call const& call, TableFormat format) {
    auto day = iso(call.today);
    if (call.words.language() == Language::bn) day = bangla::bangla_digits(day);
    return std::string(call.words(call.kept->reg->title)) + ' ' + day + '.'
           + std::string(name_of(format));
}

} // namespace

Result<web::Response> show_export(Call& call) {
    auto const& reg = *call.kept->reg;
    auto const format = table_format_named(call.request.query.get_or("format", "csv"));
    if (!format) return not_found();
    auto const query = list_query(call);
    try {
        // Written whole before the first byte goes out: a slow reader holds no connection.
        auto body = std::make_shared<web::BodyFile>();
        auto const writer = table_writer(*format, *body, call.words(reg.title));
        call.look([&](Db& db) {
            return write_table(
                db, {.reg = reg, .words = call.words, .query = query, .sight = sight_of(call)},
                *writer);
        });
        auto response =
            web::Response::file(std::move(body), media_type_of(*format), file_name(call, *format));
        response.actor = to_string(call.actor.account);
        return response;
    } catch (std::system_error const&) {
        return refused({"host.export_no_room"});
    }
}

} // namespace udb
