// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/train/PhantomButton.h"

namespace pleurascope::ui::train {

PhantomButton::PhantomButton(std::filesystem::path folder, QWidget* parent)
    : ActionButton(QString(), widgets::ButtonKind::plain, parent)
    , m_maker(std::move(folder)) {
    setToolTip(tr("Draws a small data set of phantom films and fills in a recipe that trains on it in a "
                  "minute or two"));
    rest();
    connect(this, &QPushButton::clicked, this, [this] {
        setEnabled(false);
        m_maker.start();
    });
    connect(&m_maker, &PhantomMaker::progressed, this, [this](const core::Progress& progress) {
        setText(tr("Drawing %1 of %2").arg(progress.done).arg(progress.total));
        updateGeometry();
    });
    connect(&m_maker, &PhantomMaker::made, this, [this](const QString& made) {
        rest();
        Q_EMIT this->made(made);
    });
    connect(&m_maker, &PhantomMaker::failed, this, [this](const core::Error& error) {
        rest();
        Q_EMIT failed(error);
    });
}

void PhantomButton::rest() {
    setText(tr("Try with phantoms"));
    setEnabled(true);
    updateGeometry();
}

} // namespace pleurascope::ui::train
