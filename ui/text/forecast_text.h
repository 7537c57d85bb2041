// Forecasts in words: names of categories, methods, moves, spans and warnings, and sums of money
// rounded so that shown rows add up. Used by the forecast view on the GUI thread and by the
// terminal program. Pure; cannot fail.
#pragma once

#include "core/domain/forecast.h"
#include "ui/text/format.h"

#include <QCoreApplication>
#include <QString>
#include <QVector>

#include <vector>

namespace topline::ui::text {

class ForecastText {
    Q_DECLARE_TR_FUNCTIONS(ForecastText)

public:
    ForecastText(Format format, base::Currency currency);

    static QString category(domain::ForecastCategory category); // "Best case"
    static QString method(domain::ForecastMethod method);       // "Same as last period (naive)"
    static QString flow(domain::FlowKind kind);                 // "Pulled in"
    static QString span(domain::ForecastSpan span);             // "90 d", "Quarter"
    static QString warning(domain::CommitWarning warning);
    // "Commit (called; by its stage best case)".
    static QString categoryOf(const domain::ForecastDeal &deal);
    // Warnings of commit, zombie, big: one after the other; empty when there is nothing.
    QString notes(const domain::ForecastDeal &deal) const;

    QString lastDay(const domain::ForecastReport &report) const; // its end is exclusive
    QString money(std::int64_t minor) const;      // whole units: nobody reads cents in a forecast
    QString moneyShort(std::int64_t minor) const; // "$1.24M"
    QString chance(const std::optional<std::int64_t> &ppm) const;
    QString percent(const std::optional<double> &ratio) const;
    QString signedPercent(const std::optional<double> &ratio) const;

    // Parts in whole units whose sum is the whole units of `to` less those of `from`, exactly.
    std::vector<std::int64_t> exact(const std::vector<std::int64_t> &minor, std::int64_t from,
                                    std::int64_t to) const;
    // A part as exact() gave it: "+$12,000".
    QString signedMoney(std::int64_t minor) const;
    // Minor units that stand for whole ones.
    std::int64_t whole(std::int64_t minor) const;

    const Format &format() const { return m_format; }

private:
    Format m_format;
    base::Currency m_currency;
    std::int64_t m_unit = 1; // minor units in one
};

} // namespace topline::ui::text
