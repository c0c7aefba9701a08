#include "modules/doptor/report.hpp"

#include <boost/json.hpp>

namespace udb {
namespace {

using doptor::Kind;
using doptor::Outcome;

constexpr std::array kinds{
    Term<Kind>{Kind::ministry, "ministry", {"মন্ত্রণালয়", "Ministry"}},
    Term<Kind>{Kind::layer, "layer", {"স্তর", "Layer"}},
    Term<Kind>{Kind::division, "division", {"প্রশাসনিক বিভাগ", "Division"}},
    Term<Kind>{Kind::district, "district", {"জেলা", "District"}},
    Term<Kind>{Kind::upazila, "upazila", {"উপজেলা", "Upazila"}},
    Term<Kind>{Kind::office, "office", {"দপ্তর", "Office"}},
    Term<Kind>{Kind::unit, "unit", {"শাখা বা ইউনিট", "Unit"}},
    Term<Kind>{Kind::designation, "designation", {"পদ", "Post"}},
};

constexpr std::array outcomes{
    Term<Outcome>{Outcome::added, "added", {"নতুন যোগ হয়েছে", "Added"}},
    Term<Outcome>{Outcome::updated, "updated", {"হালনাগাদ হয়েছে", "Updated"}},
    Term<Outcome>{Outcome::matched, "matched", {"আগে থেকেই ছিল, মেলানো হয়েছে", "Matched"}},
    Term<Outcome>{Outcome::unchanged, "unchanged", {"অপরিবর্তিত", "Unchanged"}},
    Term<Outcome>{Outcome::read, "read", {"অন্য সারির জন্য পড়া হয়েছে", "Read for other rows"}},
    Term<Outcome>{Outcome::refused, "refused", {"নেওয়া হয়নি", "Refused"}},
};

} // namespace

template <>
std::span<Term<Kind> const> terms<Kind>() {
    return kinds;
}
template <>
std::span<Term<Outcome> const> terms<Outcome>() {
    return outcomes;
}

namespace doptor {

namespace json = boost::json;

void Report::tell(Line line) {
    ++counts[static_cast<std::size_t>(line.kind)][static_cast<std::size_t>(line.outcome)];
    auto const refused = line.outcome == Outcome::refused;
    if (!refused && !line.notes.empty()) ++mended;
    if (refused || !line.notes.empty() || line.outcome == Outcome::matched)
        lines.push_back(std::move(line));
}

std::int64_t Report::count(Outcome outcome) const {
    std::int64_t all = 0;
    for (auto const& of_kind : counts)
        all += of_kind[static_cast<std::size_t>(outcome)];
    return all;
}

Line line_of(Entry const& entry) {
    return {.file = entry.file,
            .row = entry.row,
            .kind = entry.kind,
            .outside = entry.id,
            .name = entry.name};
}

std::string written(std::vector<Message> const& notes) {
    json::array out;
    for (auto const& note : notes) {
        json::object args;
        for (auto const& [name, value] : note.args) {
            if (auto const* number = std::get_if<std::int64_t>(&value)) args[name] = *number;
            if (auto const* text = std::get_if<std::string>(&value)) args[name] = *text;
        }
        out.push_back(json::object{{"key", note.key}, {"args", std::move(args)}});
    }
    return json::serialize(out);
}

std::vector<Message> read_notes(std::string_view text) {
    std::vector<Message> notes;
    boost::system::error_code wrong;
    auto const parsed = json::parse({text.data(), text.size()}, wrong);
    auto const* list = wrong ? nullptr : parsed.if_array();
    if (!list) return notes;
    for (auto const& value : *list) {
        auto const* note = value.if_object();
        auto const* key = note ? note->if_contains("key") : nullptr;
        if (!key || !key->is_string()) continue;
        Message message{std::string(key->get_string())};
        auto const* args = note->if_contains("args");
        if (args && args->is_object())
            for (auto const& [name, arg] : args->get_object()) {
                if (arg.is_int64()) message.args.emplace_back(name, arg.get_int64());
                if (arg.is_string()) message.args.emplace_back(name, std::string(arg.get_string()));
            }
        notes.push_back(std::move(message));
    }
    return notes;
}

} // namespace doptor
} // namespace udb
