#include "core/crm/salesforce_connector.h"

#include "core/crm/salesforce_inspect.h"

#include <utility>

namespace topline::crm {

SalesforceConnector::SalesforceConnector(SalesforceParts parts)
    : m_client(std::move(parts))
    , m_pull(m_client, m_schema)
    , m_push(m_client, m_schema)
{
}

base::Result<domain::SourceProfile> SalesforceConnector::inspect(const CancelToken &cancel)
{
    const std::lock_guard lock(m_mutex);
    return inspectSalesforce(m_client, m_schema, cancel);
}

base::Result<std::map<std::string, std::int64_t>>
SalesforceConnector::count(const CancelToken &cancel)
{
    const std::lock_guard lock(m_mutex);
    if (cancel.cancelled)
        return base::Error{base::ErrorCode::Cancelled, "Cancelled before Salesforce was asked."};
    return m_pull.count(cancel);
}

base::Result<Page> SalesforceConnector::pull(const std::string &cursor, const CancelToken &cancel)
{
    const std::lock_guard lock(m_mutex);
    return m_pull.page(cursor, cancel);
}

PushAnswer SalesforceConnector::push(const domain::Effect &effect, const CancelToken &cancel)
{
    const std::lock_guard lock(m_mutex);
    return m_push.push(effect, cancel);
}

std::vector<PushAnswer> SalesforceConnector::pushMany(std::span<const domain::Effect> effects,
                                                      const CancelToken &cancel)
{
    const std::lock_guard lock(m_mutex);
    return m_push.pushMany(effects, cancel);
}

std::size_t SalesforceConnector::pushMax(domain::ActionKind kind) const
{
    const std::lock_guard lock(m_mutex);
    return m_push.pushMax(kind);
}

PushAnswer SalesforceConnector::lookUp(const domain::Effect &effect, const CancelToken &cancel)
{
    const std::lock_guard lock(m_mutex);
    return m_push.lookUp(effect, cancel);
}

} // namespace topline::crm
