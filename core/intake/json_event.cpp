#include "core/intake/json_event.h"

#include "core/base/text_decoder.h"

#include <QByteArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <limits>

namespace topline::intake {

namespace {

std::int64_t columnOf(std::string_view line, std::size_t offset)
{
    return static_cast<std::int64_t>(
               base::characterCount(line.substr(0, std::min(offset, line.size())))) +
           1;
}

// Where nesting goes too deep, or nothing.
std::optional<std::size_t> tooDeepAt(std::string_view line)
{
    std::size_t depth = 0;
    bool quoted = false;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const char c = line[i];
        if (quoted && c == '\\') {
            ++i;
        } else if (c == '"') {
            quoted = !quoted;
        } else if (!quoted && (c == '{' || c == '[')) {
            if (++depth > jsonDepthLimit)
                return i;
        } else if (!quoted && (c == '}' || c == ']') && depth > 0) {
            --depth;
        }
    }
    return std::nullopt;
}

std::optional<std::string> textOf(const QJsonValue &value)
{
    if (value.isString())
        return value.toString().toStdString();
    if (value.isBool())
        return std::string(value.toBool() ? "true" : "false");
    if (!value.isDouble())
        return std::nullopt;
    const qint64 whole = value.toInteger(std::numeric_limits<qint64>::min());
    if (whole != std::numeric_limits<qint64>::min())
        return std::to_string(whole);
    return QByteArray::number(value.toDouble(), 'g', 17).toStdString();
}

class Collector {
public:
    explicit Collector(JsonEvent &out)
        : m_out(out)
    {
        m_ranks.fill(std::numeric_limits<int>::max());
    }

    void take(const QJsonObject &object, const std::string &path)
    {
        for (auto entry = object.begin(); entry != object.end(); ++entry) {
            const std::string key = path + entry.key().toStdString();
            if (entry.value().isObject())
                take(entry.value().toObject(), key + ".");
            else
                takeValue(key, entry.value());
        }
    }

private:
    void takeValue(const std::string &key, const QJsonValue &value)
    {
        const auto field = eventFieldOf(key);
        const auto text = textOf(value);
        if (!field || !text)
            return;
        const auto number = static_cast<std::size_t>(field->first);
        if (field->second >= m_ranks[number])
            return;
        m_ranks[number] = field->second;
        m_out.texts[number] = *text;
    }

    JsonEvent &m_out;
    std::array<int, eventFieldCount> m_ranks{};
};

} // namespace

EventTexts JsonEvent::views() const
{
    EventTexts out;
    std::copy(texts.begin(), texts.end(), out.begin());
    return out;
}

std::optional<JsonFault> parseJsonEvent(std::string_view line, JsonEvent &out)
{
    for (std::string &text : out.texts)
        text.clear();
    if (const auto deep = tooDeepAt(line))
        return JsonFault{columnOf(line, *deep), "the object is nested too deeply"};
    QJsonParseError failure;
    const QByteArray bytes =
        QByteArray::fromRawData(line.data(), static_cast<qsizetype>(line.size()));
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &failure);
    if (failure.error != QJsonParseError::NoError)
        return JsonFault{columnOf(line, static_cast<std::size_t>(failure.offset)),
                         "this is not JSON: " + failure.errorString().toStdString()};
    if (!document.isObject())
        return JsonFault{1, "a line must be one JSON object"};
    Collector(out).take(document.object(), {});
    const bool holdsNul = std::any_of(out.texts.begin(), out.texts.end(), [](const auto &text) {
        return text.find('\0') != std::string::npos;
    });
    if (holdsNul)
        return JsonFault{1, "a text holds a NUL character"};
    return std::nullopt;
}

} // namespace topline::intake
