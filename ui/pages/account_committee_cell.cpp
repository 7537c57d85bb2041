#include "ui/pages/account_committee_cell.h"

#include "ui/look/icons.h"
#include "ui/look/marks.h"
#include "ui/look/tool_tip.h"
#include "ui/text/account_names.h"

#include <QEvent>
#include <QKeyEvent>

#include <algorithm>

namespace topline::pages {

using namespace look;
using domain::BuyingRole;
using domain::RoleSource;
using ui::text::Format;
using ui::text::fromUtf8;

namespace {

constexpr qreal line = 16;
constexpr qreal trackWide = 32;
constexpr double pointsMost = 100'000;

// When the person was last met or seen, whichever is later.
std::optional<base::UtcMs> lastOf(const domain::CommitteeMember &member)
{
    if (!member.lastTwoWayMs)
        return member.lastSeenMs;
    return std::max(*member.lastTwoWayMs, member.lastSeenMs.value_or(*member.lastTwoWayMs));
}

} // namespace

CommitteeCell::CommitteeCell(QWidget *parent)
    : QAbstractButton(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
}

void CommitteeCell::setMember(const domain::CommitteeMember &member, const Format &format)
{
    m_member = member;
    m_role = member.role;
    setText(fromUtf8(member.name));
    m_roleText = ui::text::roleText(member.role);
    const bool isGuess =
        member.source == RoleSource::Suggested && member.role != BuyingRole::Unknown;
    if (isGuess)
        m_roleText += QLatin1Char('?');
    m_points = format.points(member.engagementMilli);
    const auto last = lastOf(member);
    m_ago =
        last ? format.span(std::max<base::DurationMs>(0, format.now() - *last)) : Format::missing();
    QStringList spoken{text(), fromUtf8(member.title)};
    spoken << (member.role == BuyingRole::Unknown
                   ? ui::text::roleText(member.role)
                   : tr("%1, %2").arg(ui::text::roleText(member.role),
                                      ui::text::roleSourceText(member.source)));
    spoken << tr("engagement %1").arg(m_points);
    spoken << (member.lastTwoWayMs
                   ? tr("last two-way touch %1").arg(format.ago(*member.lastTwoWayMs))
                   : tr("no two-way touch known"));
    if (member.lastSeenMs)
        spoken << tr("last seen %1").arg(format.ago(*member.lastSeenMs));
    if (!member.reachable)
        spoken << tr("cannot be written to: opted out or bounced");
    spoken.removeAll(QString());
    setAccessibleName(spoken.join(QStringLiteral(", ")));
    setAccessibleDescription(tr("Enter changes the role."));
    setToolTip(plainToolTip(accessibleName()));
    update();
}

void CommitteeCell::setMissing(BuyingRole role)
{
    m_member.reset();
    m_role = role;
    m_roleText = ui::text::roleText(role);
    setText(m_roleText);
    setAccessibleName(tr("%1: nobody engaged yet").arg(m_roleText));
    setAccessibleDescription(tr("Enter makes a task of it."));
    setToolTip(accessibleName());
    update();
}

bool CommitteeCell::event(QEvent *event)
{
    if (event->type() == QEvent::Enter || event->type() == QEvent::Leave)
        update();
    return QAbstractButton::event(event);
}

void CommitteeCell::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        click();
        return;
    case Qt::Key_Down:
        Q_EMIT stepWanted(1);
        return;
    case Qt::Key_Up:
        Q_EMIT stepWanted(-1);
        return;
    case Qt::Key_Right:
        Q_EMIT stepWanted(isRightToLeft() ? -1 : 1);
        return;
    case Qt::Key_Left:
        Q_EMIT stepWanted(isRightToLeft() ? 1 : -1);
        return;
    default:
        QAbstractButton::keyPressEvent(event);
    }
}

void CommitteeCell::paintEvent(QPaintEvent *)
{
    const Tokens &t = tokensFor(palette());
    QPainter painter(this);
    mirrorIfRightToLeft(painter, *this);
    const QRectF box = rect();
    if (hasFocus())
        drawFocusedRow(painter, box, t);
    else
        fillRounded(painter, box, radius::control,
                    m_member ? (underMouse() ? t.key : t.well) : t.amberSoft);
    const QRectF inner = box.adjusted(space::s, 6, -space::s, -6);
    if (m_member)
        paintMember(painter, inner);
    else
        paintMissing(painter, inner);
}

void CommitteeCell::paintMember(QPainter &painter, const QRectF &box)
{
    const Tokens &t = tokensFor(palette());
    QRectF name(box.left(), box.top(), box.width(), line);
    if (!m_member->reachable) {
        drawIcon(painter, {box.right() - icon::chip, box.top() + 2}, Icon::MailX, t.text2,
                 icon::chip);
        name.setRight(name.right() - icon::chip - space::xs);
    }
    m_text.draw(painter, name, text(), {Type::DenseValue, t.text});
    m_text.draw(painter, {box.left(), box.top() + line, box.width(), line}, m_roleText,
                {Type::Dense, t.text2});
    const QRectF foot(box.left(), box.top() + 2 * line, box.width(), line);
    const QRectF track(foot.left(), foot.center().y() - height::track / 2.0, trackWide,
                       height::track);
    drawTrack(painter, track,
              std::min(1.0, static_cast<double>(m_member->engagementMilli) / pointsMost), t.series,
              t.lineStrong);
    const qreal x = track.right() + 6;
    const qreal taken = m_text.draw(painter, {x, foot.top(), foot.right() - x, foot.height()},
                                    m_points, {Type::DenseValue, t.text});
    const qreal after = x + taken + space::xs;
    if (foot.right() - after >= textWidth(Type::Meta, m_ago))
        m_text.draw(painter, {after, foot.top(), foot.right() - after, foot.height()}, m_ago,
                    {Type::Meta, t.text2, Qt::AlignRight});
}

void CommitteeCell::paintMissing(QPainter &painter, const QRectF &box)
{
    const Tokens &t = tokensFor(palette());
    m_text.draw(painter, {box.left(), box.top(), box.width(), line}, m_roleText,
                {Type::DenseValue, t.amberText});
    drawIcon(painter, {box.left(), box.top() + line + 2}, Icon::UserX, t.amberText, icon::chip);
    const qreal after = icon::chip + 4;
    m_text.draw(painter, {box.left() + after, box.top() + line, box.width() - after, line},
                tr("nobody active"), {Type::Dense, t.amberText});
    m_text.draw(painter, {box.left(), box.top() + 2 * line, box.width(), line}, tr("Make a task"),
                {Type::DenseValue, t.text});
}

} // namespace topline::pages
