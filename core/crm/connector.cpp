#include "core/crm/connector.h"

#include "core/base/check.h"
#include "core/crm/push_batch.h"

namespace topline::crm {

base::Result<std::optional<Page>> Connector::findGone(domain::RecordKind /*kind*/,
                                                      std::span<const std::string> /*remoteIds*/,
                                                      const CancelToken & /*cancel*/)
{
    return std::optional<Page>();
}

std::vector<PushAnswer> Connector::pushMany(std::span<const domain::Effect> effects,
                                            const CancelToken &cancel)
{
    PushBatch batch(effects,
                    [](const auto &, const auto &) { return std::optional<PushAnswer>(); });
    return batch.finish([&](const domain::Effect &effect) { return push(effect, cancel); }, cancel);
}

std::vector<PushAnswer> Connector::pushGated(std::span<const domain::Effect> effects,
                                             PushGate &gate, const CancelToken &cancel)
{
    if (const base::Status passed = gate.pass(effects); !passed.ok())
        return std::vector<PushAnswer>(effects.size(),
                                       {PushState::NotSent, {}, passed.error().message});
    return pushTogether(*this, effects, cancel);
}

std::vector<PushAnswer> pushTogether(Connector &connector, std::span<const domain::Effect> effects,
                                     const CancelToken &cancel)
{
    if (effects.size() == 1)
        return {connector.push(effects.front(), cancel)};
    std::vector<PushAnswer> out = connector.pushMany(effects, cancel);
    CHECK(out.size() == effects.size());
    return out;
}

} // namespace topline::crm
