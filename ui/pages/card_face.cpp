#include "ui/pages/card_face.h"

#include "ui/text/guard_reason.h"
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
    static CardClock clock(const FeedCard &card, const Format &format, const Surroundings &around);
    static CardClock waiting(const FeedCard &card, const Format &format,
                             const Surroundings &around);
    static QString waitingSentence(const FeedCard &card, const Format &format,
                                   const Surroundings &around);
    static QString unknownSentence(const FeedCard &card);
    static QString play(const FeedCard &card);
    static QString guarantee(domain::Channel channel, domain::ActionKind kind);
    static CardClock sla(const Action &action, const Format &format);
    static CardClock resting(const Action &action, const Format &format);
    static QString sentence(const FeedCard &card, const Format &format, const Surroundings &around);
    static std::vector<KeyHint> waysOut(const Action &action);

    static QStringList outOfDoubt() { return {tr("It arrived"), tr("It did not arrive")}; }

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

// The clock by which the recipient lives, where that is known.
Format theirs(const FeedCard &card, const Format &format)
{
    const auto zone = base::TimeZone::find(card.contactTimeZone);
    if (card.contactTimeZone.empty() || !zone.ok())
        return format;
    return {format.locale(), *zone, format.now()};
}

bool isReady(const domain::Draft &draft)
{
    const auto hasGap = [](const std::string &text) {
        return text.find("{{") != std::string::npos;
    };
    return !draft.to.empty() && !draft.subject.empty() && !draft.body.empty() &&
           !hasGap(draft.subject) && !hasGap(draft.body);
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
        if (action.untilReply || !action.snoozedUntilMs)
            return {tr("until a reply"), Tone::Neutral, Icon::Reply, {}};
        return {tr("until %1").arg(format.when(*action.snoozedUntilMs)),
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

// Approved, its hold over, and nothing on the wire yet: the nearest thing that keeps it here.
CardClock Words::waiting(const FeedCard &card, const Format &format, const Surroundings &around)
{
    if (around.frozen)
        return {tr("frozen"), Tone::Amber, Icon::Lock, {}};
    if (around.stopped)
        return {tr("stopped"), Tone::Amber, Icon::Pause, {}};
    if (card.leavesMs && *card.leavesMs > format.now())
        return {theirs(card, format).when(*card.leavesMs), Tone::Neutral, Icon::Clock, {}};
    if (card.channel == domain::Channel::Mail && around.mailboxOut)
        return {tr("mailbox"), Tone::Amber, Icon::MailAlert, {}};
    if (card.channel == domain::Channel::Crm && around.offline)
        return {tr("offline"), Tone::Neutral, Icon::Plug, {}};
    return {tr("queued"), Tone::Neutral, Icon::Send, {}};
}

CardClock Words::clock(const FeedCard &card, const Format &format, const Surroundings &around)
{
    const Action &action = card.action;
    if (around.call && around.call->first == action.id)
        return {tr("phone %1").arg(Format::clock(format.now() - around.call->second)),
                Tone::Accent,
                Icon::Phone,
                {}};
    if (isInHold(action, format.now())) {
        const auto seconds = (*action.holdUntilMs - format.now() + 999) / 1'000;
        return {tr("sends in %1 s").arg(seconds), Tone::Accent, Icon::None, {}};
    }
    if (around.clashes.contains(action.id) && !domain::isTerminal(action.state))
        return {tr("Conflict"), Tone::Amber, Icon::Conflict, {}};
    switch (action.state) {
    case ActionState::Approved:
        return waiting(card, format, around);
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

QString Words::waitingSentence(const FeedCard &card, const Format &format,
                               const Surroundings &around)
{
    if (around.frozen)
        return tr("This copy of the workspace sends nothing until a person lets it take over.");
    if (around.stopped)
        return tr("All automation is stopped. It leaves when that is lifted.");
    if (card.leavesMs && *card.leavesMs > format.now()) {
        const Format there = theirs(card, format);
        if (there.zone() == format.zone())
            return tr("Leaves %1.").arg(format.dateTime(*card.leavesMs));
        return tr("Leaves %1 their time (%2 here).")
            .arg(there.dateTime(*card.leavesMs), format.dateTime(*card.leavesMs));
    }
    if (card.channel == domain::Channel::Mail && around.mailboxOut)
        return tr("It waits for the mailbox: connect it, or sign in again, on the Sync page.");
    if (card.channel == domain::Channel::Crm && around.offline)
        return tr("It leaves as soon as the CRM can be reached again. Nothing is lost.");
    return ui::text::sentence(card.action.whyNow, format, card.action.signalMs);
}

// What is known of an attempt whose answer is missing depends on who was asked.
QString Words::unknownSentence(const FeedCard &card)
{
    switch (domain::guaranteeOf(card.channel, card.action.kind)) {
    case domain::Guarantee::AtMostOnce:
        return tr("The mail server had the whole message and gave no answer. Look among your "
                  "sent mail first.");
    case domain::Guarantee::EffectivelyOnce:
        return card.channel == domain::Channel::Calendar
                   ? tr("The calendar gave no answer. Look there first; the same entry cannot "
                        "come twice.")
                   : tr("The CRM gave no answer. Look there first; it is found by its key.");
    case domain::Guarantee::LastWriteChecked:
        return tr("The CRM gave no answer. Look whether the field has the new value.");
    }
    return {};
}

QString Words::sentence(const FeedCard &card, const Format &format, const Surroundings &around)
{
    const Action &action = card.action;
    if (action.state == ActionState::Approved && !action.failure.empty())
        return ui::text::keptBackText(action.failure, format); // waits for hours or limits
    if (isInHold(action, format.now()) && !action.draft.subject.empty())
        return tr("Approved, held back for a moment: “%1”")
            .arg(ui::text::fromUtf8(action.draft.subject));
    if (around.clashes.contains(action.id) && !domain::isTerminal(action.state))
        return tr("Changed here and in the CRM. Say on the Sync page which value stands.");
    if (action.state == ActionState::Approved)
        return waitingSentence(card, format, around);
    if (action.state == ActionState::Unknown)
        return unknownSentence(card);
    if (action.state == ActionState::Failed)
        return action.failure.empty() ? tr("It was refused. Nothing was delivered.")
                                      : ui::text::keptBackText(action.failure, format);
    if (action.state == ActionState::Snoozed && action.untilReply && action.snoozedUntilMs &&
        *action.snoozedUntilMs > format.now())
        return tr("Put aside until they answer or visit, at the latest %1.")
            .arg(format.dateTime(*action.snoozedUntilMs));
    return ui::text::sentence(action.whyNow, format, action.signalMs);
}

QString Words::play(const FeedCard &card)
{
    QStringList out;
    if (!card.playName.empty())
        out += ui::text::fromUtf8(card.playName);
    if (card.action.state == ActionState::Proposed && card.action.kind == ActionKind::Email &&
        isReady(card.action.draft))
        out += tr("draft ready");
    const domain::PlayAcceptance &said = card.rank.acceptance;
    if (said.percent < 100 && card.action.state == ActionState::Proposed)
        out += tr("ranked lower: %1 of %2 not relevant")
                   .arg(said.judged - said.relevant)
                   .arg(said.judged);
    return out.join(QStringLiteral(" · "));
}

QString Words::guarantee(domain::Channel channel, domain::ActionKind kind)
{
    switch (domain::guaranteeOf(channel, kind)) {
    case domain::Guarantee::AtMostOnce:
        return tr("Mail: at most once. Topline never repeats it in doubt.");
    case domain::Guarantee::EffectivelyOnce:
        return channel == domain::Channel::Calendar
                   ? tr("Calendar: effectively once. Asked again, it is the same entry.")
                   : tr("CRM: effectively once. Asked again, it is the same record.");
    case domain::Guarantee::LastWriteChecked:
        return tr("CRM field: written only where nobody changed it meanwhile.");
    }
    return {};
}

std::vector<KeyHint> Words::waysOut(const Action &action)
{
    if (action.state == ActionState::Unknown) {
        const QStringList ways = outOfDoubt();
        return {{QStringLiteral("1"), ways[0]}, {QStringLiteral("2"), ways[1]}};
    }
    if (action.state == ActionState::Failed)
        return {{QStringLiteral("M"), tr("Edit")}, {QStringLiteral("A"), tr("Retry")}};
    return {};
}

QString Words::lastTouch(const FeedCard &card, const Format &format)
{
    if (card.reachFromMs && *card.reachFromMs > format.now()) {
        const auto zone = base::TimeZone::find(card.reachZone);
        if (zone.ok())
            return tr("%1 there")
                .arg(Format(format.locale(), *zone, format.now()).timeOfDay(format.now()));
    }
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

CardFace faceOf(const FeedCard &card, const Format &format, base::DurationMs holdMs,
                const Surroundings &around)
{
    const Action &action = card.action;
    CardFace face;
    face.icon = iconOf(action, format.now());
    face.title = ui::text::cardTitle(card);
    face.subtitle = ui::text::cardSubtitle(card);
    face.sentence = Words::sentence(card, format, around);
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
    face.clock = Words::clock(card, format, around);
    face.estimated = action.amountEstimated;
    face.edge = edgeOf(action, face.clock);
    if (isInHold(action, format.now()) && holdMs > 0)
        face.holdShare = std::clamp(static_cast<double>(*action.holdUntilMs - format.now()) /
                                        static_cast<double>(holdMs),
                                    0.0, 1.0);
    face.play = Words::play(card);
    face.folded = Words::folded(card);
    face.lastTouch = Words::lastTouch(card, format);
    face.waysOut = Words::waysOut(action);
    return face;
}

QString described(const FeedCard &card, const Format &format, const Surroundings &around)
{
    return Words::spoken(faceOf(card, format, 0, around));
}

QStringList waysOutOfDoubt()
{
    return Words::outOfDoubt();
}

QString guaranteeSentence(domain::Channel channel, domain::ActionKind kind)
{
    return Words::guarantee(channel, kind);
}

Surroundings surroundingsOf(const domain::WorkspaceStatus &status, const domain::SyncView &sync)
{
    Surroundings out;
    out.frozen = status.frozen != domain::FreezeReason::None;
    out.stopped = status.automationStopped;
    const auto isMail = [](const domain::ConnectionView &one) { return one.system == "mail"; };
    const auto isOut = [](const domain::ConnectionView &one) {
        return one.state != domain::ConnectionState::Connected &&
               one.state != domain::ConnectionState::Paused;
    };
    std::ptrdiff_t crms = 0;
    std::ptrdiff_t crmsOut = 0;
    out.mailboxOut = true;
    for (const auto &one : sync.connections) {
        if (isMail(one)) {
            out.mailboxOut = isOut(one);
            continue;
        }
        ++crms;
        crmsOut += isOut(one);
    }
    out.offline = crms > 0 && crms == crmsOut;
    for (const auto &clash : sync.conflicts) {
        if (clash.state == domain::ConflictState::Open && !clash.action.isNull())
            out.clashes.insert(clash.action);
    }
    return out;
}

} // namespace topline::pages
