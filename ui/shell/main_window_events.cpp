// What the window does about keys and focus that no page takes, and before it closes.
#include "ui/shell/main_window.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QScrollArea>
#include <QTextEdit>

namespace topline::shell {

namespace {

constexpr int roomAround = 72; // for the head above a field

} // namespace

void MainWindow::closeEvent(QCloseEvent *event)
{
    QStringList unsaved;
    for (const QString &id : pageIds()) {
        const Page *made = m_pages.value(id);
        if (const QString what = made ? made->unsaved() : QString(); !what.isEmpty())
            unsaved << what;
    }
    if (!unsaved.isEmpty() && !m_mayClose) {
        event->ignore();
        askToClose(unsaved);
        return;
    }
    keepState();
    QWidget::closeEvent(event);
}

void MainWindow::askToClose(const QStringList &unsaved)
{
    if (findChild<QMessageBox *>())
        return; // asked already
    showNormal();
    raise();
    auto *box = new QMessageBox(QMessageBox::NoIcon, QStringLiteral("Topline"),
                                tr("Close the window?"), QMessageBox::NoButton, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(unsaved.join(QLatin1Char('\n')));
    auto *stay = box->addButton(tr("Stay"), QMessageBox::RejectRole);
    const auto *leave = box->addButton(tr("Close and lose it"), QMessageBox::DestructiveRole);
    box->setDefaultButton(stay);
    box->setEscapeButton(stay);
    connect(box, &QMessageBox::buttonClicked, this, [this, leave](const QAbstractButton *chosen) {
        if (chosen != leave)
            return;
        m_mayClose = true;
        close();
    });
    box->open();
}

// Two copies that both send are what the freeze is there against.
void MainWindow::askToTakeOver()
{
    auto *box = new QMessageBox(QMessageBox::NoIcon, QStringLiteral("Topline"),
                                tr("Let this computer take over?"), QMessageBox::NoButton, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(
        tr("From then on this copy sends, and what waits in it leaves at once. Close any other "
           "copy first and do not open it again: two that send may send the same mail twice."));
    auto *stay = box->addButton(tr("Not now"), QMessageBox::RejectRole);
    const auto *take = box->addButton(tr("Take over"), QMessageBox::AcceptRole);
    box->setDefaultButton(stay);
    box->setEscapeButton(stay);
    connect(box, &QMessageBox::buttonClicked, this, [this, take](const QAbstractButton *chosen) {
        if (chosen == take)
            m_bridge.cockpit().takeOver(m_bridge.report());
    });
    box->open();
}

void MainWindow::keyPressEvent(QKeyEvent *event)
{
    QWidget *field = focusWidget();
    const bool types = qobject_cast<QLineEdit *>(field) || qobject_cast<QTextEdit *>(field) ||
                       qobject_cast<QPlainTextEdit *>(field);
    Page *shown = m_pages.value(m_current);
    if (event->key() == Qt::Key_Escape && types && shown &&
        (m_body->pages()->isAncestorOf(field) || m_body->inspectors()->isAncestorOf(field))) {
        shown->activate();
        return;
    }
    QWidget::keyPressEvent(event);
}

// What has the focus is seen, however it got it.
void MainWindow::followFocus(QWidget *now)
{
    if (!now || !isAncestorOf(now))
        return;
    for (QWidget *up = now->parentWidget(); up && up != this; up = up->parentWidget()) {
        auto *scroll = qobject_cast<QScrollArea *>(up);
        if (!scroll || !scroll->widget() || !scroll->widget()->isAncestorOf(now))
            continue;
        // Once it has its place: it may have been shown just now.
        QMetaObject::invokeMethod(
            scroll,
            [scroll, field = QPointer<QWidget>(now)] {
                if (field && field->hasFocus() && scroll->widget()->isAncestorOf(field))
                    scroll->ensureWidgetVisible(field, 0, roomAround);
            },
            Qt::QueuedConnection);
        return;
    }
}

} // namespace topline::shell
