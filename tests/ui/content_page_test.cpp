#include "tests/ui/window_fixture.h"
#include "ui/look/button.h"
#include "ui/look/table.h"
#include "ui/pages/content_model_pane.h"
#include "ui/pages/content_page.h"
#include "ui/pages/content_panes.h"
#include "ui/pages/content_table.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTest>

#include <gtest/gtest.h>

namespace topline::test {

using look::Button;

namespace {

domain::ContentRow row(const char *title, std::int64_t uses)
{
    domain::ContentRow out;
    out.asset.id = base::Uuid::named("content", title);
    out.asset.title = title;
    out.asset.url = "https://a.example";
    out.asset.tags.stages = {"Proposal", "Demo"};
    out.counts = {uses, 1, 0};
    return out;
}

struct DraftsWindow : WindowFixture {
    DraftsWindow()
    {
        cockpit.drafting.shelf.content = {row("Case", 12), row("Guide", 3)};
        cockpit.drafting.shelf.snippets = {{"hello", "Hi {{contact.first_name}}", 0}};
        cockpit.drafting.shelf.linkHosts = {"a.example"};
        start("drafts");
        page = window->findChild<pages::ContentPage *>();
    }

    QWidget *shown() const
    {
        for (QWidget *pane : page->findChildren<QWidget *>()) {
            const bool isPane =
                qobject_cast<pages::ContentPane *>(pane) || qobject_cast<pages::ModelPane *>(pane);
            if (isPane && pane->isVisibleTo(page))
                return pane;
        }
        return nullptr;
    }

    QLineEdit *field(const QString &name) const
    {
        for (QLineEdit *each : shown()->findChildren<QLineEdit *>()) {
            if (each->accessibleName() == name)
                return each;
        }
        return nullptr;
    }

    void click(const QString &text) const
    {
        for (Button *each : shown()->findChildren<Button *>()) {
            if (each->text() == text)
                return each->click();
        }
        ADD_FAILURE() << "no button " << text.toStdString();
    }

    bool says(const QString &text) const
    {
        const auto labels = shown()->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(), [&](const QLabel *label) {
            return label->isVisibleTo(page) && label->text().contains(text);
        });
    }

    pages::ContentPage *page = nullptr;
};

} // namespace

TEST(ContentPage, ARowOpensInTheFormAndIsSavedWithItsId)
{
    DraftsWindow f;
    ASSERT_NE(f.page, nullptr);
    auto *table = f.page->assets()->table();
    ASSERT_EQ(table->model()->rowCount(), 2);
    EXPECT_EQ(table->model()->index(0, 2).data().toString(), QStringLiteral("12"));
    table->setCurrentIndex(table->model()->index(1, 0));
    EXPECT_EQ(f.field(QStringLiteral("Title"))->text(), QStringLiteral("Guide"));
    EXPECT_EQ(f.field(QStringLiteral("Stages"))->text(), QStringLiteral("Proposal; Demo"));
    f.picture("drafts-content");
    f.field(QStringLiteral("Stages"))->setText(QStringLiteral("Demo ; ;"));
    f.click(QStringLiteral("Save"));
    QApplication::processEvents();
    ASSERT_EQ(f.cockpit.drafting.assets.size(), 1u);
    EXPECT_EQ(f.cockpit.drafting.assets[0].id, base::Uuid::named("content", "Guide"));
    EXPECT_EQ(f.cockpit.drafting.assets[0].tags.stages, std::vector<std::string>{"Demo"});
    f.click(QStringLiteral("New"));
    EXPECT_TRUE(f.field(QStringLiteral("Title"))->text().isEmpty());
    f.click(QStringLiteral("Save"));
    EXPECT_TRUE(f.cockpit.drafting.assets[1].id.isNull());
}

TEST(ContentPage, ARefusalStaysInTheForm)
{
    DraftsWindow f;
    f.cockpit.drafting.verdict = base::Error{.code = base::ErrorCode::InvalidInput,
                                             .message = "This is no plain https link."};
    f.click(QStringLiteral("Save"));
    QApplication::processEvents();
    EXPECT_TRUE(f.says(QStringLiteral("This is no plain https link.")));
}

TEST(ContentPage, TheKeysChooseAPane)
{
    DraftsWindow f;
    f.window->activateWindow();
    QApplication::processEvents();
    f.page->assets()->table()->setFocus();
    QTest::keyClick(f.page->assets()->table(), Qt::Key_2);
    QApplication::processEvents();
    EXPECT_NE(qobject_cast<pages::SnippetPane *>(f.shown()), nullptr);
    f.page->choose(2);
    EXPECT_NE(qobject_cast<pages::LinkPane *>(f.shown()), nullptr);
    f.field(QStringLiteral("Host"))->setText(QStringLiteral("b.example"));
    f.click(QStringLiteral("Take off")); // it is not there
    f.click(QStringLiteral("Allow"));
    f.field(QStringLiteral("Host"))->setText(QStringLiteral("a.example"));
    f.click(QStringLiteral("Take off"));
    EXPECT_EQ(f.cockpit.drafting.hosts, (std::vector<std::pair<std::string, bool>>{
                                            {"b.example", true}, {"a.example", false}}));
}

TEST(ContentPage, TheModelIsOffUntilSwitchedOnAndItsKeyIsNotShownAgain)
{
    DraftsWindow f;
    f.page->choose(3);
    f.page->activate();
    QApplication::processEvents();
    auto *on = f.shown()->findChild<QCheckBox *>();
    ASSERT_NE(on, nullptr);
    EXPECT_FALSE(on->isChecked());
    on->setChecked(true);
    f.field(QStringLiteral("Address"))->setText(QStringLiteral("http://127.0.0.1:1/v1"));
    f.field(QStringLiteral("Model"))->setText(QStringLiteral("small"));
    f.field(QStringLiteral("Key"))->setText(QStringLiteral("sk-canary"));
    f.click(QStringLiteral("Save"));
    QApplication::processEvents();
    ASSERT_EQ(f.cockpit.drafting.settings.size(), 1u);
    EXPECT_TRUE(f.cockpit.drafting.settings[0].isOn);
    EXPECT_EQ(f.cockpit.drafting.settings[0].model, "small");
    ASSERT_EQ(f.cockpit.drafting.keys.size(), 1u);
    EXPECT_EQ(f.cockpit.drafting.keys[0].reveal(), "sk-canary");
    EXPECT_TRUE(f.field(QStringLiteral("Key"))->text().isEmpty());
    EXPECT_EQ(f.field(QStringLiteral("Key"))->echoMode(), QLineEdit::Password);
    EXPECT_TRUE(QTest::qWaitFor([&] { return f.says(QStringLiteral("A key is in the keychain.")); },
                                5'000));
    f.picture("drafts-model");
}

TEST(ContentTable, NewContentsComeAsChangesAndNeverAsAReset)
{
    pages::ContentTable table({QStringLiteral("Content"), QStringLiteral("Sent")}, 1);
    QAbstractItemModelTester tester(&table, QAbstractItemModelTester::FailureReportingMode::Fatal);
    const auto line = [](const char *id, int sent) {
        return pages::ContentLine{QLatin1String(id), {QLatin1String(id), QString::number(sent)}};
    };
    table.apply({line("a", 1), line("b", 2), line("c", 3)});
    int resets = 0;
    int changes = 0;
    QObject::connect(&table, &QAbstractItemModel::modelReset, &table, [&] { ++resets; });
    QObject::connect(&table, &QAbstractItemModel::dataChanged, &table,
                     [&](const QModelIndex &from, const QModelIndex &to) {
                         ++changes;
                         EXPECT_EQ(from.column(), 0);
                         EXPECT_EQ(to.column(), 1);
                     });
    const QPersistentModelIndex kept = table.index(2, 0);
    table.apply({line("c", 4), line("d", 1), line("a", 1)});
    EXPECT_EQ(resets, 0);
    EXPECT_EQ(changes, 1);
    EXPECT_EQ(kept.row(), 0);
    EXPECT_EQ(table.idOf(kept), QStringLiteral("c"));
    EXPECT_EQ(table.index(0, 1).data().toString(), QStringLiteral("4"));
    table.apply({});
    EXPECT_FALSE(kept.isValid());
}

TEST(ContentPage, ASnippetThatIsNotThereCannotBeRemoved)
{
    DraftsWindow f;
    f.page->choose(1);
    f.page->activate();
    QApplication::processEvents();
    auto *pane = f.page->findChild<pages::SnippetPane *>();
    EXPECT_EQ(f.field(QStringLiteral("Name"))->text(), QStringLiteral("hello"));
    EXPECT_EQ(pane->table()->currentIndex().row(), 0);
    f.field(QStringLiteral("Name"))->setText(QStringLiteral("other"));
    for (const Button *each : f.shown()->findChildren<Button *>()) {
        if (each->text() == QStringLiteral("Remove")) {
            EXPECT_FALSE(each->isEnabled()) << "there is no such snippet";
        }
    }
}

} // namespace topline::test
