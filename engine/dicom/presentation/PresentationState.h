// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/dicom/Study.h"
#include "engine/imaging/Display.h"
#include "engine/imaging/Measuring.h"
#include "engine/imaging/Orientation.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pleurascope::dicom {

/// One image that is meant, PS3.3 10.3: of a moving one some frames, counted from 1, or all where none is
/// named.
struct ImageReference {
    std::string sopClassUid;
    std::string uid;
    std::vector<int> frames;

    friend bool operator==(const ImageReference&, const ImageReference&) = default;
};

/// What a part of a presentation state is about. None named: all of its images.
using ImageReferences = std::vector<ImageReference>;

/// A series with those of its images that a presentation state is about, PS3.3 C.11.11.
struct ReferencedSeries {
    std::string uid;
    ImageReferences images;
};

/// Stored values to modality values, PS3.3 C.11.1. The table wins over the rescale.
struct ModalityTransform {
    double slope = 1;
    double intercept = 0;
    std::optional<imaging::LookupTable> table;
};

/// Modality values to grey for some images, PS3.3 C.11.8: tables or windows, the first one is shown.
struct SoftcopyVoi {
    ImageReferences images;
    std::vector<imaging::Window> windows;
    std::vector<imaging::LookupTable> tables;
};

/// How large an area is shown, PS3.3 C.10.4.
enum class AreaSize : std::uint8_t {
    scaleToFit, ///< as large as the view allows
    trueSize,   ///< a millimetre on the screen is one of `DisplayedArea::spacing`
    magnify     ///< so many screen pixels a film pixel
};

/// What of the images is shown, PS3.3 C.10.4.
struct DisplayedArea {
    ImageReferences images;
    /// Outer corners of the area in film coordinates, whichever way the film lies: `from` is above and left
    /// of `to`.
    imaging::FilmPoint from, to;
    AreaSize size = AreaSize::scaleToFit;
    PixelSpacing spacing;     ///< mm; source `none` where the aspect alone is said
    double pixelAspect = 1;   ///< height of a pixel by its width
    double magnification = 1; ///< of `magnify`
};

/// What coordinates of graphics mean, PS3.3 C.10.5.1.1.
enum class GraphicUnits : std::uint8_t {
    pixel,  ///< film coordinates
    display ///< shares of the displayed area as it lies: (0, 0) its upper left corner, (1, 1) its lower right
};

enum class GraphicKind : std::uint8_t {
    point,
    polyline,
    interpolated, ///< a curve through the points
    circle,       ///< its centre and a point on it
    ellipse       ///< the ends of the major axis, then of the minor one
};

/// How many points a graphic of this kind needs at least.
[[nodiscard]] std::size_t fewestPoints(GraphicKind kind);

/// PS3.3 C.10.5.1.2.
struct GraphicObject {
    GraphicKind kind = GraphicKind::polyline;
    GraphicUnits units = GraphicUnits::pixel;
    bool isFilled = false;
    std::vector<imaging::FilmPoint> points;
};

/// PS3.3 C.10.5.1.1: words in a box, at an anchor, or in a box with a line to the anchor.
struct TextObject {
    enum class Justification : std::uint8_t { left, right, centre };

    struct Box {
        GraphicUnits units = GraphicUnits::pixel;
        imaging::FilmPoint from, to; ///< two opposite corners
        Justification justification = Justification::left;
    };
    struct Anchor {
        GraphicUnits units = GraphicUnits::pixel;
        imaging::FilmPoint point;
        bool isVisible = false; ///< a line leads to it
    };

    std::string text; ///< lines apart by '\n'
    std::optional<Box> box;
    std::optional<Anchor> anchor;
};

/// What is drawn over some images on one layer, PS3.3 C.10.5.
struct GraphicAnnotation {
    ImageReferences images;
    std::string layer;
    std::vector<TextObject> texts;
    std::vector<GraphicObject> graphics;
};

/// PS3.3 C.10.7.
struct GraphicLayer {
    std::string name;
    int order = 0;                     ///< higher ones are drawn later
    std::optional<std::uint16_t> grey; ///< recommended P-value
    std::string description;
};

/// An overlay of the images (or of the presentation state) that is shown, PS3.3 C.11.7.
struct OverlayActivation {
    int group = 0x6000;
    std::string layer;
};

/// A Grayscale Softcopy Presentation State, PS3.3 A.33.1: how its images are to be shown. Plain data; what it
/// does to a film is for `displayBy` and whoever paints.
struct PresentationState {
    Patient patient;
    Study study;
    Series series;
    std::string uid;
    int instanceNumber = 1;
    std::string label;       ///< (0070,0080), upper-case letters, digits, '_' and ' '
    std::string description; ///< (0070,0081)
    std::string creator;     ///< (0070,0084), "Family^Given"
    std::string date;        ///< (0070,0082)
    std::string time;        ///< (0070,0083)

    std::vector<ReferencedSeries> images;
    std::optional<ModalityTransform> modality;
    std::vector<SoftcopyVoi> voi;
    bool isInverse = false; ///< Presentation LUT Shape INVERSE
    std::optional<imaging::LookupTable> presentationTable;
    imaging::Orientation orientation;
    std::vector<DisplayedArea> areas;
    std::vector<GraphicAnnotation> annotations;
    std::vector<GraphicLayer> layers;
    std::optional<imaging::Shutter> shutter;
    std::vector<imaging::Overlay> overlays; ///< planes of its own
    std::vector<OverlayActivation> activations;

    std::vector<std::string> assumptions; ///< technical English, one line each
    std::vector<std::string> warnings;    ///< likewise: what it asks for and is not done
};

/// Whether `references` mean this frame, counted from 0, of the image; they do where they name none.
[[nodiscard]] bool concerns(const ImageReferences& references, std::string_view imageUid, int frame);
/// Whether the presentation state is about the frame, counted from 0, of the image.
[[nodiscard]] bool concerns(const PresentationState& state, std::string_view imageUid, int frame);
/// The first displayed area of the frame; null where none is named.
[[nodiscard]] const DisplayedArea* areaOf(const PresentationState& state, std::string_view imageUid,
                                          int frame);

/// How the frame, counted from 0, of an image is shown by the presentation state: its grey-scale chain takes
/// the place of the image's (PS3.4 N.2), whose photometric interpretation has no say; without a VOI all
/// modality values are shown. Overlays are those that are activated. Padding and aspect stay the image's.
[[nodiscard]] imaging::DisplayParameters displayBy(const PresentationState& state,
                                                   const imaging::DisplayParameters& image,
                                                   std::string_view imageUid, int frame);

} // namespace pleurascope::dicom
