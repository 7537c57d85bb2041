// The questions that the Sync page asks before a step with consequences: disconnecting a CRM, and
// how many calls a day it may cost. Called by the page, GUI thread; each returns at once, asks
// above the given window and calls back when the user says yes. Esc and Cancel call nothing.
#pragma once

#include "core/domain/sync_view.h"

#include <QString>

#include <functional>

class QWidget;

namespace topline::pages {

void askDisconnect(const domain::ConnectionView &connection, QWidget *parent,
                   std::function<void()> disconnect);

// The answer is 0 for no limit of our own.
void askBudget(const domain::ConnectionView &connection, QWidget *parent,
               std::function<void(std::int64_t callsPerDay)> set);

} // namespace topline::pages
