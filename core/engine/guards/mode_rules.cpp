#include "core/engine/guards/mode_rules.h"

#include <algorithm>

namespace topline::engine {

namespace {

bool writesToPeople(const domain::Play &play)
{
    return std::any_of(play.steps.begin(), play.steps.end(), [](const domain::PlayStep &step) {
        return step.kind == domain::ActionKind::Email || step.kind == domain::ActionKind::Meeting;
    });
}

} // namespace

domain::Mode modeInForce(const domain::Play &play, const domain::ModeChange *last)
{
    const bool isDecided = last && last->why != domain::ModeWhy::Document;
    const domain::Mode wanted = isDecided ? last->mode : play.mode;
    const bool isEarned = isDecided && last->why == domain::ModeWhy::Earned;
    if (wanted == domain::Mode::Auto && !isEarned && writesToPeople(play))
        return domain::Mode::Approval;
    return wanted;
}

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
