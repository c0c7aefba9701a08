#include "registers/exchange/import_plan.hpp"

#include "bangla/text/digits.hpp"
#include "bangla/text/normalise.hpp"
#include "registers/exchange/import_lookup.hpp"

#include <algorithm>
#include <array>
#include <cstdio>

namespace udb {
namespace {

constexpr std::size_t portion = 500;
constexpr std::int64_t tell_every = 1000;

/// Which rows were met before in the file, by what they say.
class Repeats {
public:
    /// The row that said the same before.
    std::optional<std::int64_t> met(std::string const& what, std::int64_t row) {
        auto const [at, added] = rows_.emplace(std::hash<std::string>{}(what), row);
        return added ? std::nullopt : std::optional(at->second);
    }

private:
    std::unordered_map<std::size_t, std::int64_t> rows_;
};

class Examination {
public:
    Examination(Db& db, Actor const& actor, ImportSource const& source, ImportWrong const& wrong,
                ImportPlan const& plan)
        : reg_(*source.kept.reg), actor_(actor), source_(source), wrong_(wrong), plan_(plan),
          lookup_(db, reg_) {
        auto const& columns = source.heads.columns;
        for (std::size_t i = 0; i < columns.size(); ++i) {
            if (!columns[i]) continue;
            if (!columns[i]->field)
                id_column_ = i;
            else
                places_.try_emplace(columns[i]->field, Places{none, none})
                    .first->second.at(columns[i]->id ? 1 : 0) = i;
        }
    }

    ImportSummary run() {
        auto const rows = source_.table.rows();
        for (std::size_t first = 1; first < rows; first += portion) {
            auto const last = std::min(rows, first + portion);
            learn(first, last);
            for (auto row = first; row < last; ++row) {
                examine(row);
                if (++summary_.rows % tell_every == 0 && source_.told) source_.told(summary_.rows);
            }
        }
        std::array<char, 17> hex{};
        std::snprintf(hex.data(), hex.size(), "%016llx", static_cast<unsigned long long>(seen_));
        summary_.seen = hex.data();
        return summary_;
    }

private:
    static constexpr std::size_t none = static_cast<std::size_t>(-1);
    /// Where a field stands in the file: its own column, and that of the id.
    using Places = std::array<std::size_t, 2>;

    std::string_view cell(std::size_t row, std::size_t column) const {
        return column == none ? std::string_view{}
                              : bangla::trimmed(source_.table.cell(row, column));
    }
    /// A number that a person may have written in Bangla digits.
    static std::optional<Id<Record>> id_in(std::string_view text) {
        return parse_id<Record>(bangla::ascii_digits(text));
    }

    /// Asks the database once for all that these rows name.
    void learn(std::size_t first, std::size_t last) {
        std::vector<Id<Record>> own, others;
        for (auto row = first; row < last; ++row) {
            if (auto const id = id_of(row)) own.push_back(*id);
            for (auto const& [field, at] : places_)
                if (field->control == Control::reference)
                    if (auto const id = id_in(cell(row, at[1]))) others.push_back(*id);
        }
        lines_ = lookup_.lines(own);
        for (auto const& [field, at] : places_) {
            if (field->control != Control::reference || field->refers_to.empty()) continue;
            std::vector<std::string> titles;
            for (auto row = first; row < last; ++row)
                if (auto const text = cell(row, at[0]); !text.empty() && cell(row, at[1]).empty())
                    titles.push_back(ImportLookup::plain(text));
            lookup_.know(field->refers_to, titles);
        }
        for (auto const& [id, line] : lines_)
            for (std::size_t i = 0; i < reg_.fields.size(); ++i)
                if (reg_.fields[i].control == Control::reference)
                    if (auto const to = parse_id<Record>(line.values[i])) others.push_back(*to);
        lookup_.know(std::move(others));
        learn_twins(first, last);
    }

    /// Records that may be the same as rows that name none.
    void learn_twins(std::size_t first, std::size_t last) {
        twins_.clear();
        std::vector<std::string> titles;
        for (auto row = first; row < last; ++row)
            if (!id_of(row)) {
                auto const form = form_for(row, nullptr);
                auto const blank = reg_.blank();
                static_cast<void>(read_record(reg_, form.values, blank.get()));
                titles.push_back(reg_.naming(blank.get()).title.bn);
            }
        std::ranges::sort(titles);
        auto const [from, to] = std::ranges::unique(titles);
        titles.erase(from, to);
        for (auto& line : lookup_.titled(titles))
            twins_.emplace(said(line.values), line.header.id);
    }

    static std::string said(std::vector<std::string> const& values) {
        std::string all;
        for (auto const& value : values)
            all.append(value).append(1, '\x1F');
        return all;
    }

    /// The record that the row is about: by its id, else by its number.
    std::optional<Id<Record>> id_of(std::size_t row) {
        if (auto const text = cell(row, id_column_); !text.empty()) return id_in(text);
        auto const* field = reg_.field("number");
        auto const at = field ? places_.find(field) : places_.end();
        if (at == places_.end()) return {};
        auto const number = bangla::normalised(cell(row, at->second[0]));
        if (number.empty()) return {};
        return lookup_.numbered(field->traits.code ? bangla::ascii_digits(number) : number);
    }

    struct Form {
        FormValues values = {};
        std::vector<FieldError> wrong = {};
    };

    /// What a form with this row would bring: over what the record says, or a blank one.
    Form form_for(std::size_t row, ListLine const* line) {
        Form form;
        auto const blank = reg_.blank();
        for (std::size_t i = 0; i < reg_.fields.size(); ++i) {
            auto const& f = reg_.fields[i];
            auto const places = places_.find(&f);
            std::string value = line                ? line->values[i]
                                : f.traits.required ? std::string{}
                                                    : f.write(blank.get());
            if (places != places_.end()) value = value_in(row, f, places->second, value, form);
            form.values.emplace(f.name, std::move(value));
        }
        return form;
    }

    std::string value_in(std::size_t row, Field const& f, Places const& at, std::string const& now,
                         Form& form) {
        if (f.control == Control::reference) return reference_in(row, f, at, now, form);
        auto const text = source_.table.cell(row, at[0]);
        bool const empty = bangla::trimmed(text).empty();
        bool const must_say = f.control == Control::number || f.control == Control::choice;
        if (empty && must_say && !f.traits.required) return f.write(reg_.blank().get());
        auto value = written_of(source_.words, f, text);
        if (f.control == Control::flag && value != "0" && value != "1")
            form.wrong.push_back({std::string(f.name), {"host.import_not_yes_no"}});
        return value;
    }

    std::string reference_in(std::size_t row, Field const& f, Places const& at,
                             std::string const& now, Form& form) {
        auto const wrong = [&](Message message) {
            form.wrong.push_back({std::string(f.name), std::move(message)});
            return now;
        };
        auto const title = cell(row, at[0]), number = cell(row, at[1]);
        auto const plain = ImportLookup::plain(title);
        if (!number.empty()) {
            auto const id = id_in(number);
            auto const* record = id ? lookup_.referred(*id) : nullptr;
            if (!record || record->kind != f.refers_to)
                return wrong({"host.import_unknown_id", {{"id", std::string(number)}}});
            if (!plain.empty() && plain != ImportLookup::plain(record->title.bn)
                && plain != ImportLookup::plain(record->title.en))
                return wrong({"host.import_title_differs", {{"title", record->title}}});
            return to_string(*id);
        }
        if (title.empty()) return {};
        auto const& found = lookup_.titled(f.refers_to, plain);
        if (found.empty())
            return wrong({"host.import_unknown_title", {{"title", std::string(title)}}});
        if (found.size() > 1)
            return wrong(
                {"host.import_many_titles", {{"count", static_cast<std::int64_t>(found.size())}}});
        return to_string(found.front());
    }

    void examine(std::size_t row) {
        auto const number = source_.table.number(row);
        problems_ = 0;
        auto const id = id_of(row);
        auto const text = cell(row, id_column_);
        auto const line = id ? lines_.find(id->value) : lines_.end();
        auto const* before = line == lines_.end() ? nullptr : &line->second;
        if (!text.empty()
            && (!before || !permits(reg_.policy, actor_, Act::read, before->header.target()))) {
            tell(row, source_.words.say({"host.table_id"}), text,
                 {"host.import_unknown_record", {{"id", std::string(text)}}});
            return count(number, before);
        }
        auto form = form_for(row, before);
        auto record = reg_.blank();
        auto wrong = read_record(reg_, form.values, record.get());
        for (auto& problem : form.wrong)
            tell(row, problem);
        for (auto const& problem : wrong)
            if (std::ranges::none_of(form.wrong,
                                     [&](FieldError const& e) { return e.field == problem.field; }))
                tell(row, problem);
        if (problems_ == 0) decide(row, before, std::move(record));
        count(number, before);
    }

    void decide(std::size_t row, ListLine const* before, AnyRecord record) {
        auto const number = source_.table.number(row);
        std::vector<std::string> values;
        for (auto const& f : reg_.fields)
            values.push_back(f.write(record.get()));
        auto const what = before ? "#" + to_string(before->header.id) : said(values);
        if (auto const first = repeats_.met(what, number))
            return tell(row, {}, {}, {"host.import_repeated", {{"row", *first}}});
        bool const same = before ? values == written_again(*before) : twins_.contains(what);
        if (same) return note(number, 'u', before);
        if (before)
            for (std::size_t i = 0; i < values.size(); ++i)
                if (auto const& f = reg_.fields[i];
                    f.traits.fixed && values[i] != before->values[i])
                    tell(row, {std::string(f.name), {"host.import_fixed"}});
        if (!allowed(before, record.get())) tell(row, {}, {}, {"error.forbidden"});
        if (problems_ > 0) return;
        note(number, before ? 'c' : 'e', before);
        ++(before ? summary_.corrected : summary_.entered);
        if (plan_)
            plan_({.number = number,
                   .corrects = before ? std::optional(before->header) : std::nullopt,
                   .row = std::move(record)});
    }

    /// What the record says, read and written once more, as the row was.
    std::vector<std::string> written_again(ListLine const& line) const {
        auto const record = reg_.blank();
        std::vector<std::string> values;
        for (std::size_t i = 0; i < reg_.fields.size(); ++i) {
            auto const& f = reg_.fields[i];
            if (!line.values[i].empty())
                static_cast<void>(f.read(record.get(), line.values[i], f.traits));
            values.push_back(f.write(record.get()));
        }
        return values;
    }

    /// As the engine's verbs ask; a register's own verbs ask in their way, when they run.
    bool allowed(ListLine const* before, void const* record) {
        auto const owner = before ? before->header.owner : actor_.account;
        if (before && !permits(reg_.policy, actor_, Act::write, before->header.target()))
            return false;
        if (before ? source_.kept.correct != nullptr : source_.kept.enter != nullptr) return true;
        auto const* field = reg_.field("office");
        auto const id = field ? parse_id<Record>(field->write(record)) : std::nullopt;
        auto const* office = id ? lookup_.referred(*id) : nullptr;
        auto const path = office ? std::string_view(office->office_path) : std::string_view{};
        return permits(reg_.policy, actor_, Act::write, {.office_path = path, .owner = owner});
    }

    void tell(std::size_t row, FieldError const& problem) {
        auto const* field = reg_.field(problem.field);
        auto const places = field ? places_.find(field) : places_.end();
        std::string_view said;
        if (places != places_.end())
            for (auto const at : places->second)
                if (said.empty()) said = cell(row, at);
        tell(row, field ? BilingualText(field->label) : BilingualText{}, said, problem.message);
    }
    void tell(std::size_t row, BilingualText column, std::string_view text, Message message) {
        ++problems_;
        ++summary_.problems;
        if (wrong_)
            wrong_({.row = source_.table.number(row),
                    .column = std::move(column),
                    .cell = std::string(text),
                    .message = std::move(message)});
    }

    void count(std::int64_t number, ListLine const* before) {
        if (problems_ == 0) return;
        ++summary_.faulty;
        note(number, 'w', before);
    }

    /// FNV-1a over what every row does.
    void note(std::int64_t number, char does, ListLine const* before) {
        if (does == 'u') ++summary_.unchanged;
        auto const mix = [&](std::uint64_t value) {
            for (int i = 0; i < 8; ++i, value >>= 8U)
                seen_ = (seen_ ^ (value & 0xFFU)) * 0x100000001b3ULL;
        };
        mix(static_cast<std::uint64_t>(number));
        mix(static_cast<std::uint64_t>(does));
        mix(before ? static_cast<std::uint64_t>(before->header.id.value) : 0);
        mix(before ? static_cast<std::uint64_t>(before->header.version) : 0);
    }

    RegisterView const& reg_;
    Actor const& actor_;
    ImportSource const& source_;
    ImportWrong const& wrong_;
    ImportPlan const& plan_;
    ImportLookup lookup_;
    std::size_t id_column_ = none;
    std::map<Field const*, Places> places_ = {};
    std::unordered_map<std::int64_t, ListLine> lines_ = {};
    std::unordered_map<std::string, Id<Record>> twins_ = {};
    Repeats repeats_;
    ImportSummary summary_;
    std::int64_t problems_ = 0; ///< of the row in hand
    std::uint64_t seen_ = 0xcbf29ce484222325ULL;
};

} // namespace

ImportSummary plan_import(Db& db, Actor const& actor, ImportSource const& source,
                          ImportWrong const& wrong, ImportPlan const& plan) {
    return Examination(db, actor, source, wrong, plan).run();
}

} // namespace udb
