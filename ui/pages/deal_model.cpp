#include "ui/pages/deal_model.h"

#include "ui/text/risk_text.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

namespace topline::pages {

using ui::text::fromUtf8;
using ui::text::MetricText;
using ui::text::RiskText;

namespace {

QString warningText(const domain::DealRow &row, DealWarning warning, const MetricText &text)
{
    const ui::text::Format &format = text.format();
    switch (warning) {
    case DealWarning::CloseDatePassed:
        return DealModel::tr("Close date %1").arg(format.ago(*row.closeMs));
    case DealWarning::Stalled:
        return row.wonP80Days ? DealModel::tr("Stalled: %1, p80 %2")
                                    .arg(text.days(row.ageInStageDays), text.days(row.wonP80Days))
                              : DealModel::tr("Stalled: %1").arg(text.days(row.ageInStageDays));
    case DealWarning::NoTouch:
        return row.lastTwoWayMs ? DealModel::tr("No two-way touch for %1")
                                      .arg(format.span(format.now() - *row.lastTwoWayMs))
                                : DealModel::tr("No two-way touch yet");
    case DealWarning::NoNextStep:
        return DealModel::tr("Next step missing");
    case DealWarning::None:
        break;
    }
    if (row.kind == domain::StageKind::Won)
        return row.cycleDays ? DealModel::tr("Won after %1").arg(text.days(row.cycleDays))
                             : DealModel::tr("Won");
    if (row.kind == domain::StageKind::Lost)
        return row.cycleDays ? DealModel::tr("Lost after %1").arg(text.days(row.cycleDays))
                             : DealModel::tr("Lost");
    return DealModel::tr("none");
}

// What a report of risks says, by deal.
struct KnownRisks {
    std::map<domain::DealId, const domain::RiskRow *> rows;
    std::map<domain::DealId, const domain::Zombie *> zombies;

    explicit KnownRisks(const domain::RiskReport *report)
    {
        if (report == nullptr)
            return;
        for (const domain::RiskRow &row : report->deals)
            rows[row.risk.deal] = &row;
        for (const domain::Zombie &zombie : report->zombies)
            zombies[zombie.deal] = &zombie;
    }
};

// The heaviest warning as it was measured; its name alone where only that is known.
QString topRiskText(const domain::DealRow &row, const KnownRisks &risks, const RiskText &text)
{
    const auto found = risks.rows.find(row.deal);
    if (found != risks.rows.end()) {
        for (const domain::RiskFactor &factor : found->second->risk.factors) {
            if (factor.rule == *row.topRisk && factor.fires)
                return text.measured(factor);
        }
    }
    return RiskText::ruleName(*row.topRisk);
}

void addRisk(DealItem &item, const KnownRisks &risks, const RiskText &text)
{
    if (item.row.topRisk)
        item.warningText = topRiskText(item.row, risks, text);
    else if (item.row.riskMilli)
        item.warningText = DealModel::tr("none");
    const auto zombie = risks.zombies.find(item.row.deal);
    if (zombie != risks.zombies.end())
        item.zombieText = text.zombieShort(*zombie->second);
}

DealItem itemOf(const domain::DealRow &row, const DealFacts &facts, const KnownRisks &risks,
                const MetricText &text)
{
    DealItem item;
    item.row = row;
    const auto warnings = warningsOf(row, facts, text.format().now());
    item.warning = warnings.empty() || row.riskMilli ? DealWarning::None : warnings.front();
    item.warningText = warningText(row, item.warning, text);
    addRisk(item, risks, RiskText(text.format()));
    QStringList parts{fromUtf8(item.title())};
    if (row.name != item.title())
        parts << fromUtf8(row.name);
    if (row.amount)
        parts << text.format().money(*row.amount);
    parts << fromUtf8(row.stageName);
    if (row.ageInStageDays)
        parts << DealModel::tr("%1 in the stage").arg(text.days(row.ageInStageDays));
    if (row.probability)
        parts << DealModel::tr("win probability %1, %2 of %3 won")
                     .arg(text.format().probability(*row.probability),
                          QString::number(row.probability->won),
                          QString::number(row.probability->closed));
    if (row.riskMilli)
        parts << DealModel::tr("risk %1 of 100").arg(text.format().points(*row.riskMilli));
    if (item.hasWarning() || row.kind != domain::StageKind::Open)
        parts << item.warningText;
    if (!item.zombieText.isEmpty())
        parts << DealModel::tr("zombie, %1").arg(item.zombieText);
    if (!row.nextStep.empty())
        parts << DealModel::tr("next: %1").arg(fromUtf8(row.nextStep));
    parts << fromUtf8(row.ownerName);
    parts.removeAll(QString());
    item.spoken = parts.join(QStringLiteral(", "));
    return item;
}

// -1, 0, 1; absent values are last in both directions.
template <typename T>
int compareAbsentLast(const std::optional<T> &a, const std::optional<T> &b, Qt::SortOrder order)
{
    if (a.has_value() != b.has_value())
        return a.has_value() == (order == Qt::AscendingOrder) ? -1 : 1;
    if (!a || *a == *b)
        return 0;
    return *a < *b ? -1 : 1;
}

std::optional<std::int64_t> minorOf(const domain::DealRow &row)
{
    return row.amount ? std::optional(row.amount->amountMinor) : std::nullopt;
}

int compareText(const std::string &a, const std::string &b)
{
    return QString::localeAwareCompare(fromUtf8(a), fromUtf8(b));
}

// Deals at risk above the rest, each by amount: what to save first.
int compareWarning(const DealItem &a, const DealItem &b, Qt::SortOrder order)
{
    const auto weight = [](const DealItem &item) {
        return item.atRisk() ? 2 : item.warning != DealWarning::None ? 1 : 0;
    };
    if (weight(a) != weight(b))
        return weight(a) < weight(b) ? -1 : 1;
    return compareAbsentLast(minorOf(a.row), minorOf(b.row), order);
}

int compareRisk(const DealItem &a, const DealItem &b, Qt::SortOrder order)
{
    if (!a.row.riskMilli && !b.row.riskMilli)
        return compareWarning(a, b, order);
    const int risk = compareAbsentLast(a.row.riskMilli, b.row.riskMilli, order);
    return risk != 0 ? risk : compareAbsentLast(minorOf(a.row), minorOf(b.row), order);
}

int compare(const DealItem &a, const DealItem &b, int column, Qt::SortOrder order)
{
    const auto odds = [](const domain::DealRow &row) {
        return row.probability ? std::optional(row.probability->ppm) : std::nullopt;
    };
    switch (column) {
    case DealModel::Name:
        return compareText(a.title() + "\n" + a.row.name, b.title() + "\n" + b.row.name);
    case DealModel::Amount:
        return compareAbsentLast(minorOf(a.row), minorOf(b.row), order);
    case DealModel::Stage:
        // The stage's own odds put stages in order without knowing the pipeline.
        return compareAbsentLast(odds(a.row), odds(b.row), order) != 0
                   ? compareAbsentLast(odds(a.row), odds(b.row), order)
                   : compareText(a.row.stageName, b.row.stageName);
    case DealModel::Age:
        return compareAbsentLast(a.row.ageInStageDays, b.row.ageInStageDays, order);
    case DealModel::Win:
        return compareAbsentLast(odds(a.row), odds(b.row), order);
    case DealModel::NextStep:
        return compareText(a.row.nextStep, b.row.nextStep);
    case DealModel::Close:
        return compareAbsentLast(a.row.closeMs, b.row.closeMs, order);
    case DealModel::Touch:
        return compareAbsentLast(a.row.lastTwoWayMs, b.row.lastTwoWayMs, order);
    case DealModel::Rep:
        return compareText(a.row.ownerName, b.row.ownerName);
    case DealModel::Warning:
        return compareAbsentLast(a.row.topRisk, b.row.topRisk, order) != 0
                   ? compareAbsentLast(a.row.topRisk, b.row.topRisk, order)
                   : compareRisk(a, b, order);
    default:
        return compareRisk(a, b, order);
    }
}

} // namespace

DealFacts factsOf(const domain::PipelineReport &report)
{
    DealFacts facts;
    for (const domain::DealRow &row : report.deals) {
        facts.hasNextSteps = facts.hasNextSteps || !row.nextStep.empty();
        facts.hasTouches = facts.hasTouches || row.lastTwoWayMs.has_value();
    }
    return facts;
}

std::vector<DealWarning> warningsOf(const domain::DealRow &row, const DealFacts &facts,
                                    base::UtcMs now)
{
    std::vector<DealWarning> out;
    if (row.kind != domain::StageKind::Open)
        return out;
    if (row.closeDatePassed)
        out.push_back(DealWarning::CloseDatePassed);
    if (row.stalled)
        out.push_back(DealWarning::Stalled);
    if (facts.hasTouches && (!row.lastTwoWayMs || now - *row.lastTwoWayMs >= noTouchMs))
        out.push_back(DealWarning::NoTouch);
    if (facts.hasNextSteps && row.nextStep.empty())
        out.push_back(DealWarning::NoNextStep);
    return out;
}

void DealModel::setReport(const domain::PipelineReport &report, const MetricText &text,
                          const domain::RiskReport *risk)
{
    const DealFacts facts = factsOf(report);
    const KnownRisks risks(risk);
    std::vector<DealItem> items;
    items.reserve(report.deals.size() + report.closed.size());
    for (const auto *rows : {&report.deals, &report.closed})
        for (const domain::DealRow &row : *rows)
            items.push_back(itemOf(row, facts, risks, text));
    std::sort(items.begin(), items.end(),
              [](const DealItem &a, const DealItem &b) { return a.key() < b.key(); });
    apply(std::move(items));
}

const DealItem *DealModel::find(domain::DealId deal) const
{
    const auto found =
        std::lower_bound(rows().begin(), rows().end(), deal.value,
                         [](const DealItem &item, std::int64_t key) { return item.key() < key; });
    return found == rows().end() || found->key() != deal.value ? nullptr : &*found;
}

DealFilter::DealFilter(DealModel *deals, QObject *parent)
    : QSortFilterProxyModel(parent)
    , m_deals(deals)
{
    setSourceModel(deals);
    sort(0, Qt::DescendingOrder);
}

void DealFilter::setScope(Scope scope, const QString &ownerName)
{
    m_scope = scope;
    m_owner = ownerName.toStdString();
    invalidateFilter();
}

void DealFilter::setDeals(std::optional<std::set<domain::DealId>> deals)
{
    m_only = std::move(deals);
    invalidateFilter();
}

void DealFilter::sortBy(int column, Qt::SortOrder order)
{
    m_column = column;
    if (sortOrder() != order)
        sort(0, order);
    else
        invalidate();
}

const DealItem &DealFilter::item(const QModelIndex &index) const
{
    return m_deals->row(mapToSource(index).row());
}

bool DealFilter::filterAcceptsRow(int row, const QModelIndex &) const
{
    const DealItem &item = m_deals->row(row);
    if (m_only)
        return m_only->contains(item.row.deal);
    if (item.row.kind != domain::StageKind::Open)
        return false;
    if (m_scope == Scope::AtRisk)
        return item.atRisk();
    if (m_scope == Scope::Zombies)
        return !item.zombieText.isEmpty();
    return m_scope != Scope::Mine || item.row.ownerName == m_owner;
}

bool DealFilter::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const DealItem &a = m_deals->row(left.row());
    const DealItem &b = m_deals->row(right.row());
    const int order = compare(a, b, m_column, sortOrder());
    return order != 0 ? order < 0 : a.key() < b.key();
}

} // namespace topline::pages
