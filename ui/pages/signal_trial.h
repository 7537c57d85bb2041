// What a dry run of the drafted change would have found: one sentence for each detector that
// differs, and the hits that would come or go. Part of the inspector of the Signals page, GUI
// thread; hidden while there is no result for the draft as it stands.
#pragma once

#include "ui/pages/signal_items.h"

#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace topline::pages {

class SectionHead;
class SignalHits;

class SignalTrial final : public QWidget {
    Q_OBJECT

public:
    explicit SignalTrial(QWidget *parent = nullptr);

    // The detector in front comes first.
    void setResult(const domain::DryRun &run, domain::SignalType front,
                   const ui::text::Format &format);

    SignalHits *added() const { return m_added; }

    SignalHits *removed() const { return m_removed; }

private:
    void setSentences(const domain::DryRun &run, domain::SignalType front,
                      const ui::text::Format &format);

    SectionHead *m_head;
    QVBoxLayout *m_sentences;
    SectionHead *m_addedHead;
    SignalHits *m_added;
    SectionHead *m_removedHead;
    SignalHits *m_removed;
};

} // namespace topline::pages
