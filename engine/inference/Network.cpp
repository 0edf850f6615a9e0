// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/inference/Network.h"

#include "engine/inference/Predictor.h"
#include "engine/weights/Temperature.h"

#include <cassert>

namespace pleurascope::inference {

core::Result<Network> Network::create(const weights::ModelContents& contents, torch::Device device) {
    auto backbone = model::Backbone::create(contents.description.backbone, contents.tensors);
    if (!backbone)
        return core::failure(backbone);
    auto head = model::ClassifierHead::create(contents.description.head, backbone->features(),
                                              static_cast<int>(contents.description.classes.size()),
                                              contents.tensors);
    if (!head)
        return core::failure(head);
    backbone->to(device, torch::kFloat32);
    head->to(device, torch::kFloat32);
    return Network{contents.description, std::move(*backbone), std::move(*head), device};
}

torch::Tensor Network::logits(const torch::Tensor& input) const {
    const auto plain = [this](const torch::Tensor& x) {
        return head.forward(model::globalAverage(backbone.forward(x)));
    };
    return description.flipAverage ? (plain(input) + plain(input.flip(3))) / 2 : plain(input);
}

torch::Tensor inputTensor(std::span<const imaging::InputPlanes> films, weights::Scaling scaling,
                          torch::Device device) {
    std::vector<torch::Tensor> rows;
    rows.reserve(films.size());
    for (const auto& film : films) {
        assert(film.values.size() ==
               std::size_t(film.channels) * std::size_t(film.size) * std::size_t(film.size));
        // from_blob wants a mutable pointer; stack below only reads.
        auto* values =
            const_cast<float*>(film.values.data()); // NOLINT(cppcoreguidelines-pro-type-const-cast)
        rows.push_back(torch::from_blob(values, {film.channels, film.size, film.size}, torch::kFloat32)
                           .expand({3, film.size, film.size}));
    }
    torch::Tensor input = torch::stack(rows).to(device);
    const auto terms = weights::scalingTerms(scaling);
    const auto aChannel = [&](const std::array<float, 3>& values) {
        return torch::tensor(at::ArrayRef<float>(values)).view({1, 3, 1, 1}).to(device);
    };
    if (terms.divisor != 1)
        input = input / terms.divisor;
    if (terms.shifts())
        input = input - aChannel(terms.mean);
    if (terms.stretches())
        input = input / aChannel(terms.deviation);
    return input.contiguous();
}

Prediction predictionFromLogits(const torch::Tensor& logits, int positive, double temperature) {
    const torch::Tensor plain = logits.detach().to(torch::kCPU, torch::kFloat64).contiguous();
    const auto* first = plain.data_ptr<double>();
    Prediction prediction;
    prediction.logits.assign(first, first + plain.numel());
    prediction.logit = weights::positiveMargin(prediction.logits, positive);
    prediction.probability = weights::positiveProbability(prediction.logits, positive, temperature);
    return prediction;
}

} // namespace pleurascope::inference
