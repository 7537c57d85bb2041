#include "core/plays/judgement.h"

#include <algorithm>

namespace topline::plays {

namespace {

bool isDismissedFor(const domain::Action &action, domain::DismissReason reason)
{
    return action.state == domain::ActionState::Dismissed && action.dismissReason == reason;
}

} // namespace

bool postponesPlay(const domain::Action &action)
{
    return isDismissedFor(action, domain::DismissReason::BadTiming) || isTouchByWord(action);
}

bool isTouchByWord(const domain::Action &action)
{
    return isDismissedFor(action, domain::DismissReason::AlreadyDone);
}

std::vector<domain::ContactId> wrongPeople(std::span<const domain::Action> dismissed,
                                           std::string_view playId)
{
    std::vector<domain::ContactId> out;
    for (const auto &action : dismissed) {
        if (action.playId == playId && action.contact.isSet() &&
            isDismissedFor(action, domain::DismissReason::WrongPerson))
            out.push_back(action.contact);
    }
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

} // namespace topline::plays
