// One request as a page sees it: who asks, in which language, on which day, and the way to act.
#pragma once

#include "host/module.hpp"
#include "kernel/register.hpp"
#include "kernel/words.hpp"
#include "web/html/page.hpp"
#include "web/http/request.hpp"

#include <concepts>
#include <optional>
#include <string>
#include <type_traits>
#include <vector>

namespace udb {

class Application;

/// What a page may say of its frame besides title and content.
struct PageOptions {
    Html before_main = {};    ///< ui::breadcrumb, usually
    std::size_t problems = 0; ///< of the form on it
    bool wide = false;
    bool htmx = false;
    int status = 200;
};

class Call {
public:
    Call(Application const& application, web::Request const& request, Actor actor,
         std::string session, Language language, Instant now);

    web::Request const& request;
    Words const words;
    Actor const actor;
    Instant const now;
    Date const today;
    /// The register whose page runs, or in place of whose it stands; else null.
    Kept const* kept = nullptr;
    web::Form form;    ///< of a POST, read and checked before the page runs
    std::string token; ///< what the token is called that the API was asked by

    /// The gap `{id}` of the route as a typed id; not_found when it is no number.
    template <class T>
    Result<Id<T>> id(std::string_view gap = "id") const {
        auto const parsed = parse_id<T>(request.param(gap));
        if (!parsed) return not_found();
        return *parsed;
    }

    /// The form's fields for `parse`, without `csrf`.
    FormValues values() const;

    /// Runs `ask(Db&)` on a snapshot.
    template <class F>
    auto look(F&& ask) const {
        return database().read(std::forward<F>(ask));
    }

    /// Where the bytes of files are; throws StoreFailure where no folder was given.
    ContentFiles const& contents() const;

    /// Opens a unit of work for this actor and day and runs `action(work, args…)` in it. A value
    /// commits, an Error rolls back.
    template <class Action, class... Args>
    auto perform(Action&& action, Args const&... args) const {
        return database().write([&](Db& db) {
            // NOLINTNEXTLINE(misc-const-correctness): a function given as action takes a Work&.
            Work work{.db = db, .actor = actor, .today = today, .now = now, .token = token};
            return action(work, args...);
        });
    }

    /// Whether the policy of `module` lets this actor do `act` to `target`; for showing a link.
    bool may(std::span<Grant const> policy, Act act, Target const& target) const {
        return permits(policy, actor, act, target);
    }
    /// The same as a Done, for a page that must stop.
    Done allow(std::span<Grant const> policy, Act act, Target const& target) const;

    /// A whole page in the frame of the product.
    web::Response page(std::string title, Html const& main, PageOptions const& options = {}) const;
    /// The page that an Error becomes.
    web::Response refusal(Error const& error) const;
    /// 303 to `where`; `flash` is the key of a sentence said there once (`teams.formed_flash`).
    web::Response redirect(Url const& where, std::string_view flash = {}) const;

    /// The proof that a form is ours: `ui::Form::csrf`. Empty for a guest.
    std::string csrf() const;

    /// The secret of the browser's session; empty for a guest.
    std::string const& session() const { return session_; }
    Application const& application() const { return *application_; }

private:
    Database& database() const;
    html::PageFrame frame(std::string title, PageOptions const& options) const;

    Application const* application_;
    std::string session_;
};

} // namespace udb
