// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/core/Files.h"
#include "engine/weights/Hdf5.h"
#include "engine/weights/Hdf5Writer.h"
#include "engine/weights/KerasExport.h"
#include "engine/weights/KerasFile.h"
#include "engine/weights/KerasImport.h"
#include "engine/weights/ZipArchive.h"
#include "tests/golden/SharedFolder.h"
#include "tests/support/TemporaryFolder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <array>
#include <functional>

namespace pleurascope::weights {
namespace {

using nlohmann::json;

/// What h5py would tell of an attribute, in the words of file_layouts.json.
json attributeOf(hid_t object, const std::string& name) {
    const hdf5::Handle attribute(H5Aopen(object, name.c_str(), H5P_DEFAULT), H5Aclose);
    const hdf5::Handle space(H5Aget_space(attribute.get()), H5Sclose);
    const hdf5::Handle type(H5Aget_type(attribute.get()), H5Tclose);
    if (H5Sget_simple_extent_type(space.get()) == H5S_SCALAR)
        return {{"type", "str"}, {"h5type", "object"}, {"value", hdf5::readText(object, name).value()}};
    const bool strings = H5Tget_class(type.get()) == H5T_STRING;
    const auto list = hdf5::readStringList(object, name).value();
    return {{"h5_string_kind", !strings                             ? "not a string (empty float64 list)"
                               : H5Tis_variable_str(type.get()) > 0 ? "variable length"
                                                                    : "fixed length"},
            {"dtype", strings ? "object" : "float64"},
            {"shape", {list.size()}},
            {"first", std::vector<std::string>(
                          list.begin(), list.begin() + std::min<std::ptrdiff_t>(3, std::ssize(list)))}};
}

herr_t visitAttribute(hid_t object, const char* name, const H5A_info_t* /*info*/, void* attributes) {
    (*static_cast<json*>(attributes))[name] = attributeOf(object, name);
    return 0;
}

herr_t visitObject(hid_t root, const char* name, const H5O_info_t* info, void* entries) {
    const std::string path = std::string(name) == "." ? "/" : std::string("/") + name;
    json entry = {{"path", path},
                  {"kind", info->type == H5O_TYPE_GROUP ? "group" : "dataset"},
                  {"attrs", json::object()}};
    const hdf5::Handle object(H5Oopen(root, name, H5P_DEFAULT), H5Oclose);
    H5Aiterate2(object.get(), H5_INDEX_NAME, H5_ITER_INC, nullptr, visitAttribute, &entry["attrs"]);
    if (info->type == H5O_TYPE_DATASET) {
        const hdf5::Handle type(H5Dget_type(object.get()), H5Tclose);
        const hdf5::Handle creation(H5Dget_create_plist(object.get()), H5Pclose);
        entry["dtype"] = H5Tequal(type.get(), H5T_IEEE_F32LE) > 0 ? "float32" : "another";
        entry["shape"] = hdf5::readTensor(root, path, 1 << 24).value().shape;
        EXPECT_EQ(H5Pget_layout(creation.get()), H5D_CONTIGUOUS);
        entry["chunks"] = entry["compression"] = nullptr;
    }
    (*static_cast<std::map<std::string, json>*>(entries))[path] = entry;
    return 0;
}

std::map<std::string, json> entriesOf(std::span<const std::byte> bytes) {
    const auto lock = hdf5::lockLibrary();
    const auto file = hdf5::openImage(bytes);
    EXPECT_TRUE(file);
    std::map<std::string, json> entries;
    H5Ovisit(file->get(), H5_INDEX_NAME, H5_ITER_INC, visitObject, &entries);
    return entries;
}

/// Holds `ours` against a layout's entries, but what only a compiled model has.
void expectLayout(const std::map<std::string, json>& ours, const json& layout) {
    int compared = 0;
    for (const char* part : {"first_entries", "head_and_optimizer_entries"})
        for (json golden : layout[part]) {
            const std::string path = golden["path"];
            if (path.starts_with("/optimizer"))
                continue;
            ASSERT_TRUE(ours.contains(path)) << path;
            json entry = ours.at(path);
            golden["attrs"].erase("training_config");
            if (golden["attrs"].contains("backend"))
                golden["attrs"]["backend"]["value"] = "tensorflow";
            if (golden["attrs"].contains("model_config")) // compared by KerasExport.*
                golden["attrs"]["model_config"]["value"] = entry["attrs"]["model_config"]["value"];
            if (golden["attrs"].contains("layer_names")) { // ours has a Rescaling besides
                golden["attrs"]["layer_names"]["shape"] = {195};
                golden["attrs"]["layer_names"]["first"] = {"input_layer", "rescaling", "conv1_pad"};
            }
            EXPECT_EQ(entry, golden) << path;
            ++compared;
        }
    EXPECT_GT(compared, 20);
}

ModelContents goldenModel() {
    auto import =
        importKeras(testing::sharedFile("golden/keras/c_weights/narrow_flat.keras"), {}, readKerasFile);
    EXPECT_TRUE(import);
    return std::move(import->model);
}

constexpr const char* layouts = "golden/keras/c_weights/file_layouts.json";

TEST(KerasLayout, ALegacyModelHasTheEntriesThatKerasWrites) {
    PLEURASCOPE_NEEDS_SHARED(layouts);
    const test::TemporaryFolder folder;
    ASSERT_TRUE(exportModel(folder.path() / "x.h5", goldenModel(), ExportFormat::kerasH5));
    const auto entries = entriesOf(*core::readFile(folder.path() / "x.h5"));
    const json layout = testing::readJson(testing::sharedFile(layouts))["narrow_flat_model_legacy.h5"];
    expectLayout(entries, layout);
    // Four entries of the optimizer are not there, the group of the Rescaling is.
    EXPECT_EQ(entries.size(), layout["entries_total"].get<std::size_t>() - 4 + 1);
}

TEST(KerasLayout, AKeras3ArchiveHasTheEntriesThatKerasWrites) {
    PLEURASCOPE_NEEDS_SHARED(layouts);
    const test::TemporaryFolder folder;
    ASSERT_TRUE(exportModel(folder.path() / "x.keras", goldenModel(), ExportFormat::keras));
    const auto archive = ZipArchive::open(folder.path() / "x.keras", core::ErrorCode::damaged);
    ASSERT_TRUE(archive);
    const auto entries = entriesOf(*archive->entry("model.weights.h5", 1 << 24));
    const json layout = testing::readJson(testing::sharedFile(layouts))["narrow_flat.keras:model.weights.h5"];
    expectLayout(entries, layout);
    // Four entries of the optimizer are not there, two groups of the Rescaling are.
    EXPECT_EQ(entries.size(), layout["entries_total"].get<std::size_t>() - 4 + 2);
    for (const json& row :
         testing::readJson(testing::sharedFile("golden/keras/c_weights/keras3_weight_paths.json"))["flat"]) {
        ASSERT_TRUE(entries.contains(row["path"])) << row;
        EXPECT_EQ(entries.at(row["path"])["shape"], row["shape"]) << row;
    }
}

herr_t removeName(hid_t root, const char* name, const H5O_info_t* info, void* /*data*/) {
    const hdf5::Handle object(H5Oopen(root, name, H5P_DEFAULT), H5Oclose);
    if (info->type == H5O_TYPE_GROUP && hdf5::hasAttribute(object.get(), "name"))
        H5Adelete(object.get(), "name");
    return 0;
}

TEST(KerasLayout, AKeras3FileWithoutNamesIsReadByItsOrder) {
    for (const char* name : {"narrow_flat.weights.h5", "narrow_nested.weights.h5"}) {
        const auto golden = testing::sharedFile(std::string("golden/keras/c_weights/") + name);
        PLEURASCOPE_NEEDS_SHARED(std::string("golden/keras/c_weights/") + name);
        const test::TemporaryFolder folder;
        const auto path = folder.path() / name;
        ASSERT_TRUE(core::writeFileAtomically(path, *core::readFile(golden)));
        {
            const auto lock = hdf5::lockLibrary();
            const hdf5::Handle file(H5Fopen(path.c_str(), H5F_ACC_RDWR, H5P_DEFAULT), H5Fclose);
            ASSERT_TRUE(file);
            H5Ovisit(file.get(), H5_INDEX_NAME, H5_ITER_INC, removeName, nullptr);
        }
        const auto unnamed = readKerasFile(path);
        const auto named = readKerasFile(golden);
        ASSERT_TRUE(unnamed && named);
        ASSERT_EQ(unnamed->tensors.size(), named->tensors.size());
        for (const auto& [tensorName, tensor] : named->tensors) {
            ASSERT_TRUE(unnamed->tensors.contains(tensorName)) << tensorName;
            EXPECT_EQ(unnamed->tensors.at(tensorName).values, tensor.values) << tensorName;
        }
    }
}

/// Writes an HDF5 file that is not as Keras writes it.
class HostileHdf5 : public ::testing::Test {
protected:
    std::filesystem::path write(const std::function<void(hdf5::Writer&)>& fill) {
        const auto path = m_folder.path() / "x.h5";
        const auto lock = hdf5::lockLibrary();
        hdf5::Writer writer;
        fill(writer);
        EXPECT_TRUE(core::writeFileAtomically(path, *writer.bytes()));
        return path;
    }
    /// Code and detail of a refusal that names the file.
    static core::Error refusal(const std::filesystem::path& path) {
        const auto file = readKerasFile(path);
        EXPECT_FALSE(file);
        if (file)
            return {};
        EXPECT_EQ(file.error().path, path.string());
        return file.error();
    }
    static void writeLayer(hdf5::Writer& writer, const std::vector<std::string>& names) {
        writer.addGroup("/conv1_conv");
        writer.addStringList("/conv1_conv", "weight_names", names);
        writer.addStringList("/", "layer_names", {"conv1_conv"});
    }

    test::TemporaryFolder m_folder;
};

TEST_F(HostileHdf5, AListThatIsSplitIntoChunksReadsAsOne) {
    const auto path = write([](hdf5::Writer& writer) {
        std::vector<std::string> layers;
        for (int i = 0; i < 1000; ++i) {
            layers.push_back("a_layer_with_a_name_that_is_rather_long_because_it_has_to_be_split_" +
                             std::to_string(1000 + i));
            writer.addGroup("/" + layers.back());
            writer.addStringList("/" + layers.back(), "weight_names",
                                 {"outer/" + layers.back() + "/kernel:0"});
            writer.addTensor("/" + layers.back() + "/outer/" + layers.back() + "/kernel:0",
                             {{1}, {static_cast<float>(i)}});
        }
        writer.addStringList("/", "layer_names", layers);
    });
    {
        const auto lock = hdf5::lockLibrary();
        const auto file = hdf5::openImage(*core::readFile(path));
        EXPECT_FALSE(hdf5::hasAttribute(file->get(), "layer_names"));
        EXPECT_TRUE(hdf5::hasAttribute(file->get(), "layer_names1"));
    }
    const auto file = readKerasFile(path);
    ASSERT_TRUE(file) << core::describe(file.error());
    EXPECT_EQ(file->tensors.size(), 1000U);
    EXPECT_EQ(file->layers.size(), 1000U);
    EXPECT_TRUE(std::is_sorted(file->layers.begin(), file->layers.end()));
}

TEST_F(HostileHdf5, ADatasetThatIsNamedButAbsentIsNamed) {
    const auto error = refusal(write([](auto& writer) { writeLayer(writer, {"conv1_conv/kernel:0"}); }));
    EXPECT_EQ(error.code, core::ErrorCode::damaged);
    EXPECT_THAT(error.detail, ::testing::HasSubstr("conv1_conv/kernel:0"));
}

TEST_F(HostileHdf5, TwoTensorsOfOneNameAreRefused) {
    const auto error = refusal(write([](auto& writer) {
        writeLayer(writer, {"a/conv1_conv/kernel:0", "b/conv1_conv/kernel:0"});
        for (const char* model : {"a", "b"})
            writer.addTensor(std::string("/conv1_conv/") + model + "/conv1_conv/kernel:0", {{1}, {1}});
    }));
    EXPECT_THAT(error.detail, ::testing::HasSubstr("two tensors"));
}

/// Opens the written file again and adds to it what the writer will not write.
void amend(const std::filesystem::path& path, const std::function<void(hid_t)>& change) {
    const auto lock = hdf5::lockLibrary();
    const hdf5::Handle file(H5Fopen(path.c_str(), H5F_ACC_RDWR, H5P_DEFAULT), H5Fclose);
    ASSERT_TRUE(file);
    change(file.get());
}

TEST_F(HostileHdf5, AShapeThatAnnouncesMoreThanIsStoredIsRefused) {
    const auto path = write([](auto& writer) { writeLayer(writer, {"kernel"}); });
    amend(path, [](hid_t file) {
        // Late allocation: a gigabyte announced, nothing stored.
        const std::array<hsize_t, 2> extents{16'384, 16'384};
        const hdf5::Handle space(H5Screate_simple(2, extents.data(), nullptr), H5Sclose);
        const hdf5::Handle dataset(H5Dcreate2(file, "/conv1_conv/kernel", H5T_IEEE_F32LE, space.get(),
                                              H5P_DEFAULT, H5P_DEFAULT, H5P_DEFAULT),
                                   H5Dclose);
    });
    const auto error = refusal(path);
    EXPECT_EQ(error.code, core::ErrorCode::damaged);
    EXPECT_THAT(error.detail, ::testing::HasSubstr("holds 0"));
}

/// Found by fuzzing: the library steps over a heap's objects by their lengths, and for ever over one of none.
TEST_F(HostileHdf5, AHeapWhoseFreeSpaceHasNoLengthIsRefused) {
    const auto path = write([](auto& writer) { writeLayer(writer, {"kernel"}); });
    auto text = *core::readText(path);
    const auto number = [&](std::size_t at, std::size_t bytes) {
        std::uint64_t value = 0;
        for (std::size_t i = bytes; i-- > 0;)
            value = value << 8 | static_cast<unsigned char>(text[at + i]);
        return value;
    };
    auto at = text.find("GCOL\x01");
    ASSERT_NE(at, std::string::npos);
    for (at += 16; number(at, 2) != 0;)
        at += 16 + (number(at + 8, 8) + 7) / 8 * 8;
    auto endless = text;
    endless.replace(at + 8, 8, 8, '\0');
    EXPECT_EQ(refusal(m_folder.write("endless.h5", endless)).code, core::ErrorCode::damaged);
    // the free space ends early, and zeros follow it
    text.replace(at + 8, 8, std::string("\x10\0\0\0\0\0\0\0", 8));
    EXPECT_EQ(refusal(m_folder.write("early.h5", text)).code, core::ErrorCode::damaged);
}

TEST_F(HostileHdf5, LinksAndDatasetsThatLeadOutOfTheFileAreNotFollowed) {
    const auto other = m_folder.write("secret", "0123456789abcdef");
    auto path = write([](auto& writer) { writeLayer(writer, {"kernel"}); });
    amend(path, [&](hid_t file) {
        const hdf5::Handle creation(H5Pcreate(H5P_DATASET_CREATE), H5Pclose);
        H5Pset_external(creation.get(), other.c_str(), 0, 16);
        const hsize_t count = 4;
        const hdf5::Handle space(H5Screate_simple(1, &count, nullptr), H5Sclose);
        const hdf5::Handle dataset(H5Dcreate2(file, "/conv1_conv/kernel", H5T_IEEE_F32LE, space.get(),
                                              H5P_DEFAULT, creation.get(), H5P_DEFAULT),
                                   H5Dclose);
    });
    EXPECT_EQ(refusal(path).code, core::ErrorCode::unsupportedFormat);
    const auto sound = write([](auto& writer) {
        writeLayer(writer, {"kernel"});
        writer.addTensor("/conv1_conv/kernel", {{1}, {1}});
    });
    ASSERT_TRUE(readKerasFile(sound));
    std::filesystem::rename(sound, m_folder.path() / "sound.h5");
    path = write([](auto& writer) { writeLayer(writer, {"kernel"}); });
    amend(path, [&](hid_t file) {
        const auto target = m_folder.path() / "sound.h5";
        H5Lcreate_external(target.c_str(), "/conv1_conv/kernel", file, "/conv1_conv/kernel", H5P_DEFAULT,
                           H5P_DEFAULT);
    });
    EXPECT_EQ(refusal(path).code, core::ErrorCode::damaged);
}

} // namespace
} // namespace pleurascope::weights
