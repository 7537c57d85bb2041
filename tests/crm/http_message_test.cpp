// Names, headers and dates of HTTP, as the connectors read them.
#include "core/base/calendar.h"
#include "core/crm/http_client.h"
#include "core/crm/http_date.h"

#include <gtest/gtest.h>

namespace topline::crm {
namespace {

std::string textOf(std::string_view date)
{
    const std::optional<base::UtcMs> at = parseHttpDate(date);
    return at ? base::utcText(*at) : "nothing";
}

TEST(HttpMethodName, IsWhatTheWireSays)
{
    EXPECT_EQ(httpMethodName(HttpMethod::Get), "GET");
    EXPECT_EQ(httpMethodName(HttpMethod::Post), "POST");
    EXPECT_EQ(httpMethodName(HttpMethod::Put), "PUT");
    EXPECT_EQ(httpMethodName(HttpMethod::Patch), "PATCH");
    EXPECT_EQ(httpMethodName(HttpMethod::Delete), "DELETE");
}

TEST(HttpResponse, FindsTheFirstHeaderInAnyCase)
{
    HttpResponse response;
    response.headers = {{"Retry-After", "3"}, {"RETRY-AFTER", "9"}};
    EXPECT_EQ(response.header("retry-after"), "3");
    EXPECT_EQ(response.header("date"), "");
    EXPECT_FALSE(response.dateMs().has_value());
}

TEST(HttpResponse, ReadsTheServersClock)
{
    HttpResponse response;
    response.headers = {{"date", "Tue, 29 Feb 2000 23:59:59 GMT"}};
    ASSERT_TRUE(response.dateMs().has_value());
    EXPECT_EQ(base::utcText(*response.dateMs()), "2000-02-29T23:59:59Z");
}

TEST(HttpDate, ReadsAllThreeFormsOfTheStandard)
{
    EXPECT_EQ(textOf("Sun, 06 Nov 1994 08:49:37 GMT"), "1994-11-06T08:49:37Z");
    EXPECT_EQ(textOf("Sunday, 06-Nov-94 08:49:37 GMT"), "1994-11-06T08:49:37Z");
    EXPECT_EQ(textOf("Sun Nov  6 08:49:37 1994"), "1994-11-06T08:49:37Z");
    EXPECT_EQ(textOf("  Sun, 06 Nov 2033 08:49:37 UTC "), "2033-11-06T08:49:37Z");
}

TEST(HttpDate, TakesNothingElse)
{
    for (const char *text :
         {"", "soon", "1000000000", "2024-05-01T00:00:00Z", "Sun, 31 Feb 2021 08:49:37 GMT",
          "Sun, 06 Nov 1994 24:00:00 GMT", "Sun, 06 Nov 1994 08:60:37 GMT",
          "Sun, 06 Nov 1994 08:49:37 +0200", "Sun, 06 Xyz 1994 08:49:37 GMT",
          "Sun, 0x Nov 1994 08:49:37 GMT", "Sun, 06 Nov 99999 08:49:37 GMT"})
        EXPECT_EQ(textOf(text), "nothing") << text;
}

} // namespace
} // namespace topline::crm
