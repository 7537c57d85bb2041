#include "core/crm/demo_answers.h"

#include "core/crm/demo_hours.h"
#include "core/crm/demo_truth.h"

#include <algorithm>
#include <cmath>

namespace topline::crm {

namespace {

using domain::ActionKind;
using domain::EventKind;

bool reachesTheBuyer(const DemoExecution &execution)
{
    return execution.kind != ActionKind::StageChange && execution.kind != ActionKind::FieldEdit &&
           execution.account.has_value();
}

class Answering {
public:
    Answering(const DemoCompany &company, const DemoExecution &execution, DemoAnswers &out)
        : m_company(company)
        , m_execution(execution)
        , m_out(out)
        , m_random(base::mixSeeds(base::mixSeeds(company.seed, "answer"), execution.effectId))
        , m_number(m_random.next() & ~0xfULL)
    {
    }

    void answer(bool mayLift)
    {
        if (m_execution.kind == ActionKind::StageChange) {
            m_out.changes[m_execution.dealRemoteId].push_back(
                {m_execution.atMs + 1, m_execution.stage});
            return;
        }
        if (m_execution.kind == ActionKind::FieldEdit) {
            m_out.edits[m_execution.editedId].push_back({m_execution.atMs + 1, m_execution.fields});
            return;
        }
        if (!m_execution.account)
            return;
        // Every chance is drawn whether or not it can matter, so that one rule never moves another.
        const bool meets = m_random.chance((demoMeetingRateActed - demoMeetingRateAlone) /
                                           (1 - demoMeetingRateAlone));
        const bool moves = m_random.chance(demoStageProgressRate);
        const double meetingDays = 0.1 + 6.4 * m_random.uniform();
        const double moveDays = 0.8 + 5 * m_random.uniform();
        echo();
        if (meets && mayLift)
            addMeeting(meetingDays);
        if (moves && !m_execution.dealRemoteId.empty())
            m_out.changes[m_execution.dealRemoteId].push_back({after(moveDays), std::nullopt});
    }

private:
    base::UtcMs after(double days) const
    {
        return m_execution.atMs +
               static_cast<base::DurationMs>(days * static_cast<double>(base::dayMs));
    }

    void add(EventKind kind, base::UtcMs atMs, std::string title, std::string body = {})
    {
        DemoEvent event;
        event.kind = kind;
        event.atMs = atMs;
        event.account = *m_execution.account;
        event.contact = m_execution.contact
                            ? *m_execution.contact
                            : reachableContact(m_company, event.account, m_execution.atMs % 5);
        event.series = 'a';
        event.number = m_number++;
        event.title = std::move(title);
        event.body = std::move(body);
        m_out.events.push_back(std::move(event));
    }

    // What the CRM itself shows of the work, and what comes straight back.
    void echo()
    {
        const base::UtcMs at = m_execution.atMs;
        if (m_execution.kind == ActionKind::Email) {
            add(EventKind::EmailSent, at + 1, m_execution.subject, m_execution.body);
            const bool replies = m_random.chance(demoReplyRate);
            const bool opens = m_random.chance(demoOpenRate);
            const double hours = std::min(60.0, m_random.logNormal(4, 0.9));
            if (replies)
                add(EventKind::EmailReplied, after(hours / 24), "Re: " + m_execution.subject,
                    "Thank you for the mail. Let me talk to my team and come back to you this "
                    "week.");
            else if (opens)
                add(EventKind::EmailOpened, after(hours / 48), m_execution.subject);
        } else if (m_execution.kind == ActionKind::Call) {
            const base::UtcMs calls = at + m_random.between(3, 25) * base::minuteMs;
            add(EventKind::CallMade, calls, m_execution.subject);
            if (m_random.chance(demoCallAnsweredRate))
                add(EventKind::CallAnswered, calls + base::minuteMs, "Call answered");
            add(EventKind::TaskDone, calls + 6 * base::minuteMs, m_execution.subject);
        } else {
            add(EventKind::TaskDone, at + m_random.between(40, 420) * base::minuteMs,
                m_execution.subject);
        }
    }

    void addMeeting(double days)
    {
        const int offset = m_company.accounts[*m_execution.account].offsetMinutes;
        const base::UtcMs booked = std::clamp(demoWorkingTime(m_random, after(days), offset),
                                              m_execution.atMs + 10 * base::minuteMs,
                                              m_execution.atMs + demoMeetingDelayMaxMs);
        add(EventKind::MeetingBooked, booked, "Meeting booked: 30 minutes");
        const base::UtcMs held =
            demoWorkingTime(m_random, booked + m_random.between(1, 4) * base::dayMs, offset);
        if (m_random.chance(0.88))
            add(EventKind::MeetingHeld, held, "Meeting held");
        else
            add(EventKind::MeetingMissed, held, "Meeting missed");
    }

    const DemoCompany &m_company;
    const DemoExecution &m_execution;
    DemoAnswers &m_out;
    base::Random m_random;
    std::uint64_t m_number;
};

} // namespace

DemoAnswers answerDemoExecutions(const DemoCompany &company,
                                 const std::vector<DemoExecution> &executions)
{
    DemoAnswers out;
    std::map<std::size_t, base::UtcMs> liftedMs;
    for (const DemoExecution &execution : executions) {
        bool mayLift = false;
        if (reachesTheBuyer(execution)) {
            const auto [last, first] = liftedMs.emplace(*execution.account, execution.atMs);
            mayLift = first || execution.atMs - last->second >= demoMeetingWindowMs;
            if (mayLift)
                last->second = execution.atMs;
        }
        Answering(company, execution, out).answer(mayLift);
    }
    std::sort(out.events.begin(), out.events.end(), demoEventBefore);
    for (auto &[deal, changes] : out.changes) {
        std::stable_sort(changes.begin(), changes.end(),
                         [](const auto &a, const auto &b) { return a.atMs < b.atMs; });
    }
    for (auto &[record, edits] : out.edits) {
        std::stable_sort(edits.begin(), edits.end(),
                         [](const auto &a, const auto &b) { return a.atMs < b.atMs; });
    }
    return out;
}

} // namespace topline::crm
