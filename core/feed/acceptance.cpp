#include "core/feed/acceptance.h"

#include "core/base/check.h"

namespace topline::feed {

namespace {

constexpr std::int64_t priorCards = 5; // taken as relevant

} // namespace

domain::PlayAcceptance acceptanceOf(std::int64_t judged, std::int64_t irrelevant)
{
    CHECK(judged >= 0 && judged <= judgedMax && irrelevant >= 0 && irrelevant <= judged);
    domain::PlayAcceptance out{judged, judged - irrelevant, 100};
    if (irrelevant < irrelevantMin)
        return out;
    const std::int64_t whole = judged + priorCards;
    out.percent = (100 * (out.relevant + priorCards) + whole / 2) / whole;
    return out;
}

} // namespace topline::feed
