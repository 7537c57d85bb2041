// What the chosen connection is doing and what can be done about it: a sentence, the calls that the
// vendor counts, progress of a pull, and the buttons. Owned by the Sync page, GUI thread. It only
// shows and asks; the page commands.
#pragma once

#include "ui/pages/sync_meter.h"

#include <QWidget>

class QLabel;
class QProgressBar;

namespace topline::look {
class Button;
} // namespace topline::look

namespace topline::pages {

class ConnectionBar final : public QWidget {
    Q_OBJECT

public:
    explicit ConnectionBar(QWidget *parent = nullptr);

    void setConnection(const domain::ConnectionView &connection, const SyncMeter &meter,
                       const ui::text::Format &format);

    look::Button *moreButton() const { return m_more; }

Q_SIGNALS:
    void firstSyncWanted();
    void signInWanted();
    void stopWanted();
    void moreWanted();

private:
    QLabel *m_sentence;
    QLabel *m_detail;
    QProgressBar *m_progress;
    look::Button *m_first;
    look::Button *m_signIn;
    look::Button *m_stop;
    look::Button *m_more;
};

} // namespace topline::pages
