// Reads a DOCX file back: its parts out of the archive, each as a tree of elements.
#pragma once

#include <doctest/doctest.h>
#include <expat.h>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>
#include <zip.h>

namespace udb::bangla::reading {

struct Element {
    std::string name;
    std::map<std::string, std::string> attributes;
    std::vector<std::unique_ptr<Element>> children;
    std::string said; ///< what stands in it itself

    Element const* child(std::string_view wanted) const {
        for (auto const& each : children)
            if (each->name == wanted) return each.get();
        return nullptr;
    }
    /// The attribute `w:val` of a child, or nothing.
    std::string val(std::string_view wanted) const {
        auto const* const found = child(wanted);
        return found && found->attributes.contains("w:val") ? found->attributes.at("w:val") : "";
    }
    /// All below that have the name, in their order.
    std::vector<Element const*> all(std::string_view wanted) const {
        std::vector<Element const*> found;
        for (auto const& each : children) {
            if (each->name == wanted) found.push_back(each.get());
            auto const below = each->all(wanted);
            found.insert(found.end(), below.begin(), below.end());
        }
        return found;
    }
    /// As it is read: tabs and broken lines as such.
    std::string text() const {
        if (name == "w:tab" && attributes.empty()) return "\t";
        if (name == "w:br") return "\n";
        if (name == "w:softHyphen") return "\xC2\xAD";
        auto read = name == "w:t" ? said : std::string{};
        for (auto const& each : children)
            read += each->text();
        return read;
    }
};

/// Fails the test where the XML is not well-formed.
inline std::unique_ptr<Element> parsed(std::string const& xml) {
    Element outside;
    std::vector<Element*> open{&outside};
    auto* const parser = XML_ParserCreate(nullptr);
    XML_SetUserData(parser, &open);
    XML_SetElementHandler(
        parser,
        [](void* given, char const* name, char const** pairs) {
            auto& stack = *static_cast<std::vector<Element*>*>(given);
            auto element = std::make_unique<Element>();
            element->name = name;
            for (; *pairs; pairs += 2)
                element->attributes[pairs[0]] = pairs[1];
            stack.back()->children.push_back(std::move(element));
            stack.push_back(stack.back()->children.back().get());
        },
        [](void* given, char const*) { static_cast<std::vector<Element*>*>(given)->pop_back(); });
    XML_SetCharacterDataHandler(parser, [](void* given, char const* text, int size) {
        auto& stack = *static_cast<std::vector<Element*>*>(given);
        stack.back()->said.append(text, static_cast<std::size_t>(size));
    });
    auto const status = XML_Parse(parser, xml.data(), static_cast<int>(xml.size()), 1);
    auto const* const problem = XML_ErrorString(XML_GetErrorCode(parser));
    XML_ParserFree(parser);
    REQUIRE_MESSAGE(status == XML_STATUS_OK, problem);
    return std::move(outside.children.front());
}

/// The parts by name; fails the test where the archive is damaged.
inline std::map<std::string, std::unique_ptr<Element>> unpacked(std::string const& docx) {
    auto* const source = zip_source_buffer_create(docx.data(), docx.size(), 0, nullptr);
    auto* const archive = zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, nullptr);
    REQUIRE(archive != nullptr);
    std::map<std::string, std::unique_ptr<Element>> parts;
    for (zip_int64_t i = 0; i < zip_get_num_entries(archive, 0); ++i) {
        zip_stat_t known;
        REQUIRE(zip_stat_index(archive, static_cast<zip_uint64_t>(i), 0, &known) == 0);
        std::string xml(known.size, '\0');
        auto* const file = zip_fopen_index(archive, static_cast<zip_uint64_t>(i), 0);
        REQUIRE(zip_fread(file, xml.data(), xml.size()) == static_cast<zip_int64_t>(xml.size()));
        zip_fclose(file);
        parts[known.name] = parsed(xml);
    }
    zip_discard(archive);
    return parts;
}

/// What stands in `w:body`, of a document that must outlive it.
inline Element const& body_of(std::map<std::string, std::unique_ptr<Element>> const& parts) {
    auto const* const body = parts.at("word/document.xml")->child("w:body");
    REQUIRE(body != nullptr);
    return *body;
}

/// The texts of the paragraphs that have any.
inline std::vector<std::string> paragraphs_of(std::string const& docx) {
    auto const parts = unpacked(docx);
    std::vector<std::string> texts;
    for (auto const* const paragraph : body_of(parts).all("w:p"))
        if (auto text = paragraph->text(); !text.empty()) texts.push_back(std::move(text));
    return texts;
}

} // namespace udb::bangla::reading
