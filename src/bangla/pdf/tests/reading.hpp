// Reads a PDF back as a reader of the paper would: with poppler and qpdf, in tests alone.
#pragma once

#include "bangla/pdf/fonts/fonts.hpp"
#include "base/ensure.hpp"

#include <array>
#include <cstdio>
#include <cstdlib>
#include <doctest/doctest.h>
#include <filesystem>
#include <string>
#include <string_view>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unistd.h>
#include <vector>

namespace udb::bangla::reading {

inline Typesetter const& typesetter() {
    static Typesetter const one(serif_fonts());
    return one;
}

/// A file for as long as it is needed.
class TemporaryFile {
public:
    explicit TemporaryFile(std::string_view bytes) {
        auto const handle = mkstemp(name_.data());
        REQUIRE(handle >= 0);
        auto* const file = fdopen(handle, "wb");
        REQUIRE(std::fwrite(bytes.data(), 1, bytes.size(), file) == bytes.size());
        std::fclose(file);
    }
    ~TemporaryFile() { unlink(name_.c_str()); }
    TemporaryFile(TemporaryFile const&) = delete;
    TemporaryFile& operator=(TemporaryFile const&) = delete;
    std::string const& name() const { return name_; }

private:
    std::string name_ = std::filesystem::temp_directory_path() / "udbXXXXXX";
};

struct Ran {
    std::string output; ///< with what went to stderr
    int code;
};

/// Runs `program options FILE rest` on the PDF.
inline Ran run(std::string const& program, std::string const& pdf, std::string const& rest = {}) {
    TemporaryFile const file(pdf);
    auto* const pipe = popen((program + " " + file.name() + " " + rest + " 2>&1").c_str(), "r");
    REQUIRE(pipe != nullptr);
    Ran ran;
    std::array<char, 65536> part;
    while (auto const count = std::fread(part.data(), 1, part.size(), pipe))
        ran.output.append(part.data(), count);
    ran.code = pclose(pipe);
    return ran;
}

/// NFC, white space folded to single spaces, none at the ends.
inline std::string folded(std::string_view utf8) {
    UErrorCode status = U_ZERO_ERROR;
    auto const* const nfc = icu::Normalizer2::getNFCInstance(status);
    auto const text = nfc->normalize(
        icu::UnicodeString::fromUTF8({utf8.data(), static_cast<int>(utf8.size())}), status);
    REQUIRE(U_SUCCESS(status));
    icu::UnicodeString out;
    auto blank = false;
    for (int i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
        auto const c = text.char32At(i);
        if (u_isUWhiteSpace(c)) {
            blank = true;
            continue;
        }
        if (blank && !out.isEmpty()) out.append(UChar{' '});
        blank = false;
        out.append(c);
    }
    std::string folded;
    out.toUTF8String(folded);
    return folded;
}

/// What pdftotext reads; `options` as `-raw`.
inline std::string text_of(std::string const& pdf, std::string const& options = {}) {
    auto const ran = run("pdftotext -enc UTF-8 " + options, pdf, "-");
    REQUIRE(ran.code == 0);
    CHECK(ran.output.find("Syntax") == std::string::npos);
    return folded(ran.output);
}

/// Checks that every text stands whole in what is read, in both of pdftotext's ways of reading.
inline void check_reads_back(Paper const& paper, std::vector<std::string> const& texts) {
    auto const pdf = typesetter().typeset(paper);
    for (auto const* options : {"", "-raw"}) {
        auto const read = text_of(pdf, options);
        std::size_t from = 0;
        for (auto const& text : texts) {
            auto const wanted = folded(text);
            CAPTURE(options);
            CAPTURE(wanted);
            // From the start again: with columns, the order is the reader's own.
            auto at = read.find(wanted, from);
            if (at == std::string::npos) at = read.find(wanted);
            CHECK(at != std::string::npos);
            if (at != std::string::npos) from = at;
        }
    }
}

} // namespace udb::bangla::reading
