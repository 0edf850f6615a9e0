// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/imaging/GreyScale.h"

#include "engine/imaging/ExposedField.h"
#include "engine/imaging/FreshPixels.h"
#include "engine/imaging/LevelRamp.h"
#include "engine/imaging/ModalityTransform.h"
#include "engine/imaging/ValueHistogram.h"
#include "engine/imaging/VoiTransform.h"

#include <cassert>

namespace pleurascope::imaging {

namespace {

Window windowOver(double low, double high) {
    Window window;
    window.centre = (low + high) / 2;
    window.width = high > low ? high - low : 1;
    window.function = VoiFunction::linearExact;
    return window;
}

} // namespace

ValueRange rampEnds(const Window& window) {
    if (window.function == VoiFunction::linear && window.width >= 1) {
        const double half = (window.width - 1) / 2;
        return {window.centre - 0.5 - half, window.centre - 0.5 + half};
    }
    return {window.centre - window.width / 2, window.centre + window.width / 2};
}

Window windowOfRamp(ValueRange ends, VoiFunction function) {
    const double middle = (ends.low + ends.high) / 2;
    if (function == VoiFunction::linear)
        return {middle + 0.5, ends.high - ends.low + 1, function, {}};
    return {middle, ends.high - ends.low, function, {}};
}

Window windowOfTable(const LookupTable& table) {
    const double last = double(table.firstMapped) + double(table.entries.size()) - 1;
    Window window;
    window.centre = (double(table.firstMapped) + last) / 2 + 0.5;
    window.width = double(table.entries.size());
    window.explanation = table.explanation;
    return window;
}

namespace {

/// Unsigned samples of 8 bits without a modality transform are levels of grey already: secondary captures and
/// the like.
bool isDisplayReady(const Image& image) {
    const auto& display = image.display;
    return image.pixels.type() == core::SampleType::u8 && display.bitsStored == 8 && !display.modalityTable &&
           !display.padding && display.rescaleSlope == 1 && display.rescaleIntercept == 0;
}

core::PixelBuffer renderColour(const core::PixelBuffer& pixels, bool invert) {
    assert(pixels.type() == core::SampleType::u8);
    if (!invert)
        return pixels;
    FreshPixels<std::uint8_t> result(pixels.width(), pixels.height(), pixels.channels());
    mapSamples(pixels.samples<std::uint8_t>(), result.samples(),
               [](double level) { return displayLevel(level, true); });
    return result.finish();
}

/// From stored values to levels, each step in turn. Views what it is made from.
struct GreyChain {
    ModalityTransform modality;
    const VoiTransform& voi;
    PresentationTransform present;

    [[nodiscard]] std::uint8_t operator()(double stored) const {
        return modality.isPadding(stored) ? present.background() : present(voi(modality(stored)));
    }

    /// The same for all T, where it is a straight line.
    template <class T>
    [[nodiscard]] std::optional<LevelRamp> ramp() const {
        const auto rescale = modality.line(), window = voi.line();
        if (!rescale || !window || modality.hasPadding() || !present.isPlain())
            return std::nullopt;
        const Line line{rescale->gain * window->gain, rescale->offset * window->gain + window->offset};
        return LevelRamp::of<T>(line, present.complements(), *this);
    }
};

core::PixelBuffer renderGrey(const Image& image, const VoiTransform& voi, bool invert) {
    const GreyChain chain{ModalityTransform(image.display), voi,
                          PresentationTransform(image.display, invert)};
    FreshPixels<std::uint8_t> result(image.pixels.width(), image.pixels.height(), 1);
    visitSamples(image.pixels, [&]<class T>(std::span<const T> samples) {
        if constexpr (std::is_integral_v<T> && sizeof(T) == 2)
            if (const auto ramp = chain.ramp<T>()) {
                ramp->apply(samples, result.samples());
                return;
            }
        mapSamples(samples, result.samples(), chain);
    });
    return result.finish();
}

} // namespace

core::PixelBuffer modalityValues(const Image& image) {
    assert(image.isGrey());
    const ModalityTransform modality(image.display);
    FreshPixels<float> result(image.pixels.width(), image.pixels.height(), 1);
    visitSamples(image.pixels, [&](auto samples) {
        mapSamples(samples, result.samples(), [&](double stored) { return float(modality(stored)); });
    });
    return result.finish();
}

ValueRange valueRange(const Image& image) {
    const ValueHistogram histogram(image);
    return {histogram.lowest(), histogram.highest()};
}

Window automaticWindow(const Image& image) {
    const ValueHistogram histogram(image, ExposedField(image));
    const double low = histogram.percentile(0.005);
    const double high = histogram.percentile(0.995);
    return high > low ? windowOver(low, high) : windowOver(histogram.lowest(), histogram.highest());
}

Window fullRangeWindow(const Image& image) {
    const auto range = valueRange(image);
    return windowOver(range.low, range.high);
}

Window defaultWindow(const Image& image) {
    const auto& display = image.display;
    if (!image.isGrey())
        return {128, 256, VoiFunction::linear, {}};
    if (!display.voiTables.empty())
        return windowOfTable(display.voiTables.front());
    if (!display.windows.empty())
        return display.windows.front();
    const Window automatic = automaticWindow(image);
    // Shown as stored, as the same picture in a PNG would be, unless it is so flat that nothing would be
    // seen.
    return isDisplayReady(image) && automatic.width >= 128 ? Window{128, 256, VoiFunction::linear, {}}
                                                           : automatic;
}

core::PixelBuffer render(const Image& image, const Window& window, bool invert) {
    return image.isGrey() ? renderGrey(image, VoiTransform(window), invert)
                          : renderColour(image.pixels, invert);
}

core::PixelBuffer renderByTable(const Image& image, const LookupTable& voiTable, bool invert) {
    return image.isGrey() ? renderGrey(image, VoiTransform(voiTable), invert)
                          : renderColour(image.pixels, invert);
}

core::PixelBuffer renderDefault(const Image& image, bool invert) {
    if (image.isGrey() && !image.display.voiTables.empty())
        return renderByTable(image, image.display.voiTables.front(), invert);
    return render(image, defaultWindow(image), invert);
}

} // namespace pleurascope::imaging
