#include "ui/pages/connection_tile.h"

#include "ui/look/tool_tip.h"
#include "ui/text/sync_text.h"

#include <QKeyEvent>

#include <algorithm>

namespace topline::pages {

using namespace look;
using domain::ConnectionState;
using ui::text::fromUtf8;

namespace {

constexpr int tall = 92;

} // namespace

Chip stateChip(const domain::ConnectionView &connection)
{
    Chip chip{ui::text::connectionStateText(connection), Tone::Neutral, Icon::None, true};
    switch (connection.state) {
    case ConnectionState::Connected:
        chip.tone = connection.syncing ? Tone::Neutral : Tone::Green;
        chip.icon = connection.syncing ? Icon::Refresh : Icon::Check;
        break;
    case ConnectionState::SigningIn:
        chip.icon = Icon::ExternalLink;
        break;
    case ConnectionState::SignInNeeded:
    case ConnectionState::OtherOrg:
        chip.tone = Tone::Red;
        chip.icon = Icon::Alert;
        break;
    case ConnectionState::Paused:
        chip.tone = Tone::Amber;
        chip.icon = Icon::Pause;
        break;
    case ConnectionState::Failing:
        chip.tone = Tone::Amber;
        chip.icon = Icon::AlertTriangle;
        break;
    case ConnectionState::AwaitsConfirm:
        chip.tone = Tone::Accent;
        chip.icon = Icon::Play;
        break;
    }
    return chip;
}

ConnectionTile::ConnectionTile(QWidget *parent)
    : QAbstractButton(parent)
{
    setCheckable(true);
    setAutoExclusive(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setFixedHeight(tall);
    setMinimumWidth(200);
}

QSize ConnectionTile::sizeHint() const
{
    return {320, tall};
}

void ConnectionTile::setConnection(const domain::ConnectionView &connection,
                                   const ui::text::Format &format)
{
    m_connection = connection;
    QStringList who;
    for (const std::string *part : {&connection.orgName, &connection.userName}) {
        if (!part->empty())
            who << fromUtf8(*part);
    }
    if (connection.isSandbox)
        who << tr("sandbox");
    m_who = who.join(QStringLiteral(" · "));
    m_age = ui::text::connectionAgeText(connection, format);
    // A source that makes no calls over the wire has none to count.
    m_calls = connection.gate.usedToday > 0 || connection.gate.allowedToday > 0
                  ? ui::text::callsText(connection.gate, format)
                  : QString();
    const QString name = fromUtf8(connection.title) + QStringLiteral(", ") +
                         ui::text::connectionStateText(connection);
    setText(fromUtf8(connection.title));
    setAccessibleName(name);
    QStringList said;
    for (const QString &part : {m_who, m_age, m_calls}) {
        if (!part.isEmpty())
            said << part;
    }
    setAccessibleDescription(said.join(QStringLiteral(". ")));
    setToolTip(plainToolTip(said.join(QLatin1Char('\n'))));
    update();
}

void ConnectionTile::setSole(bool sole)
{
    m_sole = sole;
    update();
}

void ConnectionTile::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

void ConnectionTile::paintEvent(QPaintEvent *)
{
    constexpr qreal trackWide = 64;
    const Tokens &t = tokensFor(palette());
    QPainter painter(this);
    mirrorIfRightToLeft(painter, *this);
    const QRectF fill = QRectF(rect()).adjusted(space::s, space::xs, -space::s, -space::xs);
    if (hasFocus())
        drawFocusedRow(painter, fill, t);
    else if (isChecked() && !m_sole)
        fillRounded(painter, fill, radius::control, t.current);
    else if (underMouse())
        fillRounded(painter, fill, radius::control, t.hover);
    const qreal left = space::l;
    const qreal wide = width() - 2 * space::l;
    const Chip chip = stateChip(m_connection);
    const qreal chipWide = chipSize(chip).width();
    const qreal taken = m_text.draw(painter, QRectF(left, 12, wide - chipWide - space::s, 20),
                                    fromUtf8(m_connection.title), {Type::BodyName, t.text});
    drawChip(painter, {left + taken + space::s, 14}, chip, t);
    m_text.draw(painter, QRectF(left, 36, wide, 16), m_who, {Type::Dense, t.text2});
    const qreal low = m_who.isEmpty() ? 40 : 60; // the line of age and calls
    qreal x = left;
    x += m_text.draw(painter, QRectF(x, low, wide, 16), m_age, {Type::Dense, t.text}) + space::l;
    const domain::GateState &gate = m_connection.gate;
    const bool hasTrack = gate.allowedToday > 0;
    const qreal room = left + wide - x - (hasTrack ? trackWide + space::s : 0);
    if (m_calls.isEmpty() || room < textWidth(Type::Dense, m_calls))
        return;
    if (hasTrack) {
        const double share = std::clamp(
            static_cast<double>(gate.usedToday) / static_cast<double>(gate.allowedToday), 0.0, 1.0);
        drawTrack(painter, QRectF(x, low + 6, trackWide, look::height::track), share,
                  share >= 1 ? t.amber : t.series, hasFocus() ? t.keySoft : t.key);
        x += trackWide + space::s;
    }
    m_text.draw(painter, QRectF(x, low, room, 16), m_calls, {Type::Dense, t.text2});
}

} // namespace topline::pages
