// An import report as two tables: counts by kind of record with their sum, and the refused rows
// with file, line, column and reason. Used by the import panel for the dry run and for the result;
// GUI thread; plain showing, asks nobody.
#pragma once

#include "core/domain/import.h"
#include "ui/look/table.h"

#include <QAbstractTableModel>
#include <QWidget>

#include <vector>

namespace topline::pages {

// Kind, read, new, changed, unchanged, refused; the last row is the sum.
class CountsModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;

    void setReport(const domain::ImportReport &report);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row {
        QString kind;
        int icon = 0;
        domain::ImportCounts counts;
        bool sum = false;
    };

    std::vector<Row> m_rows;
};

// Place, reason, and the row as it stood.
class RejectsModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;

    void setReport(const domain::ImportReport &report);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<domain::RejectedRow> m_rows;
};

class ImportReportView final : public QWidget {
    Q_OBJECT

public:
    explicit ImportReportView(QWidget *parent = nullptr);

    void setReport(const domain::ImportReport &report);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    CountsModel *m_counts;
    RejectsModel *m_rejects;
    look::Table *m_countsTable;
    look::Table *m_rejectsTable;
    QString m_rejectsHead;
};

// "4,212 contacts, 318 deals": the kinds that bring something, largest importance first.
QString bringsText(const domain::ImportReport &report, const QLocale &locale);

std::int64_t refusedRows(const domain::ImportReport &report);

} // namespace topline::pages
