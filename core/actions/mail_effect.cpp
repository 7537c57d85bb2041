#include "core/actions/mail_effect.h"

#include "core/actions/canonical_json.h"
#include "core/actions/draft.h"
#include "core/actions/frozen_wire.h"
#include "core/actions/mail_text.h"

namespace topline::actions {

base::Result<domain::Effect> buildMailEffect(const domain::Action &action, const MailTarget &target,
                                             base::UtcMs now, std::int64_t ordinal)
{
    TRY(checkSendable(action.kind, action.draft));
    const base::Uuid id = effectId(action, ordinal);
    TRY_ASSIGN(const std::string message, writeMail({.account = target.account,
                                                     .to = action.draft.to,
                                                     .subject = action.draft.subject,
                                                     .text = action.draft.body,
                                                     .effectId = id.text(),
                                                     .dateMs = now,
                                                     .thread = target.thread,
                                                     .calendar = target.calendar,
                                                     .toName = target.toName}));
    TRY_ASSIGN(const std::string from, mailAddress(target.account.address));
    TRY_ASSIGN(const std::string to, mailAddress(action.draft.to));
    TRY_ASSIGN(const std::string messageId, messageIdOf(id.text(), target.account));
    auto members = wireMembers(action, target.records, now, ordinal);
    members["envelope_from"] = jsonString(from);
    members["envelope_to"] = jsonString(to);
    members["message"] = jsonString(message);
    members["message_id"] = jsonString(messageId);
    domain::Effect out;
    out.id = id;
    out.action = action.id;
    out.ordinal = ordinal;
    out.kind = action.kind;
    out.channel = domain::Channel::Mail;
    out.notBeforeMs = action.holdUntilMs.value_or(now);
    out.changedMs = now;
    return withWire(std::move(out), members);
}

bool isMailEffect(const domain::Effect &effect)
{
    return FrozenWire::hasMember(effect, "envelope_to");
}

bool isInvitation(const domain::Effect &effect)
{
    if (!isMailEffect(effect))
        return false;
    const auto wire = readMailWire(effect);
    // Words of a person cannot say so: their "=" is encoded.
    return wire.ok() && wire->message.find("\r\nContent-Type: text/calendar; charset=utf-8; "
                                           "method=REQUEST\r\n") != std::string::npos;
}

base::Result<MailWire> readMailWire(const domain::Effect &effect)
{
    TRY_ASSIGN(const FrozenWire wire, FrozenWire::open(effect, "Nothing was sent."));
    MailWire out;
    out.effectId = effect.id.text();
    for (const auto &[key, target] :
         {std::pair("envelope_from", &out.from), std::pair("envelope_to", &out.to),
          std::pair("message", &out.message), std::pair("message_id", &out.messageId)}) {
        TRY_ASSIGN(*target, wire.required(key));
    }
    // What goes into a command of SMTP must not be able to end it.
    for (const std::string *address : {&out.from, &out.to}) {
        const auto checked = mailAddress(*address);
        if (!checked.ok() || *checked != *address)
            return wire.wrong("envelope");
    }
    TRY(checkHeaderValue("message id", out.messageId));
    return out;
}

} // namespace topline::actions
