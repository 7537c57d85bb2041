#include "core/engine/guards/send_guard_desk.h"

#include "core/engine/guards/guard_checks.h"
#include "core/engine/guards/mode_rules.h"
#include "core/engine/guards/play_set.h"

#include <algorithm>
#include <functional>
#include <optional>

namespace topline::engine {

namespace {

base::Error noRep()
{
    return {.code = base::ErrorCode::NotFound,
            .message = "There is no such rep.",
            .kept = "Nothing was changed."};
}

// Nobody stands for everybody without a row of their own.
base::Result<bool> isKnown(Step &step, domain::OwnerId owner)
{
    if (!owner.isSet())
        return true;
    TRY_ASSIGN(const auto known, step.tables().catalogue.owner(owner));
    return known.has_value();
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

// Absent: nobody set any, or there is no such seat.
base::Result<std::string> calendarBefore(Step &step, domain::OwnerId owner)
{
    TRY_ASSIGN(const auto all, step.tables().workCalendars.all());
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const auto &each) { return each.owner == owner; });
    return found == all.end() ? std::string("none of their own") : calendarText(*found);
}

base::Result<std::string> seatBefore(Step &step, domain::OwnerId owner)
{
    TRY_ASSIGN(const auto all, step.tables().routing.seats());
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const auto &each) { return each.owner == owner; });
    return found == all.end() ? std::string("none") : seatText(*found);
}

} // namespace

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
    const auto lacking = [](const char *field, const char *message, const char *todo) {
        return base::Error{.code = base::ErrorCode::InvalidInput,
                           .message = message,
                           .kept = "Nothing was changed.",
                           .todo = todo,
                           .place = base::Place{.file = {}, .field = field}};
    };
    if (consent.source.find_first_not_of(" \t\r\n") == std::string::npos)
        return lacking("source", "A consent is only noted with its source.",
                       "Write down how it was said, and when.");
    if (consent.basis != "consent" && consent.basis != "contract" &&
        consent.basis != "legitimate_interest")
        return lacking("basis", "There is no such basis for writing to somebody.",
                       "It is consent, contract or legitimate_interest.");
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

base::Status GuardDesk::note(const domain::ModeChange &change)
{
    TRY(inStep(m_context, "mode", [&](Step &step) { return noteMode(step, change, actor::rep); }));
    const auto &tables = m_context.tables();
    return m_context.playSet ? m_context.playSet->refresh(tables.plays, tables.modes)
                             : base::Status();
}

base::Status GuardDesk::promote(const std::string &playId)
{
    if (!playOf(m_context, playId))
        return noPlay(playId);
    TRY_ASSIGN(const auto conducts, m_context.tables().modes.conduct());
    const auto found = std::find_if(conducts.begin(), conducts.end(),
                                    [&](const auto &each) { return each.playId == playId; });
    if (found == conducts.end() || !hasEarnedAuto(*found, m_context.policy.guards))
        return base::Error{.code = base::ErrorCode::Refused,
                           .message = "This play has not earned it yet.",
                           .kept = "It goes on asking first.",
                           .todo = "It takes enough approvals, nearly all of them unchanged, "
                                   "and no complaint."};
    return note({playId, domain::Mode::Auto, domain::ModeWhy::Earned, found->unedited,
                 found->approvals, m_context.clock.now()});
}

base::Status GuardDesk::setMode(const std::string &playId, std::optional<domain::Mode> mode)
{
    const domain::Play *const play = playOf(m_context, playId);
    if (!play)
        return noPlay(playId);
    TRY_ASSIGN(const auto modes, m_context.tables().modes.modes());
    const auto last = modes.find(playId);
    const bool isSet = last != modes.end() && last->second.why != domain::ModeWhy::Document;
    const auto now = m_context.clock.now();
    if (!mode)
        return isSet ? note({playId, play->mode, domain::ModeWhy::Document, 0, 0, now})
                     : base::Status();
    if (isSet && last->second.mode == *mode)
        return {};
    const domain::ModeChange wanted{playId, *mode, domain::ModeWhy::ByHand, 0, 0, now};
    return modeInForce(*play, &wanted) == *mode ? note(wanted) : promote(playId);
}

base::Status GuardDesk::setCalendar(const domain::WorkCalendar &calendar)
{
    TRY(checkCalendar(calendar));
    domain::WorkCalendar sorted = calendar;
    std::sort(sorted.daysOff.begin(), sorted.daysOff.end());
    return inStep(m_context, "calendar", [&](Step &step) -> base::Status {
        TRY_ASSIGN(const bool known, isKnown(step, calendar.owner));
        if (!known)
            return noRep();
        TRY_ASSIGN(const std::string before, calendarBefore(step, calendar.owner));
        TRY(step.tables().workCalendars.set(sorted));
        return step.log(domain::LedgerKind::PolicyChanged, actor::rep, domain::AccountId{},
                        {{"after", calendarText(sorted)},
                         {"before", before},
                         {"working_hours_of", calendar.owner.value}});
    });
}

base::Status GuardDesk::removeCalendar(domain::OwnerId owner)
{
    return inStep(m_context, "calendar", [&](Step &step) -> base::Status {
        TRY_ASSIGN(const std::string before, calendarBefore(step, owner));
        TRY(step.tables().workCalendars.remove(owner));
        return step.log(domain::LedgerKind::PolicyChanged, actor::rep, domain::AccountId{},
                        {{"after", std::string("none of their own")},
                         {"before", before},
                         {"working_hours_of", owner.value}});
    });
}

base::Status GuardDesk::setSeat(const domain::RoutingSeat &seat)
{
    TRY(checkSeat(seat, m_context.clock.now()));
    return inStep(m_context, "seat", [&](Step &step) -> base::Status {
        TRY_ASSIGN(const bool known, isKnown(step, seat.owner));
        if (!known || !seat.owner.isSet())
            return noRep();
        TRY_ASSIGN(const std::string before, seatBefore(step, seat.owner));
        TRY(step.tables().routing.setSeat(seat));
        return step.log(
            domain::LedgerKind::PolicyChanged, actor::rep, domain::AccountId{},
            {{"after", seatText(seat)}, {"before", before}, {"seat_of", seat.owner.value}});
    });
}

base::Status GuardDesk::removeSeat(domain::OwnerId owner)
{
    return inStep(m_context, "seat", [&](Step &step) -> base::Status {
        TRY_ASSIGN(const std::string before, seatBefore(step, owner));
        TRY(step.tables().routing.removeSeat(owner));
        return step.log(
            domain::LedgerKind::PolicyChanged, actor::rep, domain::AccountId{},
            {{"after", std::string("none")}, {"before", before}, {"seat_of", owner.value}});
    });
}

base::Result<bool> demoteWhereDue(Step &step)
{
    TRY_ASSIGN(const auto modes, step.tables().modes.modes());
    const auto isAuto = [&](const domain::Play &play) {
        const auto found = modes.find(play.id);
        return modeInForce(play, found == modes.end() ? nullptr : &found->second) ==
               domain::Mode::Auto;
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
