#include "core/actions/mail_effect.h"
#include "core/base/hash.h"

#include <gtest/gtest.h>

using namespace topline;
using namespace topline::actions;

namespace {

domain::Action mailAction()
{
    domain::Action out;
    out.id = base::Uuid::named("action", "a");
    out.kind = domain::ActionKind::Email;
    out.state = domain::ActionState::Approved;
    out.holdUntilMs = 20'000;
    out.draft = {"dana@northwind.example", "Say hi", "Hello Dana", {}};
    return out;
}

MailTarget target()
{
    MailTarget out;
    out.account.address = "sam@topline.example";
    out.account.name = "Sam";
    out.account.postalAddress = "1 High Street";
    out.records.contactRemoteId = "hs:51";
    return out;
}

} // namespace

TEST(MailEffect, FreezesTheMessageAndReadsItBack)
{
    const auto effect = buildMailEffect(mailAction(), target(), 10'000);
    ASSERT_TRUE(effect.ok()) << effect.error().text();
    EXPECT_EQ(effect->id, buildEffect(mailAction(), {}, 10'000).id);
    EXPECT_EQ(effect->notBeforeMs, 20'000);
    EXPECT_TRUE(isMailEffect(*effect));
    const auto wire = readMailWire(*effect);
    ASSERT_TRUE(wire.ok()) << wire.error().text();
    EXPECT_EQ(wire->from, "sam@topline.example");
    EXPECT_EQ(wire->to, "dana@northwind.example");
    EXPECT_EQ(wire->messageId, effect->id.text() + "@topline.example");
    EXPECT_NE(wire->message.find("Subject: Say hi\r\n"), std::string::npos);
    EXPECT_EQ(*effect, *buildMailEffect(mailAction(), target(), 10'000));
}

TEST(MailEffect, KeepsTheKeysOfEveryEffect)
{
    const auto effect = buildMailEffect(mailAction(), target(), 10'000);
    ASSERT_TRUE(effect.ok());
    for (const char *key :
         {"account", "action", "at", "body", "contact", "deal", "effect", "fields", "kind", "owner",
          "stage", "stage_base", "subject", "to", "until"})
        EXPECT_NE(effect->wire.find('"' + std::string(key) + "\":"), std::string::npos) << key;
    EXPECT_NE(effect->wire.find(R"("contact":"hs:51")"), std::string::npos);
}

TEST(MailEffect, WhatCannotLeaveIsRefused)
{
    MailTarget noAddress = target();
    noAddress.account.postalAddress.clear();
    EXPECT_FALSE(buildMailEffect(mailAction(), noAddress, 0).ok());
    domain::Action gap = mailAction();
    gap.draft.body = "Hi {{contact.first_name}}";
    EXPECT_FALSE(buildMailEffect(gap, target(), 0).ok());
}

TEST(MailEffect, ChangedBytesAreNotRead)
{
    auto effect = *buildMailEffect(mailAction(), target(), 10'000);
    auto changed = effect;
    changed.wire.replace(changed.wire.find("Hello"), 5, "Hallo");
    EXPECT_FALSE(readMailWire(changed).ok());
    changed = effect;
    changed.id = base::Uuid::named("effect", "other");
    EXPECT_FALSE(readMailWire(changed).ok());
    changed = effect;
    const std::string to = R"("envelope_to":"dana@northwind.example)";
    changed.wire.replace(changed.wire.find(to), to.size(),
                         R"("envelope_to":"dana@northwind.example>\r\nRCPT TO:<x@y.example)");
    changed.wireSha256 = base::hex(base::sha256(changed.wire));
    EXPECT_FALSE(readMailWire(changed).ok());
    EXPECT_FALSE(readMailWire(buildEffect(mailAction(), {}, 0)).ok());
    EXPECT_FALSE(isMailEffect(buildEffect(mailAction(), {}, 0)));
}
