#include "core/crm/hubspot_cursor.h"

#include "core/crm/hubspot_json.h"
#include "core/crm/hubspot_objects.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace topline::crm {

namespace {

constexpr int version = 1;

QJsonValue number(std::int64_t value)
{
    return QJsonValue(static_cast<qint64>(value));
}

// Nothing when it is not a whole number.
std::optional<std::int64_t> wholeNumber(const QJsonObject &object, const char *key)
{
    const QJsonValue value = object.value(QLatin1String(key));
    if (!value.isDouble() || value.toInteger(-2) == -2)
        return std::nullopt;
    return value.toInteger();
}

QJsonObject windowJson(const HubSpotWindow &window)
{
    return {{QStringLiteral("since"), number(window.sinceMs)},
            {QStringLiteral("until"), number(window.untilMs)},
            {QStringLiteral("last"), toQt(window.lastId)},
            {QStringLiteral("done"), number(window.done)},
            {QStringLiteral("expected"), number(window.expected)}};
}

std::optional<HubSpotWindow> readWindow(const QJsonObject &object)
{
    const auto since = wholeNumber(object, "since");
    const auto until = wholeNumber(object, "until");
    const auto done = wholeNumber(object, "done");
    const auto expected = wholeNumber(object, "expected");
    HubSpotWindow out;
    out.lastId = jsonText(object, "last");
    if (!since || !until || !done || !expected || !isHubSpotId(out.lastId))
        return std::nullopt;
    out.sinceMs = *since;
    out.untilMs = *until;
    out.done = *done;
    out.expected = *expected;
    return out;
}

bool readMarks(const QJsonObject &marks, HubSpotCursor &out)
{
    for (const QString &name : marks.keys()) {
        const QJsonObject one = marks.value(name).toObject();
        const auto through = wholeNumber(one, "through");
        if (!through || findHubSpotObject(name.toStdString()) == nullptr)
            return false;
        HubSpotMark mark{*through, {}};
        if (one.contains(QLatin1String("window"))) {
            mark.window = readWindow(jsonObject(one, "window"));
            if (!mark.window)
                return false;
        }
        out.marks.emplace(name.toStdString(), std::move(mark));
    }
    return true;
}

base::Error foreign()
{
    return {.code = base::ErrorCode::InvalidInput,
            .message = "The place where the last pull from HubSpot ended cannot be read.",
            .kept = "Nothing was pulled.",
            .todo = "Start the first sync again."};
}

} // namespace

std::string HubSpotCursor::text() const
{
    QJsonObject all;
    for (const auto &[name, mark] : marks) {
        QJsonObject one{{QStringLiteral("through"), number(mark.throughMs)}};
        if (mark.window)
            one.insert(QStringLiteral("window"), windowJson(*mark.window));
        all.insert(toQt(name), one);
    }
    return compactJson({{QStringLiteral("v"), version},
                        {QStringLiteral("phase"), toQt(phase)},
                        {QStringLiteral("after"), toQt(after)},
                        {QStringLiteral("until"), number(untilMs)},
                        {QStringLiteral("deep"), isDeep},
                        {QStringLiteral("goneOpen"), isGoneOpen},
                        {QStringLiteral("catalogueMs"), number(catalogueMs)},
                        {QStringLiteral("goneMs"), number(goneMs)},
                        {QStringLiteral("deepMs"), number(deepMs)},
                        {QStringLiteral("marks"), all}});
}

base::Result<HubSpotCursor> HubSpotCursor::parse(const std::string &text)
{
    HubSpotCursor out;
    if (text.empty())
        return out;
    const auto document = QJsonDocument::fromJson(QByteArray::fromStdString(text));
    const QJsonObject object = document.object();
    const auto until = wholeNumber(object, "until");
    const auto catalogue = wholeNumber(object, "catalogueMs");
    const auto gone = wholeNumber(object, "goneMs");
    const auto deep = wholeNumber(object, "deepMs");
    if (object.value(QLatin1String("v")).toInt() != version || !until || !catalogue || !gone ||
        !deep || !readMarks(jsonObject(object, "marks"), out))
        return foreign();
    out.phase = jsonText(object, "phase");
    out.after = jsonText(object, "after");
    out.untilMs = *until;
    out.isDeep = object.value(QLatin1String("deep")).toBool();
    out.isGoneOpen = object.value(QLatin1String("goneOpen")).toBool();
    out.catalogueMs = *catalogue;
    out.goneMs = *gone;
    out.deepMs = *deep;
    return out;
}

} // namespace topline::crm
