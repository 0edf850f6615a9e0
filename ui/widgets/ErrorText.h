// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Error.h"

#include <QString>

namespace pleurascope::ui::widgets {

/// An error as sentences for its reader: what happened, to which file, what is safe, what to do. The
/// technical detail follows in brackets where it helps. Plain text, never markup.
[[nodiscard]] QString errorText(const core::Error& error);

/// The reason alone, a few words without a full stop ("cut short"), for 'Not scored: reason' and lists.
[[nodiscard]] QString errorReason(core::ErrorCode code);

/// The code of core::errorCodeName's word; internal where the word is not known. For reasons kept in the
/// library.
[[nodiscard]] core::ErrorCode errorCodeOf(const QString& name);

} // namespace pleurascope::ui::widgets
