// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/imaging/Display.h"
#include "engine/imaging/LevelRamp.h"

namespace pleurascope::imaging {

/// Entry of a look-up table for an input value: first entry below the mapped range, last one above it.
[[nodiscard]] double tableValue(const LookupTable& table, double input);

/// Stored values to modality values, PS3.3 C.11.1, in floating point (slopes such as 6e-8 are met). Views the
/// parameters.
class ModalityTransform {
public:
    explicit ModalityTransform(const DisplayParameters& display)
        : m_display(display) {}

    [[nodiscard]] double operator()(double stored) const {
        if (m_display.modalityTable)
            return tableValue(*m_display.modalityTable, stored);
        return stored * m_display.rescaleSlope + m_display.rescaleIntercept;
    }

    /// Where it is one.
    [[nodiscard]] std::optional<Line> line() const {
        if (m_display.modalityTable)
            return std::nullopt;
        return Line{m_display.rescaleSlope, m_display.rescaleIntercept};
    }

    [[nodiscard]] bool hasPadding() const { return m_display.padding.has_value(); }
    [[nodiscard]] bool isPadding(double stored) const {
        return m_display.padding && stored >= m_display.padding->low && stored <= m_display.padding->high;
    }

private:
    const DisplayParameters& m_display;
};

/// Calls `function` with the samples of `pixels` as a span of their own type.
template <class Function>
decltype(auto) visitSamples(const core::PixelBuffer& pixels, Function&& function) {
    switch (pixels.type()) {
    case core::SampleType::u8:
        return function(pixels.samples<std::uint8_t>());
    case core::SampleType::s8:
        return function(pixels.samples<std::int8_t>());
    case core::SampleType::u16:
        return function(pixels.samples<std::uint16_t>());
    case core::SampleType::s16:
        return function(pixels.samples<std::int16_t>());
    case core::SampleType::u32:
        return function(pixels.samples<std::uint32_t>());
    case core::SampleType::s32:
        return function(pixels.samples<std::int32_t>());
    case core::SampleType::f32:
        return function(pixels.samples<float>());
    case core::SampleType::f64:
        break;
    }
    return function(pixels.samples<double>());
}

/// One result for every value that an 8 or 16-bit sample can take, so that a film is one look-up a pixel.
template <class Sample, class Value>
class SampleTable {
public:
    static_assert(sizeof(Sample) <= 2);

    template <class Function>
    explicit SampleTable(const Function& function)
        : m_values(std::size_t(1) << (8 * sizeof(Sample))) {
        for (std::size_t i = 0; i < m_values.size(); ++i)
            m_values[i] = function(double(Sample(Unsigned(i))));
    }

    /// Of every sample. The table's place is kept aside: bytes that are written might else be taken for it.
    void lookUp(std::span<const Sample> input, std::span<Value> output) const {
        const Value* values = m_values.data();
        for (std::size_t i = 0; i < input.size(); ++i)
            output[i] = values[Unsigned(input[i])];
    }

private:
    using Unsigned = std::make_unsigned_t<Sample>;
    std::vector<Value> m_values;
};

/// Writes function(stored value) for every sample: through a table where the samples are narrow.
template <class Sample, class Value, class Function>
void mapSamples(std::span<const Sample> input, std::span<Value> output, Function&& function) {
    if constexpr (sizeof(Sample) <= 2) {
        SampleTable<Sample, Value>(function).lookUp(input, output);
    } else {
        for (std::size_t i = 0; i < input.size(); ++i)
            output[i] = function(double(input[i]));
    }
}

} // namespace pleurascope::imaging
