// How an account is connected: what the user enters, and who turns it into a working connector.
// Implemented by app's composition out of core/platform and the vendors' sign-in code; asked by the
// engine on a courier thread, since it waits for a browser or a network. A failed or cancelled
// sign-in leaves what was connected before as it was. Secrets go to the vault and nowhere else.
#pragma once

#include "core/base/result.h"
#include "core/crm/connector.h"
#include "core/domain/connect.h"

#include <functional>
#include <memory>
#include <string>

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

    // Revokes where the vendor allows that, and forgets the secrets. Records stay.
    virtual base::Status forget(const std::string &system, const CancelToken &cancel) = 0;

    virtual bool isSecretLasting() const = 0;
};

} // namespace topline::crm
