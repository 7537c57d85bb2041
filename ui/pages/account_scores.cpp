#include "ui/pages/account_scores.h"

#include "ui/look/marks.h"
#include "ui/text/reason_text.h"
#include "ui/text/rounding.h"

#include <QHash>

#include <algorithm>
#include <cmath>

namespace topline::pages {

using namespace look;
using domain::ReasonCode;
using ui::text::Format;

namespace {

constexpr qreal valueWide = 48;
constexpr qreal barLeast = 60;
constexpr double scoreMost = 100;

class ScoreDelegate final : public RowDelegate {
public:
    ScoreDelegate(const KeyedModel<ScoreItem> &model, QObject *parent)
        : RowDelegate(parent)
        , m_model(model)
    {
    }

protected:
    int rowHeight(const QModelIndex &) const override { return height::evidenceRow; }

    // Only above the total.
    bool hasLine(const QModelIndex &index) const override
    {
        return index.row() + 2 == m_model.rowCount();
    }

    void paintRow(QPainter &painter, const QRectF &row, const QModelIndex &index,
                  const RowState &) const override
    {
        const Tokens &t = tokens();
        const ScoreItem &item = m_model.row(index.row());
        const QRectF box = row.adjusted(space::l, 0, -space::l, 0);
        const bool isPart = item.kind == ScoreItem::Kind::Part;
        const bool isTotal = item.kind == ScoreItem::Kind::Total;
        const qreal bar = std::max(barLeast, (box.width() - valueWide) * 0.34);
        const QRectF area(box.right() - valueWide - space::s - bar,
                          box.center().y() - height::bar / 2.0, bar, height::bar);
        const qreal indent = isPart ? space::m : 0;
        const bool isHead = item.kind == ScoreItem::Kind::Head; // has no bar: its words may go on
        const qreal wordsRight = (isHead ? box.right() - valueWide : area.left()) - space::m;
        m_text.draw(
            painter,
            {box.left() + indent, box.top(), wordsRight - box.left() - indent, box.height()},
            item.label, {isPart ? Type::Dense : Type::DenseHead, isPart ? t.text2 : t.text});
        m_text.draw(painter, {box.right() - valueWide, box.top(), valueWide, box.height()},
                    item.value,
                    {isTotal  ? Type::DenseHead
                     : isPart ? Type::DenseValue
                              : Type::Dense,
                     isPart || isTotal ? t.text : t.text2, Qt::AlignRight});
        const Scale scale{0, top()};
        if (isPart)
            drawBar(painter, area, scale, item.from, item.to,
                    item.to >= item.from ? t.series : t.mute);
        else if (isTotal)
            fillCrisp(painter, {scale.at(area, item.to) - 1.5, box.center().y() - 8, 3, 16},
                      t.text2);
    }

private:
    // Caps are rows with a minus: what is added before them may reach beyond the total.
    double top() const
    {
        double out = 1;
        for (const ScoreItem &item : m_model.rows())
            out = std::max({out, item.from, item.to});
        return std::min(out * 1.05, 2 * scoreMost);
    }

    const KeyedModel<ScoreItem> &m_model;
};

bool isFit(const domain::ScoreRow &row)
{
    return row.label.code == ReasonCode::ScoreFit || row.label.code == ReasonCode::ScoreCriterion;
}

ScoreItem headItem(const QString &id, const QString &label, double sum, const Format &format)
{
    ScoreItem item;
    item.id = id;
    item.kind = ScoreItem::Kind::Head;
    item.label = label;
    item.value = format.number(sum, 1);
    item.spoken = QStringLiteral("%1, %2").arg(label, item.value);
    return item;
}

} // namespace

std::vector<ScoreItem> scoreItems(const domain::AccountScore &score, const Format &format)
{
    std::vector<ScoreItem> out;
    QVector<double> parts;
    for (const domain::ScoreRow &row : score.rows)
        parts << static_cast<double>(row.milliPoints) / 1e3;
    const double total = static_cast<double>(score.totalMilli) / 1e3;
    const QVector<double> shown = ui::text::roundedToSum(parts, total, 1);
    QHash<QString, int> seen;
    double at = 0;
    for (const bool fit : {true, false}) {
        std::vector<ScoreItem> group;
        double sum = 0;
        for (std::size_t i = 0; i < score.rows.size(); ++i) {
            const domain::ScoreRow &row = score.rows[i];
            if (isFit(row) != fit)
                continue;
            ScoreItem item;
            item.label = ui::text::scoreLabel(row.label, format);
            item.value = format.signedNumber(shown[static_cast<qsizetype>(i)], 1);
            item.from = at;
            at += parts[static_cast<qsizetype>(i)];
            sum += shown[static_cast<qsizetype>(i)];
            item.to = at;
            item.id = item.label;
            if (const int again = seen[item.id]++; again > 0)
                item.id += QStringLiteral("/%1").arg(again);
            item.spoken = QStringLiteral("%1, %2").arg(item.label, item.value);
            group.push_back(std::move(item));
        }
        const QString label =
            fit ? AccountScores::tr("Fit %1, half of it counts").arg(format.points(score.fitMilli))
                : AccountScores::tr("Engagement %1, half of it counts")
                      .arg(format.points(score.engagementMilli));
        out.push_back(headItem(fit ? QStringLiteral("#fit") : QStringLiteral("#engagement"), label,
                               sum, format));
        std::move(group.begin(), group.end(), std::back_inserter(out));
    }
    ScoreItem all = headItem(QStringLiteral("#total"), AccountScores::tr("Score"), total, format);
    all.kind = ScoreItem::Kind::Total;
    all.to = total;
    out.push_back(std::move(all));
    return out;
}

AccountScores::AccountScores(QWidget *parent)
    : RowList(tr("Parts of the score"), parent)
{
    setGrowing(true);
    setModel(&m_model);
    setItemDelegate(new ScoreDelegate(m_model, this));
}

void AccountScores::setScore(const domain::AccountScore &score, const Format &format)
{
    m_model.apply(scoreItems(score, format));
    updateGeometry();
    viewport()->update(); // the scale is shared
}

} // namespace topline::pages
