#include "app/topline/shots.h"

#include "ui/pages/start_window.h"

#include <QApplication>
#include <QDir>
#include <QKeyEvent>
#include <QPixmap>

#include <utility>

namespace topline::app {

namespace {

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

base::Status Shots::takeWindow(shell::MainWindow &window)
{
    for (const auto choice : {look::SchemeChoice::Light, look::SchemeChoice::Dark}) {
        m_theme.setChoice(choice);
        const QString scheme = look::schemeChoiceText(choice);
        TRY(takePages(window, scheme));
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
        start.chooseImport();
        TRY(take(start, {QStringLiteral("import-") + scheme}));
    }
    return {};
}

} // namespace topline::app
