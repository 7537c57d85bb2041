#include "app/cli/commands.h"
#include "app/cli/json_values.h"
#include "app/cli/session.h"
#include "core/engine/deals/plan_work.h"
#include "core/engine/desk_work.h"
#include "core/engine/reads/reads.h"
#include "ui/text/desk_text.h"
#include "ui/text/guard_reason.h"
#include "ui/text/names_text.h"

#include <charconv>

namespace topline::app {

namespace {

base::Result<std::vector<base::Uuid>> idsOf(engine::Engine &engine,
                                            const std::vector<std::string> &texts)
{
    std::vector<base::Uuid> out;
    for (const auto &text : texts) {
        TRY_ASSIGN(const auto action, engine.findAction(text));
        out.push_back(action.id);
    }
    return out;
}

// The rep of that name, where there is exactly one.
base::Result<domain::OwnerId> repNamed(const domain::HandOnOffer &offer, const std::string &name)
{
    domain::OwnerId out;
    for (const auto &row : offer.rows) {
        if (row.name != name)
            continue;
        if (out.isSet())
            return base::Error{base::ErrorCode::Refused, "Two reps are called \"" + name + "\".",
                               "Nothing was changed."};
        out = row.owner;
    }
    if (!out.isSet())
        return base::Error{base::ErrorCode::NotFound, "There is no rep \"" + name + "\".",
                           "Nothing was changed.", "reassign without --to lists them."};
    return out;
}

Reply tellOffer(const domain::HandOnOffer &offer, const ui::text::Format &format)
{
    Reply out;
    QJsonArray items;
    for (const auto &row : offer.rows) {
        items.append(QJsonObject{{QStringLiteral("name"), toQt(row.name)},
                                 {QStringLiteral("open"), jsonInteger(row.open)},
                                 {QStringLiteral("capacity"), jsonInteger(row.capacity)},
                                 {QStringLiteral("away"), row.isAway},
                                 {QStringLiteral("awayUntil"), jsonTime(row.awayUntilMs)},
                                 {QStringLiteral("working"), row.isWorking},
                                 {QStringLiteral("hasIt"), row.isHolder}});
        out.text +=
            QStringLiteral("%1: %2\n").arg(toQt(row.name), ui::text::handOnRoomText(row, format));
    }
    out.document = {{QStringLiteral("items"), items}};
    return out;
}

QString limitName(domain::LimitScope scope)
{
    switch (scope) {
    case domain::LimitScope::Workspace:
        return QStringLiteral("workspace");
    case domain::LimitScope::Rep:
        return QStringLiteral("rep");
    case domain::LimitScope::Host:
        return QStringLiteral("domain");
    case domain::LimitScope::Person:
        return QStringLiteral("person");
    }
    return {};
}

} // namespace

base::Result<Reply> runReassign(const Invocation &invocation)
{
    const auto why = domain::parseHandOnWhy(invocation.option("why", "unsaid"));
    if (!why)
        return usageReply("--why is away, too_much, knows_them, place or other.");
    TRY_ASSIGN(const auto session, Session::open(invocation));
    TRY_ASSIGN(const auto ids, idsOf(session->engine(), invocation.arguments));
    TRY_ASSIGN(const auto offer, session->engine().reads().handOn(ids));
    if (!invocation.has("to"))
        return tellOffer(offer, session->format());
    TRY_ASSIGN(const auto owner, repNamed(offer, invocation.option("to")));
    TRY(session->engine().reassign(ids, owner, *why));
    Reply out;
    out.document = {{QStringLiteral("given"), static_cast<int>(ids.size())},
                    {QStringLiteral("to"), toQt(invocation.option("to"))}};
    out.text = QStringLiteral("Given to %1: %2; undo takes it back.\n")
                   .arg(toQt(invocation.option("to")))
                   .arg(ids.size());
    return out;
}

base::Result<Reply> runPhone(const Invocation &invocation)
{
    TRY_ASSIGN(const auto session, Session::open(invocation));
    TRY_ASSIGN(const auto action, session->engine().findAction(invocation.arguments.front()));
    TRY_ASSIGN(const auto sheet, session->engine().deeds().callSheet(action.id));
    const auto format = session->format();
    Reply out;
    const QString why = sheet.why.empty() ? QString() : ui::text::keptBackText(sheet.why, format);
    out.document = {{QStringLiteral("person"), jsonText(sheet.person)},
                    {QStringLiteral("phone"), jsonText(sheet.phone)},
                    {QStringLiteral("dial"), jsonText(sheet.dial)},
                    {QStringLiteral("mayDial"), sheet.mayDial},
                    {QStringLiteral("why"), why}};
    if (!invocation.has("result")) {
        out.text = QStringLiteral("%1  tel:%2\n").arg(toQt(sheet.person), toQt(sheet.dial));
        if (!why.isEmpty())
            out.text += why + QLatin1Char('\n');
        out.status = sheet.mayDial ? 0 : 1;
        return out;
    }
    const auto result = domain::parseCallResult(invocation.option("result"));
    if (!result)
        return usageReply("--result is connected, left_message, no_answer, wrong_number or "
                          "meeting_agreed.");
    domain::CallReport report;
    report.action = action.id;
    report.result = *result;
    report.lengthMs = invocation.number("minutes", 0) * base::minuteMs;
    report.startedMs = session->now() - report.lengthMs;
    report.subject = ui::text::callSubject(toQt(sheet.person), *result).toStdString();
    report.text = ui::text::callNote(*result, report.lengthMs, toQt(invocation.option("notes")))
                      .toStdString();
    TRY(session->engine().deeds().logCall(report));
    out.text = QStringLiteral("Logged: %1. It leaves with run; undo takes it back.\n")
                   .arg(ui::text::callResultText(*result));
    return out;
}

base::Result<Reply> runReview(const Invocation &invocation)
{
    TRY_ASSIGN(const auto session, Session::open(invocation));
    TRY_ASSIGN(const auto ids, idsOf(session->engine(), invocation.arguments));
    TRY_ASSIGN(const auto review, session->engine().deeds().reviewBatch(ids));
    const auto format = session->format();
    Reply out;
    QJsonArray lines;
    for (const auto &line : review.lines) {
        const QString why = ui::text::batchLineWhy(line, format);
        lines.append(QJsonObject{{QStringLiteral("id"), toQt(line.action.text())},
                                 {QStringLiteral("until"), jsonTime(line.untilMs)},
                                 {QStringLiteral("refused"), line.isRefused},
                                 {QStringLiteral("why"), why}});
        out.text += toQt(line.action.text()) + QStringLiteral("  ") +
                    ui::text::batchLineText(line, format) +
                    (why.isEmpty() ? QString() : QStringLiteral(": ") + why) + QLatin1Char('\n');
    }
    QJsonArray limits;
    for (const auto &limit : review.limits) {
        limits.append(QJsonObject{{QStringLiteral("scope"), limitName(limit.scope)},
                                  {QStringLiteral("name"), jsonText(limit.name)},
                                  {QStringLiteral("used"), jsonInteger(limit.used)},
                                  {QStringLiteral("adds"), jsonInteger(limit.adds)},
                                  {QStringLiteral("limit"), jsonInteger(limit.limit)}});
        out.text += ui::text::batchLimitText(limit) + QLatin1Char('\n');
    }
    out.document = {{QStringLiteral("items"), lines}, {QStringLiteral("limits"), limits}};
    return out;
}

base::Result<Reply> runPlanList(const Invocation &invocation)
{
    std::int64_t id = 0;
    const std::string &text = invocation.arguments.front();
    const auto [stop, fault] = std::from_chars(text.data(), text.data() + text.size(), id);
    if (fault != std::errc() || stop != text.data() + text.size())
        return usageReply("\"" + text + "\" is no id of a deal.");
    if (invocation.has("usual") == (invocation.arguments.size() > 1))
        return usageReply("Give the lines of the list, or --usual.");
    TRY_ASSIGN(const auto session, Session::open(invocation));
    TRY_ASSIGN(const auto plan, session->engine().reads().plan(domain::DealId{id}));
    std::optional<std::vector<std::string>> lines;
    if (!invocation.has("usual"))
        lines.emplace(invocation.arguments.begin() + 1, invocation.arguments.end());
    TRY(session->engine().plans().setChecklist(plan.stage, lines));
    return tellPlanOf(*session, domain::DealId{id});
}

} // namespace topline::app
