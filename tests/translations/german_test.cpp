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
