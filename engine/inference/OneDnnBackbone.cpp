// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/inference/OneDnnBackbone.h"

#include "engine/inference/OneDnnPlan.h"

#include <ATen/Parallel.h>

#include <algorithm>
#include <list>
#include <map>
#include <utility>

namespace pleurascope::inference {

namespace {

constexpr std::size_t planLimit = 4;    ///< sizes of film
constexpr std::int64_t filmsAtOnce = 8; ///< past the waist

using Values = std::vector<torch::Tensor>;

/// Appends each of a pass's values to those of the passes before.
void append(std::vector<Values>& parts, Values values) {
    parts.resize(values.size());
    for (std::size_t i = 0; i < values.size(); ++i)
        parts[i].push_back(std::move(values[i]));
}

Values joined(const std::vector<Values>& parts) {
    Values results;
    for (const auto& part : parts)
        results.push_back(part.size() == 1 ? part.front() : torch::cat(part));
    return results;
}

/// Consecutive layers: from the value of one to those of `outputs`, in passes of some films each.
class Section {
public:
    Section(int first, std::vector<FusedStep> steps, std::vector<std::size_t> outputs, std::int64_t atOnce)
        : m_first(first)
        , m_steps(std::move(steps))
        , m_outputs(std::move(outputs))
        , m_atOnce(atOnce) {}

    Values run(const torch::Tensor& input, const std::vector<weights::Layer>& layers, PackedWeights& weights,
               const dnnl::engine& engine, dnnl::stream& stream) {
        std::vector<Values> parts;
        for (std::int64_t i = 0; i < input.size(0);) {
            // Never another number: each would have its plan, and perhaps weights of its own.
            const std::int64_t count = input.size(0) - i >= m_atOnce ? m_atOnce : 1;
            const torch::Tensor films = input.narrow(0, i, count);
            const dnnl::memory::dims shape(films.sizes().begin(), films.sizes().end());
            append(parts, planFor(shape, layers, weights, engine).run(films, stream));
            i += count;
        }
        return joined(parts);
    }

private:
    OneDnnPlan& planFor(const dnnl::memory::dims& shape, const std::vector<weights::Layer>& layers,
                        PackedWeights& weights, const dnnl::engine& engine) {
        if (const auto found = m_plans.find(shape); found != m_plans.end())
            return *found->second;
        if (m_plans.size() >= planLimit)
            m_plans.clear(); // films of many sizes: rare, and a plan is soon made
        auto plan = std::make_unique<OneDnnPlan>(layers, m_steps, m_outputs, weights, engine, m_first, shape);
        return *m_plans.emplace(shape, std::move(plan)).first->second;
    }

    const int m_first;
    const std::vector<FusedStep> m_steps;
    const std::vector<std::size_t> m_outputs;
    const std::int64_t m_atOnce;
    std::map<dnnl::memory::dims, std::unique_ptr<OneDnnPlan>> m_plans;
};

} // namespace

class OneDnnBackbone::State {
public:
    State(const model::Backbone& backbone, const std::vector<std::size_t>& outputs)
        : m_layers(backbone.layers().begin(),
                   backbone.layers().begin() + static_cast<std::ptrdiff_t>(outputs.back() + 1))
        , m_weights(backbone, m_engine) {
        const int waist = findWaist(m_layers);
        if (waist < 0) {
            m_sections.emplace_back(0, fuseLayers(m_layers, outputs), outputs, 1);
            return;
        }
        std::vector<std::size_t> front, back;
        for (const std::size_t output : outputs)
            (std::cmp_less_equal(output, waist) ? front : back).push_back(output);
        m_waistIsOutput = !front.empty() && std::cmp_equal(front.back(), waist);
        if (!m_waistIsOutput)
            front.push_back(static_cast<std::size_t>(waist));
        std::vector<std::size_t> all = front;
        all.insert(all.end(), back.begin(), back.end());
        std::vector<FusedStep> steps = fuseLayers(m_layers, all);
        const auto middle = std::stable_partition(
            steps.begin(), steps.end(), [waist](const FusedStep& step) { return step.output <= waist; });
        m_sections.emplace_back(0, std::vector(steps.begin(), middle), std::move(front), 1);
        m_sections.emplace_back(waist, std::vector(middle, steps.end()), std::move(back), filmsAtOnce);
    }

    Values run(const torch::Tensor& input) {
        at::internal::lazy_init_num_threads(); // this thread gets as many of OpenMP's as torch gives its own
                                               // work
        Values values = runSection(m_sections.front(), input.contiguous());
        if (m_sections.size() == 1)
            return values;
        Values later = runSection(m_sections.back(), values.back());
        if (!m_waistIsOutput)
            values.pop_back();
        values.insert(values.end(), std::make_move_iterator(later.begin()),
                      std::make_move_iterator(later.end()));
        return values;
    }

private:
    Values runSection(Section& section, const torch::Tensor& input) {
        return section.run(input, m_layers, m_weights, m_engine, m_stream);
    }

    const std::vector<weights::Layer> m_layers;
    dnnl::engine m_engine{dnnl::engine::kind::cpu, 0};
    dnnl::stream m_stream{m_engine};
    PackedWeights m_weights;
    std::list<Section> m_sections; ///< up to the waist, and from it
    bool m_waistIsOutput = false;
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
        new OneDnnBackbone(std::make_unique<State>(backbone, outputs)));
}

OneDnnBackbone::OneDnnBackbone(std::unique_ptr<State> state)
    : m_state(std::move(state)) {}

OneDnnBackbone::~OneDnnBackbone() = default;

std::vector<torch::Tensor> OneDnnBackbone::run(const torch::Tensor& input) {
    return m_state->run(input);
}

} // namespace pleurascope::inference
