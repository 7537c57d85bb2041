// Rows in aligned columns for people at a terminal. Used by all commands that list; pure, cannot
// fail.
#pragma once

#include <QString>
#include <QStringList>

#include <initializer_list>
#include <map>
#include <vector>

namespace topline::app {

struct TextColumn {
    QString title;
    bool right = false; // figures stand right
    int widthMax = 40;  // longer texts end in an ellipsis
};

class TextTable {
public:
    explicit TextTable(std::vector<TextColumn> columns);
    void add(const QStringList &cells);
    // A line under the last row, indented to the second column.
    void addNote(const QString &text);
    // Two spaces between columns, no trailing blanks; empty without rows.
    QString text() const;

    bool isEmpty() const { return m_rows.empty(); }

private:
    std::vector<TextColumn> m_columns;
    std::vector<QStringList> m_rows;
    std::map<std::size_t, QString> m_notes; // by row
};

// "name   value" lines, aligned.
QString textPairs(std::initializer_list<std::pair<QString, QString>> pairs);

} // namespace topline::app
