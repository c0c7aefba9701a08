#include "modules/libraries/library.hpp"

#include "modules/libraries/policy.hpp"

#include <array>

namespace udb {
namespace {

constexpr std::array kinds{
    Term<LibraryKind>{LibraryKind::general, "general", {"সাধারণ", "General"}},
    Term<LibraryKind>{LibraryKind::digital, "digital", {"ডিজিটাল", "Digital"}},
    Term<LibraryKind>{LibraryKind::children, "children", {"শিশু", "Children's"}},
};

constexpr std::array fields{
    field<&Library::office>("office", {"দপ্তর", "Office"}, {.required = true, .show = in_list}),
    field<&Library::name_bn>("name_bn", {"নাম (বাংলা)", "Name in Bangla"}, {.required = true}),
    field<&Library::name_en>("name_en", {"নাম (ইংরেজি)", "Name in English"}),
    field<&Library::kind>("kind", {"ধরন", "Kind"}, {.required = true, .show = in_list | in_filter}),
    field<&Library::books>("books", {"বই", "Books"}, {.required = true, .show = in_list | in_sort}),
    field<&Library::on_loan>("on_loan", {"ধারে থাকা বই", "Books on loan"}, {.required = true}),
    field<&Library::opened_on>("opened_on", {"চালুর তারিখ", "Opened on"}, {.show = in_sort}),
    field<&Library::has_internet>("has_internet", {"ইন্টারনেট আছে", "Has internet"}),
    field<&Library::about>("about", {"বিবরণ", "About it"},
                           {.max_chars = 2000, .show = in_search, .many_lines = true}),
};
static_assert(well_formed(fields));

std::vector<FieldError> check(Library const& l) {
    if (l.on_loan > l.books) return {{"on_loan", {"libraries.more_on_loan"}, {"books"}}};
    return {};
}

} // namespace

template <>
std::span<Term<LibraryKind> const> terms<LibraryKind>() {
    return kinds;
}

namespace libraries {

constinit Register<Library> const library_register{{
    .name = "libraries",
    .kind = "library",
    .title = {"গ্রন্থাগার", "Libraries"},
    .one = {"গ্রন্থাগার", "Library"},
    .fields = fields,
    .policy = policy,
    .check = check,
}};

} // namespace libraries
} // namespace udb
