#include "core/store/forecast_store.h"

#include "core/store/query.h"

namespace topline::store {

using base::Result;

namespace {

base::Currency currencyOf(const std::string &code)
{
    return base::Currency::parse(code).value_or(base::Currency{});
}

} // namespace

Result<bool> ForecastStore::hasWeek(base::UtcMs weekMs) const
{
    return readOne(m_database, "SELECT 1 FROM forecast_week WHERE week_ms = ?", false, weekMs);
}

base::Status ForecastStore::add(const domain::ForecastWeek &week)
{
    TRY(write(m_database, "INSERT INTO forecast_week (week_ms, at_ms, currency) VALUES (?, ?, ?)",
              week.weekMs, week.atMs, week.currency.text()));
    for (const domain::WeekDeal &deal : week.deals) {
        TRY(write(m_database,
                  "INSERT INTO forecast_week_deal (week_ms, deal_id, owner_id, minor, close_ms, "
                  "kind, mapped, called, win_ppm) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                  week.weekMs, deal.deal, deal.owner, deal.minor, deal.closeMs, deal.kind,
                  deal.mapped, deal.called, deal.winPpm));
    }
    for (const domain::WeekFigure &figure : week.figures) {
        TRY(write(m_database,
                  "INSERT INTO forecast_week_figure (week_ms, span, start_ms, end_ms, "
                  "expected_minor, p10_minor, p50_minor, p90_minor) "
                  "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                  week.weekMs, figure.span, figure.startMs, figure.endMs, figure.expectedMinor,
                  figure.p10Minor, figure.p50Minor, figure.p90Minor));
    }
    return {};
}

Result<std::vector<domain::ForecastWeek>> ForecastStore::weeks(base::UtcMs dealsFromMs) const
{
    std::vector<domain::ForecastWeek> out;
    Statement statement(m_database,
                        "SELECT week_ms, at_ms, currency FROM forecast_week ORDER BY week_ms");
    for (;;) {
        TRY_ASSIGN(const bool row, statement.step());
        if (!row)
            break;
        domain::ForecastWeek &week = out.emplace_back();
        std::string currency;
        statement.read(week.weekMs, week.atMs, currency);
        week.currency = currencyOf(currency);
    }
    for (domain::ForecastWeek &week : out) {
        TRY(readFigures(week));
        if (week.weekMs >= dealsFromMs)
            TRY(readDeals(week));
    }
    return out;
}

base::Status ForecastStore::readDeals(domain::ForecastWeek &week) const
{
    Statement statement(m_database,
                        "SELECT deal_id, owner_id, minor, close_ms, kind, mapped, called, win_ppm "
                        "FROM forecast_week_deal WHERE week_ms = ? ORDER BY deal_id",
                        week.weekMs);
    for (;;) {
        TRY_ASSIGN(const bool row, statement.step());
        if (!row)
            return {};
        domain::WeekDeal &deal = week.deals.emplace_back();
        statement.read(deal.deal, deal.owner, deal.minor, deal.closeMs, deal.kind, deal.mapped,
                       deal.called, deal.winPpm);
    }
}

base::Status ForecastStore::readFigures(domain::ForecastWeek &week) const
{
    Statement statement(m_database,
                        "SELECT span, start_ms, end_ms, expected_minor, p10_minor, p50_minor, "
                        "p90_minor FROM forecast_week_figure WHERE week_ms = ? ORDER BY span",
                        week.weekMs);
    for (;;) {
        TRY_ASSIGN(const bool row, statement.step());
        if (!row)
            return {};
        domain::WeekFigure &figure = week.figures.emplace_back();
        statement.read(figure.span, figure.startMs, figure.endMs, figure.expectedMinor,
                       figure.p10Minor, figure.p50Minor, figure.p90Minor);
    }
}

base::Status ForecastStore::add(const domain::ForecastCall &call)
{
    return write(m_database,
                 "INSERT INTO forecast_call (deal_id, category, called_by, at_ms) "
                 "VALUES (?, ?, ?, ?)",
                 call.deal, call.category, call.by, call.atMs);
}

Result<std::vector<domain::ForecastCall>> ForecastStore::calls() const
{
    return readRows<domain::ForecastCall>(
        m_database,
        "SELECT deal_id, category, called_by, at_ms FROM forecast_call "
        "WHERE id IN (SELECT max(id) FROM forecast_call GROUP BY deal_id) "
        "ORDER BY deal_id",
        [](Statement &statement, domain::ForecastCall &call) {
            statement.read(call.deal, call.category, call.by, call.atMs);
        });
}

} // namespace topline::store
