// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/ScaledFilm.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <thread>

namespace pleurascope::ui::review {

namespace {

constexpr std::size_t twoHandsFrom = 500'000; ///< samples; below it a thread costs more than it brings

/// Source pixels [first, first + weights.size()) that one pixel of the result covers along one axis; the
/// weights sum to 1.
struct Cover {
    int first = 0;
    std::vector<float> weights;
};

std::vector<Cover> covers(double start, double length, int count, int sourceCount) {
    std::vector<Cover> result(static_cast<std::size_t>(count));
    const double step = length / count;
    for (int i = 0; i < count; ++i) {
        const double low = std::clamp(start + i * step, 0.0, double(sourceCount));
        const double high = std::clamp(start + (i + 1) * step, 0.0, double(sourceCount));
        Cover& cover = result[static_cast<std::size_t>(i)];
        const double middle = (low + high) / 2;
        if (step <= 1 || high - low < 1e-9) { // enlarged: the pixel under the middle
            cover.first = std::clamp(int(middle), 0, sourceCount - 1);
            cover.weights = {1.0F};
            continue;
        }
        cover.first = std::min(int(low), sourceCount - 1);
        const int last = std::clamp(int(std::ceil(high)) - 1, cover.first, sourceCount - 1);
        for (int j = cover.first; j <= last; ++j)
            cover.weights.push_back(
                float((std::min(high, j + 1.0) - std::max(low, double(j))) / (high - low)));
    }
    return result;
}

template <class T>
T stored(float value) {
    if constexpr (std::is_floating_point_v<T>)
        return T(value);
    const double rounded = std::nearbyint(double(value));
    return T(
        std::clamp(rounded, double(std::numeric_limits<T>::lowest()), double(std::numeric_limits<T>::max())));
}

/// Averages rows first (one multiplication a source sample, in order of memory), then columns.
template <class T>
class AreaScaler {
public:
    AreaScaler(const imaging::Image& film, const QRectF& region, QSize size)
        : m_source(film.pixels.samples<T>())
        , m_width(film.pixels.width())
        , m_channels(film.pixels.channels())
        , m_columns(covers(region.x(), region.width(), size.width(), film.pixels.width()))
        , m_rows(covers(region.y(), region.height(), size.height(), film.pixels.height())) {
        if (film.isGrey())
            m_padding = film.display.padding;
        const Cover& last = m_columns.back();
        m_from = m_columns.front().first * m_channels;
        m_to = (last.first + int(last.weights.size())) * m_channels;
        m_sums.resize(std::size_t(m_to));
        m_shares.resize(m_padding ? std::size_t(m_to) : 0);
    }

    /// Rows [from, to) of the result, which begins at `result`.
    void run(std::size_t from, std::size_t to, T* result, const std::stop_token& stop) {
        result += from * m_columns.size() * std::size_t(m_channels);
        for (std::size_t row = from; row < to && !stop.stop_requested(); ++row) {
            gather(m_rows[row]);
            for (const Cover& column : m_columns)
                for (int c = 0; c < m_channels; ++c)
                    *result++ = m_padding ? reducedTissue(column) : reduced(column, c);
        }
    }

private:
    void gather(const Cover& row) {
        std::fill(m_sums.begin(), m_sums.end(), 0.0F);
        std::fill(m_shares.begin(), m_shares.end(), 0.0F);
        for (std::size_t r = 0; r < row.weights.size(); ++r) {
            const T* line =
                m_source.data() + std::size_t(row.first + int(r)) * std::size_t(m_width * m_channels);
            if (m_padding)
                addTissue(line, row.weights[r]);
            else
                add(line, row.weights[r]);
        }
    }

    void add(const T* line, float weight) {
        float* sums = m_sums.data();
        for (int x = m_from; x < m_to; ++x)
            sums[x] += weight * float(line[x]);
    }

    void addTissue(const T* line, float weight) {
        const auto low = float(m_padding->low);
        const auto high = float(m_padding->high);
        for (int x = m_from; x < m_to; ++x) {
            const auto value = float(line[x]);
            const float tissue = value >= low && value <= high ? 0.0F : weight;
            m_sums[std::size_t(x)] += tissue * value;
            m_shares[std::size_t(x)] += tissue;
        }
    }

    [[nodiscard]] T reduced(const Cover& column, int channel) const {
        float sum = 0;
        const float* sums = m_sums.data() + column.first * m_channels + channel;
        for (std::size_t k = 0; k < column.weights.size(); ++k)
            sum += column.weights[k] * sums[k * std::size_t(m_channels)];
        return stored<T>(sum);
    }

    [[nodiscard]] T reducedTissue(const Cover& column) const {
        float sum = 0;
        float share = 0;
        for (std::size_t k = 0; k < column.weights.size(); ++k) {
            sum += column.weights[k] * m_sums[std::size_t(column.first) + k];
            share += column.weights[k] * m_shares[std::size_t(column.first) + k];
        }
        return stored<T>(share >= 0.5F ? sum / share : float(m_padding->low));
    }

    std::span<const T> m_source;
    int m_width;
    int m_channels;
    std::vector<Cover> m_columns;
    std::vector<Cover> m_rows;
    std::optional<imaging::PaddingRange> m_padding;
    int m_from = 0; ///< first and one past the last sample of a row that is needed
    int m_to = 0;
    std::vector<float> m_sums;
    std::vector<float> m_shares; ///< how much of each sum is tissue; only where there is padding
};

/// The region's own pixels, where it is made of whole ones and asked for at their size.
template <class T>
core::PixelBuffer copied(const imaging::Image& film, const QRect& region) {
    const auto channels = std::size_t(film.pixels.channels());
    const std::size_t length = std::size_t(region.width()) * channels;
    std::vector<T> samples(length * std::size_t(region.height()));
    for (int y = 0; y < region.height(); ++y) {
        const std::size_t first =
            (std::size_t(region.top() + y) * std::size_t(film.pixels.width()) + std::size_t(region.left())) *
            channels;
        std::copy_n(film.pixels.samples<T>().data() + first, length,
                    samples.data() + std::size_t(y) * length);
    }
    return core::PixelBuffer::fromVector(region.width(), region.height(), int(channels), film.pixels.type(),
                                         std::move(samples));
}

template <class T>
core::PixelBuffer scale(const imaging::Image& film, const QRectF& region, QSize size,
                        const std::stop_token& stop) {
    const QRect whole = region.toRect();
    const QRect inside(0, 0, film.pixels.width(), film.pixels.height());
    if (QRectF(whole) == region && whole.size() == size && inside.contains(whole))
        return copied<T>(film, whole);
    const std::size_t rows = std::size_t(size.height());
    std::vector<T> samples(rows * std::size_t(size.width()) * std::size_t(film.pixels.channels()));
    AreaScaler<T> scaler(film, region, size);
    if (samples.size() < twoHandsFrom) {
        scaler.run(0, rows, samples.data(), stop);
    } else {
        AreaScaler<T> other = scaler;
        const std::jthread half([&] { other.run(0, rows / 2, samples.data(), stop); });
        scaler.run(rows / 2, rows, samples.data(), stop);
    }
    if (stop.stop_requested())
        return {};
    return core::PixelBuffer::fromVector(size.width(), size.height(), film.pixels.channels(),
                                         film.pixels.type(), std::move(samples));
}

core::PixelBuffer scaleAny(const imaging::Image& film, const QRectF& region, QSize size,
                           const std::stop_token& stop) {
    switch (film.pixels.type()) {
    case core::SampleType::u8:
        return scale<std::uint8_t>(film, region, size, stop);
    case core::SampleType::s8:
        return scale<std::int8_t>(film, region, size, stop);
    case core::SampleType::u16:
        return scale<std::uint16_t>(film, region, size, stop);
    case core::SampleType::s16:
        return scale<std::int16_t>(film, region, size, stop);
    case core::SampleType::u32:
        return scale<std::uint32_t>(film, region, size, stop);
    case core::SampleType::s32:
        return scale<std::int32_t>(film, region, size, stop);
    case core::SampleType::f32:
        return scale<float>(film, region, size, stop);
    case core::SampleType::f64:
        return scale<double>(film, region, size, stop);
    }
    return {};
}

} // namespace

imaging::Image scaledFilm(const imaging::Image& film, const QRectF& region, QSize size,
                          std::stop_token stop) {
    if (film.pixels.isEmpty() || size.isEmpty() || region.isEmpty())
        return {};
    return {scaleAny(film, region, size, stop), film.display};
}

} // namespace pleurascope::ui::review
