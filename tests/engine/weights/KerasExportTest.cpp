// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/weights/KerasExport.h"
#include "engine/core/Files.h"
#include "engine/weights/KerasImport.h"
#include "engine/weights/KerasLayers.h"
#include "engine/weights/KerasShapes.h"
#include "engine/weights/ModelJson.h"
#include "engine/weights/Safetensors.h"
#include "engine/weights/ZipArchive.h"
#include "tests/golden/FillFormula.h"
#include "tests/golden/SharedFolder.h"
#include "tests/support/TemporaryFolder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <cstring>

namespace pleurascope::weights {
namespace {

using nlohmann::json;

/// The narrow net of golden/keras/c_weights.
ModelContents narrowModel(const std::string& cut = "post_relu") {
    ModelContents model;
    auto& description = model.description;
    description.name = "narrow_flat";
    description.backbone.filters = {8, 12, 16, 24};
    description.backbone.cut = cut;
    description.head = {{128}, {0.5}};
    description.classes = {"effusion", "nofinding"};
    description.positiveClass = 0;
    description.provenance.created = "2026-11-22T20:13:48Z";
    const auto network = kerasModelOf(description);
    EXPECT_TRUE(network);
    for (const auto& [name, shape] : kerasVariables(network->layers))
        model.tensors.emplace(name, testing::filledTensor(name, shape));
    return model;
}

/// A DenseNet of two stages, filled likewise.
ModelContents denseModel() {
    ModelContents model;
    auto& description = model.description;
    description.backbone = {"densenet", 8, {2, 3}, {4, 6}, "relu"};
    description.head = {{16}, {0.5}};
    description.inputSize = 64;
    description.scaling = Scaling::torch;
    for (const auto& [name, shape] : kerasVariables(kerasModelOf(description)->layers))
        model.tensors.emplace(name, testing::filledTensor(name, shape));
    return model;
}

class KerasExport : public ::testing::Test {
protected:
    [[nodiscard]] std::filesystem::path exported(const ModelContents& model, ExportFormat format) const {
        const auto path = m_folder.path() / "exported";
        const auto done = exportModel(path, model, format);
        EXPECT_TRUE(done) << core::describe(done.error());
        return path;
    }

    test::TemporaryFolder m_folder;
};

TEST_F(KerasExport, ComesBackAsTheSameModel) {
    for (const ExportFormat format : {ExportFormat::kerasH5, ExportFormat::keras})
        for (const Scaling scaling : {Scaling::tf, Scaling::unit, Scaling::none})
            for (const char* cut :
                 {"post_relu", "conv4_block6_out", "conv3_block1_2_relu", "conv5_block1_preact_relu"}) {
                ModelContents model = narrowModel(cut);
                model.description.scaling = scaling;
                model.description.inputSize = 96;
                KerasImportOptions options;
                options.classes = model.description.classes;
                const auto back = importKeras(exported(model, format), options, readKerasFile);
                ASSERT_TRUE(back) << core::describe(back.error()) << " " << cut;
                EXPECT_TRUE(back->initialised.empty());
                EXPECT_EQ(back->model.description.scalingSource, "file");
                ModelDescription description = back->model.description;
                description.name = model.description.name;
                description.provenance = model.description.provenance;
                description.scalingSource = model.description.scalingSource;
                // What lies beyond the cut is not in the file.
                description.backbone.blocks = model.description.backbone.blocks;
                description.backbone.filters = model.description.backbone.filters;
                EXPECT_EQ(toJson(description), toJson(model.description));
                ASSERT_EQ(back->model.tensors.size(), model.tensors.size());
                for (const auto& [name, tensor] : model.tensors) {
                    EXPECT_EQ(back->model.tensors.at(name).shape, tensor.shape) << name;
                    EXPECT_EQ(back->model.tensors.at(name).values, tensor.values) << name;
                }
            }
}

TEST_F(KerasExport, ADenseNetComesBackWithItsScaling) {
    const ModelContents model = denseModel();
    for (const ExportFormat format : {ExportFormat::kerasH5, ExportFormat::keras}) {
        const auto back = importKeras(exported(model, format), {}, readKerasFile);
        ASSERT_TRUE(back) << core::describe(back.error());
        const auto& description = back->model.description;
        EXPECT_EQ(description.backbone.family, "densenet");
        EXPECT_EQ(description.backbone.blocks, (std::vector{2, 3}));
        EXPECT_EQ(description.backbone.filters, (std::vector{4, 6}));
        EXPECT_EQ(description.backbone.cut, "relu");
        EXPECT_EQ(description.scaling, Scaling::torch);
        EXPECT_EQ(description.scalingSource, "file");
        ASSERT_EQ(back->model.tensors.size(), model.tensors.size());
        for (const auto& [name, tensor] : model.tensors)
            EXPECT_EQ(back->model.tensors.at(name).values, tensor.values) << name;
    }
}

TEST_F(KerasExport, TheSameModelGivesTheSameBytes) {
    const auto model = narrowModel("conv2_block1_out");
    for (const ExportFormat format :
         {ExportFormat::kerasH5, ExportFormat::keras, ExportFormat::safetensors}) {
        const auto once = *core::readFile(exported(model, format));
        EXPECT_EQ(*core::readFile(exported(model, format)), once);
    }
}

/// A layer of a configuration without what may differ: Python's object ids, and the Rescaling that stands
/// before the first layer.
json comparable(json layer) {
    if (layer["config"].contains("dtype") && layer["config"]["dtype"].is_object())
        layer["config"]["dtype"].erase("shared_object_id");
    json text = layer;
    if (layer["name"] == "conv1_pad")
        text["inbound_nodes"][0]["args"][0]["config"]["keras_history"][0] = "input_layer";
    return text;
}

/// Every layer of `ours` but the Rescaling is, key for key, the golden one.
void expectSameLayers(const json& ours, const json& golden) {
    std::size_t place = 0;
    for (const auto& layer : ours["config"]["layers"]) {
        if (layer["class_name"] == "Rescaling")
            continue;
        ASSERT_LT(place, golden["config"]["layers"].size());
        EXPECT_EQ(comparable(layer), comparable(golden["config"]["layers"][place])) << layer["name"];
        ++place;
    }
    EXPECT_EQ(place, golden["config"]["layers"].size());
    EXPECT_EQ(ours["config"]["input_layers"], golden["config"]["input_layers"]);
    EXPECT_EQ(ours["config"]["output_layers"], golden["config"]["output_layers"]);
    for (const char* key : {"class_name", "module", "registered_name", "build_config"})
        EXPECT_EQ(ours.value(key, json()), golden.value(key, json())) << key;
}

json archiveJson(const std::filesystem::path& path, const std::string& entry) {
    const auto archive = ZipArchive::open(path, core::ErrorCode::damaged);
    EXPECT_TRUE(archive);
    const auto bytes = archive->entry(entry, 1 << 24);
    EXPECT_TRUE(bytes);
    return json::parse(reinterpret_cast<const char*>(bytes->data()),
                       reinterpret_cast<const char*>(bytes->data() + bytes->size()));
}

TEST_F(KerasExport, AKeras3ArchiveTellsEachLayerAsKerasDoes) {
    PLEURASCOPE_NEEDS_SHARED("golden/keras/c_weights/narrow_flat.keras");
    const auto golden = testing::sharedFile("golden/keras/c_weights/narrow_flat.keras");
    const auto ours = exported(narrowModel(), ExportFormat::keras);
    expectSameLayers(archiveJson(ours, "config.json"), archiveJson(golden, "config.json"));
    EXPECT_EQ(archiveJson(ours, "metadata.json"),
              json({{"keras_version", "3.10.0"}, {"date_saved", "2026-11-22@20:13:48"}}));
}

TEST_F(KerasExport, SafetensorsCarryTheDescription) {
    const auto model = narrowModel("conv2_block1_out");
    const auto bytes = *core::readFile(exported(model, ExportFormat::safetensors));
    const auto tensors = readSafetensors(bytes);
    ASSERT_TRUE(tensors) << core::describe(tensors.error());
    EXPECT_EQ(tensors->size(), model.tensors.size());
    std::uint64_t length = 0;
    std::memcpy(&length, bytes.data(), 8);
    const auto header = json::parse(std::string(reinterpret_cast<const char*>(bytes.data()) + 8, length));
    EXPECT_EQ(header["__metadata__"]["model.json"], toJson(model.description));
}

TEST_F(KerasExport, NamesTheTensorThatAModelLacks) {
    auto model = narrowModel();
    model.tensors.erase("conv3_block2_2_bn/beta");
    const auto done = exportModel(m_folder.path() / "x.keras", model, ExportFormat::keras);
    ASSERT_FALSE(done);
    EXPECT_EQ(done.error().code, core::ErrorCode::missingTensor);
    EXPECT_EQ(done.error().detail, "conv3_block2_2_bn/beta");
    EXPECT_FALSE(std::filesystem::exists(m_folder.path() / "x.keras"));
}

TEST_F(KerasExport, SaysWhereItCannotWrite) {
    const auto done = exportModel("/nowhere/x.h5", narrowModel("conv2_block1_out"), ExportFormat::kerasH5);
    ASSERT_FALSE(done);
    EXPECT_EQ(done.error().path, "/nowhere/x.h5");
}

} // namespace
} // namespace pleurascope::weights
