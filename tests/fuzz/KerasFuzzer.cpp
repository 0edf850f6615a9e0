// SPDX-License-Identifier: GPL-3.0-or-later
// Any HDF5 or .keras file gives tensors whose shapes are what they hold, or an error.
#include "engine/weights/KerasFile.h"

#include <cstdlib>
#include <string>

#include <sys/mman.h>
#include <unistd.h>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace pleurascope::weights;
    static const int file = ::memfd_create("fuzzed", MFD_CLOEXEC);
    if (::ftruncate(file, 0) != 0 || ::pwrite(file, data, size, 0) != ssize_t(size))
        std::abort();
    const auto read = readKerasFile("/proc/self/fd/" + std::to_string(file));
    if (!read)
        return 0;
    for (const auto& [name, tensor] : read->tensors)
        if (elementCount(tensor.shape) != std::int64_t(tensor.values.size()))
            std::abort();
    return 0;
}
