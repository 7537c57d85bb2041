// How an account is connected: what the user enters, and who turns it into a working connector.
// Implemented by app's composition out of core/platform and the vendors' sign-in code; asked by the
// engine on a courier thread, since it waits for a browser or a network. A failed or cancelled
// sign-in leaves what was connected before as it was. Secrets go to the vault and nowhere else.
#pragma once

#include "core/base/result.h"
#include "core/crm/arrival_watch.h"
#include "core/crm/connector.h"
#include "core/domain/connect.h"
#include "core/domain/sync_view.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace topline::crm {

// Called with the address to open in the system browser.
using OpenBrowser = std::function<void(const std::string &url)>;

class ConnectionSource {
public:
    virtual ~ConnectionSource() = default;

    // Signs in, asks who it is (`inspect`), and keeps the secrets under the system's name. Nothing
    // is pulled.
    virtual base::Result<domain::SourceProfile> signIn(const domain::SignInRequest &request,
                                                       const OpenBrowser &openBrowser,
                                                       const CancelToken &cancel) = 0;

    // The connector of a system that was signed in, in this run or an earlier one. SignInNeeded
    // when its secrets are gone.
    virtual base::Result<std::unique_ptr<Connector>> open(const std::string &system) = 0;

    // Whether watch() can give anything for this system. Any thread, never waits.
    virtual bool canWatch(const std::string & /*system*/) const { return false; }

    // Something that tells when there is something new for a system that was signed in, on a
    // connection of its own; null where there is no such thing. As open(), it may wait.
    virtual base::Result<std::unique_ptr<ArrivalWatch>> watch(const std::string & /*system*/)
    {
        return std::unique_ptr<ArrivalWatch>();
    }

    // Revokes where the vendor allows that, and forgets the secrets. Records stay.
    virtual base::Status forget(const std::string &system, const CancelToken &cancel) = 0;

    virtual bool isSecretLasting() const = 0;

    // What the calls of a system's open connector have used up, and until when they wait. Any
    // thread. Nothing known: as it is without limits.
    virtual domain::GateState gate(const std::string & /*system*/) const { return {}; }

    // Our own budget of calls per day (0: none) and how many of today's are used already; also for
    // connectors that are opened later. Any thread.
    virtual void setCallBudget(const std::string & /*system*/, std::int64_t /*callsPerDay*/,
                               std::int64_t /*usedToday*/)
    {
    }

    // The requests made since the last call, oldest first, to be stored. Any thread.
    virtual std::vector<domain::RequestRow> takeRequests() { return {}; }
};

} // namespace topline::crm
