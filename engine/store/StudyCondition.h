// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/store/StudyFilter.h"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace pleurascope::store {

/// A StudyFilter as SQL over `study AS s`: what to join, what must hold, in which order, with the values of
/// its parameters in their order.
class StudyCondition {
public:
    enum class Sound : bool { literal, alike };

    /// `alike`: words of letters are taken for how names sound. `group`: only that, in its order.
    StudyCondition(const StudyFilter& filter, bool postgres, Sound sound,
                   std::optional<TriageGroup> group = {});

    /// " FROM study AS s ... WHERE ..."
    [[nodiscard]] std::string fromAndWhere() const;
    /// " ORDER BY ..."
    [[nodiscard]] std::string order() const;
    using Value = std::variant<std::string, double>;
    /// For fromAndWhere.
    [[nodiscard]] std::vector<Value> values() const;

private:
    void takeText(const std::string& text, Sound sound);
    void takeWord(const std::string& word);
    void takeStudy();
    void takeFilm();
    void takeScore();
    void takeReading();
    void takeGroup(TriageGroup group);
    void takeOrder();
    void where(const std::string& condition);
    void where(const std::string& condition, Value value);
    [[nodiscard]] std::string parameter(std::vector<Value>& values, Value value);

    const StudyFilter& m_filter;
    bool m_postgres;
    bool m_needsText = false;
    bool m_needsFilm = false;
    bool m_needsScore = false;
    std::string m_match; ///< of FTS5
    std::string m_where;
    std::string m_order;
    std::vector<Value> m_joinValues;
    std::vector<Value> m_whereValues;
    int m_parameters = 0;
};

} // namespace pleurascope::store
