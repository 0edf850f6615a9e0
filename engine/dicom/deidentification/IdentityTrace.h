// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <dcmtk/config/osconfig.h>

#include <dcmtk/dcmdata/dcitem.h>

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace pleurascope::dicom {

/// What a data set says about who its patient is: names, numbers, addresses, institutions and the UIDs of its
/// study, to be searched for where they should not be. Raw bytes, as the file has them.
class IdentityTrace {
public:
    explicit IdentityTrace(DcmItem& dataset);

    /// A part of an identity, in whatever case, within a text that would be kept.
    [[nodiscard]] bool isIn(std::string_view text) const;
    /// An identity as it was written, anywhere in a whole file. Parts of fewer than 6 bytes are left aside:
    /// in pixels they turn up by chance.
    [[nodiscard]] bool isInBytes(std::span<const std::byte> bytes) const;

private:
    void collect(DcmItem& item, int depth);
    void add(std::string_view value);

    std::vector<std::string> m_parts; ///< as written
    std::vector<std::string> m_uids;
};

} // namespace pleurascope::dicom
