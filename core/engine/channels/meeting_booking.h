// Booking a meeting: its effect when it is approved, and the invitation when it stands in the
// calendar. Called by approvals and by the outbox runner, in their step, on the engine's thread.
// The calendar comes first; nobody is invited to what was not booked.
#pragma once

#include "core/actions/outbox.h"
#include "core/base/result.h"
#include "core/engine/cockpit_requests.h"
#include "core/engine/step/step.h"

#include <optional>

namespace topline::engine {

// The action that books that time with the person of `request.action`; not yet stored.
base::Result<domain::Action> meetingAction(Step &step, const BookRequest &request);

// Nothing for an action that names no time: the CRM keeps it, as ever. Refused without a calendar.
base::Result<std::optional<domain::Effect>> meetingEffect(Step &step, const domain::Action &action,
                                                          const actions::EffectTarget &target,
                                                          std::int64_t ordinal);

// The note in the CRM, with the times of the meeting in place of the approval's; as it is for an
// action that names no time.
domain::Effect noteOfMeeting(domain::Effect note, const domain::Action &action,
                             const actions::EffectTarget &target);

// The action of the invitation to a meeting.
base::Uuid invitationOf(const base::Uuid &meeting);

// A mail of its own, approved with the booking, once the calendar has it. Nothing without a mailbox
// or an address.
base::Status inviteByMail(Step &step, const domain::Action &action, const domain::Effect &booked);

// Everybody who was invited to what this effect booked said no, and nobody anything else since.
base::Result<bool> isDeclined(const store::Tables &tables, const base::Uuid &effect,
                              const domain::Action &meeting);

} // namespace topline::engine
