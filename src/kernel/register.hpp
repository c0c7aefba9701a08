// A register: a kind of record described as data. Lists, forms, columns and audit follow from it.
#pragma once

#include "base/result.hpp"
#include "kernel/field.hpp"
#include "kernel/policy.hpp"

#include <map>
#include <memory>
#include <span>

namespace udb {

/// What a form brought: names with values, a name as often as it was sent.
using FormValues = std::multimap<std::string, std::string, std::less<>>;

/// What a record is called in lists and where others refer to it.
struct Naming {
    BilingualText title = {};
    std::string number = {};
};

using AnyRecord = std::unique_ptr<void, void (*)(void*)>;

/// A register without its type: what the engine works on.
struct RegisterView {
    std::string_view name; ///< plural: table, URL and word family, `posts`
    std::string_view kind; ///< singular: header and events, `post`; empty: it is only a form
    Bilingual title;       ///< plural
    Bilingual one;
    std::span<Field const> fields;
    std::span<Grant const> policy;
    std::string_view sort; ///< in what order its list begins, as ListQuery says it

    virtual AnyRecord blank() const = 0;
    virtual AnyRecord copy(void const* record) const = 0;
    /// What no single field can see; see FieldError::besides.
    virtual std::vector<FieldError> check(void const* record) const = 0;
    virtual Naming naming(void const* record) const = 0;

    Field const* field(std::string_view field_name) const;

protected:
    constexpr RegisterView(std::string_view plural, std::string_view singular, Bilingual all,
                           Bilingual each, std::span<Field const> described,
                           std::span<Grant const> grants, std::string_view first_sort)
        : name(plural), kind(singular), title(all), one(each), fields(described), policy(grants),
          sort(first_sort) {}
    constexpr ~RegisterView() = default;
};

/// The parts of a register, for its definition.
template <class Record>
struct Described {
    std::string_view name;
    std::string_view kind = {};
    Bilingual title;
    Bilingual one;
    std::span<Field const> fields;
    std::span<Grant const> policy = {};
    /// `title`, `changed` or a field that sorts; with `-` before it the other way round.
    std::string_view sort = "title";
    std::vector<FieldError> (*check)(Record const&) = nullptr;
    /// Null: the fields `title`, `name` (or `…_bn` and `…_en`) and `number` say it.
    Naming (*naming)(Record const&) = nullptr;
};

/// The naming that the usual fields give.
Naming usual_naming(std::span<Field const> fields, void const* record);

template <class Record>
struct Register final : RegisterView {
    constexpr explicit Register(Described<Record> const& d)
        : RegisterView(d.name, d.kind, d.title, d.one, d.fields, d.policy, d.sort), check_(d.check),
          naming_(d.naming) {}

    AnyRecord blank() const override { return held(new Record()); }
    AnyRecord copy(void const* record) const override {
        return held(new Record(*static_cast<Record const*>(record)));
    }
    std::vector<FieldError> check(void const* record) const override {
        if (!check_) return {};
        return check_(*static_cast<Record const*>(record));
    }
    Naming naming(void const* record) const override {
        if (!naming_) return usual_naming(fields, record);
        return naming_(*static_cast<Record const*>(record));
    }

private:
    static AnyRecord held(Record* record) {
        return {record, [](void* gone) { delete static_cast<Record*>(gone); }};
    }

    std::vector<FieldError> (*check_)(Record const&);
    Naming (*naming_)(Record const&);
};

/// What differs between two records of a register: for the history and for an event.
struct Change {
    std::string_view field;
    std::string before;
    std::string after;
};
std::vector<Change> changes(std::span<Field const> fields, void const* before, void const* after);

/// Reads every field of the form into `record`, and tells all that is wrong at once: with the
/// fields, and with the record as a whole.
std::vector<FieldError> read_record(RegisterView const& reg, FormValues const& form, void* record);

/// The record that a form describes, beginning from `start`; every problem at once, at its field.
template <class Record>
Result<Record> parse(Register<Record> const& reg, FormValues const& form, Record start = {}) {
    auto wrong = read_record(reg, form, &start);
    if (!wrong.empty()) return invalid(std::move(wrong));
    return start;
}

/// The form that describes a record: `parse` of it gives the record back.
FormValues form_of(std::span<Field const> fields, void const* record);

/// Names differ and are lower case with underscores; for a static_assert beside the fields.
constexpr bool well_formed(std::span<Field const> fields) {
    for (std::size_t i = 0; i < fields.size(); ++i) {
        if (fields[i].name.empty() || fields[i].label.bn.empty() || fields[i].label.en.empty())
            return false;
        for (char const c : fields[i].name)
            if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_')) return false;
        for (std::size_t j = 0; j < i; ++j)
            if (fields[j].name == fields[i].name) return false;
    }
    return true;
}

} // namespace udb
