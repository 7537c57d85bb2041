// The rows of the accounts page, keyed by account, with sorting and filtering on top. GUI thread;
// new rows are applied as keyed changes, never a reset.
#pragma once

#include "core/domain/account_view.h"
#include "ui/pages/keyed_model.h"
#include "ui/text/format.h"

#include <QSortFilterProxyModel>

#include <optional>
#include <vector>

namespace topline::pages {

struct AccountItem {
    domain::AccountRow row;
    QString needle; // what typing looks through, in lower case
    QString spoken;

    std::int64_t key() const { return row.account.value; }

    const QString &text() const { return spoken; }

    bool operator==(const AccountItem &) const = default;
};

class AccountModel final : public KeyedModel<AccountItem> {
    Q_OBJECT

public:
    enum Column { Name, Total, Tier, Fit, Engagement, Stage, Deals, Amount, Signals, Touch, Owner };

    using KeyedModel<AccountItem>::KeyedModel;

    void setRows(const std::vector<domain::AccountRow> &rows, const ui::text::Format &format);
};

// The rows on the screen.
class AccountFilter final : public QSortFilterProxyModel {
    Q_OBJECT

public:
    explicit AccountFilter(AccountModel *accounts, QObject *parent = nullptr);

    // Every word must occur in the name, domain, industry or owner.
    void setText(const QString &text);
    void setTier(std::optional<domain::Tier> tier);
    void setStage(std::optional<domain::LifecycleStage> stage);

    bool isFiltering() const { return !m_words.isEmpty() || m_tier || m_stage; }

    void sortBy(int column, Qt::SortOrder order);

    const AccountItem &item(const QModelIndex &index) const;

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    AccountModel *m_accounts;
    QStringList m_words;
    std::optional<domain::Tier> m_tier;
    std::optional<domain::LifecycleStage> m_stage;
    int m_column = AccountModel::Total;
};

} // namespace topline::pages
