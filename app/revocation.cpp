#include "app/revocation.h"

namespace topline::app {

namespace {

constexpr int statusOk = 200;
constexpr int statusEnd = 300;

bool isUnknownThere(const crm::TokenRefusal &told)
{
    return told.error == "invalid_token" || told.error == "invalid_grant" ||
           told.status == "BAD_REFRESH_TOKEN";
}

} // namespace

base::Error notRevoked(const std::string &vendor)
{
    return {base::ErrorCode::Unavailable,
            vendor + " did not confirm that the sign-in was revoked there.",
            "It is gone from this computer.",
            "To be sure, remove the access of Topline in " + vendor + '.'};
}

base::Status revoke(const Revocation &parts, const std::optional<base::Secret> &refreshToken,
                    const crm::CancelToken &cancel)
{
    if (!refreshToken)
        return notRevoked(parts.vendor);
    crm::HttpRequest request = parts.protocol.revoke(*refreshToken);
    const base::Result<crm::HttpResponse> response = parts.http.send(request, cancel);
    const base::Secret wiped(std::move(request.body));
    if (!response)
        return notRevoked(parts.vendor);
    if ((response->status >= statusOk && response->status < statusEnd) ||
        isUnknownThere(crm::readTokenRefusal(*response)))
        return {};
    return notRevoked(parts.vendor);
}

} // namespace topline::app
