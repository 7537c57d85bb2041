#include "app/cli/text_table.h"

#include <algorithm>

namespace topline::app {

namespace {

QString cut(const QString &text, qsizetype width)
{
    QString line = text;
    line.replace(QLatin1Char('\n'), QLatin1Char(' '));
    if (line.size() <= width)
        return line;
    return line.left(width - 1) + QChar(0x2026);
}

} // namespace

TextTable::TextTable(std::vector<TextColumn> columns)
    : m_columns(std::move(columns))
{
}

void TextTable::add(const QStringList &cells)
{
    m_rows.push_back(cells);
}

void TextTable::addNote(const QString &text)
{
    m_notes[m_rows.size() - 1] = text;
}

QString TextTable::text() const
{
    if (m_rows.empty())
        return {};
    std::vector<qsizetype> widths;
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        qsizetype width = m_columns[i].title.size();
        for (const QStringList &row : m_rows)
            width = std::max(width, row.value(static_cast<qsizetype>(i)).size());
        widths.push_back(std::min<qsizetype>(width, m_columns[i].widthMax));
    }
    QString out;
    const auto addLine = [&](const auto &cell) {
        QString line;
        for (std::size_t i = 0; i < m_columns.size(); ++i) {
            const QString text = cut(cell(i), widths[i]);
            line += i == 0 ? QString() : QStringLiteral("  ");
            line +=
                m_columns[i].right ? text.rightJustified(widths[i]) : text.leftJustified(widths[i]);
        }
        while (line.endsWith(QLatin1Char(' ')))
            line.chop(1);
        out += line + QLatin1Char('\n');
    };
    addLine([&](std::size_t i) { return m_columns[i].title; });
    for (std::size_t number = 0; number < m_rows.size(); ++number) {
        const QStringList &row = m_rows[number];
        addLine([&](std::size_t i) { return row.value(static_cast<qsizetype>(i)); });
        if (const auto note = m_notes.find(number); note != m_notes.end())
            out += QString(widths.front() + 2, QLatin1Char(' ')) + note->second + QLatin1Char('\n');
    }
    return out;
}

QString textPairs(std::initializer_list<std::pair<QString, QString>> pairs)
{
    qsizetype width = 0;
    for (const auto &[name, value] : pairs)
        width = std::max(width, name.size());
    QString out;
    for (const auto &[name, value] : pairs)
        out += name.leftJustified(width + 2) + value + QLatin1Char('\n');
    return out;
}

} // namespace topline::app
