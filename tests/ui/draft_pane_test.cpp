#include "tests/ui/feed_window.h"
#include "ui/look/button.h"
#include "ui/pages/draft_box.h"
#include "ui/pages/draft_help.h"

#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTest>
#include <QTextEdit>

#include <gtest/gtest.h>

namespace topline::test {

using look::Button;

namespace {

domain::ContentSuggestion suggestion(const char *title, const char *url)
{
    domain::ContentSuggestion out;
    out.row.asset.title = title;
    out.row.asset.url = url;
    out.row.counts = {12, 3, 1};
    out.matched = {"stage: Proposal"};
    return out;
}

// A feed whose first draft has something of everything beside it.
class DraftWindow : public FeedWindow {
public:
    DraftWindow()
    {
        auto &help = cockpit.drafting.help;
        help.facts = {{"contact.first_name", "Dana", "hubspot"}};
        help.suggestions = {suggestion("Case", "https://a.example/1"),
                            suggestion("Guide", "https://a.example/2")};
        help.snippets = {{"hello", "Hi there", 0}};
        help.modelName = "small";
        cockpit.drafting.request.host = "127.0.0.1:1";
        cockpit.drafting.request.model = "small";
        cockpit.drafting.request.user = "[[PERSON]] exactly this";
        press(Qt::Key_J);
        QApplication::processEvents();
        box = window->findChild<pages::DraftBox *>();
        view = window->findChild<pages::DraftHelpView *>();
    }

    Button *button(const QString &text) const
    {
        for (Button *each : window->findChildren<Button *>()) {
            if (each->isVisibleTo(window.get()) &&
                (each->text() == text || each->accessibleName() == text))
                return each;
        }
        return nullptr;
    }

    bool says(const QString &text) const
    {
        const auto labels = window->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(), [&](const QLabel *label) {
            return label->isVisibleTo(window.get()) && label->text().contains(text);
        });
    }

    pages::DraftBox *box = nullptr;
    pages::DraftHelpView *view = nullptr;
};

} // namespace

TEST(DraftPane, ShowsWhoseFactsADraftUses)
{
    DraftWindow f;
    ASSERT_NE(f.box, nullptr);
    EXPECT_TRUE(f.says(QStringLiteral("first name of the person: Dana (HubSpot)")));
}

TEST(DraftPane, ContentAndSnippetsGoInAtTheCursorByKeyAndButton)
{
    DraftWindow f;
    ASSERT_NE(f.view, nullptr);
    f.press(Qt::Key_M);
    auto *body = f.box->findChild<QTextEdit *>();
    ASSERT_TRUE(QTest::qWaitFor([&] { return body->hasFocus(); }, 5'000));
    QTest::keyClick(body, Qt::Key_2, Qt::ControlModifier);
    QApplication::processEvents();
    EXPECT_TRUE(body->toPlainText().contains(QStringLiteral("https://a.example/2")));
    QTest::keyClick(body, Qt::Key_3, Qt::ControlModifier);
    EXPECT_FALSE(body->toPlainText().contains(QStringLiteral("https://a.example/3")));
    Button *insert = f.button(QStringLiteral("Insert Case, stage Proposal · 3 of 12 answered"));
    ASSERT_NE(insert, nullptr);
    insert->click();
    EXPECT_TRUE(body->toPlainText().contains(QStringLiteral("https://a.example/1")));
    Q_EMIT f.view->snippetChosen(QStringLiteral("Hi there"));
    EXPECT_TRUE(body->toPlainText().contains(QStringLiteral("Hi there")));
}

TEST(DraftPane, AFaultIsUnderlinedAtItsWordAndItsHostCanBeAllowed)
{
    DraftWindow f;
    f.press(Qt::Key_M);
    auto *body = f.box->findChild<QTextEdit *>();
    ASSERT_TRUE(QTest::qWaitFor([&] { return body->hasFocus(); }, 5'000));
    body->setPlainText(QStringLiteral("Grüße: https://new.example"));
    domain::DraftFault fault;
    fault.field = "body";
    fault.begin = std::string("Grüße: ").size();
    fault.length = std::string("https://new.example").size();
    fault.error.message = "The link is not known.";
    fault.host = "new.example";
    f.cockpit.drafting.faults = {fault};
    ASSERT_TRUE(QTest::qWaitFor([&] { return !body->extraSelections().isEmpty(); }, 5'000));
    EXPECT_EQ(body->extraSelections().front().cursor.selectedText(),
              QStringLiteral("https://new.example"));
    EXPECT_EQ(f.cockpit.drafting.checked.back().body, "Grüße: https://new.example");
    EXPECT_TRUE(f.says(QStringLiteral("The link is not known.")));
    f.picture("draft-fault");
    Button *allow = f.button(QStringLiteral("Allow new.example"));
    ASSERT_NE(allow, nullptr);
    f.cockpit.drafting.faults.clear();
    allow->click();
    QApplication::processEvents();
    ASSERT_EQ(f.cockpit.drafting.hosts.size(), 1u);
    EXPECT_EQ(f.cockpit.drafting.hosts.front().first, "new.example");
    EXPECT_TRUE(QTest::qWaitFor([&] { return body->extraSelections().isEmpty(); }, 5'000));
}

TEST(DraftPane, MGoesToWhatIsMissingAndF8ToTheNext)
{
    DraftWindow f;
    domain::DraftFault gap;
    gap.field = "body";
    const std::string text = f.cockpit.detail.card.action.draft.body;
    gap.begin = text.find("Wednesday");
    gap.length = std::string("Wednesday").size();
    gap.error.message = "The field is not filled in.";
    domain::DraftFault noSubject;
    noSubject.field = "subject";
    f.cockpit.drafting.help.faults = {gap, noSubject};
    f.cockpit.drafting.faults = {gap, noSubject};
    f.press(Qt::Key_K);
    f.press(Qt::Key_J);
    f.press(Qt::Key_M);
    auto *body = f.box->findChild<QTextEdit *>();
    ASSERT_TRUE(QTest::qWaitFor([&] { return body->hasFocus(); }, 5'000));
    EXPECT_EQ(body->textCursor().selectedText(), QStringLiteral("Wednesday"));
    f.press(Qt::Key_F8);
    auto *focus = qobject_cast<QLineEdit *>(QApplication::focusWidget());
    ASSERT_NE(focus, nullptr);
    EXPECT_EQ(focus->accessibleName(), QStringLiteral("Subject"));
    Button *place = f.button(QStringLiteral("Go there"));
    ASSERT_NE(place, nullptr);
    place->click();
    EXPECT_EQ(body->textCursor().selectedText(), QStringLiteral("Wednesday"));
    EXPECT_NE(f.button(QStringLiteral("Insert Case, stage Proposal · 3 of 12 answered")), nullptr);
}

TEST(DraftPane, WhatIsSentToAModelIsShownBeforeItGoes)
{
    DraftWindow f;
    Button *write = f.button(QStringLiteral("Write with small"));
    ASSERT_NE(write, nullptr);
    write->click();
    QApplication::processEvents();
    auto *dialog = f.window->findChild<QDialog *>();
    ASSERT_NE(dialog, nullptr);
    auto *sent = dialog->findChild<QPlainTextEdit *>();
    ASSERT_NE(sent, nullptr);
    EXPECT_TRUE(sent->toPlainText().contains(QStringLiteral("[[PERSON]] exactly this")));
    EXPECT_EQ(f.cockpit.drafting.count("write"), 0) << "nothing leaves before a person says so";
    f.cockpit.drafting.holdsModel = true;
    f.picture("draft-model");
    dialog->accept();
    QApplication::processEvents();
    EXPECT_EQ(f.cockpit.drafting.count("agree"), 1);
    EXPECT_EQ(f.cockpit.drafting.count("write"), 1);
    EXPECT_EQ(f.cockpit.count("approve"), 0);
    Button *stop = f.button(QStringLiteral("Stop small"));
    ASSERT_NE(stop, nullptr);
    stop->click();
    EXPECT_EQ(f.cockpit.drafting.count("cancel"), 1);

    domain::ModelDraft written;
    written.removed = {{"link", "https://evil.example"}};
    written.run.action = f.cockpit.drafting.help.action;
    ASSERT_EQ(f.cockpit.drafting.heldModel.size(), 1u);
    f.cockpit.drafting.heldModel.front()(
        base::Error{.code = base::ErrorCode::Refused, .message = "The model left out [[PERSON]]."});
    QApplication::processEvents();
    EXPECT_TRUE(f.says(QStringLiteral("The model left out [[PERSON]].")));
    EXPECT_NE(f.button(QStringLiteral("Write with small")), nullptr);
}

TEST(DraftPane, WithoutAModelThereIsNoButtonForOne)
{
    DraftWindow f;
    f.cockpit.drafting.help.modelName.clear();
    f.press(Qt::Key_J);
    QApplication::processEvents();
    EXPECT_EQ(f.button(QStringLiteral("Write with small")), nullptr);
    EXPECT_FALSE(f.view->modelButton()->isVisibleTo(f.window.get()));
}

} // namespace topline::test
