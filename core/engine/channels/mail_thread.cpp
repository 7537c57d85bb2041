#include "core/engine/channels/mail_thread.h"

#include "core/engine/guards/play_set.h"

#include <algorithm>
#include <string>
#include <vector>

namespace topline::engine {

namespace {

constexpr std::int64_t messagesLooked = 50;
constexpr base::DurationMs answerWithin = 30 * base::dayMs;
constexpr std::size_t referencesMax = 20; // mail programs cut longer chains themselves

// By the version that the action was made by: its run goes by it to its end.
base::Result<bool> answersThread(Step &step, const domain::Action &action)
{
    auto *const plays = step.context().playSet;
    if (action.playId.empty() || !plays)
        return false;
    const auto play = plays->version(step.tables().plays, action.playId, action.playVersion);
    if (!play.ok())
        return play.error().code == base::ErrorCode::NotFound ? base::Result<bool>(false)
                                                              : base::Result<bool>(play.error());
    const auto at = static_cast<std::size_t>(action.stepNo - 1);
    return at < (*play)->steps.size() && (*play)->steps[at].answersThread;
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

base::Result<std::optional<store::MailMessage>> messageToAnswer(Step &step,
                                                                const domain::Action &action)
{
    if (action.urgency != domain::Urgency::Inbound || !action.contact.isSet())
        return std::optional<store::MailMessage>();
    TRY_ASSIGN(auto messages, step.tables().mail.withContact(action.contact, messagesLooked));
    for (auto &message : messages) {
        if (message.atMs < step.now() - answerWithin)
            break;
        if (message.kind == domain::MailKind::Reply || message.kind == domain::MailKind::OtherMail)
            return std::optional(std::move(message));
    }
    return std::optional<store::MailMessage>();
}

base::Result<actions::MailThread> threadOf(Step &step, const domain::Action &action)
{
    TRY_ASSIGN(const auto answered, messageToAnswer(step, action));
    if (answered)
        return behind(*answered);
    TRY_ASSIGN(const bool goesOn, answersThread(step, action));
    if (!action.contact.isSet() || !goesOn)
        return actions::MailThread();
    TRY_ASSIGN(const auto messages, step.tables().mail.withContact(action.contact, messagesLooked));
    for (const auto &message : messages) {
        if (message.atMs < step.now() - answerWithin)
            break;
        if (!message.isOurs || message.action.isNull())
            continue;
        TRY_ASSIGN(const auto earlier, step.tables().actions.action(message.action));
        if (earlier && earlier->playId == action.playId && earlier->signal == action.signal)
            return behind(message);
    }
    return actions::MailThread();
}

} // namespace topline::engine
