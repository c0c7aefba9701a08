// How fast the index is found in and kept, on both databases, beside a search of the titles with
// `like`. Run: build/release/bench/bench_search [documents, 100,000 unless told]
// [sqlite | postgres | postgresql://… an empty database, or one that such a run has filled]
#include "host/application.hpp"
#include "host/search.hpp"
#include "support/databases.hpp"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <random>

namespace {

using namespace udb;
using Time = std::chrono::steady_clock;

constexpr int queries = 300;
constexpr int batch = 1000;

double milliseconds_since(Time::time_point begun) {
    return std::chrono::duration<double, std::milli>(Time::now() - begun).count();
}

/// Words as frequent as in a language: the n-th comes 1/n as often as the first.
class Vocabulary {
public:
    explicit Vocabulary(std::size_t size) {
        constexpr std::string_view consonants[] = {"ক", "খ", "গ", "চ", "জ", "ট", "ড", "ত", "দ", "ন",
                                                   "প", "ব", "ভ", "ম", "য", "র", "ল", "স", "হ"};
        constexpr std::string_view signs[] = {"", "া", "ি", "ু", "ে", "ো"};
        constexpr std::string_view endings[] = {"", "", "", "ের", "ে", "গুলো", "সমূহের", "দের"};
        std::vector<double> weights;
        for (std::size_t i = 0; i < size; ++i) {
            std::string word;
            for (auto n = 2 + random_() % 3; n > 0; --n)
                (word += consonants[random_() % std::size(consonants)]) +=
                    signs[random_() % std::size(signs)];
            words_.push_back(word + "ন");
            weights.push_back(1.0 / static_cast<double>(i + 1));
        }
        for (auto const ending : endings)
            endings_.emplace_back(ending);
        pick_ = std::discrete_distribution<std::size_t>(weights.begin(), weights.end());
    }

    std::string text(int words) {
        std::string out;
        for (int i = 0; i < words; ++i) {
            if (!out.empty()) out += ' ';
            out += words_[pick_(random_)] + endings_[random_() % endings_.size()];
        }
        return out;
    }
    /// The n-th most frequent.
    std::string const& word(std::size_t n) const { return words_[n]; }
    std::size_t any() { return random_() % words_.size(); }

private:
    std::mt19937 random_{2026};
    std::vector<std::string> words_;
    std::vector<std::string> endings_;
    std::discrete_distribution<std::size_t> pick_;
};

Header header_of(Vocabulary& words, int no) {
    return {.kind = no % 10 == 0 ? "team" : "paper",
            .office_path = "/1/" + std::to_string(2 + no % 500) + '/',
            .number = "40.00.0000.018.06.001.26-" + std::to_string(no),
            .title = {words.text(6), ""},
            .stage = "issued"};
}

void tell(char const* what, std::vector<double> times, std::size_t found) {
    std::ranges::sort(times);
    auto const at = [&](double part) {
        return times[static_cast<std::size_t>(part * static_cast<double>(times.size() - 1))];
    };
    std::printf("  %-34s p50 %8.2f  p99 %8.2f  worst %8.2f ms   %zu found\n", what, at(0.5),
                at(0.99), times.back(), found);
    std::fflush(stdout);
}

template <class Ask>
void measured(Database& database, char const* what, int count, Ask const& ask) {
    std::vector<double> times;
    std::size_t found = 0;
    for (int i = 0; i < count; ++i) {
        auto const begun = Time::now();
        found += database.read([&](Db& db) { return ask(db, i); });
        times.push_back(milliseconds_since(begun));
    }
    tell(what, std::move(times), found);
}

struct Writing {
    int from;
    int count;
    bool indexed; ///< else rows of `records` alone
    bool bodies;
};

/// Tells what it takes to write records.
void written(Database& database, Vocabulary& words, char const* what, Writing const& writing) {
    auto const [from, count, indexed, bodies] = writing;
    auto const cpu = std::clock();
    Actor const actor{.account = {1}, .officer = {}, .office = {}, .name = {}, .assignments = {}};
    auto const begun = Time::now();
    for (int at = 0; at < count; at += batch)
        database.write([&](Db& db) {
            Work work{.db = db, .actor = actor, .today = {}, .now = {}};
            for (int no = from + at; no < from + std::min(at + batch, count); ++no) {
                auto const header = header_of(words, no);
                auto const body = words.text(40);
                if (indexed) {
                    add_record(work, header, bodies ? body : std::string{});
                } else {
                    db.run("insert into records (kind, office_path, number, title_bn, title_en, "
                           "sort_key, search_key, stage, owner_id, created_at, updated_at) "
                           "values (?, ?, ?, ?, '', ?, ?, '', 1, 0, 0)",
                           "bare", header.office_path, header.number, header.title.bn,
                           header.title.bn, header.title.bn);
                    db.run("insert into derived_search_bodies (id, body) values (?, ?)", -no - 1,
                           body);
                }
            }
        });
    std::printf("  %-34s %8.0f us each, %.0f of them processor time of this program\n", what,
                milliseconds_since(begun) * 1000 / count,
                static_cast<double>(std::clock() - cpu) / CLOCKS_PER_SEC * 1e6 / count);
}

void searches(Database& database, Vocabulary& words) {
    std::vector<Readable> const guest{
        {.kind = "team", .scope = {.everywhere = true}},
        {.kind = "office", .scope = {.everywhere = true}},
        {.kind = "post", .scope = {.everywhere = true}},
        {.kind = "officer", .scope = {.everywhere = true}},
        {.kind = "order", .scope = {.everywhere = true}},
        {.kind = "paper", .stages = {"issued", "superseded"}, .scope = {.everywhere = true}}};
    std::vector<std::string> two;
    for (int i = 0; i < queries; ++i)
        two.push_back(words.word(words.any() % 300) + ' ' + words.word(words.any() % 2000));
    auto const text = [&](int i) { return std::string_view(two[static_cast<std::size_t>(i)]); };
    auto const ranked = [&](Db& db, std::string_view asked) {
        return search(db, {.text = asked}, guest).hits.size();
    };
    auto const listed = [](Db& db, SearchQuery const& query) {
        return ids_matching(db, query).ids.size();
    };
    measured(database, "box: two words", queries,
             [&](Db& db, int i) { return ranked(db, text(i)); });
    measured(database, "box: the most common word", 100,
             [&](Db& db, int) { return ranked(db, words.word(0)); });
    measured(database, "box: two most common words", 100,
             [&](Db& db, int) { return ranked(db, words.word(0) + ' ' + words.word(1)); });
    measured(database, "box: one letter", 100, [&](Db& db, int) { return ranked(db, "ক"); });
    measured(database, "box: a memo number", queries, [&](Db& db, int i) {
        return ranked(db, "৪০.০০.০০০০.০১৮.০৬.০০১.২৬-" + std::to_string(i * 331));
    });
    measured(database, "box: no such word", 100,
             [&](Db& db, int) { return ranked(db, "অনুপস্থিতি " + words.word(0)); });
    measured(database, "list: two words", queries,
             [&](Db& db, int i) { return listed(db, {.text = text(i), .kind = "paper"}); });
    measured(database, "list: common word, one office", 100, [&](Db& db, int i) {
        return listed(db, {.text = words.word(0),
                           .kind = "paper",
                           .office_paths = {"/1/" + std::to_string(2 + i) + '/'}});
    });
    measured(database, "list: common word, 2000 ids", 100, [&](Db& db, int) {
        return listed(db, {.text = words.word(0), .kind = "paper", .most = 2000});
    });
    measured(database, "like: two words, by title", 30, [&](Db& db, int i) {
        auto const condition = words_in("search_key", text(i));
        std::vector<Param> params(condition.texts.begin(), condition.texts.end());
        std::size_t found = 0;
        for (auto const& row : db.all_of("select id from records where kind = 'paper'"
                                             + condition.sql + " order by sort_key, id limit 20",
                                         params))
            found += row.get<std::int64_t>(0) > 0 ? 1U : 0U;
        return found;
    });
}

void size_of(Database& database) {
    auto const bytes = database.read([](Db& db) {
        return db
            .one(db.dialect() == Dialect::sqlite
                     ? "select (select page_count from pragma_page_count()) * "
                       "(select page_size from pragma_page_size())"
                     : "select pg_database_size(current_database())")
            ->get<std::int64_t>(0);
    });
    std::printf("  %lld MB\n", static_cast<long long>(bytes / 1'000'000));
}

/// Fills the database where nothing has yet, and searches.
void measure(std::string const& url, int documents) {
    Database database(url);
    bool const sqlite = database.dialect() == Dialect::sqlite;
    if (!migrate(database, migrations_of({}), Instant{}))
        throw std::runtime_error("the migrations were refused");
    std::printf("%s\n", sqlite ? "SQLite" : "PostgreSQL");
    Vocabulary words(20'000);
    if (!database.read([](Db& db) { return db.one("select 1 from records limit 1"); })) {
        written(database, words, "written without the index", {0, 5000, false, true});
        written(database, words, "written, titles only", {0, 5000, true, false});
        written(database, words, "written with 40 more words", {5000, documents, true, true});
        if (!sqlite) database.write([](Db& db) { db.script("analyze"); });
    }
    size_of(database);
    searches(database, words);
}

} // namespace

int main(int argc, char** argv) {
    int const documents = argc > 1 ? std::max(std::atoi(argv[1]), batch) : 100'000;
    std::string_view const where = argc > 2 ? argv[2] : "";
    if (where.starts_with("postgresql:")) return measure(std::string(where), documents), 0;
    for (auto const dialect : test::dialects()) {
        if (!where.empty() && (where == "sqlite") != (dialect == Dialect::sqlite)) continue;
        test::TemporaryDatabase const temporary(dialect);
        measure(temporary.url(), documents);
    }
    return 0;
}
