// Measures the typesetter beside Pango and Cairo, which set the same texts in the same run.
#include "bangla/pdf/fonts/fonts.hpp"

#include <algorithm>
#include <cairo-pdf.h>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <functional>
#include <memory>
#include <pango/pangocairo.h>
#include <random>
#include <string>
#include <vector>

namespace {

using namespace udb::bangla;

constexpr char const* all_words[] = {
    "মন্ত্রণালয়",    "কর্মকর্তা",      "উদ্ভাবনী",      "কার্যক্রম",
    "বাস্তবায়ন",    "পর্যালোচনা",    "সমন্বয়",        "প্রতিবেদন",
    "অগ্রগতি",      "প্রশিক্ষণ",      "জবাবদিহি",     "স্বচ্ছতা",
    "ক্ষমতা",       "জ্ঞান",         "সেবাগ্রহীতা",   "র‍্যাব",
    "দ্ধৃতি",        "রাষ্ট্রপতি",     "সহজীকরণ",      "ওয়েবসাইট",
    "হালনাগাদ",    "নিশ্চিতকরণ",    "ইনোভেশন",      "টিম",
    "সভা",         "গ্রহণ",         "এবং",          "ও",
    "ডাটা-ভিত্তিক", "দপ্তর/সংস্থা",   "২০২৬",         "service",
    "(process)",   "ICT",          "সংক্রান্ত",      "ত্রৈমাসিক",
    "পূর্ণাঙ্গ",      "ঊর্ধ্বতন",       "কর্তৃপক্ষ",       "অবহিতকরণ",
    "বৎসরের",      "প্রক্রিয়ায়",     "গুণগত",         "পরিবর্তন",
    "আনয়ন",        "শোকেসিং-এর",   "পাইলটিং",      "স্ক্যানিং",
    "লক্ষ্মীপুর",     "ব্রাহ্মণবাড়িয়া", "চাঁপাইনবাবগঞ্জ", "উপজেলা",
    "নির্বাহী",     "অফিসার",       "প্রোগ্রামার",    "আহ্বায়ক"};

/// A report of some `pages` pages: head, title, numbered paragraphs, lists and small tables.
Paper report(int pages, unsigned seed) {
    std::mt19937 random(seed);
    // Each paper has its own choice of words, so that its fonts are cut anew.
    std::vector<char const*> vocabulary(std::begin(all_words), std::end(all_words));
    std::shuffle(vocabulary.begin(), vocabulary.end(), random);
    vocabulary.resize(40);
    auto const words = [&](int count) {
        std::string text;
        for (auto i = 0; i < count; ++i) {
            if (i > 0) text += ' ';
            text += vocabulary[random() % vocabulary.size()];
        }
        return text + "।";
    };
    Paper paper;
    paper.meta = {.title = "অগ্রগতি প্রতিবেদন " + std::to_string(seed), .author = "পরীক্ষা"};
    paper.blocks.push_back(
        Head{{"গণপ্রজাতন্ত্রী বাংলাদেশ সরকার", "শ্রম ও কর্মসংস্থান মন্ত্রণালয়"}, "www.mole.gov.bd"});
    paper.blocks.push_back(Title{"অগ্রগতি প্রতিবেদন"});
    // A section fills four fifths of a page.
    for (auto section = 0; section < (pages * 5 + 2) / 4; ++section) {
        paper.blocks.push_back(Paragraph{words(90), std::to_string(section + 2) + "।"});
        paper.blocks.push_back(List{{{"(১)", words(25)}, {"(২)", words(30)}, {"(৩)", words(20)}}});
        Table table{.columns = {{1}, {4}, {2}}, .head = {{{{"ক্রম"}, {"বিষয়"}, {"অবস্থা"}}}}};
        for (auto row = 0; row < 4; ++row)
            table.rows.push_back({{{std::to_string(row + 1)}, {words(9)}, {words(2)}}});
        paper.blocks.push_back(table);
        paper.blocks.push_back(Paragraph{words(35)});
    }
    return paper;
}

void collect(std::vector<std::string>& texts, std::vector<ListItem> const& items) {
    for (auto const& item : items) {
        texts.push_back(item.label + " " + item.text);
        collect(texts, item.items);
    }
}

/// The texts of a paper, block by block and cell by cell, as Pango is given them.
std::vector<std::string> texts_of(Paper const& paper) {
    std::vector<std::string> texts;
    for (auto const& block : paper.blocks) {
        if (auto const* head = std::get_if<Head>(&block))
            texts.insert(texts.end(), head->lines.begin(), head->lines.end());
        else if (auto const* title = std::get_if<Title>(&block))
            texts.push_back(title->text);
        else if (auto const* paragraph = std::get_if<Paragraph>(&block))
            texts.push_back(paragraph->number + " " + paragraph->text);
        else if (auto const* list = std::get_if<List>(&block))
            collect(texts, list->items);
        else if (auto const* table = std::get_if<Table>(&block))
            for (auto const& row : table->rows)
                for (auto const& cell : row.cells)
                    texts.push_back(cell.text);
    }
    return texts;
}

cairo_status_t append(void* to, unsigned char const* bytes, unsigned length) {
    static_cast<std::string*>(to)->append(reinterpret_cast<char const*>(bytes), length);
    return CAIRO_STATUS_SUCCESS;
}

/// Sets the texts one below the other with Pango's own line breaking, on A4 pages by Cairo.
std::string set_by_pango(std::vector<std::string> const& texts) {
    std::string out;
    auto* const surface = cairo_pdf_surface_create_for_stream(append, &out, 595.28, 841.89);
    auto* const cairo = cairo_create(surface);
    auto* const layout = pango_cairo_create_layout(cairo);
    auto* const font = pango_font_description_from_string("Noto Serif Bengali 12");
    pango_layout_set_font_description(layout, font);
    pango_layout_set_width(layout, 467 * PANGO_SCALE);
    pango_layout_set_justify(layout, 1);
    auto y = 60.0;
    for (auto const& text : texts) {
        pango_layout_set_text(layout, text.c_str(), static_cast<int>(text.size()));
        auto* const lines = pango_layout_get_iter(layout);
        do {
            PangoRectangle size;
            pango_layout_iter_get_line_extents(lines, nullptr, &size);
            auto const height = size.height / double{PANGO_SCALE};
            if (y + height > 780) {
                cairo_show_page(cairo);
                y = 60;
            }
            cairo_move_to(cairo, 70, y + height * 0.75);
            pango_cairo_show_layout_line(cairo, pango_layout_iter_get_line_readonly(lines));
            y += height;
        } while (pango_layout_iter_next_line(lines) != 0);
        pango_layout_iter_free(lines);
        y += 7;
    }
    pango_font_description_free(font);
    g_object_unref(layout);
    cairo_destroy(cairo);
    cairo_surface_destroy(surface);
    return out;
}

double cpu_ms() {
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

struct Times {
    double median, fastest;
};

/// Processor time of `work`, called `rounds` times with a number that never comes again.
Times measured(int rounds, std::function<void(unsigned)> const& work) {
    std::vector<double> times;
    for (auto round = 0; round < rounds + 3; ++round) {
        auto const before = cpu_ms();
        work(static_cast<unsigned>(round));
        if (round >= 3) times.push_back(cpu_ms() - before);
    }
    std::sort(times.begin(), times.end());
    return {times[times.size() / 2], times.front()};
}

int pages_in(std::string const& pdf) {
    auto* const pipe = popen("pdfinfo - 2>/dev/null | sed -n 's/^Pages: *//p' > pages.txt", "w");
    if (pipe == nullptr) return 0;
    std::fwrite(pdf.data(), 1, pdf.size(), pipe);
    pclose(pipe);
    auto pages = 0;
    if (auto* const file = std::fopen("pages.txt", "r")) {
        if (std::fscanf(file, "%d", &pages) != 1) pages = 0;
        std::fclose(file);
        std::remove("pages.txt");
    }
    return pages;
}

void row(char const* what, int pages, std::size_t bytes, Times ours, Times beside) {
    std::printf("%-38s %5d %8zu %9.2f %9.2f %9.3f %9.2f %7.1fx\n", what, pages, bytes / 1024,
                ours.median, ours.fastest, ours.median / pages, beside.median,
                beside.median / ours.median);
}

} // namespace

int main() {
    auto const begun = cpu_ms();
    Typesetter const typesetter(serif_fonts());
    auto const opened = cpu_ms();
    auto const first = typesetter.typeset(report(1, 1000));
    std::printf("fonts opened in %.1f ms, the first paper set in %.1f ms\n\n", opened - begun,
                cpu_ms() - opened);
    std::printf("%-38s %5s %8s %9s %9s %9s %9s %8s\n", "processor time, ms", "pages", "KiB",
                "median", "fastest", "a page", "Pango", "ratio");
    for (auto const pages : {1, 4, 40}) {
        auto const rounds = pages == 40 ? 15 : 60;
        std::vector<Paper> papers;
        std::vector<std::vector<std::string>> texts;
        for (auto seed = 0; seed < rounds + 3; ++seed) {
            papers.push_back(report(pages, static_cast<unsigned>(seed)));
            texts.push_back(texts_of(papers.back()));
        }
        std::string pdf;
        auto const same = measured(rounds, [&](unsigned) { pdf = typesetter.typeset(papers[0]); });
        auto const fresh =
            measured(rounds, [&](unsigned round) { typesetter.typeset(papers[round]); });
        auto const pango =
            measured(std::min(rounds, 15), [&](unsigned round) { set_by_pango(texts[round]); });
        auto const count = std::max(1, pages_in(pdf));
        row("the same paper again", count, pdf.size(), same, pango);
        row("another paper each time", count, pdf.size(), fresh, pango);
    }
    return EXIT_SUCCESS;
}
