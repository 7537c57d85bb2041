// The 28-px strip at the bottom: sync age, what is pending, in conflict or kept aside, clocks
// running, the outbox, a passing message, the engine's clock and the switch that stops all
// automation. Owned by the main window, GUI thread; it asks the engine for nothing but the time.
#pragma once

#include "core/domain/status.h"
#include "core/domain/sync_view.h"
#include "ui/look/marks.h"
#include "ui/text/format.h"

#include <QAbstractButton>
#include <QVector>

class QTimer;

namespace topline::shell {

// One item: plain text, or a button when it does something.
class StatusItem final : public QAbstractButton {
    Q_OBJECT

public:
    StatusItem(bool clickable, QWidget *parent);

    struct Content {
        QString text;
        look::Icon icon = look::Icon::None;
        look::Token dot = nullptr; // a round dot in place of the icon
        look::Token colour = &look::Tokens::text2;
        QString key = {}; // shown after the text in text3
        bool strong = false;
        bool operator==(const Content &) const = default;
    };

    // An empty text hides the item.
    void setContent(const Content &content);

    bool isWanted() const { return !m_content.text.isEmpty(); }

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Content m_content;
};

class StatusStrip final : public QWidget {
    Q_OBJECT

public:
    // `clock` tells the engine's now, in milliseconds; `zone` is the workspace's.
    StatusStrip(std::function<base::UtcMs()> clock, base::TimeZone zone, QWidget *parent = nullptr);

    void setStatus(const domain::WorkspaceStatus &status);
    void setSync(const domain::SyncView &sync);
    void setStopKey(const QString &key);
    // Says something for a few seconds, also to assistive technology.
    // What was done, or (`isDone` false) was not, and why.
    void showMessage(const QString &message, bool isDone = true);

Q_SIGNALS:
    void stopToggled();
    // Age, pending or conflicts were clicked.
    void syncWanted();
    void feedWanted();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void refresh();
    void place();
    void refreshSync(const ui::text::Format &format);
    void refreshConnections(const ui::text::Format &format);
    void setClocks();
    void setOutbox();

    std::function<base::UtcMs()> m_clock;
    base::TimeZone m_zone;
    domain::WorkspaceStatus m_status;
    domain::SyncView m_view;
    QString m_stopKey;
    QTimer *m_tick;
    QTimer *m_messageTimer;
    StatusItem *m_sync;
    StatusItem *m_pending;
    StatusItem *m_conflicts;
    StatusItem *m_aside;
    StatusItem *m_running;
    StatusItem *m_breached;
    StatusItem *m_outbox;
    StatusItem *m_message;
    StatusItem *m_time;
    StatusItem *m_stop;
    QVector<qreal> m_separators;
};

} // namespace topline::shell
