// An access source that always has the same token, and cannot get another. For tests and benchmarks
// whose fake never refuses it.
#pragma once

#include "core/crm/access.h"

#include <string>
#include <utility>

namespace topline::fakes {

class OpenAccess final : public crm::AccessSource {
public:
    OpenAccess(std::string token, std::string baseUrl)
        : m_token(std::move(token))
        , m_baseUrl(std::move(baseUrl))
    {
    }

    base::Result<crm::Access> access(const crm::CancelToken &) override
    {
        return crm::Access{base::Secret(m_token), m_baseUrl};
    }

    base::Result<crm::Access> renew(const crm::Access &, const crm::CancelToken &) override
    {
        return base::Error{base::ErrorCode::SignInNeeded, "The fake's token was refused."};
    }

private:
    std::string m_token;
    std::string m_baseUrl;
};

} // namespace topline::fakes
