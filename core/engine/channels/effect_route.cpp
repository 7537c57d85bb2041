#include "core/engine/channels/effect_route.h"

#include "core/crm/effect_wire.h"
#include "core/domain/crm_system.h"

namespace topline::engine {

namespace {

// The record that the effect is about; empty for none, and for bytes that are not ours.
std::string recordOf(const domain::Effect &effect)
{
    const auto wire = crm::readEffectWire(effect);
    if (!wire)
        return {};
    return !wire->deal.empty()      ? wire->deal
           : !wire->account.empty() ? wire->account
                                    : wire->contact;
}

bool hasPrefix(const std::string &record)
{
    const auto isLetter = [&](std::size_t at) { return record[at] >= 'a' && record[at] <= 'z'; };
    return record.size() >= 3 && isLetter(0) && isLetter(1) && record[2] == ':';
}

} // namespace

store::EffectRoute routeOf(const std::string &system, bool takesOwnerless)
{
    return {std::string(domain::remotePrefix(system)), takesOwnerless};
}

bool isOnRoute(const domain::Effect &effect, const store::EffectRoute &route)
{
    if (effect.channel != domain::Channel::Crm)
        return route.prefix == domain::remotePrefix(systemOfEffect(effect));
    const std::string record = recordOf(effect);
    if (record.empty())
        return route.takesOwnerless;
    return route.prefix.empty() ? !hasPrefix(record) : record.starts_with(route.prefix);
}

std::string systemOfEffect(const domain::Effect &effect)
{
    if (effect.channel != domain::Channel::Crm)
        return std::string(domain::channelName(effect.channel));
    return std::string(domain::remoteSystem(recordOf(effect)));
}

} // namespace topline::engine
