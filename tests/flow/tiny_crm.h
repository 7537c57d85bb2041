// A CRM with a dozen accounts and the judge of what reached it: every request is counted, and every
// effect that took hold. Answers can be lost or refused on purpose. Used by tests, thread-safe; it
// outlives every crash of the engine.
#pragma once

#include "core/crm/connector.h"

#include <map>
#include <mutex>
#include <set>
#include <string>

namespace topline::flow {

class TinyCrm final : public crm::Connector {
public:
    // Signals lie a few hours before `birthMs`.
    TinyCrm(base::UtcMs birthMs, int accounts);

    std::string system() const override { return "tiny"; }

    std::string title() const override { return "Tiny CRM"; }

    base::Result<domain::SourceProfile> inspect(const crm::CancelToken &) override
    {
        return domain::SourceProfile{.system = "tiny", .orgId = "tiny-1"};
    }

    base::Result<std::map<std::string, std::int64_t>> count(const crm::CancelToken &) override;
    base::Result<crm::Page> pull(const std::string &cursor, const crm::CancelToken &) override;
    crm::PushAnswer push(const domain::Effect &effect, const crm::CancelToken &) override;
    crm::PushAnswer lookUp(const domain::Effect &effect, const crm::CancelToken &) override;

    // The contact of this account; and how it is when they want no more mail.
    static domain::Contact contact(std::uint64_t account, base::UtcMs atMs);
    static domain::Contact optedOut(std::uint64_t account, base::UtcMs atMs);
    // A further page for the next pull.
    void arrive(crm::Page page);
    // Without keys the same request takes hold again, as a mail would.
    void setKeyed(bool keyed);
    void loseAnswer(std::int64_t push); // takes hold, and nobody hears of it; from 1
    void refuse(std::int64_t push);     // from 1
    void setUnavailable(bool unavailable);

    // How often each effect took hold, by effect id.
    std::map<std::string, int> tookHold() const;
    std::int64_t requests() const;

private:
    mutable std::mutex m_mutex;
    std::vector<crm::Page> m_pages;
    bool m_isKeyed = true;
    bool m_isUnavailable = false;
    std::int64_t m_pushes = 0;
    std::set<std::int64_t> m_lost;
    std::set<std::int64_t> m_refused;
    std::map<std::string, int> m_tookHold;
};

// An event at the account of this number, as the CRM delivers it.
domain::Event tinyEvent(int account, domain::EventKind kind, base::UtcMs atMs,
                        const std::string &key);

} // namespace topline::flow
