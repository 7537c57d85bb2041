#include "core/crm/hubspot_failure.h"

#include "core/base/text.h"
#include "core/crm/hubspot_api.h"
#include "core/crm/hubspot_json.h"
#include "core/crm/retry.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

#include <limits>

namespace topline::crm {

namespace {

constexpr base::DurationMs lockedMs = 2 * base::secondMs;
constexpr base::DurationMs movingMs = base::hourMs;
constexpr std::size_t messageBytes = 400;

// 0: no wait was asked for. Without the server's own clock a date says nothing.
base::DurationMs retryAfterMs(const HttpResponse &response)
{
    return retryAfterMs(response, std::numeric_limits<base::UtcMs>::max()).value_or(0);
}

// An HTML page says nothing that can be relied on, whatever its status.
std::optional<QJsonObject> jsonBody(const HttpResponse &response)
{
    const auto document = QJsonDocument::fromJson(QByteArray::fromRawData(
        response.body.data(), static_cast<qsizetype>(response.body.size())));
    return document.isObject() ? std::optional(document.object()) : std::nullopt;
}

HubSpotVerdict limited(const HttpResponse &response, HubSpotVerdict verdict)
{
    using Kind = HubSpotVerdict::Kind;
    const std::string policy = jsonText(verdict.body, "policyName");
    verdict.waitMs = retryAfterMs(response);
    if (policy == "DAILY") {
        verdict.kind = Kind::Daily;
        verdict.limit = "HubSpot's daily limit";
    } else if (policy == "SECONDLY") {
        verdict.kind = Kind::Hold;
        verdict.lane = "search";
        verdict.limit = "HubSpot's search limit";
    } else {
        verdict.kind = Kind::Hold;
        verdict.limit = "HubSpot's limit per 10 seconds";
    }
    return verdict;
}

std::string sentenceFor(int status, const QJsonObject &body)
{
    const std::string said = base::storableText(jsonText(body, "message"), messageBytes);
    const auto with = [&](std::string text) { return said.empty() ? text : text + " " + said; };
    switch (status) {
    case 401:
        return with("HubSpot no longer accepts the token.");
    case 403: {
        const std::string scopes = requiredScopes(body);
        return scopes.empty() ? with("HubSpot does not allow this.")
                              : "HubSpot does not allow this without the right " + scopes + ".";
    }
    case 409:
        return with("HubSpot already has this record.");
    case 413:
    case 414:
        return "HubSpot says that the request is too long, or the record was merged too often.";
    case 423:
        return "HubSpot keeps this record locked at the moment.";
    case 429:
        return "HubSpot's limit of calls is used up.";
    case 477:
        return "HubSpot is moving the account to another region.";
    case 521:
    case 522:
    case 523:
    case 525:
    case 526:
        return "HubSpot's servers cannot be reached (" + std::to_string(status) + ").";
    case 530:
        return "HubSpot's entrance does not let the request through (530); a token with a wrong "
               "form can be the cause.";
    default:
        break;
    }
    if (status >= 500)
        return "HubSpot has a fault of its own (" + std::to_string(status) + ").";
    return with("HubSpot refused the request (" + std::to_string(status) + ").");
}

base::ErrorCode codeFor(int status)
{
    switch (status) {
    case 401:
        return base::ErrorCode::SignInNeeded;
    case 403:
        return base::ErrorCode::PermissionDenied;
    case 409:
        return base::ErrorCode::Conflict;
    case 429:
    case 477:
        return base::ErrorCode::LimitReached;
    case 423:
        return base::ErrorCode::Unavailable;
    default:
        return status >= 500 ? base::ErrorCode::Unavailable : base::ErrorCode::Refused;
    }
}

void collectNames(const QJsonObject &error, std::set<std::string> &out)
{
    const QJsonObject context = jsonObject(error, "context");
    for (const char *key : {"propertyName", "name"}) {
        const QJsonValue value = context.value(QLatin1String(key));
        if (value.isString())
            out.insert(value.toString().toStdString());
        for (const auto &one : value.toArray())
            out.insert(one.toString().toStdString());
    }
}

} // namespace

HubSpotVerdict judgeHubSpot(const HttpResponse &response)
{
    using Kind = HubSpotVerdict::Kind;
    HubSpotVerdict out;
    const auto body = jsonBody(response);
    out.body = body.value_or(QJsonObject());
    const int status = response.status;
    if (status >= 200 && status < 300) {
        const bool isEmpty = status == 204 && response.body.empty();
        out.kind = body || isEmpty ? Kind::Done : Kind::Garbled;
        return out;
    }
    switch (status) {
    case 401:
        out.kind = Kind::Renew;
        return out;
    case 423:
        out.kind = Kind::Locked;
        out.waitMs = std::max(lockedMs, retryAfterMs(response));
        return out;
    case 429:
        return limited(response, std::move(out));
    case 477:
        out.kind = Kind::Moving;
        out.waitMs = retryAfterMs(response) > 0 ? retryAfterMs(response) : movingMs;
        out.limit = "HubSpot's move of the account";
        return out;
    default:
        break;
    }
    out.kind = status >= 500 ? Kind::Failing : Kind::Final;
    out.waitMs = retryAfterMs(response);
    return out;
}

base::Error hubspotError(int status, const QJsonObject &body, bool isRecord)
{
    base::Error out;
    out.reference = jsonText(body, "correlationId");
    const bool isGone = status == 404 || status == 410;
    if (isGone && isRecord && status == 404 && !body.isEmpty()) {
        out.code = base::ErrorCode::NotFound;
        out.message = "HubSpot has no such record (any more).";
        return out;
    }
    if (isGone) {
        out.code = base::ErrorCode::Refused;
        out.message = "HubSpot does not offer version " + std::string(hubspotVersion) +
                      " of its interface here (" + std::to_string(status) + ").";
        out.kept = "Nothing was changed or deleted.";
        out.todo = "Install a newer Topline, or check the address of the connection.";
        return out;
    }
    out.code = codeFor(status);
    out.message = sentenceFor(status, body);
    return out;
}

std::set<std::string> refusedProperties(const QJsonObject &body)
{
    std::set<std::string> out;
    for (const auto &one : jsonArray(body, "errors")) {
        const QJsonObject error = one.toObject();
        const std::string code = jsonText(error, "code");
        if (code == "PROPERTY_DOESNT_EXIST" || code == "READ_ONLY_VALUE")
            collectNames(error, out);
    }
    if (!out.empty())
        return out;
    // Older bodies have the list inside the message only.
    static const QRegularExpression named(
        QStringLiteral(R"re(Property \\?"([A-Za-z0-9_]+)\\?" does not exist)re"));
    auto found = named.globalMatch(toQt(jsonText(body, "message")));
    while (found.hasNext())
        out.insert(found.next().captured(1).toStdString());
    return out;
}

std::optional<std::string> existingId(const QJsonObject &body)
{
    static const QRegularExpression named(QStringLiteral(R"(Existing ID:\s*(\d+))"));
    const auto found = named.match(toQt(jsonText(body, "message")));
    return found.hasMatch() ? std::optional(found.captured(1).toStdString()) : std::nullopt;
}

std::string requiredScopes(const QJsonObject &body)
{
    std::string out;
    for (const auto &one : jsonArray(body, "errors")) {
        const QJsonObject context = jsonObject(one.toObject(), "context");
        for (const char *key : {"requiredGranularScopes", "requiredScopes"}) {
            for (const auto &scope : jsonArray(context, key))
                out += (out.empty() ? "" : ", ") + scope.toString().toStdString();
        }
    }
    return out;
}

} // namespace topline::crm
