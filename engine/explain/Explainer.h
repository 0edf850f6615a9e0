// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/PixelBuffer.h"
#include "engine/inference/Predictor.h"

namespace pleurascope::explain {

enum class Score : std::uint8_t { logit, softmax };

struct HeatmapRequest {
    std::string layer;   ///< Keras layer name; empty: the backbone's cut
    int classIndex = -1; ///< index into the model's classes; -1: the positive class
    Score score = Score::logit;
};

/// A Grad-CAM map (Selvaraju et al. 2017): map = sum_c w_c A_c with w_c the spatial mean of d score / d A_c.
/// Raw: before the ReLU, not stretched. f32 (h, w, 1), usually 7 x 7 at 224.
struct Heatmap {
    core::PixelBuffer map;
    std::string layer;
    int classIndex = 0;
    Score score = Score::logit;
    inference::Prediction prediction; ///< of the same pass
};

/// Explains one predictor's model. Thread-safe as the predictor is.
class Explainer {
public:
    virtual ~Explainer() = default;
    /// Layers with a spatial map that a request may name, first to last; the last is the default.
    [[nodiscard]] virtual std::vector<std::string> layers() const = 0;
    /// Errors: unknownLayer, invalidArgument (class), outOfMemory.
    [[nodiscard]] virtual core::Result<Heatmap> explain(const imaging::InputPlanes& film,
                                                        const HeatmapRequest& request) = 0;
};

} // namespace pleurascope::explain
