#include "core/base/time.h"
#include "core/intake/absence_date.h"

#include <QDate>
#include <QDateTime>

#include <gtest/gtest.h>

using namespace topline;

namespace {

base::UtcMs dayMs(int year, int month, int day)
{
    return QDateTime(QDate(year, month, day), QTime(0, 0), Qt::UTC).toMSecsSinceEpoch();
}

struct Note {
    const char *text;
    base::UtcMs back;
};

} // namespace

TEST(AbsenceDate, IsReadAsPeopleWriteIt)
{
    const base::UtcMs sent = dayMs(2026, 12, 1) + 9 * base::hourMs; // a Tuesday
    const base::UtcMs fourth = dayMs(2026, 12, 4);
    const base::UtcMs third = dayMs(2026, 12, 3);
    const Note notes[] = {
        {"I am out of the office until 3 December.", fourth},
        {"Away until December 3rd, 2026, with no access to mail", fourth},
        {"I'm out through Thursday", fourth},
        {"I will be back on 2026-12-03.", third},
        {"returning Thursday, Dec 3", third},
        {"I will return to the office on the 3rd of December", third},
        {"back tomorrow", dayMs(2026, 12, 2)},
        {"Ich bin bis zum 3. Dezember nicht im Büro.", fourth},
        {"Ich bin vom 1.12. bis 03.12.2026 abwesend", fourth},
        {"Ab dem 03.12. bin ich wieder erreichbar", third},
        {"Am 3. Dezember bin ich zurück", third},
        {"Je suis absent jusqu'au 3 décembre inclus", fourth},
        {"De retour le 3 décembre", third},
        {"du 1er au 3 décembre 2026", fourth},
        {"Estaré fuera hasta el 3 de diciembre de 2026", fourth},
        {"Regreso el 3 de diciembre", third},
        {"12月3日まで不在にしております", fourth},
        {"2026年12月3日より出社いたします", third},
        {"Abwesend 24.12. - 06.01.", dayMs(2027, 1, 7)},
        {"I am away from 24 December to 3 January", dayMs(2027, 1, 4)},
    };
    for (const Note &note : notes) {
        const auto back = intake::returnDate(note.text, sent);
        EXPECT_EQ(back, note.back) << note.text << " "
                                   << QDateTime::fromMSecsSinceEpoch(back.value_or(0), Qt::UTC)
                                          .toString(Qt::ISODate)
                                          .toStdString();
    }
}

TEST(AbsenceDate, WhatSaysNoReturnGivesNone)
{
    const base::UtcMs sent = dayMs(2026, 12, 1);
    for (const char *text :
         {"", "I am away.", "Thank you for your mail of 3 December.",
          "Call +49 30 123456 until I am here", "until 31 February", "until 3 December 2024",
          "back on 3 December 2031", "We are open 9-17, 24/7. Back to you soon", "until later",
          "bis bald", "2026-13-45"})
        EXPECT_FALSE(intake::returnDate(text, sent)) << text;
}
