// The manifests of the modules, for tests that put some of them together.
#pragma once

#include "host/module.hpp"

namespace udb::accounts {
extern Module const manifest;
}
namespace udb::doptor {
extern Module const manifest;
}
namespace udb::duties {
extern Module const manifest;
}
namespace udb::evidence {
extern Module const manifest;
}
namespace udb::handover {
extern Module const manifest;
}
namespace udb::holidays {
extern Module const manifest;
}
namespace udb::libraries { // of the template
extern Module const manifest;
}
namespace udb::mandates {
extern Module const manifest;
}
namespace udb::meetings {
extern Module const manifest;
}
namespace udb::offices {
extern Module const manifest;
}
namespace udb::papers {
extern Module const manifest;
}
namespace udb::people {
extern Module const manifest;
}
namespace udb::plans {
extern Module const manifest;
}
namespace udb::reports {
extern Module const manifest;
}
namespace udb::search_page {
extern Module const manifest;
}
namespace udb::teams {
extern Module const manifest;
}
namespace udb::tokens {
extern Module const manifest;
}
