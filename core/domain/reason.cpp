#include "core/domain/reason.h"

#include <charconv>
#include <utility>

namespace topline::domain {

namespace {

constexpr std::pair<ReasonCode, std::string_view> names[] = {
    {ReasonCode::PricingRevisit, "pricing_revisit"},
    {ReasonCode::ProposalReopened, "proposal_reopened"},
    {ReasonCode::Reply, "reply"},
    {ReasonCode::Surge, "surge"},
    {ReasonCode::StageStall, "stage_stall"},
    {ReasonCode::Silence, "silence"},
    {ReasonCode::DemoRequest, "demo_request"},
    {ReasonCode::ContactRequest, "contact_request"},
    {ReasonCode::CompetitorComparison, "competitor_comparison"},
    {ReasonCode::TrialStart, "trial_start"},
    {ReasonCode::DocsDeepRead, "docs_deep_read"},
    {ReasonCode::DeepVisit, "deep_visit"},
    {ReasonCode::OutOfOffice, "out_of_office"},
    {ReasonCode::MeetingBooked, "meeting_booked"},
    {ReasonCode::MeetingMissed, "meeting_missed"},
    {ReasonCode::MeetingHeld, "meeting_held"},
    {ReasonCode::StageMove, "stage_move"},
    {ReasonCode::AmountMove, "amount_move"},
    {ReasonCode::CloseDateMove, "close_date_move"},
    {ReasonCode::ChampionSilent, "champion_silent"},
    {ReasonCode::ChampionBounced, "champion_bounced"},
    {ReasonCode::ChampionNewTitle, "champion_new_title"},
    {ReasonCode::NewStakeholder, "new_stakeholder"},
    {ReasonCode::RoomReopened, "room_reopened"},
    {ReasonCode::UsageDrop, "usage_drop"},
    {ReasonCode::UsageSpike, "usage_spike"},
    {ReasonCode::UsageNearLimit, "usage_near_limit"},
    {ReasonCode::TicketBurst, "ticket_burst"},
    {ReasonCode::PaymentFailure, "payment_failure"},
    {ReasonCode::RenewalNear, "renewal_near"},
    {ReasonCode::ClosedLostReturn, "closed_lost_return"},
    {ReasonCode::BaselineSurge, "baseline_surge"},
    {ReasonCode::IntentTopic, "intent_topic"},
    {ReasonCode::Unsubscribe, "unsubscribe"},
    {ReasonCode::BotSaidSource, "bot_said_source"},
    {ReasonCode::BotTooFast, "bot_too_fast"},
    {ReasonCode::BotBurst, "bot_burst"},
    {ReasonCode::BotAgent, "bot_agent"},
    {ReasonCode::BotNetwork, "bot_network"},
    {ReasonCode::ScoreFit, "score_fit"},
    {ReasonCode::ScoreEvents, "score_events"},
    {ReasonCode::ScoreGroupCap, "score_group_cap"},
    {ReasonCode::ScoreCriterion, "score_criterion"},
    {ReasonCode::AutomationStopped, "automation_stopped"},
    {ReasonCode::DoNotContact, "do_not_contact"},
    {ReasonCode::OptedOut, "opted_out"},
    {ReasonCode::NoConsent, "no_consent"},
    {ReasonCode::Bounced, "bounced"},
    {ReasonCode::NoAddress, "no_address"},
    {ReasonCode::OpenActionMerged, "open_action_merged"},
    {ReasonCode::ChannelCooldown, "channel_cooldown"},
    {ReasonCode::PersonTouchLimit, "person_touch_limit"},
    {ReasonCode::AccountTouchLimit, "account_touch_limit"},
    {ReasonCode::RecentReply, "recent_reply"},
    {ReasonCode::PlayCooldown, "play_cooldown"},
    {ReasonCode::OtherCadence, "other_cadence"},
    {ReasonCode::CadenceCoolOff, "cadence_cool_off"},
    {ReasonCode::PlayRepLimit, "play_rep_limit"},
    {ReasonCode::PlayAccountLimit, "play_account_limit"},
    {ReasonCode::OtherOwner, "other_owner"},
    {ReasonCode::OutsideAudience, "outside_audience"},
    {ReasonCode::TooOld, "too_old"},
    {ReasonCode::NoContact, "no_contact"},
    {ReasonCode::OutsideHours, "outside_hours"},
    {ReasonCode::Holiday, "holiday"},
    {ReasonCode::RepDayLimit, "rep_day_limit"},
    {ReasonCode::DayLimit, "day_limit"},
    {ReasonCode::DomainDayLimit, "domain_day_limit"},
    {ReasonCode::RunReplied, "run_replied"},
    {ReasonCode::RunMeeting, "run_meeting"},
    {ReasonCode::RunDealClosed, "run_deal_closed"},
    {ReasonCode::RunAbsent, "run_absent"},
    {ReasonCode::RunStopped, "run_stopped"},
    {ReasonCode::RunFinished, "run_finished"},
    {ReasonCode::RunWithdrawn, "run_withdrawn"},
    {ReasonCode::HandedOffReply, "handed_off_reply"},
    {ReasonCode::HandedOffWord, "handed_off_word"},
    {ReasonCode::HandedOffField, "handed_off_field"},
    {ReasonCode::PlanTaskLate, "plan_task_late"},
    {ReasonCode::InviteDeclined, "invite_declined"},
    {ReasonCode::InviteCountered, "invite_countered"},
    {ReasonCode::HeldOut, "held_out"},
    {ReasonCode::Proposed, "proposed"},
};

constexpr char separator = '|';

std::string escape(std::string_view text)
{
    std::string out;
    for (char c : text) {
        if (c == '\\' || c == separator)
            out += '\\';
        if (c == '\n')
            out += "\\n";
        else
            out += c;
    }
    return out;
}

std::string encodeArgument(const ReasonArgument &argument)
{
    struct Encoder {
        std::string operator()(std::int64_t value) const { return "i" + std::to_string(value); }

        std::string operator()(const std::string &value) const { return "s" + escape(value); }

        std::string operator()(const base::Money &value) const
        {
            return "m" + value.currency.text() + std::to_string(value.amountMinor);
        }

        std::string operator()(AtTime value) const { return "t" + std::to_string(value.ms); }

        std::string operator()(Span value) const { return "d" + std::to_string(value.ms); }
    };

    return std::visit(Encoder{}, argument);
}

std::optional<std::int64_t> wholeNumber(std::string_view text)
{
    std::int64_t out = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), out);
    if (fault != std::errc{} || end != text.data() + text.size())
        return std::nullopt;
    return out;
}

std::optional<ReasonArgument> decodeArgument(std::string_view text)
{
    if (text.empty())
        return std::nullopt;
    const char kind = text.front();
    text.remove_prefix(1);
    if (kind == 's')
        return ReasonArgument(std::string(text));
    std::optional<base::Currency> currency;
    if (kind == 'm') {
        currency = base::Currency::parse(text.substr(0, 3));
        if (!currency)
            return std::nullopt;
        text.remove_prefix(3);
    }
    const auto number = wholeNumber(text);
    if (!number)
        return std::nullopt;
    switch (kind) {
    case 'i':
        return ReasonArgument(*number);
    case 'm':
        return ReasonArgument(base::Money{*number, *currency});
    case 't':
        return ReasonArgument(AtTime{*number});
    case 'd':
        return ReasonArgument(Span{*number});
    default:
        return std::nullopt;
    }
}

} // namespace

std::string_view reasonCodeName(ReasonCode code)
{
    for (const auto &[value, name] : names) {
        if (value == code)
            return name;
    }
    return {};
}

std::optional<ReasonCode> parseReasonCode(std::string_view name)
{
    for (const auto &[value, known] : names) {
        if (known == name)
            return value;
    }
    return std::nullopt;
}

std::string encodeReason(const Reason &reason)
{
    std::string out(reasonCodeName(reason.code));
    for (const auto &argument : reason.arguments) {
        out += separator;
        out += encodeArgument(argument);
    }
    return out;
}

std::optional<Reason> decodeReason(std::string_view text)
{
    std::vector<std::string> parts(1);
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\\' && i + 1 < text.size()) {
            ++i;
            parts.back() += text[i] == 'n' ? '\n' : text[i];
        } else if (text[i] == separator) {
            parts.emplace_back();
        } else {
            parts.back() += text[i];
        }
    }
    const auto code = parseReasonCode(parts.front());
    if (!code)
        return std::nullopt;
    Reason out{*code, {}};
    for (std::size_t i = 1; i < parts.size(); ++i) {
        auto argument = decodeArgument(parts[i]);
        if (!argument)
            return std::nullopt;
        out.arguments.push_back(std::move(*argument));
    }
    return out;
}

} // namespace topline::domain
