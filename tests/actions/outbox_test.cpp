#include "core/actions/outbox.h"
#include "core/base/hash.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <gtest/gtest.h>

using namespace topline;
using domain::EffectState;

namespace {

domain::Action mailAction()
{
    domain::Action out;
    out.id = base::Uuid::named("action", "a");
    out.kind = domain::ActionKind::Email;
    out.state = domain::ActionState::Approved;
    out.holdUntilMs = 20'000;
    out.draft = {"dana@northwind.example", "Say \"hi\"", "Line\nÅ\x01\\", {}};
    return out;
}

} // namespace

TEST(BuildEffect, TheWireIsCanonicalAndHashed)
{
    const auto effect =
        actions::buildEffect(mailAction(), {"acct-1", "c-2", "d-3", "o-4", "", ""}, 10'000);
    const std::string expected =
        R"({"account":"acct-1","action":")" + mailAction().id.text() +
        R"(","at":"10000","body":"Line\nÅ\u0001\\","contact":"c-2","deal":"d-3","effect":")" +
        effect.id.text() +
        R"(","fields":[],"kind":"email","owner":"o-4","stage":"","stage_base":"","subject":"Say \"hi\"",)"
        R"("to":"dana@northwind.example","until":""})";
    EXPECT_EQ(effect.wire, expected);
    EXPECT_EQ(effect.wireSha256, base::hex(base::sha256(expected)));
    EXPECT_EQ(effect.state, EffectState::Queued);
    EXPECT_EQ(effect.notBeforeMs, 20'000);
    EXPECT_EQ(effect.attempts, 0);
}

TEST(BuildEffect, AFieldEditCarriesWhatItWasAndWhatItShallBe)
{
    domain::Action action = mailAction();
    action.kind = domain::ActionKind::FieldEdit;
    action.fields = {{"next_step", "Call \"Kim\"", "Send terms"}, {"amount", "", "1500.00"}};
    const auto effect = actions::buildEffect(action, {}, 0);
    EXPECT_NE(effect.wire.find(
                  R"("fields":[{"base":"Call \"Kim\"","field":"next_step","value":"Send terms"},)"
                  R"({"base":"","field":"amount","value":"1500.00"}])"),
              std::string::npos)
        << effect.wire;
}

TEST(BuildEffect, TheSameApprovalGivesTheSameBytesAndARetryAnotherId)
{
    const actions::EffectTarget target{"acct-1", "c-2", "", "", "", ""};
    EXPECT_EQ(actions::buildEffect(mailAction(), target, 1),
              actions::buildEffect(mailAction(), target, 1));
    EXPECT_NE(actions::buildEffect(mailAction(), target, 1).id,
              actions::buildEffect(mailAction(), target, 1, 2).id);
}

TEST(BuildEffect, AnyTextGivesReadableJson)
{
    domain::Action action = mailAction();
    for (int byte = 0; byte < 256; ++byte)
        action.draft.body += static_cast<char>(byte);
    const auto effect = actions::buildEffect(action, {}, 0);
    QJsonParseError fault;
    const auto document = QJsonDocument::fromJson(QByteArray::fromStdString(effect.wire), &fault);
    EXPECT_EQ(fault.error, QJsonParseError::NoError) << fault.errorString().toStdString();
    EXPECT_EQ(document.object().value(QLatin1String("subject")).toString().toStdString(),
              action.draft.subject);
}

TEST(StateAfterRestart, TheWireIsTheBorderOfDoubt)
{
    EXPECT_EQ(actions::stateAfterRestart(EffectState::Intent), EffectState::Queued);
    EXPECT_EQ(actions::stateAfterRestart(EffectState::OnWire), EffectState::Unknown);
    for (const auto state : {EffectState::Queued, EffectState::Sent, EffectState::Failed,
                             EffectState::Unknown, EffectState::Cancelled})
        EXPECT_EQ(actions::stateAfterRestart(state), state);
}
