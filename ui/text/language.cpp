#include "ui/text/language.h"

#include <QCoreApplication>
#include <QTranslator>

namespace topline::ui::text {

namespace {

void install(QCoreApplication &application, const QLocale &locale)
{
    auto *translator = new QTranslator(&application);
    if (translator->load(locale, QStringLiteral("topline"), QStringLiteral("_"),
                         QStringLiteral(":/i18n")))
        QCoreApplication::installTranslator(translator);
    else
        delete translator;
}

} // namespace

void installLanguage(QCoreApplication &application, const QLocale &locale)
{
    // The last one installed is asked first, so English only fills in what the language lacks.
    install(application, QLocale(QLocale::English));
    if (locale.language() != QLocale::English && locale.language() != QLocale::C)
        install(application, locale);
}

} // namespace topline::ui::text
