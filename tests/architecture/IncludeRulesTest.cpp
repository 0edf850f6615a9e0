// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/architecture/SourceFiles.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <map>
#include <set>

namespace pleurascope::testing {
namespace {

using Folders = std::set<std::string>;

/// ARCHITECTURE.md's table: each folder, and the folders that it may name itself; what those may include it
/// may too.
const std::map<std::string, Folders>& mayInclude() {
    static const std::map<std::string, Folders> table{
        {"engine/core", {}},
        {"engine/fetch", {"engine/core"}},
        {"engine/imaging", {"engine/core"}},
        {"engine/dicom", {"engine/imaging"}},
        {"engine/intake", {"engine/dicom", "engine/weights"}},
        {"engine/phantom", {"engine/dicom"}},
        {"engine/weights", {"engine/core"}},
        {"engine/exchange", {"engine/weights"}},
        {"engine/model", {"engine/weights"}},
        {"engine/inference", {"engine/model", "engine/imaging"}},
        {"engine/data", {"engine/intake"}},
        {"engine/training", {"engine/data", "engine/inference"}},
        {"engine/explain", {"engine/inference"}},
        {"engine/learning", {"engine/training", "engine/explain"}},
        {"engine/store", {"engine/core"}},
        {"engine/reading", {"engine/store", "engine/intake", "engine/explain"}},
        {"ui/widgets", {"engine/imaging"}},
        {"ui/tasks", {"engine/core"}},
        {"ui/films", {"ui/widgets", "ui/tasks", "engine/intake", "engine/store"}},
        {"ui/browse", {"ui/films", "engine/reading"}},
        {"ui/review", {"ui/films", "engine/reading"}},
        {"ui/train", {"ui/widgets", "ui/tasks", "engine/reading", "engine/learning", "engine/phantom"}},
        {"ui/shell", {"ui/browse", "ui/review", "ui/train", "engine/fetch"}},
    };
    return table;
}

bool isAllowed(const std::string& from, const std::string& to) {
    if (from == to || from.starts_with("app/"))
        return true;
    const auto entry = mayInclude().find(from);
    if (entry == mayInclude().end())
        return false;
    return std::any_of(entry->second.begin(), entry->second.end(),
                       [&](const std::string& next) { return isAllowed(next, to); });
}

std::string folderOf(const std::string& include) {
    const auto first = include.find('/');
    const auto second = include.find('/', first + 1);
    return second == std::string::npos ? std::string() : include.substr(0, second);
}

/// Fails for every include of which `isThirdParty` says yes, outside `folders`.
void expectOnlyIn(const Folders& folders, const std::function<bool(const std::string&)>& isThirdParty) {
    for (const auto& file : sourceFiles())
        for (const auto& include : file.includes)
            if (isThirdParty(include)) {
                EXPECT_TRUE(folders.contains(file.folder)) << file.path << " includes " << include;
            }
}

TEST(IncludeRules, DependenciesPointOneWayOnly) {
    const auto files = sourceFiles();
    ASSERT_GT(files.size(), 100U);
    for (const auto& file : files)
        for (const auto& include : file.includes) {
            const bool ours =
                include.starts_with("engine/") || include.starts_with("ui/") || include.starts_with("app/");
            if (ours) {
                EXPECT_TRUE(isAllowed(file.folder, folderOf(include)))
                    << file.path << " includes " << include;
            }
        }
}

TEST(IncludeRules, EveryFolderHasItsPlaceInTheTable) {
    for (const auto& file : sourceFiles())
        if (!file.folder.starts_with("app/")) {
            EXPECT_TRUE(mayInclude().contains(file.folder)) << file.path;
        }
}

TEST(IncludeRules, OnlyDicomSeesDcmtk) {
    expectOnlyIn({"engine/dicom"}, [](const std::string& include) { return include.starts_with("dcmtk/"); });
}

TEST(IncludeRules, OnlyTheLearningFoldersSeeTorch) {
    expectOnlyIn({"engine/model", "engine/inference", "engine/training", "engine/explain", "engine/learning"},
                 [](const std::string& include) {
                     return include.starts_with("torch/") || include.starts_with("ATen/") ||
                            include.starts_with("c10/");
                 });
}

TEST(IncludeRules, TheBoundaryOfTheLearningModuleIsFreeOfTorch) {
    std::map<std::string, SourceFile> headers;
    for (const auto& file : sourceFiles())
        headers[file.path.string()] = file;
    Folders seen;
    const std::function<void(const std::string&)> visit = [&](const std::string& path) {
        if (!headers.contains(path) || !seen.insert(path).second)
            return;
        for (const auto& include : headers[path].includes) {
            EXPECT_FALSE(include.starts_with("torch/")) << path;
            visit(include);
        }
    };
    visit("engine/learning/LearningModule.h");
    EXPECT_GT(seen.size(), 10U);
}

TEST(IncludeRules, OnlyStoreSeesTheDatabase) {
    expectOnlyIn({"engine/store"}, [](const std::string& include) {
        return include.starts_with("soci/") || include.starts_with("soci.h") || include == "sqlite3.h";
    });
}

TEST(IncludeRules, OnlyFetchSeesTheNetwork) {
    expectOnlyIn({"engine/fetch"}, [](const std::string& include) { return include.starts_with("curl/"); });
}

TEST(IncludeRules, OnlyExchangeSeesOnnx) {
    expectOnlyIn({"engine/exchange"}, [](const std::string& include) {
        return include.starts_with("onnx/") || include.starts_with("google/protobuf/");
    });
}

TEST(IncludeRules, TheEngineNeedsNoQt) {
    for (const auto& file : sourceFiles())
        for (const auto& include : file.includes) {
            const bool qt = include.size() > 1 && include[0] == 'Q' && include.find('/') == std::string::npos;
            EXPECT_FALSE(qt && file.folder.starts_with("engine/")) << file.path << " includes " << include;
        }
}

TEST(IncludeRules, NobodyUsesImageCodecsOfOpenCv) {
    expectOnlyIn({}, [](const std::string& include) {
        return include.starts_with("opencv2/imgcodecs") || include.starts_with("opencv2/highgui") ||
               include == "opencv2/opencv.hpp";
    });
}

} // namespace
} // namespace pleurascope::testing
