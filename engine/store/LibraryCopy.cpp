// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/store/LibraryCopy.h"

#include "engine/store/Dialect.h"

#include <array>
#include <cstdint>
#include <deque>
#include <sstream>
#include <string>
#include <string_view>

namespace pleurascope::store {

namespace {

/// A table, and its columns with their types: i whole number, r real number, t text.
struct TableShape {
    const char* name;
    const char* columns;
    bool hasIdentity; ///< `id` is given out by the database
};

/// In an order in which every row finds those that it refers to.
constexpr std::array shapes{
    TableShape{"study",
               "i:id t:study_uid t:patient_name t:patient_id t:birth_date t:sex t:age t:date t:time "
               "t:accession_number t:description t:imported_at i:demonstration i:kept_apart t:patient_key "
               "t:name_sound t:binned_at t:reading_by t:reading_since i:first_film_id i:verdict_id "
               "t:verdict_at i:verdict_agrees",
               true},
    TableShape{"film",
               "i:id i:study_id t:path t:sop_instance_uid t:series_uid t:modality t:view t:description "
               "t:body_part t:laterality i:file_size i:modified_ns i:pixel_rows i:pixel_columns "
               "t:content_digest i:revision t:integrity t:verified_at t:content_sha256 t:copied_from",
               true},
    TableShape{"prediction",
               "i:id i:film_id i:film_revision t:model_hash t:model_name r:probability r:logit r:threshold "
               "i:phantoms_only t:refusal t:made_at i:calibrated",
               true},
    TableShape{"verdict", "i:id i:study_id i:agrees t:side t:size t:comment t:reader t:model_hash t:made_at",
               true},
    TableShape{"study_score",
               "t:model_hash i:study_id i:prediction_id r:probability i:is_flagged i:is_refused", false},
    TableShape{"annotation",
               "i:id i:film_id i:film_revision t:uid i:frame t:kind t:points t:words t:reader t:made_at "
               "t:changed_at i:removed",
               true},
    TableShape{"presentation",
               "i:id t:path t:sop_instance_uid t:study_uid t:label t:description t:creator t:made_at", true},
    TableShape{"presentation_image", "i:presentation_id t:image_uid", false},
    TableShape{"key_image", "i:film_id i:frame t:reader t:marked_at", false},
    TableShape{"patient_link", "t:from_id t:into_id t:reader t:made_at", false},
    TableShape{"saved_search", "t:name t:words t:made_at", false},
    TableShape{"library_value", "t:name t:value", false},
    TableShape{"audit", "i:id t:made_at t:actor t:action t:subject t:detail t:chain", false},
};

/// One row of a table on its way, bound to both statements.
class Row {
public:
    explicit Row(const TableShape& shape) {
        std::istringstream columns(shape.columns);
        for (std::string column; columns >> column;)
            m_columns.push_back({column.front(), column.substr(2)});
    }

    [[nodiscard]] std::string names() const {
        return joined([](const Column& c, int) { return c.name; });
    }
    [[nodiscard]] std::string places() const {
        return joined([](const Column&, int index) { return ":v" + std::to_string(index); });
    }
    void bindInto(soci::statement& statement) {
        for (Column& column : m_columns)
            switch (column.type) {
            case 'i':
                statement.exchange(soci::into(column.whole));
                break;
            case 'r':
                statement.exchange(soci::into(column.real));
                break;
            default:
                statement.exchange(soci::into(column.text));
            }
    }
    void bindUse(soci::statement& statement) {
        for (Column& column : m_columns)
            switch (column.type) {
            case 'i':
                statement.exchange(soci::use(column.whole));
                break;
            case 'r':
                statement.exchange(soci::use(column.real));
                break;
            default:
                statement.exchange(soci::use(column.text));
            }
    }

private:
    struct Column {
        char type;
        std::string name;
        std::int64_t whole = 0;
        double real = 0;
        std::string text = {};
    };

    template <class Word>
    [[nodiscard]] std::string joined(Word word) const {
        std::string list;
        int index = 0;
        for (const Column& column : m_columns)
            list += (list.empty() ? "" : ", ") + word(column, index++);
        return list;
    }

    std::deque<Column> m_columns; ///< whose addresses stay
};

void copyTable(const TableShape& shape, soci::session& from, soci::session& to) {
    Row row(shape);
    soci::statement read(from);
    row.bindInto(read);
    read.alloc();
    read.prepare("SELECT " + row.names() + " FROM " + shape.name + (shape.hasIdentity ? " ORDER BY id" : ""));
    read.define_and_bind();
    read.execute();
    soci::statement write(to);
    row.bindUse(write);
    write.alloc();
    write.prepare(std::string("INSERT INTO ") + shape.name + " (" + row.names() + ") VALUES (" +
                  row.places() + ")");
    write.define_and_bind();
    while (read.fetch())
        write.execute(true);
    if (shape.hasIdentity && isPostgres(to))
        to << std::string("SELECT setval(pg_get_serial_sequence('") + shape.name +
                  "', 'id'), COALESCE((SELECT MAX(id) FROM " + shape.name + "), 0) + 1, false)";
}

} // namespace

void copyLibrary(soci::session& from, soci::session& to) {
    to << "DELETE FROM library_value"; // its version and key become the other's
    for (const TableShape& shape : shapes)
        copyTable(shape, from, to);
}

} // namespace pleurascope::store
