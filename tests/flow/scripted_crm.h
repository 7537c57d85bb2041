// A CRM that sync tests write the script of: deals that change behind our back, limits, lost
// sign-ins, answers that do not arrive. It compares before it writes, as real ones are made to, and
// counts what reached it: the judge. Thread-safe; outlives every crash of the engine. The source
// signs in to any number of them.
#pragma once

#include "core/crm/sign_in.h"

#include <deque>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace topline::flow {

class ScriptedCrm {
public:
    // `deals` deals of one account, with the ids of the system.
    ScriptedCrm(std::string system, std::string orgId, base::UtcMs bornMs, int deals = 3);

    const std::string system;
    std::string dealId(int number) const;

    // What people do there.
    void setNextStep(int deal, const std::string &text);
    std::string nextStep(int deal) const;
    void forget(int deal);                    // it is gone, and no pull says so; only the counts do
    void becomeOrg(const std::string &orgId); // another account answers from now on

    // The script. A fault stands until it is taken back.
    void failPulls(std::optional<base::Error> error);
    void answerPushes(std::optional<crm::PushAnswer> answer); // without doing anything
    void loseNextAnswer();                                    // done, and nobody hears of it
    void changeBeforeNextPush(int deal, const std::string &text);

    std::int64_t pulls() const;
    std::int64_t pushes() const;
    std::int64_t writes(const std::string &effectId) const; // that took hold
    std::int64_t writes() const;

    // As its connector; any number of them speak to one CRM.
    base::Result<domain::SourceProfile> inspect() const;
    base::Result<std::map<std::string, std::int64_t>> count() const;
    base::Result<crm::Page> pull(const std::string &cursor);
    crm::Page findGone(domain::RecordKind kind, std::span<const std::string> remoteIds) const;
    crm::PushAnswer push(const domain::Effect &effect);
    crm::PushAnswer lookUp(const domain::Effect &effect);

private:
    domain::Deal &deal(const std::string &remoteId);
    void changed(const std::string &remoteId);
    crm::PushAnswer write(const domain::Effect &effect);

    mutable std::mutex m_mutex;
    std::string m_orgId;
    std::string m_prefix;
    base::UtcMs m_clockMs;
    crm::Page m_catalogue;
    std::map<std::string, domain::Deal> m_deals;
    std::vector<std::string> m_log; // ids by change; a cursor is a place in it
    std::optional<base::Error> m_pullFault;
    std::optional<crm::PushAnswer> m_pushAnswer;
    std::optional<std::pair<int, std::string>> m_changeBeforePush;
    bool m_losesAnswer = false;
    bool m_hasForgotten = false;
    std::int64_t m_pulls = 0;
    std::int64_t m_pushes = 0;
    std::map<std::string, std::int64_t> m_writes; // by effect
};

std::unique_ptr<crm::Connector> connectorTo(ScriptedCrm &crm);

class ScriptedSource final : public crm::ConnectionSource {
public:
    // The CRMs must outlive the source.
    void offer(ScriptedCrm &crm);
    // Its secrets are gone.
    void expire(const std::string &system);

    base::Result<domain::SourceProfile> signIn(const domain::SignInRequest &request,
                                               const crm::OpenBrowser &openBrowser,
                                               const crm::CancelToken &cancel) override;
    base::Result<std::unique_ptr<crm::Connector>> open(const std::string &system) override;
    base::Status forget(const std::string &system, const crm::CancelToken &cancel) override;

    bool isSecretLasting() const override { return true; }

private:
    std::mutex m_mutex;
    std::map<std::string, ScriptedCrm *> m_crms;
    std::map<std::string, bool> m_isSignedIn;
};

} // namespace topline::flow
