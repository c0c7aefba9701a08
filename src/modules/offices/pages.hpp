// The pages of offices and posts, and what the pages of people use of them.
#pragma once

#include "host/call.hpp"
#include "kernel/form_values.hpp"
#include "modules/offices/offices.hpp"
#include "registers/pages/picker.hpp"
#include "web/components/breadcrumb.hpp"

namespace udb::offices {

Result<web::Response> show_offices(Call& call);

/// `page` of the address, from 1.
std::int64_t page_asked(Call const& call);
/// The offices above `path`, itself included, as a way back.
Html way_back(Call const& call, std::vector<OfficeLine> const& way);
/// Choosing an office by its name.
Picker office_picker(Call const& call, FormValues const& form, Picker start);

} // namespace udb::offices
