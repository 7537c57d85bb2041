// Every request that was made to a CRM, newest first, with a filter. Owned by the Sync page, GUI
// thread; the page asks the engine for the rows. Enter on a row wants it copied.
#pragma once

#include "ui/pages/sync_rows.h"
#include "ui/pages/table_columns.h"

#include <QWidget>

class QLabel;
class QLineEdit;

namespace topline::pages {

class RowList;

class RequestLog final : public QWidget {
    Q_OBJECT

public:
    explicit RequestLog(QWidget *parent = nullptr);

    void setRequests(const std::vector<domain::RequestRow> &rows, const ui::text::Format &format);

    const std::vector<RequestItem> &shown() const { return m_model.rows(); }

    QLineEdit *filter() const { return m_filter; }

    RowList *list() const { return m_list; }

Q_SIGNALS:
    // One line of text: when, what, how it went, with its reference.
    void copyWanted(const QString &line);

private:
    void refresh();

    std::vector<RequestItem> m_all;
    KeyedModel<RequestItem> m_model;
    TableColumns m_columns;
    QLineEdit *m_filter;
    QLabel *m_note;
    RowList *m_list;
};

} // namespace topline::pages
