// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Command.h"
#include "app/cli/ErrorSentence.h"
#include "app/cli/Learning.h"
#include "engine/exchange/OnnxExport.h"
#include "engine/weights/KerasExport.h"

#include <cstdio>
#include <memory>

namespace pleurascope::cli {

namespace {

struct Options {
    std::string file, output, format;
};

std::vector<std::string> formatNames() {
    auto names = weights::exportFormatNames();
    names.insert(names.end(), {"onnx", "torchscript"});
    return names;
}

core::Result<void> write(const Options& options) {
    if (options.format == "torchscript") {
        const auto learning = openLearning();
        if (!learning)
            return core::failure(learning);
        return (*learning)->exportTorchScript(options.file, options.output);
    }
    const auto model = weights::readModelFile(options.file);
    if (!model)
        return core::failure(model);
    if (model->description.provenance.validationLeaks)
        std::fputs(
            "pleurascope-cli: VALIDATION LEAKS in the run that made this model, and what is written cannot "
            "say so\n",
            stderr);
    if (options.format == "onnx")
        return exchange::exportOnnx(options.output, *model);
    const auto format = weights::exportFormatFromName(options.format);
    if (!format)
        return core::failure(format);
    if (model->description.flipAverage && *format != weights::ExportFormat::safetensors)
        std::fputs(
            "pleurascope-cli: Keras files cannot say that a film's mirror image is looked at too: their "
            "predictions are of the film alone\n",
            stderr);
    return weights::exportModel(options.output, *model, *format);
}

int exportTo(const Options& options) {
    const auto written = write(options);
    if (written)
        return success;
    return fail(written.error());
}

} // namespace

void addModelExportCommand(CLI::App& model, Work& run) {
    auto options = std::make_shared<Options>();
    auto* command = model.add_subcommand("export", "Write a .psmodel for other programs");
    command->add_option("model", options->file, "The .psmodel")->required();
    command
        ->add_option(
            "--format", options->format,
            "keras-h5: a whole model as legacy .h5; keras: a Keras 3 archive; onnx: opset 13; "
            "torchscript: for torch.jit.load. All four take grey levels 0..255 and scale them inside; "
            "onnx and torchscript take (N, 3, S, S) and give logits and probabilities. safetensors: "
            "tensors by Keras name, the description in the metadata")
        ->required()
        ->check(CLI::IsMember(formatNames()));
    command->add_option("--output", options->output, "The file to write")->required()->type_name("FILE");
    command->callback([options, &run] { run = [options](const Context&) { return exportTo(*options); }; });
}

} // namespace pleurascope::cli
