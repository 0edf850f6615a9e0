// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/ModelDetails.h"
#include "ui/widgets/TextLabel.h"

#include <QLocale>
#include <QTest>

using namespace pleurascope;
using namespace pleurascope::ui::shell;

/// What the models dialog says of one model.
class TestModelDetails : public QObject {
    Q_OBJECT

    static QStringList wordsOf(const reading::ShelvedModel& model) {
        ModelDetails details;
        details.setModel(model);
        QStringList words;
        for (const auto* label : details.findChildren<ui::widgets::TextLabel*>())
            words << label->text();
        return words;
    }

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void aModelFromBeforeCalibrationIsUncalibrated() {
        const auto words = wordsOf({});
        QVERIFY(words.contains(QStringLiteral("uncalibrated")));
        QVERIFY(words.contains(QStringLiteral("0.50")));
        QVERIFY(!words.contains(QStringLiteral("Brier score")));
    }

    void calibrationThresholdAndMeasuresAreTold() {
        reading::ShelvedModel model;
        model.description.calibratedOn = 96;
        model.description.temperature = 1.5;
        model.description.threshold = 0.31;
        model.description.thresholdRule = "youden";
        model.description.provenance.metrics = {
            {"val_auc", 0.9}, {"val_average_precision", 0.8}, {"val_brier", 0.125}, {"val_ece", 0.04}};
        const auto words = wordsOf(model);
        QVERIFY(words.contains(QStringLiteral("calibrated probability, temperature 1.50 from 96 film(s)")));
        QVERIFY(words.contains(QStringLiteral("0.31, most sensitivity and specificity in validation")));
        for (const auto* word :
             {"Average precision", "0.800", "Brier score", "0.125", "Calibration error", "0.040"})
            QVERIFY2(words.contains(QLatin1String(word)), word);
        QVERIFY(!words.contains(QStringLiteral("Sensitivity")));
    }
};

QTEST_MAIN(TestModelDetails)
#include "tst_modeldetails.moc"
