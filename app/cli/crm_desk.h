// Real CRMs for one command of the terminal: opens what was signed in, lets nobody in whose
// organisation is not the workspace's, and keeps the requests that were made. Made by commands, on
// the main thread, which it may keep waiting for a network or a keychain.
#pragma once

#include "app/cli/progress_line.h"
#include "app/cli/session.h"
#include "core/crm/sign_in.h"

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace topline::app {

// The only line of standard input, a password or token; InvalidInput when nothing came.
base::Result<base::Secret> secretFromInput();

class CrmDesk {
public:
    explicit CrmDesk(Session &session)
        : m_session(session)
    {
    }

    ~CrmDesk();
    CrmDesk(const CrmDesk &) = delete;
    CrmDesk &operator=(const CrmDesk &) = delete;

    // Those that were signed in, by name; without the demo company.
    base::Result<std::vector<std::string>> systems();

    // Signed in and counted; nothing is fetched.
    base::Result<domain::SignInReport> signIn(const domain::SignInRequest &request);

    // Refused while the first sync has not been allowed and for another organisation.
    base::Result<std::unique_ptr<crm::Connector>> open(const std::string &system);
    base::Result<engine::SyncSummary> sync(crm::Connector &connector, ProgressLine &progress);
    base::Status disconnect(const std::string &system);

    const crm::CancelToken &cancel() const { return m_cancel; }

private:
    base::Status keepTraffic();
    // What went wrong stays visible in `connections`.
    void note(const std::string &system, const base::Error &error);

    Session &m_session;
    crm::CancelToken m_cancel;
};

// "hubspot" and "salesforce".
bool isCrmName(const std::string &name);

} // namespace topline::app
