#include "ui/pages/deal_risk_view.h"

#include "ui/look/fonts.h"
#include "ui/pages/section_head.h"
#include "ui/pages/wrap_label.h"
#include "ui/text/rounding.h"

#include <QItemSelectionModel>
#include <QVBoxLayout>

#include <algorithm>
#include <map>

namespace topline::pages {

using namespace look;
using ui::text::RiskText;

namespace {

} // namespace

namespace {

bool holds(const domain::DealRisk &risk, domain::RiskRule rule)
{
    return std::any_of(risk.factors.begin(), risk.factors.end(),
                       [rule](const auto &factor) { return factor.rule == rule && factor.fires; });
}

} // namespace

DealRiskStory riskStory(const domain::RiskReport &report, domain::DealId deal)
{
    DealRiskStory out;
    out.currency = report.currency;
    for (const domain::RiskRow &row : report.deals) {
        if (row.risk.deal != deal)
            continue;
        out.risk = row.risk;
        out.anomalies = row.anomalies;
        out.evidence = row.evidence;
    }
    for (const auto *fixes : {&report.fixes, &report.largeFixes}) {
        for (const domain::RiskFix &fix : *fixes) {
            if (fix.deal == deal)
                out.fix = fix;
        }
    }
    for (const domain::Zombie &zombie : report.zombies) {
        if (zombie.deal == deal)
            out.zombie = zombie;
    }
    return out;
}

std::vector<WaterfallRow> riskRows(const domain::DealRisk &risk, const RiskText &text)
{
    std::vector<const domain::RiskFactor *> factors;
    for (const domain::RiskFactor &factor : risk.factors) {
        if (factor.fires)
            factors.push_back(&factor);
    }
    std::stable_sort(factors.begin(), factors.end(),
                     [](const auto *a, const auto *b) { return a->milliPoints > b->milliPoints; });
    QVector<double> parts;
    for (const auto *factor : factors)
        parts.push_back(static_cast<double>(factor->milliPoints) / 1e3);
    const double total = static_cast<double>(risk.totalMilli) / 1e3;
    const QVector<double> shown = ui::text::roundedToSum(parts, total, 1);
    std::vector<WaterfallRow> out;
    double at = 0;
    for (std::size_t i = 0; i < factors.size(); ++i) {
        const auto place = static_cast<qsizetype>(i);
        WaterfallRow row;
        row.id = QString::number(static_cast<int>(factors[i]->rule));
        row.label =
            QStringLiteral("%1, %2").arg(text.measured(*factors[i]), text.threshold(*factors[i]));
        row.note = text.counterfactual(risk, *factors[i]);
        row.shown = text.format().signedNumber(shown[place], 1);
        row.from = at;
        row.to = at + parts[place];
        at = row.to;
        out.push_back(std::move(row));
    }
    WaterfallRow all;
    all.id = QStringLiteral("total");
    all.kind = WaterfallRow::Kind::Total;
    all.label = DealRiskView::tr("Risk, of 100");
    all.shown = text.points(risk.totalMilli);
    all.to = total;
    out.push_back(std::move(all));
    return out;
}

DealRiskView::DealRiskView(int sidePadding, QWidget *parent)
    : QWidget(parent)
    , m_head(new SectionHead(tr("Risk"), this))
    , m_rows(new WaterfallRows(tr("Risk of the deal"), this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_head->setSidePadding(sidePadding);
    m_rows->setSidePadding(sidePadding);
    layout->addWidget(m_head);
    layout->addWidget(m_rows);
    m_detail = new WrapLabel(QString(), this);
    auto *words = new QVBoxLayout;
    words->setContentsMargins(sidePadding, space::s, sidePadding, space::s);
    words->setSpacing(space::s);
    layout->addLayout(words);
    words->addWidget(m_detail);
    m_detail->setFont(look::font(Type::Dense));
    m_detail->hide();
    for (QLabel **label : {&m_none, &m_fix, &m_zombie, &m_notes, &m_evidence, &m_fine}) {
        *label = new WrapLabel(QString(), this);
        (*label)->setFont(look::font(Type::Dense));
        words->addWidget(*label);
    }
    m_fix->setFont(look::font(Type::DenseValue));
    layout->addStretch(1);
    // A row may have to cut its sentence: the whole of it stands below while the row is current.
    connect(m_rows->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &at) { showDetail(at.row()); });
}

void DealRiskView::setTaskKey(const QString &key)
{
    m_key = key;
}

void DealRiskView::setStory(const DealRiskStory &story, const RiskText &text)
{
    const auto say = [](QLabel *label, const QString &words) {
        label->setText(words);
        label->setVisible(!words.isEmpty());
    };
    const bool known = story.risk.has_value();
    say(m_none, known ? QString() : tr("Not weighed: closed, or new since the last nightly pass."));
    m_rows->setVisible(known);
    m_rows->setRows(known ? riskRows(*story.risk, text) : std::vector<WaterfallRow>());
    showDetail(m_rows->currentIndex().row());
    qsizetype held = 0;
    QStringList fine;
    if (known) {
        for (const domain::RiskFactor &factor : story.risk->factors) {
            held += factor.fires ? 1 : 0;
            if (!factor.fires)
                //: A warning that does not hold, with what it was held against.
                fine << tr("%1 (%2)").arg(text.measured(factor), text.threshold(factor));
        }
    }
    m_head->setTitle(known ? tr("Risk %1").arg(text.format().points(story.risk->totalMilli))
                           : tr("Risk"));
    m_head->setNote(known ? tr("%1 of %2 warnings hold, parts add up exactly")
                                .arg(held)
                                .arg(story.risk->factors.size())
                          : QString());
    say(m_fix, !story.fix ? QString()
               : m_key.isEmpty()
                   ? tr("Best fix: %1.").arg(text.fix(*story.fix))
                   //: %2 is a key.
                   : tr("Best fix: %1. %2 makes the task.").arg(text.fix(*story.fix), m_key));
    say(m_zombie, story.zombie ? tr("Zombie: %1. Suggested: %2.")
                                     .arg(text.zombie(*story.zombie),
                                          RiskText::scrub(story.zombie->suggestion))
                               : QString());
    QStringList notes;
    for (const domain::Anomaly &anomaly : story.anomalies)
        notes << tr("Anomaly: %1").arg(text.anomaly(anomaly));
    if (known)
        notes << text.commitRisk(*story.risk);
    if (known && story.risk->isLarge)
        notes << tr("A large deal: it stands apart in forecasts and fixes.");
    std::map<domain::RiskRule, std::vector<domain::RiskEvidence>> seen;
    for (const domain::RiskEvidence &evidence : story.evidence) {
        if (known && holds(*story.risk, evidence.rule))
            seen[evidence.rule].push_back(evidence);
    }
    QStringList proof;
    for (const auto &[rule, evidence] : seen)
        proof << text.evidence(rule, evidence, story.currency);
    notes.removeAll(QString());
    say(m_evidence, proof.join(QLatin1Char('\n')));
    say(m_notes, notes.join(QLatin1Char('\n')));
    say(m_fine, fine.isEmpty() ? QString()
                               : tr("Asked and fine: %1.").arg(fine.join(QStringLiteral("; "))));
}

void DealRiskView::showDetail(int row)
{
    const auto &rows = m_rows->rows();
    const bool any = row >= 0 && static_cast<std::size_t>(row) < rows.size() &&
                     !rows[static_cast<std::size_t>(row)].note.isEmpty();
    if (any) {
        const WaterfallRow &shown = rows[static_cast<std::size_t>(row)];
        m_detail->setText(QStringLiteral("%1: %2").arg(shown.label, shown.note));
    }
    m_detail->setVisible(any);
}

QString DealRiskView::words() const
{
    QStringList out;
    for (const QLabel *label : {m_none, m_fix, m_zombie, m_notes, m_evidence, m_fine})
        out << label->text();
    out.removeAll(QString());
    return out.join(QLatin1Char('\n'));
}

} // namespace topline::pages
