#include "app/topline/window_options.h"
#include "app/topline/window_program.h"
#include "core/platform/private_memory.h"
#include "ui/look/icons.h"
#include "ui/look/style.h"
#include "ui/text/language.h"

#include <QApplication>
#include <QIcon>
#include <QSettings>
#include <QStandardPaths>

#include <cstdio>

namespace {

void print(FILE *stream, const QString &text)
{
    std::fputs((text + QLatin1Char('\n')).toUtf8().constData(), stream);
}

bool asks(const QStringList &arguments, const char *what)
{
    return arguments.contains(QString::fromLatin1(what));
}

} // namespace

// 0: closed by the user, 1: something could not be opened or written, 2: the command line was not
// understood.
int main(int argc, char **argv)
{
    using namespace topline;
    platform::keepMemoryOutOfCoreFiles();
    QCoreApplication::setOrganizationName(QStringLiteral("topline"));
    QCoreApplication::setApplicationName(QStringLiteral("topline"));
    QCoreApplication::setApplicationVersion(QStringLiteral(TOPLINE_VERSION));
    QApplication application(argc, argv);
    QApplication::setDesktopFileName(QStringLiteral("org.topline.Topline"));
    ui::text::installLanguage(application, QLocale());
    const QStringList arguments = QApplication::arguments();
    if (asks(arguments, "--help") || asks(arguments, "-h")) {
        print(stdout, app::windowHelp());
        return 0;
    }
    if (asks(arguments, "--version")) {
        print(stdout, QStringLiteral("topline ") + QCoreApplication::applicationVersion());
        return 0;
    }
    const base::Result<app::WindowOptions> options = app::parseWindowOptions(arguments);
    if (!options.ok()) {
        print(stderr, QString::fromStdString(options.error().text()));
        return 2;
    }
    const bool shots = !options->shotsFolder.isEmpty();
    if (shots) {
        QStandardPaths::setTestModeEnabled(true); // neither reads nor leaves settings of the user
        QSettings().clear();
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        QApplication::setCursorFlashTime(0);
    }
    look::installLook();
    QApplication::setWindowIcon(QIcon(look::productMark(64, 1)));
    const QString remembered = QSettings().value(QStringLiteral("window/theme")).toString();
    look::Theme theme(options->scheme.value_or(look::schemeChoiceFromText(remembered)));
    theme.apply();
    app::WindowProgram program(*options, theme);
    const base::Status begun = shots ? program.takeShots() : program.begin();
    if (!begun.ok()) {
        print(stderr, QString::fromStdString(begun.error().text()));
        return 1;
    }
    return shots ? 0 : QApplication::exec();
}
