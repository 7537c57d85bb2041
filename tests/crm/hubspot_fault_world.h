// What HubSpot's fault tests begin with: some contacts, and pages so small that faults fall between
// them. One thread; nothing here fails by itself.
#pragma once

#include "tests/crm/hubspot_bench.h"

#include <set>
#include <string>

namespace topline::crm {

inline constexpr const char *searchContacts = "POST /crm/objects/2026-09/contacts/search";

inline void addContacts(HubSpotBench &bench, int count)
{
    for (int i = 0; i < count; ++i)
        bench.fake.add("contacts", {{"firstname", "C" + std::to_string(i)}, {"phone", "1"}},
                       hubspotNow - base::dayMs);
}

inline std::set<std::string> ids(const HubSpotBench::Pulled &pulled)
{
    std::set<std::string> out;
    for (const auto &contact : pulled.all(&Page::contacts))
        out.insert(contact.remoteId);
    return out;
}

// Small pages, so that faults fall between them.
inline void shrink(HubSpotBench &bench)
{
    bench.options.searchRows = 5;
    bench.options.linkRows = 10;
    bench.options.historyRows = 3;
    bench.options.listRows = 4;
}

} // namespace topline::crm
