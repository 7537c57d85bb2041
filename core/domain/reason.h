// Reasons: a code with arguments, decided in core, put into a sentence by ui/text. Stored as one
// line of text. Plain values, any thread. Codes have stable names because they are stored.
#pragma once

#include "core/base/money.h"
#include "core/base/time.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace topline::domain {

enum class ReasonCode {
    // Why now: signals. Arguments in brackets.
    PricingRevisit,       // [visits, span of the window, time of the last visit]
    ProposalReopened,     // [views, time of the last view]
    Reply,                // [time, title of the mail]
    Surge,                // [events, people, span from first to last, time of the last]
    StageStall,           // [stage name, time it entered the stage, threshold]
    Silence,              // [time of the last two-way touch, threshold]
    DemoRequest,          // [time, title of the form]
    ContactRequest,       // [time, title of the form]
    CompetitorComparison, // [visits, time of the last]
    TrialStart,           // [time]
    DocsDeepRead,         // [pages, time read, time of the last]
    DeepVisit,            // [percent of the page, length of the visit, time]
    OutOfOffice,          // [time, title of the mail]
    MeetingBooked,        // [time of booking, title]
    MeetingMissed,        // [time, title]
    MeetingHeld,          // [time it ended, title]
    StageMove,            // [stage left, stage entered, time]
    AmountMove,           // [money before, money now, time]
    CloseDateMove,        // [date before, date now, times moved back, time]
    ChampionSilent,       // [name, time of the last two-way touch, limit]
    ChampionBounced,      // [name, time]
    ChampionNewTitle,     // [name, title before, title now, time]
    NewStakeholder,       // [name, title, time]
    RoomReopened,         // [quiet before, time]
    UsageDrop,            // [percent less, usual per week, time]
    UsageSpike,           // [percent of the usual, usual per week, time]
    UsageNearLimit,       // [percent of the limit, time]
    TicketBurst,          // [tickets, window, time of the last]
    PaymentFailure,       // [failures since the last payment, time]
    RenewalNear,          // [end of the term, plan]
    ClosedLostReturn,     // [time of the loss, visits, time of the last]
    BaselineSurge, // [events, expected events in thousandths, people, window, time of the last]
    IntentTopic,   // [topic, score, time]
    Unsubscribe,   // [time]
    // Why an event is taken for a machine's.
    BotSaidSource, // [] the source flagged it
    BotTooFast,    // [span after sending]
    BotBurst,      // [links, span]
    BotAgent,      // [] a scanner's name
    BotNetwork,    // [] a data centre's address
    // Score rows.
    ScoreFit,       // [what matched, as comma-separated words: industry, size, title]
    ScoreEvents,    // [event kind name, count, time of the newest]
    ScoreGroupCap,  // [group name, or "floor"; cap in points]
    ScoreCriterion, // [profile name, criterion name, what the record says, weight in percent]
    // Why not: suppression, in the order in which the rules are asked.
    AutomationStopped, // []
    DoNotContact,      // [contact name, why: "unsubscribed", "complaint", "erased", "by_hand" …]
    OptedOut,          // [contact name]
    NoConsent,         // [contact name]
    Bounced,           // [contact name]
    NoAddress,         // [contact name]
    OpenActionMerged,  // [id of the open action]
    ChannelCooldown,   // [span since the last touch, cooldown]
    PersonTouchLimit,  // [touches, limit, window]
    AccountTouchLimit, // [touches, limit, window]
    RecentReply,       // [span since the reply, window]
    PlayCooldown,      // [span since the play last ran, cooldown]
    OtherCadence,      // [name of the play whose run the person is in]
    CadenceCoolOff,    // [span since the last run ended, cool-off]
    PlayRepLimit,      // [actions of this play today, limit]
    PlayAccountLimit,  // [open actions of this play at the account, limit]
    OtherOwner,        // [owner name]
    OutsideAudience,   // [what did not match]
    TooOld,            // [age of the signal, limit]
    NoContact,         // []
    // Kept back at the last moment: what is approved waits, or does not leave.
    OutsideHours,   // [time from which it may leave, IANA zone of the recipient]
    Holiday,        // [name of the holiday, time from which it may leave]
    RepDayLimit,    // [mails today, limit]
    DayLimit,       // [mails today, limit]
    DomainDayLimit, // [mail domain, mails today, limit]
    // A run of several steps ended or paused.
    RunReplied,    // [time]
    RunMeeting,    // [time]
    RunDealClosed, // [time]
    RunAbsent,     // [name, time from which it goes on]
    RunStopped,    // [] by a person
    RunFinished,   // [steps taken]
    RunWithdrawn,  // [why its card was taken back: "meeting_not_held", "" where it is not known]
    // Handed to a person.
    HandedOffReply, // [name]
    HandedOffWord,  // [word that was found, kind: "price", "legal", "negative"]
    HandedOffField, // [field that was not filled]
    // The engine's own reminders.
    PlanTaskLate,    // [task, time it was due]
    InviteDeclined,  // [name, title, time of the meeting]
    InviteCountered, // [name, title, time of the meeting, time that they propose]
    // Decided.
    HeldOut,  // [share in permille]
    Proposed, // []
};

std::string_view reasonCodeName(ReasonCode code);
std::optional<ReasonCode> parseReasonCode(std::string_view name);

struct AtTime {
    base::UtcMs ms = 0;
    bool operator==(const AtTime &) const = default;
};

struct Span {
    base::DurationMs ms = 0;
    bool operator==(const Span &) const = default;
};

using ReasonArgument = std::variant<std::int64_t, std::string, base::Money, AtTime, Span>;

struct Reason {
    ReasonCode code = ReasonCode::Proposed;
    std::vector<ReasonArgument> arguments;
    bool operator==(const Reason &) const = default;
};

// One line of text for storage, and back; nullopt when the text is not one of ours.
std::string encodeReason(const Reason &reason);
std::optional<Reason> decodeReason(std::string_view text);

} // namespace topline::domain
