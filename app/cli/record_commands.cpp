#include "app/cli/commands.h"
#include "app/cli/json_values.h"
#include "app/cli/session.h"
#include "app/cli/text_table.h"
#include "core/base/number_text.h"
#include "ui/text/names_text.h"

#include <algorithm>
#include <map>

namespace topline::app {

namespace {

using ui::text::Format;

// Names for ids, loaded once.
struct Names {
    std::map<std::int64_t, std::string> accounts;
    std::map<std::int64_t, std::string> owners;
    std::map<std::int64_t, domain::Stage> stages;
};

base::Result<Names> loadNames(engine::Engine &engine)
{
    Names out;
    TRY_ASSIGN(const auto accounts, engine.tables().records.accounts());
    for (const auto &account : accounts)
        out.accounts[account.id.value] = account.name;
    TRY_ASSIGN(const auto owners, engine.tables().catalogue.owners());
    for (const auto &owner : owners)
        out.owners[owner.id.value] = owner.name;
    TRY_ASSIGN(const auto stages, engine.tables().catalogue.stages());
    for (const auto &stage : stages)
        out.stages[stage.id.value] = stage;
    return out;
}

template <typename Map> auto valueOr(const Map &map, std::int64_t key)
{
    const auto found = map.find(key);
    return found == map.end() ? typename Map::mapped_type{} : found->second;
}

QString timeOrDash(std::optional<base::UtcMs> at, const Format &format)
{
    return at ? format.date(*at) : Format::missing();
}

std::size_t limitOf(const Invocation &invocation)
{
    return static_cast<std::size_t>(invocation.number("limit", 1'000'000'000));
}

bool sameName(const std::string &a, const std::string &b)
{
    return base::lowerAscii(a) == base::lowerAscii(b);
}

QString kindName(domain::StageKind kind)
{
    return kind == domain::StageKind::Won    ? QStringLiteral("won")
           : kind == domain::StageKind::Lost ? QStringLiteral("lost")
                                             : QStringLiteral("open");
}

QJsonObject dealDocument(const domain::Deal &deal, const Names &names)
{
    const domain::Stage stage = valueOr(names.stages, deal.stage.id.value);
    return {{QStringLiteral("id"), jsonInteger(deal.id.value)},
            {QStringLiteral("remoteId"), jsonText(deal.remoteId)},
            {QStringLiteral("name"), jsonText(deal.name)},
            {QStringLiteral("accountId"),
             deal.account.id.isSet() ? jsonInteger(deal.account.id.value) : QJsonValue()},
            {QStringLiteral("account"), jsonText(valueOr(names.accounts, deal.account.id.value))},
            {QStringLiteral("owner"), jsonText(valueOr(names.owners, deal.owner.id.value))},
            {QStringLiteral("stage"), jsonText(stage.name)},
            {QStringLiteral("stageKind"), kindName(stage.kind)},
            {QStringLiteral("amount"), jsonMoney(deal.amount)},
            {QStringLiteral("source"), jsonText(deal.source)},
            {QStringLiteral("nextStep"), jsonText(deal.nextStep)},
            {QStringLiteral("createdAt"), jsonTime(deal.createdMs)},
            {QStringLiteral("closeAt"), jsonTime(deal.closeMs)}};
}

QString countLine(std::size_t shown, std::size_t all, const char *what)
{
    if (shown == all)
        return QStringLiteral("\n%1 %2.\n").arg(all).arg(QLatin1String(what));
    return QStringLiteral("\n%1 of %2 %3.\n").arg(shown).arg(all).arg(QLatin1String(what));
}

} // namespace

base::Result<Reply> runDeals(const Invocation &invocation)
{
    TRY_ASSIGN(const auto session, Session::open(invocation));
    TRY_ASSIGN(const Names names, loadNames(session->engine()));
    TRY_ASSIGN(auto deals, session->engine().tables().records.deals());
    std::erase_if(deals, [&](const domain::Deal &deal) {
        const domain::Stage stage = valueOr(names.stages, deal.stage.id.value);
        return (invocation.has("open") && stage.kind != domain::StageKind::Open) ||
               (invocation.has("stage") && !sameName(stage.name, invocation.option("stage"))) ||
               (invocation.has("owner") &&
                !sameName(valueOr(names.owners, deal.owner.id.value), invocation.option("owner")));
    });
    const std::size_t all = deals.size();
    deals.resize(std::min(all, limitOf(invocation)));
    const Format format = session->format();
    Reply out;
    QJsonArray items;
    TextTable table({{QStringLiteral("ID"), true},
                     {QStringLiteral("Deal"), false, 36},
                     {QStringLiteral("Account"), false, 30},
                     {QStringLiteral("Stage")},
                     {QStringLiteral("Amount"), true},
                     {QStringLiteral("Owner"), false, 20},
                     {QStringLiteral("Created")},
                     {QStringLiteral("Close")}});
    for (const auto &deal : deals) {
        if (invocation.json) {
            items.append(dealDocument(deal, names));
            continue;
        }
        table.add({QString::number(deal.id.value),
                   toQt(deal.name.empty() ? deal.remoteId : deal.name),
                   toQt(valueOr(names.accounts, deal.account.id.value)),
                   toQt(valueOr(names.stages, deal.stage.id.value).name),
                   deal.amount ? format.money(*deal.amount) : Format::missing(),
                   toQt(valueOr(names.owners, deal.owner.id.value)),
                   timeOrDash(deal.createdMs, format), timeOrDash(deal.closeMs, format)});
    }
    out.document = {{QStringLiteral("total"), static_cast<qint64>(all)},
                    {QStringLiteral("items"), items}};
    out.text = table.text() + countLine(deals.size(), all, "deals");
    return out;
}

base::Result<Reply> runSearch(const Invocation &invocation)
{
    TRY_ASSIGN(const auto session, Session::open(invocation));
    TRY_ASSIGN(const auto hits, session->engine().search(invocation.arguments.front()));
    static const char *const kinds[] = {"account", "contact", "deal", "note"};
    Reply out;
    QJsonArray items;
    TextTable table({{QStringLiteral("What")},
                     {QStringLiteral("ID"), true},
                     {QStringLiteral("Name"), false, 40},
                     {QStringLiteral("Where"), false, 60}});
    for (const auto &hit : hits) {
        const QString kind = QLatin1String(kinds[static_cast<int>(hit.kind)]);
        items.append(QJsonObject{
            {QStringLiteral("id"), QStringLiteral("%1-%2").arg(kind).arg(hit.id)},
            {QStringLiteral("kind"), kind},
            {QStringLiteral("title"), toQt(hit.title)},
            {QStringLiteral("detail"), jsonText(hit.detail)},
            {QStringLiteral("accountId"), jsonInteger(hit.account.value)},
            {QStringLiteral("action"), hit.action ? jsonText(hit.action->text()) : QJsonValue()}});
        table.add({kind, QString::number(hit.id), toQt(hit.title), toQt(hit.detail)});
    }
    out.document = {{QStringLiteral("items"), items}};
    out.text = hits.empty() ? QStringLiteral("Nothing found.\n") : table.text();
    return out;
}

} // namespace topline::app
