// What a fake cockpit answers, and what it was told: public members that a window test fills and
// reads. GUI thread only.
#pragma once

#include "core/engine/cockpit.h"
#include "tests/ui/fake_channels.h"
#include "tests/ui/fake_collector.h"
#include "tests/ui/fake_desk.h"
#include "tests/ui/fake_draft_desk.h"
#include "tests/ui/fake_insights.h"
#include "tests/ui/fake_plays.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace topline::test {

struct FakeAnswers {
    engine::Observer observer;
    engine::FeedUpdate firstFeed;
    std::vector<std::string> called; // "approve", "undo" … in order
    std::vector<std::vector<base::Uuid>> ids;
    std::optional<base::Error> failNext; // the next command fails with this
    domain::CardDetail detail;
    domain::MeetingOffer meetingOffer;
    std::int64_t meetingMinutes = 0; // that were asked for last
    domain::PipelineReport pipeline;
    domain::VelocityReport velocity;
    domain::ForecastReport forecast;
    bool holdForecasts = false; // questions are kept, to be answered in any order
    std::vector<engine::Answer<domain::ForecastReport>> heldForecasts;
    std::vector<domain::ForecastCall> calls;
    domain::RiskReport risk;
    std::vector<domain::Owner> owners;
    std::vector<domain::SearchHit> hits;
    domain::WorkspaceStatus workspace;
    domain::UndoReport undoReport{1, "approve", false};
    domain::ImportReport importReport;
    std::vector<engine::ImportRequest> imports;
    std::vector<domain::ImportProgress> importSteps; // told before the import answers
    std::vector<engine::TaskRequest> tasks;
    std::vector<engine::BookRequest> bookings;
    FakeInsights given;
    FakeCollector site;
    FakePlays book;
    FakeDraftDesk drafting;
    FakeDesk work;
    FakeChannels mailAndMeetings;
    domain::SyncView syncView;
    std::vector<domain::RequestRow> requests;
    domain::SignInReport signInReport;
    std::vector<domain::MissingFinding> missing;
    std::vector<domain::SignInRequest> signIns;
    std::vector<domain::FieldEditRequest> edits;
    std::vector<std::string> systems; // what commands on connections named, in order
    std::optional<bool> decision;     // of the last conflict (ours) or held deletion (accepted)
    std::int64_t callBudget = -1;
    std::optional<base::UtcMs> snoozedUntil;
    std::optional<domain::DismissReason> dismissReason;
    std::optional<domain::Outcome> outcome;
    domain::Draft draft;
    base::UtcMs clock = 1'763'464'440'000; // 18 Nov 2025, 11:14 UTC
    std::string timeZone = "UTC";
};

} // namespace topline::test
