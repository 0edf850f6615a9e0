// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/weights/ModelDescription.h"

namespace pleurascope::weights {

ScalingTerms scalingTerms(Scaling scaling) {
    switch (scaling) {
    case Scaling::tf:
        return {127.5F, {1, 1, 1}, {1, 1, 1}};
    case Scaling::unit:
        return {255, {}, {1, 1, 1}};
    case Scaling::torch:
        return {255, {0.485F, 0.456F, 0.406F}, {0.229F, 0.224F, 0.225F}};
    case Scaling::none:
        break;
    }
    return {};
}

std::string_view scalingName(Scaling scaling) {
    switch (scaling) {
    case Scaling::tf:
        return "tf";
    case Scaling::unit:
        return "unit";
    case Scaling::none:
        return "none";
    case Scaling::torch:
        return "torch";
    }
    return "tf";
}

core::Result<Scaling> scalingFromName(std::string_view name) {
    for (const Scaling scaling : {Scaling::tf, Scaling::unit, Scaling::none, Scaling::torch})
        if (scalingName(scaling) == name)
            return scaling;
    return core::failure(core::ErrorCode::invalidArgument, "scaling '" + std::string(name) + "'");
}

} // namespace pleurascope::weights
