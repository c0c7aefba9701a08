// Reading JSON that people wrote: every fault is kept with the path of its field.
#pragma once

#include "base/date.hpp"
#include "base/error.hpp"

#include <boost/json/object.hpp>
#include <boost/json/value.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace udb::mandates {

/// One object of the text, and where it stands. Absent and null are the same: the empty value.
class JsonReader {
public:
    JsonReader(boost::json::object const& object, std::string path, std::vector<FieldError>& faults)
        : object_(object), path_(std::move(path)), faults_(faults) {}

    std::string text(std::string_view key) const;
    std::optional<std::int64_t> number(std::string_view key) const;
    /// Zero, and a fault, when it is not there.
    std::int64_t required_number(std::string_view key) const;
    std::optional<bool> truth(std::string_view key) const;
    std::optional<Date> date(std::string_view key) const;
    std::vector<std::string> texts(std::string_view key) const;
    bool has(std::string_view key) const { return find(key) != nullptr; }

    /// Calls `read(JsonReader)` with the object at `key`, if there is one.
    template <class Read>
    void object(std::string_view key, Read read) const {
        auto const* value = find(key);
        if (!value) return;
        if (auto const* inner = value->if_object())
            read(JsonReader(*inner, path(key), faults_));
        else
            fault(key, "mandates.json_object");
    }

    /// Calls `read(JsonReader)` with every object of the list at `key`.
    template <class Read>
    void objects(std::string_view key, Read read) const {
        auto const* value = find(key);
        if (!value) return;
        auto const* list = value->if_array();
        if (!list) return fault(key, "mandates.json_list");
        for (std::size_t i = 0; i < list->size(); ++i) {
            auto const where = std::string(key) + "[" + std::to_string(i) + "]";
            if (auto const* inner = (*list)[i].if_object())
                read(JsonReader(*inner, path(where), faults_));
            else
                fault(where, "mandates.json_object");
        }
    }

    void fault(std::string_view key, std::string message) const;
    boost::json::object const& raw() const { return object_; }

private:
    boost::json::value const* find(std::string_view key) const;
    std::string path(std::string_view key) const;

    boost::json::object const& object_;
    std::string path_;
    std::vector<FieldError>& faults_;
};

} // namespace udb::mandates
