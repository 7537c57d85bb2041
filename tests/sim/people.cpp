#include "tests/sim/people.h"

#include <algorithm>

namespace topline::sim {

void People::tell(const News &news)
{
    m_said[news.who].push_back({news.word, news.atMs, m_hour});
}

const std::vector<People::Said> &People::of(const std::string &who) const
{
    static const std::vector<Said> nothing;
    const auto found = m_said.find(who);
    return found == m_said.end() ? nothing : found->second;
}

std::string_view People::against(const std::string &who) const
{
    for (const Said &each : of(who)) {
        if (each.word == Word::NoMore)
            return "someone who wants no more";
        if (each.word == Word::Bounce)
            return "an address that does not work";
    }
    return {};
}

bool People::said(const std::string &who, Word word, base::UtcMs fromMs, base::UtcMs toMs,
                  std::int64_t beforeHour) const
{
    const auto &said = of(who);
    return std::any_of(said.begin(), said.end(), [&](const Said &each) {
        return each.word == word && each.atMs > fromMs && each.atMs <= toMs &&
               each.hour < beforeHour;
    });
}

bool People::saidSince(const std::string &who, Word word, base::UtcMs fromMs, base::UtcMs toMs,
                       std::int64_t fromHour) const
{
    const auto &said = of(who);
    return std::any_of(said.begin(), said.end(), [&](const Said &each) {
        return each.word == word && each.atMs > fromMs && each.atMs <= toMs &&
               each.hour >= fromHour;
    });
}

bool People::askedAt(const std::string &who, base::UtcMs atMs) const
{
    const auto found = m_asked.find(who);
    return found != m_asked.end() && found->second.contains(atMs);
}

} // namespace topline::sim
