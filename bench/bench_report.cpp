// What a year's report of forty pages costs: its PDF with charts, tables and pictures, and all
// files that are frozen at an approval. `bench_report [RUNS]`
#include "modules/evidence/demo_picture.hpp"
#include "modules/reports/content.hpp"
#include "modules/reports/pages.hpp"
#include "support/cpu_time.hpp"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <random>
#include <string>
#include <vector>

using namespace udb;
using namespace std::chrono;

namespace {

constexpr char const* vocabulary[] = {
    "মন্ত্রণালয়", "কর্মকর্তা",  "উদ্ভাবনী", "কার্যক্রম",  "বাস্তবায়ন", "পর্যালোচনা",  "সমন্বয়",
    "প্রতিবেদন", "অগ্রগতি",   "প্রশিক্ষণ", "জবাবদিহি", "স্বচ্ছতা",   "সেবাগ্রহীতা", "সহজীকরণ",
    "ওয়েবসাইট", "হালনাগাদ", "সভা",     "সিদ্ধান্ত",  "এবং",      "ও",          "সংক্রান্ত",
    "ত্রৈমাসিক", "পূর্ণাঙ্গ",   "কর্তৃপক্ষ",  "অবহিতকরণ", "শোকেসিং",  "পাইলটিং",    "নির্বাহী"};

class Author {
public:
    std::string words(int count) {
        std::string text;
        for (int i = 0; i < count; ++i)
            text += std::string(i ? " " : "") + vocabulary[random_() % std::size(vocabulary)];
        return text + "।";
    }
    std::string number(unsigned most) {
        return reports::bangla_words().number(static_cast<std::int64_t>(random_() % most));
    }
    bangla::Table table(int rows) {
        bangla::Table table{.columns = {{1}, {5}, {4}, {2, bangla::Align::right}}, .size = 10};
        table.head.push_back({.cells = {{"ক্রম"}, {"বিষয়"}, {"দায়িত্ব"}, {"অর্জন"}}});
        for (int i = 0; i < rows; ++i)
            table.rows.push_back(
                {.cells = {{number(99)}, {words(9)}, {words(4)}, {number(100000)}}});
        return table;
    }
    bangla::BarChart chart() {
        bangla::BarChart chart{.title = words(3)};
        for (int i = 0; i < 6; ++i) {
            auto const value = static_cast<double>(random_() % 100);
            chart.bars.push_back({words(2), value, number(100) + "%"});
        }
        return chart;
    }

private:
    std::mt19937 random_{26};
};

reports::Content forty_pages() {
    Author author;
    reports::Content content{.fiscal_year = 2025,
                             .title = "বার্ষিক প্রতিবেদন, ২০২৫-২৬",
                             .office = "শ্রম ও কর্মসংস্থান মন্ত্রণালয়",
                             .approved_on = 2026y / July / 20,
                             .approver = "সচিব"};
    std::vector<int> const heights{9, 8, 6, 5, 3, 2};
    for (int no = 1; no <= 12; ++no) {
        reports::ChapterContent chapter{
            .id = "c" + std::to_string(no), .number = author.number(12), .title = author.words(4)};
        for (int p = 0; p < 5; ++p)
            chapter.text += author.words(80) + '\n';
        chapter.told.emplace_back(author.chart());
        chapter.told.emplace_back(author.table(18));
        chapter.told.emplace_back(author.chart());
        chapter.told.emplace_back(author.table(14));
        chapter.told.emplace_back(
            bangla::Picture{.bytes = evidence::png_of_bars(heights), .caption = author.words(5)});
        content.chapters.push_back(std::move(chapter));
    }
    return content;
}

std::size_t pages_in(std::string const& pdf) {
    std::size_t count = 0;
    for (auto at = pdf.find("/Type /Page "); at != pdf.npos; at = pdf.find("/Type /Page ", at + 1))
        ++count;
    return count;
}

template <class What>
void measured(char const* name, int runs, What&& what) {
    std::vector<double> walls;
    double cpu = 0;
    for (int i = 0; i < runs; ++i) {
        auto const since = steady_clock::now();
        cpu += test::cpu_time_of(what).count() * 1000 / runs;
        walls.push_back(duration<double, std::milli>(steady_clock::now() - since).count());
    }
    std::ranges::sort(walls);
    std::printf("%-10s %4d runs: median %6.1f ms, slowest %6.1f ms, processor %6.1f ms\n", name,
                runs, walls[walls.size() / 2], walls.back(), cpu);
}

} // namespace

int main(int count, char** given) {
    int const runs = count > 1 ? std::atoi(given[1]) : 20;
    auto const content = forty_pages();
    std::string pdf;
    measured("first PDF", 1, [&] { pdf = reports::made_pdf(content); });
    measured("PDF", runs, [&] { pdf = reports::made_pdf(content); });
    std::printf("%zu pages, %zu KiB\n", pages_in(pdf), pdf.size() / 1024);
    measured("JSON", runs, [&] { return reports::json_of(content); });
    measured("all files", runs, [&] { return reports::made_files(content); });
    return 0;
}
