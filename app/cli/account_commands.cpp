#include "app/cli/commands.h"
#include "app/cli/json_values.h"
#include "app/cli/session.h"
#include "app/cli/text_table.h"
#include "core/engine/reads/reads.h"
#include "core/scoring/account_score.h"
#include "core/scoring/icp_rules.h"
#include "ui/text/names_text.h"
#include "ui/text/reason_text.h"

#include <QFile>
#include <QJsonDocument>

#include <algorithm>
#include <charconv>
#include <map>

namespace topline::app {

namespace {

using ui::text::Format;

constexpr qint64 profileBytesMax = 1 << 20;

QString stageText(domain::LifecycleStage stage)
{
    const QString name = toQt(domain::lifecycleStageName(stage));
    return name.size() == 3 ? name.toUpper() : name.at(0).toUpper() + name.mid(1);
}

QString gridText(const domain::AccountRow &row, const domain::ScorePolicy &policy)
{
    domain::AccountScore score;
    score.fitMilli = row.fitMilli;
    score.engagementMilli = row.engagementMilli;
    return toQt(scoring::gridCell(score, policy));
}

QJsonObject rowDocument(const domain::AccountRow &row, const domain::Account &account,
                        const domain::ScorePolicy &policy)
{
    return {
        {QStringLiteral("id"), jsonInteger(row.account.value)},
        {QStringLiteral("remoteId"), jsonText(account.remoteId)},
        {QStringLiteral("name"), jsonText(row.name)},
        {QStringLiteral("domain"), jsonText(row.domain)},
        {QStringLiteral("industry"), jsonText(row.industry)},
        {QStringLiteral("country"), jsonText(account.country)},
        {QStringLiteral("employees"), row.employees ? jsonInteger(*row.employees) : QJsonValue()},
        {QStringLiteral("annualRevenue"), jsonMoney(account.annualRevenue)},
        {QStringLiteral("owner"), toQt(row.ownerName)},
        {QStringLiteral("scoreMilli"), jsonInteger(row.totalMilli)},
        {QStringLiteral("fitMilli"), jsonInteger(row.fitMilli)},
        {QStringLiteral("engagementMilli"), jsonInteger(row.engagementMilli)},
        {QStringLiteral("grid"), gridText(row, policy)},
        {QStringLiteral("tier"), ui::text::tierText(row.tier).toLower()},
        {QStringLiteral("stage"), toQt(domain::lifecycleStageName(row.stage))},
        {QStringLiteral("openDeals"), jsonInteger(row.openDeals)},
        {QStringLiteral("openAmount"), jsonMoney(row.openAmount)},
        {QStringLiteral("signals"), jsonInteger(row.signals)},
        {QStringLiteral("lastTwoWayAt"), jsonTime(row.lastTwoWayMs)},
        {QStringLiteral("lastSeenAt"), jsonTime(row.lastSeenMs)}};
}

QJsonObject committeeDocument(const domain::Committee &committee)
{
    QJsonArray members;
    for (const auto &member : committee.members)
        members.append(QJsonObject{
            {QStringLiteral("contactId"), jsonInteger(member.contact.value)},
            {QStringLiteral("name"), jsonText(member.name)},
            {QStringLiteral("title"), jsonText(member.title)},
            {QStringLiteral("seniority"),
             jsonText(domain::seniorityName(member.persona.seniority))},
            {QStringLiteral("department"),
             jsonText(domain::departmentName(member.persona.department))},
            {QStringLiteral("role"), jsonText(domain::buyingRoleName(member.role))},
            {QStringLiteral("roleSuggested"), member.source == domain::RoleSource::Suggested},
            {QStringLiteral("engagementMilli"), jsonInteger(member.engagementMilli)},
            {QStringLiteral("lastTwoWayAt"), jsonTime(member.lastTwoWayMs)},
            {QStringLiteral("lastSeenAt"), jsonTime(member.lastSeenMs)}});
    const auto roles = [](const std::vector<domain::BuyingRole> &list) {
        QJsonArray out;
        for (const auto role : list)
            out.append(toQt(domain::buyingRoleName(role)));
        return out;
    };
    return {{QStringLiteral("members"), members},
            {QStringLiteral("engaged"), jsonInteger(committee.engaged)},
            {QStringLiteral("required"), roles(committee.required)},
            {QStringLiteral("missing"), roles(committee.missing)}};
}

QJsonObject dealDocument(const domain::AccountDeal &deal)
{
    QJsonArray elements;
    for (const auto &fact : deal.qualification.elements)
        elements.append(
            QJsonObject{{QStringLiteral("element"), toQt(domain::elementName(fact.element))},
                        {QStringLiteral("state"), toQt(domain::elementStateName(fact.state))},
                        {QStringLiteral("note"), jsonText(fact.note)},
                        {QStringLiteral("by"), jsonText(fact.by)},
                        {QStringLiteral("at"), jsonTime(fact.atMs)}});
    return {
        {QStringLiteral("id"), jsonInteger(deal.row.deal.value)},
        {QStringLiteral("name"), jsonText(deal.row.name)},
        {QStringLiteral("stage"), jsonText(deal.row.stageName)},
        {QStringLiteral("amount"), jsonMoney(deal.row.amount)},
        {QStringLiteral("framework"), toQt(domain::frameworkName(deal.qualification.framework))},
        {QStringLiteral("qualified"), deal.qualification.isQualified},
        {QStringLiteral("elements"), elements},
        {QStringLiteral("committee"), committeeDocument(deal.committee)}};
}

QJsonObject itemDocument(const domain::TimelineItem &item)
{
    static const char *const actors[] = {"buyer", "you", "crm", "engine"};
    static const char *const groups[] = {"mail", "web", "meetings", "product", "crm", "engine"};
    return {{QStringLiteral("at"), jsonTime(item.atMs)},
            {QStringLiteral("actor"), QLatin1String(actors[static_cast<int>(item.actor)])},
            {QStringLiteral("group"), QLatin1String(groups[static_cast<int>(item.group)])},
            {QStringLiteral("who"), jsonText(item.who)},
            {QStringLiteral("kind"),
             item.kind ? toQt(domain::eventKindName(*item.kind)) : QJsonValue()},
            {QStringLiteral("title"), jsonText(item.title)},
            {QStringLiteral("reason"), item.reason ? jsonReason(*item.reason) : QJsonValue()},
            {QStringLiteral("machine"), item.machine ? jsonReason(*item.machine) : QJsonValue()},
            {QStringLiteral("play"), jsonText(item.playName)}};
}

QJsonObject viewDocument(const domain::AccountView &view, const domain::ScorePolicy &policy)
{
    QJsonObject out = rowDocument(view.row, view.account, policy);
    QJsonArray rows;
    for (const auto &row : view.score.rows)
        rows.append(QJsonObject{{QStringLiteral("label"), jsonReason(row.label)},
                                {QStringLiteral("milliPoints"), jsonInteger(row.milliPoints)}});
    QJsonArray steps;
    for (const auto &step : view.lifecycle.steps)
        steps.append(
            QJsonObject{{QStringLiteral("stage"), toQt(domain::lifecycleStageName(step.stage))},
                        {QStringLiteral("at"), jsonTime(step.atMs)}});
    QJsonArray deals;
    for (const auto &deal : view.deals)
        deals.append(dealDocument(deal));
    QJsonArray timeline;
    for (const auto &item : view.timeline)
        timeline.append(itemDocument(item));
    out.insert(QStringLiteral("profile"), jsonText(view.profileName));
    out.insert(QStringLiteral("scoreRows"), rows);
    out.insert(QStringLiteral("lifecycle"), steps);
    out.insert(QStringLiteral("acceptBy"), jsonTime(view.lifecycle.acceptByMs));
    out.insert(QStringLiteral("deals"), deals);
    if (view.deals.empty())
        out.insert(QStringLiteral("committee"), committeeDocument(view.committee));
    out.insert(QStringLiteral("timeline"), timeline);
    return out;
}

QString committeeText(const domain::Committee &committee, const Format &format)
{
    TextTable table({{QStringLiteral("  Person"), false, 32},
                     {QStringLiteral("Title"), false, 32},
                     {QStringLiteral("Role"), false, 18},
                     {QStringLiteral("Engagement"), true}});
    for (const auto &member : committee.members) {
        const QString role = toQt(domain::buyingRoleName(member.role));
        const bool isGuess = member.source == domain::RoleSource::Suggested && !role.isEmpty();
        table.add({QStringLiteral("  ") + toQt(member.name), toQt(member.title),
                   isGuess ? role + QLatin1Char('?') : role,
                   format.points(member.engagementMilli)});
    }
    QStringList missing;
    for (const auto role : committee.missing)
        missing += toQt(domain::buyingRoleName(role));
    return table.text() +
           (missing.isEmpty()
                ? QString()
                : QStringLiteral("  Missing: %1\n").arg(missing.join(QStringLiteral(", "))));
}

QString dealText(const domain::AccountDeal &deal, const Format &format)
{
    QStringList elements;
    for (const auto &fact : deal.qualification.elements)
        elements += QStringLiteral("%1 %2").arg(toQt(domain::elementName(fact.element)),
                                                toQt(domain::elementStateName(fact.state)));
    return QStringLiteral("\n%1, %2, %3\n  %4: %5\n")
               .arg(toQt(deal.row.name), toQt(deal.row.stageName),
                    deal.row.amount ? format.money(*deal.row.amount) : Format::missing(),
                    toQt(domain::frameworkName(deal.qualification.framework)).toUpper(),
                    elements.join(QStringLiteral(", "))) +
           committeeText(deal.committee, format);
}

QString timelineText(const domain::AccountView &view, const Format &format)
{
    QString out = QStringLiteral("\nTimeline\n");
    TextTable table({{QStringLiteral("  when")},
                     {QStringLiteral("who"), false, 24},
                     {QStringLiteral("what"), false, 70}});
    for (const auto &item : view.timeline) {
        QString what =
            item.kind
                ? ui::text::eventKindText(*item.kind)
                : (item.reason ? ui::text::sentence(*item.reason, format, item.atMs) : QString());
        if (!item.title.empty())
            what += (what.isEmpty() ? QString() : QStringLiteral(": ")) + toQt(item.title);
        if (item.machine)
            what += QStringLiteral(" (bot)");
        table.add({QStringLiteral("  ") + format.when(item.atMs), toQt(item.who), what});
    }
    return out + table.text();
}

QString viewText(const domain::AccountView &view, const domain::ScorePolicy &policy,
                 const Format &format)
{
    const auto &row = view.row;
    QString out = toQt(row.name) + QStringLiteral("\n\n");
    out += textPairs(
        {{QStringLiteral("Score"), QStringLiteral("%1, %2").arg(format.points(row.totalMilli),
                                                                ui::text::tierText(row.tier))},
         {QStringLiteral("Fit"), QStringLiteral("%1 by the profile %2")
                                     .arg(format.points(row.fitMilli), toQt(view.profileName))},
         {QStringLiteral("Engagement"), format.points(row.engagementMilli)},
         {QStringLiteral("Grid"), gridText(row, policy)},
         {QStringLiteral("Stage"), stageText(row.stage)},
         {QStringLiteral("Owner"), toQt(row.ownerName)}});
    TextTable rows({{QStringLiteral("  part"), false, 60}, {QStringLiteral("points"), true}});
    for (const auto &part : view.score.rows)
        rows.add({QStringLiteral("  ") + ui::text::scoreLabel(part.label, format),
                  format.signedPoints(part.milliPoints)});
    out += QLatin1Char('\n') + rows.text();
    for (const auto &step : view.lifecycle.steps)
        out += QStringLiteral("\n%1 on %2").arg(stageText(step.stage), format.date(step.atMs));
    out += QLatin1Char('\n');
    for (const auto &deal : view.deals)
        out += dealText(deal, format);
    if (view.deals.empty() && !view.committee.members.empty())
        out += QLatin1Char('\n') + committeeText(view.committee, format);
    return out + timelineText(view, format);
}

} // namespace

base::Result<Reply> runAccounts(const Invocation &invocation)
{
    TRY_ASSIGN(const auto session, Session::open(invocation));
    TRY_ASSIGN(auto rows, session->engine().reads().accounts());
    TRY_ASSIGN(const auto accounts, session->engine().tables().records.accounts());
    std::map<domain::AccountId, const domain::Account *> records;
    for (const auto &account : accounts)
        records.emplace(account.id, &account);
    const auto &policy = session->engine().policy().scores;
    const std::size_t all = rows.size();
    rows.resize(std::min(all, static_cast<std::size_t>(invocation.number("limit", 1'000'000'000))));
    const Format format = session->format();
    Reply out;
    QJsonArray items;
    TextTable table({{QStringLiteral("ID"), true},
                     {QStringLiteral("Account"), false, 34},
                     {QStringLiteral("Industry"), false, 22},
                     {QStringLiteral("Owner"), false, 20},
                     {QStringLiteral("Score"), true},
                     {QStringLiteral("Fit"), true},
                     {QStringLiteral("Engagement"), true},
                     {QStringLiteral("Grid")},
                     {QStringLiteral("Tier")},
                     {QStringLiteral("Stage")}});
    for (const auto &row : rows) {
        if (invocation.json)
            items.append(rowDocument(row, *records.at(row.account), policy));
        else
            table.add({QString::number(row.account.value), toQt(row.name), toQt(row.industry),
                       toQt(row.ownerName), format.points(row.totalMilli),
                       format.points(row.fitMilli), format.points(row.engagementMilli),
                       gridText(row, policy), ui::text::tierText(row.tier), stageText(row.stage)});
    }
    out.document = {{QStringLiteral("total"), static_cast<qint64>(all)},
                    {QStringLiteral("items"), items}};
    out.text =
        table.text() + (rows.size() == all
                            ? QStringLiteral("\n%1 accounts.\n").arg(all)
                            : QStringLiteral("\n%1 of %2 accounts.\n").arg(rows.size()).arg(all));
    return out;
}

base::Result<Reply> runAccount(const Invocation &invocation)
{
    const std::string &text = invocation.arguments.front();
    domain::AccountId id;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), id.value);
    if (fault != std::errc() || end != text.data() + text.size())
        return usageReply("\"" + text + "\" is not the number of an account.");
    TRY_ASSIGN(const auto session, Session::open(invocation));
    TRY_ASSIGN(const auto view, session->engine().reads().accountView(id));
    const auto &policy = session->engine().policy().scores;
    Reply out;
    if (invocation.json)
        out.document = viewDocument(view, policy);
    else
        out.text = viewText(view, policy, session->format());
    return out;
}

base::Result<Reply> runIcpShow(const Invocation &invocation)
{
    TRY_ASSIGN(const auto session, Session::open(invocation));
    domain::IcpPolicy icp = session->engine().policy().scores.icp;
    if (icp.profiles.empty())
        icp.profiles.push_back(scoring::defaultProfile());
    const std::string text = domain::encodeIcp(icp);
    const auto document = QJsonDocument::fromJson(QByteArray::fromStdString(text));
    Reply out;
    out.document = document.object();
    out.text = QString::fromUtf8(document.toJson(QJsonDocument::Indented));
    return out;
}

base::Result<Reply> runIcpSet(const Invocation &invocation)
{
    const std::string &path = invocation.arguments.front();
    QFile file(toQt(path));
    if (!file.open(QIODevice::ReadOnly))
        return base::Error{base::ErrorCode::Io,
                           path + " cannot be opened: " + file.errorString().toStdString() + ".",
                           "The profiles are as they were."};
    TRY_ASSIGN(const auto icp, domain::decodeIcp(file.read(profileBytesMax).toStdString()));
    TRY_ASSIGN(const auto session, Session::open(invocation));
    domain::Policy policy = session->engine().policy();
    policy.scores.icp = icp;
    TRY(session->engine().setPolicy(policy));
    TRY(session->engine().derive());
    Reply out;
    out.document = {{QStringLiteral("profiles"), static_cast<qint64>(icp.profiles.size())},
                    {QStringLiteral("personas"), static_cast<qint64>(icp.personas.size())}};
    out.text = QStringLiteral("Saved; every account was weighed again.\n");
    return out;
}

} // namespace topline::app
