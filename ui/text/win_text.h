// What a win model says of one deal, in words: each part as a sentence with its odds, the base it
// starts from, how much was learned from, and what is shown where the model is refused. Used by the
// deal inspector and the feed's Why on the GUI thread. Pure; cannot fail.
#pragma once

#include "core/domain/prediction.h"
#include "ui/text/format.h"

#include <QCoreApplication>
#include <QString>

namespace topline::ui::text {

class WinText {
    Q_DECLARE_TR_FUNCTIONS(WinText)

public:
    explicit WinText(Format format);

    // "Time in the stage: 12 d", "Industry not known".
    QString part(const domain::OddsPart &part) const;
    QString odds(const domain::OddsPart &part) const;   // "× 1.40"
    QString chance(std::int64_t ppm) const;             // "61 %"
    QString base(const domain::WinEstimate &win) const; // the base as a probability
    static bool isRefused(const domain::WinEstimate &win);
    // "No usable signal yet, showing the base rate: 63 %, 1,204 deals." Empty for a usable model.
    QString verdict(const domain::WinEstimate &win) const;
    // "Tier 1: 700 won and 504 lost deals learned from".
    QString basis(const domain::WinEstimate &win) const;
    static QString family(domain::ModelFamily family);

private:
    Format m_format;
};

} // namespace topline::ui::text
