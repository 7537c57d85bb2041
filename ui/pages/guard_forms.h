// The three forms of the Guardrails page: limits and hours of recipients, a rep's working hours, a
// rep who takes inbound actions. Each turns what is stored into fields and what is typed back into
// a value, and says beside a field what is wrong with it. GUI thread.
#pragma once

#include "core/domain/guard_limits.h"
#include "core/domain/guard_view.h"
#include "ui/pages/guard_form.h"

namespace topline::pages {

class GuardLimitsForm final : public GuardForm {
    Q_OBJECT

public:
    explicit GuardLimitsForm(QWidget *parent = nullptr);

    void show(const domain::GuardLimits &limits);

    // As far as it can be read; faults stand beside the fields.
    domain::GuardLimits limits() const { return m_limits; }

private:
    void check();

    domain::GuardLimits m_limits;
};

class GuardHoursForm final : public GuardForm {
    Q_OBJECT

public:
    explicit GuardHoursForm(QWidget *parent = nullptr);

    void show(const domain::WorkCalendar &calendar, const QString &whose);

    domain::WorkCalendar calendar() const { return m_calendar; }

private:
    void check();

    domain::WorkCalendar m_calendar;
};

class GuardSeatForm final : public GuardForm {
    Q_OBJECT

public:
    explicit GuardSeatForm(QWidget *parent = nullptr);

    // `people`: who may be chosen. A seat whose owner is set stays that rep's.
    void show(const domain::RoutingSeat &seat, const std::vector<domain::RepName> &people,
              const base::TimeZone &zone, base::UtcMs now);

    domain::RoutingSeat seat() const { return m_seat; }

private:
    void check();

    domain::RoutingSeat m_seat;
    base::TimeZone m_zone;
    base::UtcMs m_now = 0;
};

} // namespace topline::pages
