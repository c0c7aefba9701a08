#include "registers/pages/places.hpp"

#include "host/call.hpp"
#include "web/components/breadcrumb.hpp"

namespace udb {

Url address(Kept const& kept, std::string_view rest) {
    return *Url::parse(std::string(kept.path) + std::string(rest));
}

Url address(Kept const& kept, Id<Record> id, std::string_view rest) {
    return address(kept, '/' + to_string(id) + std::string(rest));
}

Html way_back(Call const& call) {
    return ui::breadcrumb(call.words,
                          {{std::string(call.words(call.kept->reg->title)), address(*call.kept)}});
}

} // namespace udb
