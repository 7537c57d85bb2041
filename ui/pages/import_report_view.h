// An import report as two tables: counts by kind of record with their sum, and the refused rows
// with file, line, column and reason. Used by the import panel for the dry run and for the result;
// GUI thread; plain showing, asks nobody.
#pragma once

#include "core/domain/import.h"
#include "ui/look/rows_model.h"
#include "ui/look/table.h"

#include <QWidget>

#include <vector>

namespace topline::pages {

struct CountsRow {
    QString kind;
    int icon = 0;
    domain::ImportCounts counts;
    bool sum = false;
};

// Kind, read, new, changed, unchanged, refused; the last row is the sum.
class CountsModel final : public look::RowsModel<CountsRow> {
    Q_OBJECT

public:
    using look::RowsModel<CountsRow>::RowsModel;

    void setReport(const domain::ImportReport &report);

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
};

// Place, reason, and the row as it stood.
class RejectsModel final : public look::RowsModel<domain::RejectedRow> {
    Q_OBJECT

public:
    using look::RowsModel<domain::RejectedRow>::RowsModel;

    void setReport(const domain::ImportReport &report);

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
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
