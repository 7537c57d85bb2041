#include "ui/pages/signal_trial.h"

#include "ui/look/fonts.h"
#include "ui/pages/section_head.h"
#include "ui/pages/signal_hits.h"
#include "ui/pages/wrap_label.h"
#include "ui/text/names_text.h"

#include <QVBoxLayout>

#include <algorithm>

namespace topline::pages {

using namespace look;

namespace {

constexpr std::size_t examplesMax = 20; // of the engine, for each detector

using Hits = std::vector<domain::SignalHit>;

Hits newestFirst(const domain::DryRun &run, Hits domain::DryRunRow::*which)
{
    Hits out;
    for (const domain::DryRunRow &row : run.rows)
        out.insert(out.end(), (row.*which).begin(), (row.*which).end());
    std::stable_sort(out.begin(), out.end(), [](const auto &a, const auto &b) {
        return a.signal.occurredMs > b.signal.occurredMs;
    });
    return out;
}

// Whether the engine left some out.
bool isCut(const domain::DryRun &run, Hits domain::DryRunRow::*which)
{
    return std::any_of(run.rows.begin(), run.rows.end(),
                       [which](const auto &row) { return (row.*which).size() >= examplesMax; });
}

QLabel *line(Type type, const QString &text, QWidget *parent)
{
    auto *made = new WrapLabel(text, parent);
    made->setFont(look::font(type));
    made->setContentsMargins(space::l, 0, space::l, 0);
    return made;
}

} // namespace

SignalTrial::SignalTrial(QWidget *parent)
    : QWidget(parent)
    , m_head(new SectionHead(tr("On the last 90 days"), this))
    , m_sentences(new QVBoxLayout)
    , m_addedHead(new SectionHead(tr("Hits that would come"), this))
    , m_added(new SignalHits(tr("Hits that would come"), this))
    , m_removedHead(new SectionHead(tr("Hits that would go"), this))
    , m_removed(new SignalHits(tr("Hits that would go"), this))
{
    m_head->setLineAbove(true);
    m_sentences->setSpacing(0);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, space::s, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_head);
    layout->addLayout(m_sentences);
    layout->addWidget(m_addedHead);
    layout->addWidget(m_added);
    layout->addWidget(m_removedHead);
    layout->addWidget(m_removed);
}

void SignalTrial::setResult(const domain::DryRun &run, domain::SignalType front,
                            const ui::text::Format &format)
{
    m_head->setFigure(tr("%n account(s) looked at", nullptr, static_cast<int>(run.accounts)),
                      false);
    setSentences(run, front, format);
    const bool isOne = run.rows.size() == 1;
    const HitTail tail = isOne ? HitTail::Nothing : HitTail::Detector;
    const auto fill = [&](SectionHead *head, SignalHits *list, Hits domain::DryRunRow::*which) {
        list->setHits(hitItems(newestFirst(run, which), tail, format));
        const int count = list->hits().rowCount();
        head->setVisible(count > 0);
        head->setFigure(isCut(run, which) ? tr("%1 shown").arg(count) : QString::number(count),
                        !isCut(run, which));
    };
    fill(m_addedHead, m_added, &domain::DryRunRow::added);
    fill(m_removedHead, m_removed, &domain::DryRunRow::removed);
}

void SignalTrial::setSentences(const domain::DryRun &run, domain::SignalType front,
                               const ui::text::Format &format)
{
    while (QLayoutItem *item = m_sentences->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const auto add = [this](Type type, const QString &text) {
        m_sentences->addWidget(line(type, text, this));
    };
    std::vector<domain::DryRunRow> rows = run.rows;
    std::stable_partition(rows.begin(), rows.end(),
                          [front](const auto &row) { return row.type == front; });
    if (rows.size() == 1 && rows.front().type == front)
        return; // the strip at the foot says it
    for (const domain::DryRunRow &row : rows) {
        add(Type::DenseValue, ui::text::signalTypeText(row.type));
        add(Type::Dense, ui::text::dryRunSentence(row, format));
        m_sentences->addSpacing(space::xs);
    }
}

} // namespace topline::pages
