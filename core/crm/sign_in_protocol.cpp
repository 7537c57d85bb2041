#include "core/crm/sign_in_protocol.h"

#include "core/crm/retry.h"

#include <QByteArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace topline::crm {
namespace {

constexpr std::size_t wordCharactersMax = 64;
constexpr std::int64_t tokenAnswerBytesMax = 256 * 1024;

std::string harmless(const QJsonObject &object, QLatin1String name, std::string_view alsoAllowed)
{
    const std::string text = object.value(name).toString().toStdString();
    const bool isWord = std::all_of(text.begin(), text.end(), [alsoAllowed](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               alsoAllowed.find(c) != std::string_view::npos;
    });
    return isWord && text.size() <= wordCharactersMax ? text : std::string();
}

} // namespace

TokenRefusal readTokenRefusal(const HttpResponse &response)
{
    const QJsonDocument document =
        QJsonDocument::fromJson(QByteArray::fromStdString(response.body));
    TokenRefusal refusal;
    refusal.isJson = document.isObject();
    const QJsonObject object = document.object();
    refusal.error = harmless(object, QLatin1String("error"), "_");
    refusal.status = harmless(object, QLatin1String("status"), "_");
    refusal.reference = harmless(object, QLatin1String("correlationId"), "-");
    return refusal;
}

base::Error tokenEndpointBusy(std::string_view vendor, const HttpResponse &response,
                              base::UtcMs nowMs)
{
    base::Error error{base::ErrorCode::Unavailable,
                      std::string(vendor) + " could not renew the sign-in (status " +
                          std::to_string(response.status) + ").",
                      "The sign-in is kept.", "Topline tries again."};
    error.reference = readTokenRefusal(response).reference;
    if (const auto askedMs = retryAfterMs(response, nowMs))
        error.retryAtMs = nowMs + *askedMs;
    return error;
}

HttpRequest tokenRequest(std::string url, std::string form)
{
    HttpRequest request;
    request.method = HttpMethod::Post;
    request.url = std::move(url);
    request.headers = {{"Content-Type", "application/x-www-form-urlencoded"},
                       {"Accept", "application/json"}};
    request.body = std::move(form);
    request.bodyBytesMax = tokenAnswerBytesMax;
    return request;
}

} // namespace topline::crm
