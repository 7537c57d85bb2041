// A telephone call under way, at the top of the feed's inspector: whom, how long, notes, and five
// results. Owned by the inspector, GUI thread; stays while other cards are looked at. Dials by
// PageContext::openUrl; the clock is the engine's. What cannot be logged stays here with the reason
// and the notes; notes of a call that was not logged come back when the same card is called again.
#pragma once

#include "core/domain/call.h"
#include "ui/shell/page.h"
#include "ui/text/format.h"

#include <QWidget>

#include <array>
#include <map>
#include <optional>

class QLabel;
class QPlainTextEdit;
class QTimer;

namespace topline::look {
class Button;
}

namespace topline::pages {

class CallPane final : public QWidget {
    Q_OBJECT

public:
    explicit CallPane(const shell::PageContext &context, QWidget *parent = nullptr);

    bool isRunning() const { return m_startedMs.has_value(); }

    base::Uuid action() const { return m_sheet.action; }

    // What would be lost with the window, in a sentence; empty: nothing.
    QString unsaved() const;

    base::UtcMs startedMs() const { return m_startedMs.value_or(0); }

    // Asks whom to dial, dials, and starts the clock; a reason against it is said instead.
    void call(const domain::FeedCard &card);
    // Ends it with the result of that number, from 1. The notes go with it.
    void end(int digit);

Q_SIGNALS:
    void began();
    void ended(const topline::base::Uuid &action); // logged, or given up
    void left();                                   // the keys belong to the list again

protected:
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void take(const domain::CallSheet &sheet);
    void refreshClock();
    void logged(const base::Status &status, domain::CallResult result);
    void giveUp();
    void close();
    bool takeKey(const QKeyEvent &key, bool isPress);
    ui::text::Format format() const;

    shell::PageContext m_context;
    domain::CallSheet m_sheet;
    std::optional<base::UtcMs> m_startedMs;
    bool m_isLogging = false;
    std::map<base::Uuid, QString> m_kept; // notes of calls that were not logged, by action
    QLabel *m_who;
    QLabel *m_clock;
    QLabel *m_word; // what speaks against it, or went wrong
    QPlainTextEdit *m_notes;
    std::array<look::Button *, domain::callResults.size()> m_results{};
    QTimer *m_second;
};

} // namespace topline::pages
