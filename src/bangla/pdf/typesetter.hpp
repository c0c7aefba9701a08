// Sets a Paper as a PDF: tagged, with its text readable again letter by letter.
#pragma once

#include "bangla/pdf/paper.hpp"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace udb::bangla {

/// The bytes of TrueType fonts, in the order in which they are asked for a letter; and the colour
/// profile that PDF/A wants. The bytes must live as long as the Typesetter.
/// `bangla/pdf/fonts/fonts.hpp` has those that the program carries.
struct Fonts {
    std::vector<std::string_view>
        regular; ///< first the Bangla one, then the Latin one, then others
    std::vector<std::string_view> bold = {};
    std::string_view srgb_profile = {}; ///< ICC; without it the file does not claim PDF/A
};

/// Made once, used by any number of threads at a time. Keeps the fonts open, the words it has
/// shaped and the subsets it has cut, all within fixed bounds.
class Typesetter {
public:
    /// Throws Bug when there is no regular font, or a font is not one.
    explicit Typesetter(Fonts const& fonts);
    ~Typesetter();
    Typesetter(Typesetter const&) = delete;
    Typesetter& operator=(Typesetter const&) = delete;

    /// The bytes of the PDF. Any paper can be set, however odd; the same paper gives the same
    /// bytes.
    std::string typeset(Paper const& paper) const;

private:
    struct Shop;
    std::unique_ptr<Shop> shop_;
};

} // namespace udb::bangla
