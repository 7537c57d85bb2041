#include "core/crm/pkce.h"

#include "core/base/check.h"
#include "core/base/hash.h"
#include "core/crm/url_text.h"

namespace topline::crm {

namespace {

constexpr std::size_t randomBytesMin = 32;
constexpr std::size_t randomBytesMax = 96; // 128 characters

} // namespace

std::string pkceChallenge(const base::Secret &verifier)
{
    const base::Sha256 digest = base::sha256(verifier.reveal());
    return base64Url(std::string(digest.begin(), digest.end()));
}

Pkce pkceFrom(const base::Secret &random)
{
    CHECK(random.reveal().size() >= randomBytesMin && random.reveal().size() <= randomBytesMax);
    Pkce pkce;
    pkce.verifier = base::Secret(base64Url(random.reveal()));
    pkce.challenge = pkceChallenge(pkce.verifier);
    return pkce;
}

} // namespace topline::crm
