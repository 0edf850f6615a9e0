// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <dcmtk/config/osconfig.h>

#include <dcmtk/dcmdata/dcistrmb.h>

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace pleurascope::dicom {

/// Bytes for DCMTK to read from, in which no element's claim costs memory that the bytes do not have: an
/// element longer than `longestValue` (to be given to read() as its maxReadLength) is skipped instead of
/// loaded, and the skip fails at the end. Without it DCMTK takes up to 4 GiB for an element before it sees
/// that they are not there. Nor may sequences be nested so deep that DCMTK, which calls itself for each, runs
/// out of stack; a walk sees that before, but a damaged sequence may hold others for DCMTK than for the walk.
/// To be read from by the function that made it.
///
/// DCMTK takes an element of VR UN for what its dictionary says of the tag. The VRs that begin at
/// `unknownVrs`, in ascending order, are shown to it as one that nobody knows, so that the values stay bytes.
class BoundedInput final : public DcmInputBufferStream {
public:
    explicit BoundedInput(std::span<const std::byte> bytes, std::vector<offile_off_t> unknownVrs = {});

    /// Nothing longer fits into the bytes.
    [[nodiscard]] Uint32 longestValue() const { return m_longestValue; }
    /// Bad, too, for a caller that is nested too deep; DCMTK asks before each element.
    [[nodiscard]] OFCondition status() const override;
    offile_off_t read(void* buffer, offile_off_t length) override;
    /// Where a value that was skipped is to be had later: nowhere.
    [[nodiscard]] DcmInputStreamFactory* newFactory() const override;

private:
    std::vector<offile_off_t> m_unknownVrs;
    Uint32 m_longestValue;
    std::uintptr_t m_stack; ///< where it was when this was made
};

} // namespace pleurascope::dicom
