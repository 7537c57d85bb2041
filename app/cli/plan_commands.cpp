#include "app/cli/commands.h"
#include "app/cli/json_values.h"
#include "app/cli/session.h"
#include "core/base/number_text.h"
#include "core/engine/deals/plan_work.h"
#include "core/engine/reads/reads.h"
#include "ui/text/names_text.h"

#include <charconv>

namespace topline::app {

namespace {

base::Result<domain::DealId> dealOf(const std::string &text)
{
    domain::DealId out;
    const auto end = text.data() + text.size();
    const auto [stop, fault] = std::from_chars(text.data(), end, out.value);
    if (fault != std::errc() || stop != end || !out.isSet())
        return base::Error{base::ErrorCode::NotFound, "There is no deal \"" + text + "\".",
                           "Nothing was changed.", "The ids are in the list of deals."};
    return out;
}

// A line of a list by its number, from 1.
template <typename T> base::Result<T> lineOf(const std::vector<T> &lines, const std::string &number)
{
    std::size_t out = 0;
    const auto end = number.data() + number.size();
    const auto [stop, fault] = std::from_chars(number.data(), end, out);
    if (fault != std::errc() || stop != end || out < 1 || out > lines.size())
        return base::Error{base::ErrorCode::NotFound, "There is no line " + number + ".",
                           "Nothing was changed.", "The plan of the deal numbers its lines."};
    return lines[out - 1];
}

} // namespace

base::Result<Reply> tellPlanOf(Session &session, domain::DealId deal)
{
    TRY_ASSIGN(const auto plan, session.engine().reads().plan(deal));
    const auto format = session.format();
    Reply out;
    QJsonArray tasks;
    QJsonArray exits;
    out.text = ui::text::fromUtf8(plan.dealName) + QLatin1Char('\n');
    int number = 0;
    for (const auto &task : plan.tasks) {
        tasks.append(
            QJsonObject{{QStringLiteral("id"), toQt(task.id.text())},
                        {QStringLiteral("task"), toQt(task.task)},
                        {QStringLiteral("side"), toQt(domain::planSideName(task.side))},
                        {QStringLiteral("due"), jsonTime(task.dueMs)},
                        {QStringLiteral("state"), toQt(domain::planTaskStateName(task.state))}});
        const bool isOpen = task.state == domain::PlanTaskState::Open;
        out.text += QStringLiteral("%1. [%2] %3: %4%5\n")
                        .arg(++number)
                        .arg(QLatin1String(isOpen ? " " : "x"),
                             toQt(domain::planSideName(task.side)), toQt(task.task),
                             task.dueMs ? QStringLiteral(", due %1%2")
                                              .arg(format.date(*task.dueMs),
                                                   isOpen && *task.dueMs < session.now()
                                                       ? QStringLiteral(" (late)")
                                                       : QString())
                                        : QString());
    }
    if (plan.tasks.empty())
        out.text += QStringLiteral("No task yet.\n");
    if (!plan.exits.empty())
        out.text += QStringLiteral("\nTo leave %1:\n").arg(toQt(plan.stageName));
    number = 0;
    for (const auto &line : plan.exits) {
        exits.append(QJsonObject{{QStringLiteral("id"), toQt(line.check.id.text())},
                                 {QStringLiteral("text"), toQt(line.check.text)},
                                 {QStringLiteral("met"), jsonTime(line.metMs)}});
        out.text += QStringLiteral("%1. [%2] %3\n")
                        .arg(++number)
                        .arg(QLatin1String(line.metMs ? "x" : " "), toQt(line.check.text));
    }
    out.document = {{QStringLiteral("deal"), jsonInteger(deal.value)},
                    {QStringLiteral("name"), toQt(plan.dealName)},
                    {QStringLiteral("stage"), toQt(plan.stageName)},
                    {QStringLiteral("ownChecklist"), plan.isOwnList},
                    {QStringLiteral("items"), tasks},
                    {QStringLiteral("checks"), exits}};
    return out;
}

base::Result<Reply> runPlan(const Invocation &invocation)
{
    TRY_ASSIGN(const auto deal, dealOf(invocation.arguments[0]));
    TRY_ASSIGN(const auto session, Session::open(invocation));
    return tellPlanOf(*session, deal);
}

base::Result<Reply> runPlanAdd(const Invocation &invocation)
{
    domain::PlanTask task;
    const auto side = domain::parsePlanSide(invocation.option("side", "us"));
    if (!side)
        return usageReply("--side is us or them.");
    task.side = *side;
    if (invocation.has("due")) {
        const auto due = base::parseTime(invocation.option("due"));
        if (!due.ok())
            return usageReply("--due is no time: " + due.error().message);
        task.dueMs = due->utcMs;
    }
    TRY_ASSIGN(task.deal, dealOf(invocation.arguments[0]));
    task.task = invocation.arguments[1];
    TRY_ASSIGN(const auto session, Session::open(invocation));
    const auto made = session->engine().plans().setTask(task);
    if (!made.ok())
        return made.error();
    return tellPlanOf(*session, task.deal);
}

base::Result<Reply> runPlanSet(const Invocation &invocation)
{
    const auto state = domain::parsePlanTaskState(invocation.arguments[2]);
    if (!state)
        return usageReply("A task is open, done or dropped.");
    TRY_ASSIGN(const auto deal, dealOf(invocation.arguments[0]));
    TRY_ASSIGN(const auto session, Session::open(invocation));
    TRY_ASSIGN(const auto plan, session->engine().reads().plan(deal));
    TRY_ASSIGN(domain::PlanTask task, lineOf(plan.tasks, invocation.arguments[1]));
    task.state = *state;
    const auto changed = session->engine().plans().setTask(task);
    if (!changed.ok())
        return changed.error();
    return tellPlanOf(*session, deal);
}

base::Result<Reply> runPlanCheck(const Invocation &invocation)
{
    TRY_ASSIGN(const auto deal, dealOf(invocation.arguments[0]));
    TRY_ASSIGN(const auto session, Session::open(invocation));
    TRY_ASSIGN(const auto plan, session->engine().reads().plan(deal));
    TRY_ASSIGN(const domain::ExitLine line, lineOf(plan.exits, invocation.arguments[1]));
    TRY(session->engine().plans().setMet(deal, line.check.id, !invocation.has("not")));
    return tellPlanOf(*session, deal);
}

} // namespace topline::app
