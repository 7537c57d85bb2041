// DraftDesk over the engine's threads: questions and changes on the engine's thread, the keychain
// and the model on a courier's. A part of CockpitThread, which it must not outlive. Without a
// client or vault the model is Refused.
#pragma once

#include "core/crm/http_client.h"
#include "core/crm/secret_vault.h"
#include "core/engine/draft_desk.h"
#include "core/engine/threads/engine_loop.h"
#include "core/engine/threads/worker.h"

#include <functional>
#include <memory>
#include <mutex>

namespace topline::engine {

// How a model is reached; both may be null and must outlive the cockpit.
struct ModelAccess {
    crm::HttpClient *client = nullptr;
    crm::SecretVault *vault = nullptr;
};

struct StartedRun;

class DraftDeskThread final : public DraftDesk {
public:
    DraftDeskThread(EngineLoop &loop, ModelAccess access);

    // While the loop still runs: a request under way ends early, and none begins.
    void end();

    void loadShelf(Answer<domain::Shelf> answer) override;
    void saveSnippet(domain::Snippet snippet, Done done) override;
    void removeSnippet(std::string name, Done done) override;
    void saveContent(domain::ContentAsset asset, Done done) override;
    void importContent(std::string csv, bool isDryRun,
                       Answer<domain::ContentImport> answer) override;
    void exportContent(Answer<std::string> answer) override;
    void allowHost(std::string host, bool isAllowed, Done done) override;
    void loadHelp(base::Uuid action, Answer<domain::DraftHelp> answer) override;
    void checkDraft(base::Uuid action, domain::Draft draft,
                    Answer<std::vector<domain::DraftFault>> answer) override;
    void loadAssist(Answer<domain::AssistView> answer) override;
    void setAssist(domain::AssistSettings settings, Done done) override;
    void setModelKey(base::Secret key, Done done) override;
    void previewModel(base::Uuid action, std::string wish,
                      Answer<domain::ModelRequest> answer) override;
    void agreeToModel(Done done) override;
    void writeWithModel(base::Uuid action, std::string wish,
                        Answer<domain::ModelDraft> answer) override;
    void cancelModel() override;
    void loadModelRuns(base::Uuid action, Answer<std::vector<domain::ModelRun>> answer) override;

private:
    void onCourier(std::function<void()> task, const std::function<void(base::Error)> &refused);
    void sendToModel(StartedRun started, const std::string &keyName,
                     Answer<domain::ModelDraft> answer);
    std::shared_ptr<crm::CancelToken> token();

    EngineLoop &m_loop;
    ModelAccess m_access;
    std::mutex m_mutex;
    std::shared_ptr<crm::CancelToken> m_cancel; // of the request under way, guarded by the mutex
    bool m_isEnding = false;                    // likewise
    Worker m_courier;                           // last: ends before what it uses
};

} // namespace topline::engine
