#include "app/cli/commands.h"
#include "app/cli/guard_commands.h"
#include "app/cli/json_values.h"
#include "app/cli/session.h"
#include "app/cli/text_table.h"
#include "core/engine/guards/send_guard_desk.h"
#include "core/engine/reads/reads.h"

namespace topline::app {

namespace {

QJsonArray names(const std::vector<std::string> &texts)
{
    QJsonArray out;
    for (const auto &text : texts)
        out.append(toQt(text));
    return out;
}

QJsonObject document(const domain::ListRow &one)
{
    const auto &row = one.row;
    return {{QStringLiteral("id"), toQt(row.id.text())},
            {QStringLiteral("tag"), toQt(row.tag)},
            {QStringLiteral("scope"), toQt(domain::reachName(row.reach))},
            {QStringLiteral("why"), toQt(domain::stopWhyName(row.why))},
            {QStringLiteral("note"), toQt(row.note)},
            {QStringLiteral("people"), names(one.people)},
            {QStringLiteral("domain"), jsonText(one.host)},
            {QStringLiteral("at"), jsonTime(row.atMs)},
            {QStringLiteral("released"), row.releasedMs.has_value()},
            {QStringLiteral("released_why"), toQt(row.releasedWhy)}};
}

QJsonObject document(const domain::ConsentRow &one)
{
    const auto &row = one.consent;
    return {{QStringLiteral("tag"), toQt(row.tag)},
            {QStringLiteral("scope"), toQt(domain::reachName(row.reach))},
            {QStringLiteral("state"), toQt(domain::consentStateName(row.state))},
            {QStringLiteral("basis"), toQt(row.basis)},
            {QStringLiteral("source"), toQt(row.source)},
            {QStringLiteral("proof"), toQt(row.proof)},
            {QStringLiteral("people"), names(one.people)},
            {QStringLiteral("at"), jsonTime(row.atMs)}};
}

template <typename Row> QJsonArray documents(const std::vector<Row> &rows)
{
    QJsonArray out;
    for (const auto &row : rows)
        out.append(document(row));
    return out;
}

base::Result<Reply> done(const QString &text)
{
    Reply out;
    out.text = text + QLatin1Char('\n');
    out.document.insert(QStringLiteral("done"), true);
    return out;
}

base::Result<Reply> note(const Invocation &invocation, domain::ConsentState state)
{
    domain::Consent consent;
    consent.state = state;
    consent.basis = invocation.option("basis", "consent");
    consent.source = invocation.option("source");
    consent.proof = invocation.option("proof");
    TRY_ASSIGN(const auto session, Session::open(invocation));
    TRY(session->engine().guards().noteConsent({domain::Reach::Mail, invocation.arguments.front()},
                                               consent));
    return done(state == domain::ConsentState::Given
                    ? QStringLiteral("Noted.")
                    : QStringLiteral("Noted. No more mail leaves to this address."));
}

engine::ReachAddress addressOf(const Invocation &invocation)
{
    engine::ReachAddress out;
    out.text = invocation.arguments.front();
    out.reach = invocation.has("phone") ? domain::Reach::Call : domain::Reach::Mail;
    out.country = invocation.option("country");
    return out;
}

// By its beginning, where only one row has it.
base::Result<base::Uuid> rowOf(const domain::GuardView &view, const std::string &text)
{
    std::vector<base::Uuid> found;
    for (const auto &one : view.list) {
        if (!text.empty() && one.row.id.text().starts_with(text))
            found.push_back(one.row.id);
    }
    if (found.size() == 1)
        return found.front();
    return base::Error{.code = base::ErrorCode::NotFound,
                       .message = "\"" + text + "\" names no single row of the list.",
                       .kept = "Nothing was changed."};
}

} // namespace

base::Result<Reply> runConsentList(const Invocation &invocation)
{
    TRY_ASSIGN(const auto session, Session::open(invocation));
    TRY_ASSIGN(const auto view, session->engine().reads().guards());
    Reply out;
    out.document.insert(QStringLiteral("items"), documents(view.consents));
    TextTable table({{QStringLiteral("who")},
                     {QStringLiteral("state")},
                     {QStringLiteral("basis")},
                     {QStringLiteral("source"), false, 60},
                     {QStringLiteral("when")}});
    const auto format = session->format();
    for (const auto &one : view.consents)
        table.add(
            {one.people.empty() ? QStringLiteral("nobody here any more") : toQt(one.people.front()),
             toQt(domain::consentStateName(one.consent.state)), toQt(one.consent.basis),
             toQt(one.consent.source), format.when(one.consent.atMs)});
    out.text = table.isEmpty() ? QStringLiteral("No consent is stored.\n") : table.text();
    return out;
}

base::Result<Reply> runConsentGive(const Invocation &invocation)
{
    return note(invocation, domain::ConsentState::Given);
}

base::Result<Reply> runConsentWithdraw(const Invocation &invocation)
{
    return note(invocation, domain::ConsentState::Withdrawn);
}

base::Result<Reply> runSuppressList(const Invocation &invocation)
{
    TRY_ASSIGN(const auto session, Session::open(invocation));
    TRY_ASSIGN(const auto view, session->engine().reads().guards());
    Reply out;
    out.document.insert(QStringLiteral("items"), documents(view.list));
    TextTable table({{QStringLiteral("row")},
                     {QStringLiteral("scope")},
                     {QStringLiteral("why")},
                     {QStringLiteral("who")},
                     {QStringLiteral("note"), false, 60}});
    const auto format = session->format();
    for (const auto &one : view.list) {
        const QString who = !one.host.empty()    ? QLatin1Char('@') + toQt(one.host)
                            : one.people.empty() ? QStringLiteral("nobody here any more")
                                                 : toQt(one.people.front());
        const QString note = one.row.releasedMs
                                 ? QStringLiteral("released: ") + toQt(one.row.releasedWhy)
                                 : toQt(one.row.note);
        table.add({toQt(one.row.id.text()).left(8), toQt(domain::reachName(one.row.reach)),
                   toQt(domain::stopWhyName(one.row.why)), who, note});
    }
    out.text =
        table.isEmpty() ? QStringLiteral("Nobody is on the do-not-contact list.\n") : table.text();
    return out;
}

base::Result<Reply> runSuppressAdd(const Invocation &invocation)
{
    TRY_ASSIGN(const auto session, Session::open(invocation));
    TRY(session->engine().guards().stopContact(addressOf(invocation), domain::StopWhy::ByHand,
                                               invocation.option("note")));
    return done(QStringLiteral("On the do-not-contact list."));
}

base::Result<Reply> runSuppressRelease(const Invocation &invocation)
{
    TRY_ASSIGN(const auto session, Session::open(invocation));
    TRY_ASSIGN(const auto view, session->engine().reads().guards());
    TRY_ASSIGN(const auto row, rowOf(view, invocation.arguments.front()));
    TRY(session->engine().guards().release(row, invocation.option("why")));
    return done(QStringLiteral("Released."));
}

} // namespace topline::app
