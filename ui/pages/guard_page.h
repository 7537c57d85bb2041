// The Guardrails page: what limits are used, what waits or was kept back and by which rule, who
// must not be contacted, which plays have earned to run by themselves, who takes inbound actions
// and how fast buyers are answered. Asks the engine when it comes to the front and after each of
// its own commands. GUI thread.
#pragma once

#include "core/domain/guard_view.h"
#include "ui/pages/guard_lines.h"
#include "ui/shell/page.h"

class QLineEdit;
class QVBoxLayout;

namespace topline::look {
class Button;
} // namespace topline::look

namespace topline::shell {
class PageHeader;
} // namespace topline::shell

namespace topline::pages {

class SectionHead;

class GuardPage final : public shell::Page {
    Q_OBJECT

public:
    explicit GuardPage(const shell::PageContext &context);

    bool startsWithInspector() const override { return false; }

    void activate() override;

    // Asks why, then takes the row off the list.
    void release(const base::Uuid &row);

protected:
    void showEvent(QShowEvent *event) override;

private:
    struct Section {
        SectionHead *head = nullptr;
        NoticeList *lines = nullptr;
    };

    Section addSection(QVBoxLayout *column, const QString &title);
    void addAddressLine(QVBoxLayout *column);
    GuardWishes wishes();
    void stopContact();
    void load();
    void refresh();
    engine::GuardPanel::Done told(const QString &success);

    domain::GuardView m_view;
    shell::PageHeader *m_header = nullptr;
    QLineEdit *m_address = nullptr;
    QLineEdit *m_note = nullptr;
    look::Button *m_add = nullptr;
    Section m_use;
    Section m_waiting;
    Section m_list;
    Section m_modes;
    Section m_routing;
    Section m_rules;
    GuardWishes m_wishes;
};

} // namespace topline::pages
