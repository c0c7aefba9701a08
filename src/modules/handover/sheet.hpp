// A handover sheet: what goes with a post when its holder leaves. Pure: gathered elsewhere.
#pragma once

#include "bangla/pdf/paper.hpp"
#include "kernel/mandate.hpp"
#include "kernel/office.hpp"
#include "kernel/term.hpp"
#include "kernel/words.hpp"

#include <optional>
#include <string>
#include <vector>

namespace udb::handover {

enum class Section {
    seat,     ///< a seat in a team that the post fills
    role,     ///< what the post is in its office, by that
    duty,     ///< a function of the team's mandate with a date to come
    open,     ///< a paper or a draft of a team on its way
    decision, ///< a paper issued lately
};

struct Line {
    Section section = Section::seat;
    BilingualText text = {};
    BilingualText beside = {};    ///< number, stage, paragraph; may be empty
    std::optional<Date> due = {}; ///< of a duty when it is due next; of a paper its date
    std::string path = {};        ///< of a page: `/teams/7`; may be empty

    bool operator==(Line const&) const = default;
};

/// The functions of a mandate that fall due on a date, the next one on or after `day`, and those
/// that are done every month, quarter or year without a date; in the order of the dates.
/// C23 §4(5): the annual report goes up by 31 July.
std::vector<Line> duties_of(Mandate const& mandate, Date day);

/// Who hands what over to whom.
struct Sheet {
    BilingualText office = {};
    BilingualText post = {};
    BilingualText leaver = {};
    BilingualText comer = {}; ///< empty: the post falls vacant
    Date first_day = {};      ///< of the successor; the leaver's last is the day before
    std::string memo = {};    ///< of the order of transfer; may be empty
    std::string note = {};    ///< what the successor must know, as the leaver wrote it
    std::optional<Date> acknowledged_on = {};
    std::vector<Line> lines = {};
};

/// All sections that stand on a sheet: roles only where there are some.
std::vector<Term<Section>> sections_shown(Sheet const& sheet);

/// The sheet as a paper to print and sign, in Bangla.
bangla::Paper paper_of(Sheet const& sheet, Words const& bangla_words);

} // namespace udb::handover

namespace udb {
template <>
std::span<Term<handover::Section> const> terms<handover::Section>();
}
