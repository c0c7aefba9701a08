// The program: one subcommand each, from the command line to a plain struct of options.
#include "app/commands/backup.hpp"
#include "app/commands/evidence.hpp"
#include "app/commands/import_doptor.hpp"
#include "app/commands/journal.hpp"
#include "app/commands/mail.hpp"
#include "app/commands/migrate.hpp"
#include "app/commands/restore.hpp"
#include "app/commands/tables.hpp"
#include "app/commands/user.hpp"
#include "app/program.hpp"
#include "modules/offices/offices.hpp"

namespace udb::app {
namespace {

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

void add_tables(Program& p) {
    static TableExport writing;
    writing.modules = modules();
    auto* out = p.cli.add_subcommand("export", "a register as a file: every record, every field");
    out->add_option("REGISTER", writing.reg, "offices, people, …")->required();
    out->add_option("--format", writing.format, "default: as the file's name ends, else csv")
        ->check(CLI::IsMember({"csv", "xlsx"}));
    out->add_option("-o,--output", writing.output, "default: standard output");
    runs_on_database(p, out, writing);

    static TableImport reading;
    reading.modules = modules();
    auto* in = p.cli.add_subcommand("import", "rows of a CSV or XLSX file into a register");
    in->add_option("REGISTER", reading.reg, "offices, people, …")->required();
    in->add_option("FILE", reading.file)->required();
    in->add_option("--as", reading.as, "the account that acts")->required();
    in->add_flag("--dry-run", reading.dry_run, "tell what would happen, save nothing");
    runs_on_database(p, in, reading);
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

void add_evidence(Program& p) {
    auto* evidence = p.cli.add_subcommand("evidence", "the kept files");
    evidence->require_subcommand(1);
    static EvidenceVerify verifying;
    auto* verify = evidence->add_subcommand(
        "verify", "hash every kept file again; name those damaged, missing, or in no record");
    verify->add_flag("--json", verifying.json);
    runs_on_database(p, verify, verifying);
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

    static UserResetOptions resetting;
    auto* reset = user->add_subcommand("reset-second-factor", "for a lost phone: sign in without");
    reset->add_option("NAME", resetting.username)->required();
    runs_on_database(p, reset, resetting);

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
    auto const with = [&p](Settings const& s) {
        accounts::configure(accounts_of(s, {}));
        return run(testing, {p.words, s.language}, p.clock.now(), std::cout, std::cerr);
    };
    test->callback([&p, with] { p.run = [&p, with] { return p.with_settings(with); }; });
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
    add_evidence(p);
    add_users(p);
    add_mail(p);
    add_tables(p);
    add_texts(p);
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
