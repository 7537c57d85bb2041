// What a card says in each state of execution, and what the inspector knows of it.
#include "tests/ui/feed_window.h"
#include "ui/pages/card_face.h"
#include "ui/pages/review_strip.h"
#include "ui/pages/why_view.h"

#include <QApplication>
#include <QClipboard>
#include <QDialog>
#include <QMenu>
#include <QTextEdit>

#include <gtest/gtest.h>

using namespace topline;
using domain::ActionState;
using domain::Channel;
using domain::FeedCard;
using pages::CardFace;
using pages::Surroundings;
using test::FeedWindow;

namespace {

constexpr base::UtcMs now = tests::sampleNowMs; // Tuesday 18 November 2025, 11:14 UTC

CardFace face(const FeedCard &card, const Surroundings &around = {})
{
    const ui::text::Format format(QLocale(QLocale::English, QLocale::UnitedStates),
                                  base::TimeZone(), now);
    return pages::faceOf(card, format, 10 * base::secondMs, around);
}

FeedCard mail(ActionState state)
{
    FeedCard out = tests::sampleCards()[5];
    out.action.state = state;
    out.action.kind = domain::ActionKind::Email;
    out.channel = Channel::Mail;
    return out;
}

FeedCard queued(Channel channel)
{
    FeedCard out = mail(ActionState::Approved);
    out.action.holdUntilMs = now - 1;
    out.channel = channel;
    out.leavesMs = now - 1;
    return out;
}

QString told(const FeedCard &card)
{
    return face(card).sentence;
}

} // namespace

TEST(CardState, ADraftThatCouldLeaveAsItIsSaysSo)
{
    FeedCard card = mail(ActionState::Proposed);
    EXPECT_FALSE(face(card).play.contains(QLatin1String("draft ready")));
    card.action.draft = {"kenji@pacific.example", "Two dates", "Hello", {}};
    EXPECT_EQ(face(card).play, QString::fromUtf8("Surge · draft ready"));
    card.action.draft.body = "Hello {{contact.first_name}}";
    EXPECT_EQ(face(card).play, QLatin1String("Surge"));
}

TEST(CardState, APlayThatIsOftenIrrelevantSaysThatItRanksLower)
{
    FeedCard card = mail(ActionState::Proposed);
    card.rank.acceptance = {10, 4, 60};
    EXPECT_EQ(face(card).play, QString::fromUtf8("Surge · ranked lower: 6 of 10 not relevant"));
}

TEST(CardState, ACardPutAsideUntilAReplySaysUntilWhenAtTheLatest)
{
    FeedCard card = mail(ActionState::Snoozed);
    card.action.untilReply = true;
    card.action.snoozedUntilMs = now + 14 * base::dayMs;
    EXPECT_EQ(face(card).clock.text, QLatin1String("until a reply"));
    EXPECT_TRUE(told(card).startsWith(QLatin1String("Put aside until they answer or visit")));
    card.action.untilReply = false;
    EXPECT_NE(face(card).clock.text, QLatin1String("until a reply"));
}

TEST(CardState, WhatLeavesLaterSaysWhenByBothClocks)
{
    FeedCard card = queued(Channel::Mail);
    card.contactTimeZone = "Asia/Tokyo";
    card.leavesMs = 1'763'510'400'000; // Wednesday 00:00 UTC, 09:00 in Tokyo
    const QString words = told(card);
    EXPECT_TRUE(words.contains(QLatin1String("their time"))) << words.toStdString();
    EXPECT_TRUE(words.contains(QLatin1String("9:00"))) << words.toStdString();
    EXPECT_NE(face(card).clock.text, QLatin1String("queued"));
    card.contactTimeZone.clear();
    EXPECT_FALSE(told(card).contains(QLatin1String("their time")));
}

TEST(CardState, TheNearestThingThatKeepsItHereIsNamed)
{
    Surroundings around;
    EXPECT_EQ(face(queued(Channel::Crm), around).clock.text, QLatin1String("queued"));
    around.offline = true;
    EXPECT_EQ(face(queued(Channel::Crm), around).clock.text, QLatin1String("offline"));
    EXPECT_EQ(face(queued(Channel::Mail), around).clock.text, QLatin1String("queued"));
    around.mailboxOut = true;
    EXPECT_EQ(face(queued(Channel::Mail), around).clock.text, QLatin1String("mailbox"));
    EXPECT_EQ(face(queued(Channel::Mail), around).clock.tone, look::Tone::Amber);
    around.stopped = true;
    EXPECT_EQ(face(queued(Channel::Mail), around).clock.text, QLatin1String("stopped"));
    around.frozen = true;
    EXPECT_EQ(face(queued(Channel::Mail), around).clock.text, QLatin1String("frozen"));
    EXPECT_EQ(face(queued(Channel::Mail), around).clock.icon, look::Icon::Lock);
    // Nothing of this concerns a card that waits for a person.
    EXPECT_EQ(face(mail(ActionState::Proposed), around).clock.text, QLatin1String("today"));
}

TEST(CardState, AClashOfFieldsIsAConflictUntilItHasEnded)
{
    Surroundings around;
    FeedCard card = queued(Channel::Crm);
    around.clashes = {card.action.id};
    EXPECT_EQ(face(card, around).clock.text, QLatin1String("Conflict"));
    EXPECT_EQ(face(card, around).edge, look::Tone::Amber);
    card.action.state = ActionState::Done;
    EXPECT_NE(face(card, around).clock.text, QLatin1String("Conflict"));
}

TEST(CardState, WhatIsKnownOfAnUnknownOneDependsOnTheChannel)
{
    FeedCard card = mail(ActionState::Unknown);
    EXPECT_TRUE(told(card).contains(QLatin1String("sent mail")));
    EXPECT_EQ(face(card).waysOut.size(), 2U);
    card.channel = Channel::Crm;
    EXPECT_TRUE(told(card).contains(QLatin1String("found by its key")));
    card.channel = Channel::Calendar;
    card.action.kind = domain::ActionKind::Meeting;
    EXPECT_TRUE(told(card).contains(QLatin1String("calendar")));
    card.channel = Channel::Crm;
    card.action.kind = domain::ActionKind::FieldEdit;
    EXPECT_TRUE(told(card).contains(QLatin1String("new value")));
}

TEST(CardState, EveryChannelNamesItsGuarantee)
{
    EXPECT_EQ(pages::guaranteeSentence(Channel::Mail, domain::ActionKind::Email),
              QLatin1String("Mail: at most once. Topline never repeats it in doubt."));
    EXPECT_TRUE(pages::guaranteeSentence(Channel::Crm, domain::ActionKind::Task)
                    .contains(QLatin1String("effectively once")));
    EXPECT_TRUE(pages::guaranteeSentence(Channel::Crm, domain::ActionKind::FieldEdit)
                    .contains(QLatin1String("nobody changed it")));
}

TEST(CardState, SurroundingsComeFromStatusAndConnections)
{
    domain::WorkspaceStatus status;
    domain::SyncView sync;
    EXPECT_FALSE(pages::surroundingsOf(status, sync).offline);
    EXPECT_TRUE(pages::surroundingsOf(status, sync).mailboxOut);
    status.frozen = domain::FreezeReason::OlderCopy;
    domain::ConnectionView crm;
    crm.system = "hubspot";
    crm.state = domain::ConnectionState::Failing;
    domain::ConnectionView mailbox;
    mailbox.system = "mail";
    sync.connections = {crm, mailbox};
    domain::Conflict clash;
    clash.action = base::Uuid::named("action", "x");
    sync.conflicts = {clash};
    const Surroundings around = pages::surroundingsOf(status, sync);
    EXPECT_TRUE(around.frozen);
    EXPECT_TRUE(around.offline);
    EXPECT_FALSE(around.mailboxOut);
    EXPECT_EQ(around.clashes.size(), 1U);
    crm.system = "salesforce";
    crm.state = domain::ConnectionState::Connected;
    sync.connections.push_back(crm); // one of two answers
    sync.conflicts[0].state = domain::ConflictState::KeptOurs;
    EXPECT_FALSE(pages::surroundingsOf(status, sync).offline);
    EXPECT_TRUE(pages::surroundingsOf(status, sync).clashes.empty());
}

TEST(CardState, TheAuditTabNamesApproverBytesGuaranteeAndEveryAttempt)
{
    domain::CardDetail detail;
    detail.card = mail(ActionState::Unknown);
    detail.card.action.playId = "surge";
    detail.card.action.draft.to = "dana@northwind.example";
    domain::Effect effect;
    effect.id = base::Uuid::named("effect", "1");
    effect.channel = Channel::Mail;
    detail.effects = {effect};
    detail.approvals = {{"rep", "0123456789abcdef", now - base::hourMs}};
    detail.attempts = {{effect.id, 1, domain::EffectState::Intent, now - 9, ""},
                       {effect.id, 2, domain::EffectState::Unknown, now, "no answer in 60 s"}};
    pages::WhyView why;
    why.resize(400, 300);
    why.setDetail(detail, {QLocale(), base::TimeZone(), now});
    // In doubt, it opens by itself.
    const QString heard = why.accessibleName();
    for (const char *part :
         {"Approved by you, bytes 0123456789ab", "at most once", "intent stored", "no word of it",
          "no answer in 60 s", "to dana@northwind.example among", "surge"})
        EXPECT_TRUE(heard.contains(QLatin1String(part))) << part << " in " << heard.toStdString();
}

TEST(CardState, TheAuditCardOpensWithEveryLedgerRowAndCopiesIt)
{
    FeedWindow f;
    auto &row = f.cockpit.work.audit.entries.emplace_back();
    row.seq = 41;
    f.press(Qt::Key_J);
    auto *why = f.window->findChild<pages::WhyView *>();
    Q_EMIT why->auditWanted();
    f.settle();
    auto *box = f.window->findChild<QDialog *>();
    ASSERT_NE(box, nullptr);
    EXPECT_TRUE(box->isVisible());
    const auto *text = box->findChild<QTextEdit *>();
    ASSERT_NE(text, nullptr);
    EXPECT_TRUE(text->isReadOnly());
    EXPECT_TRUE(QTest::qWaitFor([text] { return text->hasFocus(); })) << "arrows scroll it";
    EXPECT_TRUE(text->toPlainText().contains(QStringLiteral("41")));
    f.picture("audit-card");
    QGuiApplication::clipboard()->clear();
    box->accept();
    const QString copied = QGuiApplication::clipboard()->text();
    for (const QString &line : text->toPlainText().split(QLatin1Char('\n')))
        EXPECT_TRUE(copied.contains(line)) << line.toStdString();
}

TEST(FeedKeys, HHasALineForUntilTheyAnswer)
{
    FeedWindow f;
    f.press(Qt::Key_H);
    const auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
    ASSERT_NE(menu, nullptr);
    QAction *line = nullptr;
    for (QAction *action : menu->actions()) {
        if (action->text().contains(QLatin1String("answer or visit")))
            line = action;
    }
    ASSERT_NE(line, nullptr);
    line->trigger();
    ASSERT_EQ(f.cockpit.work.snoozes.size(), 1U);
    EXPECT_EQ(f.cockpit.work.snoozes[0].first, std::vector{f.idOf(0)});
    EXPECT_GT(f.cockpit.work.snoozes[0].second, f.cockpit.clock + 13 * base::dayMs);
    EXPECT_LE(f.cockpit.work.snoozes[0].second, f.cockpit.clock + 15 * base::dayMs);
}

TEST(FeedKeys, UAsksOfWhichCardItIsADuplicate)
{
    FeedWindow f;
    f.cockpit.detail.card = tests::sampleCards()[0];
    f.cockpit.detail.siblings = {tests::sampleCards()[1]};
    f.press(Qt::Key_U);
    f.settle();
    const auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
    ASSERT_NE(menu, nullptr);
    ASSERT_EQ(menu->actions().size(), 1);
    menu->actions().first()->trigger();
    ASSERT_EQ(f.cockpit.work.duplicates.size(), 1U);
    EXPECT_EQ(f.cockpit.work.duplicates[0], std::pair(f.idOf(0), f.idOf(1)));
}

TEST(ReviewStrip, NamesTheLimitOfTheDayAndPutsWhatIsWrongFirst)
{
    pages::ReviewStrip strip;
    std::vector<FeedCard> cards;
    for (int i = 0; i < 12; ++i) {
        FeedCard card = mail(ActionState::Proposed);
        card.action.draft = {"p" + std::to_string(i) + "@x.example", "Subject", "Body", {}};
        cards.push_back(card);
    }
    strip.setCards(cards, {37, 50});
    EXPECT_EQ(strip.summary(), QString::fromUtf8("12 selected · 37 of 50 mails today"));
    EXPECT_EQ(strip.warnings(), 0);
    strip.setCards(cards, {40, 50});
    EXPECT_TRUE(strip.summary().contains(QLatin1String("2 will wait for tomorrow")));
    cards[11].action.draft.to = cards[0].action.draft.to;
    cards[10].action.draft.subject.clear();
    strip.setCards(cards, {});
    EXPECT_EQ(strip.warnings(), 2);
    EXPECT_FALSE(strip.summary().contains(QLatin1String("today")));
}
