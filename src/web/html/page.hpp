// The frame of every page: head, skip link, mark, navigation, language, person, message, footer.
#pragma once

#include "kernel/words.hpp"
#include "web/html/html.hpp"
#include "web/html/url.hpp"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace udb::html {

/// One entry of the main navigation.
struct NavItem {
    std::string label; ///< in the reader's language
    Url href;
    bool current = false; ///< the part of the product this page belongs to
};

/// Entries that stand together. A group of one is shown as its entry.
struct NavGroup {
    std::string label;
    std::vector<NavItem> items = {};
};

/// Who is signed in.
struct Person {
    std::string name;  ///< as the person is called, "ড. সালমা আক্তার"
    std::string about; ///< post and office, one line; may be empty
    Url account;       ///< the person's own page; empty for none
    Url sign_out;      ///< where the sign-out form is posted
};

/// What the last act brought, said once at the top of the next page.
struct Flash {
    enum class Kind { success, notice, problem };
    Kind kind = Kind::notice;
    std::string text; ///< one or two sentences, in the reader's language
};

/// The box that searches everything.
struct SiteSearch {
    Url action;             ///< the text goes there as `q`
    std::string value = {}; ///< what was searched
};

struct PageFrame {
    /// The reader's words; their language is the page's `lang`.
    Words const& words;
    /// The title of this page; the product's name is added behind it.
    std::string title;
    /// The address of an asset by name ("app.css"), with its content hash (web/http).
    std::function<std::string(std::string_view)> asset_url;
    /// The main navigation, in order; empty for none (sign-in, errors).
    std::vector<NavGroup> navigation = {};
    /// Where "বাংলা | English" leads: it sets the cookie and comes back here. Empty: no switch.
    Url other_language = {};
    std::optional<SiteSearch> search = {};
    /// Who is signed in; none shows a sign-in link when `sign_in` is given.
    std::optional<Person> person = {};
    Url sign_in = {};
    /// The hidden field `csrf` of the sign-out form, and of requests that htmx sends.
    std::string csrf = {};
    std::optional<Flash> flash = {};
    /// Between header and main: ui::breadcrumb, usually.
    Html before_main = {};
    /// Number of problems on the page; the title then begins with it (WCAG 2.2, technique G199).
    std::size_t problems = 0;
    /// The page uses `hx_get`/`hx_post`; htmx is loaded only then.
    bool htmx = false;
    /// Wide pages (tables, comparisons) use the whole 1200 px.
    bool wide = false;
    /// Shown at the bottom, "0.1.0".
    std::string version = {};
};

/// The whole document.
Html page(PageFrame const& frame, Html const& main);

} // namespace udb::html
