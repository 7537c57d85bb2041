#include "ui/pages/deal_win_view.h"

#include "ui/look/fonts.h"
#include "ui/pages/section_head.h"
#include "ui/pages/wrap_label.h"
#include "ui/text/rounding.h"

#include <QVBoxLayout>

#include <cmath>

namespace topline::pages {

using namespace look;
using ui::text::Format;
using ui::text::WinText;

namespace {

constexpr std::size_t partsMost = 8;
constexpr double micro = 1e6;

double rounded(double value)
{
    return std::round(value * 100) / 100;
}

} // namespace

std::vector<WaterfallRow> winRows(const domain::WinEstimate &win, const Format &format)
{
    std::vector<WaterfallRow> out;
    if (WinText::isRefused(win) || win.parts.empty())
        return out;
    const WinText text(format);
    std::vector<domain::OddsPart> parts;
    domain::OddsPart rest;
    std::size_t folded = 0;
    for (const domain::OddsPart &part : win.parts) {
        if (parts.size() < partsMost && part.microLogOdds != 0) {
            parts.push_back(part);
        } else {
            rest.microLogOdds += part.microLogOdds;
            ++folded;
        }
    }
    if (folded > 0)
        parts.push_back(rest);
    QVector<double> values;
    for (const domain::OddsPart &part : parts)
        values.push_back(static_cast<double>(part.microLogOdds) / micro);
    const double from = static_cast<double>(win.baseMicro) / micro;
    const double to = static_cast<double>(win.logitMicro) / micro;
    const QVector<double> shown = ui::text::roundedToSum(values, rounded(to) - rounded(from), 2);
    const auto total = [&](const char *id, const QString &label, const QString &chance,
                           double logOdds) {
        WaterfallRow row;
        row.id = QLatin1String(id);
        row.kind = WaterfallRow::Kind::Total;
        row.label = label;
        row.aside = chance;
        row.shown = format.signedNumber(logOdds, 2);
        row.from = row.to = logOdds;
        out.push_back(std::move(row));
    };
    total("base", DealWinView::tr("An average deal"), text.base(win), from);
    double at = from;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const bool isRest = folded > 0 && i + 1 == parts.size();
        WaterfallRow row;
        row.id = isRest ? QStringLiteral("rest") : QStringLiteral("part %1").arg(i);
        row.label = isRest ? DealWinView::tr("%n more part(s)", nullptr, static_cast<int>(folded))
                           : text.part(parts[i]);
        row.aside = text.odds(parts[i]);
        row.shown = format.signedNumber(shown[static_cast<qsizetype>(i)], 2);
        row.from = at;
        row.to = at + values[static_cast<qsizetype>(i)];
        at = row.to;
        out.push_back(std::move(row));
    }
    total("deal", DealWinView::tr("This deal"), text.chance(win.ppm), to);
    return out;
}

DealWinView::DealWinView(int sidePadding, QWidget *parent)
    : QWidget(parent)
    , m_head(new SectionHead(tr("Win probability"), this))
    , m_rows(new WaterfallRows(tr("Win probability in parts"), this))
    , m_verdict(new WrapLabel(QString(), this))
    , m_basis(new WrapLabel(QString(), this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_head->setSidePadding(sidePadding);
    m_rows->setSidePadding(sidePadding);
    m_rows->setFromZero(false);
    layout->addWidget(m_head);
    layout->addWidget(m_rows);
    auto *words = new QVBoxLayout;
    words->setContentsMargins(sidePadding, space::xs, sidePadding, space::s);
    words->setSpacing(space::xs);
    m_verdict->setFont(look::font(Type::DenseValue));
    m_basis->setFont(look::font(Type::Dense));
    words->addWidget(m_verdict);
    words->addWidget(m_basis);
    layout->addLayout(words);
    layout->addStretch(1);
}

void DealWinView::setWin(const std::optional<domain::WinEstimate> &win, const Format &format)
{
    const WinText text(format);
    auto rows = win ? winRows(*win, format) : std::vector<WaterfallRow>();
    const bool any = !rows.empty();
    m_rows->setVisible(any);
    m_rows->setRows(std::move(rows));
    m_head->setTitle(win ? tr("Win probability %1").arg(text.chance(win->ppm))
                         : tr("Win probability"));
    m_head->setNote(any ? tr("log-odds, parts add up exactly") : QString());
    m_verdict->setText(win ? text.verdict(*win) : tr("Not learned yet."));
    m_verdict->setVisible(!m_verdict->text().isEmpty());
    m_basis->setText(
        win ? tr("Basis: %1.").arg(text.basis(*win))
            : tr("A model of winning is learned from the deals that were won and lost, "
                 "once a night."));
}

QString DealWinView::words() const
{
    return m_verdict->text() + QLatin1Char('\n') + m_basis->text();
}

} // namespace topline::pages
