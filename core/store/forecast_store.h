// Weekly forecasts and the reps' calls. Written by the engine's upkeep once a week and when a rep
// calls a deal; read for forecasts. Both are facts: the database refuses to change or forget them.
#pragma once

#include "core/base/result.h"
#include "core/domain/forecast_week.h"

#include <vector>

namespace topline::store {

class Database;

class ForecastStore {
public:
    explicit ForecastStore(Database &database)
        : m_database(database)
    {
    }

    base::Result<bool> hasWeek(base::UtcMs weekMs) const;

    // A week that is there already is an error (Refused by the database).
    base::Status add(const domain::ForecastWeek &week);

    // All weeks with their figures, oldest first; those from `dealsFromMs` on with their deals.
    base::Result<std::vector<domain::ForecastWeek>> weeks(base::UtcMs dealsFromMs) const;

    base::Status add(const domain::ForecastCall &call);

    // The newest call of each deal, by deal; ones that were taken back as well.
    base::Result<std::vector<domain::ForecastCall>> calls() const;

private:
    base::Status readDeals(domain::ForecastWeek &week) const;
    base::Status readFigures(domain::ForecastWeek &week) const;

    Database &m_database;
};

} // namespace topline::store
