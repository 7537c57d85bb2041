#include "ui/pages/signal_bars.h"

#include "ui/text/detector_text.h"
#include "ui/text/names_text.h"
#include "ui/text/rounding.h"

#include <QCoreApplication>

namespace topline::pages {

namespace {

constexpr QChar indent(0x2003); // an em space: a reason below its sum

class Bars {
    Q_DECLARE_TR_FUNCTIONS(SignalBars)

public:
    static QString reason(std::size_t index)
    {
        return index == 0 ? tr("No reason given")
                          : ui::text::dismissReasonText(static_cast<domain::DismissReason>(index));
    }

    static QString accepted() { return tr("Accepted"); }

    static QString open() { return tr("Waiting for a person"); }

    static QString suppressed() { return tr("Suppressed by a rule"); }

    static QString heldOut() { return tr("Held out"); }

    static QString dismissed() { return tr("Dismissed"); }

    static QString because(const QString &reason) { return tr("of them %1").arg(reason); }

    static QString ofJudged(const QString &share) { return tr("%1 of those judged").arg(share); }
};

BarItem barOf(const QString &id, const QString &label, std::int64_t count,
              const ui::text::Format &format)
{
    BarItem item;
    item.id = id;
    item.label = label;
    item.count = format.number(static_cast<double>(count));
    item.to = static_cast<double>(count);
    item.spoken = label + QStringLiteral(": ") + item.count;
    return item;
}

// Accepted and dismissed add up to 100 %, the reasons to the share of the dismissed.
void addShares(std::vector<BarItem> &bars, std::int64_t judged, const ui::text::Format &format)
{
    constexpr qsizetype sums = 2;
    QVector<double> shares;
    for (const BarItem &bar : bars)
        shares.push_back(100 * bar.to / static_cast<double>(judged));
    const QVector<double> whole = ui::text::roundedToSum(shares.mid(0, sums), 100, 0);
    const QVector<double> parts = ui::text::roundedToSum(shares.mid(sums), whole.last(), 0);
    const QVector<double> shown = whole + parts;
    for (std::size_t i = 0; i < bars.size(); ++i) {
        bars[i].amount = format.percent(shown[static_cast<qsizetype>(i)] / 100);
        bars[i].spoken += QStringLiteral(", ") + Bars::ofJudged(bars[i].amount);
    }
}

} // namespace

std::vector<BarItem> judgedBars(const domain::DetectorRow &row, const ui::text::Format &format)
{
    std::vector<BarItem> out;
    const auto add = [&](const QString &id, const QString &label, std::int64_t count) {
        out.push_back(barOf(id, label, count, format));
    };
    add(QStringLiteral("accepted"), Bars::accepted(), row.accepted);
    out.back().accent = true;
    add(QStringLiteral("dismissed"), Bars::dismissed(), ui::text::dismissedOf(row));
    for (std::size_t i = 0; i < row.dismissed.size(); ++i) {
        if (row.dismissed[i] == 0)
            continue;
        add(QStringLiteral("dismissed/%1").arg(i), Bars::reason(i), row.dismissed[i]);
        out.back().label.prepend(indent);
        out.back().spoken = Bars::because(out.back().spoken);
    }
    if (ui::text::judged(row) >= ui::text::judgedLeast)
        addShares(out, ui::text::judged(row), format);
    if (row.open > 0)
        add(QStringLiteral("open"), Bars::open(), row.open);
    if (row.suppressed > 0)
        add(QStringLiteral("suppressed"), Bars::suppressed(), row.suppressed);
    if (row.heldOut > 0)
        add(QStringLiteral("held out"), Bars::heldOut(), row.heldOut);
    return out;
}

} // namespace topline::pages
