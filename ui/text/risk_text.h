// Risk of deals in words: warnings with what was measured, what is usual and what would change,
// anomalies, findings about the whole pipeline, fixes, zombies. Used by the pipeline page and the
// feed's inspector on the GUI thread, and by the terminal program. Pure; cannot fail. What is not
// known is said to be missing, never 0.
#pragma once

#include "core/domain/risk_report.h"
#include "ui/text/format.h"

#include <QCoreApplication>
#include <QString>

#include <vector>

namespace topline::ui::text {

class RiskText {
    Q_DECLARE_TR_FUNCTIONS(RiskText)

public:
    explicit RiskText(Format format);

    // "No two-way touch": a warning or anomaly by name.
    static QString ruleName(domain::RiskRule rule);
    // "No two-way touch for 31 d": the warning as it was measured.
    QString measured(const domain::RiskFactor &factor) const;
    // "limit 14 d", "at least 2": what it was held against.
    QString threshold(const domain::RiskFactor &factor) const;
    // "31 instead of 47 with a next step, the median of 38 won deals in this stage." Why there is
    // none where no median is known.
    QString counterfactual(const domain::DealRisk &risk, const domain::RiskFactor &factor) const;
    // "38 won deals of the industry Health, small, in this stage"; of exits where they are counted.
    QString cohort(const domain::RiskCohort &cohort) const;
    // "31 d", "2", "22 %": in the unit of the rule.
    QString value(domain::RiskRule rule, std::int64_t value) const;
    // "47" of the total, "+15.2" of a part.
    QString points(std::int64_t milli) const;

    // "42 d in this stage, usual are 12 d (n 120): longer than 96 of 100".
    QString anomaly(const domain::Anomaly &anomaly) const;
    // "Not answered: 8 Nov, Mon 10:02": all that was seen of one rule, oldest first.
    QString evidence(domain::RiskRule rule, const std::vector<domain::RiskEvidence> &seen,
                     const base::Currency &currency) const;
    // "1 - P(win by the close date)" against its cohort; empty when not known.
    QString commitRisk(const domain::DealRisk &risk) const;

    // "A pipeline problem: 74 of 88 open deals …"
    static QString finding(const domain::HygieneFinding &finding);
    static QString fixName(domain::FixKind kind); // "Agree the next step"
    // "Agree the next step: the risk would fall by 16".
    QString fix(const domain::RiskFix &fix) const;
    // "214 d old, over twice p90 of won deals (120 d); silent for 90 d".
    QString zombie(const domain::Zombie &zombie) const;
    // "Push: 214 d old, silent 90 d": what fits into a table.
    QString zombieShort(const domain::Zombie &zombie) const;
    static QString scrub(domain::ScrubChoice choice); // "close it as lost"

    const Format &format() const { return m_format; }

private:
    QString days(double days) const;
    QString usual(const domain::RiskFactor &factor) const;

    Format m_format;
};

} // namespace topline::ui::text
