// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/phantom/Film.h"

#include "engine/phantom/Curve.h"
#include "engine/phantom/Random.h"

#include <algorithm>
#include <cmath>

namespace pleurascope::phantom {

namespace {

constexpr std::uint32_t filmStream = 90;
constexpr double white = 4095; ///< 12 bits

/// How one film was taken.
struct Exposure {
    double sine = 0; ///< of the rotation
    double cosine = 1;
    double zoom = 1;
    double shiftU = 0;
    double shiftV = 0;
    double density = 1; ///< factor on the tissue: a thin or a stout patient
    double contrast = 0;
    double noise = 0;
    std::array<double, 4> collimator{}; ///< left, top, right, bottom edge

    explicit Exposure(std::uint32_t seed) {
        Random random(seed, filmStream);
        const double halfAngle = 0.030 * random.normal() / 2;
        sine = 2 * halfAngle / (1 + halfAngle * halfAngle);
        cosine = (1 - halfAngle * halfAngle) / (1 + halfAngle * halfAngle);
        zoom = random.uniform(0.95, 1.07);
        shiftU = 0.025 * random.normal();
        shiftV = random.uniform(-0.05, 0.05);
        density = random.uniform(0.88, 1.14);
        contrast = random.uniform(-0.25, 0.35);
        noise = random.uniform(0.004, 0.010);
        for (double& edge : collimator)
            edge = random.chance(0.45) ? random.uniform(0.94, 1.0) : 1.1;
    }
};

/// From attenuation to grey, a film's S: little in the air, most between lung and heart, flattening in the
/// bones.
const Curve response{{{0.0, 0.015},
                      {0.10, 0.05},
                      {0.25, 0.135},
                      {0.40, 0.265},
                      {0.55, 0.42},
                      {0.75, 0.60},
                      {0.95, 0.745},
                      {1.15, 0.85},
                      {1.40, 0.93},
                      {1.80, 0.985}}};

Canvas develop(const Canvas& tissue, const Exposure& exposure) {
    Canvas film(tissue.size(), 1);
    for (int row = 0; row < film.size(); ++row)
        for (int column = 0; column < film.size(); ++column) {
            const double x = film.coordinate(column) - exposure.shiftU;
            const double y = film.coordinate(row) - exposure.shiftV;
            const double u = (exposure.cosine * x + exposure.sine * y) / exposure.zoom;
            const double v = (exposure.cosine * y - exposure.sine * x) / exposure.zoom;
            const double grey = response(tissue.sample(u, v) * exposure.density);
            film.at(column, row) = float(grey + exposure.contrast * grey * (1 - grey) * (2 * grey - 1));
        }
    return film;
}

/// Quantum noise: fewer quanta come through dense tissue. Neighbours share a part of it, as in a detector.
void addNoise(Canvas& film, double amount, std::uint32_t seed) {
    Random random(seed, filmStream + 1);
    Canvas grain = Canvas::like(film);
    for (int row = 0; row < film.size(); ++row)
        for (int column = 0; column < film.size(); ++column)
            grain.at(column, row) = float(random.normal());
    for (int row = 0; row < film.size(); ++row)
        for (int column = 0; column < film.size(); ++column) {
            const float own = grain.at(column, row);
            const float shared =
                grain.at(std::max(column - 1, 0), row) + grain.at(column, std::max(row - 1, 0));
            float& grey = film.at(column, row);
            grey += float(amount) * (0.45F + grey) * (0.8F * own + 0.42F * shared);
        }
}

/// Outside the collimator hardly anything reaches the detector.
void collimate(Canvas& film, const Exposure& exposure) {
    const double soft = 0.012;
    for (int row = 0; row < film.size(); ++row) {
        const double y = film.coordinate(row);
        const double vertical = smoothStep(-soft, soft, exposure.collimator[1] + y) *
                                smoothStep(-soft, soft, exposure.collimator[3] - y);
        for (int column = 0; column < film.size(); ++column) {
            const double x = film.coordinate(column);
            const double open = vertical * smoothStep(-soft, soft, exposure.collimator[0] + x) *
                                smoothStep(-soft, soft, exposure.collimator[2] - x);
            film.at(column, row) = float(double(film.at(column, row)) * open + 0.012 * (1 - open));
        }
    }
}

} // namespace

core::PixelBuffer exposeFilm(const Canvas& tissue, const PhantomSpec& spec) {
    const Exposure exposure(spec.filmSeed);
    Canvas film = develop(tissue, exposure);
    collimate(film, exposure);
    if (spec.marker)
        addMarker(film, spec.filmSeed);
    addNoise(film, exposure.noise, spec.filmSeed);
    std::vector<std::uint16_t> samples;
    samples.reserve(std::size_t(film.size()) * std::size_t(film.size()));
    for (int row = 0; row < film.size(); ++row)
        for (int column = 0; column < film.size(); ++column)
            samples.push_back(
                std::uint16_t(std::clamp(double(film.at(column, row)), 0.0, 1.0) * white + 0.5));
    return core::PixelBuffer::fromVector(film.size(), film.size(), 1, core::SampleType::u16,
                                         std::move(samples));
}

} // namespace pleurascope::phantom
