#include "core/assist/model_endpoint.h"

#include "core/base/text.h"

#include <algorithm>
#include <charconv>
#include <utility>

namespace topline::assist {

namespace {

constexpr std::size_t modelNameMax = 200;
constexpr std::size_t addressMax = 500;
constexpr base::DurationMs timeoutMinMs = 1 * base::secondMs;
constexpr base::DurationMs timeoutMaxMs = 5 * base::minuteMs;

base::Error invalid(std::string message, std::string todo)
{
    return {.code = base::ErrorCode::InvalidInput,
            .message = std::move(message),
            .kept = "Nothing was changed.",
            .todo = std::move(todo)};
}

base::Error noText(base::ErrorCode code, std::string message, std::string todo)
{
    return {.code = code,
            .message = std::move(message),
            .kept = "The draft is as it was.",
            .todo = std::move(todo)};
}

bool hasOddCharacter(std::string_view text)
{
    return std::any_of(text.begin(), text.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte <= 0x20 || byte >= 0x7f || c == '\\' || c == '"' || c == '<' || c == '>';
    });
}

std::string_view behindScheme(std::string_view url)
{
    const auto slashes = url.find("://");
    return slashes == std::string_view::npos ? std::string_view() : url.substr(slashes + 3);
}

std::string hostOnly(const std::string &hostAndPort)
{
    if (hostAndPort.starts_with("["))
        return hostAndPort.substr(0, hostAndPort.find(']') + 1);
    return hostAndPort.substr(0, hostAndPort.find(':'));
}

// As written: a name that only resolves to this computer is no promise.
bool isThisComputer(const std::string &host)
{
    if (host == "localhost" || host == "[::1]")
        return true;
    const bool isNumeric = std::all_of(host.begin(), host.end(),
                                       [](char c) { return (c >= '0' && c <= '9') || c == '.'; });
    return isNumeric && host.starts_with("127.") && std::count(host.begin(), host.end(), '.') == 3;
}

std::optional<base::UtcMs> retryAt(const crm::HttpResponse &response)
{
    const std::string after = response.header("Retry-After");
    std::int64_t seconds = 0;
    const auto read = std::from_chars(after.data(), after.data() + after.size(), seconds);
    constexpr std::int64_t daySeconds = 86'400;
    if (after.empty() || read.ec != std::errc() || seconds < 0 || seconds > daySeconds)
        return std::nullopt;
    const auto date = response.dateMs();
    return date ? std::optional(*date + seconds * base::secondMs) : std::nullopt;
}

base::Error failureOf(const crm::HttpResponse &response, const std::string &host)
{
    const int status = response.status;
    if (status == 401 || status == 403)
        return noText(base::ErrorCode::SignInNeeded,
                      "The model's endpoint does not accept the key.",
                      "Enter the key again in the settings.");
    if (status == 404)
        return noText(base::ErrorCode::Refused,
                      "There is no such model or address at " + host + ".",
                      "Check both in the settings.");
    if (status == 429) {
        auto out = noText(base::ErrorCode::LimitReached, "The model's endpoint is at its limit.",
                          "Try again later.");
        out.retryAtMs = retryAt(response);
        return out;
    }
    if (status >= 300 && status < 400)
        return noText(base::ErrorCode::Refused,
                      "The model's endpoint sent us to another address, and that was not followed.",
                      "Enter the address it really has.");
    const std::string number = std::to_string(status);
    if (status >= 500)
        return noText(base::ErrorCode::Unavailable,
                      "The model's endpoint has a fault (" + number + ").", "Try again later.");
    return noText(base::ErrorCode::Refused,
                  "The model's endpoint refused the request (" + number + ").",
                  "Check the model's name in the settings.");
}

} // namespace

std::string endpointHost(const std::string &baseUrl)
{
    const auto rest = behindScheme(baseUrl);
    return base::lowerAscii(rest.substr(0, rest.find_first_of("/?#")));
}

base::Status checkEndpoint(const domain::AssistSettings &settings)
{
    const std::string &url = settings.baseUrl;
    if (url.empty())
        return invalid("There is no address of a model.",
                       "Enter one, for instance of this computer.");
    if (settings.model.empty() || settings.model.size() > modelNameMax ||
        hasOddCharacter(settings.model))
        return invalid("The model has no name that can be sent.", "Enter it as its endpoint does.");
    const std::string lower = base::lowerAscii(url);
    const bool isSecure = lower.starts_with("https://");
    if (url.size() > addressMax || hasOddCharacter(url) ||
        (!isSecure && !lower.starts_with("http://")))
        return invalid("This is no address of the web.", "It begins with https://.");
    const std::string host = endpointHost(url);
    if (host.empty() || host.find('@') != std::string::npos ||
        url.find_first_of("?#") != std::string::npos)
        return invalid("The address has a user name, a question mark or a number sign.",
                       "Give only host and path; the key has a field of its own.");
    if (!isSecure && !isThisComputer(hostOnly(host)))
        return invalid("Without https only a model on this computer may be asked.",
                       "Use https, or 127.0.0.1.");
    if (settings.timeoutMs < timeoutMinMs || settings.timeoutMs > timeoutMaxMs)
        return invalid("The time to wait is 1 to 300 seconds.", "Choose one of these.");
    return {};
}

base::Result<std::string> askModel(crm::HttpClient &client, const domain::AssistSettings &settings,
                                   const std::optional<base::Secret> &key,
                                   const domain::ModelRequest &request,
                                   const crm::CancelToken &cancel)
{
    TRY(checkEndpoint(settings));
    std::string url = settings.baseUrl;
    while (url.ends_with('/'))
        url.pop_back();
    crm::HttpRequest ask;
    ask.method = crm::HttpMethod::Post;
    ask.url = url + "/chat/completions";
    ask.headers = {{"Content-Type", "application/json"}, {"Accept", "application/json"}};
    if (key && !key->empty())
        ask.bearer = *key;
    ask.body = request.body;
    ask.isRead = true; // an answer that is lost changes nothing anywhere
    ask.deadlineMs = settings.timeoutMs;
    ask.bodyBytesMax = static_cast<std::int64_t>(answerBytesMax);
    auto response = client.send(ask, cancel);
    if (!response.ok()) {
        base::Error error = response.error();
        error.kept = "The draft is as it was.";
        return error;
    }
    if (response->status != 200)
        return failureOf(*response, endpointHost(settings.baseUrl));
    return std::move(response->body);
}

} // namespace topline::assist
