// The Guardrails page: what limits are used, what waits or was kept back and by which rule, who
// must not be contacted and who agreed to be, which plays have earned to run by themselves, who
// takes inbound actions, who works when, and how fast buyers are answered; all of it can be changed
// here, in forms that open in place. Asks the engine when it comes to the front and after each of
// its own commands. GUI thread.
#pragma once

#include "core/domain/guard_view.h"
#include "ui/pages/guard_lines.h"
#include "ui/shell/page.h"

class QComboBox;
class QLineEdit;
class QVBoxLayout;

namespace topline::look {
class Button;
} // namespace topline::look

namespace topline::shell {
class PageHeader;
} // namespace topline::shell

namespace topline::pages {

class GuardForm;
class GuardHoursForm;
class GuardLimitsForm;
class GuardSeatForm;
class SectionHead;

class GuardPage final : public shell::Page {
    Q_OBJECT

public:
    explicit GuardPage(const shell::PageContext &context);

    bool startsWithInspector() const override { return false; }

    void activate() override;

    // Asks why, then takes the row off the list.
    void release(const base::Uuid &row);
    // Open the forms; of no rep: a new seat, everybody's hours.
    void editLimits();
    void editSeat(domain::OwnerId owner);
    void editHours(domain::OwnerId owner);

protected:
    void showEvent(QShowEvent *event) override;

private:
    struct Section {
        SectionHead *head = nullptr;
        NoticeList *lines = nullptr;
    };

    Section addSection(QVBoxLayout *column, const QString &title);
    look::Button *addButton(QVBoxLayout *column, const QString &text, const QString &key);
    void addAddressLine(QVBoxLayout *column);
    void addConsentLine(QVBoxLayout *column);
    void addForms(QVBoxLayout *limits, QVBoxLayout *routing, QVBoxLayout *hours);
    void addCommands();
    GuardWishes wishes();
    void stopContact();
    void noteConsent(domain::ConsentState state);
    void saveLimits();
    void saveSeat();
    void saveHours();
    void openForm(GuardForm *form);
    void closeForm(GuardForm *form);
    bool isEditing() const;
    engine::GuardPanel &guards() const;
    void load();
    void refresh();
    engine::GuardPanel::Done told(const QString &success);
    // Closes the form once it is stored; else says beside the field what is wrong.
    engine::GuardPanel::Done stored(GuardForm *form, const QString &success);

    domain::GuardView m_view;
    shell::PageHeader *m_header = nullptr;
    QLineEdit *m_address = nullptr;
    QLineEdit *m_note = nullptr;
    look::Button *m_add = nullptr;
    QLineEdit *m_consentAddress = nullptr;
    QComboBox *m_basis = nullptr;
    QLineEdit *m_source = nullptr;
    GuardLimitsForm *m_limits = nullptr;
    GuardHoursForm *m_hours = nullptr;
    GuardSeatForm *m_seat = nullptr;
    bool m_showsSpeed = false; // the rows behind it
    Section m_use;
    Section m_waiting;
    Section m_list;
    Section m_consents;
    Section m_modes;
    Section m_routing;
    Section m_work;
    Section m_rules;
    GuardWishes m_wishes;
};

} // namespace topline::pages
