// What a click on a link of a hostile text leads to: a question, and nothing without a yes.
#include "ui/look/button.h"
#include "ui/pages/link_question.h"

#include <QDialog>
#include <QLabel>

#include <gtest/gtest.h>

namespace topline::pages {
namespace {

struct Asked {
    explicit Asked(const char *url, const char *words)
    {
        askToOpen(look::linkTarget(QUrl(QString::fromUtf8(url)), QString::fromUtf8(words)), &window,
                  [this](const QUrl &opened) { urls.append(opened); });
        dialog = window.findChild<QDialog *>();
    }

    QString text() const
    {
        QString out;
        for (const QLabel *label : dialog->findChildren<QLabel *>()) {
            EXPECT_EQ(label->textFormat(), Qt::PlainText);
            out += label->text() + QLatin1Char('\n');
        }
        return out;
    }

    QWidget window;
    QList<QUrl> urls;
    QDialog *dialog = nullptr;
};

TEST(LinkQuestion, TellsTheHostAndOpensOnlyAfterAYes)
{
    Asked asked("https://\xd0\xb0pple.example/<b>", "apple.example");
    ASSERT_NE(asked.dialog, nullptr);
    EXPECT_TRUE(asked.text().contains(QLatin1String("xn--pple-43d.example")));
    EXPECT_TRUE(asked.text().contains(QLatin1String("Be careful")));
    EXPECT_TRUE(asked.urls.isEmpty());
    asked.dialog->accept();
    EXPECT_EQ(asked.urls.size(), 1);
    Asked left("https://a.example/", "our site");
    EXPECT_FALSE(left.text().contains(QLatin1String("Be careful")));
    left.dialog->reject();
    EXPECT_TRUE(left.urls.isEmpty());
}

TEST(LinkQuestion, OtherSchemesAreNotEvenAskedAbout)
{
    for (const char *url : {"file:///etc/passwd", "javascript:alert(1)", "http://a.example/", "x"})
        EXPECT_EQ(Asked(url, "x").dialog, nullptr) << url;
    EXPECT_NE(Asked("mailto:a@b.example", "x").dialog, nullptr);
}

} // namespace
} // namespace topline::pages
