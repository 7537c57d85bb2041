// Connecting a CRM, a mailbox or a calendar in four steps: pick it, sign in, dry run (counts;
// nothing is changed anywhere), first sync with progress. Used by the start window and, in a
// dialog, by the main window; GUI thread. A failure is told where it happens, with what was kept
// and what to do, and the step can be tried again; a sign-in under way is cancelled when the panel
// goes.
#pragma once

#include "ui/bridge/bridge.h"
#include "ui/pages/sync_meter.h"
#include "ui/pages/sync_rows.h"
#include "ui/pages/table_columns.h"

#include <QPointer>
#include <QUrl>
#include <QWidget>

#include <functional>

class QLabel;
class QProgressBar;
class QStackedWidget;

namespace topline::look {
class Button;
} // namespace topline::look

namespace topline::pages {

class ChoiceCard;
class SignInForm;
class SignInReportView;
class StepBar;

class ConnectPanel final : public QWidget {
    Q_OBJECT

public:
    // Gives the engine to connect with; asked once, at the first sign-in.
    using Open = std::function<base::Result<bridge::Bridge *>()>;
    // Shows an address in the system browser; false when there is none.
    using OpenUrl = std::function<bool(const QUrl &)>;

    ConnectPanel(Open open, OpenUrl openUrl, QWidget *parent = nullptr);
    ~ConnectPanel() override;

    // Takes the CRM as picked and goes on to the sign-in.
    void pick(const std::string &system);

    // To where the keys work in the step that is shown.
    void takeFocus();

Q_SIGNALS:
    // The first sync is done, or goes on by itself, and the user wants to leave.
    void finished();
    void backWanted();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    enum Step { Pick, SignIn, DryRun, FirstSync };

    QWidget *makePickStep();
    QWidget *makeSignInStep();
    QWidget *makeReportStep();
    QWidget *makeFooter();
    void showStep(Step step);
    void next();
    void back();
    void signIn();
    bool ensureBridge();
    void takeAddress(const QString &address);
    void takeReport(const base::Result<domain::SignInReport> &got);
    void startSync();
    void takeSync(const domain::SyncView &sync);
    void takeEnd(const domain::ConnectionView &connection);
    void tell(const base::Error &error);
    void clearError();
    void setWaiting(bool waiting);
    void endSync(const QString &headline, const QString &sentence);
    void refreshFooter();
    QString title() const;
    bool isChannel() const; // a mailbox or calendar: no records come from it
    void tellDryRun(const domain::SignInReport &got);
    ChoiceCard *picked() const;
    std::string pickedSystem() const;

    Open m_open;
    OpenUrl m_openUrl;
    QPointer<bridge::Bridge> m_bridge;
    Step m_step = Pick;
    std::string m_system = "hubspot";
    QString m_address; // of the browser's page, while it is waited for
    std::uint64_t m_attempt = 0;
    bool m_waiting = false;
    bool m_syncing = false;
    bool m_done = false;
    bool m_stopAsked = false;
    bool m_started = false;     // the engine has said that it syncs, or answered the command
    std::int64_t m_counted = 0; // by the dry run
    SyncMeter m_meter;
    KeyedModel<ObjectItem> m_objects;
    TableColumns m_columns;

    StepBar *m_steps = nullptr;
    QStackedWidget *m_pages = nullptr;
    ChoiceCard *m_hubSpot = nullptr;
    ChoiceCard *m_salesforce = nullptr;
    ChoiceCard *m_mail = nullptr;
    ChoiceCard *m_calendar = nullptr;
    QLabel *m_signInTitle = nullptr;
    SignInForm *m_form = nullptr;
    QWidget *m_wait = nullptr;
    QLabel *m_waitText = nullptr;
    look::Button *m_again = nullptr;
    look::Button *m_copy = nullptr;
    QLabel *m_errorHead = nullptr;
    QLabel *m_error = nullptr;
    QLabel *m_headline = nullptr;
    QLabel *m_sentence = nullptr;
    QProgressBar *m_bar = nullptr;
    QLabel *m_progress = nullptr;
    SignInReportView *m_report = nullptr;
    QWidget *m_objectTable = nullptr;
    QLabel *m_note = nullptr;
    look::Button *m_back = nullptr;
    look::Button *m_stop = nullptr;
    look::Button *m_next = nullptr;
};

} // namespace topline::pages
