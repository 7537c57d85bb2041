#include "core/engine/intake/connection_book.h"
#include "core/engine/threads/cockpit_thread.h"

#include <utility>

namespace topline::engine {

void CockpitThread::onLoop(std::function<void()> task, const Done &refused)
{
    if (!m_loop.queue().post(std::move(task)) && refused)
        refused(tooBusy());
}

void CockpitThread::loadSync(Answer<domain::SyncView> answer)
{
    ask<domain::SyncView>([this](Engine &) { return m_loop.syncView(); }, std::move(answer));
}

void CockpitThread::loadRequests(Answer<std::vector<domain::RequestRow>> answer)
{
    m_reader.ask<std::vector<domain::RequestRow>>([](Reads &reads) { return reads.requests(); },
                                                  std::move(answer));
}

void CockpitThread::signIn(domain::SignInRequest request,
                           std::function<void(std::string)> openBrowser,
                           Answer<domain::SignInReport> answer)
{
    onLoop([this, request = std::move(request), openBrowser = std::move(openBrowser),
            answer] { m_loop.connections().signIn(request, openBrowser, answer); },
           [answer](const base::Status &status) { answer(status.error()); });
}

void CockpitThread::cancelSignIn()
{
    m_loop.queue().postAnswer([this] { m_loop.connections().cancelSignIn(); });
}

void CockpitThread::startFirstSync(std::string system, Done done)
{
    onLoop([this, system = std::move(system),
            done] { m_loop.connections().startFirstSync(system, done); },
           done);
}

void CockpitThread::stopSync(std::string system, Done done)
{
    onLoop(
        [this, system = std::move(system), done] { m_loop.connections().stopSync(system, done); },
        done);
}

void CockpitThread::disconnect(std::string system, Done done)
{
    onLoop(
        [this, system = std::move(system), done] { m_loop.connections().disconnect(system, done); },
        done);
}

void CockpitThread::resolveConflict(base::Uuid id, bool keepOurs, Done done)
{
    command([id, keepOurs](Engine &engine) { return engine.resolveConflict(id, keepOurs); },
            std::move(done));
}

void CockpitThread::confirmDeletes(std::string system, bool accept, Done done)
{
    command([system = std::move(system),
             accept](Engine &engine) { return engine.confirmDeletes(system, accept); },
            std::move(done));
}

void CockpitThread::setCallBudget(std::string system, std::int64_t callsPerDay, Done done)
{
    onLoop([this, system = std::move(system), callsPerDay,
            done] { m_loop.connections().setCallBudget(system, callsPerDay, done); },
           done);
}

void CockpitThread::whyMissing(std::string idOrText,
                               Answer<std::vector<domain::MissingFinding>> answer)
{
    m_reader.ask<std::vector<domain::MissingFinding>>(
        [idOrText = std::move(idOrText)](Reads &reads) { return reads.whyMissing(idOrText); },
        std::move(answer));
}

void CockpitThread::editFields(domain::FieldEditRequest request, Done done)
{
    command(
        [request = std::move(request)](Engine &engine) -> base::Status {
            TRY(engine.editFields(request));
            return {};
        },
        std::move(done));
}

} // namespace topline::engine
