// Addresses and forms: encoded as the RFCs say, decoded back, and hosts that only look right are
// not taken for right.
#include "core/base/random.h"
#include "core/crm/url_text.h"

#include <gtest/gtest.h>

namespace topline::crm {
namespace {

TEST(UrlText, EncodesAllButUnreservedCharacters)
{
    EXPECT_EQ(percentEncoded("aZ09-._~"), "aZ09-._~");
    EXPECT_EQ(percentEncoded(" +&=/%"), "%20%2B%26%3D%2F%25");
    EXPECT_EQ(percentEncoded("\xC3\xBC"), "%C3%BC");
}

TEST(UrlText, AnyBytesComeBackFromAForm)
{
    base::Random random(7);
    for (int round = 0; round < 200; ++round) {
        TextPairs pairs;
        for (std::uint64_t i = 0; i < 1 + random.below(4); ++i) {
            std::string name = "n" + std::to_string(i);
            std::string value;
            for (std::uint64_t byte = 0; byte < random.below(40); ++byte)
                value += static_cast<char>(random.below(256));
            pairs.emplace_back(name, value);
        }
        const auto back = decodedPairs(encodedPairs(pairs));
        ASSERT_TRUE(back);
        EXPECT_EQ(*back, pairs);
    }
}

TEST(UrlText, BrokenEscapesAreNoValue)
{
    for (const char *text : {"%", "%2", "%G1", "a%zz"})
        EXPECT_FALSE(percentDecoded(text, false)) << text;
    EXPECT_FALSE(decodedPairs("a=%"));
    EXPECT_EQ(percentDecoded("a+b%2B", false), "a+b+");
    EXPECT_EQ(percentDecoded("a+b%2B", true), "a b+");
}

TEST(UrlText, Base64IsForUrlsAndUnpadded)
{
    EXPECT_EQ(base64Url(""), "");
    EXPECT_EQ(base64Url("f"), "Zg");
    EXPECT_EQ(base64Url("fo"), "Zm8");
    EXPECT_EQ(base64Url("foobar"), "Zm9vYmFy");
    EXPECT_EQ(base64Url("\xFB\xFF\xFE"), "-__-");
}

TEST(UrlText, OriginsAreWhatAPersonMeans)
{
    EXPECT_EQ(originOf("Example.My.Salesforce.com"), "https://example.my.salesforce.com");
    EXPECT_EQ(originOf("https://example.my.salesforce.com/"), "https://example.my.salesforce.com");
    EXPECT_EQ(originOf("https://h:443"), "https://h");
    EXPECT_EQ(originOf("https://h:8443"), "https://h:8443");
    EXPECT_EQ(originOf("http://127.0.0.1:80"), "http://127.0.0.1:80");
    EXPECT_EQ(originOf("http://[::1]:8080"), "http://[::1]:8080");
    EXPECT_EQ(hostOf("http://[::1]:8080"), "::1");
    EXPECT_EQ(hostOf("https://h:8443"), "h");
}

TEST(UrlText, OriginsRefuseWhatHidesAnotherHost)
{
    for (const char *text :
         {"http://example.com", "https://a@b.example", "https://a:b@c", "https://h/path",
          "https://h?x", "https://h#x", "ftp://h", "https://", "", "https://h:0", "https://h:99999",
          "https://h:", "https://-h", "https://h..i", "https://h.", "http://127.0.0.1.evil.example",
          "http://[::2]", "https://a b", "https://h\\@i"})
        EXPECT_FALSE(originOf(text)) << text;
}

} // namespace
} // namespace topline::crm
