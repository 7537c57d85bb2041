// A Salesforce of any size that keeps nothing: accounts, contacts, opportunities and their history
// are made by formula when a query asks for them, 2,000 at once as is published, alone or in a
// composite request. All else (versions, describes, the other objects) is the small fake's. For
// first pulls: nobody changes anything here, and a query that is not understood is a 400. One
// request at a time.
#pragma once

#include "tests/fakes/large_crm.h"
#include "tests/fakes/salesforce_fake.h"

#include <optional>

namespace topline::fakes {

class LargeSalesforce {
public:
    LargeSalesforce(const LargeCrm &crm, const base::Clock &clock);

    Response handle(const Request &request);

    Handler handler()
    {
        return [this](const Request &request) { return handle(request); };
    }

    // What reading everything takes by query, one object after the other: full answers of each
    // that does not fit into one, a call in which all others ride along, the versions, the
    // descriptions, the organisation and the counts.
    static std::int64_t requestsMin(const LargeCrm &crm);

    std::string token() const { return m_small.token; }

    std::int64_t requests = 0;
    std::size_t bodyMax = 0; // bytes of the largest answer

private:
    Response one(const Request &request);
    Response composite(const Request &request);
    std::optional<std::string> query(const std::string &soql) const;
    std::int64_t count(const std::string &object) const;

    LargeCrm m_crm;
    SalesforceFake m_small;
};

} // namespace topline::fakes
