// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/RefusedFilesModel.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace pleurascope;
using ui::shell::RefusedFilesModel;

class TestRefusedFilesModel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyFileHasItsReason();
    void theListCanBeKeptAsCsv();
};

void TestRefusedFilesModel::everyFileHasItsReason() {
    RefusedFilesModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.add({});
    model.add({{core::Error{core::ErrorCode::truncated, "ends at 12", "/films/a.dcm"}},
               {core::Error{core::ErrorCode::notRecognised, "", "/films/b.txt"}}});
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.index(0, RefusedFilesModel::fileColumn).data().toString(), QStringLiteral("a.dcm"));
    QCOMPARE(model.index(0, RefusedFilesModel::reasonColumn).data().toString(), QStringLiteral("cut short"));
    QCOMPARE(model.index(1, RefusedFilesModel::folderColumn).data().toString(), QStringLiteral("/films"));
    model.clear();
    QCOMPARE(model.rowCount(), 0);
}

void TestRefusedFilesModel::theListCanBeKeptAsCsv() {
    RefusedFilesModel model;
    model.add({{core::Error{core::ErrorCode::damaged, "a \"quoted\" word", "/films/a,b.dcm"}}});
    const auto csv = QString::fromStdString(model.toCsv());
    QCOMPARE(csv, QStringLiteral("path,code,reason,detail\r\n\"/films/a,b.dcm\",damaged,\"damaged\",\"a "
                                 "\"\"quoted\"\" word\"\r\n"));
}

QTEST_GUILESS_MAIN(TestRefusedFilesModel)
#include "tst_refusedfilesmodel.moc"
