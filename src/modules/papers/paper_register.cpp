#include "modules/papers/paper_register.hpp"

#include "modules/papers/policy.hpp"

#include <array>

namespace udb::papers {
namespace {

constexpr std::array fields{
    field<&PaperRow::title_bn>("title_bn", {"বিষয়", "Subject"}, {.of_header = true}),
    field<&PaperRow::kind>("kind", {"ধরন", "Kind"},
                           {.required = true, .show = in_list | in_filter}),
    field<&PaperRow::office>("office", {"দপ্তর", "Office"}, {.required = true, .show = in_list}),
    field<&PaperRow::memo>("memo", {"স্মারক নম্বর", "Memo number"}, {.show = in_list}),
    field<&PaperRow::issued_on>("issued_on", {"জারির তারিখ", "Issued on"}, {.show = in_list}),
    field<&PaperRow::stage>("stage", {"অবস্থা", "State"},
                            {.required = true, .show = in_filter, .of_header = true}),
    field<&PaperRow::signer_name>("signer_name", {"স্বাক্ষরকারী", "Signed by"}),
    field<&PaperRow::signer_post>("signer_post", {"স্বাক্ষরকারীর পদবি", "Post of the signer"}),
    field<&PaperRow::team>("team", {"যে টিমের", "Team"}),
    field<&PaperRow::replaced_by>("replaced_by", {"যে পত্রে প্রতিস্থাপিত", "Replaced by"}),
};
static_assert(well_formed(fields));

} // namespace

constinit Register<PaperRow> const paper_register{{
    .name = "papers",
    .kind = record_kind<IssuedPaper>,
    .title = {"আদেশ ও পত্র", "Orders and papers"},
    .one = {"পত্র", "Paper"},
    .fields = fields,
    .policy = policy,
    .sort = "-changed",
}};

} // namespace udb::papers
