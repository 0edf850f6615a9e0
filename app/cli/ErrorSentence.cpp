// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/ErrorSentence.h"

#include "app/cli/Command.h"

#include <cstdio>

namespace pleurascope::cli {

namespace {

using core::ErrorCode;

const char* plainWords(ErrorCode code) {
    switch (code) {
    case ErrorCode::fileNotFound:
        return "there is no such file";
    case ErrorCode::fileUnreadable:
        return "the file cannot be read";
    case ErrorCode::writeFailed:
        return "cannot be written";
    case ErrorCode::diskFull:
        return "the disk is full; what was written before is untouched";
    case ErrorCode::notRecognised:
        return "is neither DICOM nor PNG, JPEG or TIFF";
    case ErrorCode::truncated:
        return "the file is cut short";
    case ErrorCode::damaged:
        return "the file is damaged";
    case ErrorCode::noPixels:
        return "holds no image";
    case ErrorCode::unsupportedFormat:
        return "is of a kind that is not read here";
    case ErrorCode::limitExceeded:
        return "is larger than the limit";
    case ErrorCode::timedOut:
        return "reading took too long";
    case ErrorCode::readerCrashed:
        return "the isolated reader failed on this file";
    case ErrorCode::outOfMemory:
        return "there is not enough memory";
    case ErrorCode::invalidArgument:
        return "a value is out of range";
    case ErrorCode::unknownLayer:
        return "the network has no such layer on the way to its cut";
    case ErrorCode::missingTensor:
        return "the weight file lacks a tensor";
    case ErrorCode::shapeMismatch:
        return "a tensor has another shape than the network";
    case ErrorCode::badModelFile:
        return "is not a sound .psmodel file";
    case ErrorCode::invalidCsv:
        return "the table cannot be used";
    case ErrorCode::unknownLabel:
        return "there is a label that is not known";
    case ErrorCode::emptyClass:
        return "a class has no films";
    case ErrorCode::databaseFailed:
        return "the library failed";
    case ErrorCode::databaseDamaged:
        return "the library's file is damaged";
    case ErrorCode::databaseTooNew:
        return "the library was written by a later version";
    case ErrorCode::changedMeanwhile:
        return "somebody else was quicker";
    case ErrorCode::alreadyExists:
        return "stands there already; choose another place";
    case ErrorCode::inUse:
        return "is in use";
    case ErrorCode::learningUnavailable:
        return "the learning module cannot be opened";
    case ErrorCode::deviceUnavailable:
        return "there is no such device";
    case ErrorCode::insecureAddress:
        return "is not fetched: only https addresses are";
    case ErrorCode::networkFailed:
        return "the connection failed; what has come so far is kept, and the next try goes on from there";
    case ErrorCode::serverRefused:
        return "the server does not give it out";
    case ErrorCode::hashMismatch:
        return "is not what was published, so it is not used";
    case ErrorCode::unsafeArchive:
        return "the archive would write outside its folder; nothing was unpacked";
    case ErrorCode::diverged:
        return "training diverged; try a lower learning rate";
    case ErrorCode::internal:
        break;
    }
    return "a fault of this program";
}

} // namespace

std::string reasonText(const core::Error& error) {
    if (error.code == ErrorCode::noPixels && !error.detail.empty())
        return "is " + error.detail + ", which holds no image";
    std::string text = plainWords(error.code);
    if (!error.detail.empty())
        text += " (" + error.detail + ")";
    return text;
}

std::string sentence(const core::Error& error) {
    return error.path.empty() ? reasonText(error) : error.path + ": " + reasonText(error);
}

void printError(const core::Error& error) {
    std::fprintf(stderr, "pleurascope-cli: %s\n", sentence(error).c_str());
}

int fail(const core::Error& error) {
    printError(error);
    return failed;
}

int failRun(const core::Error& error) {
    printError(error);
    if (error.code == core::ErrorCode::outOfMemory)
        std::fprintf(stderr, "A smaller --batch or --input-size, fewer --copies, or fine-tuning from a later "
                             "stage, needs less.\n");
    return failed;
}

} // namespace pleurascope::cli
