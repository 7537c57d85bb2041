#include "app/cli/json_values.h"

#include "core/base/calendar.h"

namespace topline::app {

QString toQt(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

QJsonValue jsonText(std::string_view text)
{
    return text.empty() ? QJsonValue() : QJsonValue(toQt(text));
}

QJsonValue jsonTime(std::optional<base::UtcMs> at)
{
    return at ? QJsonValue(toQt(base::utcText(*at))) : QJsonValue();
}

QJsonValue jsonInteger(std::int64_t value)
{
    return static_cast<qint64>(value);
}

QJsonValue jsonMoney(const std::optional<base::Money> &money)
{
    if (!money)
        return {};
    return QJsonObject{{QStringLiteral("minor"), jsonInteger(money->amountMinor)},
                       {QStringLiteral("currency"), toQt(money->currency.text())}};
}

QJsonValue jsonNumber(std::optional<double> value)
{
    return value ? QJsonValue(*value) : QJsonValue();
}

namespace {

QJsonValue jsonArgument(const domain::ReasonArgument &argument)
{
    struct Visitor {
        QJsonValue operator()(std::int64_t value) const { return jsonInteger(value); }

        QJsonValue operator()(const std::string &value) const { return toQt(value); }

        QJsonValue operator()(const base::Money &value) const { return jsonMoney(value); }

        QJsonValue operator()(const domain::AtTime &value) const { return jsonTime(value.ms); }

        QJsonValue operator()(const domain::Span &value) const
        {
            return QJsonObject{{QStringLiteral("ms"), jsonInteger(value.ms)}};
        }
    };

    return std::visit(Visitor{}, argument);
}

QJsonObject jsonRank(const domain::RankFactors &rank)
{
    return {{QStringLiteral("band"), rank.band},
            {QStringLiteral("gainBasisPoints"), jsonInteger(rank.gainBasisPoints)},
            {QStringLiteral("amountMinor"), jsonInteger(rank.amountMinor)},
            {QStringLiteral("freshnessPermille"), jsonInteger(rank.freshnessPermille)},
            {QStringLiteral("effortMinutes"), jsonInteger(rank.effortMinutes)},
            {QStringLiteral("minorPerMinute"), rank.minorPerMinute()}};
}

QString laneName(domain::Lane lane)
{
    static const char *const names[] = {"now", "today", "waiting", "later", "done"};
    return QLatin1String(names[static_cast<int>(lane)]);
}

QString tierName(domain::Tier tier)
{
    static const char *const names[] = {"cold", "warm", "hot"};
    return QLatin1String(names[static_cast<int>(tier)]);
}

QString codeName(base::ErrorCode code)
{
    switch (code) {
    case base::ErrorCode::InvalidInput:
        return QStringLiteral("invalid_input");
    case base::ErrorCode::NotFound:
        return QStringLiteral("not_found");
    case base::ErrorCode::Io:
        return QStringLiteral("io");
    case base::ErrorCode::DiskFull:
        return QStringLiteral("disk_full");
    case base::ErrorCode::ReadOnly:
        return QStringLiteral("read_only");
    case base::ErrorCode::PermissionDenied:
        return QStringLiteral("permission_denied");
    case base::ErrorCode::Corrupt:
        return QStringLiteral("corrupt");
    case base::ErrorCode::NotAWorkspace:
        return QStringLiteral("not_a_workspace");
    case base::ErrorCode::NewerSchema:
        return QStringLiteral("newer_schema");
    case base::ErrorCode::Busy:
        return QStringLiteral("busy");
    case base::ErrorCode::Conflict:
        return QStringLiteral("conflict");
    case base::ErrorCode::Refused:
        return QStringLiteral("refused");
    case base::ErrorCode::Unavailable:
        return QStringLiteral("unavailable");
    case base::ErrorCode::Unknown:
        return QStringLiteral("unknown");
    case base::ErrorCode::Cancelled:
        return QStringLiteral("cancelled");
    case base::ErrorCode::SignInNeeded:
        return QStringLiteral("sign_in_needed");
    case base::ErrorCode::LimitReached:
        return QStringLiteral("limit_reached");
    }
    return {};
}

} // namespace

QJsonObject jsonReason(const domain::Reason &reason)
{
    QJsonArray arguments;
    for (const auto &argument : reason.arguments)
        arguments.append(jsonArgument(argument));
    return {{QStringLiteral("code"), toQt(domain::reasonCodeName(reason.code))},
            {QStringLiteral("arguments"), arguments}};
}

QJsonObject jsonCard(const domain::FeedCard &card)
{
    const domain::Action &action = card.action;
    QJsonObject out{
        {QStringLiteral("id"), toQt(action.id.text())},
        {QStringLiteral("kind"), toQt(domain::actionKindName(action.kind))},
        {QStringLiteral("mode"), toQt(domain::modeName(action.mode))},
        {QStringLiteral("state"), toQt(domain::actionStateName(action.state))},
        {QStringLiteral("urgency"), toQt(domain::urgencyName(action.urgency))},
        {QStringLiteral("lane"), laneName(card.lane)},
        {QStringLiteral("account"), jsonText(card.accountName)},
        {QStringLiteral("accountId"), jsonInteger(action.account.value)},
        {QStringLiteral("contact"), jsonText(card.contactName)},
        {QStringLiteral("contactTitle"), jsonText(card.contactTitle)},
        {QStringLiteral("contactTimeZone"), jsonText(card.contactTimeZone)},
        {QStringLiteral("owner"), jsonText(card.ownerName)},
        {QStringLiteral("deal"), jsonText(card.dealName)},
        {QStringLiteral("play"), jsonText(action.playId)},
        {QStringLiteral("signalId"), jsonText(action.signal.text())},
        {QStringLiteral("whyNow"), jsonReason(action.whyNow)},
        {QStringLiteral("scoreMilli"), jsonInteger(card.scoreMilli)},
        {QStringLiteral("tier"), tierName(card.tier)},
        {QStringLiteral("amount"), jsonMoney(action.amount)},
        {QStringLiteral("amountEstimated"), action.amountEstimated},
        {QStringLiteral("createdAt"), jsonTime(action.createdMs)},
        {QStringLiteral("signalAt"), jsonTime(action.signalMs)},
        {QStringLiteral("slaDueAt"), jsonTime(action.slaDueMs)},
        {QStringLiteral("holdUntil"), jsonTime(action.holdUntilMs)},
        {QStringLiteral("snoozedUntil"), jsonTime(action.snoozedUntilMs)},
        {QStringLiteral("lastTouchAt"), jsonTime(card.lastTouchMs)},
        {QStringLiteral("rank"), jsonRank(card.rank)},
        {QStringLiteral("folded"), jsonInteger(card.folded)},
        {QStringLiteral("repeats"), jsonInteger(action.repeats)},
        {QStringLiteral("failure"), jsonText(action.failure)},
    };
    if (card.probability)
        out.insert(QStringLiteral("winProbability"),
                   QJsonObject{{QStringLiteral("ppm"), jsonInteger(card.probability->ppm)},
                               {QStringLiteral("won"), jsonInteger(card.probability->won)},
                               {QStringLiteral("closed"), jsonInteger(card.probability->closed)}});
    return out;
}

QJsonObject jsonError(const base::Error &error)
{
    QJsonObject out{{QStringLiteral("code"), codeName(error.code)},
                    {QStringLiteral("message"), toQt(error.message)},
                    {QStringLiteral("kept"), jsonText(error.kept)},
                    {QStringLiteral("todo"), jsonText(error.todo)}};
    if (error.place)
        out.insert(QStringLiteral("place"),
                   QJsonObject{{QStringLiteral("file"), jsonText(error.place->file)},
                               {QStringLiteral("line"), jsonInteger(error.place->line)},
                               {QStringLiteral("column"), jsonInteger(error.place->column)},
                               {QStringLiteral("field"), jsonText(error.place->field)}});
    return {{QStringLiteral("error"), out}};
}

} // namespace topline::app
