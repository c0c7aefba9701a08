#include "app/modules.hpp"

namespace udb {
namespace accounts {
extern Module const manifest;
}
namespace doptor {
extern Module const manifest;
}
namespace duties {
extern Module const manifest;
}
namespace evidence {
extern Module const manifest;
}
namespace handover {
extern Module const manifest;
}
namespace holidays {
extern Module const manifest;
}
namespace mandates {
extern Module const manifest;
}
namespace meetings {
extern Module const manifest;
}
namespace offices {
extern Module const manifest;
}
namespace papers {
extern Module const manifest;
}
namespace people {
extern Module const manifest;
}
namespace plans {
extern Module const manifest;
}
namespace reports {
extern Module const manifest;
}
namespace search_page {
extern Module const manifest;
}
namespace teams {
extern Module const manifest;
}
namespace tokens {
extern Module const manifest;
}
} // namespace udb

namespace udb::app {

std::span<Module const* const> modules() {
    // In the order of the navigation, and of the demo's chapters.
    static constexpr Module const* all[] = {
        &offices::manifest, &people::manifest,   &mandates::manifest, &teams::manifest,
        &papers::manifest,  &evidence::manifest, &holidays::manifest, &meetings::manifest,
        &plans::manifest,   &reports::manifest,  &duties::manifest,   &handover::manifest,
        &doptor::manifest,  &accounts::manifest, &tokens::manifest,   &search_page::manifest,
    };
    return all;
}

} // namespace udb::app
