// Subcommands that read and write texts, and need no database.
#include "app/commands/date.hpp"
#include "app/commands/mandate.hpp"
#include "app/commands/memo.hpp"
#include "app/commands/order_read.hpp"
#include "app/commands/order_render.hpp"
#include "app/commands/plan_score.hpp"
#include "app/commands/team_check.hpp"
#include "app/commands/workdays.hpp"
#include "app/program.hpp"
#include "bangla/calendar/holidays.hpp"

namespace udb::app {
namespace {

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

void add_plans(Program& p) {
    auto* plan = p.cli.add_subcommand("plan", "yearly plans");
    plan->require_subcommand(1);

    static PlanScoring scoring;
    auto* score = plan->add_subcommand("score", "the marks that indicators earn, and the working");
    score->add_option("FILE", scoring.file, "- reads standard input")->required();
    score->add_flag("--json", scoring.json, "numbers have at most four decimals");
    score->callback([&p] {
        p.run = [&p] {
            scoring.language = p.language();
            return run(scoring, p.words, std::cin, std::cout, std::cerr);
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

} // namespace

void add_texts(Program& p) {
    add_orders(p);
    add_teams(p);
    add_plans(p);
    add_mandates(p);
    add_language(p);
}

} // namespace udb::app
