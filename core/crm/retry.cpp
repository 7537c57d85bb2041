#include "core/crm/retry.h"

#include "core/base/text.h"
#include "core/crm/http_date.h"

#include <algorithm>

namespace topline::crm {
namespace {

// All digits; cut off at a day, whatever their number.
std::optional<base::DurationMs> wholeSeconds(std::string_view text)
{
    constexpr base::DurationMs most = retryAfterMaxMs / base::secondMs;
    base::DurationMs seconds = 0;
    for (char c : text) {
        if (c < '0' || c > '9')
            return std::nullopt;
        seconds = std::min(seconds * 10 + (c - '0'), most);
    }
    if (text.empty())
        return std::nullopt;
    return seconds * base::secondMs;
}

} // namespace

base::DurationMs backoffMs(const Backoff &backoff, int retry, base::Random &random)
{
    base::DurationMs bound = std::max<base::DurationMs>(backoff.firstMs, 1);
    for (int i = 1; i < retry && bound < backoff.capMs; ++i)
        bound *= 2;
    return random.between(0, std::min(bound, std::max<base::DurationMs>(backoff.capMs, 1)));
}

std::optional<base::DurationMs> retryAfterMs(std::string_view header, base::UtcMs serverNowMs)
{
    const std::string_view text = base::trimmed(header);
    if (const auto seconds = wholeSeconds(text))
        return seconds;
    const std::optional<base::UtcMs> date = parseHttpDate(text);
    if (!date)
        return std::nullopt;
    return std::clamp<base::DurationMs>(*date - serverNowMs, 0, retryAfterMaxMs);
}

std::optional<base::DurationMs> retryAfterMs(const HttpResponse &response, base::UtcMs nowMs)
{
    return retryAfterMs(response.header("Retry-After"), response.dateMs().value_or(nowMs));
}

base::DurationMs retryDelayMs(const Backoff &backoff, int retry,
                              std::optional<base::DurationMs> askedMs, base::Random &random)
{
    return std::max<base::DurationMs>(askedMs.value_or(0), 0) + backoffMs(backoff, retry, random);
}

} // namespace topline::crm
