// Text as it comes in, made fit for setting, and as PDF writes it down.
#pragma once

#include <string>
#include <string_view>

namespace udb::bangla::pdf {

/// UTF-8 to UTF-16. What is not UTF-8 becomes U+FFFD; line ends become `\n`, tabs spaces; control
/// characters, embeddings of direction and noncharacters go. ZWJ, ZWNJ and soft hyphens stay: they
/// are spelling.
std::u16string clean(std::string_view utf8);

/// The clean text as XML 1.0 may hold it, in elements and between double quotes.
std::string xml_text(std::string_view utf8);

/// Appends a PDF text string, `(…)`, as UTF-16BE with its mark.
void append_text_string(std::string& out, std::u16string_view text);

/// The bytes of that string without its brackets, as libqpdf takes them.
std::string text_bytes(std::u16string_view text);

/// Appends a number with at most three decimals, as short as it can be.
void append_number(std::string& out, double number);

/// Appends four hexadecimal digits.
void append_hex(std::string& out, unsigned value);

} // namespace udb::bangla::pdf
