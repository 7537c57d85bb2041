// The inspector of the Signals page: what the detector looks for and why, its thresholds as fields,
// what a dry run of the change would have found, what people made of its hits, and the newest of
// them; at the foot the strip that tries and saves. The page decides and commands. GUI thread.
#pragma once

#include "ui/pages/signal_items.h"
#include "ui/shell/page.h"

#include <QVector>

class QLabel;
class QScrollArea;
class QVBoxLayout;

namespace topline::look {
class Button;
} // namespace topline::look

namespace topline::pages {

class BarRows;
class SectionHead;
class SignalFoot;
class SignalHits;
class SignalThreshold;
class SignalTrial;

class SignalInspector final : public QWidget {
    Q_OBJECT

public:
    explicit SignalInspector(const shell::PageContext &context, QWidget *parent = nullptr);

    // Keeps the fields, and what is being typed, while the detector stays the same.
    void show(const domain::SignalsView &view, domain::SignalType type, const SignalDraft &draft,
              bool isSaving);
    // To the first threshold, or else to the hits.
    void takeFocus();

    SignalFoot *foot() const { return m_foot; }

    const QVector<SignalThreshold *> &thresholds() const { return m_thresholds; }

Q_SIGNALS:
    void closeWanted();
    void typed(const std::string &key, const QString &text);
    void valueChosen(const std::string &key, std::int64_t value);
    void hitOpened(const topline::pages::HitItem &hit);

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *makeHead();
    QWidget *makeBody();
    void makeThresholds(const domain::DetectorRow &row);
    void orderTabs();
    void showWords(const domain::DetectorRow &row, const SignalDraft &draft);
    void showThresholds(const domain::SignalsView &view, const domain::DetectorRow &row,
                        const SignalDraft &draft);
    void showTrial(const SignalDraft &draft);
    void showJudged(const domain::DetectorRow &row);
    void refreshColours();
    void fitName();
    ui::text::Format format() const;

    shell::PageContext m_context;
    std::optional<domain::SignalType> m_type;
    QString m_nameText;
    QLabel *m_name = nullptr;
    look::Button *m_switch = nullptr;
    look::Button *m_close = nullptr;
    QScrollArea *m_scroll;
    QLabel *m_sentence = nullptr;
    QLabel *m_why = nullptr;
    QLabel *m_figures = nullptr;
    SectionHead *m_thresholdHead = nullptr;
    look::Button *m_defaults = nullptr;
    QLabel *m_noThresholds = nullptr;
    QVBoxLayout *m_fields = nullptr;
    QVector<SignalThreshold *> m_thresholds;
    SignalTrial *m_trial = nullptr;
    bool m_hadTrial = false;
    SectionHead *m_judgedHead = nullptr;
    BarRows *m_judged = nullptr;
    SectionHead *m_hitsHead = nullptr;
    QLabel *m_noHits = nullptr;
    SignalHits *m_hits = nullptr;
    SignalFoot *m_foot;
};

} // namespace topline::pages
