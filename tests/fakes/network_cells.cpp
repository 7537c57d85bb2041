#include "tests/fakes/network_cells.h"

#include <string>

namespace topline::fakes {

namespace {

using Real = std::function<Response()>;

HttpCell status(const char *name, int code, TryClass write)
{
    return {name, write, [code](const Request &, const Real &) {
                return Response{.status = code, .body = "said so"};
            }};
}

HttpCell redirect(const char *name, int code, std::string target)
{
    // Some servers answer a write that is done by a page to look at (RFC 9110, 15.4.4).
    return {name, TryClass::Doubt, [code, target](const Request &request, const Real &) {
                return Response{.status = code,
                                .headers = {{"Location", target.empty() ? request.path : target}}};
            }};
}

HttpCell wire(const char *name, Response::Wire how, bool isDone)
{
    return {name, TryClass::Doubt, [how, isDone](const Request &, const Real &real) {
                Response out = isDone ? real() : Response{};
                out.body = "something to cut";
                out.wire = how;
                return out;
            }};
}

HttpCell said(const char *name, int code, std::string type, std::string body)
{
    return {name, TryClass::Doubt, [code, type, body](const Request &, const Real &) {
                return Response{.status = code, .headers = {{"Content-Type", type}}, .body = body};
            }};
}

} // namespace

std::vector<HttpCell> httpCells()
{
    return {
        wire("reset, nothing done", Response::Wire::CloseBefore, false),
        wire("done, answer lost", Response::Wire::CloseAfter, true),
        wire("done, answer cut", Response::Wire::Truncate, true),
        status("400", 400, TryClass::Permanent),
        status("401", 401, TryClass::Auth),
        status("403", 403, TryClass::Permanent),
        status("404", 404, TryClass::Permanent),
        status("407 of a proxy", 407, TryClass::Retry),
        status("408", 408, TryClass::Retry),
        status("409", 409, TryClass::Permanent),
        status("412", 412, TryClass::Permanent),
        status("421", 421, TryClass::Retry),
        status("425", 425, TryClass::Retry),
        status("429", 429, TryClass::Retry),
        status("500", 500, TryClass::Doubt),
        status("502", 502, TryClass::Doubt),
        status("503", 503, TryClass::Doubt),
        status("504", 504, TryClass::Doubt),
        status("511 of a portal", 511, TryClass::Retry),
        said("portal: 200 and a page", 200, "text/html", "<html>Please sign in</html>"),
        said("200 and JSON", 200, "application/json", R"({"ok":true})"),
        said("207, partly failed", 207, "application/xml",
             "<D:multistatus xmlns:D=\"DAV:\"><D:response><D:href>/x</D:href>"
             "<D:status>HTTP/1.1 507 Full</D:status></D:response></D:multistatus>"),
        said("200 and half an answer", 200, "application/xml",
             "<D:multistatus xmlns:D=\"DAV:\"><D"),
        redirect("portal: 302", 302, "https://portal.example/sign-in"),
        redirect("301 to another host", 301, "https://trap.example/cal/rep/work/"),
        redirect("307 to another host", 307, "https://trap.example/cal/rep/work/"),
        redirect("308 to another host", 308, "https://trap.example/cal/rep/work/"),
        redirect("302 to plain http", 302, "http://calendar.example/cal/rep/work/"),
        redirect("302 to this machine", 302, "http://127.0.0.1:1/"),
        redirect("302 to a link-local address", 302, "http://169.254.169.254/latest/meta-data"),
        redirect("302 round in circles", 302, ""),
    };
}

} // namespace topline::fakes
