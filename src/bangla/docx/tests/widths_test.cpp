// What is taken for the width of a text, beside what the text takes when it is set.
#include "bangla/docx/widths.hpp"
#include "bangla/pdf/fonts/fonts.hpp"
#include "bangla/pdf/lines.hpp"

#include <doctest/doctest.h>

namespace udb::bangla::docx {
namespace {

TEST_CASE("dates and labels are taken for somewhat wider than they are, with serifs and without") {
    for (auto const& fonts : {serif_fonts(), sans_fonts()}) {
        pdf::Faces const faces(fonts);
        pdf::Shaper const shaper(faces);
        UErrorCode status = U_ZERO_ERROR;
        std::unique_ptr<icu::BreakIterator> const breaks(
            icu::BreakIterator::createLineInstance(icu::Locale("bn"), status));
        REQUIRE(U_SUCCESS(status));
        pdf::LineBreaker breaker(shaper, faces, *breaks, *breaks);
        for (auto const* const text :
             {"তারিখ:", "১২ মাঘ ১৪৩২ বঙ্গাব্দ", "২৬ জানুয়ারি ২০২৬ খ্রিস্টাব্দ", "২ জ্যৈষ্ঠ ১৪৩৩",
              "১৭ অগ্রহায়ণ ১৪৩২ বঙ্গাব্দ", "৩০ সেপ্টেম্বর ২০২৬", "বিষয়:", "সূত্র:", "১০।", "(২৪)", "(ক)",
              "26 November 2026", "Subject:"}) {
            CAPTURE(text);
            auto const set = breaker.width(text, {.size = 1});
            CHECK(width_em(text) >= 1.02 * set);
            CHECK(width_em(text) <= 1.4 * set);
        }
    }
}

TEST_CASE("the widest line counts, and what is no text takes room too") {
    CHECK(width_em("") == 0);
    CHECK(width_em("১১\n১\n") == width_em("১১"));
    CHECK(width_em("\xFF\xFF") == 2);
}

} // namespace
} // namespace udb::bangla::docx
