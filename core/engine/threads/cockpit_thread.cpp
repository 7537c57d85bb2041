#include "core/engine/threads/cockpit_thread.h"

#include <utility>

namespace topline::engine {

namespace {

class SlotSubscription final : public Subscription {
public:
    explicit SlotSubscription(std::shared_ptr<ObserverList::Slot> slot)
        : m_slot(std::move(slot))
    {
    }

    ~SlotSubscription() override { m_slot->leave(); }

private:
    std::shared_ptr<ObserverList::Slot> m_slot;
};

} // namespace

CockpitThread::CockpitThread(CockpitParts parts)
    : m_clock(parts.clock)
    , m_zone(parts.engine->policy().zone)
    , m_loop(std::move(parts.engine), parts.connector, parts.source, parts.times)
    , m_reader(parts.workspaceFile, parts.clock)
    , m_slowReader(parts.workspaceFile, parts.clock)
    , m_insights(m_loop, m_reader, m_slowReader)
    , m_plays(m_loop, m_reader, m_slowReader)
    , m_collector(m_loop, parts.collector)
    , m_drafts(m_loop, parts.model)
    , m_desk(m_loop, m_reader)
    , m_channels(m_loop, m_reader)
    , m_thread([this] {
        m_loop.learnWith(m_slowReader);
        m_collector.begin();
        m_loop.run();
    })
{
}

CockpitThread::~CockpitThread()
{
    m_collector.end();
    m_drafts.end(); // its last answer finds the queue open
    m_loop.observers().clear();
    m_loop.endSoon();
    m_slowReader.stop(); // its last answer finds the queue open or is not wanted
    m_thread.join();
    m_reader.stop();
}

std::unique_ptr<Subscription> CockpitThread::subscribe(Observer observer)
{
    auto slot = m_loop.observers().add(std::move(observer));
    m_loop.queue().postAnswer([this, slot] { m_loop.subscribe(slot); });
    return std::make_unique<SlotSubscription>(std::move(slot));
}

void CockpitThread::approve(std::vector<base::Uuid> ids, Done done)
{
    command([ids = std::move(ids)](Engine &engine) { return engine.approve(ids); },
            std::move(done));
}

void CockpitThread::snooze(std::vector<base::Uuid> ids, base::UtcMs untilMs, Done done)
{
    command([ids = std::move(ids), untilMs](Engine &engine) { return engine.snooze(ids, untilMs); },
            std::move(done));
}

void CockpitThread::dismiss(std::vector<base::Uuid> ids, domain::DismissReason reason, Done done)
{
    command([ids = std::move(ids), reason](Engine &engine) { return engine.dismiss(ids, reason); },
            std::move(done));
}

void CockpitThread::markDone(std::vector<base::Uuid> ids, domain::Outcome outcome, Done done)
{
    command(
        [ids = std::move(ids), outcome](Engine &engine) { return engine.markDone(ids, outcome); },
        std::move(done));
}

void CockpitThread::editDraft(base::Uuid id, domain::Draft draft, Done done)
{
    command([id, draft = std::move(draft)](Engine &engine) { return engine.editDraft(id, draft); },
            std::move(done));
}

void CockpitThread::retry(base::Uuid id, Done done)
{
    command([id](Engine &engine) { return engine.retry(id); }, std::move(done));
}

void CockpitThread::resolveUnknown(base::Uuid id, bool arrived, Done done)
{
    command([id, arrived](Engine &engine) { return engine.resolveUnknown(id, arrived); },
            std::move(done));
}

void CockpitThread::makeTask(TaskRequest request, Done done)
{
    command(
        [request = std::move(request)](Engine &engine) -> base::Status {
            TRY(engine.makeTask(request));
            return {};
        },
        std::move(done));
}

void CockpitThread::bookMeeting(BookRequest request, Done done)
{
    command(
        [request = std::move(request)](Engine &engine) -> base::Status {
            TRY(engine.bookMeeting(request));
            return {};
        },
        std::move(done));
}

void CockpitThread::undo(Answer<domain::UndoReport> answer)
{
    ask<domain::UndoReport>([](Engine &engine) { return engine.undo(); }, std::move(answer));
}

void CockpitThread::redo(Answer<domain::UndoReport> answer)
{
    ask<domain::UndoReport>([](Engine &engine) { return engine.redo(); }, std::move(answer));
}

void CockpitThread::setAutomationStopped(bool stopped, Done done)
{
    command([stopped](Engine &engine) { return engine.setAutomationStopped(stopped); },
            std::move(done));
}

void CockpitThread::takeOver(Done done)
{
    command([](Engine &engine) { return engine.thaw(); }, std::move(done));
}

void CockpitThread::callDeal(domain::DealId deal, std::optional<domain::ForecastCategory> category,
                             Done done)
{
    command([deal, category](Engine &engine) { return engine.callDeal(deal, category); },
            std::move(done));
}

void CockpitThread::syncNow(Done done)
{
    const bool isTaken = m_loop.queue().post([this, done] { m_loop.startSync(done); });
    if (!isTaken && done)
        done(tooBusy());
}

void CockpitThread::importFiles(ImportRequest request, domain::ProgressCallback progress,
                                Answer<domain::ImportReport> answer)
{
    const bool isTaken = m_loop.queue().post(
        [this, request, progress, answer] { m_loop.startImport(request, progress, answer); });
    if (!isTaken)
        answer(tooBusy());
}

void CockpitThread::loadDetail(base::Uuid action, Answer<domain::CardDetail> answer)
{
    m_reader.ask<domain::CardDetail>([action](Reads &reads) { return reads.detail(action); },
                                     std::move(answer));
}

void CockpitThread::loadMeetingTimes(base::Uuid action, std::int64_t minutes,
                                     Answer<domain::MeetingOffer> answer)
{
    m_reader.ask<domain::MeetingOffer>(
        [action, minutes](Reads &reads) { return reads.meetingTimes(action, minutes); },
        std::move(answer));
}

void CockpitThread::loadDeal(domain::DealId deal, Answer<domain::CardDetail> answer)
{
    m_reader.ask<domain::CardDetail>([deal](Reads &reads) { return reads.dealDetail(deal); },
                                     std::move(answer));
}

void CockpitThread::loadPipeline(std::optional<domain::OwnerId> owner,
                                 Answer<domain::PipelineReport> answer)
{
    m_reader.ask<domain::PipelineReport>([owner](Reads &reads) { return reads.pipeline(owner); },
                                         std::move(answer));
}

void CockpitThread::loadRisk(std::optional<domain::OwnerId> owner,
                             Answer<domain::RiskReport> answer)
{
    m_reader.ask<domain::RiskReport>([owner](Reads &reads) { return reads.risk(owner); },
                                     std::move(answer));
}

void CockpitThread::loadVelocity(VelocityRequest request, Answer<domain::VelocityReport> answer)
{
    m_reader.ask<domain::VelocityReport>(
        [request](Reads &reads) { return reads.velocity(request); }, std::move(answer));
}

void CockpitThread::loadForecast(ForecastRequest request, Answer<domain::ForecastReport> answer)
{
    m_slowReader.ask<domain::ForecastReport>(
        [request](Reads &reads) { return reads.forecast(request); }, std::move(answer));
}

void CockpitThread::loadOwners(Answer<std::vector<domain::Owner>> answer)
{
    m_reader.ask<std::vector<domain::Owner>>([](Reads &reads) { return reads.owners(); },
                                             std::move(answer));
}

void CockpitThread::loadStatus(Answer<domain::WorkspaceStatus> answer)
{
    ask<domain::WorkspaceStatus>([this](Engine &) { return m_loop.status(); }, std::move(answer));
}

void CockpitThread::search(std::string text, Answer<std::vector<domain::SearchHit>> answer)
{
    m_reader.ask<std::vector<domain::SearchHit>>(
        [text = std::move(text)](Reads &reads) { return reads.search(text); }, std::move(answer));
}

void CockpitThread::poke(Done done)
{
    m_loop.queue().postAnswer([this, done = std::move(done)] { m_loop.poke(done); });
}

} // namespace topline::engine
