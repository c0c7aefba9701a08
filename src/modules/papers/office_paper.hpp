// A paper of an office as it is drafted and kept: its texts, block by block; and the official paper
// that they make.
#pragma once

#include "bangla/pdf/paper.hpp"
#include "kernel/words.hpp"
#include "modules/papers/paper_terms.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace udb::papers {

/// The longest order that we know has three paragraphs and a list; a form of this many blocks stays
/// far below the server's limit of fields.
inline constexpr std::size_t blocks_max = 60;
inline constexpr std::size_t block_bytes_max = std::size_t{200} * 1024; ///< of one block
inline constexpr std::size_t copies_max = 400;                          ///< lines of the copy block
inline constexpr std::size_t line_chars_max = 300;                      ///< about, website, signer
inline constexpr std::size_t lines_chars_max = 1000;       ///< head, contacts, a line of copies
inline constexpr std::size_t addresses_chars_max = 20'000; ///< recipients, references, enclosures
inline constexpr std::int64_t copies_of_line_max = 100'000;

struct PaperBlock {
    BlockKind kind = BlockKind::paragraph;
    std::string number = {}; ///< of a paragraph: `২।`, or empty
    std::string text = {};   ///< of a list a line an item; of a table a line a row, cells by `|`

    bool operator==(PaperBlock const&) const = default;
};

/// One line of the copy block.
struct CopyLine {
    std::string text = {};
    /// How many copies go out by this line. Empty: not known yet, as of a group ("(সকল)") that
    /// nobody has counted.
    std::optional<std::int64_t> copies = 1;

    bool operator==(CopyLine const&) const = default;
};

struct Signer {
    std::string name = {};
    std::string post = {};
    std::string contacts = {}; ///< phone, e-mail, each a line

    bool operator==(Signer const&) const = default;
};

struct OfficePaper {
    PaperKind kind = PaperKind::office_order;
    Style style = Style::cholit;
    std::string about = {};   ///< what it is about, in a line: for lists, and the PDF's title
    std::string head = {};    ///< government, ministry, office, section, each a line
    std::string website = {}; ///< may be empty
    /// Each a line; printed where there are any. A recipient is an address: post, office, place.
    std::string references = {}, enclosures = {}, recipients = {};
    std::vector<PaperBlock> blocks = {};
    std::vector<CopyLine> copies = {};
    Signer signer = {};

    bool operator==(OfficePaper const&) const = default;
};

/// What a paper is given when it is issued.
struct IssueFacts {
    std::string memo = {}; ///< as written
    Date date = {};
    std::optional<bangla::QrMark> mark = {}; ///< by which anyone may verify it
};

/// Whether a team is formed by a paper of this kind: an order or a notification (C23 §5).
bool forms_teams(PaperKind kind);

/// Whether a paper of this kind has a subject and is addressed to somebody.
bool is_addressed(PaperKind kind);

/// What an officer has still to write stands in a draft as this.
inline constexpr std::string_view gap = "……";

/// How many copies go out; nothing while a line's number is not known.
std::optional<std::int64_t> copies_in_all(std::vector<CopyLine> const& copies);

/// Lines "… (সকল) = ৬৪" and back. A line without `= n` is one copy, one with "(সকল)" not known.
std::vector<CopyLine> copies_of_text(std::string_view text);
std::string text_of_copies(std::vector<CopyLine> const& copies);

/// The lines of a text without the empty ones, white space at their ends taken away.
std::vector<std::string> lines_of(std::string_view text);
/// The cells of a table's row.
std::vector<std::string> cells_of(std::string_view row);

/// The official paper. Without `issued` the places of number and date say that they come with the
/// issue. `bangla_words` are the labels; the first row of a table is its head. Addressed papers
/// have `বিষয়` and `সূত্র`, their recipients stand below the signature; minutes bear what they are
/// about as title.
bangla::Paper official(OfficePaper const& paper, std::optional<IssueFacts> const& issued,
                       Words const& bangla_words);

} // namespace udb::papers
