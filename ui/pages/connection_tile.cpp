#include "ui/pages/connection_tile.h"

#include "ui/text/sync_text.h"

#include <algorithm>

namespace topline::pages {

using namespace look;
using domain::ConnectionState;
using ui::text::fromUtf8;

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

void ConnectionTile::setConnection(const domain::ConnectionView &connection,
                                   const ui::text::Format &format)
{
    m_system = connection.system;
    QStringList who;
    for (const std::string *part : {&connection.orgName, &connection.userName}) {
        if (!part->empty())
            who << fromUtf8(*part);
    }
    if (connection.isSandbox)
        who << tr("sandbox");
    TileFace face{ui::text::connectionTitle(connection), stateChip(connection),
                  who.join(QStringLiteral(" · ")), ui::text::connectionAgeText(connection, format),
                  QString()};
    const domain::GateState &gate = connection.gate;
    // A source that makes no calls over the wire has none to count.
    if (gate.usedToday > 0 || gate.allowedToday > 0)
        face.count = ui::text::callsText(gate, format);
    if (gate.allowedToday > 0)
        face.share = std::clamp(
            static_cast<double>(gate.usedToday) / static_cast<double>(gate.allowedToday), 0.0, 1.0);
    setFace(face);
}

} // namespace topline::pages
