// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace pleurascope::training {

/// Exact area under the ROC curve (Mann-Whitney, ties count half). 0 where a class is missing.
[[nodiscard]] double exactAuc(std::span<const double> scores, const std::vector<bool>& positive);

struct AucInterval {
    double auc = 0;
    double low = 0;
    double high = 0;
};

/// AUC with its 95% interval (DeLong, DeLong and Clarke-Pearson 1988; mid-ranks as Sun and Xu 2014), cut to
/// 0..1.
[[nodiscard]] AucInterval deLongInterval(std::span<const double> scores, const std::vector<bool>& positive);

/// Two areas on the same films: first - second, its 95% interval, and the two-sided p of 'no difference'.
struct AucDifference {
    double first = 0, second = 0;
    double difference = 0, low = 0, high = 0;
    double p = 1;
};

/// The paired test of DeLong et al. 1988: the scores of both models on the same films, in the same order.
/// What both models find hard cancels, so its interval is narrower than two single ones suggest.
[[nodiscard]] AucDifference pairedDeLong(std::span<const double> first, std::span<const double> second,
                                         const std::vector<bool>& positive);

struct BootstrapConfig {
    int replicates = 2000;
    std::uint32_t seed = 44;
};

/// AUC with its 95% interval from drawing whole patients with replacement (cluster bootstrap, Field and Welsh
/// 2007; percentiles, Efron and Tibshirani 1993, chapter 13): films of one patient are not independent, and
/// DeLong's interval takes them to be. `patients` numbers each film's patient from 0. A draw without both
/// classes is drawn again. The same on every machine. A missing class: all 0, as exactAuc.
[[nodiscard]] AucInterval bootstrapAuc(std::span<const double> scores, const std::vector<bool>& positive,
                                       const std::vector<int>& patients, const BootstrapConfig& config = {});

} // namespace pleurascope::training
