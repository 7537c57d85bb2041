// The table of accounts with what narrows it: typing, tier, stage. Part of the accounts page, GUI
// thread. Told the rows by the page; tells which account is opened.
#pragma once

#include "ui/pages/account_model.h"
#include "ui/pages/table_columns.h"

#include <QWidget>

class QLineEdit;

namespace topline::look {
class Button;
class Segments;
} // namespace topline::look

namespace topline::pages {

class AccountDelegate;
class NoteLine;
class RowList;

class AccountList final : public QWidget {
    Q_OBJECT

public:
    explicit AccountList(QWidget *parent = nullptr);

    void setRows(const std::vector<domain::AccountRow> &rows, const ui::text::Format &format);
    // The rows could not be read; what is shown stays.
    void setTrouble(const QString &text);
    // Nothing has come yet.
    void setWaiting();

    // Shown under the words that say that there are no accounts at all.
    void setFirstSteps(QWidget *steps);

    void focusFilter();
    void clearFilter();

    bool isFiltering() const { return m_shown.isFiltering(); }

    // The row of this account becomes the current one, if it is shown.
    void select(domain::AccountId account);
    std::optional<domain::AccountId> current() const;

    RowList *view() const { return m_view; }

Q_SIGNALS:
    void opened(topline::domain::AccountId account);
    // How many rows are shown, and what stands in the way of the others.
    void shownChanged();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *makeTools();
    void openStageMenu();
    void setStage(std::optional<domain::LifecycleStage> stage);
    void refresh();

    AccountModel m_accounts;
    AccountFilter m_shown;
    TableColumns m_columns;
    QString m_trouble;
    bool m_waiting = true;
    std::optional<domain::LifecycleStage> m_stage;
    QLineEdit *m_text;
    look::Segments *m_tier;
    look::Button *m_stageButton;
    look::Button *m_clear;
    NoteLine *m_note;
    NoteLine *m_fault;
    QWidget *m_firstSteps = nullptr;
    RowList *m_view;
    AccountDelegate *m_delegate;
};

} // namespace topline::pages
