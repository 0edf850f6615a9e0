// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/weights/BackboneShape.h"

namespace pleurascope::model {

using weights::backboneShape;

} // namespace pleurascope::model
