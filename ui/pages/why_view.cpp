#include "ui/pages/why_view.h"

#include "ui/look/button.h"
#include "ui/look/fonts.h"
#include "ui/look/marks.h"
#include "ui/look/segments.h"
#include "ui/pages/deal_why.h"
#include "ui/text/names_text.h"
#include "ui/text/reason_text.h"

#include <QPainter>
#include <QResizeEvent>
#include <QStyle>
#include <QTextLayout>

#include <algorithm>
#include <cmath>

namespace topline::pages {

using domain::ReasonCode;
using look::Icon;
using look::Type;

namespace {

constexpr int headHeight = 28;
constexpr int tabCount = 5;
constexpr int auditTab = 3;
constexpr int dealTab = 4;
constexpr int barLeft = 168;
constexpr int valueWidth = 64;
constexpr int rowTextLeft = look::icon::dense + look::space::s;

} // namespace

WhyView::WhyView(QWidget *parent)
    : QWidget(parent)
    , m_tabs(new look::Segments(
          tr("Why"), {tr("Score"), tr("Rank"), tr("Rules"), tr("Audit"), tr("Deal")}, this))
    , m_deal(new DealWhy(this))
    , m_all(new look::Button(look::Button::Kind::Outlined, QString(), this))
{
    m_tabs->setShown(dealTab, false);
    m_deal->hide();
    m_all->setSmall(true);
    m_all->hide();
    connect(m_all, &QAbstractButton::clicked, this, &WhyView::auditWanted);
    connect(m_tabs, &look::Segments::chosen, this, [this](int tab) {
        m_tab = tab;
        refresh();
    });
}

void WhyView::setDetail(const domain::CardDetail &detail, const ui::text::Format &format)
{
    m_detail = detail;
    m_format = format;
    const bool hasDeal = DealWhy::hasAny(detail);
    // What is in doubt comes with what is known about it.
    const bool isInDoubt = detail.card.action.state == domain::ActionState::Unknown ||
                           detail.card.action.state == domain::ActionState::Failed;
    if (isInDoubt && m_shownId != detail.card.action.id) {
        m_tab = auditTab;
        m_tabs->setCurrent(m_tab);
    }
    m_shownId = detail.card.action.id;
    if (m_audit.action.id != m_shownId)
        m_audit = {};
    if (!hasDeal && m_tab == dealTab) {
        m_tab = 0;
        m_tabs->setCurrent(0);
    }
    m_tabs->setShown(dealTab, hasDeal);
    m_deal->setDetail(detail, format);
    place();
    refresh();
}

void WhyView::setAudit(const domain::ActionAudit &audit)
{
    if (audit.action.id != m_shownId)
        return;
    m_audit = audit;
    refresh();
}

void WhyView::nextTab()
{
    m_tab = (m_tab + 1) % (DealWhy::hasAny(m_detail) ? tabCount : dealTab);
    m_tabs->setCurrent(m_tab);
    refresh();
}

void WhyView::refresh()
{
    if (!m_format)
        return;
    m_deal->setVisible(m_tab == dealTab);
    m_rows = m_tab == 0          ? scoreRows(*m_format)
             : m_tab == 1        ? rankRows(*m_format)
             : m_tab == auditTab ? wrapped(auditRows(*m_format))
             : m_tab == dealTab  ? std::vector<Row>()
                                 : ruleRows(*m_format);
    m_title = m_tab == 0          ? tr("Why %1").arg(m_format->points(m_detail.score.totalMilli))
              : m_tab == 1        ? tr("Why here in the list")
              : m_tab == auditTab ? tr("What was done")
              : m_tab == dealTab  ? ui::text::fromUtf8(m_detail.deal->row.name)
                                  : tr("Why this action");
    const int row = m_tab == 0 ? look::height::waterfallRow : look::height::evidenceRow;
    if (m_tab == dealTab)
        setFixedHeight(headHeight + m_deal->heightForWidth(width()));
    else
        setFixedHeight(headHeight + static_cast<int>(m_rows.size()) * row + look::space::s +
                       placeAll(headHeight + static_cast<int>(m_rows.size()) * row));
    QStringList spoken{m_title};
    for (const Row &each : m_rows)
        spoken += each.label + QLatin1Char(' ') + each.value;
    setAccessibleName(spoken.join(QStringLiteral("; ")));
    update();
}

std::vector<WhyView::Row> WhyView::scoreRows(const ui::text::Format &format) const
{
    std::vector<Row> out;
    for (const domain::ScoreRow &row : m_detail.score.rows)
        out.push_back({ui::text::scoreLabel(row.label, format),
                       format.signedPoints(row.milliPoints), row.milliPoints});
    Row total{tr("Score, %1").arg(ui::text::tierText(m_detail.score.tier)),
              format.number(static_cast<double>(m_detail.score.totalMilli) / 1e3, 1),
              m_detail.score.totalMilli};
    total.total = true;
    out.push_back(total);
    return out;
}

std::vector<WhyView::Row> WhyView::rankRows(const ui::text::Format &format) const
{
    const domain::FeedCard &card = m_detail.card;
    const domain::RankFactors &rank = card.rank;
    static constexpr int bandCount = 4;
    const QString bands[bandCount] = {tr("a buyer waits past the SLA"), tr("an SLA is running"),
                                      tr("due today"), tr("later")};
    const base::Currency currency =
        card.action.amount ? card.action.amount->currency : base::Currency::usd();
    std::vector<Row> out;
    out.push_back(
        {tr("Band %1: %2").arg(rank.band).arg(bands[std::clamp(rank.band, 0, bandCount - 1)]),
         QString()});
    out.push_back({tr("Estimated gain in win probability"),
                   format.percent(static_cast<double>(rank.gainBasisPoints) / 1e4, 2)});
    if (rank.acceptance.percent < 100)
        out.push_back({tr("× relevance of the play, %1 of the last %2 not relevant")
                           .arg(rank.acceptance.judged - rank.acceptance.relevant)
                           .arg(rank.acceptance.judged),
                       format.number(static_cast<double>(rank.acceptance.percent) / 100, 2)});
    out.push_back({card.action.amountEstimated ? tr("× amount, estimated") : tr("× amount"),
                   format.money({rank.amountMinor, currency})});
    out.push_back({tr("× freshness of the signal"),
                   format.number(static_cast<double>(rank.freshnessPermille) / 1e3, 3)});
    out.push_back({tr("÷ effort"), format.span(rank.effortMinutes * base::minuteMs)});
    const auto minor = static_cast<std::int64_t>(std::llround(rank.minorPerMinute()));
    Row total{tr("Expected value per minute"), format.money({minor, currency})};
    total.total = true;
    out.push_back(total);
    return out;
}

std::vector<WhyView::Row> WhyView::ruleRows(const ui::text::Format &format) const
{
    std::vector<Row> out;
    const auto add = [&](const QString &label, const QString &value, Icon icon,
                         look::Token colour) {
        Row row{label, value};
        row.icon = static_cast<int>(icon);
        row.iconColour = colour;
        out.push_back(std::move(row));
    };
    if (m_detail.signal)
        add(tr("Signal: %1").arg(ui::text::signalTypeText(m_detail.signal->type)),
            format.ago(m_detail.signal->occurredMs), Icon::Zap, &look::Tokens::text3);
    if (!m_detail.card.playName.empty())
        add(tr("Play: %1, version %2")
                .arg(ui::text::fromUtf8(m_detail.card.playName))
                .arg(m_detail.card.action.playVersion),
            ui::text::modeText(m_detail.card.action.mode), Icon::Plays, &look::Tokens::text3);
    if (!m_detail.decision) {
        if (out.empty())
            add(tr("Made by hand"), QString(), Icon::User, &look::Tokens::text3);
        return out;
    }
    for (const ReasonCode code : m_detail.decision->asked)
        add(ui::text::ruleName(code), tr("passed"), Icon::Check, &look::Tokens::text3);
    const bool went = m_detail.decision->reason.code == ReasonCode::Proposed;
    add(ui::text::sentence(m_detail.decision->reason, format), format.when(m_detail.decision->atMs),
        went ? Icon::CheckCircle : Icon::Ban, &look::Tokens::text2);
    return out;
}

void WhyView::resizeEvent(QResizeEvent *event)
{
    place();
    const bool hasWords = m_tab == dealTab || m_tab == auditTab;
    if (hasWords && event->size().width() != event->oldSize().width())
        refresh(); // words wrap elsewhere
}

// Each line of wrapping words as a row of its own, so that all rows are of one height.
std::vector<WhyView::Row> WhyView::wrapped(std::vector<Row> rows) const
{
    std::vector<Row> out;
    for (Row &row : rows) {
        if (!row.isWords) {
            out.push_back(std::move(row));
            continue;
        }
        QTextLayout layout(row.label, look::font(Type::Dense));
        layout.beginLayout();
        for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
            line.setLineWidth(std::max(1, width() - rowTextLeft - look::space::m - 1));
            Row part = row;
            part.label = row.label.mid(line.textStart(), line.textLength()).trimmed();
            if (line.textStart() > 0)
                part.icon = static_cast<int>(Icon::None);
            out.push_back(std::move(part));
        }
        layout.endLayout();
    }
    return out;
}

// The button under the last row of the audit; the room that it takes.
int WhyView::placeAll(int top)
{
    const bool isShown = m_tab == auditTab && !m_audit.entries.empty();
    m_all->setVisible(isShown);
    if (!isShown)
        return 0;
    m_all->setText(
        tr("All of it, with %n ledger row(s)", nullptr, static_cast<int>(m_audit.entries.size())));
    const QSize size = m_all->sizeHint();
    m_all->setGeometry(
        QStyle::visualRect(layoutDirection(), rect(), {QPoint(0, top + look::space::xs), size}));
    return size.height() + look::space::s;
}

void WhyView::place()
{
    if (m_tab == auditTab)
        placeAll(headHeight + static_cast<int>(m_rows.size()) * look::height::evidenceRow);
    m_deal->setGeometry(0, headHeight, width(), m_deal->heightForWidth(width()));
    const QSize size = m_tabs->sizeHint();
    m_tabs->setGeometry(
        QStyle::visualRect(layoutDirection(), rect(), {QPoint(width() - size.width(), 0), size}));
}

void WhyView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    look::mirrorIfRightToLeft(painter, *this);
    const look::Tokens &t = look::tokensFor(palette());
    m_text.draw(painter, {0, 0, 1.0 * (width() - m_tabs->width() - look::space::s), 24}, m_title,
                {Type::DenseHead, t.text});
    if (m_tab == 0)
        paintBars(painter, headHeight);
    else if (m_tab != dealTab)
        paintList(painter, headHeight);
}

void WhyView::paintBars(QPainter &painter, qreal top)
{
    const look::Tokens &t = look::tokensFor(palette());
    std::int64_t reach = 1;
    std::int64_t sum = 0;
    for (const Row &row : m_rows) {
        sum = row.total ? row.milli : sum + row.milli;
        reach = std::max(reach, sum);
    }
    const QRectF area(barLeft, 0, width() - barLeft - valueWidth - look::space::xl,
                      look::height::bar);
    const look::Scale scale{0, static_cast<double>(reach)};
    sum = 0;
    for (const Row &row : m_rows) {
        const QRectF line(0, top, width(), look::height::waterfallRow);
        const QRectF bars =
            area.translated(0, top + (look::height::waterfallRow - look::height::bar) / 2.0);
        if (row.total) {
            look::hLine(painter, 0, width(), top, t.line);
            look::drawBar(painter, bars, scale, 0, static_cast<double>(row.milli), t.text2);
        } else {
            look::drawBar(painter, bars, scale, static_cast<double>(sum),
                          static_cast<double>(sum + row.milli), row.milli < 0 ? t.mute : t.series);
            sum += row.milli;
            // The connector to the next row: where this one ended.
            look::vLine(painter, scale.at(bars, static_cast<double>(sum)), bars.bottom(),
                        top + look::height::waterfallRow + look::space::xs, t.line);
        }
        const Type type = row.total ? Type::DenseHead : Type::Dense;
        m_text.draw(painter, line.adjusted(0, 0, -(width() - barLeft + look::space::s), 0),
                    row.label, {type, row.total ? t.text : t.text2});
        m_text.draw(
            painter,
            {1.0 * width() - valueWidth, top, 1.0 * valueWidth, 1.0 * look::height::waterfallRow},
            row.value, {row.total ? Type::DenseHead : Type::DenseValue, t.text, Qt::AlignRight});
        top += look::height::waterfallRow;
    }
}

void WhyView::paintList(QPainter &painter, qreal top)
{
    const look::Tokens &t = look::tokensFor(palette());
    for (const Row &row : m_rows) {
        qreal left = 0;
        if (row.total)
            look::hLine(painter, 0, width(), top, t.line);
        if (row.iconColour) {
            if (row.icon != static_cast<int>(Icon::None))
                look::drawIcon(painter, {0, top + 5}, static_cast<Icon>(row.icon),
                               t.**row.iconColour, look::icon::dense);
            left = rowTextLeft;
        }
        // A label that is cut to nothing says nothing of its value: a third is its own.
        const qreal labelNeeds = left + look::textWidth(Type::Dense, row.label) + look::space::m;
        const qreal valueAt = std::max(width() - look::textWidth(Type::DenseValue, row.value) - 1,
                                       std::min(labelNeeds, width() / 3.0));
        m_text.draw(
            painter, {left, top, valueAt - look::space::m - left, 1.0 * look::height::evidenceRow},
            row.label, {row.total ? Type::DenseHead : Type::Dense, row.total ? t.text : t.text2});
        m_text.draw(painter, {valueAt, top, width() - valueAt, 1.0 * look::height::evidenceRow},
                    row.value,
                    {row.total ? Type::DenseHead : Type::DenseValue,
                     row.iconColour ? t.text3 : t.text, Qt::AlignRight});
        top += look::height::evidenceRow;
    }
}

} // namespace topline::pages
