// The list inside an overlay: headings and rows with icon, text (found letters set off), detail and
// key cap. Model, delegate and view in one place, shared by the palette and the list of keys; GUI
// thread. Rows are named to assistive technology by text, detail and key.
#pragma once

#include "ui/look/marks.h"

#include <QAbstractListModel>
#include <QListView>
#include <QStyledItemDelegate>
#include <QVector>

#include <functional>

namespace topline::shell {

struct Choice {
    QString group; // a heading is put before the first of each group
    QString text;
    QString detail;
    look::Icon icon = look::Icon::None;
    QString key;
    QVector<bool> marked = {}; // letters of the text to set off
    std::function<void()> run = {};
    QString id = {};
    bool isHeading = false;
};

class ChoiceModel final : public QAbstractListModel {
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    // Choices of one group must stand together.
    void setChoices(const QVector<Choice> &choices);

    const Choice &at(int row) const { return m_rows[row]; }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    QVector<Choice> m_rows;
};

class ChoiceDelegate final : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;

private:
    void paintRow(QPainter &painter, const QRectF &row, const QStyleOptionViewItem &option,
                  const Choice &choice) const;
    void paintText(QPainter &painter, const QRectF &box, const Choice &choice,
                   const look::Tokens &tokens) const;

    mutable look::TextPainter m_text{300};
};

class ChoiceList final : public QListView {
    Q_OBJECT

public:
    explicit ChoiceList(QWidget *parent);

    void setChoices(const QVector<Choice> &choices);
    const Choice *current() const;
    // Moves over headings; stays at the ends.
    void step(int rows);
    void selectFirst();
    // Height of all rows together.
    int contentHeight() const;

Q_SIGNALS:
    void picked();

private:
    ChoiceModel *m_model;
};

} // namespace topline::shell
