// What every subcommand is built on: the command line, the settings, the database.
#pragma once

#include "app/commands/surroundings.hpp"
#include "app/modules.hpp"
#include "app/serve.hpp"
#include "host/application.hpp"

#include <CLI/CLI.hpp>
#include <functional>
#include <iostream>
#include <map>
#include <string>

namespace udb::app {

/// What every subcommand may use; `run` is set by the one that was named.
struct Program {
    CLI::App cli{"উদ্ভাবন · Udbhabon: the working system of an innovation team", "udbhabon"};
    Catalogue words = catalogue_of(modules());
    SystemClock clock;
    std::string settings_file;
    std::map<std::string, std::string> flags;
    std::function<int()> run;

    Result<Settings> settings() const {
        SettingSources sources{.environment = environment_value, .flags = flags};
        if (!settings_file.empty()) sources.file = settings_file;
        return read_settings(sources);
    }
    Language language() const {
        auto const read = settings();
        return read ? read->language : Language::bn;
    }
    /// Both languages, for whoever set the program up wrongly may read either.
    int tell(Error const& error) const {
        for (auto const& problem : error.fields)
            std::cerr << problem.field << ": " << words.say(problem.message, Language::bn) << " / "
                      << words.say(problem.message, Language::en) << '\n';
        if (error.fields.empty())
            std::cerr << words.say(error.message, Language::bn) << '\n'
                      << words.say(error.message, Language::en) << '\n';
        return 1;
    }
    int with_settings(std::function<int(Settings const&)> const& work) const {
        auto const read = settings();
        return read ? work(*read) : tell(read.error());
    }
    /// What opens the database of the settings by itself.
    int with_store(int (*work)(Settings const&, std::ostream&, std::ostream&)) const {
        return with_settings([&](Settings const& s) {
            return telling(words, s.database, std::cerr,
                           [&] { return work(s, std::cout, std::cerr); });
        });
    }
    /// `work` on the database of the settings.
    int with_database(std::function<int(Database&, Surroundings const&)> const& work,
                      Missing missing = Missing::make) const {
        return with_settings([&](Settings const& s) {
            Words const spoken{words, s.language};
            auto const migrations = migrations_of(modules());
            Surroundings const around{.out = std::cout,
                                      .err = std::cerr,
                                      .words = spoken,
                                      .migrations = migrations,
                                      .now = clock.now()};
            return within(
                around, s.database, [&] { return open_database(s, missing); },
                [&](Database& database) { return work(database, around); });
        });
    }
};

/// `sub` runs its options on the database of the settings, with `in` where it reads something.
template <class Options, class... In>
void runs_on_database(Program& p, CLI::App* sub, Options& options,
                      Missing missing = Missing::refuse, In&... in) {
    sub->callback([&p, &options, missing, &in...] {
        p.run = [&p, &options, missing, &in...] {
            return p.with_database(
                [&](Database& d, Surroundings const& s) { return run(options, d, s, in...); },
                missing);
        };
    });
}

/// Orders, teams, plans, mandates, dates, working days, memo numbers: no database.
void add_texts(Program& p);

} // namespace udb::app
