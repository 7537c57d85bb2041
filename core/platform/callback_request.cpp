#include "core/platform/callback_request.h"

#include "core/base/sign_in_ports.h"
#include "core/crm/url_text.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace topline::platform {
namespace {

constexpr std::string_view callbackPath = base::signInPath;
constexpr std::size_t wordCharactersMax = 64;

constexpr int ok = 200;
constexpr int badRequest = 400;
constexpr int notFound = 404;
constexpr int wrongMethod = 405;
constexpr int misdirected = 421; // another host's name

std::string lowered(std::string_view text)
{
    std::string out(text);
    for (char &c : out) {
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c - 'A' + 'a');
    }
    return out;
}

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t'))
        text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t'))
        text.remove_suffix(1);
    return text;
}

// The lines without their CR LF; none when one ends in anything else or holds a stray CR.
std::optional<std::vector<std::string_view>> linesOf(std::string_view head)
{
    std::vector<std::string_view> lines;
    while (!head.empty()) {
        const std::size_t end = head.find("\r\n");
        if (end == std::string_view::npos)
            return std::nullopt;
        const std::string_view line = head.substr(0, end);
        const bool isClean = std::all_of(line.begin(), line.end(), [](char c) {
            return c == '\t' || (static_cast<unsigned char>(c) >= 0x20 && c != 0x7F);
        });
        if (!isClean)
            return std::nullopt;
        head.remove_prefix(end + 2);
        if (line.empty())
            return head.empty() && !lines.empty() ? std::optional(lines) : std::nullopt;
        lines.push_back(line);
    }
    return std::nullopt;
}

// The value of the Host header when there is exactly one.
std::optional<std::string> hostOf(const std::vector<std::string_view> &lines)
{
    std::optional<std::string> host;
    for (std::size_t i = 1; i < lines.size(); ++i) {
        const std::size_t colon = lines[i].find(':');
        if (colon == std::string_view::npos || colon == 0 || lines[i].front() == ' ')
            return std::nullopt;
        if (lowered(lines[i].substr(0, colon)) != "host")
            continue;
        if (host)
            return std::nullopt;
        host = lowered(trimmed(lines[i].substr(colon + 1)));
    }
    return host;
}

struct RequestLine {
    std::string_view method;
    std::string_view target;
};

std::optional<RequestLine> requestLineOf(std::string_view line)
{
    const std::size_t first = line.find(' ');
    const std::size_t last = line.rfind(' ');
    if (first == std::string_view::npos || last == first)
        return std::nullopt;
    const std::string_view version = line.substr(last + 1);
    const std::string_view target = line.substr(first + 1, last - first - 1);
    if ((version != "HTTP/1.1" && version != "HTTP/1.0") ||
        target.find(' ') != std::string_view::npos || target.substr(0, 1) != "/")
        return std::nullopt;
    return RequestLine{line.substr(0, first), target};
}

bool isWord(std::string_view text)
{
    return !text.empty() && text.size() <= wordCharactersMax &&
           std::all_of(text.begin(), text.end(), [](char c) {
               return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                      c == '_';
           });
}

// Each name that matters at most once; the values of no others are looked at.
std::optional<SignInCallback> callbackOf(std::string_view query, const base::Secret &state)
{
    const auto pairs = crm::decodedPairs(query);
    if (!pairs)
        return std::nullopt;
    SignInCallback callback;
    base::Secret givenState;
    std::string seen;
    for (const auto &[name, value] : *pairs) {
        const bool matters = name == "code" || name == "error" || name == "state" || name == "iss";
        if (!matters)
            continue;
        if (value.empty() || seen.find('/' + name + '/') != std::string::npos)
            return std::nullopt;
        seen += '/' + name + '/';
        if (name == "code")
            callback.code = base::Secret(value);
        else if (name == "error")
            callback.error = value;
        else if (name == "state")
            givenState = base::Secret(value);
        else
            callback.issuer = value;
    }
    if (state.empty() || !(givenState == state) || callback.code.empty() == callback.error.empty())
        return std::nullopt;
    if (!callback.error.empty() && !isWord(callback.error))
        callback.error = "unknown_error";
    return callback;
}

std::string_view reasonOf(int status)
{
    switch (status) {
    case ok:
        return "OK";
    case notFound:
        return "Not Found";
    case wrongMethod:
        return "Method Not Allowed";
    case misdirected:
        return "Misdirected Request";
    default:
        return "Bad Request";
    }
}

} // namespace

CallbackVerdict judgeCallback(std::string_view head, std::uint16_t port, const base::Secret &state)
{
    const auto lines = linesOf(head);
    if (!lines)
        return {badRequest, {}};
    const auto line = requestLineOf(lines->front());
    const auto host = hostOf(*lines);
    if (!line || !host)
        return {badRequest, {}};
    if (*host != "localhost:" + std::to_string(port))
        return {misdirected, {}};
    const std::size_t question = std::min(line->target.find('?'), line->target.size());
    if (line->target.substr(0, question) != callbackPath)
        return {notFound, {}};
    if (line->method != "GET")
        return {wrongMethod, {}};
    const std::size_t query = std::min(question + 1, line->target.size());
    std::optional<SignInCallback> callback = callbackOf(line->target.substr(query), state);
    const int status = callback ? ok : badRequest;
    return {status, std::move(callback)};
}

std::string callbackAnswer(const CallbackVerdict &verdict)
{
    const bool isDone = verdict.callback && verdict.callback->error.empty();
    const std::string text = isDone ? "You can close this page and go back to Topline."
                                    : "Nothing was signed in by this page. Go back to Topline.";
    const std::string page = "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\">"
                             "<title>Topline</title><p>" +
                             text + "</p></html>\n";
    std::string answer = "HTTP/1.1 " + std::to_string(verdict.status) + ' ' +
                         std::string(reasonOf(verdict.status)) + "\r\n";
    if (verdict.status == wrongMethod)
        answer += "Allow: GET\r\n";
    return answer +
           "Content-Type: text/html; charset=utf-8\r\n"
           "Content-Length: " +
           std::to_string(page.size()) +
           "\r\nCache-Control: no-store\r\n"
           "Content-Security-Policy: default-src 'none'\r\n"
           "Referrer-Policy: no-referrer\r\n"
           "X-Content-Type-Options: nosniff\r\n"
           "Connection: close\r\n\r\n" +
           page;
}

} // namespace topline::platform
