// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTranslator>

namespace pleurascope::test {

/// Makes every text a third longer, as German does, to see whether it fits.
class LongWords : public QTranslator {
public:
    using QTranslator::QTranslator;

    [[nodiscard]] bool isEmpty() const override { return false; }
    [[nodiscard]] QString translate(const char*, const char* sourceText, const char*, int) const override {
        const QString text = QString::fromUtf8(sourceText);
        return text + QString((text.size() * 35 + 99) / 100, QLatin1Char('n'));
    }
};

} // namespace pleurascope::test
