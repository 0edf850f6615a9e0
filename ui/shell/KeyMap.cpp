// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/KeyMap.h"

#include "ui/widgets/KeyBindings.h"

#include <QCoreApplication>

namespace pleurascope::ui::shell {

namespace {

struct KeyMapWords {
    Q_DECLARE_TR_FUNCTIONS(KeyMap)
public:
    static std::vector<KeyWords> hints(Page page);
};

/// The key that the action has now; `standard` where nobody has declared it yet.
QString key(const char* id, const char* standard) {
    QString bound = widgets::KeyBindings::text(widgets::KeyBindings::current().key(QString::fromLatin1(id)));
    if (bound.isEmpty())
        bound = QString::fromLatin1(standard);
    return bound.replace(QLatin1String("Ctrl"), KeyMapWords::tr("Ctrl"))
        .replace(QLatin1String("Space"), KeyMapWords::tr("Space"))
        .replace(QLatin1String("Return"), QLatin1String("Enter"))
        .replace(QLatin1String("+Enter"), QLatin1Char('+') + KeyMapWords::tr("Enter"));
}

std::vector<KeyWords> KeyMapWords::hints(Page page) {
    const KeyWords all{key("window.keys", "?"), tr("all keys")};
    switch (page) {
    case Page::browse:
        return {{tr("Enter"), tr("open")},
                {key("browse.search", "/"), tr("search")},
                {key("browse.next-unread", "N"), tr("next unread")},
                {key("browse.preview", "Space"), tr("preview")},
                all};
    case Page::review:
        return {{key("review.map", "H"), tr("heatmap")},
                {key("review.invert", "I"), tr("invert")},
                {key("tool.length", "L"), tr("length")},
                {key("review.agree", "A"), tr("agree")},
                {key("review.disagree", "D"), tr("disagree")},
                {key("review.save-next", "Ctrl+Enter"), tr("save, next unread")},
                all};
    case Page::train:
        break;
    }
    return {{key("train.start", "Ctrl+Enter"), tr("start")}, {key("train.stop", "Ctrl+."), tr("stop")}, all};
}

} // namespace

std::vector<KeyWords> keyHints(Page page) {
    return KeyMapWords::hints(page);
}

} // namespace pleurascope::ui::shell
