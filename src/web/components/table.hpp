// A table that stays readable at 360 px.
#pragma once

#include "kernel/words.hpp"
#include "web/html/html.hpp"

#include <string>
#include <vector>

namespace udb::ui {

struct Table {
    struct Column {
        std::string label;
        bool number = false; ///< set to the right, in figures of one width
    };
    struct Row {
        std::vector<Html> cells; ///< as many as columns; Html{} for nothing
        bool marked = false;     ///< the row that is meant, e.g. the seat just changed
        bool heading = false;    ///< one cell, over the whole width: what the rows below belong to
    };
    enum class Phone {
        stack,  ///< each row becomes a small card: lists of records
        scroll, ///< the table moves sideways: figures to compare
    };

    std::string caption; ///< says what is listed; read first by screen readers
    std::vector<Column> columns;
    std::vector<Row> rows;
    bool hidden_caption = false; ///< where the heading above says the same
    bool row_heads = true;       ///< the first cell names its row
    Phone phone = Phone::stack;
};

Html table(Table const& table);

} // namespace udb::ui
