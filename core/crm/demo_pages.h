// Pages of the demo CRM and the cursors between them. Called by the demo connector only; pure but
// for the days that the life makes on demand. A cursor that is not one of ours is an InvalidInput.
#pragma once

#include "core/base/result.h"
#include "core/crm/connector.h"
#include "core/crm/demo_answers.h"
#include "core/crm/demo_life.h"

#include <string>
#include <vector>

namespace topline::crm {

inline constexpr std::size_t demoPageEvents = 2'000;

enum class DemoPhase { Catalogue, Contacts, Deals, Events, Live };

struct DemoCursor {
    DemoPhase phase = DemoPhase::Catalogue;
    std::size_t index = 0;   // of the next contact or event
    base::UtcMs sinceMs = 0; // Live: everything up to here has been given

    std::string text() const;
};

base::Result<DemoCursor> parseDemoCursor(const DemoCompany &company, const std::string &text);

// The history's pages; `events` is needed in the phase of that name only.
Page demoHistoryPage(const DemoCompany &company, const DemoCursor &cursor,
                     const std::vector<DemoEvent> *events);

// What happened after the cursor's time and up to `nowMs`, in pages of a few weeks.
Page demoLivePage(const DemoCompany &company, DemoLife &life, const DemoAnswers &answers,
                  const DemoCursor &cursor, base::UtcMs nowMs);

// The one deal, account or contact with that id as it stands now; an empty page for any other id.
Page demoRecordNow(const DemoCompany &company, DemoLife &life, const DemoAnswers &answers,
                   const std::string &remoteId, base::UtcMs nowMs);

} // namespace topline::crm
