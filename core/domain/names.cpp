#include "core/base/check.h"
#include "core/domain/action.h"
#include "core/domain/feed.h"
#include "core/domain/ledger_entry.h"
#include "core/domain/play.h"
#include "core/domain/signal.h"
#include "core/domain/sync_view.h"

#include <array>
#include <iterator>
#include <utility>

namespace topline::domain {

namespace {

template <typename Enum, std::size_t N> using Names = std::pair<Enum, std::string_view>[N];

constexpr Names<SignalType, 34> signalTypeNames = {
    {SignalType::PricingRevisit, "pricing_revisit"},
    {SignalType::ProposalReopened, "proposal_reopened"},
    {SignalType::Reply, "reply"},
    {SignalType::Surge, "surge"},
    {SignalType::StageStall, "stage_stall"},
    {SignalType::Silence, "silence"},
    {SignalType::DemoRequest, "demo_request"},
    {SignalType::ContactRequest, "contact_request"},
    {SignalType::CompetitorComparison, "competitor_comparison"},
    {SignalType::TrialStart, "trial_start"},
    {SignalType::DocsDeepRead, "docs_deep_read"},
    {SignalType::DeepVisit, "deep_visit"},
    {SignalType::OutOfOffice, "out_of_office"},
    {SignalType::MeetingBooked, "meeting_booked"},
    {SignalType::MeetingMissed, "meeting_missed"},
    {SignalType::StageMove, "stage_move"},
    {SignalType::AmountMove, "amount_move"},
    {SignalType::CloseDateMove, "close_date_move"},
    {SignalType::ChampionSilent, "champion_silent"},
    {SignalType::ChampionBounced, "champion_bounced"},
    {SignalType::ChampionNewTitle, "champion_new_title"},
    {SignalType::NewStakeholder, "new_stakeholder"},
    {SignalType::RoomReopened, "room_reopened"},
    {SignalType::UsageDrop, "usage_drop"},
    {SignalType::UsageSpike, "usage_spike"},
    {SignalType::UsageNearLimit, "usage_near_limit"},
    {SignalType::TicketBurst, "ticket_burst"},
    {SignalType::PaymentFailure, "payment_failure"},
    {SignalType::RenewalNear, "renewal_near"},
    {SignalType::ClosedLostReturn, "closed_lost_return"},
    {SignalType::BaselineSurge, "baseline_surge"},
    {SignalType::IntentTopic, "intent_topic"},
    {SignalType::Unsubscribe, "unsubscribe"},
    {SignalType::MeetingHeld, "meeting_held"},
};
constexpr Names<Mode, 3> modes = {
    {Mode::Approval, "approval"}, {Mode::Draft, "draft"}, {Mode::Auto, "auto"}};
constexpr Names<ActionKind, 7> actionKinds = {
    {ActionKind::Call, "call"},
    {ActionKind::Email, "email"},
    {ActionKind::Task, "task"},
    {ActionKind::StageChange, "stage_change"},
    {ActionKind::FieldEdit, "field_edit"},
    {ActionKind::Meeting, "meeting"},
    {ActionKind::Note, "note"},
};
constexpr Names<ObjectState, 5> objectStates = {
    {ObjectState::Fresh, "fresh"},   {ObjectState::Working, "working"},
    {ObjectState::Denied, "denied"}, {ObjectState::Unavailable, "unavailable"},
    {ObjectState::Drift, "drift"},
};
constexpr Names<ConnectionState, 7> connectionStates = {
    {ConnectionState::Connected, "connected"},
    {ConnectionState::SigningIn, "signing_in"},
    {ConnectionState::SignInNeeded, "sign_in_needed"},
    {ConnectionState::OtherOrg, "other_org"},
    {ConnectionState::Paused, "paused"},
    {ConnectionState::Failing, "failing"},
    {ConnectionState::AwaitsConfirm, "awaits_confirm"},
};
constexpr Names<ConflictState, 4> conflictStates = {
    {ConflictState::Open, "open"},
    {ConflictState::KeptOurs, "kept_ours"},
    {ConflictState::TookTheirs, "took_theirs"},
    {ConflictState::ByRule, "by_rule"},
};
constexpr Names<Urgency, 4> urgencies = {
    {Urgency::Inbound, "inbound"},
    {Urgency::Timed, "timed"},
    {Urgency::Today, "today"},
    {Urgency::Later, "later"},
};
constexpr Names<ActionState, 10> actionStates = {
    {ActionState::Proposed, "proposed"}, {ActionState::Snoozed, "snoozed"},
    {ActionState::Approved, "approved"}, {ActionState::Executing, "executing"},
    {ActionState::Done, "done"},         {ActionState::Dismissed, "dismissed"},
    {ActionState::Expired, "expired"},   {ActionState::HeldOut, "held_out"},
    {ActionState::Failed, "failed"},     {ActionState::Unknown, "unknown"},
};
constexpr Names<DismissReason, 5> dismissReasons = {
    {DismissReason::WrongPerson, "wrong_person"}, {DismissReason::BadTiming, "bad_timing"},
    {DismissReason::AlreadyDone, "already_done"}, {DismissReason::NotRelevant, "not_relevant"},
    {DismissReason::Duplicate, "duplicate"},
};
constexpr Names<Outcome, 8> outcomes = {
    {Outcome::None, "none"},          {Outcome::Connected, "connected"},
    {Outcome::NoAnswer, "no_answer"}, {Outcome::MeetingBooked, "meeting_booked"},
    {Outcome::Replied, "replied"},    {Outcome::NotInterested, "not_interested"},
    {Outcome::Other, "other"},        {Outcome::Won, "won"},
};
constexpr Names<Channel, 3> channels = {
    {Channel::Crm, "crm"}, {Channel::Mail, "mail"}, {Channel::Calendar, "calendar"}};
constexpr Names<Guarantee, 3> guarantees = {
    {Guarantee::AtMostOnce, "at_most_once"},
    {Guarantee::EffectivelyOnce, "effectively_once"},
    {Guarantee::LastWriteChecked, "last_write_checked"},
};
constexpr Names<StepWhen, 6> stepWhens = {
    {StepWhen::Always, "always"},      {StepWhen::NoReply, "no_reply"},
    {StepWhen::Clicked, "clicked"},    {StepWhen::NotClicked, "not_clicked"},
    {StepWhen::NoAnswer, "no_answer"}, {StepWhen::NoMeeting, "no_meeting"},
};
constexpr Names<CadenceKind, 3> cadenceKinds = {
    {CadenceKind::Fixed, "fixed"},
    {CadenceKind::OnSignals, "on_signals"},
    {CadenceKind::Hybrid, "hybrid"},
};
constexpr Names<ExitEvent, 3> exitEvents = {
    {ExitEvent::Reply, "reply"},
    {ExitEvent::Meeting, "meeting"},
    {ExitEvent::DealClosed, "deal_closed"},
};
constexpr Names<EffectState, 7> effectStates = {
    {EffectState::Queued, "queued"},       {EffectState::Intent, "intent"},
    {EffectState::OnWire, "on_wire"},      {EffectState::Sent, "sent"},
    {EffectState::Failed, "failed"},       {EffectState::Unknown, "unknown"},
    {EffectState::Cancelled, "cancelled"},
};
constexpr Names<LedgerKind, 41> ledgerKinds = {
    {LedgerKind::Genesis, "genesis"},
    {LedgerKind::Assigned, "assigned"},
    {LedgerKind::Proposed, "proposed"},
    {LedgerKind::HeldOut, "held_out"},
    {LedgerKind::Suppressed, "suppressed"},
    {LedgerKind::Merged, "merged"},
    {LedgerKind::Approved, "approved"},
    {LedgerKind::Undone, "undone"},
    {LedgerKind::Snoozed, "snoozed"},
    {LedgerKind::Dismissed, "dismissed"},
    {LedgerKind::Done, "done"},
    {LedgerKind::Expired, "expired"},
    {LedgerKind::IntentStored, "intent_stored"},
    {LedgerKind::Sent, "sent"},
    {LedgerKind::Failed, "failed"},
    {LedgerKind::Unknown, "unknown"},
    {LedgerKind::Resolved, "resolved"},
    {LedgerKind::OutcomeSeen, "outcome_seen"},
    {LedgerKind::Contaminated, "contaminated"},
    {LedgerKind::PolicyChanged, "policy_changed"},
    {LedgerKind::Connected, "connected"},
    {LedgerKind::Disconnected, "disconnected"},
    {LedgerKind::ConflictFound, "conflict_found"},
    {LedgerKind::ConflictDecided, "conflict_decided"},
    {LedgerKind::DeletesDecided, "deletes_decided"},
    {LedgerKind::PlayChanged, "play_changed"},
    {LedgerKind::ModeChanged, "mode_changed"},
    {LedgerKind::DoNotContact, "do_not_contact"},
    {LedgerKind::ConsentChanged, "consent_changed"},
    {LedgerKind::RunStarted, "run_started"},
    {LedgerKind::RunMoved, "run_moved"},
    {LedgerKind::RunEnded, "run_ended"},
    {LedgerKind::Routed, "routed"},
    {LedgerKind::Reassigned, "reassigned"},
    {LedgerKind::Escalated, "escalated"},
    {LedgerKind::HandedOff, "handed_off"},
    {LedgerKind::TakenOver, "taken_over"},
    {LedgerKind::MailSeen, "mail_seen"},
    {LedgerKind::ModelAsked, "model_asked"},
    {LedgerKind::Deferred, "deferred"},
    {LedgerKind::DealPlanChanged, "deal_plan_changed"},
};

template <typename Enum, std::size_t N>
std::string_view nameOf(const Names<Enum, N> &table, Enum value)
{
    for (const auto &[known, name] : table) {
        if (known == value)
            return name;
    }
    return {};
}

template <typename Enum, std::size_t N>
std::optional<Enum> valueOf(const Names<Enum, N> &table, std::string_view name)
{
    for (const auto &[known, text] : table) {
        if (text == name)
            return known;
    }
    return std::nullopt;
}

} // namespace

std::span<const SignalType> signalTypes()
{
    static constexpr auto all = [] {
        std::array<SignalType, std::size(signalTypeNames)> out{};
        for (std::size_t i = 0; i < out.size(); ++i)
            out[i] = signalTypeNames[i].first;
        return out;
    }();
    return all;
}

std::string_view signalTypeName(SignalType type)
{
    return nameOf(signalTypeNames, type);
}

std::optional<SignalType> parseSignalType(std::string_view name)
{
    return valueOf(signalTypeNames, name);
}

std::string_view modeName(Mode mode)
{
    return nameOf(modes, mode);
}

std::optional<Mode> parseMode(std::string_view name)
{
    return valueOf(modes, name);
}

std::string_view actionKindName(ActionKind kind)
{
    return nameOf(actionKinds, kind);
}

std::optional<ActionKind> parseActionKind(std::string_view name)
{
    return valueOf(actionKinds, name);
}

std::string_view urgencyName(Urgency urgency)
{
    return nameOf(urgencies, urgency);
}

std::optional<Urgency> parseUrgency(std::string_view name)
{
    return valueOf(urgencies, name);
}

std::string_view actionStateName(ActionState state)
{
    return nameOf(actionStates, state);
}

std::optional<ActionState> parseActionState(std::string_view name)
{
    return valueOf(actionStates, name);
}

std::string_view dismissReasonName(DismissReason reason)
{
    return nameOf(dismissReasons, reason);
}

std::optional<DismissReason> parseDismissReason(std::string_view name)
{
    return valueOf(dismissReasons, name);
}

std::string_view outcomeName(Outcome outcome)
{
    return nameOf(outcomes, outcome);
}

std::optional<Outcome> parseOutcome(std::string_view name)
{
    return valueOf(outcomes, name);
}

std::string_view channelName(Channel channel)
{
    return nameOf(channels, channel);
}

std::string_view guaranteeName(Guarantee guarantee)
{
    return nameOf(guarantees, guarantee);
}

Guarantee guaranteeOf(Channel channel, ActionKind kind)
{
    if (channel == Channel::Mail)
        return Guarantee::AtMostOnce;
    const bool isWrite = kind == ActionKind::StageChange || kind == ActionKind::FieldEdit;
    return channel == Channel::Crm && isWrite ? Guarantee::LastWriteChecked
                                              : Guarantee::EffectivelyOnce;
}

std::string_view stepWhenName(StepWhen when)
{
    return nameOf(stepWhens, when);
}

std::optional<StepWhen> parseStepWhen(std::string_view name)
{
    return valueOf(stepWhens, name);
}

std::string_view cadenceKindName(CadenceKind kind)
{
    return nameOf(cadenceKinds, kind);
}

std::optional<CadenceKind> parseCadenceKind(std::string_view name)
{
    return valueOf(cadenceKinds, name);
}

std::string_view exitEventName(ExitEvent event)
{
    return nameOf(exitEvents, event);
}

std::optional<ExitEvent> parseExitEvent(std::string_view name)
{
    return valueOf(exitEvents, name);
}

std::string_view effectStateName(EffectState state)
{
    return nameOf(effectStates, state);
}

std::string_view objectStateName(ObjectState state)
{
    return nameOf(objectStates, state);
}

std::string_view connectionStateName(ConnectionState state)
{
    return nameOf(connectionStates, state);
}

std::string_view conflictStateName(ConflictState state)
{
    return nameOf(conflictStates, state);
}

std::string_view ledgerKindName(LedgerKind kind)
{
    return nameOf(ledgerKinds, kind);
}

std::optional<LedgerKind> parseLedgerKind(std::string_view name)
{
    return valueOf(ledgerKinds, name);
}

bool isTerminal(ActionState state)
{
    return state == ActionState::Done || state == ActionState::Dismissed ||
           state == ActionState::Expired || state == ActionState::HeldOut;
}

bool isTerminal(EffectState state)
{
    return state == EffectState::Sent || state == EffectState::Failed ||
           state == EffectState::Cancelled;
}

std::int64_t RankFactors::numerator() const
{
    std::int64_t product = 0;
    CHECK(!__builtin_mul_overflow(gainBasisPoints, amountMinor, &product));
    CHECK(!__builtin_mul_overflow(product, freshnessPermille, &product));
    CHECK(!__builtin_mul_overflow(product, acceptance.percent, &product));
    return product;
}

double RankFactors::minorPerMinute() const
{
    return static_cast<double>(numerator()) / static_cast<double>(denominator());
}

} // namespace topline::domain
