// One field of a record, described once: label, traits, and how it is written and read.
#pragma once

#include "kernel/codec.hpp"
#include "kernel/record_kind.hpp"

namespace udb {

struct Field {
    std::string_view name; ///< column, form key and JSON key: one name everywhere
    Bilingual label;
    Traits traits;
    Control control;
    std::string_view sql_type;

    std::string (*write)(void const* record);
    std::optional<Message> (*read)(void* record, std::string_view text, Traits const& traits);
    std::vector<Option> (*options)(); ///< of a choice; null for the others
    std::string_view refers_to = {};  ///< of a reference: the kind of record; empty: none that
                                      ///< has a header

    bool shows(Show where) const { return (traits.show & where) != 0; }
};

namespace detail {

template <class T>
struct Member;
template <class R, class V>
struct Member<V R::*> {
    using Record = R;
    using Value = V;
};

template <class Value>
concept HasOptions = requires { Codec<Value>::options(); };

template <class Value>
constexpr auto options_of() -> std::vector<Option> (*)() {
    if constexpr (HasOptions<Value>)
        return &Codec<Value>::options;
    else
        return nullptr;
}

template <class Value>
inline constexpr std::string_view kind_of{};
template <class Record>
inline constexpr std::string_view kind_of<Id<Record>> = record_kind<Record>;

} // namespace detail

/// `field<&Post::title>("title", {"পদ", "Post"}, {.required = true})`
template <auto member>
constexpr Field field(std::string_view name, Bilingual label, Traits traits = {}) {
    using Record = typename detail::Member<decltype(member)>::Record;
    using Value = typename detail::Member<decltype(member)>::Value;

    return {
        .name = name,
        .label = label,
        .traits = traits,
        .control = traits.many_lines ? Control::lines : Codec<Value>::control,
        .sql_type = Codec<Value>::sql_type,
        .write =
            [](void const* record) {
                return Codec<Value>::write(static_cast<Record const*>(record)->*member);
            },
        .read =
            [](void* record, std::string_view text, Traits const& t) {
                return Codec<Value>::read(text, t, static_cast<Record*>(record)->*member);
            },
        .options = detail::options_of<Value>(),
        .refers_to = detail::kind_of<Value>,
    };
}

} // namespace udb
