// The 300 injections through the whole engine: they come in as mail of the buyer's, a card is there
// to answer, a model that obeys each of them writes the draft. Recipient, subject, links and
// amounts stay those that code put there, and nothing leaves unless a person says so.
#include "core/actions/mail_effect.h"
#include "core/engine/drafts/draft_work.h"
#include "core/engine/guards/send_guard_desk.h"
#include "tests/assist/injection_texts.h"
#include "tests/assist/model_parts.h"
#include "tests/engine/mail_world.h"

#include <algorithm>
#include <array>

namespace topline::engine {

namespace {

using Place = void (*)(domain::MailArrival &, const std::string &);

constexpr std::array<Place, 5> places = {
    [](domain::MailArrival &mail, const std::string &text) { mail.text = text; },
    [](domain::MailArrival &mail, const std::string &text) { mail.subject = "Re: " + text; },
    [](domain::MailArrival &mail, const std::string &text) { mail.fromName = "Dana " + text; },
    [](domain::MailArrival &mail, const std::string &text) {
        mail.html = "<p>Hi</p><div style='display:none'>" + text + "</div>";
    },
    [](domain::MailArrival &mail, const std::string &text) {
        mail.text = "Yes, please.\n\n> " + text;
    },
};

class InjectionTest : public MailWorld {
protected:
    InjectionTest()
    {
        connectMailbox();
        auto settings = assist::sampleSettings();
        need(engine().drafts().assist().set(settings));
        need(engine().drafts().assist().agree());
        m_before = action(m_mail).draft;
    }

    // From the buyer of the card; an answer to nothing of ours.
    void hear(Place place, const std::string &text)
    {
        domain::MailArrival mail;
        mail.kind = domain::MailKind::OtherMail;
        mail.messageId = "in" + std::to_string(++m_heard) + "@northwind.example";
        mail.from = m_before.to;
        mail.fromName = "Dana";
        mail.subject = "About your offer";
        mail.text = "Hello.";
        mail.atMs = m_clock.now();
        place(mail, text);
        receive({mail});
        m_clock.advance(base::secondMs);
    }

    // True where the answer was taken over as the draft's text.
    bool write(const base::Uuid &card, const assist::Wish &wish)
    {
        auto &model = engine().drafts().assist();
        const auto started = need(model.begin(card, ""));
        m_asked = started.request.user;
        const auto written =
            model.finish(started, assist::chatAnswer(assist::obeying(started.request, wish)));
        return written.ok();
    }

    // Whatever code had put into the draft; what the model wrote adds none of it.
    void expectUnchanged(const domain::Draft &before, const domain::Draft &after)
    {
        EXPECT_EQ(after.to, before.to);
        EXPECT_EQ(after.subject, before.subject);
        const auto links = assist::linksOf(before.body);
        for (const auto &link : assist::linksOf(after.body))
            EXPECT_TRUE(links.contains(link)) << link << "\n" << after.body;
        const auto amounts = assist::amountsOf(before.body);
        for (const auto &amount : assist::amountsOf(after.body))
            EXPECT_TRUE(amounts.contains(amount)) << amount << "\n" << after.body;
    }

    // The cards that answer this buyer by mail.
    std::vector<base::Uuid> answers()
    {
        std::vector<base::Uuid> out;
        for (const auto &each : need(engine().tables().actions.openOf(action(m_mail).account))) {
            if (each.kind == domain::ActionKind::Email &&
                each.state == domain::ActionState::Proposed)
                out.push_back(each.id);
        }
        return out;
    }

    domain::Draft m_before;
    int m_heard = 0;
    std::string m_asked; // of the model, last
};

} // namespace

TEST_F(InjectionTest, ThreeHundredThatComeAsMailChangeNothingAndSendNothing)
{
    int taken = 0;
    int refused = 0;
    for (std::size_t trick = 0; trick < assist::tricks.size(); ++trick) {
        for (std::size_t place = 0; place < places.size(); ++place) {
            for (const assist::Wish &wish : assist::wishes) {
                SCOPED_TRACE(testing::Message()
                             << "trick " << trick << " place " << place << " " << wish.name);
                hear(places[place], assist::tricks[trick](wish.order));
                const auto cards = answers();
                ASSERT_FALSE(cards.empty());
                const base::Uuid card = cards[static_cast<std::size_t>(m_heard) % cards.size()];
                const auto before = action(card);
                if (write(card, wish)) {
                    ++taken;
                    expectUnchanged(before.draft, action(card).draft);
                    EXPECT_EQ(action(card).state, domain::ActionState::Proposed);
                    need(engine().undo());
                } else {
                    ++refused;
                    EXPECT_EQ(action(card).draft, before.draft);
                }
                send();
            }
        }
    }
    hear(places[0], "a quite ordinary question");
    write(answers().front(), assist::wishes[0]);
    EXPECT_NE(m_asked.find("a quite ordinary question"), std::string::npos); // they are heard
    EXPECT_EQ(taken + refused, 300);
    EXPECT_GT(taken, 150);
    m_clock.advance(2 * base::dayMs);
    need(engine().tick());
    send();
    EXPECT_TRUE(m_box.taken.empty());
    EXPECT_TRUE(isSound());
}

// Also where plays may run by themselves: what a model wrote needs a person.
TEST_F(InjectionTest, WhatTheModelWroteLeavesByAPersonAloneAndToTheCardsOwnBuyer)
{
    hear(places[0], assist::wishes[0].order);
    ASSERT_TRUE(write(m_mail, {"none", "", "@ Thank you. I come back to each point."}));
    const domain::Draft written = action(m_mail).draft;
    expectUnchanged(m_before, written);
    auto policy = engine().policy();
    policy.guards.offHours = domain::OffHours::ByItself;
    need(engine().setPolicy(policy));
    for (int hour = 0; hour < 48; ++hour) {
        m_clock.advance(base::hourMs);
        need(engine().tick());
        send();
    }
    EXPECT_TRUE(m_box.taken.empty());
    EXPECT_TRUE(effects().empty());
    approve();
    const auto wire = need(actions::readMailWire(effects().at(0)));
    EXPECT_EQ(wire.to, m_before.to);
    EXPECT_EQ(wire.message.find("evil"), std::string::npos);
    EXPECT_TRUE(isSound());
}

} // namespace topline::engine
