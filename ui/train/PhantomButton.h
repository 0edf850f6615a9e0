// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/train/PhantomMaker.h"
#include "ui/widgets/ActionButton.h"

namespace pleurascope::ui::train {

/// Makes a data set of phantoms at a press, and says on itself how far it is.
class PhantomButton : public widgets::ActionButton {
    Q_OBJECT
public:
    explicit PhantomButton(std::filesystem::path folder, QWidget* parent = nullptr);

    [[nodiscard]] const std::filesystem::path& folder() const { return m_maker.folder(); }

Q_SIGNALS:
    void made(const QString& folder);
    void failed(const pleurascope::core::Error& error);

private:
    void rest();

    PhantomMaker m_maker;
};

} // namespace pleurascope::ui::train
