// Small questions about pieces of text that the parts of the order reader share.
#pragma once

#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace udb::mandates {

/// Without blanks at both ends, and without the UTF-8 characters of `also` there.
std::string_view trimmed(std::string_view text, std::string_view also = {});

/// One space for every run of blanks, none at the ends.
std::string squeezed(std::string_view text);

bool contains(std::string_view text, std::string_view word);
bool contains_any(std::string_view text, std::span<std::string_view const> words);
bool contains_any(std::string_view text, std::initializer_list<std::string_view> words);
bool ends_with_any(std::string_view text, std::span<std::string_view const> words);

/// ASCII letters made small; all else kept.
std::string lowered(std::string_view text);

/// The pieces between `separator`s that stand outside brackets, squeezed; empty ones left out.
std::vector<std::string> split_outside_brackets(std::string_view text, std::string_view separator);

std::string joined(std::span<std::string const> pieces, std::string_view between);

/// The number of code points, enough to tell a short line from a long one.
std::size_t letters(std::string_view text);

/// A letter or sign of Bangla, or an ASCII letter or digit, stands at the start / end of `text`.
bool word_begins(std::string_view text);
bool word_ends(std::string_view text);

/// Whole sentences of `text`, parted after `।`, `?` and (before a blank) `.`; with their ends.
std::vector<std::string_view> sentences(std::string_view text);

} // namespace udb::mandates
