#include "modules/papers/paper_terms.hpp"

namespace udb {
namespace {

using namespace papers;

constexpr Term<PaperKind> kinds[] = {
    {PaperKind::office_order, "office_order", {"অফিস আদেশ", "Office order"}},
    {PaperKind::notification, "notification", {"প্রজ্ঞাপন", "Notification"}},
    {PaperKind::letter, "letter", {"সরকারি পত্র", "Letter"}},
    {PaperKind::forwarding, "forwarding", {"অগ্রায়ন পত্র", "Forwarding letter"}},
    {PaperKind::meeting_notice, "meeting_notice", {"সভার নোটিশ", "Meeting notice"}},
    {PaperKind::minutes, "minutes", {"কার্যবিবরণী", "Minutes"}},
};
constexpr Term<Style> styles[] = {
    {Style::cholit, "cholit", {"চলিত (করা হলো)", "Cholit (current)"}},
    {Style::sadhu, "sadhu", {"সাধু (করা হইল)", "Sadhu (classical)"}},
};
constexpr Term<Stage> stages[] = {
    {Stage::draft, "draft", {"খসড়া", "Draft"}},
    {Stage::submitted, "submitted", {"অনুমোদনের অপেক্ষায়", "Awaiting approval"}},
    {Stage::approved, "approved", {"অনুমোদিত", "Approved"}},
    {Stage::issued, "issued", {"জারিকৃত", "Issued"}},
    {Stage::superseded, "superseded", {"প্রতিস্থাপিত", "Superseded"}},
    {Stage::cancelled, "cancelled", {"বাতিল", "Cancelled"}},
    {Stage::discarded, "discarded", {"পরিত্যক্ত খসড়া", "Discarded draft"}},
};
constexpr Term<BlockKind> blocks[] = {
    {BlockKind::paragraph, "paragraph", {"অনুচ্ছেদ", "Paragraph"}},
    {BlockKind::list, "list", {"তালিকা", "List"}},
    {BlockKind::table, "table", {"সারণি", "Table"}},
    {BlockKind::annex, "annex", {"পরিশিষ্ট", "Annex"}},
};
constexpr Term<NumberSource> sources[] = {
    {NumberSource::dnothi, "dnothi", {"ডি-নথি থেকে পাওয়া নম্বর", "As given by D-Nothi"}},
    {NumberSource::own, "own", {"দপ্তরের নিজস্ব ক্রম", "The office's own series"}},
};
constexpr Term<ProofKind> proofs[] = {
    {ProofKind::signed_copy, "signed_copy", {"স্বাক্ষরিত অনুলিপি", "Signed copy"}},
    {ProofKind::sending, "sending", {"প্রেরণের প্রমাণ", "Proof of sending"}},
};
constexpr Term<Channel> channels[] = {
    {Channel::email, "email", {"ইমেইলে", "By e-mail"}},
    {Channel::dnothi, "dnothi", {"ডি-নথিতে", "By D-Nothi"}},
    {Channel::post, "post", {"ডাকে", "By post"}},
    {Channel::hand, "hand", {"হাতে হাতে", "By hand"}},
};

} // namespace

template <>
std::span<Term<PaperKind> const> terms<PaperKind>() {
    return kinds;
}
template <>
std::span<Term<Style> const> terms<Style>() {
    return styles;
}
template <>
std::span<Term<Stage> const> terms<Stage>() {
    return stages;
}
template <>
std::span<Term<BlockKind> const> terms<BlockKind>() {
    return blocks;
}
template <>
std::span<Term<NumberSource> const> terms<NumberSource>() {
    return sources;
}
template <>
std::span<Term<ProofKind> const> terms<ProofKind>() {
    return proofs;
}
template <>
std::span<Term<Channel> const> terms<Channel>() {
    return channels;
}

} // namespace udb
