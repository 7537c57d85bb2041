// What a push survives: whatever request fails in whatever way, one record stands there at the end
// and no edit of either side is lost. The engine's part (look up what is in doubt, then send again
// what is proved absent) is played by the test.
#include "core/crm/salesforce_id.h"
#include "tests/crm/salesforce_bench.h"

#include <gtest/gtest.h>

namespace topline::crm {

namespace {

using domain::ActionKind;
using fakes::FakeFault;
using fakes::Response;

QString word(const std::string &text)
{
    return QString::fromStdString(text);
}

std::vector<FakeFault> everyFault()
{
    const auto answered = [](int status, const std::string &body) {
        return FakeFault{.match = "", .answer = {status, {}, body, {}}};
    };
    const auto coded = [&](int status, const std::string &code) {
        return answered(status, R"([{"message":"said so","errorCode":")" + code + R"("}])");
    };
    return {
        {.match = "", .wire = Response::Wire::CloseBefore},
        {.match = "", .wire = Response::Wire::CloseAfter},
        {.match = "", .wire = Response::Wire::Truncate},
        {.match = "", .expiresSession = true},
        answered(503, "<html>down</html>"),
        answered(200, "<html>down</html>"),
        answered(502, ""),
        coded(503, "SERVER_UNAVAILABLE"),
        coded(400, "UNABLE_TO_LOCK_ROW"),
        coded(403, "REQUEST_LIMIT_EXCEEDED"),
        coded(500, "UNKNOWN_EXCEPTION"),
    };
}

// As the engine does it: until the effect has ended.
PushAnswer pushPatiently(SalesforceBench &bench, domain::Effect effect)
{
    PushAnswer out;
    for (int tries = 0; tries < 20; ++tries) {
        effect.changedMs = bench.clock.now();
        out = bench.push(effect);
        bench.restart(); // the program was killed before it stored the answer
        for (int looks = 0; out.state == PushState::Unknown && looks < 20; ++looks) {
            bench.pass(5 * base::minuteMs);
            const auto found = bench.connector().lookUp(effect, bench.cancel);
            if (found.state == PushState::Refused)
                out.state = PushState::NotSent;
            else
                out = found;
        }
        if (out.state != PushState::NotSent)
            return out;
        bench.pass(std::max<base::DurationMs>(out.retryAtMs.value_or(0) - bench.clock.now(),
                                              base::minuteMs));
    }
    ADD_FAILURE() << "it never ended: " << out.detail;
    return out;
}

bool isDone(const PushAnswer &answer)
{
    return answer.state == PushState::Applied || answer.state == PushState::AlreadyApplied;
}

enum class IdField { Unique, Plain, None };

void setIdField(SalesforceBench &bench, IdField field)
{
    for (const char *object : {"Task", "Event", "EmailMessage"}) {
        auto known = *fakes::salesforceObjects().at(object).field("Topline_Id__c");
        known.isUnique = known.isExternalId = false;
        if (field == IdField::None)
            bench.fake.dropField(object, "Topline_Id__c");
        else if (field == IdField::Plain)
            bench.fake.setField(object, known);
    }
}

} // namespace

TEST(SalesforcePushFaults, WhateverFailsOneRecordIsMade)
{
    for (const IdField field : {IdField::Unique, IdField::Plain, IdField::None}) {
        for (const FakeFault &kind : everyFault()) {
            for (int at = 0; at < 6; ++at) {
                SCOPED_TRACE(std::to_string(static_cast<int>(field)) + " at " + std::to_string(at) +
                             " " + std::to_string(kind.answer.status) + " " +
                             std::to_string(static_cast<int>(kind.wire)));
                SalesforceBench bench;
                setIdField(bench, field);
                const std::string contact = bench.addContact("Curie");
                FakeFault fault = kind;
                fault.skip = at;
                bench.fake.addFault(fault);
                const auto effect = bench.effect(
                    ActionKind::Call, {{"contact", "sf:" + contact}, {"subject", "Price"}});
                const auto answer = pushPatiently(bench, effect);
                EXPECT_TRUE(isDone(answer)) << answer.detail;
                EXPECT_EQ(bench.fake.live("Task"), 1U);
            }
        }
    }
}

TEST(SalesforcePushFaults, WhateverFailsAnEditArrivesOnceAndOverwritesNothing)
{
    for (const FakeFault &kind : everyFault()) {
        for (int at = 0; at < 7; ++at) {
            for (const bool isRival : {false, true}) {
                SCOPED_TRACE(std::to_string(at) + " " + std::to_string(kind.answer.status) + " " +
                             std::to_string(static_cast<int>(kind.wire)) + " " +
                             std::to_string(static_cast<int>(isRival)));
                SalesforceBench bench;
                const std::string deal = bench.addDeal("Radium", 500);
                bench.pass(base::minuteMs);
                FakeFault fault = kind;
                fault.skip = at;
                bench.fake.addFault(fault);
                bool hasActed = false;
                bench.fake.onRequest = [&](const fakes::Request &request) {
                    if (!isRival || hasActed || request.method != "PATCH")
                        return;
                    hasActed = true;
                    bench.pass(2 * base::secondMs);
                    bench.fake.edit("Opportunity", deal, {{word("NextStep"), word("Theirs")}});
                };
                const auto effect = bench.effect(ActionKind::FieldEdit, {{"deal", "sf:" + deal}},
                                                 {{"nextStep", "Call", "Ours"}});
                const auto answer = pushPatiently(bench, effect);
                if (isRival) {
                    EXPECT_EQ(answer.state, PushState::Conflict) << answer.detail;
                    EXPECT_EQ(bench.fake.cell("Opportunity", deal, "NextStep"), word("Theirs"));
                } else {
                    EXPECT_TRUE(isDone(answer)) << answer.detail;
                    EXPECT_EQ(bench.fake.cell("Opportunity", deal, "NextStep"), word("Ours"));
                    EXPECT_EQ(bench.fake.journal.size(), 1U);
                }
            }
        }
    }
}

TEST(SalesforcePushFaults, ALockedRowIsTriedAgainLater)
{
    SalesforceBench bench;
    const std::string deal = bench.addDeal("Radium", 500);
    bench.fake.addFault({.match = "PATCH ",
                         .answer = {400,
                                    {},
                                    R"([{"message":"unable to obtain exclusive access",)"
                                    R"("errorCode":"UNABLE_TO_LOCK_ROW"}])",
                                    {}}});
    const auto effect = bench.effect(ActionKind::FieldEdit, {{"deal", "sf:" + deal}},
                                     {{"nextStep", "Call", "Ours"}});
    const auto locked = bench.push(effect);
    EXPECT_EQ(locked.state, PushState::NotSent);
    EXPECT_GT(locked.retryAtMs.value_or(0), bench.clock.now());
    EXPECT_EQ(bench.push(effect).state, PushState::Applied);
}

TEST(SalesforcePushFaults, ALostAnswerToAWriteIsNeverSentAgainBlindly)
{
    SalesforceBench bench;
    setIdField(bench, IdField::None);
    const std::string contact = bench.addContact("Curie");
    bench.fake.addFault(
        {.match = "POST /services/data/v67.0/sobjects", .wire = Response::Wire::CloseAfter});
    auto effect = bench.effect(ActionKind::Call, {{"contact", "sf:" + contact}});
    EXPECT_EQ(bench.push(effect).state, PushState::Unknown);
    const auto found = bench.connector().lookUp(effect, bench.cancel);
    EXPECT_EQ(found.state, PushState::Applied);
    EXPECT_EQ(bench.push(effect).state, PushState::AlreadyApplied);
    EXPECT_EQ(bench.fake.live("Task"), 1U);
}

TEST(SalesforcePushFaults, WithoutTheFieldAbsenceIsOnlyProvedAfterAWhile)
{
    SalesforceBench bench;
    setIdField(bench, IdField::None);
    const std::string contact = bench.addContact("Curie");
    bench.fake.addFault(
        {.match = "POST /services/data/v67.0/sobjects", .wire = Response::Wire::CloseBefore});
    auto effect = bench.effect(ActionKind::Call, {{"contact", "sf:" + contact}});
    bench.push(effect);
    effect.changedMs = bench.clock.now();
    EXPECT_EQ(bench.connector().lookUp(effect, bench.cancel).state, PushState::Unknown);
    bench.pass(11 * base::minuteMs);
    EXPECT_EQ(bench.connector().lookUp(effect, bench.cancel).state, PushState::Refused);
    EXPECT_EQ(bench.push(effect).state, PushState::Applied);
}

TEST(SalesforcePushFaults, SameWordsThatProveNothingAreLeftToAPerson)
{
    SalesforceBench bench;
    setIdField(bench, IdField::None);
    const std::string contact = bench.addContact("Curie");
    const auto effect =
        bench.effect(ActionKind::Call, {{"contact", "sf:" + contact}, {"subject", "Price"}});
    bench.addTask("Price", contact); // by hand, or ours with its text replaced
    const auto answer = bench.push(effect);
    EXPECT_EQ(answer.state, PushState::Unknown);
    EXPECT_FALSE(answer.detail.empty());
    EXPECT_EQ(bench.fake.live("Task"), 1U);
}

TEST(SalesforcePushFaults, TwoDevicesWithOneQueueMakeOneRecord)
{
    for (const IdField field : {IdField::Unique, IdField::Plain, IdField::None}) {
        SalesforceBench bench;
        setIdField(bench, field);
        const std::string contact = bench.addContact("Curie");
        SalesforceConnector other(bench.parts());
        for (int number = 1; number <= 5; ++number) {
            const auto effect = bench.effect(
                ActionKind::Note, {{"contact", "sf:" + contact}, {"subject", "N"}}, {}, number);
            EXPECT_EQ(bench.push(effect).state, PushState::Applied);
            EXPECT_EQ(other.push(effect, bench.cancel).state, PushState::AlreadyApplied);
        }
        EXPECT_EQ(bench.fake.live("Task"), 5U);
    }
}

TEST(SalesforcePushFaults, ARecordThatTheyDeletedIsNotMadeASecondTime)
{
    SalesforceBench bench;
    const std::string contact = bench.addContact("Curie");
    const auto effect = bench.effect(ActionKind::Call, {{"contact", "sf:" + contact}});
    const auto first = bench.push(effect);
    ASSERT_EQ(first.state, PushState::Applied);
    bench.fake.remove("Task", first.remoteId.substr(3));
    EXPECT_EQ(bench.push(effect).state, PushState::AlreadyApplied);
    EXPECT_EQ(bench.fake.live("Task"), 0U);
}

TEST(SalesforcePushFaults, ARuleThatComesLaterStopsOnlyWhatItForbids)
{
    SalesforceBench bench;
    const std::string contact = bench.addContact("Curie");
    bench.fake.rules["Task.Description"] = "No notes, please";
    const auto refused = bench.push(
        bench.effect(ActionKind::Note, {{"contact", "sf:" + contact}, {"body", "x"}}, {}, 1));
    EXPECT_EQ(refused.state, PushState::Refused);
    EXPECT_NE(refused.detail.find("No notes, please"), std::string::npos);
    EXPECT_EQ(
        bench.push(bench.effect(ActionKind::Call, {{"contact", "sf:" + contact}}, {}, 2)).state,
        PushState::Applied);
}

TEST(SalesforcePushFaults, AFieldHiddenSinceTheDescribeIsLeftOut)
{
    SalesforceBench bench;
    const std::string contact = bench.addContact("Curie");
    ASSERT_EQ(
        bench.push(bench.effect(ActionKind::Call, {{"contact", "sf:" + contact}}, {}, 1)).state,
        PushState::Applied);
    bench.fake.hide("Task", "CallType");
    EXPECT_EQ(
        bench.push(bench.effect(ActionKind::Call, {{"contact", "sf:" + contact}}, {}, 2)).state,
        PushState::Applied);
    EXPECT_EQ(bench.fake.live("Task"), 2U);
}

} // namespace topline::crm
