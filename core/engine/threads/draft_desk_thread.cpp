#include "core/engine/threads/draft_desk_thread.h"

#include "core/assist/model_endpoint.h"
#include "core/engine/drafts/draft_work.h"

#include <optional>
#include <utility>

namespace topline::engine {

namespace {

constexpr std::size_t courierQueueMax = 16;

base::Error noAccess()
{
    return {.code = base::ErrorCode::Refused,
            .message = "No model can be asked here.",
            .kept = "Nothing was changed."};
}

} // namespace

DraftDeskThread::DraftDeskThread(EngineLoop &loop, ModelAccess access)
    : m_loop(loop)
    , m_access(access)
    , m_courier(courierQueueMax)
{
}

void DraftDeskThread::end()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isEnding = true;
        if (m_cancel)
            m_cancel->cancelled = true;
    }
    m_courier.stop();
}

void DraftDeskThread::onCourier(std::function<void()> task,
                                const std::function<void(base::Error)> &refused)
{
    if (!m_courier.post(std::move(task)))
        refused(tooBusy());
}

void DraftDeskThread::loadShelf(Answer<domain::Shelf> answer)
{
    m_loop.ask<domain::Shelf>([](Engine &engine) { return engine.drafts().shelf(); },
                              std::move(answer));
}

void DraftDeskThread::saveSnippet(domain::Snippet snippet, Done done)
{
    m_loop.command([snippet = std::move(snippet)](
                       Engine &engine) { return engine.drafts().saveSnippet(snippet); },
                   std::move(done));
}

void DraftDeskThread::removeSnippet(std::string name, Done done)
{
    m_loop.command(
        [name = std::move(name)](Engine &engine) { return engine.drafts().removeSnippet(name); },
        std::move(done));
}

void DraftDeskThread::saveContent(domain::ContentAsset asset, Done done)
{
    m_loop.command(
        [asset = std::move(asset)](Engine &engine) -> base::Status {
            TRY(engine.drafts().saveContent(asset));
            return {};
        },
        std::move(done));
}

void DraftDeskThread::importContent(std::string csv, bool isDryRun,
                                    Answer<domain::ContentImport> answer)
{
    m_loop.ask<domain::ContentImport>(
        [csv = std::move(csv), isDryRun](Engine &engine) {
            return engine.drafts().importContent(csv, isDryRun);
        },
        std::move(answer));
}

void DraftDeskThread::exportContent(Answer<std::string> answer)
{
    m_loop.ask<std::string>([](Engine &engine) { return engine.drafts().exportContent(); },
                            std::move(answer));
}

void DraftDeskThread::allowHost(std::string host, bool isAllowed, Done done)
{
    m_loop.command([host = std::move(host), isAllowed](
                       Engine &engine) { return engine.drafts().setHostAllowed(host, isAllowed); },
                   std::move(done));
}

void DraftDeskThread::loadHelp(base::Uuid action, Answer<domain::DraftHelp> answer)
{
    m_loop.ask<domain::DraftHelp>([action](Engine &engine) { return engine.drafts().help(action); },
                                  std::move(answer));
}

void DraftDeskThread::checkDraft(base::Uuid action, domain::Draft draft,
                                 Answer<std::vector<domain::DraftFault>> answer)
{
    m_loop.ask<std::vector<domain::DraftFault>>(
        [action, draft = std::move(draft)](Engine &engine) {
            return engine.drafts().faults(action, draft);
        },
        std::move(answer));
}

void DraftDeskThread::loadAssist(Answer<domain::AssistView> answer)
{
    const auto withKey = [this, answer](domain::AssistView view, const std::string &keyName) {
        onCourier(
            [this, answer, view, keyName]() mutable {
                if (m_access.vault != nullptr) {
                    const auto key = m_access.vault->read(keyName);
                    view.hasKey = key.ok() && key->has_value() && !(*key)->empty();
                    view.isKeyLasting = m_access.vault->isLasting();
                }
                answer(std::move(view));
            },
            [answer](base::Error error) { answer(std::move(error)); });
    };
    const bool isTaken = m_loop.queue().post([this, answer, withKey] {
        auto &work = m_loop.engine().drafts().assist();
        const auto settings = work.settings();
        const auto keyName = work.keyName();
        if (!settings.ok())
            return answer(settings.error());
        if (!keyName.ok())
            return answer(keyName.error());
        domain::AssistView view{.settings = *settings, .fault = {}};
        if (const auto status = assist::checkEndpoint(*settings); !status.ok())
            view.fault = status.error().message;
        withKey(std::move(view), *keyName);
    });
    if (!isTaken)
        answer(tooBusy());
}

void DraftDeskThread::setAssist(domain::AssistSettings settings, Done done)
{
    m_loop.command([settings = std::move(settings)](
                       Engine &engine) { return engine.drafts().assist().set(settings); },
                   std::move(done));
}

void DraftDeskThread::setModelKey(base::Secret key, Done done)
{
    const bool isTaken = m_loop.queue().post([this, key = std::move(key), done] {
        const auto name = m_loop.engine().drafts().assist().keyName();
        if (!name.ok())
            return done(name.error());
        onCourier(
            [this, key, done, name = *name] {
                if (m_access.vault == nullptr)
                    return done(noAccess());
                done(key.empty() ? m_access.vault->remove(name) : m_access.vault->write(name, key));
            },
            [done](base::Error error) { done(std::move(error)); });
    });
    if (!isTaken)
        done(tooBusy());
}

void DraftDeskThread::previewModel(base::Uuid action, std::string wish,
                                   Answer<domain::ModelRequest> answer)
{
    m_loop.ask<domain::ModelRequest>(
        [action, wish = std::move(wish)](Engine &engine) {
            return engine.drafts().assist().preview(action, wish);
        },
        std::move(answer));
}

void DraftDeskThread::agreeToModel(Done done)
{
    m_loop.command([](Engine &engine) { return engine.drafts().assist().agree(); },
                   std::move(done));
}

std::shared_ptr<crm::CancelToken> DraftDeskThread::token()
{
    const std::lock_guard lock(m_mutex);
    m_cancel = std::make_shared<crm::CancelToken>();
    m_cancel->cancelled = m_isEnding;
    return m_cancel;
}

void DraftDeskThread::writeWithModel(base::Uuid action, std::string wish,
                                     Answer<domain::ModelDraft> answer)
{
    const bool isTaken = m_loop.queue().post([this, action, wish = std::move(wish), answer] {
        if (m_access.client == nullptr)
            return answer(noAccess());
        auto &work = m_loop.engine().drafts().assist();
        const auto keyName = work.keyName();
        if (!keyName.ok())
            return answer(keyName.error());
        auto started = work.begin(action, wish);
        m_loop.publish();
        if (!started.ok())
            return answer(started.error());
        sendToModel(std::move(started).value(), *keyName, answer);
    });
    if (!isTaken)
        answer(tooBusy());
}

void DraftDeskThread::sendToModel(StartedRun started, const std::string &keyName,
                                  Answer<domain::ModelDraft> answer)
{
    const auto keep = [this, answer](const StartedRun &run, const base::Result<std::string> &said) {
        const bool isTaken = m_loop.queue().postAnswer([this, answer, run, said] {
            auto out = m_loop.engine().drafts().assist().finish(run, said);
            m_loop.publish();
            answer(std::move(out));
        });
        if (!isTaken)
            answer(tooBusy());
    };
    const auto cancel = token();
    onCourier(
        [this, started, keyName, cancel, keep] {
            std::optional<base::Secret> key;
            if (m_access.vault != nullptr) {
                if (const auto read = m_access.vault->read(keyName); read.ok())
                    key = *read;
            }
            keep(started, assist::askModel(*m_access.client, started.settings, key, started.request,
                                           *cancel));
        },
        [answer](base::Error error) { answer(std::move(error)); });
}

void DraftDeskThread::cancelModel()
{
    const std::lock_guard lock(m_mutex);
    if (m_cancel)
        m_cancel->cancelled = true;
}

void DraftDeskThread::loadModelRuns(base::Uuid action, Answer<std::vector<domain::ModelRun>> answer)
{
    m_loop.ask<std::vector<domain::ModelRun>>(
        [action](Engine &engine) { return engine.drafts().assist().runs(action); },
        std::move(answer));
}

} // namespace topline::engine
