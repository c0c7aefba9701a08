#include "registers/tables/xlsx_parts.hpp"

#include <exception>
#include <expat.h>
#include <zip.h>

namespace udb {
namespace {

constexpr std::size_t piece_bytes = std::size_t{64} * 1024;

std::string_view local(std::string_view name) { return name.substr(name.rfind(':') + 1); }

/// Expat is C: what a listener throws waits until Expat has returned.
struct Parsing {
    XmlListener& listener;
    XML_Parser parser;
    std::exception_ptr thrown = nullptr;

    template <class F>
    void guarded(F&& tell) {
        if (thrown) return;
        try {
            tell();
        } catch (...) {
            thrown = std::current_exception();
            XML_StopParser(parser, XML_FALSE);
        }
    }
};
Parsing& of(void* given) { return *static_cast<Parsing*>(given); }

void XMLCALL begins(void* given, char const* name, char const** attributes) {
    of(given).guarded([&] { of(given).listener.begin(local(name), XmlAttributes(attributes)); });
}
void XMLCALL ends(void* given, char const* name) {
    of(given).guarded([&] { of(given).listener.end(local(name)); });
}
void XMLCALL says(void* given, char const* text, int size) {
    of(given).guarded([&] { of(given).listener.text({text, static_cast<std::size_t>(size)}); });
}
/// No spreadsheet declares a type of document; entities could be made to grow without end.
void XMLCALL declares(void* given, char const*, char const*, char const*, int) {
    of(given).guarded([] { throw XlsxDamaged{}; });
}

template <class T, auto close>
struct Closes {
    void operator()(T* open) const { close(open); }
};
using OpenFile = std::unique_ptr<zip_file_t, Closes<zip_file_t, zip_fclose>>;
using OpenParser = std::unique_ptr<XML_ParserStruct, Closes<XML_ParserStruct, XML_ParserFree>>;

} // namespace

std::string_view XmlAttributes::get(std::string_view name) const {
    for (auto const* const* at = pairs_; *at; at += 2)
        if (local(at[0]) == name) return at[1];
    return {};
}

XlsxParts::XlsxParts(std::string_view bytes, std::size_t unfolded_max) : left_(unfolded_max) {
    zip_error_t error;
    zip_error_init(&error);
    auto* const source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    if (source) archive_ = zip_open_from_source(source, ZIP_RDONLY, &error);
    if (source && !archive_) zip_source_free(source);
    zip_error_fini(&error);
    if (!archive_) throw XlsxDamaged{};
}

XlsxParts::~XlsxParts() { zip_discard(archive_); }

bool XlsxParts::has(std::string const& name) const {
    return zip_name_locate(archive_, name.c_str(), 0) >= 0;
}

void XlsxParts::parse(std::string const& name, XmlListener& listener) {
    zip_stat_t known;
    zip_stat_init(&known);
    if (zip_stat(archive_, name.c_str(), 0, &known) != 0) throw XlsxDamaged{};
    if ((known.valid & ZIP_STAT_ENCRYPTION_METHOD) && known.encryption_method != ZIP_EM_NONE)
        throw XlsxDamaged{.locked = true};
    OpenFile const file(zip_fopen_index(archive_, known.index, 0));
    OpenParser const parser(XML_ParserCreate(nullptr));
    if (!file || !parser) throw XlsxDamaged{};
    Parsing parsing{.listener = listener, .parser = parser.get()};
    XML_SetUserData(parser.get(), &parsing);
    XML_SetElementHandler(parser.get(), begins, ends);
    XML_SetCharacterDataHandler(parser.get(), says);
    XML_SetStartDoctypeDeclHandler(parser.get(), declares);
    for (bool more = true; more;) {
        auto* const to = XML_GetBuffer(parser.get(), static_cast<int>(piece_bytes));
        if (!to) throw std::bad_alloc();
        auto const count = zip_fread(file.get(), to, piece_bytes);
        if (count < 0) throw XlsxDamaged{};
        // What it truly unfolds to, whatever the directory says.
        if (static_cast<std::size_t>(count) > left_) throw XlsxUnfolds{};
        left_ -= static_cast<std::size_t>(count);
        more = count > 0;
        auto const status = XML_ParseBuffer(parser.get(), static_cast<int>(count), !more);
        if (parsing.thrown) std::rethrow_exception(parsing.thrown);
        if (status != XML_STATUS_OK) throw XlsxDamaged{};
    }
}

} // namespace udb
