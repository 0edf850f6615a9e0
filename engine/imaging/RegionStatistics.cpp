// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/imaging/RegionStatistics.h"

#include "engine/imaging/GreyScale.h"
#include "engine/imaging/ModalityTransform.h"

#include <algorithm>
#include <cmath>

namespace pleurascope::imaging {

namespace {

/// Columns [first, end) of a row of pixels.
struct Run {
    int first = 0;
    int end = 0;
};

/// The pixels whose middle lies in [from, to) along a row.
Run runBetween(double from, double to, int width) {
    const auto column = [&](double x) { return int(std::clamp(std::ceil(x - 0.5), 0.0, double(width))); };
    return {column(from), column(to)};
}

/// Where the outline crosses the middle of `row`, in order; even-odd: each pair encloses pixels.
std::vector<double> crossings(std::span<const FilmPoint> outline, int row) {
    const double y = row + 0.5;
    std::vector<double> places;
    for (std::size_t i = 0; i < outline.size(); ++i) {
        const FilmPoint& a = outline[i];
        const FilmPoint& b = outline[(i + 1) % outline.size()];
        if ((a.y <= y) != (b.y <= y))
            places.push_back(a.x + (y - a.y) * (b.x - a.x) / (b.y - a.y));
    }
    std::sort(places.begin(), places.end());
    return places;
}

struct Box {
    double left, right, top, bottom;
};

Box boxOf(FilmPoint a, FilmPoint b) {
    return {std::min(a.x, b.x), std::max(a.x, b.x), std::min(a.y, b.y), std::max(a.y, b.y)};
}

/// Rows whose middle lies in [top, bottom).
Run rowsBetween(double top, double bottom, int height) {
    return runBetween(top, bottom, height);
}

/// Gathers the values of runs; mean and deviation by Welford's way, which loses nothing to large means.
class Gathering {
public:
    void add(double value) {
        m_result.lowest = m_result.pixels == 0 ? value : std::min(m_result.lowest, value);
        m_result.highest = m_result.pixels == 0 ? value : std::max(m_result.highest, value);
        ++m_result.pixels;
        const double off = value - m_result.mean;
        m_result.mean += off / double(m_result.pixels);
        m_squares += off * (value - m_result.mean);
    }
    [[nodiscard]] std::optional<RegionStatistics> result() const {
        if (m_result.pixels == 0)
            return std::nullopt;
        RegionStatistics statistics = m_result;
        statistics.deviation = std::sqrt(m_squares / double(m_result.pixels));
        return statistics;
    }

private:
    RegionStatistics m_result;
    double m_squares = 0;
};

/// Calls `visit(modality value)` for the pixels of the runs that `runsOf(row)` gives for each of `rows`.
template <class RunsOf, class Visit>
void visitTissue(const Image& image, Run rows, RunsOf&& runsOf, Visit&& visit) {
    const ModalityTransform modality(image.display);
    visitSamples(image.pixels, [&](auto samples) {
        for (int row = rows.first; row < rows.end; ++row)
            for (const Run& run : runsOf(row))
                for (int column = run.first; column < run.end; ++column) {
                    const auto stored = double(
                        samples[std::size_t(row) * std::size_t(image.pixels.width()) + std::size_t(column)]);
                    if (!modality.isPadding(stored))
                        visit(modality(stored));
                }
    });
}

} // namespace

std::optional<RegionStatistics> statisticsWithin(const Image& image, std::span<const FilmPoint> outline) {
    if (!image.isGrey() || outline.size() < 3)
        return std::nullopt;
    const auto [lowest, highest] = std::minmax_element(
        outline.begin(), outline.end(), [](const FilmPoint& a, const FilmPoint& b) { return a.y < b.y; });
    const int width = image.pixels.width();
    const auto runsOf = [&](int row) {
        const std::vector<double> places = crossings(outline, row);
        std::vector<Run> runs;
        for (std::size_t i = 0; i + 1 < places.size(); i += 2)
            runs.push_back(runBetween(places[i], places[i + 1], width));
        return runs;
    };
    Gathering gathering;
    visitTissue(image, rowsBetween(lowest->y, highest->y, image.pixels.height()), runsOf,
                [&](double value) { gathering.add(value); });
    return gathering.result();
}

std::optional<RegionStatistics> statisticsWithinEllipse(const Image& image, FilmPoint corner,
                                                        FilmPoint opposite) {
    if (!image.isGrey())
        return std::nullopt;
    const Box box = boxOf(corner, opposite);
    const double halfWidth = (box.right - box.left) / 2;
    const double halfHeight = (box.bottom - box.top) / 2;
    const FilmPoint middle{box.left + halfWidth, box.top + halfHeight};
    const auto runsOf = [&](int row) {
        const double off = (row + 0.5 - middle.y) / halfHeight;
        const double half = halfWidth * std::sqrt(std::max(0.0, 1 - off * off));
        return std::vector<Run>{runBetween(middle.x - half, middle.x + half, image.pixels.width())};
    };
    Gathering gathering;
    if (halfHeight > 0)
        visitTissue(image, rowsBetween(box.top, box.bottom, image.pixels.height()), runsOf,
                    [&](double value) { gathering.add(value); });
    return gathering.result();
}

std::optional<Window> windowWithin(const Image& image, FilmPoint corner, FilmPoint opposite) {
    if (!image.isGrey())
        return std::nullopt;
    const Box box = boxOf(corner, opposite);
    std::vector<double> values;
    const std::vector<Run> runs{runBetween(box.left, box.right, image.pixels.width())};
    visitTissue(
        image, rowsBetween(box.top, box.bottom, image.pixels.height()), [&](int) { return runs; },
        [&](double value) { values.push_back(value); });
    if (values.empty())
        return std::nullopt;
    const auto percentile = [&](double share) {
        const auto place = values.begin() + std::ptrdiff_t(std::lround(share * double(values.size() - 1)));
        std::nth_element(values.begin(), place, values.end());
        return *place;
    };
    const double low = percentile(0.01);
    const double high = percentile(0.99);
    if (!(high > low))
        return std::nullopt;
    return windowOfRamp({low, high});
}

std::optional<double> modalityValueAt(const Image& image, int column, int row) {
    const std::vector<double> stored = storedValuesAt(image, column, row);
    if (stored.empty() || !image.isGrey())
        return std::nullopt;
    return ModalityTransform(image.display)(stored.front());
}

std::vector<double> storedValuesAt(const Image& image, int column, int row) {
    const core::PixelBuffer& pixels = image.pixels;
    if (column < 0 || row < 0 || column >= pixels.width() || row >= pixels.height())
        return {};
    const auto channels = std::size_t(pixels.channels());
    const std::size_t first =
        (std::size_t(row) * std::size_t(pixels.width()) + std::size_t(column)) * channels;
    return visitSamples(pixels, [&](auto samples) {
        const auto part = samples.subspan(first, channels);
        return std::vector<double>(part.begin(), part.end());
    });
}

} // namespace pleurascope::imaging
