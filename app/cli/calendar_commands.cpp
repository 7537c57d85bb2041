#include "app/cli/commands.h"
#include "app/cli/crm_desk.h"
#include "app/cli/json_values.h"
#include "core/base/check.h"
#include "core/engine/channels/calendar_book.h"
#include "core/engine/intake/connection_book.h"

#include <string>

namespace topline::app {

namespace {

base::Result<domain::SignInRequest> requestOf(const Invocation &invocation)
{
    domain::SignInRequest out;
    out.system = "calendar";
    out.calendar.url = invocation.arguments.front();
    out.calendar.user = invocation.option("user");
    out.calendar.path = invocation.option("path");
    out.calendar.address = invocation.option("address");
    out.calendar.name = invocation.option("name");
    TRY_ASSIGN(out.token, secretFromInput());
    return out;
}

} // namespace

base::Result<Reply> runCalendarConnect(const Invocation &invocation)
{
    if (!invocation.has("user"))
        return usageReply("Say --user: the name to sign in with.");
    TRY_ASSIGN(const auto request, requestOf(invocation));
    TRY_ASSIGN(const auto session, Session::open(invocation));
    if (session->connector())
        return engine::refusalBeside(*session->connector());
    CrmDesk desk(*session);
    TRY_ASSIGN(const auto report, desk.signIn(request));
    TRY(session->engine().connections().allowFirstSync(request.system));
    TRY_ASSIGN(const auto account, session->engine().calendar().account());
    CHECK(account.has_value());
    TRY_ASSIGN(const auto connector, desk.open(request.system));
    ProgressLine progress(false);
    TRY(desk.sync(*connector, progress));
    Reply out;
    out.document = {{QStringLiteral("system"), QStringLiteral("calendar")},
                    {QStringLiteral("calendar"), toQt(account->title)},
                    {QStringLiteral("path"), toQt(account->path)},
                    {QStringLiteral("writable"), report.profile.denied.empty()},
                    {QStringLiteral("secretLasting"), report.isSecretLasting},
                    {QStringLiteral("meetings"),
                     jsonInteger(report.counts.empty() ? 0 : report.counts.begin()->second)}};
    out.text = QStringLiteral("Meetings are booked in \"%1\" (%2).\n")
                   .arg(toQt(account->title), toQt(account->path));
    if (!report.profile.denied.empty())
        out.text += QStringLiteral("This sign-in may only read it: nothing can be booked.\n");
    if (!report.isSecretLasting)
        out.text += QStringLiteral("No keychain answers: this sign-in ends with this command.\n");
    return out;
}

base::Result<Reply> runCalendarForget(const Invocation &invocation)
{
    TRY_ASSIGN(const auto session, Session::open(invocation));
    CrmDesk desk(*session);
    TRY(desk.disconnect("calendar"));
    Reply out;
    out.document = {{QStringLiteral("system"), QStringLiteral("calendar")}};
    out.text = QStringLiteral("The calendar is disconnected. What was booked stays in it.\n");
    return out;
}

} // namespace topline::app
