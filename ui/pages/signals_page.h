// The Signals page: every detector with its hits of the last 90 days and what people made of them,
// and the inspector in which thresholds are changed: tried first, then saved. Asks the engine when
// it comes to the front and, once for many, when records changed; an edit under way outlives every
// answer. GUI thread.
#pragma once

#include "ui/pages/signal_draft.h"
#include "ui/pages/signal_items.h"
#include "ui/pages/signal_table.h"
#include "ui/shell/page.h"

class QTimer;

namespace topline::look {
class Button;
class Segments;
} // namespace topline::look

namespace topline::shell {
class PageHeader;
} // namespace topline::shell

namespace topline::pages {

class NoticeList;
class SectionHead;
class SignalInspector;

class SignalsPage final : public shell::Page {
    Q_OBJECT

public:
    explicit SignalsPage(const shell::PageContext &context);

    QWidget *makeInspector() override;
    void activate() override;

    const SignalDraft &draft() const { return m_draft; }

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    QWidget *buildTable();
    void addCommands();
    void refreshKeys();

    void load();
    void loadIfShown();
    void take(const base::Result<domain::SignalsView> &got);
    void refresh();
    void refreshTable();
    void refreshNotices();
    void refreshChip();
    void refreshInspector();
    void currentMoved();
    void setScope(SignalScope scope);

    void switchDetector(domain::SignalType type);
    void backToDefaults();
    void tryChanges();
    void save();
    void cancel();
    void back();
    void openDetector();
    void openHit(const HitItem &hit);
    void step(int detectors);

    bool isReady() const { return m_loaded && !m_saving; }

    ui::text::Format format() const;

    domain::SignalsView m_view;
    SignalDraft m_draft;
    SignalOrder m_order;
    domain::SignalType m_type = domain::SignalType::PricingRevisit; // the one in front
    bool m_loaded = false;
    bool m_failed = false; // the last question
    bool m_stale = true;
    bool m_saving = false;
    bool m_told = false;       // that it was saved, until the next change
    bool m_applying = false;   // rows move under the current one
    std::uint64_t m_asked = 0; // number of the last question: late answers to others are dropped

    SignalModel m_model;
    TableColumns m_columns;

    shell::PageHeader *m_header = nullptr;
    SectionHead *m_tableHead = nullptr;
    look::Segments *m_scope = nullptr;
    look::Button *m_chip = nullptr; // "2 changes not saved"
    NoticeList *m_notices = nullptr;
    SignalList *m_list = nullptr;
    SignalInspector *m_inspector = nullptr;
    QTimer *m_loadTimer = nullptr;
};

} // namespace topline::pages
