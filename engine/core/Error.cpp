// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/core/Error.h"

namespace pleurascope::core {

const char* errorCodeName(ErrorCode code) {
    switch (code) {
    case ErrorCode::fileNotFound:
        return "fileNotFound";
    case ErrorCode::fileUnreadable:
        return "fileUnreadable";
    case ErrorCode::writeFailed:
        return "writeFailed";
    case ErrorCode::diskFull:
        return "diskFull";
    case ErrorCode::notRecognised:
        return "notRecognised";
    case ErrorCode::truncated:
        return "truncated";
    case ErrorCode::damaged:
        return "damaged";
    case ErrorCode::noPixels:
        return "noPixels";
    case ErrorCode::unsupportedFormat:
        return "unsupportedFormat";
    case ErrorCode::limitExceeded:
        return "limitExceeded";
    case ErrorCode::timedOut:
        return "timedOut";
    case ErrorCode::readerCrashed:
        return "readerCrashed";
    case ErrorCode::outOfMemory:
        return "outOfMemory";
    case ErrorCode::invalidArgument:
        return "invalidArgument";
    case ErrorCode::unknownLayer:
        return "unknownLayer";
    case ErrorCode::missingTensor:
        return "missingTensor";
    case ErrorCode::shapeMismatch:
        return "shapeMismatch";
    case ErrorCode::badModelFile:
        return "badModelFile";
    case ErrorCode::invalidCsv:
        return "invalidCsv";
    case ErrorCode::unknownLabel:
        return "unknownLabel";
    case ErrorCode::emptyClass:
        return "emptyClass";
    case ErrorCode::databaseFailed:
        return "databaseFailed";
    case ErrorCode::databaseDamaged:
        return "databaseDamaged";
    case ErrorCode::databaseTooNew:
        return "databaseTooNew";
    case ErrorCode::changedMeanwhile:
        return "changedMeanwhile";
    case ErrorCode::alreadyExists:
        return "alreadyExists";
    case ErrorCode::inUse:
        return "inUse";
    case ErrorCode::learningUnavailable:
        return "learningUnavailable";
    case ErrorCode::deviceUnavailable:
        return "deviceUnavailable";
    case ErrorCode::insecureAddress:
        return "insecureAddress";
    case ErrorCode::networkFailed:
        return "networkFailed";
    case ErrorCode::serverRefused:
        return "serverRefused";
    case ErrorCode::hashMismatch:
        return "hashMismatch";
    case ErrorCode::unsafeArchive:
        return "unsafeArchive";
    case ErrorCode::diverged:
        return "diverged";
    case ErrorCode::internal:
        return "internal";
    }
    return "internal";
}

std::string describe(const Error& error) {
    std::string text = errorCodeName(error.code);
    if (!error.detail.empty())
        text += ": " + error.detail;
    if (!error.path.empty())
        text += " [" + error.path + "]";
    return text;
}

} // namespace pleurascope::core
