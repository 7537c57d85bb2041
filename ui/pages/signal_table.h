// The table of detectors: its model, in which names of groups can be seen but not chosen, the list
// that passes over them, and the delegate with its columns. A click on the box asks to switch a
// detector; nothing is switched here. GUI thread.
#pragma once

#include "ui/pages/keyed_model.h"
#include "ui/pages/row_list.h"
#include "ui/pages/signal_items.h"
#include "ui/pages/table_columns.h"

namespace topline::pages {

class SignalModel final : public KeyedModel<SignalItem> {
public:
    using KeyedModel::KeyedModel;

    Qt::ItemFlags flags(const QModelIndex &index) const override;
    // Invalid when the detector is filtered out.
    QModelIndex indexOf(domain::SignalType type) const;
};

class SignalList final : public RowList {
    Q_OBJECT

public:
    SignalList(SignalModel &model, const QString &accessibleName, QWidget *parent);

    // Moves by detectors, over the names of groups.
    void stepBy(int detectors);
    const SignalItem *currentItem() const;

Q_SIGNALS:
    void switchWanted(topline::domain::SignalType type);

protected:
    void mouseReleaseEvent(QMouseEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;

private:
    QModelIndex detectorFrom(int row, int step) const;

    SignalModel &m_items;
};

class SignalDelegate final : public RowDelegate {
    Q_OBJECT

public:
    enum Column { Name, Hits, Accounts, Precision, Accepted, Dismissed, HeldOut, Last };

    SignalDelegate(const SignalModel &model, const TableColumns &columns, QObject *parent);

    static QVector<pages::Column> columns();
    // The box that switches, in a row of the list.
    static QRectF switchBox(const QRectF &row);

protected:
    int rowHeight(const QModelIndex &index) const override;
    bool hasLine(const QModelIndex &index) const override;
    QRectF fillRect(const QRectF &row, const QModelIndex &index) const override;
    void paintRow(QPainter &painter, const QRectF &row, const QModelIndex &index,
                  const RowState &state) const override;

private:
    void paintSwitch(QPainter &painter, const QRectF &where, bool isOn) const;
    void paintGroup(QPainter &painter, const QRectF &row, const SignalItem &item) const;
    void paintCell(QPainter &painter, const QRectF &cell, int column, const SignalItem &item) const;
    void paintName(QPainter &painter, const QRectF &cell, const SignalItem &item) const;
    void paintPrecision(QPainter &painter, const QRectF &cell, const SignalItem &item) const;

    const SignalModel &m_model;
    const TableColumns &m_columns;
};

} // namespace topline::pages
