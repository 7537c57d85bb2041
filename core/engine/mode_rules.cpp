#include "core/engine/mode_rules.h"

namespace topline::engine {

bool hasEarnedAuto(const domain::PlayConduct &conduct, const domain::GuardPolicy &policy)
{
    return conduct.approvals >= policy.promoteApprovals && conduct.complaints == 0 &&
           conduct.unedited * 100 >= conduct.approvals * policy.promoteUneditedPercent;
}

std::optional<Demotion> demotionOf(const domain::PlayConduct &conduct,
                                   const domain::GuardPolicy &policy)
{
    if (conduct.mails < policy.demoteSendsMin || conduct.mails <= 0)
        return std::nullopt;
    const auto isOver = [&](std::int64_t count, std::int64_t permille) {
        return count * 1'000 > conduct.mails * permille;
    };
    if (isOver(conduct.complaints, policy.demoteComplaintPermille))
        return Demotion{domain::ModeWhy::Complaints, conduct.complaints, conduct.mails};
    if (isOver(conduct.unsubscribes, policy.demoteUnsubscribePermille))
        return Demotion{domain::ModeWhy::Unsubscribes, conduct.unsubscribes, conduct.mails};
    if (isOver(conduct.bounces, policy.demoteBouncePermille))
        return Demotion{domain::ModeWhy::Bounces, conduct.bounces, conduct.mails};
    return std::nullopt;
}

} // namespace topline::engine
