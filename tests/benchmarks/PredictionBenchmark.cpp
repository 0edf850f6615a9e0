// SPDX-License-Identifier: GPL-3.0-or-later
// One film, and eight, through a ResNet50V2 at 224: ours, the plain LibTorch network, and ONNX Runtime on the
// exported graph, in turn; then Grad-CAM beside the prediction that it explains.
#include "engine/exchange/OnnxExport.h"
#include "engine/explain/TorchExplainer.h"
#include "engine/inference/TorchPredictor.h"
#include "engine/learning/BlasCheck.h"
#include "engine/model/Initialisation.h"
#include "tests/benchmarks/Statistics.h"

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <thread>
#include <unistd.h>

namespace {

using namespace pleurascope;
constexpr int inputSize = 224;
constexpr int runs = 15;

weights::ModelContents network() {
    weights::ModelContents model;
    model.description.inputSize = inputSize;
    model.tensors = model::initialBackbone(model.description.backbone, 44).value();
    model.tensors.merge(model::initialHead(model.description.head, 2048, 2, 44));
    return model;
}

/// What ran before may still spin on the cores, waiting for more: it is given time to go to sleep. The pass
/// before the one that is timed wakes one's own threads.
template <class Function>
double milliseconds(Function function) {
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
    function();
    const auto begin = std::chrono::steady_clock::now();
    function();
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count();
}

/// ONNX Runtime in a process of its own, asked for one pass at a time.
class Pace {
public:
    Pace(const std::string& folder, const std::string& model) {
        int to[2], from[2];
        if (::pipe(to) != 0 || ::pipe(from) != 0)
            std::abort();
        if (::fork() == 0) {
            ::dup2(to[0], 0);
            ::dup2(from[1], 1);
            for (const int end : {to[0], to[1], from[0], from[1]})
                ::close(end);
            ::execlp("node", "node", PLEURASCOPE_SOURCE_DIR "/tests/benchmarks/onnxruntime_pace.mjs",
                     folder.c_str(), model.c_str(), std::to_string(inputSize).c_str(), nullptr);
            std::_Exit(127);
        }
        ::close(to[0]);
        ::close(from[1]);
        m_to = ::fdopen(to[1], "w");
        m_from = ::fdopen(from[0], "r");
    }
    ~Pace() {
        std::fclose(m_to);
        std::fclose(m_from);
    }
    Pace(const Pace&) = delete;
    Pace& operator=(const Pace&) = delete;

    /// Negative where ONNX Runtime is not to be had.
    double pass(std::size_t films) {
        std::this_thread::sleep_for(std::chrono::milliseconds(100));
        std::fprintf(m_to, "%zu\n", films);
        std::fflush(m_to);
        double time = -1;
        return std::fscanf(m_from, "%lf", &time) == 1 ? time : -1;
    }

private:
    FILE* m_to = nullptr;
    FILE* m_from = nullptr;
};

struct Times {
    std::vector<double> ours, plain, reference;
};

Times measure(inference::TorchPredictor& predictor, Pace& pace, std::size_t count) {
    const std::vector<imaging::InputPlanes> films(
        count, {inputSize, 1, std::vector<float>(std::size_t(inputSize) * inputSize, 100.0F)});
    const torch::Tensor input = torch::zeros({std::int64_t(count), 3, inputSize, inputSize});
    Times times;
    for (int run = -2; run < runs; ++run) { // two to warm up
        const double ours = milliseconds([&] { (void)predictor.predict(films, {}); });
        const double plain = milliseconds([&] {
            const torch::NoGradGuard noGrad;
            (void)predictor.network().backbone.forward(input);
        });
        const double reference = pace.pass(count);
        if (run < 0)
            continue;
        times.ours.push_back(ours / double(count));
        times.plain.push_back(plain / double(count));
        if (reference >= 0)
            times.reference.push_back(reference / double(count));
    }
    return times;
}

void report(const char* what, const Times& times) {
    using namespace benchmarks;
    std::printf("%s, a film\n", what);
    print("  ours", times.ours);
    print("  plain LibTorch network", times.plain);
    std::printf("  ours / plain LibTorch               %.2f\n",
                spreadOf(times.ours).median / spreadOf(times.plain).median);
    if (times.reference.empty()) {
        std::printf("  no ONNX Runtime: npm ci --ignore-scripts in tests/engine/exchange/onnxruntime\n");
        return;
    }
    print("  ONNX Runtime", times.reference);
    std::printf("  ours / ONNX Runtime                 %.2f\n",
                spreadOf(times.ours).median / spreadOf(times.reference).median);
}

void reportGradCam(const std::shared_ptr<inference::TorchPredictor>& predictor) {
    explain::TorchExplainer explainer(predictor);
    const imaging::InputPlanes film{inputSize, 1,
                                    std::vector<float>(std::size_t(inputSize) * inputSize, 100.0F)};
    std::vector<double> prediction, map;
    for (int run = -2; run < runs; ++run) {
        const double alone = milliseconds([&] { (void)predictor->predict({&film, 1}, {}); });
        const double explained = milliseconds([&] { (void)explainer.explain(film, {}); });
        if (run >= 0) {
            prediction.push_back(alone);
            map.push_back(explained);
        }
    }
    benchmarks::print("prediction", prediction);
    benchmarks::print("Grad-CAM at the last layer", map);
    std::printf("Grad-CAM / prediction                 %.2f\n",
                benchmarks::spreadOf(map).median / benchmarks::spreadOf(prediction).median);
}

} // namespace

int main(int argc, char** argv) {
    const std::string folder =
        argc > 1 ? argv[1] : PLEURASCOPE_SOURCE_DIR "/tests/engine/exchange/onnxruntime";
    at::set_num_threads(2);
    learning::useOneThread(learning::loadedBlas()); // as the learning module does
    const auto contents = network();
    const auto file =
        std::filesystem::temp_directory_path() / ("pleurascope-" + std::to_string(::getpid()) + ".onnx");
    if (!exchange::exportOnnx(file, contents))
        return 1;
    auto net = inference::Network::create(contents, torch::kCPU);
    if (!net)
        return 1;
    const auto predictor = std::make_shared<inference::TorchPredictor>(std::move(*net), "");
    Pace pace(folder, file.string());
    report("one film", measure(*predictor, pace, 1));
    report("eight films", measure(*predictor, pace, 8));
    reportGradCam(predictor);
    std::filesystem::remove(file);
    return 0;
}
