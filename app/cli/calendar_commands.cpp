#include "app/cli/commands.h"
#include "app/cli/crm_desk.h"
#include "app/cli/json_values.h"
#include "core/calendar/dav_client.h"
#include "core/engine/calendar_book.h"
#include "core/engine/connection_book.h"

#include <string>

namespace topline::app {

namespace {

base::Result<domain::SignInRequest> requestOf(const Invocation &invocation)
{
    domain::SignInRequest out;
    out.system = "calendar";
    out.apiBase = invocation.arguments.front();
    out.clientId = invocation.option("user");
    out.loginHost = invocation.option("path");
    TRY_ASSIGN(out.token, secretFromInput());
    return out;
}

base::Result<domain::CalendarAccount> accountOf(const Invocation &invocation,
                                                const domain::SourceProfile &profile)
{
    TRY_ASSIGN(const auto where, calendar::davAddress(profile.webUrl));
    domain::CalendarAccount out;
    out.url = where.origin;
    out.user = invocation.option("user");
    out.path = where.path;
    out.title = profile.orgName;
    out.address = invocation.has("address") ? invocation.option("address") : out.user;
    out.name = invocation.has("name") ? invocation.option("name") : profile.userName;
    out.zone = profile.timeZone;
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
    TRY_ASSIGN(const auto account, accountOf(invocation, report.profile));
    TRY(session->engine().calendar().setAccount(account));
    TRY(session->engine().connections().allowFirstSync(request.system));
    TRY_ASSIGN(const auto connector, desk.open(request.system));
    ProgressLine progress(false);
    TRY(desk.sync(*connector, progress));
    Reply out;
    out.document = {{QStringLiteral("system"), QStringLiteral("calendar")},
                    {QStringLiteral("calendar"), toQt(account.title)},
                    {QStringLiteral("path"), toQt(account.path)},
                    {QStringLiteral("writable"), report.profile.denied.empty()},
                    {QStringLiteral("secretLasting"), report.isSecretLasting},
                    {QStringLiteral("meetings"),
                     jsonInteger(report.counts.empty() ? 0 : report.counts.begin()->second)}};
    out.text = QStringLiteral("Meetings are booked in \"%1\" (%2).\n")
                   .arg(toQt(account.title), toQt(account.path));
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
    TRY(session->engine().calendar().removeAccount());
    TRY(desk.disconnect("calendar"));
    Reply out;
    out.document = {{QStringLiteral("system"), QStringLiteral("calendar")}};
    out.text = QStringLiteral("The calendar is disconnected. What was booked stays in it.\n");
    return out;
}

} // namespace topline::app
