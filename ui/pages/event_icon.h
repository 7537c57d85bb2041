// The mark beside an event in a list: one for each sort of thing that a buyer or rep did. Used by
// the evidence of a card and the timeline of an account; GUI thread.
#pragma once

#include "core/domain/event.h"
#include "ui/look/icons.h"

namespace topline::pages {

look::Icon eventIcon(domain::EventKind kind);

} // namespace topline::pages
