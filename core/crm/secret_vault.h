// Where secrets are kept between runs: the desktop's keychain, or, without one, the memory of this
// run. Implemented in core/platform; used by sign-in code and by the window's banner. Blocking, any
// thread. A write is read back before it counts; nothing is ever written to a file of ours.
#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"

#include <optional>
#include <string>

namespace topline::crm {

class SecretVault {
public:
    virtual ~SecretVault() = default;

    // False: no keychain answers; what is kept is gone when the program ends.
    virtual bool isLasting() const = 0;

    virtual base::Result<std::optional<base::Secret>> read(const std::string &key) = 0;
    virtual base::Status write(const std::string &key, const base::Secret &secret) = 0;
    virtual base::Status remove(const std::string &key) = 0; // no error when it is not there
};

} // namespace topline::crm
