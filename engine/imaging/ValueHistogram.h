// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/imaging/Display.h"

#include <cstdint>
#include <vector>

namespace pleurascope::imaging {

class ExposedField;

/// How often each modality value occurs in the tissue of a grey film; padding is left out, unless there is
/// nothing else. Exact for 8 and 16-bit samples; wider ones are counted in 65536 equal bins.
class ValueHistogram {
public:
    explicit ValueHistogram(const Image& image);
    /// Of the pixels in `field` alone, and of large films only every n-th (samplingStep): for
    /// percentiles.
    ValueHistogram(const Image& image, const ExposedField& field);

    [[nodiscard]] double lowest() const { return m_bins.front().value; }
    [[nodiscard]] double highest() const { return m_bins.back().value; }
    /// The smallest value that at least `fraction` (0..1) of the pixels do not exceed.
    [[nodiscard]] double percentile(double fraction) const;

private:
    struct Bin {
        double value = 0;
        std::uint64_t count = 0;
    };
    template <class Sample, class Visit>
    static void visitField(std::span<const Sample> samples, const core::PixelBuffer& pixels,
                           const ExposedField* field, Visit&& visit);
    void build(const Image& image, const ExposedField* field);
    template <class Sample>
    void count(std::span<const Sample> samples, const Image& image, const ExposedField* field,
               bool withPadding);
    template <class Sample>
    void countWide(std::span<const Sample> samples, const Image& image, const ExposedField* field,
                   bool withPadding);

    std::vector<Bin> m_bins; ///< ascending, never empty, no count of 0
};

} // namespace pleurascope::imaging
