// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/inference/OneDnnBackbone.h"

#include "engine/inference/OneDnnPlan.h"

#include <ATen/Parallel.h>

#include <algorithm>

namespace pleurascope::inference {

namespace {

constexpr std::size_t planLimit = 4; ///< sizes of film

} // namespace

class OneDnnBackbone::State {
public:
    State(const model::Backbone& backbone, std::vector<std::size_t> outputs)
        : m_layers(backbone.layers().begin(),
                   backbone.layers().begin() + static_cast<std::ptrdiff_t>(outputs.back() + 1))
        , m_outputs(std::move(outputs))
        , m_steps(fuseLayers(m_layers, m_outputs))
        , m_weights(backbone, m_engine) {}

    std::vector<torch::Tensor> run(const torch::Tensor& input) {
        at::internal::lazy_init_num_threads(); // this thread gets as many of OpenMP's as torch gives its own
                                               // work
        const torch::Tensor whole = input.contiguous();
        std::vector<std::vector<torch::Tensor>> parts(m_outputs.size());
        for (std::int64_t i = 0; i < whole.size(0); ++i) {
            const torch::Tensor film = whole.narrow(0, i, 1);
            auto values = planFor(film).run(film, m_stream);
            for (std::size_t part = 0; part < values.size(); ++part)
                parts[part].push_back(std::move(values[part]));
        }
        std::vector<torch::Tensor> results;
        for (const auto& part : parts)
            results.push_back(part.size() == 1 ? part.front() : torch::cat(part));
        return results;
    }

private:
    OneDnnPlan& planFor(const torch::Tensor& film) {
        const dnnl::memory::dims shape(film.sizes().begin(), film.sizes().end());
        if (const auto found = m_plans.find(shape); found != m_plans.end())
            return *found->second;
        if (m_plans.size() >= planLimit)
            m_plans.clear(); // films of many sizes: rare, and a plan is soon made
        auto plan = std::make_unique<OneDnnPlan>(m_layers, m_steps, m_outputs, m_weights, m_engine, shape);
        return *m_plans.emplace(shape, std::move(plan)).first->second;
    }

    const std::vector<weights::Layer> m_layers;
    const std::vector<std::size_t> m_outputs;
    const std::vector<FusedStep> m_steps;
    dnnl::engine m_engine{dnnl::engine::kind::cpu, 0};
    dnnl::stream m_stream{m_engine};
    PackedWeights m_weights;
    std::map<dnnl::memory::dims, std::unique_ptr<OneDnnPlan>> m_plans;
};

std::shared_ptr<OneDnnBackbone> OneDnnBackbone::create(const model::Backbone& backbone,
                                                       std::vector<std::size_t> outputs) {
    const auto& layers = backbone.layers();
    const bool known = std::all_of(layers.begin(), layers.end(), [](const weights::Layer& layer) {
        return layer.kind != weights::LayerKind::concatenate;
    });
    if (!known || outputs.empty())
        return nullptr;
    return std::shared_ptr<OneDnnBackbone>(
        new OneDnnBackbone(std::make_unique<State>(backbone, std::move(outputs))));
}

OneDnnBackbone::OneDnnBackbone(std::unique_ptr<State> state)
    : m_state(std::move(state)) {}

OneDnnBackbone::~OneDnnBackbone() = default;

std::vector<torch::Tensor> OneDnnBackbone::run(const torch::Tensor& input) {
    return m_state->run(input);
}

} // namespace pleurascope::inference
