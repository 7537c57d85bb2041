#include "core/calendar/caldav_cursor.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace topline::calendar {

namespace {

constexpr qsizetype spansMax = 5'000;
constexpr qsizetype ownMax = 500;

QString textOf(const std::string &text)
{
    return QString::fromStdString(text);
}

} // namespace

std::string cursorText(const CalDavCursor &cursor)
{
    QJsonArray spans;
    for (const domain::BusySpan &span : cursor.busy.spans)
        spans.append(QJsonArray{qint64{span.fromMs}, qint64{span.untilMs}});
    QJsonArray own;
    for (const OwnEntry &entry : cursor.own) {
        if (own.size() < ownMax)
            own.append(QJsonArray{textOf(entry.uid), qint64{entry.fromMs}, qint64{entry.untilMs},
                                  entry.stands});
    }
    const QJsonObject out = {{QStringLiteral("busy"), spans},
                             {QStringLiteral("checked"), qint64{cursor.checkedMs}},
                             {QStringLiteral("ctag"), textOf(cursor.ctag)},
                             {QStringLiteral("entries"), qint64{cursor.entries}},
                             {QStringLiteral("from"), qint64{cursor.busy.fromMs}},
                             {QStringLiteral("open"), qint64{cursor.openSinceMs}},
                             {QStringLiteral("own"), own},
                             {QStringLiteral("own_from"), qint64{cursor.ownFromMs}},
                             {QStringLiteral("read"), qint64{cursor.readMs}},
                             {QStringLiteral("token"), textOf(cursor.syncToken)},
                             {QStringLiteral("unread"), qint64{cursor.busy.unreadCount}},
                             {QStringLiteral("until"), qint64{cursor.busy.untilMs}}};
    return QJsonDocument(out).toJson(QJsonDocument::Compact).toStdString();
}

CalDavCursor readCursor(const std::string &text)
{
    const QJsonObject from = QJsonDocument::fromJson(QByteArray::fromStdString(text)).object();
    CalDavCursor out;
    const QJsonArray spans = from.value(QLatin1String("busy")).toArray();
    out.readMs = from.value(QLatin1String("read")).toInteger();
    if (out.readMs <= 0 || spans.size() > spansMax)
        return {};
    out.syncToken = from.value(QLatin1String("token")).toString().toStdString();
    out.checkedMs =
        std::max<base::UtcMs>(out.readMs, from.value(QLatin1String("checked")).toInteger());
    out.ctag = from.value(QLatin1String("ctag")).toString().toStdString();
    out.entries = from.value(QLatin1String("entries")).toInteger();
    out.openSinceMs = from.value(QLatin1String("open")).toInteger();
    out.ownFromMs = from.value(QLatin1String("own_from")).toInteger();
    out.busy.fromMs = from.value(QLatin1String("from")).toInteger();
    out.busy.untilMs = from.value(QLatin1String("until")).toInteger();
    out.busy.unreadCount = from.value(QLatin1String("unread")).toInteger();
    for (const QJsonValue &one : spans) {
        const domain::BusySpan span = {one.toArray().at(0).toInteger(),
                                       one.toArray().at(1).toInteger()};
        const bool isBehind = out.busy.spans.empty() || out.busy.spans.back().untilMs < span.fromMs;
        if (span.fromMs >= span.untilMs || !isBehind)
            return {};
        out.busy.spans.push_back(span);
    }
    const QJsonArray own = from.value(QLatin1String("own")).toArray();
    for (const QJsonValue &one : own) {
        const QJsonArray parts = one.toArray();
        out.own.push_back({parts.at(0).toString().toStdString(), parts.at(1).toInteger(),
                           parts.at(2).toInteger(), parts.at(3).toBool()});
    }
    return out;
}

std::string withOpenSince(const std::string &text, base::UtcMs openSinceMs)
{
    CalDavCursor out = readCursor(text);
    if (out.readMs == 0)
        return text;
    out.openSinceMs = openSinceMs;
    return cursorText(out);
}

} // namespace topline::calendar
