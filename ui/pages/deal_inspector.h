// The inspector of the pipeline page: one deal with its way through the stages, its risk and win
// probability as exact rows, and what happened at its account. Asks the engine for each deal that
// becomes current; late answers to earlier questions are dropped. GUI thread.
#pragma once

#include "core/domain/card_detail.h"
#include "ui/pages/keyed_model.h"
#include "ui/pages/row_list.h"
#include "ui/shell/page.h"
#include "ui/text/format.h"

#include <memory>

class QScrollArea;
class QStackedWidget;

namespace topline::look {
class Button;
class Segments;
} // namespace topline::look

namespace topline::pages {

class DealPlanView;
class DealRiskView;
class DealSheet;
class DealWinView;
class NextStepEdit;

struct TimelineItem {
    std::int64_t id = 0;
    QString when;
    QString what;
    bool bot = false;
    bool buyer = false;
    QString spoken;

    std::int64_t key() const { return id; }

    const QString &text() const { return spoken; }

    bool operator==(const TimelineItem &) const = default;
};

class DealInspector final : public QWidget {
    Q_OBJECT

public:
    explicit DealInspector(const shell::PageContext &context, QWidget *parent = nullptr);

    // Asks at once when it can be seen, else as soon as it is opened.
    void showDeal(domain::DealId deal);
    // Where anomalies, evidence and fixes of deals come from.
    void setRiskReport(std::shared_ptr<const domain::RiskReport> report);
    // Risk, win, timeline, plan, and again.
    void nextTab();
    // Opens the line in which the next step is changed.
    void editNextStep();
    // Goes to the account of the deal, as far as it is known.
    void openAccount();

Q_SIGNALS:
    void taskWanted();
    // Nothing is typed here any more: the list may have the focus again.
    void editingEnded();

protected:
    void paintEvent(QPaintEvent *event) override;
    void showEvent(QShowEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void ask();
    void show(const domain::CardDetail &detail);
    void showRisk();
    void build();
    QWidget *makeButtons();
    QScrollArea *scrolled(QWidget *content, const QString &name);
    ui::text::Format format() const;

    shell::PageContext m_context;
    domain::DealId m_deal;
    domain::DealId m_shown;
    domain::AccountId m_account; // of the deal that is shown
    bool m_editWanted = false;   // as soon as the deal is shown
    std::uint64_t m_asked = 0;   // number of the last question: late answers to others are dropped
    std::shared_ptr<const domain::RiskReport> m_risks;
    std::optional<domain::DealRisk> m_risk; // of the deal that is shown
    bool m_isOpen = false;
    DealSheet *m_sheet;
    look::Segments *m_tabs;
    QStackedWidget *m_stack;
    DealRiskView *m_riskView;
    DealWinView *m_winView;
    KeyedModel<TimelineItem> m_timeline;
    RowList *m_list;
    DealPlanView *m_plan;
    look::Button *m_task;
    look::Button *m_nextStep;
    look::Button *m_open;
    NextStepEdit *m_edit;
};

} // namespace topline::pages
