// Html is a type: text is escaped on its way in, and nothing else can get in.
#pragma once

#include <concepts>
#include <cstddef>
#include <ranges>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

namespace udb {

/// Markup that is safe to send. It is made by the tag functions (web/html/tags.hpp), by `text`, and
/// from literals of our own source by `Html::raw`; there is no way from a run-time string to
/// markup.
class Html {
public:
    /// A literal, known while compiling.
    struct Literal {
        std::string_view markup;
        template <std::size_t N>
        consteval Literal(char const (&literal)[N]) : markup(literal, N - 1) {}
    };

    Html() = default;

    /// Markup written in our own source: `Html::raw("<br>")`. Does not compile for anything else.
    static Html raw(Literal literal) { return Html{std::string(literal.markup)}; }

    /// Plain text, escaped: right inside an element and inside a quoted attribute. Bytes that no
    /// HTML may hold (control characters, broken UTF-8) become U+FFFD.
    static Html text(std::string_view plain);

    Html& operator+=(Html const& more) {
        markup_ += more.markup_;
        return *this;
    }
    Html& operator+=(Html&& more) {
        if (markup_.empty())
            markup_ = std::move(more.markup_);
        else
            markup_ += more.markup_;
        return *this;
    }
    friend Html operator+(Html first, Html const& second) {
        first += second;
        return first;
    }

    bool empty() const { return markup_.empty(); }
    std::string_view view() const { return markup_; }
    std::string take() && { return std::move(markup_); }

    bool operator==(Html const&) const = default;

private:
    friend class HtmlWriter;
    explicit Html(std::string markup) : markup_(std::move(markup)) {}

    std::string markup_;
};

inline Html text(std::string_view plain) { return Html::text(plain); }

namespace html {

/// What is taken as text and escaped. A pointer is not: it may be null.
template <class T>
concept Text =
    std::convertible_to<T const&, std::string_view> && !std::is_pointer_v<std::decay_t<T>>;
template <class T>
concept TextLiteral =
    std::is_array_v<std::remove_reference_t<T>> && std::convertible_to<T const&, std::string_view>;

/// A list of Html, such as a std::vector<Html>: one after the other.
template <class T>
concept Pieces = std::ranges::input_range<T> && std::same_as<std::ranges::range_value_t<T>, Html>;

/// What may stand inside an element: Html as it is, text escaped, a list of Html. Not a number, a
/// bool, a pointer or an optional: say how those are written (`words.number(n)`).
template <class T>
concept Child = std::same_as<std::remove_cvref_t<T>, Html> || Text<std::remove_cvref_t<T>>
                || TextLiteral<T> || Pieces<std::remove_cvref_t<T>>;

} // namespace html
} // namespace udb
