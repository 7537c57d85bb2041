// The language of a program: loads the compiled-in catalogue of a locale, and English plural forms
// under it ("1 card", "2 cards"). Called once at start by the window's and the terminal's main, on
// their main thread. A language that is not shipped leaves English; a build without catalogues
// leaves the source sentences.
#pragma once

#include <QLocale>

class QCoreApplication;

namespace topline::ui::text {

// Installs the translators; they live as long as the application.
void installLanguage(QCoreApplication &application, const QLocale &locale);

} // namespace topline::ui::text
