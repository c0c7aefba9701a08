// The sentences of the product, by key, in both languages.
#pragma once

#include "base/embedded.hpp"
#include "base/message.hpp"

#include <map>
#include <span>
#include <string>
#include <string_view>

namespace udb {

/// All words files together. A key is `folder.meaning`; every key has both languages.
class Catalogue {
public:
    /// Adds one folder's `words.bn.toml` and `words.en.toml`; other files are passed over.
    /// Throws Bug on a file that is not TOML, and on a key that lacks a language.
    void add(std::span<EmbeddedFile const> files);

    /// The sentence with its gaps filled. A key that is not there is a bug, and throws.
    std::string say(Message const& message, Language language) const;
    BilingualText say(Message const& message) const;

    bool has(std::string_view key) const { return sentences_.contains(key); }
    std::map<std::string, BilingualText, std::less<>> const& sentences() const {
        return sentences_;
    }

private:
    std::map<std::string, BilingualText, std::less<>> sentences_;
};

/// A catalogue in the reader's language: `words("teams.title")`.
class Words {
public:
    Words(Catalogue const& catalogue, Language language)
        : catalogue_(&catalogue), language_(language) {}

    std::string operator()(Message const& message) const {
        return catalogue_->say(message, language_);
    }
    std::string operator()(std::string_view key,
                           std::vector<std::pair<std::string, Arg>> args = {}) const {
        return catalogue_->say({std::string(key), std::move(args)}, language_);
    }
    std::string_view operator()(Bilingual label) const { return label.in(language_); }
    std::string const& operator()(BilingualText const& text) const { return text.in(language_); }

    /// A number in the reader's digits, a date in the reader's months.
    std::string number(std::int64_t value) const;
    std::string date(Date value) const;

    Language language() const { return language_; }
    Catalogue const& catalogue() const { return *catalogue_; }

private:
    Catalogue const* catalogue_;
    Language language_;
};

} // namespace udb
