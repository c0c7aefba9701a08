// The ministry of the demo with its papers, on both databases, and who acts there.
#pragma once

#include "host/application.hpp"
#include "modules/mandates/mandates.hpp"
#include "modules/papers/store.hpp"
#include "modules/papers/wording.hpp"
#include "modules/teams/actions.hpp"
#include "support/databases.hpp"
#include "support/modules.hpp"
#include "support/site.hpp"

#include <doctest/doctest.h>

namespace udb::papers {

using namespace std::chrono;

inline constexpr Module const* modules[] = {&offices::manifest, &people::manifest,
                                            &mandates::manifest, &teams::manifest,
                                            &papers::manifest};
inline constexpr Date today = 2026y / June / 14;
inline Instant const noon = sys_days{today} + 6h;
inline constexpr std::string_view mole = "শ্রম ও কর্মসংস্থান মন্ত্রণালয়";

struct Office_ {
    Database& database;
    Id<Office> id;
    std::string path;

    Actor actor(std::int64_t account, Role role) const {
        return {.account = {account},
                .officer = {},
                .office = id,
                .name = {"পরীক্ষক", "Tester"},
                .assignments = {{role, path}}};
    }
    template <class F>
    auto as(Actor const& actor, F const& act) const {
        return database.write([&](Db& db) {
            Work work{.db = db, .actor = actor, .today = today, .now = noon};
            return act(work);
        });
    }
    PaperRecord paper(Id<IssuedPaper> id_) const {
        return *database.read([&](Db& db) { return find_paper(db, id_); });
    }
    Header header(Id<IssuedPaper> id_) const { return paper(id_).header; }
    Actor secretary() const { return actor(1, Role::member_secretary); }
    Actor leader() const { return actor(2, Role::leader); }

    Id<IssuedPaper> drafted(OfficePaper const& p) const {
        auto const made = as(secretary(), [&](Work& w) { return draft(w, id, p); });
        REQUIRE(made);
        return *made;
    }
    Id<IssuedPaper> approved(OfficePaper const& p) const {
        auto const made = drafted(p);
        bring(made);
        return made;
    }
    void bring(Id<IssuedPaper> made) const {
        REQUIRE(as(secretary(), [&, h = header(made)](Work& w) { return submit(w, h); }));
        REQUIRE(as(leader(), [&, h = header(made)](Work& w) { return papers::approve(w, h); }));
    }
    Done issued(Id<IssuedPaper> made, std::string memo, Id<IssuedPaper> replaces = {}) const {
        auto const words = bangla_words();
        auto const version = header(made).version;
        return as(leader(), [&](Work& w) {
            return issue(w,
                         {.paper = made,
                          .version = version,
                          .memo = memo,
                          .date = today,
                          .replaces = replaces},
                         words);
        });
    }
    void number_itself() const {
        auto const version = database.read([&](Db& db) { return series_of(db, id); }).version;
        REQUIRE(as(leader(), [&](Work& w) {
            return set_series(w, id,
                              {.source = NumberSource::own,
                               .base = "৪০.০০.০০০০.০০০.০৩৬.৩২.০০০৯.২৬",
                               .last = 40,
                               .version = version});
        }));
    }
    void number_by_dnothi() const {
        auto series = database.read([&](Db& db) { return series_of(db, id); });
        series.source = NumberSource::dnothi;
        REQUIRE(as(leader(), [&](Work& w) { return set_series(w, id, series); }));
    }
};

inline OfficePaper small() {
    return {.about = "পরীক্ষামূলক আদেশ",
            .head = "গণপ্রজাতন্ত্রী বাংলাদেশ সরকার\nশ্রম ও কর্মসংস্থান মন্ত্রণালয়",
            .blocks = {{.text = "প্রথম <b>অনুচ্ছেদ</b> & বাকি।"},
                       {.kind = BlockKind::table, .text = "ক্রম | নাম | পদ\n১. | সালমা | প্রোগ্রামার"},
                       {.number = "২।", .text = "কাজ:"},
                       {.kind = BlockKind::list, .text = "এক;\nদুই।"}},
            .copies = {{.text = "জেলা প্রশাসক (সকল)।", .copies = 64}, {.text = "অফিস কপি।"}},
            .signer = {.name = "রেহানা পারভীন", .post = "প্রোগ্রামার"}};
}

inline void with_office(std::function<void(Office_ const&)> const& test) {
    test::for_each_database(migrations_of(modules), [&](Database& database) {
        REQUIRE(static_cast<bool>(database.write([](Db& db) -> Done {
            Actor teller;
            teller.name = {"প্রদর্শনী", "Demo"};
            Work work{.db = db, .actor = teller, .today = today, .now = noon};
            for (auto const* module : modules)
                if (module->demo) TRY(module->demo(work));
            return {};
        })));
        auto const row = *database.read([](Db& db) {
            return db.one("select o.id, r.office_path from offices o join records r on r.id = o.id "
                          "where o.name_bn = ?",
                          mole);
        });
        test({database, row.get<Id<Office>>(0), row.get<std::string>(1)});
    });
}

} // namespace udb::papers
