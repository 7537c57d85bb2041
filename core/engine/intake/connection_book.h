// What the workspace knows of its connections to CRMs: whose records it holds, who may be let in,
// limits, requests, and the part of the Sync page that is stored. Used by Connections and by the
// terminal, on the engine's thread. Every change is one transaction; nothing of it is a secret.
#pragma once

#include "core/base/result.h"
#include "core/crm/connector.h"
#include "core/domain/connect.h"
#include "core/domain/sync_view.h"
#include "core/engine/step/step.h"
#include "core/store/connection_store.h"

#include <optional>
#include <string>
#include <vector>

namespace topline::engine {

// Whether the account behind a connection may be read and written.
enum class Admission {
    Welcome,
    AwaitsConfirm, // signed in, but nobody has allowed the first sync yet
    OtherOrg,      // the records here are another organisation's
};

// For those who waited; of AwaitsConfirm and OtherOrg.
base::Error refusalOf(Admission admission, const std::string &system);

// Of a sign-in where a source that nobody signs in to has its records already, such as the demo
// company: invented and real figures must not meet in one report.
base::Error refusalBeside(const crm::Connector &fixedSource);

class ConnectionBook {
public:
    explicit ConnectionBook(Context &context)
        : m_context(context)
    {
    }

    // Those that are not disconnected, by system.
    base::Result<std::vector<store::ConnectionRow>> active() const;

    // A person signed in: kept, and the first sync awaits a yes unless it was given before. Refused
    // when it is another organisation than the one whose records are here; what was known stays.
    base::Status signedIn(const domain::SignInRequest &request,
                          const domain::SourceProfile &profile);
    // Asked of every account before anything is read from it or written to it. Binds the
    // organisation with the first sync.
    base::Result<Admission> admit(const domain::SourceProfile &profile);
    // The yes. Refused when nobody is signed in.
    base::Status allowFirstSync(const std::string &system);
    base::Status setState(const std::string &system, domain::ConnectionState state,
                          const base::Error &error = {});
    base::Status disconnect(const std::string &system);

    // Deletions that were too many to believe: carries them out, or forgets them. Refused when none
    // waits.
    base::Status confirmDeletes(const std::string &system, bool accept);

    // 0: no budget of our own.
    base::Status setCallBudget(const std::string &system, std::int64_t callsPerDay);
    // Requests that were made, and what the gate of each system counts now.
    base::Status noteTraffic(const std::vector<domain::RequestRow> &requests,
                             const std::vector<std::pair<std::string, domain::GateState>> &gates);
    // How many of today's calls are used already, for a gate that begins anew.
    std::int64_t usedToday(const store::ConnectionRow &row) const;

private:
    base::Result<store::ConnectionRow> row(Step &step, const std::string &system) const;
    std::string today() const;

    Context &m_context;
};

// A source that nobody signed in to, such as the demo company.
base::Result<domain::ConnectionView> fixedConnectionView(store::Tables &tables,
                                                         const crm::Connector &connector);

// The Sync page as far as it is stored; couriers add what only this run knows. Any thread with its
// own tables.
base::Result<domain::SyncView> storedSyncView(store::Tables &tables);

} // namespace topline::engine
