// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace pleurascope::ui::review {

class ReviewToolBar;
class ReviewHeader;
class ReviewPage;
class ReviewPanel;
class SecondWindow;

/// The keys of the review page. They hold while the page is seen; single letters are silent while a text
/// field has the focus, since the field takes them first.
class ReviewShortcuts {
public:
    /// The shortcuts belong to `page` afterwards.
    static void install(ReviewPage& page, ReviewToolBar& tools, ReviewHeader& header, ReviewPanel& panel);
    /// Those that are about a film, in the second window.
    static void installSecond(SecondWindow& window, ReviewPage& page, ReviewToolBar& tools);
};

} // namespace pleurascope::ui::review
