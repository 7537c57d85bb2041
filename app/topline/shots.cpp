#include "app/topline/shots.h"

#include "app/topline/shots_sync.h"
#include "ui/pages/connect_panel.h"
#include "ui/pages/start_window.h"

#include <QApplication>
#include <QDialog>
#include <QDir>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPixmap>

#include <utility>

namespace topline::app {

namespace {

constexpr int firstSyncPercent = 62;

void press(QWidget *target, int key)
{
    QKeyEvent down(QEvent::KeyPress, key, Qt::NoModifier);
    QApplication::sendEvent(target, &down);
    QKeyEvent up(QEvent::KeyRelease, key, Qt::NoModifier);
    QApplication::sendEvent(target, &up);
}

} // namespace

Shots::Shots(QString folder, look::Theme &theme, std::function<void()> settle)
    : m_folder(std::move(folder))
    , m_theme(theme)
    , m_settle(std::move(settle))
{
}

base::Status Shots::take(QWidget &widget, const Shot &shot)
{
    widget.resize(shot.size);
    m_settle();
    QPixmap picture(shot.size * shot.ratio);
    picture.setDevicePixelRatio(shot.ratio);
    widget.render(&picture);
    const QString path = QDir(m_folder).filePath(shot.name + QStringLiteral(".png"));
    if (!picture.save(path, "PNG"))
        return base::Error{base::ErrorCode::Io,
                           QStringLiteral("%1 could not be written.").arg(path).toStdString()};
    return {};
}

base::Status Shots::takePages(shell::MainWindow &window, const QString &scheme)
{
    for (const QString &page : window.pageIds()) {
        window.showPage(page);
        TRY(take(window, {page + QLatin1Char('-') + scheme}));
        TRY(take(window, {page + QLatin1Char('-') + scheme + QStringLiteral("-1024x700"),
                          QSize(1024, 700)}));
    }
    if (window.pageIds().isEmpty())
        return {};
    const QString first = window.pageIds().first();
    window.showPage(first);
    return take(window,
                {first + QLatin1Char('-') + scheme + QStringLiteral("-2x"), QSize(1440, 900), 2});
}

base::Status Shots::takeAccount(shell::MainWindow &window, const QString &scheme)
{
    window.resize(1440, 900);
    window.showPage(QStringLiteral("accounts"));
    m_settle();
    window.commands().run(QStringLiteral("accounts.open"));
    TRY(take(window, {QStringLiteral("account-") + scheme}));
    TRY(take(window, {QStringLiteral("account-%1-1024x700").arg(scheme), QSize(1024, 700)}));
    TRY(take(window, {QStringLiteral("account-%1-2x").arg(scheme), QSize(1440, 900), 2}));
    window.commands().run(QStringLiteral("accounts.icp"));
    TRY(take(window, {QStringLiteral("icp-") + scheme}));
    TRY(take(window, {QStringLiteral("icp-%1-1024x700").arg(scheme), QSize(1024, 700)}));
    window.commands().run(QStringLiteral("accounts.back"));
    window.commands().run(QStringLiteral("accounts.back"));
    return {};
}

base::Status Shots::takeLayers(shell::MainWindow &window, const QString &scheme)
{
    window.resize(1440, 900);
    m_settle();
    window.openPalette();
    TRY(take(window, {QStringLiteral("palette-") + scheme}));
    press(QApplication::focusWidget(), Qt::Key_Escape);
    window.openKeyList();
    TRY(take(window, {QStringLiteral("keys-") + scheme}));
    press(QApplication::focusWidget(), Qt::Key_Escape);
    return {};
}

base::Status Shots::takeQuestion(shell::MainWindow &window, const QString &name,
                                 const QString &scheme)
{
    window.commands().run(QStringLiteral("sync.") + name);
    m_settle();
    auto *dialog = qobject_cast<QDialog *>(QApplication::activeModalWidget());
    if (dialog == nullptr)
        return base::Error{base::ErrorCode::NotFound,
                           "No question came for " + name.toStdString() + '.'};
    const base::Status taken =
        take(*dialog, {QStringLiteral("sync-%1-%2").arg(name, scheme), dialog->size()});
    dialog->reject();
    window.activateWindow();
    m_settle();
    return taken;
}

base::Status Shots::takeSync(shell::MainWindow &window, ShotsCockpit &cockpit,
                             const QString &scheme)
{
    cockpit.script(scriptedSync(cockpit.now()));
    window.showPage(QStringLiteral("sync"));
    TRY(take(window, {QStringLiteral("sync-crm-") + scheme}));
    TRY(take(window, {QStringLiteral("sync-crm-%1-1024x700").arg(scheme), QSize(1024, 700)}));
    TRY(take(window, {QStringLiteral("sync-crm-%1-2x").arg(scheme), QSize(1440, 900), 2}));
    window.commands().run(QStringLiteral("sync.requests"));
    TRY(take(window, {QStringLiteral("sync-requests-") + scheme}));
    window.commands().run(QStringLiteral("sync.missing"));
    TRY(take(window, {QStringLiteral("sync-missing-") + scheme}));
    window.commands().run(QStringLiteral("sync.site"));
    TRY(take(window, {QStringLiteral("sync-site-") + scheme}));
    TRY(take(window, {QStringLiteral("sync-site-%1-1024x700").arg(scheme), QSize(1024, 700)}));
    TRY(take(window, {QStringLiteral("sync-site-%1-2x").arg(scheme), QSize(1440, 900), 2}));
    TRY(takeQuestion(window, QStringLiteral("siteKey"), scheme));
    window.commands().run(QStringLiteral("sync.records"));
    TRY(takeQuestion(window, QStringLiteral("budget"), scheme));
    TRY(takeQuestion(window, QStringLiteral("disconnect"), scheme));
    cockpit.script(scriptedFirstSync(firstSyncPercent));
    TRY(take(window, {QStringLiteral("sync-first-") + scheme}));
    cockpit.script(std::nullopt);
    return {};
}

base::Status Shots::takeSteps(bridge::Bridge &bridge, ShotsCockpit &cockpit, const QString &scheme)
{
    pages::ConnectPanel panel([&bridge]() -> base::Result<bridge::Bridge *> { return &bridge; },
                              [](const QUrl &) { return false; });
    const QSize size(992, 900);
    const auto step = [&](const char *name) {
        return take(panel,
                    {QStringLiteral("connect-%1-%2").arg(QLatin1String(name), scheme), size});
    };
    panel.show();
    panel.takeFocus();
    TRY(step("pick"));
    panel.pick("salesforce");
    TRY(step("salesforce"));
    panel.pick("hubspot");
    TRY(step("hubspot"));
    if (auto *field = qobject_cast<QLineEdit *>(panel.focusWidget())) {
        field->setText(QStringLiteral("a key for the picture"));
        press(field, Qt::Key_Return);
    }
    m_settle();
    TRY(step("dry-run"));
    press(panel.focusWidget(), Qt::Key_Return);
    m_settle();
    cockpit.script(scriptedFirstSync(firstSyncPercent));
    TRY(step("first-sync"));
    cockpit.script(std::nullopt);
    return {};
}

base::Status Shots::takeConnect(bridge::Bridge &bridge, ShotsCockpit &cockpit)
{
    for (const auto choice : {look::SchemeChoice::Light, look::SchemeChoice::Dark}) {
        m_theme.setChoice(choice);
        TRY(takeSteps(bridge, cockpit, look::schemeChoiceText(choice)));
    }
    return {};
}

base::Status Shots::takeWindow(shell::MainWindow &window, ShotsCockpit &cockpit)
{
    for (const auto choice : {look::SchemeChoice::Light, look::SchemeChoice::Dark}) {
        m_theme.setChoice(choice);
        const QString scheme = look::schemeChoiceText(choice);
        TRY(takePages(window, scheme));
        TRY(takeAccount(window, scheme));
        TRY(takeSync(window, cockpit, scheme));
        TRY(takeLayers(window, scheme));
    }
    return {};
}

base::Status Shots::takeStart()
{
    for (const auto choice : {look::SchemeChoice::Light, look::SchemeChoice::Dark}) {
        m_theme.setChoice(choice);
        const QString scheme = look::schemeChoiceText(choice);
        const auto nothingToOpen = []() -> base::Result<bridge::Bridge *> {
            return base::Error{base::ErrorCode::Unavailable, "Pictures open no workspace."};
        };
        const auto nothingToShow = [](const QUrl &) { return false; };
        pages::StartWindow start(QStringLiteral("~/.local/share/topline/workspace.topline"),
                                 nothingToOpen, nothingToShow, {});
        start.show();
        TRY(take(start, {QStringLiteral("first-start-") + scheme}));
        start.chooseConnect();
        TRY(take(start, {QStringLiteral("connect-") + scheme}));
        start.chooseImport();
        TRY(take(start, {QStringLiteral("import-") + scheme}));
    }
    return {};
}

} // namespace topline::app
