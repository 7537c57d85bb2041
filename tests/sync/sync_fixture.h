// A workspace to apply pages to, for the tests of core/sync, on their thread. A failing page fails
// the test at once.
#pragma once

#include "core/sync/apply_page.h"
#include "tests/store/test_workspace.h"

#include <map>
#include <string>
#include <vector>

namespace topline::sync {

using store::need;
using store::testNowMs;

class SyncTest : public store::StoreTest {
protected:
    // Applies the page in a transaction of its own; what it touched is in m_changes afterwards.
    Applied apply(const crm::Page &page, const std::string &system = "hubspot");

    // An approved edit of this contact's field on its way to HubSpot.
    domain::Action addEdit(const std::string &name, const std::string &contactRemoteId,
                           const domain::FieldChange &field);

    domain::Contact contactNow(const std::string &remoteId);
    domain::Account accountNow(const std::string &remoteId);

    domain::FieldRules m_rules;
    base::UtcMs m_nowMs = testNowMs + 1000;
};

domain::Contact person(const std::string &remoteId, const std::string &email,
                       base::UtcMs updatedMs = testNowMs);
domain::Account company(const std::string &remoteId, const std::string &domain,
                        base::UtcMs updatedMs = testNowMs);

template <typename... Records> crm::Page pageOf(Records... records)
{
    crm::Page out;
    const auto add = [&](const auto &record) {
        using Record = std::decay_t<decltype(record)>;
        if constexpr (std::is_same_v<Record, domain::Contact>)
            out.contacts.push_back(record);
        else if constexpr (std::is_same_v<Record, domain::Account>)
            out.accounts.push_back(record);
        else if constexpr (std::is_same_v<Record, domain::Deal>)
            out.deals.push_back(record);
        else if constexpr (std::is_same_v<Record, domain::Owner>)
            out.owners.push_back(record);
        else if constexpr (std::is_same_v<Record, crm::RecordMerged>)
            out.merged.push_back(record);
        else
            out.gone.push_back(record);
    };
    (add(records), ...);
    return out;
}

} // namespace topline::sync
