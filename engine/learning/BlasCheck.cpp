// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/learning/BlasCheck.h"

#include <dlfcn.h>
#include <link.h>

#include <filesystem>
#include <vector>

namespace pleurascope::learning {

namespace {

int collect(dl_phdr_info* info, std::size_t, void* paths) {
    if (info->dlpi_name != nullptr && *info->dlpi_name != '\0')
        static_cast<std::vector<std::string>*>(paths)->push_back(info->dlpi_name);
    return 0;
}

} // namespace

bool isReferenceBlas(const std::string& realPath) {
    const std::filesystem::path path(realPath);
    return path.filename().string().starts_with("libblas.so") && path.parent_path().filename() == "blas";
}

LoadedBlas loadedBlas() {
    std::vector<std::string> paths;
    ::dl_iterate_phdr(collect, &paths);
    LoadedBlas blas;
    for (const auto& path : paths) {
        std::error_code error;
        const auto real = std::filesystem::canonical(path, error);
        const std::string name = real.filename().string();
        if (error || name.find("blas") == std::string::npos || name.find("gslcblas") != std::string::npos)
            continue;
        const bool slow = isReferenceBlas(real.string());
        // Debian's libblas.so.3 of OpenBLAS is a thin library beside libopenblas itself: name the one that
        // does the work.
        if (blas.library.empty() || name.find("openblas") != std::string::npos) {
            blas.library = name;
            blas.path = path;
            blas.isSlow = slow;
        }
    }
    return blas;
}

bool useOneThread(const LoadedBlas& blas) {
    // Loaded already, perhaps in a scope that dlsym() does not search by itself.
    void* library = ::dlopen(blas.path.c_str(), RTLD_LAZY | RTLD_NOLOAD);
    if (library == nullptr)
        return false;
    const auto setThreads = reinterpret_cast<void (*)(int)>(::dlsym(library, "openblas_set_num_threads"));
    if (setThreads != nullptr)
        setThreads(1);
    ::dlclose(library);
    return setThreads != nullptr;
}

} // namespace pleurascope::learning
