#include "core/engine/mail_thread.h"

#include <algorithm>
#include <string>
#include <vector>

namespace topline::engine {

namespace {

constexpr std::int64_t messagesLooked = 50;
constexpr base::DurationMs answerWithin = 30 * base::dayMs;
constexpr std::size_t referencesMax = 20; // mail programs cut longer chains themselves

bool answersThread(const Context &context, const domain::Action &action)
{
    const auto play = std::find_if(context.plays.begin(), context.plays.end(),
                                   [&](const auto &each) { return each.id == action.playId; });
    if (play == context.plays.end())
        return false;
    const auto at = static_cast<std::size_t>(action.stepNo - 1);
    return at < play->steps.size() && play->steps[at].answersThread;
}

actions::MailThread behind(const store::MailMessage &message)
{
    actions::MailThread out{message.messageId, {}};
    // Stored nearest first, written oldest first.
    const auto kept = std::min(message.answers.size(), referencesMax - 1);
    for (std::size_t at = kept; at > 0; --at)
        out.references.push_back(message.answers[at - 1]);
    out.references.push_back(message.messageId);
    return out;
}

} // namespace

base::Result<actions::MailThread> threadOf(Step &step, const domain::Action &action)
{
    const bool isAnswer = action.urgency == domain::Urgency::Inbound;
    const bool goesOn = answersThread(step.context(), action);
    if (!action.contact.isSet() || (!isAnswer && !goesOn))
        return actions::MailThread();
    TRY_ASSIGN(const auto messages, step.tables().mail.withContact(action.contact, messagesLooked));
    for (const auto &message : messages) {
        if (message.atMs < step.now() - answerWithin)
            break;
        const bool isWord =
            message.kind == domain::MailKind::Reply || message.kind == domain::MailKind::OtherMail;
        if (isAnswer && isWord)
            return behind(message);
        if (!goesOn || !message.isOurs || message.action.isNull())
            continue;
        TRY_ASSIGN(const auto earlier, step.tables().actions.action(message.action));
        if (earlier && earlier->playId == action.playId && earlier->signal == action.signal)
            return behind(message);
    }
    return actions::MailThread();
}

} // namespace topline::engine
