#include "modules/doptor/reading.hpp"

#include "bangla/text/digits.hpp"

#include <boost/json.hpp>
#include <charconv>
#include <map>

namespace udb::doptor {
namespace {

namespace json = boost::json;

std::string text_at(json::object const& row, std::string_view key) {
    auto const* value = row.if_contains(key);
    if (!value) return {};
    if (auto const* text = value->if_string()) return std::string(*text);
    if (value->is_int64()) return std::to_string(value->get_int64());
    return {};
}

/// Numbers come as numbers and as texts, in either script.
std::int64_t number_at(json::object const& row, std::string_view key) {
    auto const text = bangla::ascii_digits(text_at(row, key));
    std::int64_t number = 0;
    auto const* const end = text.data() + text.size();
    auto const [at, wrong] = std::from_chars(text.data(), end, number);
    return wrong == std::errc{} && at == end && number > 0 ? number : 0;
}

bool true_at(json::object const& row, std::string_view key) {
    auto const* value = row.if_contains(key);
    return value && ((value->is_bool() && value->get_bool()) || text_at(row, key) == "1");
}

json::object const* object_at(json::object const& row, std::string_view key) {
    auto const* value = row.if_contains(key);
    return value ? value->if_object() : nullptr;
}

class Reader {
public:
    /// Whether the file had a row that we know.
    bool file(std::string const& name, json::value const& content) {
        file_ = name;
        row_ = 0;
        auto const before = known_;
        auto const* page = content.if_object();
        auto const* data = page ? page->if_contains("data") : &content;
        if (data) rows(*data);
        return known_ > before;
    }
    Directory directory;
    std::size_t count() const { return known_; }

private:
    void rows(json::value const& data) {
        if (auto const* list = data.if_array()) {
            for (auto const& value : *list)
                if (auto const* row = value.if_object()) plain(*row);
        } else if (auto const* by_id = data.if_object()) {
            for (auto const& [id, value] : *by_id)
                if (auto const* row = value.if_object()) holder(*row);
        }
    }

    Entry begun(Kind kind, json::object const& row, std::string_view id) {
        ++known_;
        return {.kind = kind, .id = number_at(row, id), .file = file_, .row = ++row_};
    }

    void plain(json::object const& row) {
        if (row.contains("office_name_bng") || row.contains("office_name_eng"))
            office(row);
        else if (row.contains("layer_name_bng"))
            layer(row);
        else if (row.contains("reference_code"))
            ministry(row, "id", "name_");
        else if (row.contains("bbs_code"))
            geography(row);
        else if (row.contains("office_unit_id") && row.contains("unit_name_bng"))
            unit(row, number_at(row, "office_id"));
        else
            holder(row);
    }

    void office(json::object const& row) {
        auto e = begun(Kind::office, row, "id");
        e.name = {text_at(row, "office_name_bng"), text_at(row, "office_name_eng")};
        e.code = text_at(row, "digital_nothi_code");
        e.website = text_at(row, "office_web");
        e.ministry = number_at(row, "office_ministry_id");
        e.layer = number_at(row, "office_layer_id");
        e.parent = number_at(row, "parent_office_id");
        if (auto const* of = object_at(row, "office_layer")) {
            e.level = static_cast<int>(std::min<std::int64_t>(number_at(*of, "layer_level"), 99));
            e.layer_name = {text_at(*of, "layer_name_bng"), text_at(*of, "layer_name_eng")};
        }
        if (auto const* of = object_at(row, "office_ministry")) {
            Entry above{.kind = Kind::ministry,
                        .id = number_at(*of, "id"),
                        .file = file_,
                        .row = row_,
                        .name = {text_at(*of, "name_bng"), text_at(*of, "name_eng")},
                        .implied = true};
            if (above.id) keep(std::move(above));
        }
        keep(std::move(e));
    }

    void ministry(json::object const& row, std::string_view id, std::string const& prefix) {
        auto e = begun(Kind::ministry, row, id);
        e.name = {text_at(row, prefix + "bng"), text_at(row, prefix + "eng")};
        e.code = text_at(row, "reference_code");
        keep(std::move(e));
    }

    void layer(json::object const& row) {
        auto e = begun(Kind::layer, row, "id");
        e.name = {text_at(row, "layer_name_bng"), text_at(row, "layer_name_eng")};
        e.parent = number_at(row, "parent_layer_id");
        e.level = static_cast<int>(std::min<std::int64_t>(number_at(row, "layer_level"), 99));
        keep(std::move(e));
    }

    void geography(json::object const& row) {
        auto const kind = row.contains("district_id")   ? Kind::upazila
                          : row.contains("division_id") ? Kind::district
                                                        : Kind::division;
        auto e = begun(kind, row, "id");
        e.name = {text_at(row, "name_bng"), text_at(row, "name_eng")};
        e.code = text_at(row, "bbs_code");
        e.parent = number_at(row, kind == Kind::upazila ? "district_id" : "division_id");
        keep(std::move(e));
    }

    /// What holds others: an office its units, a unit its designations.
    void holder(json::object const& row) {
        auto const office = number_at(row, "office_id");
        auto const* units = row.if_contains("units");
        if (units && units->is_array())
            for (auto const& value : units->get_array())
                if (auto const* of = value.if_object()) unit(*of, office);
        if (object_at(row, "designations"))
            designations(row, office, number_at(row, "office_unit_id"));
    }

    void unit(json::object const& row, std::int64_t office) {
        auto e = begun(Kind::unit, row, "office_unit_id");
        e.name = {text_at(row, "unit_name_bng"), text_at(row, "unit_name_eng")};
        e.code = text_at(row, "unit_nothi_code");
        e.parent = number_at(row, "parent_unit_id");
        e.office = office;
        auto const id = e.id;
        keep(std::move(e));
        designations(row, office, id);
    }

    void designations(json::object const& row, std::int64_t office, std::int64_t unit) {
        auto const* all = object_at(row, "designations");
        if (!all) return;
        for (auto const& [id, value] : *all) {
            auto const* of = value.if_object();
            if (!of) continue;
            auto e = begun(Kind::designation, *of, "designation_id");
            e.name = {text_at(*of, "designation_bng"), text_at(*of, "designation_eng")};
            e.office = office;
            e.unit = unit;
            e.is_head = true_at(*of, "is_office_head");
            keep(std::move(e));
        }
    }

    void keep(Entry entry) {
        if (!entry.id) {
            directory.nameless.push_back(std::move(entry));
            return;
        }
        auto const [at, is_new] =
            seen_.try_emplace({entry.kind, entry.id}, directory.entries.size());
        if (is_new)
            directory.entries.push_back(std::move(entry));
        else
            add_to(directory.entries[at->second], std::move(entry));
    }

    /// A second row of the same thing fills what the first one lacks.
    static void add_to(Entry& first, Entry second) {
        if (first.implied && !second.implied) std::swap(first, second);
        auto const text = [](std::string& own, std::string& other) {
            if (own.empty()) own = std::move(other);
        };
        auto const number = [](auto& own, auto other) {
            if (!own) own = other;
        };
        text(first.name.bn, second.name.bn);
        text(first.name.en, second.name.en);
        text(first.code, second.code);
        text(first.website, second.website);
        text(first.layer_name.bn, second.layer_name.bn);
        text(first.layer_name.en, second.layer_name.en);
        number(first.ministry, second.ministry);
        number(first.layer, second.layer);
        number(first.parent, second.parent);
        number(first.office, second.office);
        number(first.unit, second.unit);
        number(first.level, second.level);
    }

    std::string file_;
    std::int64_t row_ = 0;
    std::size_t known_ = 0;
    std::map<std::pair<Kind, std::int64_t>, std::size_t> seen_;
};

} // namespace

Result<Directory> read(std::span<SourceFile const> files) {
    Reader reader;
    std::vector<FieldError> wrong;
    auto const say = [&](std::string key, std::string const& file) {
        wrong.push_back({"files", {std::move(key), {{"file", file}}}});
    };
    for (auto const& file : files) {
        if (file.bytes.size() > file_bytes_max) {
            say("doptor.too_large", file.name);
            continue;
        }
        boost::system::error_code fault;
        auto bytes = file.bytes;
        if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
        auto const content = json::parse({bytes.data(), bytes.size()}, fault);
        if (fault)
            say("doptor.not_json", file.name);
        else if (!reader.file(file.name, content))
            say("doptor.no_rows", file.name);
        if (reader.count() > entries_max)
            return invalid("files",
                           {"doptor.too_many", {{"most", static_cast<std::int64_t>(entries_max)}}});
    }
    if (!wrong.empty()) return invalid(std::move(wrong));
    return std::move(reader.directory);
}

} // namespace udb::doptor
