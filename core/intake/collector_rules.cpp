#include "core/intake/collector_rules.h"

#include "core/base/text.h"

#include <QByteArray>

#include <algorithm>

namespace topline::intake {

namespace {

constexpr int unauthorized = 401;
constexpr int forbidden = 403;
constexpr int notFound = 404;
constexpr int wrongMethod = 405;
constexpr int wrongType = 415;
constexpr int wrongHost = 421;

constexpr std::size_t keyBytesMax = 200;

// By name only: an address of this machine under any other name is somebody's rebinding.
bool isOurHost(std::string_view host, std::uint16_t port)
{
    const std::string behind = ":" + std::to_string(port);
    for (const char *name : {"127.0.0.1", "localhost", "[::1]"}) {
        if (base::lowerAscii(host) == name + behind)
            return true;
    }
    return false;
}

bool isJson(std::string_view type)
{
    return base::lowerAscii(base::trimmed(type.substr(0, type.find(';')))) == "application/json";
}

} // namespace

std::string writeKeyHash(std::string_view key)
{
    return base::hex(base::sha256("topline write key\n" + std::string(key)));
}

std::string headKey(const HttpRequest &request)
{
    const std::string_view value = request.header("authorization");
    if (value.size() < 6 || base::lowerAscii(value.substr(0, 6)) != "basic ")
        return {};
    const std::string_view coded = base::trimmed(value.substr(6));
    const auto decoded = QByteArray::fromBase64Encoding(
        QByteArray(coded.data(), static_cast<qsizetype>(coded.size())),
        QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded)
        return {};
    const std::string text = decoded.decoded.toStdString();
    return text.substr(0, text.find(':'));
}

bool isRightKey(std::string_view key, const CollectorRules &rules)
{
    if (key.empty() || key.size() > keyBytesMax || rules.keyHash.empty())
        return false;
    const std::string hash = writeKeyHash(key);
    unsigned different = hash.size() == rules.keyHash.size() ? 0U : 1U;
    for (std::size_t i = 0; i < std::min(hash.size(), rules.keyHash.size()); ++i)
        different |= static_cast<unsigned char>(hash[i] ^ rules.keyHash[i]);
    return different == 0;
}

std::variant<SegmentCall, int> judgeHead(const HttpRequest &request, const CollectorRules &rules)
{
    if (!isOurHost(request.header("host"), rules.port))
        return wrongHost;
    if (request.count("origin") > 0)
        return forbidden;
    const auto call = segmentCall(request.target);
    if (!call)
        return notFound;
    if (request.method != "POST")
        return wrongMethod;
    if (request.count("content-type") != 1 || !isJson(request.header("content-type")))
        return wrongType;
    if (request.count("content-encoding") > 0 &&
        base::lowerAscii(request.header("content-encoding")) != "identity")
        return wrongType;
    if (request.count("authorization") > 1)
        return unauthorized;
    if (request.count("authorization") == 1 && !isRightKey(headKey(request), rules))
        return unauthorized;
    return *call;
}

} // namespace topline::intake
