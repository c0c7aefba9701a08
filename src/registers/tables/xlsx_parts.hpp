// The parts of an XLSX file: a ZIP archive of XML, unpacked and parsed piece by piece.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

struct zip;

namespace udb {

/// The archive, or something in it, is not what it says. `locked`: by a password.
struct XlsxDamaged {
    bool locked = false;
};
/// It unfolds to more than is allowed.
struct XlsxUnfolds {};

/// The attributes of an element, by names without prefix.
class XmlAttributes {
public:
    explicit XmlAttributes(char const* const* pairs) : pairs_(pairs) {}
    /// Empty where there is none.
    std::string_view get(std::string_view name) const;

private:
    char const* const* pairs_;
};

/// Hears an XML part from its beginning to its end; names come without prefix.
class XmlListener {
public:
    virtual ~XmlListener() = default;
    virtual void begin(std::string_view name, XmlAttributes const& attributes) = 0;
    virtual void end(std::string_view name) = 0;
    virtual void text(std::string_view) {}
};

/// The views of the bytes must live as long as it.
class XlsxParts {
public:
    /// `unfolded_max`: bytes that all parts that are read may have together.
    XlsxParts(std::string_view bytes, std::size_t unfolded_max);
    ~XlsxParts();
    XlsxParts(XlsxParts const&) = delete;
    XlsxParts& operator=(XlsxParts const&) = delete;

    bool has(std::string const& name) const;
    /// Parses the part. Throws XlsxDamaged where it is not there, is no XML or declares a document
    /// type, XlsxUnfolds, and what the listener throws.
    void parse(std::string const& name, XmlListener& listener);

private:
    zip* archive_ = nullptr;
    std::size_t left_;
};

} // namespace udb
