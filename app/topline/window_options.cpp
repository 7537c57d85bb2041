#include "app/topline/window_options.h"

#include <QCommandLineParser>
#include <QDateTime>
#include <QTimeZone>

namespace topline::app {

namespace {

base::Error refused(const QString &message)
{
    return {base::ErrorCode::InvalidInput,
            message.toStdString(),
            {},
            "topline --help lists what can be asked for."};
}

void describe(QCommandLineParser &parser)
{
    const auto add = [&parser](const char *name, const char *text, const char *value = "") {
        parser.addOption({QString::fromLatin1(name),
                          QCoreApplication::translate("WindowOptions", text),
                          QString::fromLatin1(value)});
    };
    parser.setApplicationDescription(
        QCoreApplication::translate("WindowOptions", "Desktop sales cockpit"));
    parser.setOptionsAfterPositionalArgumentsMode(QCommandLineParser::ParseAsOptions);
    add("help", QT_TRANSLATE_NOOP("WindowOptions", "Show this help."));
    add("version", QT_TRANSLATE_NOOP("WindowOptions", "Show the version."));
    add("workspace", QT_TRANSLATE_NOOP("WindowOptions", "Open this workspace file."), "FILE");
    add("demo", QT_TRANSLATE_NOOP("WindowOptions", "Open the demo company, made if need be."));
    add("as-of",
        QT_TRANSLATE_NOOP("WindowOptions", "Let the clock stand at this time (ISO 8601, UTC)."),
        "TIME");
    add("theme", QT_TRANSLATE_NOOP("WindowOptions", "Colours: system, light or dark."), "NAME");
    add("page", QT_TRANSLATE_NOOP("WindowOptions", "Begin with this page, e.g. pipeline."), "PAGE");
    add("measure-start",
        QT_TRANSLATE_NOOP("WindowOptions",
                          "Say when the first frame and the first cards show, and end."));
    add("shots",
        QT_TRANSLATE_NOOP("WindowOptions",
                          "Draw every page of the demo company into this folder and end."),
        "FOLDER");
}

base::Result<base::UtcMs> parseTime(const QString &text)
{
    QDateTime time = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (!time.isValid())
        return refused(
            QStringLiteral("--as-of wants a time such as 2025-11-18T11:14:00Z, not “%1”.")
                .arg(text));
    if (time.timeSpec() == Qt::LocalTime)
        time.setTimeZone(QTimeZone::utc());
    return time.toMSecsSinceEpoch();
}

} // namespace

base::Result<WindowOptions> parseWindowOptions(const QStringList &arguments)
{
    QCommandLineParser parser;
    describe(parser);
    if (!parser.parse(arguments))
        return refused(parser.errorText());
    WindowOptions options;
    options.workspace = parser.value(QStringLiteral("workspace"));
    options.demo = parser.isSet(QStringLiteral("demo"));
    options.page = parser.value(QStringLiteral("page"));
    options.measureStart = parser.isSet(QStringLiteral("measure-start"));
    options.shotsFolder = parser.value(QStringLiteral("shots"));
    const QStringList loose = parser.positionalArguments();
    // A file manager hands the file over without a name.
    if (loose.size() == 1 && options.workspace.isEmpty())
        options.workspace = loose.first();
    else if (!loose.isEmpty())
        return refused(QStringLiteral("“%1” is not understood.").arg(loose.last()));
    if (parser.isSet(QStringLiteral("theme"))) {
        const QString name = parser.value(QStringLiteral("theme"));
        const look::SchemeChoice choice = look::schemeChoiceFromText(name);
        if (look::schemeChoiceText(choice) != name)
            return refused(
                QStringLiteral("--theme wants system, light or dark, not “%1”.").arg(name));
        options.scheme = choice;
    }
    if (parser.isSet(QStringLiteral("as-of"))) {
        TRY_ASSIGN(options.asOfMs, parseTime(parser.value(QStringLiteral("as-of"))));
    }
    return options;
}

QString windowHelp()
{
    QCommandLineParser parser;
    describe(parser);
    return parser.helpText();
}

} // namespace topline::app
