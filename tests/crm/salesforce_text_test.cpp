#include "core/base/random.h"
#include "core/crm/salesforce_error.h"
#include "core/crm/salesforce_id.h"
#include "core/crm/salesforce_row.h"
#include "core/crm/soql.h"
#include "tests/fakes/http_message.h"
#include "tests/fakes/salesforce_soql_tokens.h"

#include <gtest/gtest.h>

namespace topline::crm {

TEST(SalesforceText, AnIdOfFifteenCharactersGetsItsChecksum)
{
    EXPECT_EQ(salesforceId18("0015e00000000GP"), "0015e00000000GPAAY");
    EXPECT_EQ(salesforceId18("0015e00000000GPAAY"), "0015e00000000GPAAY");
    EXPECT_EQ(salesforceId18("0015e00000000GPAAZ"), std::nullopt);
    EXPECT_EQ(salesforceId18("0015e00000000gp"), "0015e00000000gpAAA"); // case tells them apart
    EXPECT_EQ(salesforceId18(""), std::nullopt);
    EXPECT_EQ(salesforceId18("0015e00000000G'"), std::nullopt);
    EXPECT_EQ(salesforceIdOf("hs:0015e00000000GP"), std::nullopt);
    EXPECT_EQ(salesforceStageName(salesforceStageId("Id. Decision Makers")), "Id. Decision Makers");
}

TEST(SalesforceText, AnyTextStaysOneLiteral)
{
    base::Random random(7);
    const std::string alphabet = "ab'\"\\\n\r\t\b\f%_()é =";
    for (int round = 0; round < 5'000; ++round) {
        std::string text;
        for (std::uint64_t left = random.next() % 12; left > 0; --left)
            text += alphabet[random.next() % alphabet.size()];
        const auto tokens = fakes::tokensOf(soqlText(text));
        ASSERT_EQ(tokens.size(), 2U) << text;
        ASSERT_EQ(tokens[0].text, text);
        ASSERT_EQ(fakes::percentDecoded(percentEncoded(text), true), text);
    }
}

TEST(SalesforceText, TimesAreUtcAndNeedNoSignThatAnUrlChanges)
{
    EXPECT_EQ(soqlTime(1'795'000'000'000), "2026-11-18T11:06:40Z");
    EXPECT_EQ(soqlTime(1'795'000'000'123), "2026-11-18T11:06:40.123Z");
    EXPECT_EQ(soqlTime(-1), "1969-12-31T23:59:59.999Z");
    EXPECT_EQ(salesforceDateTime(1'795'000'000'000), "2026-11-18T11:06:40.000Z");
    EXPECT_EQ(percentEncoded("a b+c'd=é"), "a%20b%2Bc%27d%3D%C3%A9");
    EXPECT_EQ(soqlLikeText("50%_"), "'50\\%\\_'");
}

TEST(SalesforceText, HalfAnAnswerIsNone)
{
    const std::string whole =
        R"({"totalSize":1,"done":true,"records":[{"attributes":{},"Id":"0015e00000000GPAAY",)"
        R"("Amount":12345.67,"Parent":{"Name":"Top"},"IsWon":false,"Nothing":null}]})";
    const auto rows = readSalesforceRows(whole);
    ASSERT_TRUE(rows.has_value());
    const auto &row = rows->rows.at(0);
    EXPECT_EQ(row.text("Amount"), "12345.67");
    EXPECT_EQ(row.text("Parent.Name"), "Top");
    EXPECT_EQ(row.text("IsWon"), "false");
    EXPECT_FALSE(row.has("Nothing"));
    for (std::size_t size = 0; size < whole.size(); ++size)
        ASSERT_FALSE(readSalesforceRows(whole.substr(0, size)).has_value()) << size;
    EXPECT_FALSE(readSalesforceRows(R"({"totalSize":1,"done":false,"records":[]})").has_value());
    EXPECT_FALSE(
        readSalesforceRows(R"({"totalSize":1,"done":true,"records":[{"Id":"x"}]})").has_value());
    EXPECT_FALSE(readSalesforceRows("[]").has_value());
}

TEST(SalesforceText, EveryCodeOfThePageHasItsMeaning)
{
    const std::pair<const char *, SalesforceVerdict> codes[] = {
        {"UNABLE_TO_LOCK_ROW", SalesforceVerdict::Retry},
        {"SERVER_UNAVAILABLE", SalesforceVerdict::Retry},
        {"QUERY_TIMEOUT", SalesforceVerdict::Retry},
        {"REQUEST_RUNNING_TOO_LONG", SalesforceVerdict::Retry},
        {"INVALID_SESSION_ID", SalesforceVerdict::SignIn},
        {"REQUEST_LIMIT_EXCEEDED", SalesforceVerdict::Limit},
        {"PRECONDITION_FAILED", SalesforceVerdict::Conflict},
        {"ENTITY_IS_DELETED", SalesforceVerdict::RecordGone},
        {"NOT_FOUND", SalesforceVerdict::RecordGone},
        {"INVALID_CROSS_REFERENCE_KEY", SalesforceVerdict::RecordGone},
        {"CANNOT_UPDATE_CONVERTED_LEAD", SalesforceVerdict::RecordGone},
        {"INVALID_FIELD", SalesforceVerdict::Drift},
        {"INVALID_TYPE", SalesforceVerdict::Drift},
        {"GONE", SalesforceVerdict::VersionGone},
        {"FIELD_CUSTOM_VALIDATION_EXCEPTION", SalesforceVerdict::UserAction},
        {"REQUIRED_FIELD_MISSING", SalesforceVerdict::UserAction},
        {"DUPLICATES_DETECTED", SalesforceVerdict::UserAction},
        {"INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST", SalesforceVerdict::UserAction},
        {"STRING_TOO_LONG", SalesforceVerdict::UserAction},
        {"API_DISABLED_FOR_ORG", SalesforceVerdict::UserAction},
        {"MALFORMED_QUERY", SalesforceVerdict::UserAction}, // by its status
    };
    for (const auto &[code, verdict] : codes)
        EXPECT_EQ(salesforceVerdict(400, {{code, "words", {}, {}}}), verdict) << code;
    EXPECT_EQ(salesforceVerdict(500, {}), SalesforceVerdict::Unknown);
    EXPECT_EQ(salesforceVerdict(503, {}), SalesforceVerdict::Retry);
    EXPECT_EQ(salesforceVerdict(
                  403, {{"REQUEST_LIMIT_EXCEEDED", "ConcurrentRequests Limit exceeded.", {}, {}}}),
              SalesforceVerdict::Retry);
}

} // namespace topline::crm
