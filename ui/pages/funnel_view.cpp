#include "ui/pages/funnel_view.h"

#include "ui/look/icons.h"
#include "ui/look/marks.h"

#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace topline::pages {

using namespace look;
using ui::text::fromUtf8;

namespace {

constexpr int stageTall = 24;
constexpr int goOnTall = 20;
constexpr int headTall = 20;

// A stage counts as slower when its median grew by a fifth and by a day, on enough stays.
constexpr double slowerRatio = 1.2;
constexpr std::int64_t slowerSamplesMin = 5;

// Places of the columns, from the right edge, for head and rows alike.
struct Places {
    explicit Places(const QRectF &row)
        : bar(row.left() + 100)
        , p80(row.right() - space::l)
        , p50(p80 - 36)
        , value(p50 - 39)
        , open(value - 48)
        , entered(open - 28)
        , barRight(entered - 28)
    {
    }

    qreal bar, p80, p50, value, open, entered, barRight;
};

QRectF leftOf(qreal right, qreal width, const QRectF &row)
{
    return {right - width, row.top(), width, row.height()};
}

class FunnelHead final : public QWidget {
public:
    explicit FunnelHead(QWidget *parent)
        : QWidget(parent)
    {
        setFixedHeight(headTall);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Tokens &t = tokensFor(palette());
        QPainter painter(this);
        mirrorIfRightToLeft(painter, *this);
        const QRectF row(0, 0, width(), 16);
        const Places at(row);
        const TextLook left{Type::Meta, t.text3};
        const TextLook right{Type::Meta, t.text3, Qt::AlignRight};
        m_text.draw(painter, {space::l, 0, 80, 16}, FunnelView::tr("Stage"), left);
        m_text.draw(painter, {at.bar, 0, at.entered - at.bar, 16}, FunnelView::tr("Entered"), left);
        m_text.draw(painter, leftOf(at.open, 44, row), FunnelView::tr("Open"), right);
        m_text.draw(painter, leftOf(at.value, 46, row), FunnelView::tr("Value"), right);
        m_text.draw(painter, leftOf(at.p50, 36, row), FunnelView::tr("p50"), right);
        m_text.draw(painter, leftOf(at.p80, 36, row), FunnelView::tr("p80"), right);
    }

private:
    TextPainter m_text{8};
};

class FunnelDelegate final : public RowDelegate {
public:
    FunnelDelegate(const KeyedModel<FunnelItem> &model, QObject *parent)
        : RowDelegate(parent)
        , m_model(model)
    {
    }

protected:
    int rowHeight(const QModelIndex &index) const override
    {
        const FunnelItem &item = m_model.row(index.row());
        return stageTall + (item.goOn.isEmpty() ? 0 : goOnTall) + (item.headed ? headTall : 0);
    }

    bool hasLine(const QModelIndex &) const override { return false; }

    QRectF fillRect(const QRectF &row, const QModelIndex &index) const override
    {
        const qreal head = m_model.row(index.row()).headed ? headTall : 0;
        return {row.left() + space::s, row.top() + head, row.width() - 2 * space::s, stageTall};
    }

    void paintRow(QPainter &painter, const QRectF &whole, const QModelIndex &index,
                  const RowState &) const override
    {
        const FunnelItem &item = m_model.row(index.row());
        const Tokens &t = tokens();
        QRectF row = fillRect(whole, index);
        row = {whole.left(), row.top(), whole.width(), stageTall};
        if (item.headed)
            m_text.draw(painter, {space::l, whole.top(), whole.width() - 32, headTall},
                        item.pipeline, {Type::MetaStrong, t.text3});
        const Places at(row);
        m_text.draw(painter, {space::l, row.top(), at.bar - space::l - 8, stageTall}, item.name,
                    {Type::DenseValue, t.text});
        drawBar(painter,
                {at.bar, row.center().y() - height::funnelBar / 2.0, at.barRight - at.bar,
                 height::funnelBar},
                {0, 1}, 0, item.share, item.won ? t.text2 : t.series);
        m_text.draw(painter, leftOf(at.entered, 40, row), QString::number(item.entered),
                    {Type::DenseValue, t.text, Qt::AlignRight});
        const TextLook quiet{Type::Dense, t.text2, Qt::AlignRight};
        if (item.won) {
            m_text.draw(painter, leftOf(at.p80, at.p80 - at.entered - 12, row), item.value, quiet);
        } else {
            m_text.draw(painter, leftOf(at.open, 32, row), item.open, quiet);
            m_text.draw(painter, leftOf(at.value, 46, row), item.value, quiet);
            m_text.draw(painter, leftOf(at.p50, 36, row), item.p50,
                        {item.slower ? Type::DenseValue : Type::Dense,
                         item.slower ? t.amberText : t.text2, Qt::AlignRight});
            m_text.draw(painter, leftOf(at.p80, 36, row), item.p80, quiet);
        }
        if (!item.goOn.isEmpty())
            paintGoOn(painter, {at.bar, row.bottom(), at.p80 - at.bar, goOnTall}, item, t);
    }

private:
    void paintGoOn(QPainter &painter, const QRectF &row, const FunnelItem &item,
                   const Tokens &t) const
    {
        drawIcon(painter, {row.left(), row.center().y() - 6}, Icon::CornerDownRight, t.text3, 12);
        const qreal x = row.left() + 16;
        const qreal words = m_text.draw(painter, {x, row.top(), row.right() - x, row.height()},
                                        item.goOn, {Type::MetaStrong, t.text2});
        m_text.draw(painter, {x + words + 4, row.top(), row.right() - x - words, row.height()},
                    FunnelView::tr("go on"), {Type::Meta, t.text3});
    }

    const KeyedModel<FunnelItem> &m_model;
};

double growth(const domain::FunnelRow &row)
{
    if (row.kind != domain::StageKind::Open || row.dwellN < slowerSamplesMin ||
        !row.dwellMedianDays || !row.baselineDwellMedianDays || *row.baselineDwellMedianDays <= 0 ||
        *row.dwellMedianDays - *row.baselineDwellMedianDays < 1)
        return 0;
    const double ratio = *row.dwellMedianDays / *row.baselineDwellMedianDays;
    return ratio >= slowerRatio ? ratio : 0;
}

FunnelItem itemOf(const domain::FunnelRow &row, double widest, const base::Currency &currency,
                  const ui::text::MetricText &text)
{
    FunnelItem item;
    item.stage = row.stage;
    item.name = fromUtf8(row.name);
    item.won = row.kind == domain::StageKind::Won;
    item.entered = row.entered;
    item.share = widest > 0 ? static_cast<double>(row.entered) / widest : 0;
    item.deals = row.openDeals;
    if (item.won) {
        item.value = FunnelView::tr("%1 this quarter")
                         .arg(text.minorShort(static_cast<double>(row.wonMinor), currency));
        item.spoken = FunnelView::tr("%1: %2 in 13 weeks, %3")
                          .arg(item.name, QString::number(row.entered), item.value);
        return item;
    }
    if (row.entered > 0)
        item.goOn = text.format().percent(static_cast<double>(row.wentOn) /
                                          static_cast<double>(row.entered));
    item.open = QString::number(row.open);
    item.value = text.minorShort(static_cast<double>(row.openMinor), currency);
    item.p50 = text.days(row.dwellMedianDays);
    item.p80 = text.days(row.dwellP80Days);
    item.slower = growth(row) > 0;
    item.spoken = FunnelView::tr("%1: %2 entered in 13 weeks, %3 went on; %4 open, %5; median %6, "
                                 "p80 %7, of %8")
                      .arg(item.name, QString::number(row.entered), QString::number(row.wentOn),
                           item.open, item.value, item.p50, item.p80, QString::number(row.dwellN));
    return item;
}

} // namespace

FunnelView::FunnelView(QWidget *parent)
    : QWidget(parent)
    , m_list(new RowList(tr("Funnel"), this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(new FunnelHead(this));
    layout->addWidget(m_list);
    m_list->setGrowing(true);
    m_list->setModel(&m_model);
    m_list->setItemDelegate(new FunnelDelegate(m_model, this));
    const auto open = [this](const QModelIndex &at) {
        const FunnelItem &item = m_model.row(at.row());
        Q_EMIT stageOpened(item.name, item.deals);
    };
    connect(m_list, &RowList::opened, this, open);
    connect(m_list, &QListView::clicked, this, open);
}

void FunnelView::setRows(const std::vector<domain::FunnelRow> &rows, const base::Currency &currency,
                         const ui::text::MetricText &text)
{
    std::int64_t widest = 0;
    const domain::FunnelRow *slowest = nullptr;
    for (const domain::FunnelRow &row : rows) {
        widest = std::max(widest, row.entered);
        if (growth(row) > (slowest != nullptr ? growth(*slowest) : 0))
            slowest = &row;
    }
    std::vector<FunnelItem> items;
    for (const domain::FunnelRow &row : rows) {
        FunnelItem item = itemOf(row, static_cast<double>(widest), currency, text);
        item.pipeline = fromUtf8(row.pipeline);
        item.headed = &row != &rows.front() && row.pipeline != (&row - 1)->pipeline;
        items.push_back(std::move(item));
    }
    m_model.apply(std::move(items));
    m_list->updateGeometry();
    m_note = slowest == nullptr
                 ? QString()
                 : tr("%1 takes %2; it took %3 in the 13 weeks before.")
                       .arg(fromUtf8(slowest->name), text.days(slowest->dwellMedianDays),
                            text.days(slowest->baselineDwellMedianDays));
}

} // namespace topline::pages
