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
    const QKeySequence bound = widgets::KeyBindings::current().key(QString::fromLatin1(id));
    return widgets::KeyBindings::text(bound.isEmpty() ? QKeySequence(QLatin1String(standard)) : bound);
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
