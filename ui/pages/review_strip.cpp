#include "ui/pages/review_strip.h"

#include "ui/look/button.h"
#include "ui/look/marks.h"
#include "ui/text/format.h"
#include "ui/text/names_text.h"

#include <QPainter>
#include <QStyle>

#include <algorithm>
#include <set>

namespace topline::pages {

using look::Type;

namespace {

constexpr int barHeight = 44;
constexpr int rowsMax = 8;

} // namespace

ReviewStrip::ReviewStrip(QWidget *parent)
    : QWidget(parent)
    , m_approve(new look::Button(look::Button::Kind::Primary, QString(), this))
    , m_cancel(new look::Button(look::Button::Kind::Secondary, tr("Clear"), this))
{
    m_approve->setKeyHint(QStringLiteral("Shift A"));
    m_cancel->setKeyHint(QStringLiteral("Esc"));
    // Their keys work from the list, where the focus stays while cards are selected.
    m_approve->setFocusPolicy(Qt::NoFocus);
    m_cancel->setFocusPolicy(Qt::NoFocus);
    connect(m_approve, &QAbstractButton::clicked, this, &ReviewStrip::approveWanted);
    connect(m_cancel, &QAbstractButton::clicked, this, &ReviewStrip::cancelWanted);
}

void ReviewStrip::setCards(const std::vector<domain::FeedCard> &cards, const DayRoom &room)
{
    m_rows.clear();
    m_warnings = 0;
    std::int64_t mails = 0;
    std::set<std::string> recipients;
    for (const domain::FeedCard &card : cards) {
        const domain::Draft &draft = card.action.draft;
        const bool isMail = card.action.kind == domain::ActionKind::Email;
        Row row;
        row.who = ui::text::cardTitle(card);
        row.subject = ui::text::fromUtf8(draft.subject);
        row.firstLine = ui::text::fromUtf8(draft.body).section(QLatin1Char('\n'), 0, 0);
        mails += isMail;
        if (isMail && draft.to.empty())
            row.warning = tr("no address");
        else if (isMail && draft.subject.empty())
            row.warning = tr("no subject");
        else if (draft.subject.find("{{") != std::string::npos ||
                 draft.body.find("{{") != std::string::npos)
            row.warning = tr("unfilled field");
        else if (isMail && !recipients.insert(draft.to).second)
            row.warning = tr("second mail to them");
        m_warnings += row.warning.isEmpty() ? 0 : 1;
        m_rows.push_back(std::move(row));
    }
    // What is wrong is in sight however many there are.
    std::stable_partition(m_rows.begin(), m_rows.end(),
                          [](const Row &row) { return !row.warning.isEmpty(); });
    if (m_rows.empty())
        m_open = false;
    QStringList words{tr("%n selected", nullptr, static_cast<int>(m_rows.size()))};
    m_overLimit = false;
    if (mails > 0 && room.mailsPerDay > 0) {
        words += tr("%1 of %2 mails today").arg(room.mailsToday).arg(room.mailsPerDay);
        const std::int64_t left = std::max<std::int64_t>(0, room.mailsPerDay - room.mailsToday);
        m_overLimit = mails > left;
        if (m_overLimit)
            words += tr("%n will wait for tomorrow", nullptr, static_cast<int>(mails - left));
    }
    m_summary = words.join(QStringLiteral(" · "));
    m_approve->setText(m_open ? tr("Approve %n", nullptr, static_cast<int>(m_rows.size()))
                              : tr("Review"));
    setAccessibleName(m_summary);
    refreshHeight();
}

void ReviewStrip::open()
{
    m_open = true;
    m_approve->setText(tr("Approve %n", nullptr, static_cast<int>(m_rows.size())));
    refreshHeight();
}

void ReviewStrip::refreshHeight()
{
    const int rows = m_open ? std::min<int>(static_cast<int>(m_rows.size()), rowsMax + 1) : 0;
    setFixedHeight(barHeight + rows * look::height::evidenceRow + (rows > 0 ? look::space::s : 0));
    const int top = height() - barHeight + (barHeight - look::height::button) / 2;
    const QSize approve = m_approve->sizeHint();
    const QSize cancel = m_cancel->sizeHint();
    const QPoint approveAt(width() - look::space::l - approve.width(), top);
    const QPoint cancelAt(approveAt.x() - look::space::s - cancel.width(), top);
    m_approve->setGeometry(QStyle::visualRect(layoutDirection(), rect(), {approveAt, approve}));
    m_cancel->setGeometry(QStyle::visualRect(layoutDirection(), rect(), {cancelAt, cancel}));
    m_wordsRight = cancelAt.x() - look::space::m;
    update();
}

void ReviewStrip::resizeEvent(QResizeEvent *)
{
    refreshHeight();
}

void ReviewStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    look::mirrorIfRightToLeft(painter, *this);
    const look::Tokens &t = look::tokensFor(palette());
    painter.fillRect(rect(), t.panel);
    look::hLine(painter, 0, width(), 0, t.line);
    const qreal left = look::space::l;
    const qreal right = width() - look::space::l;
    qreal top = look::space::s;
    const std::size_t shown = m_open ? std::min<std::size_t>(m_rows.size(), rowsMax) : 0;
    for (std::size_t i = 0; i < shown; ++i, top += look::height::evidenceRow) {
        const Row &row = m_rows[i];
        const qreal column = (right - left) / 10;
        const auto box = [&](qreal from, qreal to) {
            return QRectF(left + from * column, top, (to - from) * column - look::space::m,
                          look::height::evidenceRow);
        };
        m_text.draw(painter, box(0, 3), row.who, {Type::DenseValue, t.text});
        m_text.draw(painter, box(3, 6), row.subject, {Type::Dense, t.text});
        m_text.draw(painter, box(6, row.warning.isEmpty() ? 10 : 8.5), row.firstLine,
                    {Type::Dense, t.text2});
        if (!row.warning.isEmpty()) {
            look::drawIcon(painter, {box(8.5, 10).left(), top + 5}, look::Icon::AlertTriangle,
                           t.amberText, look::icon::dense);
            m_text.draw(painter, box(8.5, 10).adjusted(18, 0, 0, 0), row.warning,
                        {Type::Dense, t.amberText});
        }
    }
    if (m_open && m_rows.size() > shown)
        m_text.draw(painter, {left, top, right - left, 1.0 * look::height::evidenceRow},
                    tr("and %n more", nullptr, static_cast<int>(m_rows.size() - shown)),
                    {Type::Meta, t.text3});
    const QRectF bar(left, height() - barHeight, m_wordsRight - left, barHeight);
    const qreal used =
        m_text.draw(painter, bar, m_summary, {Type::DenseHead, m_overLimit ? t.amberText : t.text});
    if (m_warnings > 0)
        m_text.draw(painter, bar.adjusted(used + look::space::m, 0, 0, 0),
                    tr("%n with a warning", nullptr, m_warnings), {Type::Dense, t.amberText});
}

} // namespace topline::pages
