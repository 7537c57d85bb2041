#include "ui/pages/connect_dialog.h"

#include "ui/pages/connect_panel.h"

#include <QDesktopServices>
#include <QDialog>
#include <QScreen>
#include <QVBoxLayout>

namespace topline::pages {

void openConnectDialog(bridge::Bridge &bridge, const QString &system, QWidget *parent)
{
    auto *dialog = new QDialog(parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(ConnectPanel::tr("Connect a CRM, mailbox or calendar"));
    constexpr QSize wanted(960, 720);
    constexpr QSize frame(16, 40); // of the window manager
    dialog->resize(parent != nullptr ? wanted.boundedTo(parent->screen()->availableSize() - frame)
                                     : wanted);
    auto *panel =
        new ConnectPanel([&bridge]() -> base::Result<bridge::Bridge *> { return &bridge; },
                         [](const QUrl &url) { return QDesktopServices::openUrl(url); }, dialog);
    auto *layout = new QVBoxLayout(dialog);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(panel);
    QObject::connect(panel, &ConnectPanel::finished, dialog, &QDialog::accept);
    QObject::connect(panel, &ConnectPanel::backWanted, dialog, &QDialog::reject);
    if (!system.isEmpty())
        panel->pick(system.toStdString());
    dialog->open();
}

} // namespace topline::pages
