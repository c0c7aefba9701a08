// What a module tells the rest of the platform about itself: constant data in its module.cpp.
#pragma once

#include "base/embedded.hpp"
#include "base/result.hpp"
#include "host/work.hpp"
#include "kernel/register.hpp"
#include "kernel/term.hpp"
#include "web/html/url.hpp"
#include "web/http/response.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace udb {

class Call;
struct Header;

/// A page: the happy path is the only path you read; an Error becomes its page.
using Page = Result<web::Response> (*)(Call& call);

struct PageRoute {
    web::Method method;
    std::string_view pattern; ///< `/teams/{id}`
    Page page;
    Act act; ///< asked for somewhere before the page runs; the page asks for the record itself
    std::size_t body_bytes_max = 0; ///< 0: the server's default
    /// The body is no form and left to the page; the token stands in `X-CSRF-Token` alone.
    bool raw_body = false;
    /// Its address holds a secret that the page itself asks for: whoever has it comes in, signed in
    /// or not.
    bool by_secret = false;
};

constexpr PageRoute get(std::string_view pattern, Page page, Act act) {
    return {web::Method::get, pattern, page, act};
}
constexpr PageRoute post(std::string_view pattern, Page page, Act act,
                         std::size_t body_bytes_max = 0) {
    return {web::Method::post, pattern, page, act, body_bytes_max};
}

/// A register of a module: where its pages are, and its own verbs where entering or correcting is
/// more than saving a row. A verb asks the policy itself. Pages that the module has itself, at the
/// same path, stand in place of the engine's.
///
/// Where a record comes to be by other ways than a form of its fields, the engine only reads: list,
/// search, export, history, and what the API answers to GET.
struct Kept {
    RegisterView const* reg;
    std::string_view path; ///< `/posts`
    Result<Id<Record>> (*enter)(Work& work, void const* row) = nullptr;
    Done (*correct)(Work& work, Header const& read, void const* row) = nullptr;
    bool read_only = false;

    /// Whether the engine has a page or an answer that needs `act`.
    bool serves(Act act) const { return act == Act::read || !read_only; }
};

template <class Row, Result<Id<Row>> (*enter_row)(Work&, Row const&),
          Done (*correct_row)(Work&, Header const&, Row const&)>
constexpr Kept kept(Register<Row> const& reg, std::string_view path) {
    return {&reg, path,
            [](Work& work, void const* row) -> Result<Id<Record>> {
                auto const id = enter_row(work, *static_cast<Row const*>(row));
                if (!id) return id.error();
                return Id<Record>{id->value};
            },
            [](Work& work, Header const& read, void const* row) {
                return correct_row(work, read, *static_cast<Row const*>(row));
            }};
}

/// The groups of the main navigation, in their order.
enum class NavigationGroup { year, papers, institution, administration };

template <>
std::span<Term<NavigationGroup> const> terms<NavigationGroup>();

/// An entry of the main navigation, shown to whoever may `act` somewhere.
struct Navigation {
    Bilingual label;
    std::string_view path;
    Act act;
    std::string_view about; ///< the key of a sentence about it, for the first page
    NavigationGroup group = NavigationGroup::year;
};

/// A kind of record and where its pages are: `{"team", "/teams"}` shows team 7 at `/teams/7`.
struct RecordKind {
    std::string_view kind;
    std::string_view path;
    Bilingual label; ///< singular: "টিম"
    /// Who finds it, in lists, searches and the API: whoever may do this to it (and where it is
    /// internal, that) …
    Act read = Act::read;
    Act read_internal = Act::read_internal;
    /// … while it is in one of these stages (empty: in any); in others, whoever may do one of
    /// `closed_acts` to it.
    std::span<std::string_view const> open_stages = {};
    std::span<Act const> closed_acts = {};
    /// The text under which it is found besides its titles and number (`index_body`), for making
    /// the index anew; null where there is none.
    std::string (*body)(Db& db, Id<Record> id) = nullptr;
    std::span<Grant const> policy = {}; ///< its module's; `kinds_of` says it
};

/// Something of a module that concerns who is signed in, for the first page.
struct Concern {
    Message what; ///< "দুটি আদেশ আপনার অনুমোদনের অপেক্ষায়"
    Url where;
    bool waits = false;           ///< the actor must do something; else only a place to go
    std::optional<Date> due = {}; ///< until when, of what waits
};

/// What an officer had a part in, for a record of it: a seat in a team, a meeting, a decision
/// carried out, evidence kept.
struct Contribution {
    Bilingual group;         ///< under which it stands: "টিমের সদস্যপদ"
    BilingualText what = {}; ///< the record's title
    Message how = {};        ///< in which role or to what end; empty: nothing to add
    Date from = {};
    std::optional<Date> until = {}; ///< of what lasted; empty with `lasts`: it still does
    bool lasts = false;             ///< a time from a day to a day, not one day
    std::string kind = {};          ///< of the record
    Id<Record> record = {};
    std::string office_path = {}; ///< of the record: who may read there may read this
};

/// Something open in an office that a meeting should speak of: a decision not yet carried out, an
/// indicator behind, an idea that waits, a duty due.
struct Matter {
    enum class Kind { decision, indicator, idea, duty };
    Kind kind;
    Message what;           ///< one line of an agenda
    Message state = {};     ///< how it stands: "সেপ্টেম্বর পর্যন্ত ৪০%"; empty: nothing to add
    Url where;              ///< the page of what it is about
    Id<Record> record = {}; ///< the same, for links that last; zero where it has none
    std::optional<Date> due = {};
};

struct Module {
    std::string_view name;
    Bilingual title;
    std::span<EmbeddedFile const> (*files)(); ///< its words and migrations
    std::span<PageRoute const> routes = {};
    std::span<Grant const> policy = {};
    std::span<Navigation const> navigation = {};
    std::span<RecordKind const> kinds = {};
    std::span<Kept const> registers = {};
    /// Its page that searches everything, for the box at the head of every page; of one module.
    std::string_view search = {};
    /// The roles that follow on a day from what this module knows of an officer: posts, seats.
    /// Asked once a request, so one statement.
    std::vector<Assignment> (*roles)(Db& db, Id<Officer> officer, Date today) = nullptr;
    std::vector<Concern> (*concerns)(Db& db, Actor const& actor, Date today) = nullptr;
    /// All that is owed with its day by the actor's office, to whoever answers for it: for personal
    /// calendars and letters, however far ahead.
    std::vector<Concern> (*owed)(Db& db, Actor const& actor, Date today) = nullptr;
    /// What an officer had a part in between two days (both included), the latest first; few
    /// statements.
    std::vector<Contribution> (*contributions)(Db& db, Id<Officer> officer, Date from,
                                               Date until) = nullptr;
    /// What is open in one office (not below it) on that day; few statements, whatever their
    /// number.
    std::vector<Matter> (*matters)(Db& db, Id<Office> office, Date today) = nullptr;
    /// Brings what follows from the journal up to date where it is missing, was restored without
    /// it, or was made by other rules; asked whenever the program starts. Gives how much it wrote.
    std::int64_t (*derive)(Database& database) = nullptr;
    /// Its chapter of the demo office; told once, in the order of the modules.
    Done (*demo)(Work& work) = nullptr;
};

/// Its kinds, and those of its registers that are not among them.
std::vector<RecordKind> kinds_of(Module const& module);

} // namespace udb
