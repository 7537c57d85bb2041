#include "core/plays/decide.h"
#include "core/plays/judgement.h"

#include <gtest/gtest.h>

using namespace topline;
using domain::Action;
using domain::ContactId;
using domain::DismissReason;
using domain::ReasonCode;

namespace {

constexpr base::UtcMs now = 1'763'460'840'000;

Action dismissed(DismissReason reason, std::int64_t contact = 1)
{
    Action out;
    out.id = base::Uuid::named("action", "before");
    out.kind = domain::ActionKind::Email;
    out.state = domain::ActionState::Dismissed;
    out.dismissReason = reason;
    out.playId = "revisit";
    out.contact = ContactId{contact};
    out.changedMs = now - base::hourMs;
    out.dedupeKey = "revisit|contact " + std::to_string(contact);
    return out;
}

struct World {
    World()
    {
        history.account.id = domain::AccountId{1};
        for (std::int64_t id : {1, 2}) {
            auto &contact = history.contacts.emplace_back();
            contact.id = ContactId{id};
            contact.email = "person" + std::to_string(id) + "@northwind.example";
        }
        signal.id = base::Uuid::named("signal", "s");
        signal.contact = ContactId{1};
        signal.occurredMs = now;
        play.id = "revisit";
        domain::PlayStep step;
        step.kind = domain::ActionKind::Email;
        play.steps.push_back(step);
    }

    plays::Verdict decide() const
    {
        return plays::decide(
            signal, play, {history, score, {}, recent, policy, false, now, nullptr, {}, &before});
    }

    domain::AccountHistory history;
    domain::AccountScore score;
    std::vector<Action> recent;
    std::vector<Action> before;
    domain::Policy policy;
    domain::Signal signal;
    domain::Play play;
};

} // namespace

TEST(Judgement, TheWrongPersonIsNotAskedForAgainByThatPlay)
{
    World w;
    ASSERT_EQ(w.decide().action->contact, ContactId{1});
    w.before = {dismissed(DismissReason::WrongPerson)};
    ASSERT_TRUE(w.decide().action);
    EXPECT_EQ(w.decide().action->contact, ContactId{2});
    w.before.push_back(dismissed(DismissReason::WrongPerson, 2));
    EXPECT_EQ(w.decide().decision.reason.code, ReasonCode::NoContact);
    w.play.id = "another";
    EXPECT_EQ(w.decide().action->contact, ContactId{1});
}

TEST(Judgement, OtherReasonsKeepThePerson)
{
    World w;
    w.before = {dismissed(DismissReason::BadTiming), dismissed(DismissReason::NotRelevant)};
    EXPECT_EQ(w.decide().action->contact, ContactId{1});
    Action undone = dismissed(DismissReason::WrongPerson);
    undone.state = domain::ActionState::Proposed;
    EXPECT_TRUE(plays::wrongPeople(std::vector{undone}, "revisit").empty());
}

TEST(Judgement, BadTimingPostponesThePlayForThePersonByItsCooldown)
{
    EXPECT_TRUE(plays::postponesPlay(dismissed(DismissReason::BadTiming)));
    EXPECT_TRUE(plays::postponesPlay(dismissed(DismissReason::AlreadyDone)));
    EXPECT_FALSE(plays::postponesPlay(dismissed(DismissReason::NotRelevant)));
    EXPECT_FALSE(plays::postponesPlay(dismissed(DismissReason::Duplicate)));
    World w;
    w.recent = {dismissed(DismissReason::BadTiming)};
    EXPECT_EQ(w.decide().decision.reason.code, ReasonCode::PlayCooldown);
    w.recent[0].changedMs = now - w.policy.suppression.playCooldownMs;
    EXPECT_EQ(w.decide().decision.reason.code, ReasonCode::Proposed);
    w.recent = {dismissed(DismissReason::BadTiming, 2)};
    EXPECT_EQ(w.decide().decision.reason.code, ReasonCode::Proposed);
}

TEST(Judgement, AlreadyDoneIsATouchForEveryPlay)
{
    World w;
    w.recent = {dismissed(DismissReason::AlreadyDone)};
    w.play.id = "another";
    EXPECT_EQ(w.decide().decision.reason.code, ReasonCode::ChannelCooldown);
    w.recent = {dismissed(DismissReason::BadTiming)};
    EXPECT_EQ(w.decide().decision.reason.code, ReasonCode::Proposed);
}
