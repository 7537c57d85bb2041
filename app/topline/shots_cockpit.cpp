#include "app/topline/shots_cockpit.h"

#include "app/topline/shots_sync.h"

namespace topline::app {

void ShotsCockpit::script(std::optional<domain::SyncView> sync)
{
    m_script = std::move(sync);
    if (m_script)
        m_tell(*m_script);
    else
        m_real.loadSync([tell = m_tell](const base::Result<domain::SyncView> &own) {
            tell(own.ok() ? *own : domain::SyncView());
        });
}

std::unique_ptr<engine::Subscription> ShotsCockpit::subscribe(engine::Observer observer)
{
    m_tell = std::move(observer.onSync);
    observer.onSync = {}; // a script must not be overtaken
    return m_real.subscribe(std::move(observer));
}

void ShotsCockpit::loadSync(engine::Answer<domain::SyncView> answer)
{
    if (m_script)
        answer(*m_script);
    else
        m_real.loadSync(std::move(answer));
}

void ShotsCockpit::loadRequests(engine::Answer<std::vector<domain::RequestRow>> answer)
{
    if (m_script)
        answer(scriptedRequests(now()));
    else
        m_real.loadRequests(std::move(answer));
}

void ShotsCockpit::signIn(domain::SignInRequest, std::function<void(std::string)>,
                          engine::Answer<domain::SignInReport> answer)
{
    answer(scriptedSignIn());
}

void ShotsCockpit::startFirstSync(std::string, engine::Done done)
{
    done(base::Status());
}

void ShotsCockpit::approve(std::vector<base::Uuid> ids, engine::Done done)
{
    m_real.approve(std::move(ids), std::move(done));
}

void ShotsCockpit::snooze(std::vector<base::Uuid> ids, base::UtcMs untilMs, engine::Done done)
{
    m_real.snooze(std::move(ids), untilMs, std::move(done));
}

void ShotsCockpit::dismiss(std::vector<base::Uuid> ids, domain::DismissReason reason,
                           engine::Done done)
{
    m_real.dismiss(std::move(ids), reason, std::move(done));
}

void ShotsCockpit::markDone(std::vector<base::Uuid> ids, domain::Outcome outcome, engine::Done done)
{
    m_real.markDone(std::move(ids), outcome, std::move(done));
}

void ShotsCockpit::editDraft(base::Uuid id, domain::Draft draft, engine::Done done)
{
    m_real.editDraft(id, std::move(draft), std::move(done));
}

void ShotsCockpit::retry(base::Uuid id, engine::Done done)
{
    m_real.retry(id, std::move(done));
}

void ShotsCockpit::resolveUnknown(base::Uuid id, bool arrived, engine::Done done)
{
    m_real.resolveUnknown(id, arrived, std::move(done));
}

void ShotsCockpit::makeTask(engine::TaskRequest request, engine::Done done)
{
    m_real.makeTask(std::move(request), std::move(done));
}

void ShotsCockpit::bookMeeting(engine::BookRequest request, engine::Done done)
{
    m_real.bookMeeting(std::move(request), std::move(done));
}

void ShotsCockpit::undo(engine::Answer<domain::UndoReport> answer)
{
    m_real.undo(std::move(answer));
}

void ShotsCockpit::redo(engine::Answer<domain::UndoReport> answer)
{
    m_real.redo(std::move(answer));
}

void ShotsCockpit::callDeal(domain::DealId deal, std::optional<domain::ForecastCategory> category,
                            engine::Done done)
{
    m_real.callDeal(deal, category, std::move(done));
}

void ShotsCockpit::setAutomationStopped(bool stopped, engine::Done done)
{
    m_real.setAutomationStopped(stopped, std::move(done));
}

void ShotsCockpit::takeOver(engine::Done done)
{
    m_real.takeOver(std::move(done));
}

void ShotsCockpit::syncNow(engine::Done done)
{
    m_real.syncNow(std::move(done));
}

void ShotsCockpit::importFiles(engine::ImportRequest request, domain::ProgressCallback progress,
                               engine::Answer<domain::ImportReport> answer)
{
    m_real.importFiles(std::move(request), std::move(progress), std::move(answer));
}

void ShotsCockpit::cancelSignIn()
{
    m_real.cancelSignIn();
}

void ShotsCockpit::stopSync(std::string system, engine::Done done)
{
    m_real.stopSync(std::move(system), std::move(done));
}

void ShotsCockpit::disconnect(std::string system, engine::Done done)
{
    m_real.disconnect(std::move(system), std::move(done));
}

void ShotsCockpit::resolveConflict(base::Uuid id, bool keepOurs, engine::Done done)
{
    m_real.resolveConflict(id, keepOurs, std::move(done));
}

void ShotsCockpit::confirmDeletes(std::string system, bool accept, engine::Done done)
{
    m_real.confirmDeletes(std::move(system), accept, std::move(done));
}

void ShotsCockpit::setCallBudget(std::string system, std::int64_t callsPerDay, engine::Done done)
{
    m_real.setCallBudget(std::move(system), callsPerDay, std::move(done));
}

void ShotsCockpit::whyMissing(std::string idOrText,
                              engine::Answer<std::vector<domain::MissingFinding>> answer)
{
    m_real.whyMissing(std::move(idOrText), std::move(answer));
}

void ShotsCockpit::editFields(domain::FieldEditRequest request, engine::Done done)
{
    m_real.editFields(std::move(request), std::move(done));
}

void ShotsCockpit::loadDetail(base::Uuid action, engine::Answer<domain::CardDetail> answer)
{
    m_real.loadDetail(action, std::move(answer));
}

void ShotsCockpit::loadMeetingTimes(base::Uuid action, std::int64_t minutes,
                                    engine::Answer<domain::MeetingOffer> answer)
{
    m_real.loadMeetingTimes(action, minutes, std::move(answer));
}

void ShotsCockpit::loadDeal(domain::DealId deal, engine::Answer<domain::CardDetail> answer)
{
    m_real.loadDeal(deal, std::move(answer));
}

void ShotsCockpit::loadPipeline(std::optional<domain::OwnerId> owner,
                                engine::Answer<domain::PipelineReport> answer)
{
    m_real.loadPipeline(owner, std::move(answer));
}

void ShotsCockpit::loadForecast(engine::ForecastRequest request,
                                engine::Answer<domain::ForecastReport> answer)
{
    m_real.loadForecast(request, std::move(answer));
}

void ShotsCockpit::loadRisk(std::optional<domain::OwnerId> owner,
                            engine::Answer<domain::RiskReport> answer)
{
    m_real.loadRisk(owner, std::move(answer));
}

void ShotsCockpit::loadVelocity(engine::VelocityRequest request,
                                engine::Answer<domain::VelocityReport> answer)
{
    m_real.loadVelocity(request, std::move(answer));
}

void ShotsCockpit::loadOwners(engine::Answer<std::vector<domain::Owner>> answer)
{
    m_real.loadOwners(std::move(answer));
}

void ShotsCockpit::loadStatus(engine::Answer<domain::WorkspaceStatus> answer)
{
    m_real.loadStatus(std::move(answer));
}

void ShotsCockpit::search(std::string text, engine::Answer<std::vector<domain::SearchHit>> answer)
{
    m_real.search(std::move(text), std::move(answer));
}

base::UtcMs ShotsCockpit::now() const
{
    return m_real.now();
}

std::string ShotsCockpit::zone() const
{
    return m_real.zone();
}

} // namespace topline::app
