// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/TemporaryFolder.h"
#include "tests/ui/review/DrawnFilms.h"
#include "tests/ui/review/FakeModel.h"
#include "ui/review/ReviewPage.h"
#include "ui/widgets/TextLabel.h"
#include "ui/widgets/Theme.h"

#include <QTest>

#include <memory>

namespace pleurascope::test {

/// A Review page over a library of its own in a temporary folder, with the reader that the window uses.
class PageFixture {
protected:
    /// For initTestCase: skips where the reader is not built.
    static void prepare() {
        ui::widgets::Theme::current().apply(ui::widgets::ThemeChoice::dark, 1);
        if (!std::filesystem::exists(readerProgram()))
            QSKIP("pleurascope-reader is not built");
    }

    void openLibrary() {
        m_folder = std::make_unique<TemporaryFolder>();
        auto library = store::Library::open(m_folder->path() / "library.sqlite");
        QVERIFY(library.has_value());
        m_library = std::move(*library);
    }
    /// A new page over the library.
    void openPage() {
        m_page = std::make_unique<ui::review::ReviewPage>(*m_library, readerProgram());
        m_page->resize(1376, 820);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    }
    /// A grey ramp as PNG, in the library as a study of its own.
    qint64 addStudy(const std::string& name, const std::string& patient) {
        const auto file = m_folder->path() / (name + ".png");
        drawRamp(file);
        return addFilm(file, patient);
    }

    qint64 addFilm(const std::filesystem::path& file, const std::string& patient) {
        store::StudyRecord study;
        study.patientName = patient;
        store::FilmRecord film;
        film.path = file.string();
        const auto added = m_library->addFilm(study, film);
        return added ? added->studyId : 0;
    }

    /// The page's only, or first, widget of its class.
    template <class Widget>
    Widget* part() const {
        return m_page->findChild<Widget*>();
    }

    /// A label shows exactly this.
    bool says(const QString& text) const {
        for (const auto* label : m_page->findChildren<ui::widgets::TextLabel*>())
            if (label->text() == text)
                return true;
        return false;
    }

    void useModel(const std::string& hash, double probability) {
        m_predictor = std::make_shared<FakePredictor>(hash, probability);
        m_explainer = std::make_shared<FakeExplainer>();
        m_page->setModel(m_predictor, m_explainer, QStringLiteral("fake"));
    }

    /// Keys go to what has the focus, as a keyboard's do.
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        QWidget* target = m_page->focusWidget() ? m_page->focusWidget() : m_page.get();
        QTest::keyClick(target, key, modifiers);
    }

    void closeAll() {
        m_page.reset();
        m_library.reset();
    }

    std::unique_ptr<TemporaryFolder> m_folder;
    std::unique_ptr<store::Library> m_library;
    std::unique_ptr<ui::review::ReviewPage> m_page;
    std::shared_ptr<FakePredictor> m_predictor;
    std::shared_ptr<FakeExplainer> m_explainer;
};

} // namespace pleurascope::test
