#include "core/store/settings_store.h"

#include "core/store/query.h"
#include "core/store/record_row.h"
#include "core/store/text_list.h"

#include <charconv>
#include <map>
#include <utility>

namespace topline::store {

using base::Result;

namespace {

template <typename Signals, typename Visit>
base::Status eachSignalField(Signals &signals, Visit &visit)
{
    TRY(visit("signals.look_back_ms", signals.lookBackMs));
    TRY(visit("signals.visit_gap_ms", signals.visitGapMs));
    TRY(visit("signals.disabled", signals.disabled));
    TRY(visit("signals.pricing_window_ms", signals.pricingWindowMs));
    TRY(visit("signals.pricing_visits_min", signals.pricingVisitsMin));
    TRY(visit("signals.compare_window_ms", signals.compareWindowMs));
    TRY(visit("signals.docs_pages_min", signals.docsPagesMin));
    TRY(visit("signals.docs_read_min_ms", signals.docsReadMinMs));
    TRY(visit("signals.deep_visit_min_ms", signals.deepVisitMinMs));
    TRY(visit("signals.deep_scroll_percent_min", signals.deepScrollPercentMin));
    TRY(visit("signals.intent_score_min", signals.intentScoreMin));
    TRY(visit("signals.proposal_views_min", signals.proposalViewsMin));
    TRY(visit("signals.proposal_window_ms", signals.proposalWindowMs));
    TRY(visit("signals.room_quiet_ms", signals.roomQuietMs));
    TRY(visit("signals.surge_window_ms", signals.surgeWindowMs));
    TRY(visit("signals.surge_events_min", signals.surgeEventsMin));
    TRY(visit("signals.surge_cooldown_ms", signals.surgeCooldownMs));
    TRY(visit("signals.baseline_ms", signals.baselineMs));
    TRY(visit("signals.baseline_prior_ms", signals.baselinePriorMs));
    TRY(visit("signals.baseline_tail_ppm", signals.baselineTailPpm));
    TRY(visit("signals.baseline_events_min", signals.baselineEventsMin));
    TRY(visit("signals.baseline_people_min", signals.baselinePeopleMin));
    TRY(visit("signals.stall_ms", signals.stallMs));
    TRY(visit("signals.silence_ms", signals.silenceMs));
    TRY(visit("signals.amount_move_percent_min", signals.amountMovePercentMin));
    TRY(visit("signals.close_move_min_ms", signals.closeMoveMinMs));
    TRY(visit("signals.lost_return_min_ms", signals.lostReturnMinMs));
    TRY(visit("signals.champion_silent_ms", signals.championSilentMs));
    TRY(visit("signals.stakeholder_new_ms", signals.stakeholderNewMs));
    TRY(visit("signals.usage_drop_percent", signals.usageDropPercent));
    TRY(visit("signals.usage_spike_percent", signals.usageSpikePercent));
    TRY(visit("signals.usage_week_min", signals.usageWeekMin));
    TRY(visit("signals.usage_limit_percent", signals.usageLimitPercent));
    TRY(visit("signals.ticket_window_ms", signals.ticketWindowMs));
    TRY(visit("signals.tickets_min", signals.ticketsMin));
    TRY(visit("signals.renewal_ms", signals.renewalMs));
    TRY(visit("signals.bot_after_send_ms", signals.botAfterSendMs));
    TRY(visit("signals.bot_links_min", signals.botLinksMin));
    TRY(visit("signals.bot_burst_ms", signals.botBurstMs));
    return {};
}

// Every threshold by its name; Visit is called as visit(name, field) for const and mutable alike.
template <typename Policy, typename Visit> base::Status eachField(Policy &policy, Visit &&visit)
{
    auto &signals = policy.signals;
    TRY(eachSignalField(signals, visit));
    auto &scores = policy.scores;
    TRY(visit("scores.click_half_life_ms", scores.clickHalfLifeMs));
    TRY(visit("scores.page_half_life_ms", scores.pageHalfLifeMs));
    TRY(visit("scores.meeting_half_life_ms", scores.meetingHalfLifeMs));
    TRY(visit("scores.web_cap_points", scores.webCapPoints));
    TRY(visit("scores.email_cap_points", scores.emailCapPoints));
    TRY(visit("scores.meeting_cap_points", scores.meetingCapPoints));
    TRY(visit("scores.hot_points", scores.hotPoints));
    TRY(visit("scores.warm_points", scores.warmPoints));
    TRY(visit("scores.hysteresis_points", scores.hysteresisPoints));
    TRY(visit("scores.accept_ms", scores.acceptMs));
    TRY(visit("scores.meddic_from_major", scores.meddicFromMajor));
    TRY(visit("scores.icp", scores.icp));
    auto &suppression = policy.suppression;
    TRY(visit("suppression.channel_cooldown_ms", suppression.channelCooldownMs));
    TRY(visit("suppression.touch_window_ms", suppression.touchWindowMs));
    TRY(visit("suppression.person_touches_max", suppression.personTouchesMax));
    TRY(visit("suppression.account_touches_max", suppression.accountTouchesMax));
    TRY(visit("suppression.reply_quiet_ms", suppression.replyQuietMs));
    TRY(visit("suppression.play_cooldown_ms", suppression.playCooldownMs));
    auto &guards = policy.guards;
    TRY(visit("guards.auto_mails_per_rep_day", guards.autoMailsPerRepDay));
    TRY(visit("guards.mails_per_day", guards.mailsPerDay));
    TRY(visit("guards.mails_per_domain_day", guards.mailsPerDomainDay));
    TRY(visit("guards.reach_from_ms", guards.reachFromMs));
    TRY(visit("guards.reach_to_ms", guards.reachToMs));
    TRY(visit("guards.reach_weekends", guards.reachWeekends));
    TRY(visit("guards.off_hours", guards.offHours));
    TRY(visit("guards.cool_off_ms", guards.coolOffMs));
    TRY(visit("guards.absence_ms", guards.absenceMs));
    TRY(visit("guards.needs_consent", guards.needsConsent));
    TRY(visit("guards.promote_approvals", guards.promoteApprovals));
    TRY(visit("guards.promote_unedited_percent", guards.promoteUneditedPercent));
    TRY(visit("guards.demote_bounce_permille", guards.demoteBouncePermille));
    TRY(visit("guards.demote_unsubscribe_permille", guards.demoteUnsubscribePermille));
    TRY(visit("guards.demote_complaint_permille", guards.demoteComplaintPermille));
    TRY(visit("guards.demote_sends_min", guards.demoteSendsMin));
    TRY(visit("guards.breaker_unknowns", guards.breakerUnknowns));
    TRY(visit("guards.breaker_window_ms", guards.breakerWindowMs));
    auto &feed = policy.feed;
    TRY(visit("feed.freshness_half_life_ms", feed.freshnessHalfLifeMs));
    TRY(visit("feed.hold_ms", feed.holdMs));
    TRY(visit("feed.expire_ms", feed.expireMs));
    TRY(visit("feed.daily_capacity", feed.dailyCapacity));
    TRY(visit("holdout.salt", policy.holdout.salt));
    TRY(visit("holdout.share_permille", policy.holdout.sharePermille));
    TRY(visit("zone", policy.zone));
    return visit("automation_stopped", policy.automationStopped);
}

base::Error unreadable(const std::string &key, const std::string &value)
{
    return {base::ErrorCode::Corrupt,
            "The setting \"" + key + "\" has the value \"" + value + "\", which cannot be read.",
            "Nothing was changed.", "Set it again, or restore a backup."};
}

std::string settingText(std::int64_t value)
{
    return std::to_string(value);
}

std::string settingText(bool value)
{
    return value ? "1" : "0";
}

std::string settingText(const std::string &value)
{
    return value;
}

std::string settingText(domain::OffHours value)
{
    return std::to_string(static_cast<int>(value));
}

std::string settingText(const std::vector<std::string> &value)
{
    return encodeTexts(value);
}

std::string settingText(const domain::IcpPolicy &value)
{
    return domain::encodeIcp(value);
}

bool parseSetting(const std::string &text, std::int64_t &out)
{
    const auto *end = text.data() + text.size();
    const auto [stop, fault] = std::from_chars(text.data(), end, out);
    return fault == std::errc() && stop == end && !text.empty();
}

bool parseSetting(const std::string &text, bool &out)
{
    out = text == "1";
    return text == "0" || text == "1";
}

bool parseSetting(const std::string &text, domain::OffHours &out)
{
    const bool isKnown = text == "0" || text == "1" || text == "2";
    if (isKnown)
        out = static_cast<domain::OffHours>(text.front() - '0');
    return isKnown;
}

bool parseSetting(const std::string &text, std::string &out)
{
    out = text;
    return true;
}

bool parseSetting(const std::string &text, std::vector<std::string> &out)
{
    auto list = decodeTexts(text);
    if (list)
        out = std::move(*list);
    return list.has_value();
}

bool parseSetting(const std::string &text, domain::IcpPolicy &out)
{
    auto icp = domain::decodeIcp(text);
    if (icp.ok())
        out = std::move(*icp);
    return icp.ok();
}

// Leaves `out` as it is when there is no such row.
template <typename Field>
base::Status load(const SettingsStore &settings, const std::string &key, Field &out)
{
    TRY_ASSIGN(const auto text, settings.value(key));
    if (text && !parseSetting(*text, out))
        return unreadable(key, *text);
    return {};
}

} // namespace

Result<WorkspaceInfo> SettingsStore::info() const
{
    WorkspaceInfo out;
    std::string id;
    TRY(load(*this, "workspace.id", id));
    TRY(load(*this, "workspace.created_ms", out.createdMs));
    const auto parsed = base::Uuid::parse(id);
    if (!parsed)
        return unreadable("workspace.id", id);
    out.id = *parsed;
    return out;
}

Result<domain::Policy> SettingsStore::policy() const
{
    domain::Policy out;
    TRY(eachField(out, [this](const std::string &name, auto &field) {
        return load(*this, "policy." + name, field);
    }));
    return out;
}

Result<bool> SettingsStore::setPolicy(const domain::Policy &policy)
{
    bool changed = false;
    const auto store = [&](const std::string &name, const auto &field) -> base::Status {
        TRY(setValue("policy." + name, settingText(field)));
        changed = changed || m_database.changes() > 0;
        return {};
    };
    TRY(eachField(policy, store));
    return changed;
}

std::vector<SettingChange> settingChanges(const domain::Policy &before, const domain::Policy &after)
{
    std::map<std::string, std::string> was;
    // Neither visit can fail.
    static_cast<void>(eachField(before, [&](const std::string &name, const auto &field) {
        was[name] = settingText(field);
        return base::Status();
    }));
    std::vector<SettingChange> out;
    static_cast<void>(eachField(after, [&](const std::string &name, const auto &field) {
        std::string is = settingText(field);
        if (is != was[name])
            out.push_back({name, was[name], std::move(is)});
        return base::Status();
    }));
    return out;
}

Result<std::optional<DemoInfo>> SettingsStore::demo() const
{
    TRY_ASSIGN(const auto seed, value("demo.seed"));
    if (!seed)
        return std::optional<DemoInfo>();
    DemoInfo out;
    TRY(load(*this, "demo.seed", out.seed));
    TRY(load(*this, "demo.anchor_ms", out.anchorMs));
    return std::optional<DemoInfo>(out);
}

base::Status SettingsStore::setDemo(const DemoInfo &demo)
{
    TRY(setValue("demo.seed", settingText(demo.seed)));
    return setValue("demo.anchor_ms", settingText(demo.anchorMs));
}

Result<bool> SettingsStore::frozen() const
{
    bool out = false;
    TRY(load(*this, "frozen", out));
    return out;
}

base::Status SettingsStore::setFrozen(bool frozen)
{
    return setValue("frozen", settingText(frozen));
}

Result<std::optional<std::string>> SettingsStore::value(const std::string &key) const
{
    return readOne(m_database, "SELECT value FROM setting WHERE key = ?",
                   std::optional<std::string>(), key);
}

base::Status SettingsStore::setValue(const std::string &key, const std::string &value)
{
    return write(m_database,
                 "INSERT INTO setting (key, value) VALUES (?1, ?2) ON CONFLICT DO UPDATE "
                 "SET value = ?2 WHERE value <> ?2",
                 key, value);
}

base::Status SettingsStore::removeValue(const std::string &key)
{
    return write(m_database, "DELETE FROM setting WHERE key = ?", key);
}

namespace {

void readState(Statement &statement, SyncState &state)
{
    statement.read(state.system, state.cursor, state.okMs, state.triedMs, state.error);
}

} // namespace

Result<SyncState> SettingsStore::syncState(const std::string &system) const
{
    SyncState out;
    out.system = system;
    Statement statement(m_database,
                        "SELECT system, cursor, ok_ms, tried_ms, error FROM sync_state "
                        "WHERE system = ?",
                        system);
    TRY_ASSIGN(const bool known, statement.step());
    if (known)
        readState(statement, out);
    return out;
}

Result<std::vector<SyncState>> SettingsStore::syncStates() const
{
    std::vector<SyncState> out;
    Statement statement(m_database, "SELECT system, cursor, ok_ms, tried_ms, error "
                                    "FROM sync_state ORDER BY system");
    for (;;) {
        TRY_ASSIGN(const bool row, statement.step());
        if (!row)
            return out;
        readState(statement, out.emplace_back());
    }
}

base::Status SettingsStore::setSyncState(const SyncState &state)
{
    return write(m_database,
                 "INSERT INTO sync_state (system, cursor, ok_ms, tried_ms, error) "
                 "VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT DO UPDATE SET cursor = ?2, ok_ms = ?3, "
                 "tried_ms = ?4, error = ?5",
                 state.system, state.cursor, state.okMs, state.triedMs, state.error);
}

} // namespace topline::store
