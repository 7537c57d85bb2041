#include "ui/pages/connect_panel.h"

#include "ui/look/button.h"
#include "ui/pages/sign_in_form.h"
#include "ui/pages/sign_in_report_view.h"
#include "ui/pages/start_window.h"
#include "ui/pages/step_bar.h"
#include "ui/text/core_words.h"
#include "ui/text/names_text.h"
#include "ui/text/sync_text.h"

#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QProgressBar>
#include <QStackedWidget>

#include <algorithm>

namespace topline::pages {

using namespace look;
using ui::text::fromUtf8;

namespace {

// Owners and stages come with the rest and are in no progress.
std::int64_t recordsOf(const domain::SignInReport &report)
{
    std::int64_t records = 0;
    for (const auto &[name, count] : report.counts) {
        if (name != "owners" && name != "users" && name != "stages")
            records += count;
    }
    return records;
}

// Only pages of the web are opened; what else an answer might name is not.
bool isWebAddress(const QUrl &url)
{
    return url.isValid() &&
           (url.scheme() == QLatin1String("https") || url.scheme() == QLatin1String("http"));
}

} // namespace

ConnectPanel::~ConnectPanel()
{
    if (m_waiting && m_bridge)
        m_bridge->cockpit().cancelSignIn();
}

QString ConnectPanel::title() const
{
    return ui::text::systemText(m_system);
}

void ConnectPanel::pick(const std::string &system)
{
    m_system = system;
    (system == "mail"         ? m_mail
     : system == "calendar"   ? m_calendar
     : system == "salesforce" ? m_salesforce
                              : m_hubSpot)
        ->setChecked(true);
    showStep(SignIn);
}

void ConnectPanel::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (m_step == Pick && (event->key() == Qt::Key_M || event->key() == Qt::Key_C)) {
        pick(event->key() == Qt::Key_M ? "mail" : "calendar");
    } else if (m_step == Pick && (event->key() == Qt::Key_H || event->key() == Qt::Key_S)) {
        pick(event->key() == Qt::Key_H ? "hubspot" : "salesforce");
    } else if (m_step == Pick && enter) {
        next();
    } else if (event->key() == Qt::Key_Escape && m_waiting) {
        back();
    } else if ((m_waiting || m_syncing) && event->modifiers() == Qt::NoModifier &&
               !event->text().isEmpty()) {
        event->accept(); // what surrounds the panel must not leave it for a stray key
    } else {
        QWidget::keyPressEvent(event);
    }
}

void ConnectPanel::next()
{
    switch (m_step) {
    case Pick:
        pick(pickedSystem());
        break;
    case SignIn:
        if (!m_waiting && m_form->isComplete())
            signIn();
        break;
    case DryRun:
        startSync();
        break;
    case FirstSync:
        Q_EMIT finished();
        break;
    }
}

void ConnectPanel::back()
{
    if (m_waiting) {
        ++m_attempt; // what still comes is no longer wanted
        setWaiting(false);
        if (m_bridge)
            m_bridge->cockpit().cancelSignIn();
        m_form->focusFirst();
        return;
    }
    if (m_step == Pick)
        Q_EMIT backWanted();
    else
        showStep(static_cast<Step>(m_step - 1));
}

bool ConnectPanel::ensureBridge()
{
    if (m_bridge)
        return true;
    const base::Result<bridge::Bridge *> opened = m_open();
    if (!opened.ok()) {
        tell(opened.error());
        return false;
    }
    m_bridge = *opened;
    connect(m_bridge, &bridge::Bridge::syncChanged, this, &ConnectPanel::takeSync);
    return true;
}

void ConnectPanel::signIn()
{
    clearError();
    if (!ensureBridge())
        return;
    const std::uint64_t attempt = ++m_attempt;
    setWaiting(true);
    // The browser's address comes on a courier's thread.
    const std::function<void(QString)> take = [this, attempt](const QString &address) {
        if (attempt == m_attempt && m_waiting)
            takeAddress(address);
    };
    const auto post = m_bridge->poster<QString>(this, take);
    m_bridge->cockpit().signIn(
        m_form->request(), [post](const std::string &address) { post(fromUtf8(address)); },
        m_bridge->answer<domain::SignInReport>(this, [this, attempt](const auto &got) {
            if (attempt == m_attempt)
                takeReport(got);
        }));
}

void ConnectPanel::takeAddress(const QString &address)
{
    const QUrl url(address);
    if (!isWebAddress(url))
        return;
    m_address = address;
    m_again->show();
    m_copy->show();
    m_waitText->setText(
        m_openUrl(url)
            ? tr("Waiting for the browser. Sign in there and allow Topline; this window goes on "
                 "by itself.")
            : tr("No browser could be opened. Copy the link, open it in a browser of this "
                 "computer and sign in there."));
    m_again->setFocus();
}

void ConnectPanel::takeReport(const base::Result<domain::SignInReport> &got)
{
    setWaiting(false);
    if (!got.ok()) {
        tell(got.error());
        return;
    }
    m_form->clearSecrets();
    tellDryRun(*got);
    m_report->setReport(*got);
    m_counted = recordsOf(*got);
    showStep(DryRun);
}

void ConnectPanel::tellDryRun(const domain::SignInReport &got)
{
    const QString who = whoText(got.profile);
    const QString before = who.isEmpty() ? QString() : who + QStringLiteral(". ");
    const QString brings = ui::text::bringsText(got.counts, locale());
    if (m_system == "mail") {
        m_headline->setText(tr("The mailbox can be used"));
        m_sentence->setText(before + tr("Both servers were asked. Nothing was sent, and nothing "
                                        "was marked as read."));
    } else if (m_system == "calendar") {
        m_headline->setText(tr("The calendar can be used"));
        m_sentence->setText(before + tr("Read only so far: nothing was booked."));
    } else {
        m_headline->setText(brings.isEmpty() ? tr("%1 has no records to bring").arg(title())
                                             : tr("%1 would bring %2").arg(title(), brings));
        m_sentence->setText(
            before + tr("Read only so far: the dry run changed nothing in %1.").arg(title()));
    }
}

bool ConnectPanel::isChannel() const
{
    return m_system == "mail" || m_system == "calendar";
}

void ConnectPanel::tell(const base::Error &error)
{
    m_errorHead->setText(error.code == base::ErrorCode::SignInNeeded
                             ? tr("The sign-in was refused")
                             : ui::text::errorHeading(error.code));
    QString words = ui::text::errorWords(error);
    if (!error.reference.empty())
        words += QLatin1Char(' ') + tr("Reference: %1").arg(fromUtf8(error.reference));
    m_error->setText(words);
    m_errorHead->show();
    m_error->show();
    if (m_step == SignIn)
        m_form->focusField(error.place                                   ? error.place->field
                           : error.code == base::ErrorCode::SignInNeeded ? "token"
                                                                         : std::string());
}

void ConnectPanel::clearError()
{
    m_errorHead->hide();
    m_error->hide();
}

void ConnectPanel::setWaiting(bool waiting)
{
    m_waiting = waiting;
    m_address.clear();
    m_form->setEnabled(!waiting);
    m_wait->setVisible(waiting);
    m_again->hide();
    m_copy->hide();
    m_waitText->setText(tr("Asking %1 who this is and how much there is…").arg(title()));
    refreshFooter();
    if (waiting)
        m_back->setFocus();
}

void ConnectPanel::showStep(Step step)
{
    m_step = step;
    clearError();
    m_steps->setCurrent(step);
    m_pages->setCurrentIndex(step == Pick ? 0 : step == SignIn ? 1 : 2);
    m_report->setVisible(step == DryRun);
    m_objectTable->setVisible(step == FirstSync);
    m_bar->setVisible(step == FirstSync);
    m_bar->setRange(0, 0);
    m_progress->setVisible(step == FirstSync);
    m_progress->clear();
    if (step == SignIn) {
        m_signInTitle->setText(m_system == "mail"       ? tr("Sign in to the mailbox")
                               : m_system == "calendar" ? tr("Sign in to the calendar")
                                                        : tr("Sign in to %1").arg(title()));
        m_steps->setNote(0, title());
        m_form->setSystem(m_system);
    }
    refreshFooter();
    takeFocus();
}

void ConnectPanel::takeFocus()
{
    if (m_step == Pick)
        picked()->setFocus();
    else if (m_step == SignIn && m_waiting)
        m_back->setFocus();
    else if (m_step == SignIn)
        m_form->focusFirst();
    else
        m_next->setFocus();
}

std::string ConnectPanel::pickedSystem() const
{
    return m_calendar->isChecked()     ? "calendar"
           : m_mail->isChecked()       ? "mail"
           : m_salesforce->isChecked() ? "salesforce"
                                       : "hubspot";
}

ChoiceCard *ConnectPanel::picked() const
{
    for (ChoiceCard *card : {m_calendar, m_mail, m_salesforce}) {
        if (card->isChecked())
            return card;
    }
    return m_hubSpot;
}

void ConnectPanel::refreshFooter()
{
    m_back->setText(m_waiting ? tr("Cancel") : tr("Back"));
    m_back->setVisible(m_step != FirstSync || (!m_syncing && !m_done));
    m_stop->setVisible(m_step == FirstSync && m_syncing);
    QString text = tr("Next");
    QString note;
    bool can = true;
    switch (m_step) {
    case Pick:
        note = tr("A dry run shows the counts first; nothing in the CRM is changed.");
        break;
    case SignIn:
        m_steps->setNote(1, m_form->usesBrowser() ? tr("in the browser")
                            : isChannel()         ? tr("by its password")
                                                  : tr("by a pasted key"));
        can = !m_waiting && m_form->isComplete();
        text = m_form->usesBrowser() ? tr("Open the browser") : tr("Sign in");
        note = tr("The sign-in is kept in this computer's keychain and nowhere else.");
        break;
    case DryRun:
        text = isChannel() ? tr("Use it") : tr("Start the first sync");
        note = tr("The first sync can be stopped at any time and goes on where it stopped.");
        break;
    case FirstSync:
        text = m_syncing ? tr("Go on in the background") : tr("Open the feed");
        break;
    }
    m_next->setText(text);
    m_next->setEnabled(can);
    m_next->updateGeometry();
    m_note->setText(note);
}

void ConnectPanel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), tokensFor(palette()).surface);
}

} // namespace topline::pages
