// A piece of evidence as it is entered: what kind it is, when it happened, in which period it
// counts.
#pragma once

#include "bangla/calendar/fiscal_year.hpp"
#include "kernel/register.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace udb {

struct Record;

namespace evidence {

enum class Kind {
    file,
    link,       ///< a page of the web
    photograph, ///< a picture, shown in the gallery
    record,     ///< points at a record of this system
    statement,  ///< what the responsible officer attests
};

/// The stage of the header.
enum class Stage {
    open,
    locked,   ///< its period was submitted: replaced by a newer version, never altered
    replaced, ///< a newer version stands in its place; stays readable
};

enum class Quarter { q1, q2, q3, q4 };

/// A fiscal year by its name in ASCII digits, `2026-27`; chosen among those around today's.
struct YearChoice {
    std::string name = {};

    bool operator==(YearChoice const&) const = default;
};

/// The period in which a piece counts.
struct Period {
    YearChoice year = {};
    Quarter quarter = Quarter::q1;

    bool operator==(Period const&) const = default;
};

/// The quarter in which a day lies: what is proposed.
Period period_of(Date on);

/// Quarters of one fiscal year, first and last included.
struct Quarters {
    std::string year = {};
    Quarter first = Quarter::q1;
    Quarter last = Quarter::q4;

    bool operator==(Quarters const&) const = default;
};

/// `2026-27/q1`: how `lock` is told of a period. `id` is one of q1, q2, half (q1 and q2), q3, q4,
/// year.
std::string period_text(bangla::FiscalYear year, std::string_view id);
/// The quarters of such a text; nothing where it is none.
std::optional<Quarters> parse_period(std::string_view text);

/// A function of a mandate that a piece proves.
struct FunctionLink {
    std::string mandate = {}; ///< id, `cabinet-2023`
    int no = 0;               ///< of the function

    bool operator==(FunctionLink const&) const = default;
};

/// `cabinet-2023:5`, as a form sends it; nothing where no such function is known.
std::optional<FunctionLink> parse_function(std::string_view text);
std::string function_text(FunctionLink const& link);
/// "কার্যপরিধি ৫: …" and the mandate's title behind it.
BilingualText function_label(FunctionLink const& link);

/// What a form of any kind brings; fields that are not of its kind stay empty.
struct Piece {
    Kind kind = Kind::file;
    std::string title_bn = {};
    std::string title_en = {};
    std::optional<Date> happened_on = {};
    YearChoice year = {};                ///< empty: that of the date
    std::optional<Quarter> quarter = {}; ///< empty: that of the date
    std::string proves = {};             ///< what it proves, in a sentence or two
    std::string source = {};             ///< where it comes from
    std::string link = {};               ///< of a link: `https://…`
    std::string statement = {};          ///< what is attested
    std::string attested_by = {};        ///< name and post of who attested by hand
    std::optional<Date> attested_on = {};

    /// What was chosen, else that of the date.
    Period period() const;
};

/// The fields that a piece of this kind has: its form.
Register<Piece> const& form_of_kind(Kind kind);

/// What no field can see: a day that has not come, an attestation before what it attests.
std::vector<FieldError> doubts(Piece const& piece, Date today);

/// Whether a photograph's file is one.
bool is_picture(std::string_view media_type);

} // namespace evidence

template <>
std::span<Term<evidence::Kind> const> terms<evidence::Kind>();
template <>
std::span<Term<evidence::Stage> const> terms<evidence::Stage>();
template <>
std::span<Term<evidence::Quarter> const> terms<evidence::Quarter>();

template <>
struct Codec<evidence::YearChoice> {
    static constexpr Control control = Control::choice;
    static constexpr std::string_view sql_type = "text";
    static std::string write(evidence::YearChoice const& value) { return value.name; }
    static std::optional<Message> read(std::string_view text, Traits const&,
                                       evidence::YearChoice& out);
    static std::vector<Option> options();
};

template <>
struct Codec<std::optional<evidence::Quarter>> {
    static constexpr Control control = Control::choice;
    static constexpr std::string_view sql_type = "text";
    static std::string write(std::optional<evidence::Quarter> value) {
        return value ? std::string(id_of(*value)) : "";
    }
    static std::optional<Message> read(std::string_view text, Traits const& traits,
                                       std::optional<evidence::Quarter>& out) {
        out.reset();
        if (text.empty()) return {};
        return Codec<evidence::Quarter>::read(text, traits, out.emplace());
    }
    static std::vector<Option> options() { return Codec<evidence::Quarter>::options(); }
};

} // namespace udb
