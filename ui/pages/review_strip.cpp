#include "ui/pages/review_strip.h"

#include "ui/look/button.h"
#include "ui/look/marks.h"
#include "ui/look/tool_tip.h"
#include "ui/text/desk_text.h"
#include "ui/text/names_text.h"

#include <QHelpEvent>
#include <QPainter>
#include <QStyle>
#include <QToolTip>

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
    , m_leaveOut(new look::Button(look::Button::Kind::Secondary, QString(), this))
{
    m_approve->setKeyHint(QStringLiteral("Shift A"));
    m_cancel->setKeyHint(QStringLiteral("Esc"));
    m_leaveOut->setKeyHint(QStringLiteral("Shift X"));
    m_leaveOut->hide();
    // Their keys work from the list, where the focus stays while cards are selected.
    for (look::Button *button : {m_approve, m_cancel, m_leaveOut})
        button->setFocusPolicy(Qt::NoFocus);
    connect(m_approve, &QAbstractButton::clicked, this, &ReviewStrip::approveWanted);
    connect(m_cancel, &QAbstractButton::clicked, this, &ReviewStrip::cancelWanted);
    connect(m_leaveOut, &QAbstractButton::clicked, this, &ReviewStrip::leaveOutWanted);
}

void ReviewStrip::setCards(const std::vector<domain::FeedCard> &cards, const DayRoom &room)
{
    m_rows.clear();
    m_warnings = 0;
    m_limits.clear();
    m_fates.clear();
    std::int64_t mails = 0;
    std::set<std::string> recipients;
    for (const domain::FeedCard &card : cards) {
        const domain::Draft &draft = card.action.draft;
        const bool isMail = card.action.kind == domain::ActionKind::Email;
        Row row;
        row.action = card.action.id;
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
    if (m_rows.empty())
        m_open = false;
    m_count = tr("%n selected", nullptr, static_cast<int>(m_rows.size()));
    m_overLimit = false;
    QStringList words;
    if (mails > 0 && room.mailsPerDay > 0) {
        words += tr("%1 of %2 mails today").arg(room.mailsToday).arg(room.mailsPerDay);
        const std::int64_t left = std::max<std::int64_t>(0, room.mailsPerDay - room.mailsToday);
        m_overLimit = mails > left;
        if (m_overLimit)
            words += tr("%n will wait for tomorrow", nullptr, static_cast<int>(mails - left));
    }
    m_room = words.join(QStringLiteral(" · "));
    m_approve->setText(m_open ? tr("Approve %n", nullptr, static_cast<int>(m_rows.size()))
                              : tr("Review"));
    sortRows();
    refreshSummary();
}

void ReviewStrip::setReview(const domain::BatchReview &review, const ui::text::Format &format)
{
    for (Row &row : m_rows) {
        const auto line = std::find_if(review.lines.begin(), review.lines.end(),
                                       [&](const auto &each) { return each.action == row.action; });
        const bool isAtOnce = line == review.lines.end() || (!line->untilMs && !line->isRefused);
        row.fate = isAtOnce ? QString() : ui::text::batchLineText(*line, format);
        row.why = isAtOnce ? QString() : ui::text::batchLineWhy(*line, format);
        row.isRefused = !isAtOnce && line->isRefused;
    }
    // The fullest ones; where there is more room than mails nobody needs to read of it.
    constexpr std::size_t limitsShown = 2;
    QStringList limits;
    m_overLimit = false;
    for (const auto &limit : review.limits) {
        m_overLimit = m_overLimit || ui::text::isOverLimit(limit);
        const bool isTold = limit.limit > 0 && (limit.adds > 0 || limit.used >= limit.limit);
        if (isTold && static_cast<std::size_t>(limits.size()) < limitsShown)
            limits += ui::text::batchLimitText(limit);
    }
    m_limits = limits.join(QStringLiteral(" · "));
    m_fates = ui::text::batchText(review, format);
    sortRows();
    refreshSummary();
}

// What is wrong, or does not leave at once, is in sight however many there are.
void ReviewStrip::sortRows()
{
    std::stable_sort(m_rows.begin(), m_rows.end(), [](const Row &a, const Row &b) {
        const auto rank = [](const Row &row) {
            return row.isRefused ? 0 : !row.fate.isEmpty() ? 1 : !row.warning.isEmpty() ? 2 : 3;
        };
        return rank(a) < rank(b);
    });
}

std::vector<base::Uuid> ReviewStrip::notAtOnce() const
{
    std::vector<base::Uuid> out;
    for (const Row &row : m_rows) {
        if (!row.fate.isEmpty())
            out.push_back(row.action);
    }
    return out;
}

void ReviewStrip::refreshSummary()
{
    QStringList words{m_count};
    words += m_limits.isEmpty() ? m_room : m_limits;
    words += m_fates;
    words.removeAll(QString());
    m_summary = words.join(QStringLiteral(" · "));
    QStringList spoken{m_summary};
    for (const Row &row : m_rows) {
        if (!row.fate.isEmpty())
            spoken += tr("%1 %2. %3").arg(row.who, row.fate, row.why);
    }
    setAccessibleName(spoken.join(QStringLiteral("; ")));
    const auto late = static_cast<int>(notAtOnce().size());
    m_leaveOut->setText(tr("Leave out %n", nullptr, late));
    m_leaveOut->setVisible(m_open && late > 0);
    refreshHeight();
}

void ReviewStrip::open()
{
    m_open = true;
    m_approve->setText(tr("Approve %n", nullptr, static_cast<int>(m_rows.size())));
    refreshSummary();
}

int ReviewStrip::linesShown() const
{
    return m_open ? std::min<int>(static_cast<int>(m_rows.size()), rowsMax) : 0;
}

void ReviewStrip::refreshHeight()
{
    m_wordsRight = width() - look::space::l - look::space::xs;
    for (const look::Button *button : {m_approve, m_cancel, m_leaveOut})
        m_wordsRight -= button->isHidden() ? 0 : button->sizeHint().width() + look::space::s;
    // What keeps mails back is read in full before the batch is approved.
    m_hasOwnLine =
        m_open && look::textWidth(Type::DenseHead, m_summary) > m_wordsRight - look::space::l;
    const int rows = m_open ? std::min<int>(static_cast<int>(m_rows.size()), rowsMax + 1) : 0;
    const int lines = rows + (m_hasOwnLine ? 1 : 0);
    setFixedHeight(barHeight + lines * look::height::evidenceRow + (rows > 0 ? look::space::s : 0));
    const int top = height() - barHeight + (barHeight - look::height::button) / 2;
    int right = width() - look::space::l;
    for (look::Button *button : {m_approve, m_cancel, m_leaveOut}) {
        if (button->isHidden())
            continue;
        const QSize size = button->sizeHint();
        right -= size.width();
        button->setGeometry(
            QStyle::visualRect(layoutDirection(), rect(), {QPoint(right, top), size}));
        right -= look::space::s;
    }
    update();
}

bool ReviewStrip::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const int row = (help->pos().y() - look::space::s) / look::height::evidenceRow;
    const bool isRow = help->pos().y() >= look::space::s && row < linesShown();
    const QString words = isRow ? m_rows[static_cast<std::size_t>(row)].why : m_summary;
    QToolTip::showText(help->globalPos(), look::plainToolTip(words), this);
    return true;
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
    const auto shown = static_cast<std::size_t>(linesShown());
    for (std::size_t i = 0; i < shown; ++i, top += look::height::evidenceRow) {
        const Row &row = m_rows[i];
        const qreal column = (right - left) / 10;
        const auto box = [&](qreal from, qreal to) {
            return QRectF(left + from * column, top, (to - from) * column - look::space::m,
                          look::height::evidenceRow);
        };
        m_text.draw(painter, box(0, 3), row.who, {Type::DenseValue, t.text});
        m_text.draw(painter, box(3, 6), row.subject, {Type::Dense, t.text});
        const QString &mark = row.fate.isEmpty() ? row.warning : row.fate;
        const qreal markFrom = row.fate.isEmpty() ? 8.5 : 7.5;
        m_text.draw(painter, box(6, mark.isEmpty() ? 10 : markFrom), row.firstLine,
                    {Type::Dense, t.text2});
        if (!mark.isEmpty()) {
            const QColor ink = row.isRefused ? t.redText : t.amberText;
            const auto icon = row.fate.isEmpty() ? look::Icon::AlertTriangle
                              : row.isRefused    ? look::Icon::Ban
                                                 : look::Icon::Clock;
            look::drawIcon(painter, {box(markFrom, 10).left(), top + 5}, icon, ink,
                           look::icon::dense);
            m_text.draw(painter, box(markFrom, 10).adjusted(18, 0, look::space::m, 0), mark,
                        {Type::Dense, ink});
        }
    }
    if (m_open && m_rows.size() > shown)
        m_text.draw(painter, {left, top, right - left, 1.0 * look::height::evidenceRow},
                    tr("and %n more", nullptr, static_cast<int>(m_rows.size() - shown)),
                    {Type::Meta, t.text3});
    const QRectF bar(left, height() - barHeight, m_wordsRight - left, barHeight);
    const qreal line = look::height::evidenceRow;
    const QRectF words = m_hasOwnLine ? QRectF(left, bar.top() - line, right - left, line) : bar;
    const qreal used = m_text.draw(painter, words, m_summary,
                                   {Type::DenseHead, m_overLimit ? t.amberText : t.text});
    if (m_warnings > 0)
        m_text.draw(painter, bar.adjusted(m_hasOwnLine ? 0 : used + look::space::m, 0, 0, 0),
                    tr("%n with a warning", nullptr, m_warnings), {Type::Dense, t.amberText});
}

} // namespace topline::pages
