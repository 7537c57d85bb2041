// The tiny CRM with the ids of HubSpot, so that what was mailed or booked is noted there. Used by
// the tests of mailbox and calendar, thread-safe as the tiny CRM itself.
#pragma once

#include "tests/flow/tiny_crm.h"

namespace topline::flow {

class PrefixedCrm final : public crm::Connector {
public:
    // `crm` must outlive it.
    explicit PrefixedCrm(TinyCrm &crm)
        : m_crm(crm)
    {
    }

    std::string system() const override { return "hubspot"; }

    std::string title() const override { return "HubSpot"; }

    base::Result<domain::SourceProfile> inspect(const crm::CancelToken &cancel) override
    {
        return m_crm.inspect(cancel);
    }

    base::Result<std::map<std::string, std::int64_t>> count(const crm::CancelToken &cancel) override
    {
        return m_crm.count(cancel);
    }

    base::Result<crm::Page> pull(const std::string &cursor,
                                 const crm::CancelToken &cancel) override;

    crm::PushAnswer push(const domain::Effect &effect, const crm::CancelToken &cancel) override
    {
        return m_crm.push(effect, cancel);
    }

    crm::PushAnswer lookUp(const domain::Effect &effect, const crm::CancelToken &cancel) override
    {
        return m_crm.lookUp(effect, cancel);
    }

private:
    TinyCrm &m_crm;
};

} // namespace topline::flow
