#include "core/crm/http_client.h"

#include "core/base/text.h"
#include "core/crm/http_date.h"

#include <QByteArray>

namespace topline::crm {

std::string_view httpMethodName(HttpMethod method)
{
    switch (method) {
    case HttpMethod::Get:
        return "GET";
    case HttpMethod::Post:
        return "POST";
    case HttpMethod::Put:
        return "PUT";
    case HttpMethod::Patch:
        return "PATCH";
    case HttpMethod::Delete:
        return "DELETE";
    case HttpMethod::Propfind:
        return "PROPFIND";
    case HttpMethod::Report:
        return "REPORT";
    }
    return "GET";
}

base::Secret authorizationOf(const HttpRequest &request)
{
    if (request.bearer)
        return base::Secret("Bearer " + request.bearer->reveal());
    if (!request.basic)
        return {};
    QByteArray pair = QByteArray::fromStdString(request.basic->user + ':');
    pair +=
        QByteArray::fromRawData(request.basic->password.reveal().data(),
                                static_cast<qsizetype>(request.basic->password.reveal().size()));
    QByteArray packed = pair.toBase64();
    base::Secret out("Basic " + packed.toStdString());
    pair.fill('\0');
    packed.fill('\0');
    return out;
}

std::string HttpResponse::header(std::string_view name) const
{
    const std::string wanted = base::lowerAscii(name);
    for (const HttpHeader &candidate : headers) {
        if (base::lowerAscii(candidate.name) == wanted)
            return candidate.value;
    }
    return {};
}

std::optional<base::UtcMs> HttpResponse::dateMs() const
{
    return parseHttpDate(header("Date"));
}

} // namespace topline::crm
