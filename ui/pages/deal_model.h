// The deals of the pipeline page: open ones and those closed lately, keyed by deal, with sorting
// and filtering on top. Warnings are what the report computed, in words. GUI thread; new reports
// are applied as keyed changes, never a reset.
#pragma once

#include "core/domain/metric.h"
#include "core/domain/risk_report.h"
#include "ui/pages/keyed_model.h"
#include "ui/text/metric_text.h"

#include <QSortFilterProxyModel>

#include <optional>
#include <set>
#include <vector>

namespace topline::pages {

inline constexpr std::int64_t atRiskMilli = 50'000;

enum class DealWarning { None, NoNextStep, NoTouch, Stalled, CloseDatePassed };

struct DealItem {
    domain::DealRow row;
    DealWarning warning = DealWarning::None; // the heaviest
    QString warningText;
    QString zombieText; // why it is one, and what to do; empty: it is none
    QString spoken;

    std::int64_t key() const { return row.deal.value; }

    const QString &text() const { return spoken; }

    // Who it is with: the account, or the deal's own name where there is none.
    const std::string &title() const
    {
        return row.accountName.empty() ? row.name : row.accountName;
    }

    // Where no deal was weighed yet: stalled, or past its close date.
    bool atRisk() const
    {
        return row.riskMilli ? *row.riskMilli >= atRiskMilli : row.stalled || row.closeDatePassed;
    }

    bool hasWarning() const { return row.topRisk || warning != DealWarning::None; }

    bool operator==(const DealItem &) const = default;
};

inline constexpr base::DurationMs noTouchMs = 14 * base::dayMs;

// What a whole report says about its rows: a source without next steps or touches gives no warnings
// about them.
struct DealFacts {
    bool hasNextSteps = false;
    bool hasTouches = false;
};

DealFacts factsOf(const domain::PipelineReport &report);

// Warnings that hold for a row, the heaviest first.
std::vector<DealWarning> warningsOf(const domain::DealRow &row, const DealFacts &facts,
                                    base::UtcMs now);

class DealModel final : public KeyedModel<DealItem> {
    Q_OBJECT

public:
    enum Column { Name, Amount, Stage, Age, Win, Risk, Warning, NextStep, Close, Touch, Rep };

    using KeyedModel<DealItem>::KeyedModel;

    // With a report of risks the warnings say what was measured, and zombies are known.
    void setReport(const domain::PipelineReport &report, const ui::text::MetricText &text,
                   const domain::RiskReport *risk = nullptr);

    const DealItem *find(domain::DealId deal) const;
};

// The rows on the screen.
class DealFilter final : public QSortFilterProxyModel {
    Q_OBJECT

public:
    enum class Scope { Open, AtRisk, Zombies, Mine };

    explicit DealFilter(DealModel *deals, QObject *parent = nullptr);

    void setScope(Scope scope, const QString &ownerName);
    // Exactly these deals, open or closed; nothing: by scope.
    void setDeals(std::optional<std::set<domain::DealId>> deals);
    void sortBy(int column, Qt::SortOrder order);

    Scope scope() const { return m_only ? Scope::Open : m_scope; }

    const DealItem &item(const QModelIndex &index) const;

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    DealModel *m_deals;
    Scope m_scope = Scope::Open;
    std::string m_owner;
    std::optional<std::set<domain::DealId>> m_only;
    int m_column = DealModel::Risk;
};

} // namespace topline::pages
