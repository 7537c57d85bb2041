#include "ui/shell/notice_rules.h"

#include <algorithm>
#include <utility>

namespace topline::shell {

namespace {

constexpr int urgentBandMax = 1;

bool isUrgent(const domain::FeedCard &card)
{
    return card.action.state == domain::ActionState::Proposed && card.rank.band <= urgentBandMax;
}

} // namespace

bool isQuiet(const NoticeSettings &settings, base::UtcMs now, const base::TimeZone &zone)
{
    if (settings.pausedUntilMs && now < *settings.pausedUntilMs)
        return true;
    if (!settings.hasQuietHours || settings.quietFromMinute == settings.quietToMinute)
        return false;
    // By the wall clock, so that a change of the clocks moves the hours along.
    const auto minute = static_cast<int>(zone.local(now).sinceMidnightMs / base::minuteMs);
    if (settings.quietFromMinute < settings.quietToMinute)
        return minute >= settings.quietFromMinute && minute < settings.quietToMinute;
    return minute >= settings.quietFromMinute || minute < settings.quietToMinute;
}

void NoticeRules::take(const engine::FeedUpdate &update)
{
    const auto isChanged = [&](const domain::FeedCard &card) {
        return std::any_of(update.changed.begin(), update.changed.end(),
                           [&](const auto &other) { return other.action.id == card.action.id; }) ||
               std::find(update.removed.begin(), update.removed.end(), card.action.id) !=
                   update.removed.end();
    };
    std::erase_if(m_waiting, isChanged);
    for (const auto &card : update.changed) {
        if (!isUrgent(card) || m_told.contains({card.action.id, card.action.owner}))
            continue;
        if (m_hasBegun)
            m_waiting.push_back(card);
        else
            m_told.emplace(card.action.id, card.action.owner);
    }
    m_hasBegun = true;
    std::sort(m_waiting.begin(), m_waiting.end(),
              [](const auto &a, const auto &b) { return a.sortKey < b.sortKey; });
}

std::vector<domain::FeedCard> NoticeRules::due(const NoticeSettings &settings, base::UtcMs now,
                                               const base::TimeZone &zone, bool isInFront)
{
    if (!isInFront && (!settings.isOn || isQuiet(settings, now, zone)))
        return {};
    for (const auto &card : m_waiting)
        m_told.emplace(card.action.id, card.action.owner);
    auto out = std::exchange(m_waiting, {});
    if (isInFront)
        out.clear();
    return out;
}

} // namespace topline::shell
