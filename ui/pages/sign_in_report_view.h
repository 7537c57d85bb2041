// The dry run of a connection: what would come in by kind of record, what may not be read, and what
// an administrator could set up. Owned by the connect panel, GUI thread; plain showing.
#pragma once

#include "core/domain/connect.h"
#include "ui/look/icons.h"
#include "ui/look/rows_model.h"
#include "ui/look/table.h"
#include "ui/text/format.h"

#include <QWidget>

#include <vector>

class QLabel;

namespace topline::pages {

class NoticeList;

struct DryRunRow {
    QString name;
    look::Icon icon = look::Icon::None;
    std::int64_t count = 0;
    bool denied = false;
    bool sum = false;
    bool operator==(const DryRunRow &) const = default;
};

// Record, how many there are, what happens to them; the last row is the sum.
class DryRunModel final : public look::RowsModel<DryRunRow> {
    Q_OBJECT

public:
    using look::RowsModel<DryRunRow>::RowsModel;

    void setReport(const domain::SignInReport &report);

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    static std::vector<DryRunRow> rowsOf(const domain::SignInReport &report);
};

class SignInReportView final : public QWidget {
    Q_OBJECT

public:
    explicit SignInReportView(QWidget *parent = nullptr);

    void setReport(const domain::SignInReport &report);

private:
    DryRunModel *m_model;
    look::Table *m_table;
    QLabel *m_noticeHead;
    NoticeList *m_notices;
};

// "Portal 24601337, Kestrel Fleet, signed in as maya@…": who is behind the sign-in.
QString whoText(const domain::SourceProfile &profile);

} // namespace topline::pages
