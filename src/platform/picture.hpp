// Photographs made fit to be handed out: no larger than a page needs, and without what the camera
// wrote into them (place, time, owner), but for how it was held.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace udb {

/// The JPEG anew, its longer side at most about `side_max`, with `orientation` (EXIF 2.3: 1 to 8)
/// as its only fact. Nothing for what is no JPEG, is damaged, has other than grey or three colours,
/// or has more than a hundred million samples.
std::optional<std::string> fitted_jpeg(std::string_view jpeg, int side_max, int orientation);

/// The PNG with what its pixels need alone: no texts, place, time or thumbnails, nothing behind its
/// end. Nothing for what is no PNG.
std::optional<std::string> bare_png(std::string_view png);

} // namespace udb
