#include "host/media_type.hpp"

#include "base/ensure.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <magic.h>
#include <memory>
#include <mutex>
#include <string>

namespace udb {
namespace {

constexpr std::string_view docx =
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
constexpr std::string_view xlsx =
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

constexpr MediaType known[] = {
    {"application/pdf", ".pdf", {"পিডিএফ (PDF)", "PDF"}},
    {"image/png", ".png", {"ছবি (PNG)", "a PNG image"}},
    {"image/jpeg", ".jpg", {"ছবি (JPEG)", "a JPEG image"}},
    {docx, ".docx", {"ওয়ার্ড ফাইল (DOCX)", "a Word document (DOCX)"}},
    {xlsx, ".xlsx", {"এক্সেল ফাইল (XLSX)", "an Excel workbook (XLSX)"}},
    {"text/csv", ".csv", {"সারণি (CSV)", "a CSV table"}},
    {"text/plain", ".txt", {"সাধারণ লেখা (TXT)", "plain text"}},
};

MediaType const* named(std::string_view name) {
    auto const* const found = std::ranges::find(known, name, &MediaType::name);
    return found == std::end(known) ? nullptr : found;
}

std::string lower(std::string_view text) {
    std::string out(text);
    std::ranges::transform(out, out.begin(), [](char c) {
        return static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    });
    return out;
}

/// The kind that a file's ending speaks of.
MediaType const* ended(std::string_view name) {
    auto const all = lower(name);
    if (all.ends_with(".jpeg")) return named("image/jpeg");
    auto const* const found =
        std::ranges::find_if(known, [&](MediaType const& t) { return all.ends_with(t.ending); });
    return found == std::end(known) ? nullptr : found;
}

/// libmagic's word for the bytes. Their beginning tells; ten megabytes of blank lines would keep it
/// busy for a second.
std::string sniffed(std::string_view bytes) {
    bytes = bytes.substr(0, std::size_t{256} * 1024);
    struct Close {
        void operator()(magic_set* cookie) const { magic_close(cookie); }
    };
    // One cookie is for one thread at a time; looking takes well under a millisecond.
    static std::mutex mutex;
    static std::unique_ptr<magic_set, Close> const cookie = [] {
        std::unique_ptr<magic_set, Close> opened(magic_open(MAGIC_MIME_TYPE));
        ENSURE(opened != nullptr && magic_load(opened.get(), nullptr) == 0,
               "libmagic's list of kinds is not installed (libmagic1)");
        return opened;
    }();
    std::lock_guard const lock(mutex);
    auto const* const type = magic_buffer(cookie.get(), bytes.data(), bytes.size());
    return type == nullptr ? "" : type;
}

bool is_text(std::string_view bytes) {
    return std::ranges::none_of(bytes, [](char c) {
        auto const byte = static_cast<unsigned char>(c);
        return byte < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f';
    });
}

/// An office document is a ZIP whose parts tell which; their names stand in it as they are.
MediaType const* office_document(std::string_view zip) {
    auto const has = [&](std::string_view part) {
        return zip.find(part) != std::string_view::npos;
    };
    if (!has("[Content_Types].xml") || has("vbaProject.bin")) return nullptr;
    if (has("word/document.xml")) return named(docx);
    if (has("xl/workbook.xml")) return named(xlsx);
    return nullptr;
}

} // namespace

std::span<MediaType const> media_types() { return known; }

MediaType const* media_type_of(std::string_view bytes, std::string_view name,
                               std::string_view claimed) {
    if (bytes.starts_with("PK\x03\x04")) return office_document(bytes);
    auto const is = sniffed(bytes);
    if (is.starts_with("text/") || is == "application/csv" || is == "application/json") {
        // A page of HTML is text that a browser would run; CSV, JSON and notes are kept as text.
        if (is == "text/html" || is == "text/xml" || !is_text(bytes)) return nullptr;
        bool const csv = claimed == "text/csv" || ended(name) == named("text/csv");
        return named(csv ? "text/csv" : "text/plain");
    }
    return named(is);
}

bool agrees(MediaType const& type, std::string_view name, std::string_view claimed) {
    auto const text = [](MediaType const* t) {
        return t != nullptr && t->name.starts_with("text/");
    };
    for (auto const* said : {ended(name), named(claimed)})
        if (said != nullptr && said != &type && !(text(said) && text(&type))) return false;
    return true;
}

} // namespace udb
