// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/intake/ReaderServer.h"
#include "engine/weights/KerasFile.h"

int main(int argc, char** argv) {
    return pleurascope::intake::ReaderServer::run({argv, std::size_t(argc)},
                                                  pleurascope::weights::kerasFileFromBytes);
}
