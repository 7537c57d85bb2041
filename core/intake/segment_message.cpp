#include "core/intake/segment_message.h"

#include "core/intake/segment_event.h"
#include "core/intake/segment_time.h"

#include <QByteArray>
#include <QJsonArray>
#include <QJsonDocument>

#include <utility>

namespace topline::intake {

namespace {

constexpr std::pair<std::string_view, SegmentCall> paths[] = {
    {"/v1/batch", SegmentCall::Batch},
    {"/v1/track", SegmentCall::Track},
    {"/v1/page", SegmentCall::Page},
    {"/v1/screen", SegmentCall::Screen},
    {"/v1/identify", SegmentCall::Identify},
    {"/v1/group", SegmentCall::Group},
    {"/v1/alias", SegmentCall::Alias},
    {"/v1/t", SegmentCall::Track},
    {"/v1/p", SegmentCall::Page},
    {"/v1/i", SegmentCall::Identify},
    {"/v1/g", SegmentCall::Group},
    {"/v1/a", SegmentCall::Alias},
    {"/v1/s", SegmentCall::Screen},
    {"/v1/b", SegmentCall::Batch},
};

// Before the parser sees it: a deep text costs a stack.
bool isTooDeep(std::string_view body)
{
    std::size_t depth = 0;
    bool isQuoted = false;
    for (std::size_t i = 0; i < body.size(); ++i) {
        const char c = body[i];
        if (isQuoted && c == '\\')
            ++i;
        else if (c == '"')
            isQuoted = !isQuoted;
        else if (!isQuoted && (c == '{' || c == '[') && ++depth > segmentDepthMax)
            return true;
        else if (!isQuoted && (c == '}' || c == ']') && depth > 0)
            --depth;
    }
    return false;
}

base::Error invalid(const char *message)
{
    return {base::ErrorCode::InvalidInput, message};
}

} // namespace

std::optional<SegmentCall> segmentCall(std::string_view target)
{
    if (target.size() > 1 && target.back() == '/')
        target.remove_suffix(1);
    for (const auto &[path, call] : paths) {
        if (path == target)
            return call;
    }
    return std::nullopt;
}

base::Result<SegmentMessage> readSegment(std::string_view body, SegmentCall call,
                                         base::UtcMs receivedMs)
{
    if (isTooDeep(body))
        return invalid("The body is nested too deeply.");
    QJsonParseError failure;
    const QJsonDocument document = QJsonDocument::fromJson(
        QByteArray::fromRawData(body.data(), static_cast<qsizetype>(body.size())), &failure);
    if (failure.error != QJsonParseError::NoError || !document.isObject())
        return invalid("The body is not one JSON object.");
    const QJsonObject object = document.object();
    SegmentMessage out;
    out.writeKey = object.value(QLatin1String("writeKey")).toString().toStdString();
    SegmentFrame frame{call, segmentTime(object.value(QLatin1String("sentAt"))), receivedMs};
    const auto take = [&](const QJsonValue &value) {
        const std::size_t index = out.read++;
        auto fault = value.isObject() ? readSegmentEvent(value.toObject(), frame, out)
                                      : std::optional<std::string>("the event is no object");
        if (fault)
            out.rejects.push_back({index, std::move(*fault)});
    };
    if (call != SegmentCall::Batch) {
        take(object);
        return out;
    }
    const QJsonValue batch = object.value(QLatin1String("batch"));
    if (!batch.isArray())
        return invalid("The body has no list \"batch\".");
    const QJsonArray events = batch.toArray();
    if (static_cast<std::size_t>(events.size()) > segmentEventsMax)
        return base::Error{base::ErrorCode::LimitReached, "The batch has too many events."};
    for (const QJsonValue &value : events)
        take(value);
    return out;
}

} // namespace topline::intake
