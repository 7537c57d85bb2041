#include "core/platform/curl_failure.h"

namespace topline::platform {
namespace {

using base::Error;
using base::ErrorCode;

constexpr const char *nothingSent = "Nothing was sent.";
constexpr const char *nothingChanged = "Nothing was changed there.";
constexpr const char *inDoubt =
    "The change may have arrived; it is looked up there before anything is sent again.";

// OpenSSL's X509_V_ERR_… numbers. 0 and 1: nothing against the chain, so it is the name that is
// wrong.
std::string certificateFault(long verifyResult)
{
    switch (verifyResult) {
    case 0:
    case 1:
        return "is made out for another name";
    case 9:
        return "is not valid yet";
    case 10:
        return "has expired";
    case 18:
    case 19:
        return "is signed by itself";
    case 23:
        return "was revoked";
    default:
        return "is not from an authority that this computer trusts";
    }
}

std::string timeoutSentence(const WireResult &result, const std::string &host)
{
    return result.isConnected ? host + " did not answer in time."
                              : host + " did not take the connection in time.";
}

std::string sentenceOf(const WireResult &result, const std::string &host)
{
    switch (result.code) {
    case CURLE_COULDNT_RESOLVE_HOST:
        return "The name " + host + " was not found. Is this computer online?";
    case CURLE_COULDNT_RESOLVE_PROXY:
        return "The name of the proxy for " + host + " was not found.";
    case CURLE_COULDNT_CONNECT:
        return host + " could not be reached.";
    case CURLE_OPERATION_TIMEDOUT:
        return timeoutSentence(result, host);
    case CURLE_PEER_FAILED_VERIFICATION:
        return "The certificate of " + host + " " + certificateFault(result.verifyResult) + ".";
    case CURLE_SSL_CONNECT_ERROR:
        return "No secure connection to " + host + " could be agreed on (TLS 1.2 or newer).";
    case CURLE_SSL_CACERT_BADFILE:
        return "The list of trusted authorities could not be read.";
    case CURLE_GOT_NOTHING:
        return host + " ended the connection without an answer.";
    case CURLE_PARTIAL_FILE:
        return "The answer of " + host + " broke off.";
    case CURLE_BAD_CONTENT_ENCODING:
        return "The answer of " + host + " could not be unpacked.";
    case CURLE_WEIRD_SERVER_REPLY:
    case CURLE_UNSUPPORTED_PROTOCOL:
        return host + " did not answer in HTTP.";
    default:
        break;
    }
    return result.isConnected ? "The connection to " + host + " broke."
                              : "The connection to " + host + " could not be made.";
}

bool isTooBig(const WireResult &result)
{
    return result.stop == WireStop::BodyTooBig || result.stop == WireStop::HeadersTooBig ||
           result.code == CURLE_FILESIZE_EXCEEDED;
}

} // namespace

Error failureOf(const WireResult &result, const WireCall &call)
{
    const std::string &host = call.address.host;
    const bool isDoubtful = isWrite(call.request) && result.mayHaveArrived;
    if (result.stop == WireStop::Cancelled && !isDoubtful)
        return {.code = ErrorCode::Cancelled,
                .message = "The request to " + host + " was stopped.",
                .kept = nothingChanged};
    std::string message;
    if (result.stop == WireStop::Cancelled)
        message = "The request to " + host + " was stopped before its answer came.";
    else if (isTooBig(result))
        message = "The answer of " + host + " is bigger than allowed.";
    else if (result.proxyStatus == 407)
        message = "The proxy for " + host + " wants a name and a password.";
    else
        message = sentenceOf(result, host);
    if (isDoubtful)
        return {.code = ErrorCode::Unknown, .message = std::move(message), .kept = inDoubt};
    return {.code = isTooBig(result) ? ErrorCode::Refused : ErrorCode::Unavailable,
            .message = std::move(message),
            .kept = result.mayHaveArrived ? nothingChanged : nothingSent};
}

std::string connectionSentence(CURLcode code, long verifyResult, bool isConnected,
                               const std::string &host)
{
    WireResult result;
    result.code = code;
    result.verifyResult = verifyResult;
    result.isConnected = isConnected;
    return sentenceOf(result, host);
}

// 307 and 308 ask for the same request elsewhere, so it was not carried out here; 301 to 303 are
// also how a server answers what it did carry out.
Error redirectFailure(const crm::HttpRequest &request, const std::string &host, int status)
{
    std::string message = host + " points to another address, which is not followed.";
    if (isWrite(request) && status < 307)
        return {.code = ErrorCode::Unknown, .message = std::move(message), .kept = inDoubt};
    return {.code = ErrorCode::Refused, .message = std::move(message), .kept = nothingChanged};
}

} // namespace topline::platform
