#include "core/engine/send_guard_desk.h"

#include "core/engine/mode_rules.h"

#include <algorithm>
#include <functional>
#include <optional>

namespace topline::engine {

namespace {

base::Error invalid(std::string message, std::string todo)
{
    return {.code = base::ErrorCode::InvalidInput,
            .message = std::move(message),
            .kept = "Nothing was changed.",
            .todo = std::move(todo)};
}

base::Status inStep(Context &context, const char *name,
                    const std::function<base::Status(Step &)> &work)
{
    TRY_ASSIGN(Step step, Step::begin(context, name));
    TRY(work(step));
    step.changes().settings = true;
    return step.commit();
}

const domain::Play *playOf(const Context &context, const std::string &id)
{
    for (const auto &play : context.plays) {
        if (play.id == id)
            return &play;
    }
    return nullptr;
}

base::Error noPlay(const std::string &id)
{
    return {.code = base::ErrorCode::NotFound,
            .message = "There is no play \"" + id + "\".",
            .kept = "Nothing was changed."};
}

// Both by people and by rules.
base::Status noteMode(Step &step, const domain::ModeChange &change, std::string_view who)
{
    TRY(step.tables().modes.add(change));
    step.changes().settings = true;
    return step.log(domain::LedgerKind::ModeChanged, who, domain::AccountId{},
                    {{"count", change.count},
                     {"mode", std::string(domain::modeName(change.mode))},
                     {"of", change.of},
                     {"play", change.playId},
                     {"why", std::string(domain::modeWhyName(change.why))}});
}

base::Status checkCalendar(const domain::WorkCalendar &calendar)
{
    if (!calendar.zone.empty() && !base::TimeZone::find(calendar.zone).ok())
        return invalid("There is no time zone named \"" + calendar.zone + "\".",
                       "Use a name such as Europe/Berlin.");
    for (const auto &span : calendar.week) {
        if (span && (span->fromMs < 0 || span->fromMs >= span->toMs || span->toMs > base::dayMs))
            return invalid("Working hours end after they begin.", "Correct the hours of the day.");
    }
    return {};
}

} // namespace

base::Status GuardDesk::stopContact(const ReachAddress &address, domain::StopWhy why,
                                    const std::string &note)
{
    return inStep(m_context, "stop-contact", [&](Step &step) {
        return ConsentBook(step).put(address, why, note, actor::rep);
    });
}

base::Status GuardDesk::release(const base::Uuid &row, const std::string &why)
{
    return inStep(m_context, "release",
                  [&](Step &step) { return ConsentBook(step).release(row, why); });
}

base::Status GuardDesk::noteConsent(const ReachAddress &address, const domain::Consent &consent)
{
    return inStep(m_context, "consent",
                  [&](Step &step) { return ConsentBook(step).note(address, consent, actor::rep); });
}

base::Status GuardDesk::resumeChannel(domain::Channel channel)
{
    return inStep(m_context, "resume", [&](Step &step) -> base::Status {
        TRY(step.tables().sendLimits.resume(channel, step.now()));
        return step.log(domain::LedgerKind::PolicyChanged, actor::rep, domain::AccountId{},
                        {{"channel_resumed", std::string(domain::channelName(channel))}});
    });
}

base::Status GuardDesk::beginCounting()
{
    return inStep(m_context, "count-anew", [&](Step &step) -> base::Status {
        TRY(step.tables().sendLimits.beginEra(step.now()));
        return step.log(domain::LedgerKind::PolicyChanged, actor::rep, domain::AccountId{},
                        {{"mails_count_anew", true}});
    });
}

base::Status GuardDesk::promote(const std::string &playId)
{
    if (!playOf(m_context, playId))
        return noPlay(playId);
    return inStep(m_context, "promote", [&](Step &step) -> base::Status {
        TRY_ASSIGN(const auto conducts, step.tables().modes.conduct());
        const auto found = std::find_if(conducts.begin(), conducts.end(),
                                        [&](const auto &each) { return each.playId == playId; });
        if (found == conducts.end() || !hasEarnedAuto(*found, step.policy().guards))
            return base::Error{.code = base::ErrorCode::Refused,
                               .message = "This play has not earned it yet.",
                               .kept = "It goes on asking first.",
                               .todo = "It takes enough approvals, nearly all of them unchanged, "
                                       "and no complaint."};
        return noteMode(step,
                        {playId, domain::Mode::Auto, domain::ModeWhy::Earned, found->unedited,
                         found->approvals, step.now()},
                        actor::rep);
    });
}

base::Status GuardDesk::setMode(const std::string &playId, domain::Mode mode)
{
    if (!playOf(m_context, playId))
        return noPlay(playId);
    if (mode == domain::Mode::Auto)
        return promote(playId);
    return inStep(m_context, "mode", [&](Step &step) {
        return noteMode(step, {playId, mode, domain::ModeWhy::ByHand, 0, 0, step.now()},
                        actor::rep);
    });
}

base::Status GuardDesk::setCalendar(const domain::WorkCalendar &calendar)
{
    TRY(checkCalendar(calendar));
    domain::WorkCalendar sorted = calendar;
    std::sort(sorted.daysOff.begin(), sorted.daysOff.end());
    return inStep(m_context, "calendar", [&](Step &step) -> base::Status {
        TRY(step.tables().workCalendars.set(sorted));
        return step.log(domain::LedgerKind::PolicyChanged, actor::rep, domain::AccountId{},
                        {{"working_hours_of", calendar.owner.value}});
    });
}

base::Status GuardDesk::removeCalendar(domain::OwnerId owner)
{
    return inStep(m_context, "calendar", [&](Step &step) -> base::Status {
        TRY(step.tables().workCalendars.remove(owner));
        return step.log(domain::LedgerKind::PolicyChanged, actor::rep, domain::AccountId{},
                        {{"working_hours_of", owner.value}});
    });
}

base::Status GuardDesk::setSeat(const domain::RoutingSeat &seat)
{
    if (seat.weight < 1 || seat.weight > 100 || seat.capacity < 1 || seat.capacity > 1'000)
        return invalid("A weight is 1 to 100, a capacity 1 to 1,000.", "Correct the number.");
    return inStep(m_context, "seat", [&](Step &step) -> base::Status {
        TRY_ASSIGN(const auto owner, step.tables().catalogue.owner(seat.owner));
        if (!owner)
            return base::Error{.code = base::ErrorCode::NotFound,
                               .message = "There is no such rep.",
                               .kept = "Nothing was changed."};
        TRY(step.tables().routing.setSeat(seat));
        return step.log(domain::LedgerKind::PolicyChanged, actor::rep, domain::AccountId{},
                        {{"capacity", seat.capacity},
                         {"present", seat.isPresent},
                         {"seat_of", seat.owner.value},
                         {"weight", seat.weight}});
    });
}

base::Status GuardDesk::removeSeat(domain::OwnerId owner)
{
    return inStep(m_context, "seat", [&](Step &step) -> base::Status {
        TRY(step.tables().routing.removeSeat(owner));
        return step.log(domain::LedgerKind::PolicyChanged, actor::rep, domain::AccountId{},
                        {{"seat_removed", owner.value}});
    });
}

base::Result<bool> demoteWhereDue(Step &step)
{
    TRY_ASSIGN(const auto modes, step.tables().modes.modes());
    const auto isAuto = [&](const domain::Play &play) {
        const auto found = modes.find(play.id);
        return (found == modes.end() ? play.mode : found->second.mode) == domain::Mode::Auto;
    };
    const auto &plays = step.context().plays;
    if (std::none_of(plays.begin(), plays.end(), isAuto))
        return false;
    TRY_ASSIGN(const auto conducts, step.tables().modes.conduct());
    bool isChanged = false;
    for (const auto &conduct : conducts) {
        const domain::Play *play = playOf(step.context(), conduct.playId);
        const auto demotion = demotionOf(conduct, step.policy().guards);
        if (!play || !isAuto(*play) || !demotion)
            continue;
        TRY(noteMode(step,
                     {conduct.playId, domain::Mode::Approval, demotion->why, demotion->count,
                      demotion->of, step.now()},
                     actor::engine));
        isChanged = true;
    }
    return isChanged;
}

} // namespace topline::engine
