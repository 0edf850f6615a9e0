// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/training/FreeMemory.h"

#include <cstdlib>

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace pleurascope::training {

void FreeMemory::tick() {
    if (++m_ticks % m_period == 0)
        giveBack();
}

void FreeMemory::giveBack() {
#ifdef __GLIBC__
    ::malloc_trim(0);
#endif
}

} // namespace pleurascope::training
