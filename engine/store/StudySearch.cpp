// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/store/StudySearch.h"

#include <algorithm>
#include <sstream>

namespace pleurascope::store {

namespace {

/// Letters, not bytes of UTF-8.
std::size_t lengthOf(const std::string& word) {
    return std::size_t(std::ranges::count_if(word, [](char c) { return (c & 0xC0) != 0x80; }));
}

/// A word as FTS5 takes it literally (sqlite.org/fts5.html, 3.1 strings).
std::string quoted(const std::string& word) {
    std::string text = "\"";
    for (const char c : word)
        text += c == '"' ? "\"\"" : std::string(1, c);
    return text + '"';
}

/// A part of a LIKE pattern, with '\' as its escape.
std::string literal(const std::string& word) {
    std::string text;
    for (const char c : word) {
        if (c == '%' || c == '_' || c == '\\')
            text += '\\';
        text += c;
    }
    return text;
}

struct Condition {
    std::string sql;
    std::vector<std::string> parameters;
};

Condition conditionFor(const std::string& text) {
    Condition condition;
    std::string match;
    std::istringstream words(text);
    for (std::string word; words >> word;) {
        std::ranges::replace(word, '^', ' '); // a name is indexed without it
        if (lengthOf(word) >= 3) {
            match += (match.empty() ? "" : " AND ") + quoted(word);
            continue;
        }
        condition.sql +=
            " AND t.words LIKE :w" + std::to_string(condition.parameters.size()) + " ESCAPE '\\'";
        condition.parameters.push_back("%" + literal(word) + "%");
    }
    if (!match.empty()) {
        condition.sql += " AND study_text MATCH :w" + std::to_string(condition.parameters.size());
        condition.parameters.push_back(match);
    }
    return condition;
}

} // namespace

std::vector<std::int64_t> StudySearch::ids(const std::string& text, int limit) {
    const Condition condition = conditionFor(text);
    std::int64_t id = 0;
    soci::statement statement(m_session);
    statement.exchange(soci::into(id));
    for (const std::string& parameter : condition.parameters)
        statement.exchange(soci::use(parameter));
    statement.exchange(soci::use(limit));
    statement.alloc();
    statement.prepare("SELECT s.id FROM study_text AS t JOIN study AS s ON s.id = t.rowid WHERE 1 = 1" +
                      condition.sql + " ORDER BY s.date DESC, s.time DESC, s.id DESC LIMIT :most");
    statement.define_and_bind();
    statement.execute();
    std::vector<std::int64_t> found;
    while (statement.fetch())
        found.push_back(id);
    return found;
}

} // namespace pleurascope::store
