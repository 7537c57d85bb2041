#include "core/base/hash.h"
#include "core/plays/cadence.h"

#include <algorithm>

namespace topline::plays {

std::string variantFor(const domain::Play &play, std::int64_t stepNo,
                       const domain::Contact &contact, const std::vector<domain::Action> &earlier)
{
    const auto &variants = play.steps[static_cast<std::size_t>(stepNo - 1)].variants;
    if (variants.empty())
        return {};
    std::string test = play.id + "|" + std::to_string(stepNo);
    for (const auto &variant : variants)
        test += "|" + variant.name;
    for (const auto &action : earlier) {
        const bool isSameStep = action.playId == play.id && action.stepNo == stepNo &&
                                action.contact == contact.id && !action.variant.empty();
        if (!isSameStep)
            continue;
        const bool isStillThere =
            std::any_of(variants.begin(), variants.end(),
                        [&](const auto &variant) { return variant.name == action.variant; });
        return isStillThere ? action.variant : std::string();
    }
    const auto draw =
        base::leadingUint64(base::sha256("variant\n" + test + "\n" + contact.remoteId));
    return variants[draw % variants.size()].name;
}

} // namespace topline::plays
