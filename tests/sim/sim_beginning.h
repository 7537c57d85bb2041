// What every simulated run begins with: a workspace with a dozen accounts in several time zones, a
// mailbox, a calendar and one play more than come with the program, which may earn to act by
// itself. Made once, for it is the slow part; then shared. One thread.
#pragma once

#include "tests/flow/prefixed_crm.h"
#include "tests/flow/world.h"

#include <string>
#include <vector>

namespace topline::sim {

class SimBeginning {
public:
    SimBeginning();

    std::string folder() const { return m_world.folder(); }

    const std::string &bytes() const { return m_bytes; }

    const std::vector<domain::Play> &plays() const { return m_plays; }

    static constexpr int accounts = 12;
    // Those from here on are visited now and then and seldom answer, so that cadences go on.
    static constexpr int quietFrom = 6;
    static constexpr const char *ownPlay = "follow-up";

private:
    base::FixedClock m_clock{flow::birthMs};
    flow::TinyCrm m_tiny{flow::birthMs, accounts};
    flow::PrefixedCrm m_crm{m_tiny};
    flow::World m_world{m_crm, m_clock};
    std::string m_bytes;
    std::vector<domain::Play> m_plays;
};

// The person of this account as the CRM has them, with their zone; the address in lower case.
domain::Contact simContact(std::uint64_t account, base::UtcMs atMs);

// What the CRM says before anything else.
crm::Page simZones();

} // namespace topline::sim
