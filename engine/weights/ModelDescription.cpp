// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/weights/ModelDescription.h"

namespace pleurascope::weights {

std::string_view scalingName(Scaling scaling) {
    switch (scaling) {
    case Scaling::tf:
        return "tf";
    case Scaling::unit:
        return "unit";
    case Scaling::none:
        return "none";
    }
    return "tf";
}

core::Result<Scaling> scalingFromName(std::string_view name) {
    for (const Scaling scaling : {Scaling::tf, Scaling::unit, Scaling::none})
        if (scalingName(scaling) == name)
            return scaling;
    return core::failure(core::ErrorCode::invalidArgument, "scaling '" + std::string(name) + "'");
}

} // namespace pleurascope::weights
