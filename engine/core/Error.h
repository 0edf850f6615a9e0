// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace pleurascope::core {

/// Why something that a user asked for could not be done. The engine names codes; `ui` and `app/cli` turn
/// them into sentences.
enum class ErrorCode {
    fileNotFound,
    fileUnreadable, ///< exists, but cannot be opened or read
    writeFailed,    ///< cannot be written (permission, device)
    diskFull,       ///< ENOSPC or EDQUOT
    notRecognised,  ///< neither DICOM nor an image that is read here
    truncated,      ///< ends before the data that its header announces
    damaged,        ///< breaks its own format
    noPixels, ///< a DICOM object without an image; detail, if any, is what it is ("a structured report (Basic
              ///< Text SR)")
    unsupportedFormat, ///< understood, but not read here: detail names transfer syntax or pixel format
    limitExceeded,     ///< larger than a declared limit
    timedOut,
    readerCrashed, ///< the isolated reader died on this file
    outOfMemory,
    invalidArgument, ///< a value out of its range: detail names it
    unknownLayer,    ///< detail names the layer
    missingTensor,   ///< a weight file lacks a tensor: detail names it
    shapeMismatch,   ///< a tensor has another shape than the network wants: detail names both
    badModelFile,    ///< a .psmodel that breaks its format
    invalidCsv,      ///< detail names line and column
    unknownLabel,    ///< detail names the label and the line
    emptyClass,      ///< a class without films, or with none on one side of a split: detail names the class
    databaseFailed,
    databaseDamaged,  ///< no longer what the database wrote
    databaseTooNew,   ///< written by a later version of this program
    changedMeanwhile, ///< somebody else was quicker: detail says who and what
    alreadyExists,
    inUse,               ///< another process or a stored result holds it: detail says which
    learningUnavailable, ///< the learning module could not be opened: detail is the loader's word
    deviceUnavailable,   ///< 'cuda' was asked for and there is none
    insecureAddress,     ///< neither https nor this machine itself: detail names the scheme
    networkFailed,       ///< no connection, or one that broke off: detail is the network's word
    serverRefused,       ///< detail is the HTTP status
    hashMismatch,        ///< what came is not what was published: detail names both hashes
    unsafeArchive,       ///< an archive that would write outside its folder: detail names the entry
    diverged,            ///< the loss is no longer a number
    internal             ///< a fault of this program; detail is for its developers
};

/// Stable lower-camel-case name of a code, e.g. "fileNotFound" (for logs, JSON and tests; not for readers).
[[nodiscard]] const char* errorCodeName(ErrorCode code);

/// A failure: what kind, of which file (may be empty), and the particulars in technical English (tag, tensor,
/// line).
struct Error {
    ErrorCode code = ErrorCode::internal;
    std::string detail;
    std::string path;
};

/// One technical line, "fileNotFound: detail [path]", for logs and test messages.
[[nodiscard]] std::string describe(const Error& error);

} // namespace pleurascope::core
