// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/FrameBar.h"

#include "ui/widgets/Icon.h"
#include "ui/widgets/KeyBindings.h"
#include "ui/widgets/NumberLabel.h"
#include "ui/widgets/TextLabel.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QSignalBlocker>
#include <QSlider>
#include <QToolButton>

#include <algorithm>
#include <cmath>

namespace pleurascope::ui::review {

using widgets::px;
using widgets::TextSize;
using widgets::Token;

namespace {

constexpr double usualMilliseconds = 40;
constexpr double fastest = 10;
constexpr double slowest = 2000;

} // namespace

FrameBar::FrameBar(QWidget* parent)
    : QFrame(parent)
    , m_play(new QToolButton)
    , m_slider(new QSlider(Qt::Horizontal))
    , m_count(new widgets::NumberLabel(TextSize::label))
    , m_pace(new widgets::TextLabel({}, TextSize::label, Token::text2)) {
    setObjectName(QStringLiteral("frameBar"));
    layOut();
    m_next.setSingleShot(true);
    m_next.setTimerType(Qt::PreciseTimer);
    connect(&m_next, &QTimer::timeout, this, &FrameBar::requestNext);
    connect(m_play, &QToolButton::clicked, this, &FrameBar::togglePlaying);
    connect(m_slider, &QSlider::valueChanged, this, &FrameBar::request);
    setPlaying(false);
    hide();
}

void FrameBar::layOut() {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(px(8), px(4), px(16), px(4));
    row->setSpacing(px(12));
    m_play->setIconSize(QSize(px(20), px(20)));
    m_play->setFocusPolicy(Qt::TabFocus);
    m_slider->setAccessibleName(tr("Frame"));
    m_slider->setToolTip(tr("Frame: wheel, up and down"));
    m_slider->setPageStep(10);
    m_slider->setFocusPolicy(Qt::TabFocus);
    row->addWidget(m_play);
    row->addWidget(m_slider, 1);
    row->addWidget(m_count);
    row->addWidget(m_pace);
}

void FrameBar::setFilm(int frames, double milliseconds) {
    setPlaying(false);
    m_frames = std::max(1, frames);
    m_frame = 0;
    m_milliseconds = std::clamp(milliseconds > 0 ? milliseconds : usualMilliseconds, fastest, slowest);
    const QSignalBlocker quiet(m_slider);
    m_slider->setRange(0, m_frames - 1);
    m_slider->setValue(0);
    m_count->setWidest(tr("Frame %1 of %2").arg(m_frames).arg(m_frames));
    m_pace->setText(tr("%1 a second").arg(QLocale().toString(1000 / m_milliseconds, 'g', 3)));
    showCount();
    setVisible(m_frames > 1);
}

void FrameBar::showFrame(int frame) {
    m_frame = frame;
    const QSignalBlocker quiet(m_slider);
    if (!m_slider->isSliderDown())
        m_slider->setValue(frame);
    showCount();
    if (m_isPlaying)
        m_next.start(std::max(0, int(std::lround(m_milliseconds)) - int(m_sinceRequest.elapsed())));
}

void FrameBar::step(int by) {
    setPlaying(false);
    const int wanted = std::clamp(m_slider->value() + by, 0, m_frames - 1);
    m_slider->setValue(wanted); // asks for it
}

void FrameBar::togglePlaying() {
    if (m_frames < 2)
        return;
    setPlaying(!m_isPlaying);
    if (m_isPlaying)
        requestNext();
}

void FrameBar::requestNext() {
    m_sinceRequest.start();
    Q_EMIT frameRequested((m_frame + 1) % m_frames);
}

void FrameBar::stop() {
    setPlaying(false);
}

void FrameBar::setPlaying(bool playing) {
    m_isPlaying = playing;
    m_next.stop();
    m_play->setIcon(widgets::icon(playing ? QStringLiteral("pause") : QStringLiteral("play")));
    widgets::KeyBindings::current().describe(m_play, playing ? tr("Pause") : tr("Play the frames"),
                                             QStringLiteral("review.cine"));
}

void FrameBar::request(int frame) {
    setPlaying(false);
    Q_EMIT frameRequested(frame);
}

void FrameBar::showCount() {
    m_count->setText(tr("Frame %1 of %2").arg(m_frame + 1).arg(m_frames));
}

} // namespace pleurascope::ui::review
