#include "tests/ui/fake_cockpit.h"

#include <utility>

namespace topline::test {

void FakeCockpit::take(const char *name, std::vector<base::Uuid> wanted, const engine::Done &done)
{
    called.emplace_back(name);
    ids.push_back(std::move(wanted));
    if (!done)
        return;
    if (failNext)
        done(*std::exchange(failNext, std::nullopt));
    else
        done(base::Status());
}

std::unique_ptr<engine::Subscription> FakeCockpit::subscribe(engine::Observer wanted)
{
    observer = std::move(wanted);
    if (observer.onStatus)
        observer.onStatus(workspace);
    if (observer.onFeed)
        observer.onFeed(firstFeed);
    return std::make_unique<engine::Subscription>();
}

void FakeCockpit::approve(std::vector<base::Uuid> wanted, engine::Done done)
{
    take("approve", std::move(wanted), done);
}

void FakeCockpit::snooze(std::vector<base::Uuid> wanted, base::UtcMs untilMs, engine::Done done)
{
    snoozedUntil = untilMs;
    take("snooze", std::move(wanted), done);
}

void FakeCockpit::dismiss(std::vector<base::Uuid> wanted, domain::DismissReason reason,
                          engine::Done done)
{
    dismissReason = reason;
    take("dismiss", std::move(wanted), done);
}

void FakeCockpit::markDone(std::vector<base::Uuid> wanted, domain::Outcome what, engine::Done done)
{
    outcome = what;
    take("done", std::move(wanted), done);
}

void FakeCockpit::editDraft(base::Uuid id, domain::Draft edited, engine::Done done)
{
    draft = std::move(edited);
    take("edit", {id}, done);
}

void FakeCockpit::retry(base::Uuid id, engine::Done done)
{
    take("retry", {id}, done);
}

void FakeCockpit::resolveUnknown(base::Uuid id, bool arrived, engine::Done done)
{
    take(arrived ? "arrived" : "not arrived", {id}, done);
}

void FakeCockpit::makeTask(engine::TaskRequest request, engine::Done done)
{
    tasks.push_back(std::move(request));
    take("task", {}, done);
}

void FakeCockpit::bookMeeting(engine::BookRequest request, engine::Done done)
{
    bookings.push_back(std::move(request));
    take("book", {}, done);
}

void FakeCockpit::undo(engine::Answer<domain::UndoReport> answer)
{
    give("undo", undoReport, answer);
}

void FakeCockpit::redo(engine::Answer<domain::UndoReport> answer)
{
    domain::UndoReport report = undoReport;
    report.redo = true;
    give("redo", report, answer);
}

void FakeCockpit::setAutomationStopped(bool stopped, engine::Done done)
{
    take(stopped ? "stop" : "resume", {}, done);
    workspace.automationStopped = stopped;
    pushStatus();
}

void FakeCockpit::takeOver(engine::Done done)
{
    take("take over", {}, done);
    workspace.frozen = domain::FreezeReason::None;
    pushStatus();
}

void FakeCockpit::callDeal(domain::DealId deal, std::optional<domain::ForecastCategory> category,
                           engine::Done done)
{
    calls.push_back({deal, category, "rep", clock});
    take("call", {}, done);
}

void FakeCockpit::syncNow(engine::Done done)
{
    take("sync", {}, done);
}

void FakeCockpit::importFiles(engine::ImportRequest request, domain::ProgressCallback progress,
                              engine::Answer<domain::ImportReport> answer)
{
    domain::ImportReport report = importReport;
    report.dryRun = request.dryRun;
    imports.push_back(std::move(request));
    for (const domain::ImportProgress &step : importSteps) {
        if (progress && !progress(step)) {
            report.cancelled = true;
            break;
        }
    }
    give("import", report, answer);
}

void FakeCockpit::loadMeetingTimes(base::Uuid action, std::int64_t minutes,
                                   engine::Answer<domain::MeetingOffer> answer)
{
    meetingMinutes = minutes;
    meetingOffer.action = action;
    meetingOffer.minutes = minutes;
    give("meeting_times", meetingOffer, answer);
}

void FakeCockpit::loadDetail(base::Uuid, engine::Answer<domain::CardDetail> answer)
{
    give("detail", detail, answer);
}

void FakeCockpit::loadDeal(domain::DealId, engine::Answer<domain::CardDetail> answer)
{
    give("deal", detail, answer);
}

void FakeCockpit::loadPipeline(std::optional<domain::OwnerId>,
                               engine::Answer<domain::PipelineReport> answer)
{
    give("pipeline", pipeline, answer);
}

void FakeCockpit::loadRisk(std::optional<domain::OwnerId>,
                           engine::Answer<domain::RiskReport> answer)
{
    give("risk", risk, answer);
}

void FakeCockpit::loadVelocity(engine::VelocityRequest,
                               engine::Answer<domain::VelocityReport> answer)
{
    give("velocity", velocity, answer);
}

void FakeCockpit::loadForecast(engine::ForecastRequest,
                               engine::Answer<domain::ForecastReport> answer)
{
    if (holdForecasts)
        heldForecasts.push_back(std::move(answer));
    else
        give("forecast", forecast, answer);
}

void FakeCockpit::loadOwners(engine::Answer<std::vector<domain::Owner>> answer)
{
    give("owners", owners, answer);
}

void FakeCockpit::loadStatus(engine::Answer<domain::WorkspaceStatus> answer)
{
    give("status", workspace, answer);
}

void FakeCockpit::search(std::string, engine::Answer<std::vector<domain::SearchHit>> answer)
{
    give("search", hits, answer);
}

} // namespace topline::test
