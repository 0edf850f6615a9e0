// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QToolButton>

namespace pleurascope::ui::review {

class ViewLink;

/// Shows whether films are linked, and asks to link or part them; hidden while there is one film alone.
class LinkButton : public QToolButton {
    Q_OBJECT
public:
    explicit LinkButton(QWidget* parent = nullptr);
    /// `link` must outlive the button, or be a sibling of it.
    void follow(const ViewLink& link);

Q_SIGNALS:
    void toggleRequested();

private:
    void showLink(bool isPossible, bool isLinked);
};

} // namespace pleurascope::ui::review
