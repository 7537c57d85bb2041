#include "core/crm/http_client.h"

#include "core/base/text.h"
#include "core/crm/http_date.h"

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
    }
    return "GET";
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
