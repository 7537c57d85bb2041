#include "core/engine/plays/play_draft.h"

#include "core/base/text.h"
#include "core/engine/channels/mail_thread.h"
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

// The subject of the buyer's mail that this one will be threaded behind; empty: none is known. It
// comes from outside: on one line, and not longer than a line is read.
base::Result<std::string> answeredSubject(Step &step, const domain::Action &action)
{
    constexpr std::size_t bytesMax = 200;
    if (action.kind != domain::ActionKind::Email || action.urgency != domain::Urgency::Inbound)
        return std::string();
    TRY_ASSIGN(const auto message, messageToAnswer(step, action));
    if (!message)
        return std::string();
    std::string out = base::storableText(message->subject, bytesMax);
    std::replace_if(
        out.begin(), out.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; }, ' ');
    return std::string(base::trimmed(out));
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
    TRY_ASSIGN(const std::string answered, answeredSubject(step, action));
    if (!answered.empty())
        action.draft.subject = answering(answered);
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
