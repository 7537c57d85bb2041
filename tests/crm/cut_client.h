// A client whose program ends at a given request: for kill tests of connectors. Nothing comes back
// from then on. One thread.
#pragma once

#include "core/crm/http_client.h"

namespace topline::crm {

// From request number `cutAt` on nothing comes back; the first of these may still arrive.
class CutClient final : public HttpClient {
public:
    CutClient(HttpClient &inner, int cutAt, bool arrives)
        : m_inner(inner)
        , m_cutAt(cutAt)
        , m_arrives(arrives)
    {
    }

    base::Result<HttpResponse> send(const HttpRequest &request, const CancelToken &cancel) override
    {
        const int number = m_count++;
        if (number < m_cutAt)
            return m_inner.send(request, cancel);
        if (number == m_cutAt && m_arrives)
            (void)m_inner.send(request, cancel).ok();
        return base::Error{base::ErrorCode::Cancelled, "The program has ended."};
    }

    bool wasCut() const { return m_count > m_cutAt; }

private:
    HttpClient &m_inner;
    int m_cutAt;
    bool m_arrives;
    int m_count = 0;
};

} // namespace topline::crm
