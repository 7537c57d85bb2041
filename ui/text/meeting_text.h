// Times of meetings in words: a slot by both clocks, the paragraph that proposes some to a buyer,
// and what the proposal does not know. Used by the box that proposes times, GUI thread. Pure.
#pragma once

#include "core/domain/meeting_offer.h"
#include "ui/text/format.h"

#include <QCoreApplication>
#include <QString>

#include <vector>

namespace topline::ui::text {

class MeetingText {
    Q_DECLARE_TR_FUNCTIONS(MeetingText)

public:
    explicit MeetingText(QLocale locale)
        : m_locale(std::move(locale))
    {
    }

    // "Tuesday 24 November, 10:00 – 10:30", by our clock.
    QString slot(const domain::ProposedTime &time) const;
    // "04:00 – 04:30 there", with the day where it is another one; empty in the same zone.
    QString thereOf(const domain::MeetingOffer &offer, const domain::ProposedTime &time) const;
    // What a buyer reads: a sentence and a line for each, by their own clock where it is known.
    QString proposal(const domain::MeetingOffer &offer,
                     const std::vector<domain::ProposedTime> &chosen) const;
    // A draft's body with such a paragraph at its end, but before the words that close the mail
    // ("Best regards," and a name).
    static QString withProposal(const QString &body, const QString &words);
    // "Your calendar is not connected: …"; empty when all is known.
    QString caveat(const domain::MeetingOffer &offer) const;

private:
    QString day(base::CivilDate date) const;
    QString span(const base::CivilTime &start, const domain::ProposedTime &time) const;

    QLocale m_locale;
};

} // namespace topline::ui::text
