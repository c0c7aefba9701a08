#include "modules/evidence/evidence_register.hpp"

#include "modules/evidence/policy.hpp"

#include <array>

namespace udb::evidence {
namespace {

constexpr std::array fields{
    field<&EvidenceRow::office>("office", {"দপ্তর", "Office"}, {.required = true}),
    field<&EvidenceRow::kind>("kind", {"ধরন", "Kind"},
                              {.required = true, .show = in_list | in_filter}),
    field<&EvidenceRow::happened_on>("happened_on", {"ঘটনার তারিখ", "Date of the event"},
                                     {.required = true, .show = in_list | in_sort}),
    field<&EvidenceRow::year>("year", {"অর্থবছর", "Fiscal year"},
                              {.required = true, .show = in_list | in_filter}),
    field<&EvidenceRow::quarter>("quarter", {"ত্রৈমাসিক", "Quarter"},
                                 {.required = true, .show = in_list | in_filter}),
    field<&EvidenceRow::stage>("stage", {"অবস্থা", "State"},
                               {.required = true, .show = in_list | in_filter, .of_header = true}),
    field<&EvidenceRow::linked>("linked", {"কোনো কিছুতে যুক্ত", "Linked to something"},
                                {.required = true, .show = in_filter}),
    field<&EvidenceRow::proves>("proves", {"কী প্রমাণ করে", "What it proves"},
                                {.max_chars = 2000, .many_lines = true}),
    field<&EvidenceRow::source>("source", {"উৎস", "Source"}),
    field<&EvidenceRow::link>("link", {"ওয়েব ঠিকানা", "Web address"}, {.max_chars = 2000}),
    field<&EvidenceRow::statement>("statement", {"বিবৃতি", "Statement"},
                                   {.max_chars = 5000, .many_lines = true}),
    field<&EvidenceRow::attested_by>("attested_by", {"প্রত্যয়নকারী", "Attested by"}),
    field<&EvidenceRow::attested_on>("attested_on", {"প্রত্যয়নের তারিখ", "Attested on"}),
    field<&EvidenceRow::sha256>("sha256", {"ফাইলের SHA-256", "SHA-256 of the file"}),
    field<&EvidenceRow::media_type>("media_type", {"ফাইলের ধরন", "Kind of file"}),
    field<&EvidenceRow::locked_on>("locked_on", {"তালাবদ্ধ হয়েছে", "Locked on"}),
};
static_assert(well_formed(fields));

} // namespace

constinit Register<EvidenceRow> const evidence_register{{
    .name = "evidence",
    .kind = "evidence",
    .title = {"প্রমাণক", "Evidence"},
    .one = {"প্রমাণক", "Piece of evidence"},
    .fields = fields,
    .policy = policy,
    .sort = "-happened_on",
}};

} // namespace udb::evidence
