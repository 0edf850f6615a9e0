// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/imaging/ValueHistogram.h"

#include "engine/imaging/ExposedField.h"
#include "engine/imaging/ModalityTransform.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>

namespace pleurascope::imaging {

ValueHistogram::ValueHistogram(const Image& image) {
    build(image, nullptr);
}

ValueHistogram::ValueHistogram(const Image& image, const ExposedField& field) {
    build(image, &field);
}

void ValueHistogram::build(const Image& image, const ExposedField* field) {
    assert(image.isGrey());
    visitSamples(image.pixels, [&](auto samples) {
        count(samples, image, field, false);
        if (m_bins.empty())
            count(samples, image, field, true);
    });
    if (m_bins.empty())
        m_bins.push_back({});
    std::sort(m_bins.begin(), m_bins.end(), [](const Bin& a, const Bin& b) { return a.value < b.value; });
}

template <class Sample, class Visit>
void ValueHistogram::visitField(std::span<const Sample> samples, const core::PixelBuffer& pixels,
                                const ExposedField* field, Visit&& visit) {
    if (!field) {
        std::for_each(samples.begin(), samples.end(), visit);
        return;
    }
    const int step = samplingStep(pixels);
    const int side = field->blockSide();
    for (int row = 0; row < pixels.height(); row += step) {
        const auto line =
            samples.subspan(std::size_t(row) * std::size_t(pixels.width()), std::size_t(pixels.width()));
        int column = 0;
        for (int block = 0; block < field->blockColumns(); ++block) {
            const int end = std::min(pixels.width(), (block + 1) * side);
            if (!field->containsBlock(row / side, block))
                column = std::max(column, (end + step - 1) / step * step);
            for (; column < end; column += step)
                visit(line[std::size_t(column)]);
        }
    }
}

template <class Sample>
void ValueHistogram::count(std::span<const Sample> samples, const Image& image, const ExposedField* field,
                           bool withPadding) {
    if constexpr (sizeof(Sample) > 2) {
        countWide(samples, image, field, withPadding);
    } else {
        using Unsigned = std::make_unsigned_t<Sample>;
        std::vector<std::uint64_t> counts(std::size_t(1) << (8 * sizeof(Sample)));
        visitField(samples, image.pixels, field, [&](Sample sample) { ++counts[Unsigned(sample)]; });
        const ModalityTransform modality(image.display);
        for (std::size_t i = 0; i < counts.size(); ++i) {
            const auto stored = double(Sample(Unsigned(i)));
            if (counts[i] > 0 && (withPadding || !modality.isPadding(stored)))
                m_bins.push_back({modality(stored), counts[i]});
        }
    }
}

template <class Sample>
void ValueHistogram::countWide(std::span<const Sample> samples, const Image& image, const ExposedField* field,
                               bool withPadding) {
    const ModalityTransform modality(image.display);
    const auto forEachTissueValue = [&](auto&& visit) {
        visitField(samples, image.pixels, field, [&](Sample sample) {
            const double value = modality(double(sample));
            if (std::isfinite(value) && (withPadding || !modality.isPadding(double(sample))))
                visit(value);
        });
    };
    double low = std::numeric_limits<double>::infinity();
    double high = -low;
    forEachTissueValue([&](double value) {
        low = std::min(low, value);
        high = std::max(high, value);
    });
    if (low > high)
        return;
    constexpr int bins = 65536;
    const double step = high > low ? (high - low) / (bins - 1) : 1;
    std::vector<std::uint64_t> counts(bins);
    forEachTissueValue([&](double value) { ++counts[std::size_t(std::lround((value - low) / step))]; });
    for (int i = 0; i < bins; ++i)
        if (counts[std::size_t(i)] > 0)
            m_bins.push_back({low + i * step, counts[std::size_t(i)]});
}

double ValueHistogram::percentile(double fraction) const {
    std::uint64_t total = 0;
    for (const auto& bin : m_bins)
        total += bin.count;
    std::uint64_t passed = 0;
    for (const auto& bin : m_bins) {
        passed += bin.count;
        if (double(passed) >= fraction * double(total))
            return bin.value;
    }
    return m_bins.back().value;
}

} // namespace pleurascope::imaging
