// The list of modules: nothing else knows which there are.
#pragma once

#include "host/module.hpp"

namespace udb::app {

std::span<Module const* const> modules();

} // namespace udb::app
