#include "ui/pages/evidence_view.h"

#include "ui/look/icons.h"
#include "ui/pages/event_icon.h"
#include "ui/pages/letter_box.h"
#include "ui/text/names_text.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace topline::pages {

using look::Type;

namespace {

constexpr int headHeight = 24;
constexpr int timeWidth = 44;

} // namespace

EvidenceView::EvidenceView(QWidget *parent)
    : QWidget(parent)
    , m_format(QLocale(), base::TimeZone(), 0)
{
}

void EvidenceView::setEvents(const QString &title, const std::vector<domain::Event> &events,
                             std::int64_t total, int rowsMax)
{
    m_title = title;
    m_rows.clear();
    QStringList spoken{title};
    for (const domain::Event &event : events) {
        if (static_cast<int>(m_rows.size()) == rowsMax)
            break;
        Row row{static_cast<int>(eventIcon(event.kind)),
                event.title.empty() ? ui::text::eventKindText(event.kind)
                                    : ui::text::fromUtf8(event.title),
                ui::text::fromUtf8(event.body),
                event.atMs,
                event.suspectBot,
                event.id,
                isLetter(event.kind)};
        spoken += row.text + QLatin1Char(' ') + m_format.ago(row.atMs);
        m_rows.push_back(std::move(row));
    }
    m_count = total > 0 ? tr("%1 of %2").arg(m_rows.size()).arg(total) : QString();
    setAccessibleName(spoken.join(QStringLiteral("; ")));
    setFixedHeight(headHeight +
                   std::max<int>(1, static_cast<int>(m_rows.size())) * look::height::evidenceRow);
    update();
}

void EvidenceView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    look::mirrorIfRightToLeft(painter, *this);
    const look::Tokens &t = look::tokensFor(palette());
    m_text.draw(painter, {0, 0, width() / 2.0, 16}, m_title, {Type::DenseHead, t.text});
    m_text.draw(painter, {width() / 2.0, 0, width() / 2.0, 16}, m_count,
                {Type::Meta, t.text3, Qt::AlignRight});
    qreal top = headHeight;
    if (m_rows.empty())
        m_text.draw(painter, {0, top, 1.0 * width(), 24}, tr("none"), {Type::Dense, t.text3});
    for (const Row &row : m_rows) {
        const qreal right = width();
        const bool today =
            m_format.zone().dateOf(row.atMs) == m_format.zone().dateOf(m_format.now());
        const QString day = today ? m_format.ago(row.atMs) : m_format.date(row.atMs);
        m_text.draw(painter, {right - timeWidth, top, 1.0 * timeWidth, 24},
                    m_format.timeOfDay(row.atMs), {Type::Dense, t.text3, Qt::AlignRight});
        const qreal dayWidth = look::textWidth(Type::Dense, day) + 2;
        const qreal dayLeft = right - timeWidth - look::space::xs - dayWidth;
        m_text.draw(painter, {dayLeft, top, dayWidth, 24}, day,
                    {Type::Dense, t.text3, Qt::AlignRight});
        look::drawIcon(painter, {0, top + 5}, static_cast<look::Icon>(row.icon), t.text3,
                       look::icon::dense);
        const QRectF box(22, top, dayLeft - look::space::m - 22, 24);
        if (row.struck)
            paintBot(painter, box, row.text);
        else
            m_text.draw(painter, box, row.text, {Type::Dense, t.text});
        top += look::height::evidenceRow;
    }
}

// What a machine did stays to be seen, struck through, with the reason why it does not count.
void EvidenceView::paintBot(QPainter &painter, const QRectF &box, const QString &text)
{
    const look::Tokens &t = look::tokensFor(palette());
    const QString note = tr("bot, weight 0");
    const qreal noteWidth = look::textWidth(Type::Dense, note) + 1;
    const qreal room = box.width() - noteWidth - look::space::s;
    const qreal used = m_text.draw(painter, {box.left(), box.top(), room, box.height()}, text,
                                   {Type::Dense, t.text3});
    look::hLine(painter, box.left(), box.left() + used, box.center().y(), t.text3);
    m_text.draw(painter, {box.left() + used + look::space::s, box.top(), noteWidth, box.height()},
                note, {Type::Dense, t.text3});
}

const EvidenceView::Row *EvidenceView::rowAt(int y) const
{
    const int at = (y - headHeight) / look::height::evidenceRow;
    const bool isRow = y >= headHeight && at < static_cast<int>(m_rows.size());
    return isRow ? &m_rows[static_cast<std::size_t>(at)] : nullptr;
}

std::optional<domain::EventId> EvidenceView::letter() const
{
    const auto found =
        std::find_if(m_rows.begin(), m_rows.end(), [](const Row &row) { return row.isLetter; });
    return found == m_rows.end() ? std::nullopt : std::optional(found->event);
}

void EvidenceView::mouseReleaseEvent(QMouseEvent *event)
{
    const Row *row = rowAt(event->position().toPoint().y());
    if (row && row->isLetter && event->button() == Qt::LeftButton)
        Q_EMIT letterWanted(row->event);
    else
        QWidget::mouseReleaseEvent(event);
}

bool EvidenceView::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        if (const Row *row = rowAt(help->pos().y())) {
            // Plain text: what buyers write is never read as markup.
            const QString text =
                row->text + (row->body.isEmpty() ? QString() : QStringLiteral("\n\n") + row->body);
            QToolTip::showText(
                help->globalPos(),
                text.toHtmlEscaped().replace(QLatin1Char('\n'), QLatin1String("<br>")), this);
            return true;
        }
    }
    return QWidget::event(event);
}

} // namespace topline::pages
