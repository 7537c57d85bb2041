#include "core/engine/play_draft.h"

#include "core/plays/cadence.h"

#include <algorithm>
#include <utility>

namespace topline::engine {

namespace {

// The newest mail that left before this step of the same run.
const domain::Action *earlierMail(const domain::Action &action,
                                  const std::vector<domain::Action> &earlier)
{
    const domain::Action *newest = nullptr;
    for (const auto &other : earlier) {
        const bool isOfRun = other.playId == action.playId && other.signal == action.signal &&
                             other.stepNo < action.stepNo && other.contact == action.contact;
        const bool hasLeft =
            other.kind == domain::ActionKind::Email && other.state == domain::ActionState::Done;
        if (isOfRun && hasLeft && (!newest || other.stepNo > newest->stepNo))
            newest = &other;
    }
    return newest;
}

std::string answering(const std::string &subject)
{
    const bool isAnswer = subject.starts_with("Re:") || subject.starts_with("RE:");
    return isAnswer ? subject : "Re: " + subject;
}

} // namespace

base::Status writeDraft(Step &step, domain::Action &action, const domain::Play &play,
                        const DraftSubject &subject, const std::vector<domain::Action> &earlier)
{
    CHECK(action.stepNo >= 1 && static_cast<std::size_t>(action.stepNo) <= play.steps.size());
    const auto &plan = play.steps[static_cast<std::size_t>(action.stepNo - 1)];
    if (subject.contact)
        action.variant = plays::variantFor(play, action.stepNo, *subject.contact, earlier);
    TRY_ASSIGN(action.draft, draftFor(step, subject, action, play));
    if (plan.answersThread) {
        if (const auto *const mail = earlierMail(action, earlier))
            action.draft.subject = answering(mail->draft.subject);
    }
    return {};
}

base::Status writeStoredDraft(Step &step, domain::Action &action, const domain::Play &play)
{
    auto &tables = step.tables();
    TRY_ASSIGN(const auto account, tables.records.account(action.account));
    TRY_ASSIGN(const auto contact, tables.records.contact(action.contact));
    TRY_ASSIGN(const auto deal, tables.records.deal(action.deal));
    TRY_ASSIGN(const auto earlier, tables.actions.allOf(action.account));
    return writeDraft(step, action, play,
                      {account.value_or(domain::Account{}), contact ? &*contact : nullptr,
                       deal ? &*deal : nullptr},
                      earlier);
}

} // namespace topline::engine
