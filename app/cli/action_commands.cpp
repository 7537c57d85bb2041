#include "app/cli/commands.h"
#include "app/cli/json_values.h"
#include "app/cli/session.h"
#include "core/base/number_text.h"
#include "core/engine/deals/plan_work.h"
#include "ui/text/names_text.h"

#include <algorithm>

namespace topline::app {

namespace {

base::Result<std::vector<base::Uuid>> findAll(engine::Engine &engine,
                                              const std::vector<std::string> &texts)
{
    std::vector<base::Uuid> out;
    for (const auto &text : texts) {
        TRY_ASSIGN(const auto action, engine.findAction(text));
        // The same action twice on one line is one action.
        if (std::find(out.begin(), out.end(), action.id) == out.end())
            out.push_back(action.id);
    }
    return out;
}

// What has become of these actions, for both kinds of reader.
base::Result<Reply> tellStates(Session &session, const std::vector<base::Uuid> &ids)
{
    const auto format = session.format();
    Reply out;
    QJsonArray items;
    for (const auto &id : ids) {
        TRY_ASSIGN(const auto action, session.engine().findAction(id.text()));
        items.append(
            QJsonObject{{QStringLiteral("id"), toQt(id.text())},
                        {QStringLiteral("state"), toQt(domain::actionStateName(action.state))},
                        {QStringLiteral("holdUntil"), jsonTime(action.holdUntilMs)},
                        {QStringLiteral("snoozedUntil"), jsonTime(action.snoozedUntilMs)}});
        QString line =
            toQt(id.text()) + QStringLiteral("  ") + ui::text::actionStateText(action.state);
        if (action.state == domain::ActionState::Approved && action.holdUntilMs)
            line += QStringLiteral(", leaves with run from %1 on; undo takes it back")
                        .arg(format.timeOfDay(*action.holdUntilMs));
        if (action.state == domain::ActionState::Snoozed && action.snoozedUntilMs)
            line += (action.untilReply ? QStringLiteral(" until a reply, at the latest %1")
                                       : QStringLiteral(" until %1"))
                        .arg(format.dateTime(*action.snoozedUntilMs));
        out.text += line + QLatin1Char('\n');
    }
    out.document = {{QStringLiteral("items"), items}};
    return out;
}

} // namespace

base::Result<Reply> runApprove(const Invocation &invocation)
{
    TRY_ASSIGN(const auto session, Session::open(invocation));
    TRY_ASSIGN(const auto ids, findAll(session->engine(), invocation.arguments));
    TRY(session->engine().approve(ids));
    return tellStates(*session, ids);
}

base::Result<Reply> runSnooze(const Invocation &invocation)
{
    if (invocation.has("until") && invocation.has("hours"))
        return usageReply("--until and --hours exclude each other.");
    TRY_ASSIGN(const auto session, Session::open(invocation));
    TRY_ASSIGN(const auto ids, findAll(session->engine(), invocation.arguments));
    const base::UtcMs now = session->now();
    base::UtcMs until = base::tomorrowAt(session->format().zone(), now, 9 * base::hourMs);
    const bool untilReply = invocation.has("until-reply");
    if (untilReply)
        until = now + 14 * base::dayMs;
    if (invocation.has("hours"))
        until = now + invocation.number("hours", 1) * base::hourMs;
    if (invocation.has("until"))
        until = base::parseTime(invocation.option("until"))->utcMs;
    if (until <= now)
        return usageReply("An action can be snoozed only to a time that is still to come.");
    TRY(session->engine().snooze(ids, until, untilReply));
    return tellStates(*session, ids);
}

base::Result<Reply> runDismiss(const Invocation &invocation)
{
    const std::string name = invocation.option("reason", "not_relevant");
    const auto reason = domain::parseDismissReason(name);
    if (!reason)
        return usageReply("There is no reason \"" + name +
                          "\": wrong_person, bad_timing, already_done, not_relevant or duplicate.");
    TRY_ASSIGN(const auto session, Session::open(invocation));
    TRY_ASSIGN(const auto ids, findAll(session->engine(), invocation.arguments));
    if (invocation.has("of")) {
        if (ids.size() != 1 || (invocation.has("reason") && name != "duplicate"))
            return usageReply("--of is for one action and the reason duplicate.");
        TRY_ASSIGN(const auto of, session->engine().findAction(invocation.option("of")));
        TRY(session->engine().markDuplicate(ids.front(), of.id));
        return tellStates(*session, ids);
    }
    TRY(session->engine().dismiss(ids, *reason));
    return tellStates(*session, ids);
}

base::Result<Reply> runDone(const Invocation &invocation)
{
    domain::Outcome outcome = domain::Outcome::None;
    if (invocation.has("outcome")) {
        const auto parsed = domain::parseOutcome(invocation.option("outcome"));
        if (!parsed)
            return usageReply("There is no outcome \"" + invocation.option("outcome") +
                              "\": connected, no_answer, meeting_booked, replied, not_interested "
                              "or other.");
        outcome = *parsed;
    }
    TRY_ASSIGN(const auto session, Session::open(invocation));
    TRY_ASSIGN(const auto ids, findAll(session->engine(), invocation.arguments));
    TRY(session->engine().markDone(ids, outcome));
    return tellStates(*session, ids);
}

base::Result<Reply> runUndo(const Invocation &invocation)
{
    TRY_ASSIGN(const auto session, Session::open(invocation));
    std::vector<base::Uuid> ids;
    TRY_ASSIGN(const auto newest, session->engine().tables().commands.newestDone());
    if (newest && newest->what != engine::planCommand) {
        for (const auto &change : newest->changes)
            ids.push_back(change.action);
    }
    if (!invocation.arguments.empty()) {
        TRY_ASSIGN(const auto action, session->engine().findAction(invocation.arguments.front()));
        if (std::find(ids.begin(), ids.end(), action.id) == ids.end())
            return base::Error{
                base::ErrorCode::Refused, "The last command was not about this action.",
                "Nothing was changed.",
                newest ? "Undo goes back step by step: the last one was " + newest->what + "."
                       : "There is nothing to undo."};
    }
    TRY_ASSIGN(const auto report, session->engine().undo());
    TRY_ASSIGN(Reply out, tellStates(*session, ids));
    out.document.insert(QStringLiteral("undone"), jsonText(report.what));
    out.document.insert(QStringLiteral("actions"), static_cast<int>(report.actions));
    out.text = QStringLiteral("Took back: %1.\n").arg(toQt(report.what)) + out.text;
    return out;
}

base::Result<Reply> runResolve(const Invocation &invocation)
{
    if (invocation.arguments.size() == 2) {
        if (invocation.has("arrived") || invocation.has("not-arrived"))
            return usageReply("--arrived and --not-arrived are for actions, not for conflicts.");
        return resolveConflict(invocation);
    }
    if (invocation.has("arrived") == invocation.has("not-arrived"))
        return usageReply("Say either --arrived or --not-arrived.");
    TRY_ASSIGN(const auto session, Session::open(invocation));
    TRY_ASSIGN(const auto ids, findAll(session->engine(), invocation.arguments));
    TRY(session->engine().resolveUnknown(ids.front(), invocation.has("arrived")));
    return tellStates(*session, ids);
}

} // namespace topline::app
