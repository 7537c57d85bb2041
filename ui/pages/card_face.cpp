#include "ui/pages/card_face.h"

#include "ui/text/names_text.h"
#include "ui/text/reason_text.h"

#include <QCoreApplication>

#include <algorithm>
#include <cstdlib>

namespace topline::pages {

using domain::Action;
using domain::ActionKind;
using domain::ActionState;
using domain::FeedCard;
using look::Icon;
using look::Tone;
using ui::text::Format;

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(FeedCard)

public:
    static CardClock clock(const Action &action, const Format &format);
    static CardClock sla(const Action &action, const Format &format);
    static CardClock resting(const Action &action, const Format &format);
    static QString sentence(const FeedCard &card, const Format &format);
    static std::vector<KeyHint> waysOut(const Action &action);
    static QString lastTouch(const FeedCard &card, const Format &format);

    static QString folded(const FeedCard &card)
    {
        return card.folded > 0 ? tr("+%n folded", nullptr, static_cast<int>(card.folded))
                               : QString();
    }

    static QString spoken(const CardFace &face)
    {
        //: For screen readers: title, who, why, score, amount, probability, clock.
        return tr("%1, %2. %3 Score %4 %5, %6, %7. %8")
            .arg(face.title, face.subtitle, face.sentence, face.score, face.tier, face.amount,
                 face.probability, face.clock.text);
    }
};

bool waits(const Action &action, base::UtcMs now)
{
    return action.state == ActionState::Proposed ||
           (action.state == ActionState::Snoozed && action.snoozedUntilMs &&
            *action.snoozedUntilMs <= now);
}

Icon iconOf(const Action &action, base::UtcMs now)
{
    if (isInHold(action, now) || action.state == ActionState::Executing)
        return Icon::Send;
    if (action.state == ActionState::Done)
        return Icon::CheckCircle;
    if (action.state == ActionState::Dismissed || action.state == ActionState::Expired)
        return Icon::Ban;
    switch (action.kind) {
    case ActionKind::Call:
        return action.urgency == domain::Urgency::Inbound ? Icon::PhoneIncoming : Icon::Phone;
    case ActionKind::Email:
        if (action.state == ActionState::Unknown)
            return Icon::MailAlert;
        if (action.state == ActionState::Failed)
            return Icon::MailX;
        return action.urgency == domain::Urgency::Inbound ? Icon::Reply : Icon::Mail;
    case ActionKind::Task:
        return Icon::ListCheck;
    case ActionKind::Meeting:
        return Icon::Calendar;
    case ActionKind::Note:
    case ActionKind::FieldEdit:
        return Icon::Pencil;
    case ActionKind::StageChange:
        return Icon::ArrowRight;
    }
    return Icon::None;
}

std::optional<Tone> edgeOf(const Action &action, const CardClock &clock)
{
    if (action.state == ActionState::Failed)
        return Tone::Red;
    if (action.state == ActionState::Unknown)
        return Tone::Amber;
    if (clock.tone == Tone::Red || clock.tone == Tone::Amber)
        return clock.tone;
    return std::nullopt;
}

CardClock Words::sla(const Action &action, const Format &format)
{
    const base::DurationMs left = *action.slaDueMs - format.now();
    const base::DurationMs whole =
        std::max<base::DurationMs>(base::minuteMs, *action.slaDueMs - action.signalMs);
    const auto length = [&](base::DurationMs span) -> QString {
        return span < base::hourMs ? Format::clock(span) : format.span(span);
    };
    if (left <= 0)
        return {tr("%1 over").arg(length(-left)), Tone::Red, Icon::Alert, 1.0};
    const double share = static_cast<double>(left) / static_cast<double>(whole);
    const bool lastFifth = share <= 0.2;
    return {tr("%1 left").arg(length(left)), lastFifth ? Tone::Amber : Tone::Outline,
            lastFifth ? Icon::Hourglass : Icon::None, std::min(1.0, share)};
}

CardClock Words::resting(const Action &action, const Format &format)
{
    switch (action.state) {
    case ActionState::Done:
        return {tr("done %1").arg(format.when(action.changedMs)), Tone::Neutral, Icon::Check, {}};
    case ActionState::Dismissed:
        return {action.dismissReason ? ui::text::dismissReasonText(*action.dismissReason)
                                     : tr("dismissed"),
                Tone::Neutral,
                Icon::None,
                {}};
    case ActionState::Expired:
        return {tr("expired"), Tone::Neutral, Icon::None, {}};
    case ActionState::Snoozed:
        return {action.snoozedUntilMs ? tr("until %1").arg(format.when(*action.snoozedUntilMs))
                                      : tr("until a reply"),
                Tone::Neutral,
                Icon::Clock,
                {}};
    default:
        break;
    }
    return {action.urgency == domain::Urgency::Later ? tr("later") : tr("today"),
            Tone::Neutral,
            Icon::None,
            {}};
}

CardClock Words::clock(const Action &action, const Format &format)
{
    if (isInHold(action, format.now())) {
        const auto seconds = (*action.holdUntilMs - format.now() + 999) / 1'000;
        return {tr("sends in %1 s").arg(seconds), Tone::Accent, Icon::None, {}};
    }
    switch (action.state) {
    case ActionState::Approved:
        return {tr("queued"), Tone::Neutral, Icon::Send, {}};
    case ActionState::Executing:
        return {tr("sending"), Tone::Accent, Icon::Send, {}};
    case ActionState::Unknown:
        return {tr("Unknown"), Tone::Amber, Icon::HelpCircle, {}};
    case ActionState::Failed:
        return {tr("Failed"), Tone::Red, Icon::XCircle, {}};
    default:
        break;
    }
    return waits(action, format.now()) && action.slaDueMs ? sla(action, format)
                                                          : resting(action, format);
}

QString Words::sentence(const FeedCard &card, const Format &format)
{
    const Action &action = card.action;
    if (isInHold(action, format.now()) && !action.draft.subject.empty())
        return tr("Approved, held back for a moment: “%1”")
            .arg(ui::text::fromUtf8(action.draft.subject));
    if (action.state == ActionState::Unknown)
        return tr("It was sent off, and nobody confirmed it. Check there before anything else.");
    if (action.state == ActionState::Failed)
        return action.failure.empty() ? tr("It was refused. Nothing was delivered.")
                                      : ui::text::fromUtf8(action.failure);
    return ui::text::sentence(action.whyNow, format, action.signalMs);
}

std::vector<KeyHint> Words::waysOut(const Action &action)
{
    if (action.state == ActionState::Unknown)
        return {{QStringLiteral("1"), tr("It arrived")},
                {QStringLiteral("2"), tr("It did not, send again")}};
    if (action.state == ActionState::Failed)
        return {{QStringLiteral("M"), tr("Edit")}, {QStringLiteral("A"), tr("Retry")}};
    return {};
}

QString Words::lastTouch(const FeedCard &card, const Format &format)
{
    if (card.action.state == ActionState::Unknown)
        return tr("never resent by itself");
    if (!card.lastTouchMs)
        return tr("no touch yet");
    return tr("last touch %1").arg(format.span(format.now() - *card.lastTouchMs));
}

} // namespace

bool isInHold(const Action &action, base::UtcMs now)
{
    return action.state == ActionState::Approved && action.holdUntilMs && *action.holdUntilMs > now;
}

CardFace faceOf(const FeedCard &card, const Format &format, base::DurationMs holdMs)
{
    const Action &action = card.action;
    CardFace face;
    face.icon = iconOf(action, format.now());
    face.title = ui::text::cardTitle(card);
    face.subtitle = ui::text::cardSubtitle(card);
    face.sentence = Words::sentence(card, format);
    face.tier = ui::text::tierText(card.tier);
    face.tierBoxed = card.tier == domain::Tier::Hot;
    face.score = format.points(card.scoreMilli);
    if (action.amount) {
        // Seven figures do not fit their column.
        constexpr std::int64_t wholeMinorMax = 100'000'000;
        const bool large = std::abs(action.amount->amountMinor) >= wholeMinorMax;
        face.amount = (action.amountEstimated ? QStringLiteral("~") : QString()) +
                      (large ? format.moneyShort(*action.amount) : format.money(*action.amount));
    } else {
        face.amount = Format::missing();
    }
    face.probability = card.probability ? format.probability(*card.probability) : Format::missing();
    face.clock = Words::clock(action, format);
    face.estimated = action.amountEstimated;
    face.edge = edgeOf(action, face.clock);
    if (isInHold(action, format.now()) && holdMs > 0)
        face.holdShare = std::clamp(static_cast<double>(*action.holdUntilMs - format.now()) /
                                        static_cast<double>(holdMs),
                                    0.0, 1.0);
    face.play = ui::text::fromUtf8(card.playName);
    face.folded = Words::folded(card);
    face.lastTouch = Words::lastTouch(card, format);
    face.waysOut = Words::waysOut(action);
    return face;
}

QString described(const FeedCard &card, const Format &format)
{
    return Words::spoken(faceOf(card, format, 0));
}

} // namespace topline::pages
