// A HubSpot of any size that keeps nothing: companies, contacts and deals are made by formula when
// they are asked for, by search, by batch and by association, in the published form and within the
// published limits. All else is the small fake's. For first pulls: nobody changes anything here,
// and a request that is not of the published form is a 400. One request at a time.
#pragma once

#include "tests/fakes/hubspot_fake.h"
#include "tests/fakes/large_crm.h"

#include <string_view>

namespace topline::fakes {

class LargeHubSpot {
public:
    LargeHubSpot(const LargeCrm &crm, const base::Clock &clock);

    Response handle(const Request &request);

    Handler handler()
    {
        return [this](const Request &request) { return handle(request); };
    }

    // What reading everything takes by search with keys, batch reads and associations, as many rows
    // at once as is published: the account, owners twice, stages, and a look for each activity.
    static std::int64_t requestsMin(const LargeCrm &crm);

    std::int64_t requests = 0;
    std::size_t bodyMax = 0; // bytes of the largest answer

private:
    Response answer(const Request &request);
    Response search(std::string_view type, const QJsonObject &body) const;
    Response batch(std::string_view type, const QJsonObject &body) const;
    Response links(std::string_view from, std::string_view to, const QJsonObject &body) const;
    std::int64_t count(std::string_view type) const;

    LargeCrm m_crm;
    const base::Clock &m_clock;
    HubSpotFake m_small;
};

} // namespace topline::fakes
