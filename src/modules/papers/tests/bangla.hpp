// The words of papers in Bangla, for tests.
#pragma once

#include "kernel/words.hpp"

namespace udb::embedded {
std::span<EmbeddedFile const> papers();
}

namespace udb::papers {

inline Catalogue const& paper_words() {
    static Catalogue const catalogue = [] {
        Catalogue c;
        c.add(embedded::papers());
        return c;
    }();
    return catalogue;
}
inline Words in_bangla() { return {paper_words(), Language::bn}; }

} // namespace udb::papers
