#include "ui/pages/deal_notices.h"

#include "ui/look/icons.h"

#include <QPainter>

#include <algorithm>
#include <map>
#include <set>

namespace topline::pages {

using namespace look;
using ui::text::RiskText;

namespace {

class NoticeDelegate final : public RowDelegate {
public:
    NoticeDelegate(const KeyedModel<DealNotice> &model, QObject *parent)
        : RowDelegate(parent)
        , m_model(model)
    {
    }

protected:
    int rowHeight(const QModelIndex &) const override { return height::timelineRow; }

    bool hasLine(const QModelIndex &) const override { return false; }

    void paintRow(QPainter &painter, const QRectF &row, const QModelIndex &index,
                  const RowState &) const override
    {
        const Tokens &t = tokens();
        const DealNotice &item = m_model.row(index.row());
        const QRectF box = row.adjusted(space::l, 0, -space::l, 0);
        drawIcon(painter, {box.left(), box.center().y() - icon::chip / 2.0},
                 item.finding ? Icon::AlertTriangle : Icon::Info, item.finding ? t.amber : t.text3,
                 icon::chip);
        m_text.draw(painter, box.adjusted(icon::chip + 6, 0, 0, 0), item.words,
                    {Type::Dense, t.text});
    }

private:
    const KeyedModel<DealNotice> &m_model;
};

// "3 × close date passed, 2 × ghosted": by number of alerts, most first.
QString rulesOf(const std::map<domain::RiskRule, int> &counts)
{
    std::vector<std::pair<int, domain::RiskRule>> order;
    for (const auto &[rule, n] : counts)
        order.emplace_back(-n, rule);
    std::sort(order.begin(), order.end());
    QStringList out;
    for (const auto &[n, rule] : order)
        out << QStringLiteral("%1 × %2").arg(-n).arg(RiskText::ruleName(rule));
    return out.join(QStringLiteral(", "));
}

// Two findings have a line each; more would push the deals off the page and share one.
void addFindings(std::vector<DealNotice> &out, std::vector<domain::HygieneFinding> findings)
{
    constexpr std::size_t linesMax = 2;
    std::stable_sort(findings.begin(), findings.end(),
                     [](const auto &a, const auto &b) { return a.deals.size() > b.deals.size(); });
    if (findings.size() <= linesMax) {
        for (const domain::HygieneFinding &finding : findings)
            out.push_back({QStringLiteral("finding %1").arg(static_cast<int>(finding.rule)),
                           RiskText::ruleName(finding.rule), RiskText::finding(finding), true,
                           finding.deals});
        return;
    }
    QStringList rules;
    std::set<domain::DealId> deals;
    for (const domain::HygieneFinding &finding : findings) {
        rules << QStringLiteral("%1 %2")
                     .arg(RiskText::ruleName(finding.rule))
                     .arg(finding.deals.size());
        deals.insert(finding.deals.begin(), finding.deals.end());
    }
    out.push_back({QStringLiteral("findings"), DealNotices::tr("Shared warnings"),
                   //: %1 is a number of open deals, %2 is "Stalled 32, Ghosted 17".
                   DealNotices::tr("A pipeline problem; of %1 open: %2")
                       .arg(findings.front().open)
                       .arg(rules.join(QStringLiteral(", "))),
                   true, std::vector<domain::DealId>(deals.begin(), deals.end())});
}

} // namespace

std::vector<DealNotice> dealNotices(const domain::RiskReport &report, const RiskText &text)
{
    std::vector<DealNotice> out;
    addFindings(out, report.findings);
    std::map<domain::RiskRule, int> rules;
    int alerts = 0;
    std::set<domain::DealId> deals;
    base::UtcMs newest = 0;
    for (const domain::AlertState &alert : report.alerts) {
        if (!alert.deal.isSet())
            continue; // told by its finding
        ++rules[alert.rule];
        ++alerts;
        deals.insert(alert.deal);
        newest = std::max(newest, alert.raisedMs);
    }
    if (deals.empty())
        return out;
    DealNotice notice;
    notice.id = QStringLiteral("alerts");
    notice.label = DealNotices::tr("Alerts");
    notice.words = DealNotices::tr("%1 on %2, the newest %3: %4")
                       .arg(DealNotices::tr("%n alert(s)", nullptr, alerts),
                            DealNotices::tr("%n deal(s)", nullptr, static_cast<int>(deals.size())),
                            text.format().ago(newest), rulesOf(rules));
    notice.deals.assign(deals.begin(), deals.end());
    out.push_back(std::move(notice));
    return out;
}

DealNotices::DealNotices(const QString &accessibleName, QWidget *parent)
    : RowList(accessibleName, parent)
{
    setGrowing(true);
    setModel(&m_model);
    setItemDelegate(new NoticeDelegate(m_model, this));
    const auto open = [this](const QModelIndex &at) {
        const DealNotice &notice = m_model.row(at.row());
        if (!notice.deals.empty())
            Q_EMIT dealsWanted(notice.label, notice.deals);
    };
    connect(this, &RowList::opened, this, open);
    connect(this, &QListView::clicked, this, open);
    hide();
}

void DealNotices::setNotices(std::vector<DealNotice> notices)
{
    m_model.apply(std::move(notices));
    setVisible(m_model.rowCount() > 0);
    updateGeometry();
}

} // namespace topline::pages
