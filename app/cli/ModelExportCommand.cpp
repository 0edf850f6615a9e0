// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Command.h"
#include "app/cli/ErrorSentence.h"
#include "engine/exchange/OnnxExport.h"
#include "engine/weights/KerasExport.h"

#include <memory>

namespace pleurascope::cli {

namespace {

struct Options {
    std::string file, output, format;
};

std::vector<std::string> formatNames() {
    auto names = weights::exportFormatNames();
    names.emplace_back("onnx");
    return names;
}

core::Result<void> write(const weights::ModelContents& model, const Options& options) {
    if (options.format == "onnx")
        return exchange::exportOnnx(options.output, model);
    const auto format = weights::exportFormatFromName(options.format);
    if (!format)
        return core::failure(format);
    return weights::exportModel(options.output, model, *format);
}

int exportTo(const Options& options) {
    const auto model = weights::readModelFile(options.file);
    if (!model) {
        printError(model.error());
        return failed;
    }
    if (const auto written = write(*model, options); !written) {
        printError(written.error());
        return failed;
    }
    return success;
}

} // namespace

void addModelExportCommand(CLI::App& model, Work& run) {
    auto options = std::make_shared<Options>();
    auto* command = model.add_subcommand("export", "Write a .psmodel for other programs");
    command->add_option("model", options->file, "The .psmodel")->required();
    command
        ->add_option(
            "--format", options->format,
            "keras-h5: a whole model as legacy .h5; keras: a Keras 3 archive; both begin with a "
            "Rescaling layer, so "
            "they take grey levels 0..255. safetensors: tensors by Keras name, the description in "
            "the metadata. onnx: opset 13, input 'film' (N, 3, S, S) of 0..255, outputs 'logits' and "
            "'probabilities'")
        ->required()
        ->check(CLI::IsMember(formatNames()));
    command->add_option("--output", options->output, "The file to write")->required()->type_name("FILE");
    command->callback([options, &run] { run = [options](const Context&) { return exportTo(*options); }; });
}

} // namespace pleurascope::cli
