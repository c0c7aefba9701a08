// The program: one subcommand each, from the command line to a plain struct of options.
#include "app/commands/backup.hpp"
#include "app/commands/date.hpp"
#include "app/commands/import_doptor.hpp"
#include "app/commands/journal.hpp"
#include "app/commands/mail.hpp"
#include "app/commands/mandate.hpp"
#include "app/commands/memo.hpp"
#include "app/commands/migrate.hpp"
#include "app/commands/order_read.hpp"
#include "app/commands/order_render.hpp"
#include "app/commands/restore.hpp"
#include "app/commands/team_check.hpp"
#include "app/commands/user.hpp"
#include "app/commands/workdays.hpp"
#include "app/modules.hpp"
#include "app/serve.hpp"
#include "bangla/calendar/holidays.hpp"
#include "host/application.hpp"
#include "modules/offices/offices.hpp"

#include <CLI/CLI.hpp>
#include <functional>
#include <iostream>

namespace udb::app {
namespace {

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

void add_settings(Program& p) {
    p.cli.add_option("--settings", p.settings_file, "a TOML file of settings")->group("Settings");
    for (auto const& known : settings_known()) {
        std::string flag{known.key};
        std::ranges::replace(flag, '_', '-');
        auto const key = std::string(known.key);
        p.cli
            .add_option_function<std::string>(
                "--" + flag, [&p, key](std::string const& value) { p.flags[key] = value; },
                std::string(known.meaning.en) + " [" + std::string(known.allowed) + "], default "
                    + std::string(known.default_text))
            ->group("Settings");
    }
}

void add_serving(Program& p) {
    p.cli.add_subcommand("serve", "serve the pages until told to stop")->callback([&p] {
        p.run = [&p] { return p.with_store(serve); };
    });
    p.cli.add_subcommand("demo", "tell the demo's story into an empty database")->callback([&p] {
        p.run = [&p] { return p.with_store(demo); };
    });
}

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

void add_database(Program& p) {
    static MigrateOptions migrating;
    auto* migrate = p.cli.add_subcommand("migrate", "bring the database's schema forward");
    migrate->add_flag("--check", migrating.check,
                      "only say what is to be done; 1 where there is something");
    runs_on_database(p, migrate, migrating, Missing::make);

    static BackupOptions saving;
    auto* backup = p.cli.add_subcommand("backup", "write every row and file into one file");
    backup->add_option("FILE", saving.to, "must not be there yet")->required();
    runs_on_database(p, backup, saving);

    static RestoreOptions restoring;
    auto* restore = p.cli.add_subcommand("restore", "fill an empty database from a backup");
    restore->add_option("FILE", restoring.from)->required();
    runs_on_database(p, restore, restoring, Missing::make);

    static ImportDoptor importing;
    auto* import_doptor = p.cli.add_subcommand(
        "import-doptor", "offices and posts from the national office directory's JSON");
    import_doptor->add_option("FROM", importing.from, "files, or a folder of *.json")->required();
    import_doptor->add_flag("--dry-run", importing.dry_run, "tell what would happen, save nothing");
    import_doptor->add_flag("--json", importing.json);
    runs_on_database(p, import_doptor, importing);
}

void add_journal(Program& p) {
    auto* journal = p.cli.add_subcommand("journal", "the chain of events: verify, export, sign");
    journal->require_subcommand(1);

    static JournalVerify verifying;
    auto* verify = journal->add_subcommand("verify", "name every entry that was tampered with");
    verify->add_option("--head", verifying.head, "a head file that must be part of the journal");
    verify->add_option("--key", verifying.key, "the open key that the head must be signed with");
    verify->add_flag("--json", verifying.json);
    runs_on_database(p, verify, verifying);

    static JournalHead heading;
    auto* head = journal->add_subcommand("head", "the last entries, to keep elsewhere");
    head->add_option("-o,--output", heading.output, "default: standard output");
    head->add_option("--sign", heading.sign, "the secret key of `journal key`");
    runs_on_database(p, head, heading);

    static JournalKey keying;
    auto* key = journal->add_subcommand("key", "a new key to sign heads with");
    key->add_option("-o,--output", keying.output, "the secret key; FILE.pub is to check with")
        ->required();
    key->callback([&p] {
        p.run = [&p] {
            Words const spoken{p.words, p.language()};
            return run(keying, {.out = std::cout,
                                .err = std::cerr,
                                .words = spoken,
                                .migrations = {},
                                .now = p.clock.now()});
        };
    });
}

void add_users(Program& p) {
    auto* user =
        p.cli.add_subcommand("user", "accounts: for the first administrator, and for mending");
    user->require_subcommand(1);

    static UserAddOptions adding;
    auto* add = user->add_subcommand(
        "add", "a new account; the password is the first line of standard input");
    add->add_option("NAME", adding.username)->required();
    add->add_option("--officer", adding.officer, "number of the officer's page");
    add->add_option("--name", adding.name, "who it is, without an officer");
    runs_on_database(p, add, adding, Missing::make, std::cin);

    static UserFirstOptions founding;
    auto* first = user->add_subcommand(
        "first", "the first office and its administrator, in an installation that has no office; "
                 "the password is the first line of standard input");
    first->add_option("NAME", founding.username)->required();
    first->add_option("--office", founding.office, "what the office is called")->required();
    first->add_option("--level", founding.level, allowed_ids<Level>())->capture_default_str();
    first->add_option("--name", founding.name, "who the administrator is");
    runs_on_database(p, first, founding, Missing::make, std::cin);

    static UserPasswordOptions renewing;
    auto* password =
        user->add_subcommand("password", "a new password: the first line of standard input");
    password->add_option("NAME", renewing.username)->required();
    runs_on_database(p, password, renewing, Missing::make, std::cin);

    static UserGrantOptions granting;
    auto* grant = user->add_subcommand("grant", "a role in an office");
    grant->add_option("NAME", granting.username)->required();
    grant->add_option("ROLE", granting.role, allowed_ids<Role>())->required();
    grant->add_option("OFFICE", granting.office, "number of the office's page")->required();
    runs_on_database(p, grant, granting, Missing::make);

    static UserListOptions listing;
    runs_on_database(p, user->add_subcommand("list", "every account and its roles"), listing,
                     Missing::make);
}

void add_mail(Program& p) {
    auto* mail = p.cli.add_subcommand("mail", "the mail server of the settings");
    mail->require_subcommand(1);
    static MailTestOptions testing;
    auto* test = mail->add_subcommand("test", "send a mail, and say whether it was accepted");
    test->add_option("ADDRESS", testing.address)->required();
    test->callback([&p] {
        p.run = [&p] {
            return p.with_settings([&p](Settings const& s) {
                accounts::configure(accounts_of(s, {}));
                Words const spoken{p.words, s.language};
                return run(testing, spoken, p.clock.now(), std::cout, std::cerr);
            });
        };
    });
}

void add_orders(Program& p) {
    auto* order = p.cli.add_subcommand("order", "read a circular or order; set one as a paper");
    order->require_subcommand(1);

    static OrderRead reading;
    auto* read = order->add_subcommand("read", "what a text says, with every doubt");
    read->add_option("FILE", reading.file, "- reads standard input")->required();
    read->add_flag("--json", reading.json);
    read->callback(
        [&p] { p.run = [&p] { return run(reading, std::cin, std::cout, std::cerr, p.words); }; });

    static OrderRender rendering;
    auto* render = order->add_subcommand("render", "the reader's JSON as a PDF");
    render->add_option("FILE", rendering.file, "- reads standard input")->required();
    render->add_option("-o,--output", rendering.output, "the PDF")->required();
    render->callback([&p] {
        p.run = [&p] {
            rendering.now = p.clock.now();
            return run(rendering, std::cin, std::cout, std::cerr, p.words);
        };
    });
}

void add_teams(Program& p) {
    auto* team = p.cli.add_subcommand("team", "check a team's composition");
    team->require_subcommand(1);

    static TeamCheck checking;
    auto* check = team->add_subcommand("check", "a composition file against a mandate; 0 when met");
    check->add_option("FILE", checking.file, "- reads standard input")->required();
    check->add_option("--mandate", checking.mandate, "an id of `mandate list`")->required();
    check->add_option("--tier", checking.tier, "ministry, agency, district, upazila")->required();
    check->add_flag("--json", checking.json);
    check->callback([&p] {
        p.run = [&p] {
            checking.language = p.language();
            return run(checking, p.words, std::cout, std::cerr);
        };
    });
}

void add_mandates(Program& p) {
    auto* mandate = p.cli.add_subcommand("mandate", "the circulars as data");
    mandate->require_subcommand(1);

    static MandateList listing;
    auto* list = mandate->add_subcommand("list", "all, by date");
    list->add_flag("--json", listing.json);
    list->callback([&p] {
        p.run = [&p] {
            listing.language = p.language();
            return run(listing, p.words, p.clock.today(), std::cout);
        };
    });

    static MandateShow showing;
    auto* show = mandate->add_subcommand("show", "one, with functions and rules");
    show->add_option("ID", showing.id)->required();
    show->add_flag("--json", showing.json);
    show->callback([&p] {
        p.run = [&p] {
            showing.language = p.language();
            return run(showing, p.words, p.clock.today(), std::cout, std::cerr);
        };
    });

    static MandateCompare comparing;
    auto* compare = mandate->add_subcommand("compare", "two, by theme");
    compare->add_option("A", comparing.before)->required();
    compare->add_option("B", comparing.after)->required();
    compare->add_flag("--json", comparing.json);
    compare->callback([&p] {
        p.run = [&p] {
            comparing.language = p.language();
            return run(comparing, p.words, std::cout, std::cerr);
        };
    });
}

void add_language(Program& p) {
    static DateCommand day;
    auto* date = p.cli.add_subcommand("date", "a day in the other calendar");
    date->add_option("DATE", day.text, "2026-01-26, or any form that papers use")->required();
    date->add_flag("--from-bangla", day.from_bangla, "DATE is a Bangla date");
    date->add_flag("--old-rule", day.old_rule, "by the rule before 16 October 2019");
    date->add_flag("--json", day.json);
    date->callback([&p] { p.run = [&p] { return run(day, p.words, std::cout, std::cerr); }; });

    auto* workdays = p.cli.add_subcommand("workdays", "count working days");
    workdays->require_subcommand(1);
    static WorkdaysAdd adding;
    auto* add =
        workdays->add_subcommand("add", "the day on which N working days after DATE are over");
    add->add_option("DATE", adding.from, "the day of receipt, which is day zero")->required();
    add->add_option("N", adding.days)->required();
    add->add_option("--area", adding.area, "holidays of that area count too: hill_districts");
    add->add_flag("--json", adding.json);
    add->callback([&p] {
        p.run = [&p] {
            adding.language = p.language();
            return run(adding, bangla::known_holidays(), p.words, std::cout, std::cerr);
        };
    });

    auto* memo = p.cli.add_subcommand("memo", "memo numbers");
    memo->require_subcommand(1);
    static MemoParse parsing;
    auto* parse = memo->add_subcommand("parse", "what each group of a memo number says");
    parse->add_option("TEXT", parsing.text)->required();
    parse->add_flag("--json", parsing.json);
    parse->callback([&p] {
        p.run = [&p] {
            parsing.language = p.language();
            return run(parsing, p.words, std::cout, std::cerr);
        };
    });
}

/// What the machine could not do, in one line for whoever runs the program.
int told(std::exception const& failure) {
    std::cerr << "udbhabon: " << failure.what() << '\n';
    return 1;
}

int start(int argc, char** argv) {
    Program p;
    p.cli.require_subcommand(1);
    p.cli.fallthrough();
    p.cli.set_version_flag("--version", "0.1.0");
    add_settings(p);
    add_serving(p);
    add_database(p);
    add_journal(p);
    add_users(p);
    add_mail(p);
    add_orders(p);
    add_teams(p);
    add_mandates(p);
    add_language(p);
    try {
        p.cli.parse(argc, argv);
    } catch (CLI::ParseError const& asked) {
        // CLI11 has an exit code for each mistake; ours has one, and none for --help.
        return p.cli.exit(asked) == 0 ? 0 : 2;
    }
    return p.run();
}

} // namespace
} // namespace udb::app

int main(int argc, char** argv) {
    try {
        return udb::app::start(argc, argv);
    } catch (std::exception const& failure) {
        return udb::app::told(failure);
    }
}
