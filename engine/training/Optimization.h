// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace pleurascope::training {

enum class OptimizerKind : std::uint8_t {
    adam, ///< as Keras computes it
    adamw ///< the same with decoupled weight decay of kernels (Loshchilov and Hutter 2019)
};
enum class ScheduleKind : std::uint8_t {
    constant,
    cosine, ///< half a cosine from 1 to 0 (Loshchilov and Hutter 2017, without restarts)
    step    ///< a tenth after half of the epochs, a hundredth after three quarters
};
enum class LossKind : std::uint8_t {
    crossEntropy,
    focal ///< Lin et al. 2017: (1 - p)^gamma of the cross-entropy
};
enum class ClassWeights : std::uint8_t {
    none,
    balanced ///< items / (classes x items of the class)
};

/// How losses become new weights. The learning rate itself is the run's, one for the head and one for what is
/// fine-tuned.
struct Optimization {
    OptimizerKind optimizer = OptimizerKind::adam;
    double weightDecay = 0.01; ///< adamw: a step takes rate x decay of each kernel, none of biases and norms
    ScheduleKind schedule = ScheduleKind::constant;
    double warmUp = 0; ///< epochs in which the rate grows from 0, before the schedule's factor applies
    LossKind loss = LossKind::crossEntropy;
    double focalGamma = 2;
    double labelSmoothing = 0; ///< 0..1: this share of the target is spread evenly over the classes
    ClassWeights classWeights = ClassWeights::none;
    bool oversample = false;     ///< items of rarer classes are repeated until classes are equally frequent
    double clipNorm = 0;         ///< largest norm of all gradients together; 0: none
    int earlyStopping = 0;       ///< epochs without a better validation AUC after which a run ends; 0: none
    bool mixedPrecision = false; ///< bfloat16 where torch's autocast allows it; CUDA alone
};

/// The names of the command line and of run.json: "adamw", "cosine", "cross-entropy", "balanced".
[[nodiscard]] std::string_view wordOf(OptimizerKind kind);
[[nodiscard]] std::string_view wordOf(ScheduleKind kind);
[[nodiscard]] std::string_view wordOf(LossKind kind);
[[nodiscard]] std::string_view wordOf(ClassWeights weights);
// The other way; a word that is none of them gives the first value.
[[nodiscard]] OptimizerKind optimizerFromWord(std::string_view word);
[[nodiscard]] ScheduleKind scheduleFromWord(std::string_view word);
[[nodiscard]] LossKind lossFromWord(std::string_view word);
[[nodiscard]] ClassWeights classWeightsFromWord(std::string_view word);

/// What the learning rate is multiplied by at `position`, in epochs since the run began (0 .. epochs).
[[nodiscard]] double rateFactor(const Optimization& optimization, double position, int epochs);

/// The name of the first value out of its range, as the command line writes it, or nullptr.
[[nodiscard]] const char* problemOf(const Optimization& optimization);

} // namespace pleurascope::training
