// The inspector of the pipeline page: one deal with its way through the stages, the facts behind
// its warnings, and what happened at its account. Asks the engine for each deal that becomes
// current; late answers to earlier questions are dropped. GUI thread.
#pragma once

#include "core/domain/card_detail.h"
#include "ui/pages/keyed_model.h"
#include "ui/pages/row_list.h"
#include "ui/shell/page.h"
#include "ui/text/format.h"

namespace topline::look {
class Button;
} // namespace topline::look

namespace topline::pages {

class DealSheet;
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
    // Opens the line in which the next step is changed.
    void editNextStep();

Q_SIGNALS:
    void taskWanted();
    // Nothing is typed here any more: the list may have the focus again.
    void editingEnded();

protected:
    void paintEvent(QPaintEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void ask();
    void show(const domain::CardDetail &detail);

    shell::PageContext m_context;
    domain::DealId m_deal;
    domain::DealId m_shown;
    bool m_editWanted = false; // as soon as the deal is shown
    std::uint64_t m_asked = 0; // number of the last question: late answers to others are dropped
    DealSheet *m_sheet;
    KeyedModel<TimelineItem> m_timeline;
    RowList *m_list;
    look::Button *m_task;
    look::Button *m_nextStep;
    NextStepEdit *m_edit;
};

} // namespace topline::pages
