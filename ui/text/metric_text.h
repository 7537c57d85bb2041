// Figures in words: titles, values, changes, what n means and how a figure is defined. Used by the
// manager pages on the GUI thread and by the terminal program. Pure; a missing value is an en dash,
// an unknown id is shown as it is.
#pragma once

#include "core/domain/metric.h"
#include "ui/text/format.h"

#include <QCoreApplication>
#include <QString>

namespace topline::ui::text {

class MetricText {
    Q_DECLARE_TR_FUNCTIONS(MetricText)

public:
    explicit MetricText(Format format);

    static QString title(const domain::Figure &figure); // "Open pipeline"
    QString value(const domain::Figure &figure) const;  // "$2.14M", "24.6 %", "43 d"
    // "+4.1 %", "+1.0 pt", "-0.2"; empty when a week ago is not known.
    QString change(const domain::Figure &figure) const;
    // What the number stands on: "64 deals", "33 of 134", "$538k quota left"; why it is missing.
    QString basis(const domain::Figure &figure) const;
    // The same where there is little room: "n 64", "33/134".
    QString basisShort(const domain::Figure &figure) const;
    // One or two sentences: formula, window, what is left out.
    QString definition(const domain::Figure &figure) const;

    static QString leverName(domain::Lever lever);  // "Win rate"
    static QString leverTitle(domain::Lever lever); // "Cycle, won deals"
    QString leverValue(domain::Lever lever, std::optional<double> value,
                       const base::Currency &currency) const;
    // "33 of 134 closed", "33 won", "5 reps".
    QString leverBasis(domain::Lever lever, const domain::RviWeek &week) const;
    static QString leverDefinition(domain::Lever lever);

    static QString segmentName(domain::Segment segment); // "Source"
    // A row's name: "not set" when empty, "All", "50-199 employees".
    static QString segmentRowName(domain::Segment segment, const domain::SegmentRow &row);

    static QString moveName(domain::PipelineMoveKind kind);

    QString minorShort(double minor, const base::Currency &currency) const;
    QString signedMinorShort(double minor, const base::Currency &currency) const;
    QString days(std::optional<double> days) const;         // "43 d"
    QString points(std::optional<double> points) const;     // "+1.3", true minus
    QString pointsUnit(std::optional<double> points) const; // "+1.3 pts"

    const Format &format() const { return m_format; }

private:
    QString figureValue(const domain::Figure &figure, double value) const;

    Format m_format;
};

} // namespace topline::ui::text
