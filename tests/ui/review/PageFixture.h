// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/TemporaryFolder.h"
#include "tests/ui/review/DrawnFilms.h"
#include "ui/review/ReviewPage.h"
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
    void closeAll() {
        m_page.reset();
        m_library.reset();
    }

    std::unique_ptr<TemporaryFolder> m_folder;
    std::unique_ptr<store::Library> m_library;
    std::unique_ptr<ui::review::ReviewPage> m_page;
};

} // namespace pleurascope::test
