#include "ui/text/names_text.h"

#include "ui/text/format.h"

#include <QCoreApplication>

namespace topline::ui::text {

namespace {

class Names {
    Q_DECLARE_TR_FUNCTIONS(Names)

public:
    static QString actionKind(domain::ActionKind kind)
    {
        switch (kind) {
        case domain::ActionKind::Call:
            return tr("Call");
        case domain::ActionKind::Email:
            return tr("E-mail");
        case domain::ActionKind::Task:
            return tr("Task");
        case domain::ActionKind::StageChange:
            return tr("Stage change");
        case domain::ActionKind::FieldEdit:
            return tr("Field edit");
        case domain::ActionKind::Meeting:
            return tr("Meeting");
        case domain::ActionKind::Note:
            return tr("Note");
        }
        return {};
    }

    static QString actionState(domain::ActionState state)
    {
        switch (state) {
        case domain::ActionState::Proposed:
            return tr("Proposed");
        case domain::ActionState::Snoozed:
            return tr("Snoozed");
        case domain::ActionState::Approved:
            return tr("Approved");
        case domain::ActionState::Executing:
            return tr("Sending");
        case domain::ActionState::Done:
            return tr("Done");
        case domain::ActionState::Dismissed:
            return tr("Dismissed");
        case domain::ActionState::Expired:
            return tr("Expired");
        case domain::ActionState::HeldOut:
            return tr("Held out");
        case domain::ActionState::Failed:
            return tr("Failed");
        case domain::ActionState::Unknown:
            return tr("Unknown");
        }
        return {};
    }

    static QString lane(domain::Lane lane)
    {
        switch (lane) {
        case domain::Lane::Now:
            return tr("Now");
        case domain::Lane::Today:
            return tr("Today");
        case domain::Lane::Waiting:
            return tr("Waiting");
        case domain::Lane::Later:
            return tr("Later");
        case domain::Lane::Done:
            return tr("Done");
        }
        return {};
    }

    static QString tier(domain::Tier tier)
    {
        switch (tier) {
        case domain::Tier::Cold:
            return tr("COLD");
        case domain::Tier::Warm:
            return tr("WARM");
        case domain::Tier::Hot:
            return tr("HOT");
        }
        return {};
    }

    static QString mode(domain::Mode mode)
    {
        switch (mode) {
        case domain::Mode::Approval:
            return tr("Asks first");
        case domain::Mode::Draft:
            return tr("Prepares a draft");
        case domain::Mode::Auto:
            return tr("Runs by itself");
        }
        return {};
    }

    static QString dismiss(domain::DismissReason reason)
    {
        switch (reason) {
        case domain::DismissReason::WrongPerson:
            return tr("Wrong person");
        case domain::DismissReason::BadTiming:
            return tr("Bad timing");
        case domain::DismissReason::AlreadyDone:
            return tr("Already done");
        case domain::DismissReason::NotRelevant:
            return tr("Not relevant");
        case domain::DismissReason::Duplicate:
            return tr("Duplicate");
        }
        return {};
    }

    static QString outcome(domain::Outcome outcome)
    {
        switch (outcome) {
        case domain::Outcome::None:
            return tr("No outcome yet");
        case domain::Outcome::Connected:
            return tr("Reached");
        case domain::Outcome::NoAnswer:
            return tr("No answer");
        case domain::Outcome::MeetingBooked:
            return tr("Meeting booked");
        case domain::Outcome::Replied:
            return tr("Replied");
        case domain::Outcome::NotInterested:
            return tr("Not interested");
        case domain::Outcome::Other:
            return tr("Other");
        case domain::Outcome::Won:
            return tr("Deal won");
        }
        return {};
    }

    static QString ledger(domain::LedgerKind kind)
    {
        switch (kind) {
        case domain::LedgerKind::Genesis:
            return tr("Ledger began");
        case domain::LedgerKind::Assigned:
            return tr("Account assigned");
        case domain::LedgerKind::Proposed:
            return tr("Proposed");
        case domain::LedgerKind::HeldOut:
            return tr("Held out");
        case domain::LedgerKind::Suppressed:
            return tr("Suppressed");
        case domain::LedgerKind::Merged:
            return tr("Merged");
        case domain::LedgerKind::Approved:
            return tr("Approved");
        case domain::LedgerKind::Undone:
            return tr("Undone");
        case domain::LedgerKind::Snoozed:
            return tr("Snoozed");
        case domain::LedgerKind::Dismissed:
            return tr("Dismissed");
        case domain::LedgerKind::Done:
            return tr("Done");
        case domain::LedgerKind::Expired:
            return tr("Expired");
        case domain::LedgerKind::IntentStored:
            return tr("Intent stored");
        case domain::LedgerKind::Sent:
            return tr("Sent");
        case domain::LedgerKind::Failed:
            return tr("Failed");
        case domain::LedgerKind::Unknown:
            return tr("Unknown");
        case domain::LedgerKind::Resolved:
            return tr("Resolved by a person");
        case domain::LedgerKind::OutcomeSeen:
            return tr("Outcome seen");
        case domain::LedgerKind::Contaminated:
            return tr("Contaminated");
        case domain::LedgerKind::PolicyChanged:
            return tr("Setting changed");
        case domain::LedgerKind::Connected:
            return tr("CRM connected");
        case domain::LedgerKind::Disconnected:
            return tr("CRM disconnected");
        case domain::LedgerKind::ConflictFound:
            return tr("Conflict found");
        case domain::LedgerKind::ConflictDecided:
            return tr("Conflict decided");
        case domain::LedgerKind::DeletesDecided:
            return tr("Deletions decided");
        default:
            return acting(kind);
        }
    }

    // What plays, guards and channels write.
    static QString acting(domain::LedgerKind kind)
    {
        switch (kind) {
        case domain::LedgerKind::PlayChanged:
            return tr("Play changed");
        case domain::LedgerKind::ModeChanged:
            return tr("Mode changed");
        case domain::LedgerKind::DoNotContact:
            return tr("Do-not-contact list changed");
        case domain::LedgerKind::ConsentChanged:
            return tr("Consent changed");
        case domain::LedgerKind::RunStarted:
            return tr("Run started");
        case domain::LedgerKind::RunMoved:
            return tr("Run moved on");
        case domain::LedgerKind::RunEnded:
            return tr("Run ended");
        case domain::LedgerKind::Routed:
            return tr("Routed");
        case domain::LedgerKind::Reassigned:
            return tr("Reassigned");
        case domain::LedgerKind::Escalated:
            return tr("Escalated");
        case domain::LedgerKind::HandedOff:
            return tr("Handed to a person");
        case domain::LedgerKind::TakenOver:
            return tr("This computer took over");
        case domain::LedgerKind::MailSeen:
            return tr("Mail seen");
        case domain::LedgerKind::ModelAsked:
            return tr("Model asked");
        case domain::LedgerKind::Deferred:
            return tr("Deferred");
        case domain::LedgerKind::DealPlanChanged:
            return tr("Deal plan changed");
        default:
            return {};
        }
    }

    static QString title(const domain::FeedCard &card, const QString &whom);
    static QString scoreGroup(const QString &group);
    static QString fitPart(const QString &part);
    static QString error(base::ErrorCode code);
};

QString Names::title(const domain::FeedCard &card, const QString &whom)
{
    switch (card.action.kind) {
    case domain::ActionKind::Call:
        return tr("Call %1").arg(whom);
    case domain::ActionKind::Email:
        return card.action.urgency == domain::Urgency::Inbound ? tr("Reply to %1").arg(whom)
                                                               : tr("E-mail %1").arg(whom);
    case domain::ActionKind::Task:
        return card.action.draft.subject.empty() ? tr("Task for %1").arg(whom)
                                                 : fromUtf8(card.action.draft.subject);
    case domain::ActionKind::StageChange:
        return tr("Move %1 to %2").arg(whom, fromUtf8(card.action.stageTarget));
    case domain::ActionKind::FieldEdit:
        return tr("Edit of %1").arg(whom);
    case domain::ActionKind::Meeting:
        return tr("Meeting with %1").arg(whom);
    case domain::ActionKind::Note:
        return tr("Note on %1").arg(whom);
    }
    return whom;
}

QString Names::scoreGroup(const QString &group)
{
    if (group == QLatin1String("web"))
        return tr("Web");
    if (group == QLatin1String("email"))
        return tr("Mail");
    if (group == QLatin1String("meeting"))
        return tr("Meetings");
    return group;
}

QString Names::fitPart(const QString &part)
{
    if (part == QLatin1String("industry"))
        return tr("industry");
    if (part == QLatin1String("size"))
        return tr("size");
    if (part == QLatin1String("title"))
        return tr("title");
    return part;
}

QString Names::error(base::ErrorCode code)
{
    using base::ErrorCode;
    switch (code) {
    case ErrorCode::InvalidInput:
        return tr("The input is not as expected");
    case ErrorCode::NotFound:
        return tr("Not found");
    case ErrorCode::Io:
        return tr("Reading or writing failed");
    case ErrorCode::DiskFull:
        return tr("The disk is full");
    case ErrorCode::ReadOnly:
        return tr("The place is read-only");
    case ErrorCode::PermissionDenied:
        return tr("No permission");
    case ErrorCode::Corrupt:
        return tr("The workspace file is damaged");
    case ErrorCode::NotAWorkspace:
        return tr("Not a Topline workspace");
    case ErrorCode::NewerSchema:
        return tr("Written by a newer Topline");
    case ErrorCode::Busy:
        return tr("In use elsewhere");
    case ErrorCode::Conflict:
        return tr("Changed meanwhile");
    case ErrorCode::Refused:
        return tr("Not allowed");
    case ErrorCode::Unavailable:
        return tr("Out of reach");
    case ErrorCode::Unknown:
        return tr("Outcome unknown");
    case ErrorCode::Cancelled:
        return tr("Cancelled");
    case ErrorCode::SignInNeeded:
        return tr("Sign-in needed");
    case ErrorCode::LimitReached:
        return tr("A limit was reached");
    }
    return {};
}

} // namespace

QString cardTitle(const domain::FeedCard &card)
{
    std::string whom = card.contactName;
    if (whom.empty())
        whom =
            card.action.kind == domain::ActionKind::StageChange ? card.dealName : card.accountName;
    return Names::title(card, fromUtf8(whom));
}

QString cardSubtitle(const domain::FeedCard &card)
{
    QStringList parts;
    for (const std::string *part : {&card.contactTitle, &card.accountName}) {
        if (!part->empty() && !(part == &card.accountName && card.contactName.empty()))
            parts += fromUtf8(*part);
    }
    return parts.join(QStringLiteral(", "));
}

QString actionKindText(domain::ActionKind kind)
{
    return Names::actionKind(kind);
}

QString actionStateText(domain::ActionState state)
{
    return Names::actionState(state);
}

QString laneText(domain::Lane lane)
{
    return Names::lane(lane);
}

QString tierText(domain::Tier tier)
{
    return Names::tier(tier);
}

QString modeText(domain::Mode mode)
{
    return Names::mode(mode);
}

QString dismissReasonText(domain::DismissReason reason)
{
    return Names::dismiss(reason);
}

QString outcomeText(domain::Outcome outcome)
{
    return Names::outcome(outcome);
}

QString ledgerKindText(domain::LedgerKind kind)
{
    return Names::ledger(kind);
}

QString scoreGroupName(const QString &group)
{
    return Names::scoreGroup(group);
}

QString fitPartName(const QString &part)
{
    return Names::fitPart(part);
}

QString errorHeading(base::ErrorCode code)
{
    return Names::error(code);
}

} // namespace topline::ui::text
