#include "core/intake/segment_time.h"

#include "core/base/number_text.h"

#include <QJsonValue>

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace topline::intake {

namespace {

constexpr base::UtcMs earliestMs = 946'684'800'000; // 2000-01-01
constexpr base::UtcMs latestMs = 7'258'118'400'000; // 2200-01-01
constexpr base::DurationMs clockSlackMs = 30 * base::secondMs;
constexpr qsizetype textMax = 40;

} // namespace

std::optional<base::UtcMs> segmentTime(const QJsonValue &value)
{
    base::UtcMs out = 0;
    if (value.isDouble()) {
        const double number = value.toDouble();
        if (!std::isfinite(number) || number < 0 || number > static_cast<double>(latestMs))
            return std::nullopt;
        out = static_cast<base::UtcMs>(number);
    } else {
        const QString text = value.toString();
        if (text.isEmpty() || text.size() > textMax)
            return std::nullopt;
        const auto parsed = base::parseTime(text.toStdString());
        if (!parsed.ok())
            return std::nullopt;
        out = parsed->utcMs;
    }
    if (out < earliestMs || out > latestMs)
        return std::nullopt;
    return out;
}

base::UtcMs correctedTime(std::optional<base::UtcMs> saidMs, std::optional<base::UtcMs> sentMs,
                          base::UtcMs receivedMs)
{
    if (!saidMs)
        return receivedMs;
    base::UtcMs out = *saidMs;
    if (sentMs && std::abs(receivedMs - *sentMs) > clockSlackMs)
        out += receivedMs - *sentMs;
    return std::clamp(out, earliestMs, std::max(earliestMs, receivedMs));
}

} // namespace topline::intake
