// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/KeyMap.h"

#include <QCoreApplication>

namespace pleurascope::ui::shell {

namespace {

struct KeyMapWords {
    Q_DECLARE_TR_FUNCTIONS(KeyMap)
public:
    static KeyGroup everywhere();
    static KeyGroup browse();
    static KeyGroup view();
    static KeyGroup verdict();
    static KeyGroup mouse();
    static KeyGroup train();
    static std::vector<KeyWords> hints(Page page);
};

/// A key as it is printed on the keyboards of the language.
QString key(const char* latin1) {
    return QString::fromLatin1(latin1)
        .replace(QLatin1String("Ctrl"), KeyMapWords::tr("Ctrl"))
        .replace(QLatin1String("+Enter"), QLatin1Char('+') + KeyMapWords::tr("Enter"));
}

KeyGroup KeyMapWords::everywhere() {
    return {tr("Everywhere"),
            {{key("Ctrl+1"), tr("Browse")},
             {key("Ctrl+2"), tr("Review")},
             {key("Ctrl+3"), tr("Train")},
             {key("Ctrl+M"), tr("Models")},
             {key("Ctrl+,"), tr("Settings")},
             {key("F6"), tr("Next panel")},
             {key("F10"), tr("Menu bar")},
             {key("Esc"), tr("Back one step")},
             {key("?"), tr("These keys")}}};
}

KeyGroup KeyMapWords::browse() {
    return {tr("Browse"),
            {{tr("Enter"), tr("Open in Review")},
             {tr("Space"), tr("Show or hide the preview")},
             {key("/"), tr("Search")},
             {key("N"), tr("Next unread")},
             {key("F"), tr("Flagged only")},
             {key("U"), tr("Unread only")},
             {key("Ctrl+O"), tr("Import files")}}};
}

KeyGroup KeyMapWords::view() {
    return {tr("Review, film"),
            {{key("1-9"), tr("Windows of the file")},
             {key("W"), tr("Window tool")},
             {key("I"), tr("Invert")},
             {key("F"), tr("Fit")},
             {key("Z"), tr("One to one")},
             {key("H"), tr("Evidence map: off, outline, heat; held: hidden")},
             {key("X"), tr("Hide names")},
             {tr("Space"), tr("Next in the list")},
             {tr("Backspace"), tr("Previous in the list")},
             {key("N"), tr("Next unread")}}};
}

KeyGroup KeyMapWords::verdict() {
    return {tr("Review, verdict"),
            {{key("A"), tr("Agree")},
             {key("D"), tr("Disagree")},
             {key("C"), tr("Comment")},
             {key("Ctrl+Enter"), tr("Save and open next unread")}}};
}

KeyGroup KeyMapWords::mouse() {
    return {tr("Mouse on a film"),
            {{tr("Left drag"), tr("Window: right widens, up brightens")},
             {tr("Middle drag"), tr("Pan")},
             {tr("Right drag"), tr("Zoom")},
             {tr("Wheel"), tr("Next film")},
             {tr("Ctrl+wheel"), tr("Zoom at the cursor")}}};
}

KeyGroup KeyMapWords::train() {
    return {
        tr("Train"),
        {{key("Ctrl+Enter"), tr("Start")}, {key("P"), tr("Pause, continue")}, {key("Ctrl+."), tr("Stop")}}};
}

std::vector<KeyWords> KeyMapWords::hints(Page page) {
    switch (page) {
    case Page::browse:
        return {{tr("Enter"), tr("open")},
                {key("/"), tr("search")},
                {key("N"), tr("next unread")},
                {tr("Space"), tr("preview")},
                {key("?"), tr("all keys")}};
    case Page::review:
        return {{key("H"), tr("heatmap")},
                {key("I"), tr("invert")},
                {key("A"), tr("agree")},
                {key("D"), tr("disagree")},
                {key("Ctrl+Enter"), tr("save, next unread")},
                {key("?"), tr("all keys")}};
    case Page::train:
        break;
    }
    return {{key("Ctrl+Enter"), tr("start")}, {key("Ctrl+."), tr("stop")}, {key("?"), tr("all keys")}};
}

} // namespace

std::vector<KeyGroup> keyGroups() {
    return {KeyMapWords::everywhere(), KeyMapWords::browse(), KeyMapWords::view(),
            KeyMapWords::verdict(),    KeyMapWords::mouse(),  KeyMapWords::train()};
}

std::vector<KeyWords> keyHints(Page page) {
    return KeyMapWords::hints(page);
}

} // namespace pleurascope::ui::shell
