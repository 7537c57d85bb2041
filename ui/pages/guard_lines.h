// The lines of the Guardrails page: each part of the view as sentences with what can be done about
// them. Pure but for the buttons' calls; used by GuardPage, GUI thread.
#pragma once

#include "core/domain/guard_view.h"
#include "ui/pages/notice_list.h"
#include "ui/text/format.h"

#include <functional>

namespace topline::pages {

// What the lines' buttons ask for.
struct GuardWishes {
    std::function<void(domain::Channel)> resume;
    std::function<void()> countAnew;
    std::function<void(const base::Uuid &action)> showAction;
    std::function<void(const base::Uuid &row)> release;
    std::function<void(const std::string &playId)> promote;
    std::function<void(const domain::RoutingSeat &)> setSeat;
    std::function<void(domain::OwnerId)> editSeat;
    std::function<void(domain::OwnerId)> removeSeat;
    std::function<void(domain::OwnerId)> editHours;
    std::function<void(domain::OwnerId)> removeHours;
    std::function<void()> toggleSpeed;
};

class GuardLines {
    Q_DECLARE_TR_FUNCTIONS(GuardLines)

public:
    GuardLines(const domain::GuardView &view, const ui::text::Format &format,
               const GuardWishes &wishes)
        : m_view(view)
        , m_format(format)
        , m_wishes(wishes)
    {
    }

    QVector<Notice> use() const;     // limits of today, pauses, a clock that was wrong
    QVector<Notice> waiting() const; // what waits, and what was kept back
    QVector<Notice> rules() const;   // what was suppressed
    QVector<Notice> list() const;    // who must not be contacted
    QVector<Notice> consents() const;
    QVector<Notice> work() const;  // hours of everybody and of reps
    QVector<Notice> modes() const; // plays that earned more, or lost it
    // With the rows behind the speed, where they are asked for.
    QVector<Notice> routing(bool showsSpeed) const; // seats, newest decisions, speed to lead

private:
    Notice waitLine(const domain::WaitRow &row) const;
    QString hoursLine() const;
    Notice seatLine(const domain::SeatRow &row) const;
    Notice routeLine(const domain::RouteRow &row) const;
    void addSpeed(QVector<Notice> &out, bool showsRows) const;
    QString speed(const domain::SpeedFigures &figures) const;

    const domain::GuardView &m_view;
    const ui::text::Format &m_format;
    const GuardWishes &m_wishes;
};

} // namespace topline::pages
