// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dicom/presentation/PresentationState.h"

#include "engine/dicom/display/DisplayReader.h"

#include <algorithm>
#include <cmath>

namespace pleurascope::dicom {

namespace {

/// The reader of a presentation state does not know whether its images are signed: it takes first values as
/// unsigned.
imaging::LookupTable withSignedInput(imaging::LookupTable table) {
    table.firstMapped = std::int16_t(std::uint16_t(table.firstMapped));
    return table;
}

/// From the least to the greatest modality value that the image can have.
imaging::Window everything(const imaging::DisplayParameters& display) {
    double low = 0, high = 0;
    if (const auto& table = display.modalityTable) {
        high = std::ldexp(1, std::clamp(table->bitsPerEntry, 1, 16)) - 1;
    } else {
        const double levels = std::ldexp(1, std::clamp(display.bitsStored, 1, 32));
        const double first = display.isSigned ? -levels / 2 : 0;
        low = first * display.rescaleSlope + display.rescaleIntercept;
        high = (first + levels - 1) * display.rescaleSlope + display.rescaleIntercept;
        if (low > high)
            std::swap(low, high);
    }
    return {(low + high) / 2, std::max(high - low, 1e-12), imaging::VoiFunction::linearExact, {}};
}

void applyModality(const PresentationState& state, imaging::DisplayParameters& display) {
    const ModalityTransform transform = state.modality.value_or(ModalityTransform{});
    display.rescaleSlope = transform.slope;
    display.rescaleIntercept = transform.intercept;
    display.modalityTable = transform.table;
    if (display.modalityTable && display.isSigned)
        display.modalityTable = withSignedInput(std::move(*display.modalityTable));
}

void applyVoi(const SoftcopyVoi* voi, imaging::DisplayParameters& display) {
    display.windows.clear();
    display.voiTables.clear();
    if (voi != nullptr) {
        display.windows = voi->windows;
        display.voiTables = voi->tables;
    }
    if (isModalitySigned(display))
        for (auto& table : display.voiTables)
            table = withSignedInput(std::move(table));
    if (display.windows.empty() && display.voiTables.empty())
        display.windows.push_back(everything(display));
}

/// Those of the image and of the presentation state whose groups are activated; of both, the latter's.
std::vector<imaging::Overlay> activeOverlays(const PresentationState& state,
                                             const std::vector<imaging::Overlay>& image) {
    const auto isActive = [&](const imaging::Overlay& overlay) {
        return std::ranges::any_of(state.activations, [&](const OverlayActivation& activation) {
            return activation.group == overlay.group;
        });
    };
    const auto isOwn = [&](int group) {
        return std::ranges::any_of(state.overlays, [group](const auto& own) { return own.group == group; });
    };
    std::vector<imaging::Overlay> active;
    for (const auto& overlay : image)
        if (isActive(overlay) && !isOwn(overlay.group))
            active.push_back(overlay);
    for (const auto& overlay : state.overlays)
        if (isActive(overlay) || (state.shutter && state.shutter->overlayGroup == overlay.group))
            active.push_back(overlay);
    return active;
}

} // namespace

std::size_t fewestPoints(GraphicKind kind) {
    switch (kind) {
    case GraphicKind::point:
        return 1;
    case GraphicKind::ellipse:
        return 4;
    case GraphicKind::polyline:
    case GraphicKind::interpolated:
    case GraphicKind::circle:
        break;
    }
    return 2;
}

bool concerns(const ImageReferences& references, std::string_view imageUid, int frame) {
    return references.empty() || std::ranges::any_of(references, [&](const ImageReference& reference) {
               return reference.uid == imageUid &&
                      (reference.frames.empty() ||
                       std::ranges::find(reference.frames, frame + 1) != reference.frames.end());
           });
}

bool concerns(const PresentationState& state, std::string_view imageUid, int frame) {
    return std::ranges::any_of(state.images, [&](const ReferencedSeries& series) {
        return !series.images.empty() && concerns(series.images, imageUid, frame);
    });
}

const DisplayedArea* areaOf(const PresentationState& state, std::string_view imageUid, int frame) {
    const auto found = std::ranges::find_if(
        state.areas, [&](const DisplayedArea& area) { return concerns(area.images, imageUid, frame); });
    return found == state.areas.end() ? nullptr : &*found;
}

imaging::DisplayParameters displayBy(const PresentationState& state, const imaging::DisplayParameters& image,
                                     std::string_view imageUid, int frame) {
    imaging::DisplayParameters display = image;
    applyModality(state, display);
    const auto voi = std::ranges::find_if(
        state.voi, [&](const SoftcopyVoi& one) { return concerns(one.images, imageUid, frame); });
    applyVoi(voi == state.voi.end() ? nullptr : &*voi, display);
    display.inverted = state.isInverse;
    display.presentationTable = state.presentationTable;
    display.overlays = activeOverlays(state, image.overlays);
    display.shutter = state.shutter;
    return display;
}

} // namespace pleurascope::dicom
