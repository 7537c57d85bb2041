#include "core/base/error.h"
#include "ui/text/core_words.h"

#include <QCoreApplication>
#include <QTranslator>

#include <gtest/gtest.h>

namespace topline::ui::text {

namespace {

// Says every sentence back in capitals, the hole where it was.
class Loud final : public QTranslator {
public:
    Loud() { QCoreApplication::installTranslator(this); }

    ~Loud() override { QCoreApplication::removeTranslator(this); }

    bool isEmpty() const override { return false; }

    QString translate(const char *, const char *source, const char *, int) const override
    {
        return QString::fromLatin1(source).toUpper();
    }

private:
    int m_count = 1;
    char m_name[5] = "text";
    char *m_arguments[2] = {m_name, nullptr};
    // Translators belong to an application.
    QCoreApplication m_application{m_count, m_arguments};
};

} // namespace

TEST(CoreWords, AHostKeepsItsNameAndACauseIsTranslatedToo)
{
    const Loud loud;
    EXPECT_EQ(coreWords("mail.example could not be reached."),
              QStringLiteral("mail.example COULD NOT BE REACHED."));
    EXPECT_EQ(coreWords("The mail may have been sent: mail.example could not be reached."),
              QStringLiteral("THE MAIL MAY HAVE BEEN SENT: mail.example COULD NOT BE REACHED."));
}

TEST(CoreWords, WhatIsNotKnownAndWhatAServerSaidComeThroughAsTheyAre)
{
    const Loud loud;
    EXPECT_EQ(coreWords("554 5.7.1 spam %1"), QStringLiteral("554 5.7.1 spam %1"));
    EXPECT_EQ(coreWords("The mail server refused it: 554 no %2"),
              QStringLiteral("THE MAIL SERVER REFUSED IT: 554 no %2"));
    EXPECT_EQ(coreWords("Somebody I know could not be reached."),
              QStringLiteral("Somebody I know could not be reached."));
    EXPECT_TRUE(coreWords("").isEmpty());
}

TEST(CoreWords, AnErrorIsToldWithWhatWasKeptAndWhatToDo)
{
    EXPECT_EQ(errorWords({base::ErrorCode::Refused, "It failed.", "All is kept.", "Try again."}),
              QStringLiteral("It failed. All is kept. Try again."));
}

} // namespace topline::ui::text
