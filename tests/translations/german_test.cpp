#include "ui/text/language.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTranslator>

#include <gtest/gtest.h>

namespace {

QString format(const char *text)
{
    return QCoreApplication::translate("Format", text);
}

} // namespace

// The catalogue must travel with the library that holds the sentences, or every program speaks
// English.
TEST(German, IsCompiledIntoWhateverShowsText)
{
    int argc = 0;
    const QCoreApplication application(argc, nullptr);
    QTranslator translator;
    ASSERT_TRUE(translator.load(QLocale(QLocale::German), QStringLiteral("topline"),
                                QStringLiteral("_"), QStringLiteral(":/i18n")));
    EXPECT_EQ(format("just now"), QStringLiteral("just now"));
    ASSERT_TRUE(QCoreApplication::installTranslator(&translator));
    EXPECT_EQ(format("just now"), QStringLiteral("gerade eben"));
}

// Classes in namespaces have their full name as context; a catalogue collected without it is never
// found.
TEST(English, HasPluralForms)
{
    int argc = 0;
    QCoreApplication application(argc, nullptr);
    topline::ui::text::installLanguage(application, QLocale(QLocale::English));
    const auto actions = [](int count) {
        return QCoreApplication::translate("topline::pages::FeedPage", "Next is %1: %n action(s)",
                                           nullptr, count);
    };
    EXPECT_EQ(actions(1), QStringLiteral("Next is %1: 1 action"));
    EXPECT_EQ(actions(2), QStringLiteral("Next is %1: 2 actions"));
}
