// The editor of ideal customer profiles: up to three profiles, the words of job titles, and beside
// them how well the tiers that follow from them were measured. Part of the accounts page, GUI
// thread. Saved by the engine, which weighs every account again; a refusal keeps what was typed and
// is shown above Save. Esc drops changes only when asked twice.
#pragma once

#include "core/domain/icp.h"
#include "ui/pages/icp_criterion.h"
#include "ui/pages/icp_problems.h"
#include "ui/shell/page.h"
#include "ui/text/format.h"

class QScrollArea;
class QVBoxLayout;

namespace topline::look {
class Button;
} // namespace topline::look

namespace topline::shell {
class PageHeader;
} // namespace topline::shell

namespace topline::pages {

class IcpBox;
class IcpPeople;
class IcpRates;
class NoteLine;

class IcpPane final : public QWidget {
    Q_OBJECT

public:
    explicit IcpPane(const shell::PageContext &context, QWidget *parent = nullptr);

    // Reads the profiles unless something is being typed, and measures again.
    void start();
    void takeFocus();
    void save();
    // With changes the first call only warns.
    void cancel();

    // Nothing would be lost.
    bool mayClose() const { return !m_isDirty; }

    // For profiles that are opened from now on.
    void setKnown(IcpKnown known) { m_known = std::move(known); }

    const QVector<IcpBox *> &boxes() const { return m_boxes; }

    IcpPeople *people() const { return m_people; }

    IcpRates *rates() const { return m_rates; }

    look::Button *saver() const { return m_save; }

Q_SIGNALS:
    void closed();

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QWidget *makeForm();
    void setIcp(const domain::IcpPolicy &icp);
    IcpBox *addBox(const domain::IcpProfile &profile);
    void removeBox(IcpBox *box);
    domain::IcpPolicy icp() const;
    void takeChange();
    void refresh();
    void saved(const base::Status &status);
    void close();
    ui::text::Format format() const;

    shell::PageContext m_context;
    IcpKnown m_known;
    bool m_isDirty = false;
    bool m_isWarned = false; // Esc once with changes
    bool m_isSaving = false;
    std::uint64_t m_asked = 0;
    std::vector<IcpProblem> m_problems;
    shell::PageHeader *m_header;
    look::Button *m_save;
    look::Button *m_cancel;
    NoteLine *m_trouble;
    NoteLine *m_default;
    QScrollArea *m_scroll;
    QVBoxLayout *m_profiles;
    QVector<IcpBox *> m_boxes;
    look::Button *m_add;
    IcpPeople *m_people;
    IcpRates *m_rates;
};

} // namespace topline::pages
