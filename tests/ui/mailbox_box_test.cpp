// The settings of the mailbox, changed later: shown as they are, saved whole, and kept open with
// the reason where they cannot be saved.
#include "tests/ui/fake_cockpit.h"
#include "tests/ui/picture.h"
#include "ui/look/button.h"
#include "ui/pages/mailbox_box.h"

#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTest>

#include <gtest/gtest.h>

using namespace topline;

namespace {

struct BoxWindow {
    BoxWindow()
    {
        domain::MailAccount account;
        account.address = "sam@firm.example";
        account.name = "Sam";
        account.signature = "Sam\nFirm";
        account.postalAddress = "1 High Street";
        account.language = "de";
        account.smtp = {"out.firm.example", 587, domain::WireSafety::StartTls};
        cockpit.mailAndMeetings.mailbox = account;
        bridge.start();
        open();
    }

    void open()
    {
        pages::MailboxBox::open(bridge, &parent);
        settle();
    }

    static void settle()
    {
        for (int i = 0; i < 4; ++i)
            QApplication::processEvents();
    }

    QDialog *dialog() const { return parent.findChild<QDialog *>(); }

    template <typename Field> Field *field(const char *name) const
    {
        for (auto *each : dialog()->findChildren<Field *>()) {
            if (each->accessibleName() == QLatin1String(name))
                return each;
        }
        return nullptr;
    }

    look::Button *save() const
    {
        for (auto *each : dialog()->findChildren<look::Button *>()) {
            if (each->text() == QLatin1String("Save"))
                return each;
        }
        return nullptr;
    }

    QWidget parent;
    test::FakeCockpit cockpit;
    bridge::Bridge bridge{cockpit};
};

} // namespace

TEST(MailboxBox, ShowsWhatIsSetAndSavesItWhole)
{
    BoxWindow f;
    ASSERT_NE(f.dialog(), nullptr);
    EXPECT_EQ(f.field<QPlainTextEdit>("Signature under every mail")->toPlainText(),
              QStringLiteral("Sam\nFirm"));
    test::takePictures(*f.dialog(), "mailbox-settings");
    auto *language = f.field<QComboBox>("Language of the footer");
    EXPECT_EQ(language->currentText(), QStringLiteral("Deutsch"));
    language->setCurrentIndex(0);
    f.field<QLineEdit>("Answers go to, if not to this mailbox")
        ->setText(QStringLiteral("team@firm.example"));
    f.save()->click();
    BoxWindow::settle();
    ASSERT_EQ(f.cockpit.mailAndMeetings.saved.size(), 1U);
    const domain::MailAccount &saved = f.cockpit.mailAndMeetings.saved.back();
    EXPECT_EQ(saved.replyTo, "team@firm.example");
    EXPECT_EQ(saved.language, "");
    EXPECT_EQ(saved.signature, "Sam\nFirm");
    EXPECT_EQ(saved.smtp.host, "out.firm.example");
    EXPECT_TRUE(f.dialog() == nullptr || !f.dialog()->isVisible());
}

TEST(MailboxBox, WhatCannotBeSavedStaysWithTheReasonAtItsField)
{
    BoxWindow f;
    ASSERT_NE(f.dialog(), nullptr);
    base::Error error{base::ErrorCode::InvalidInput, "This is no address."};
    error.place = base::Place{"", 0, 0, "replyTo"};
    f.cockpit.mailAndMeetings.verdict = error;
    f.field<QLineEdit>("Your name")->setText(QStringLiteral("Samuel"));
    f.save()->click();
    BoxWindow::settle();
    ASSERT_TRUE(f.dialog() && f.dialog()->isVisible());
    bool isTold = false;
    for (const QLabel *label : f.dialog()->findChildren<QLabel *>())
        isTold = isTold || label->text().contains(QLatin1String("This is no address."));
    EXPECT_TRUE(isTold);
    EXPECT_EQ(f.field<QLineEdit>("Your name")->text(), QStringLiteral("Samuel"));
    EXPECT_TRUE(f.save()->isEnabled());
}

TEST(MailboxBox, WithoutAMailboxNothingOpens)
{
    BoxWindow f;
    delete f.dialog();
    f.cockpit.mailAndMeetings.mailbox.reset();
    f.open();
    EXPECT_EQ(f.dialog(), nullptr);
}
