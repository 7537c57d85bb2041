// Salesforce as a CRM: pull, push and inspection over its public REST API, for the account that an
// access source lets in. Made by the connection source out of parts that must outlive it; called on
// a courier thread, thread-safe. A pull changes nothing there; a push writes at most one record for
// each effect, and what cannot be told is Unknown.
#pragma once

#include "core/crm/connector.h"
#include "core/crm/salesforce_client.h"
#include "core/crm/salesforce_pull.h"
#include "core/crm/salesforce_push.h"
#include "core/crm/salesforce_schema.h"

#include <map>
#include <mutex>
#include <string>

namespace topline::crm {

class SalesforceConnector final : public Connector {
public:
    explicit SalesforceConnector(SalesforceParts parts);

    std::string system() const override { return "salesforce"; }

    std::string title() const override { return "Salesforce"; }

    base::Result<domain::SourceProfile> inspect(const CancelToken &cancel) override;
    base::Result<std::map<std::string, std::int64_t>> count(const CancelToken &cancel) override;
    base::Result<Page> pull(const std::string &cursor, const CancelToken &cancel) override;
    PushAnswer push(const domain::Effect &effect, const CancelToken &cancel) override;
    std::vector<PushAnswer> pushMany(std::span<const domain::Effect> effects,
                                     const CancelToken &cancel) override;
    std::size_t pushMax(domain::ActionKind kind) const override;
    PushAnswer lookUp(const domain::Effect &effect, const CancelToken &cancel) override;

private:
    mutable std::mutex m_mutex;
    SalesforceClient m_client;
    SalesforceSchema m_schema;
    SalesforcePull m_pull;
    SalesforcePush m_push;
};

} // namespace topline::crm
