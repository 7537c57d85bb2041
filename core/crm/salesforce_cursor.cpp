#include "core/crm/salesforce_cursor.h"

#include <QByteArray>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace topline::crm {

namespace {

constexpr int cursorVersion = 1;
constexpr std::size_t recentMax = 300;
constexpr std::size_t shortIdSize = 15;
constexpr base::DurationMs stampCoarseMs = 5 * base::secondMs;

base::Error foreign()
{
    return {.code = base::ErrorCode::InvalidInput,
            .message = "The place where the last sync with Salesforce ended cannot be read.",
            .kept = "Nothing was changed."};
}

QString shown(const std::string &text)
{
    return QString::fromStdString(text);
}

QJsonArray arrayOf(const auto &texts)
{
    QJsonArray out;
    for (const std::string &text : texts)
        out.append(shown(text));
    return out;
}

// Times as text: JSON numbers lose their last digits.
QString timeText(base::UtcMs time)
{
    return QString::number(time);
}

base::UtcMs timeAt(const QJsonObject &object, const char *key)
{
    return object.value(QLatin1String(key)).toString().toLongLong();
}

std::string textAt(const QJsonObject &object, const char *key)
{
    return object.value(QLatin1String(key)).toString().toStdString();
}

bool flagAt(const QJsonObject &object, const char *key)
{
    return object.value(QLatin1String(key)).toBool();
}

std::vector<std::string> textsAt(const QJsonObject &object, const char *key)
{
    std::vector<std::string> out;
    for (const QJsonValue &each : object.value(QLatin1String(key)).toArray())
        out.push_back(each.toString().toStdString());
    return out;
}

QJsonObject jsonOf(const SalesforceMark &mark)
{
    QJsonObject out;
    const auto put = [&](const char *key, const QJsonValue &value) {
        out.insert(QLatin1String(key), value);
    };
    put("begun", mark.isBegun);
    put("first", mark.isFirst);
    put("rewound", mark.isRewound);
    put("settled", mark.isSettled);
    put("t", timeText(mark.stampMs));
    put("i", shown(mark.id));
    put("ht", timeText(mark.highMs));
    put("hi", shown(mark.highId));
    put("done", timeText(mark.done));
    QJsonArray recent;
    for (const auto &[id, stamp] : mark.recent)
        recent.append(shown(id + "@" + std::to_string(stamp)));
    if (!recent.isEmpty())
        put("recent", recent);
    if (!mark.absent.empty())
        put("absent", arrayOf(mark.absent));
    if (!mark.drift.empty()) {
        put("drift", arrayOf(mark.drift));
        put("drift_t", timeText(mark.driftMs));
    }
    if (!mark.refused.empty())
        put("refused", shown(mark.refused));
    if (!mark.history.deal.empty())
        put("deal", arrayOf(std::vector<std::string>{mark.history.deal, mark.history.stage,
                                                     mark.history.amount}));
    return out;
}

SalesforceMark markOf(const QJsonObject &object)
{
    SalesforceMark out;
    out.isBegun = flagAt(object, "begun");
    out.isFirst = flagAt(object, "first");
    out.isRewound = flagAt(object, "rewound");
    out.isSettled = flagAt(object, "settled");
    out.stampMs = timeAt(object, "t");
    out.id = textAt(object, "i");
    out.highMs = timeAt(object, "ht");
    out.highId = textAt(object, "hi");
    out.done = timeAt(object, "done");
    for (const std::string &text : textsAt(object, "recent")) {
        const std::size_t at = text.find('@');
        if (at != std::string::npos)
            out.recent.emplace_back(text.substr(0, at), shown(text.substr(at + 1)).toLongLong());
    }
    for (std::string &text : textsAt(object, "absent"))
        out.absent.insert(std::move(text));
    for (std::string &text : textsAt(object, "drift"))
        out.drift.insert(std::move(text));
    out.driftMs = timeAt(object, "drift_t");
    out.refused = textAt(object, "refused");
    const auto deal = textsAt(object, "deal");
    if (deal.size() == 3)
        out.history = {deal[0], deal[1], deal[2]};
    return out;
}

std::string joined(const std::set<std::string> &texts)
{
    std::string out;
    for (const std::string &text : texts)
        out += (out.empty() ? "" : ", ") + text;
    return out;
}

} // namespace

domain::ObjectProgress SalesforceMark::progress(const SalesforceStream &stream) const
{
    domain::ObjectProgress out;
    out.object = stream.progress;
    out.done = done;
    out.state = isFirst ? domain::ObjectState::Working : domain::ObjectState::Fresh;
    if (!drift.empty()) {
        out.state = domain::ObjectState::Drift;
        out.reason = "No longer shown: " + joined(drift);
    }
    if (!refused.empty()) {
        out.state = domain::ObjectState::Unavailable;
        out.reason = refused;
    }
    return out;
}

bool SalesforceMark::hasDelivered(std::string_view rowId, base::UtcMs stamp) const
{
    const std::string_view shortId = rowId.substr(0, shortIdSize);
    return std::any_of(recent.begin(), recent.end(), [&](const auto &one) {
        return one.first == shortId && one.second == stamp;
    });
}

void SalesforceMark::accept(std::string_view rowId, base::UtcMs stamp, base::UtcMs seenMs)
{
    isBegun = true;
    stampMs = stamp;
    id = rowId;
    const std::string_view shortId = rowId.substr(0, shortIdSize);
    std::erase_if(recent, [&](const auto &one) {
        return one.first == shortId || one.second < stamp - salesforceOverlapMs;
    });
    // Within one second a row may change again and keep its stamp; it is delivered again then.
    if (stamp + stampCoarseMs > seenMs)
        return;
    recent.emplace_back(shortId, stamp);
    if (recent.size() > recentMax)
        recent.erase(recent.begin());
}

void SalesforceMark::rewind(base::UtcMs toMs)
{
    highMs = stampMs;
    highId = id;
    stampMs = std::min(stampMs, toMs);
    id.clear();
    isRewound = true;
}

void SalesforceMark::endOfPass(base::UtcMs passMs, bool isHistory)
{
    if (isFirst) {
        isFirst = false;
        isSettled = false;
        if (isHistory || !isBegun) {
            stampMs = passMs - salesforceOverlapMs;
            id.clear();
            history = {};
        }
        // A long first reading passes over what is deleted or converted behind it.
        if (stampMs > passMs) {
            stampMs = passMs;
            id.clear();
        }
        isBegun = true;
        highMs = stampMs;
        return;
    }
    const bool hasMoved = stampMs > highMs || (stampMs == highMs && id > highId);
    if (!hasMoved) {
        stampMs = highMs;
        id = highId;
    }
    isSettled = (isRewound || (isSettled && !hasMoved)) && passMs > stampMs + salesforceOverlapMs;
}

std::string SalesforceCursor::text() const
{
    QJsonObject objects;
    for (const auto &[key, mark] : marks)
        objects.insert(shown(key), jsonOf(mark));
    QJsonObject out;
    out.insert(QLatin1String("salesforce"), cursorVersion);
    out.insert(QLatin1String("open"), isPassOpen);
    out.insert(QLatin1String("at"), static_cast<int>(at));
    out.insert(QLatin1String("within"), isWithin);
    out.insert(QLatin1String("pass"), timeText(passMs));
    out.insert(QLatin1String("last"), timeText(lastPassMs));
    out.insert(QLatin1String("sweep"), timeText(sweepMs));
    out.insert(QLatin1String("merged"), arrayOf(merged));
    out.insert(QLatin1String("objects"), objects);
    return QJsonDocument(out).toJson(QJsonDocument::Compact).toStdString();
}

base::Result<SalesforceCursor> parseSalesforceCursor(const std::string &text)
{
    SalesforceCursor out;
    if (text.empty())
        return out;
    const QJsonObject object = QJsonDocument::fromJson(QByteArray::fromStdString(text)).object();
    if (object.value(QLatin1String("salesforce")).toInt() != cursorVersion)
        return foreign();
    out.isPassOpen = flagAt(object, "open");
    out.at = static_cast<std::size_t>(object.value(QLatin1String("at")).toInt());
    out.isWithin = flagAt(object, "within");
    out.passMs = timeAt(object, "pass");
    out.lastPassMs = timeAt(object, "last");
    out.sweepMs = timeAt(object, "sweep");
    out.merged = textsAt(object, "merged");
    const QJsonObject objects = object.value(QLatin1String("objects")).toObject();
    for (auto each = objects.begin(); each != objects.end(); ++each)
        out.marks.emplace(each.key().toStdString(), markOf(each.value().toObject()));
    if (out.at > salesforceStreams().size())
        return foreign();
    return out;
}

} // namespace topline::crm
