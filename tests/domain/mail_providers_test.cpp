#include "core/domain/mail_providers.h"

#include <gtest/gtest.h>

using namespace topline::domain;

TEST(MailProviders, KnowTheServersOfCommonAddressesAndGuessNoOthers)
{
    const auto gmail = mailProviderOf("Sam@GMAIL.com");
    ASSERT_TRUE(gmail);
    EXPECT_EQ(gmail->smtp, (MailServer{"smtp.gmail.com", 465, WireSafety::ImplicitTls}));
    EXPECT_EQ(gmail->imap, (MailServer{"imap.gmail.com", 993, WireSafety::ImplicitTls}));
    EXPECT_TRUE(gmail->needsAppPassword);
    EXPECT_EQ(mailProviderOf("a@outlook.com")->smtp.safety, WireSafety::StartTls);
    for (const char *address :
         {"", "a", "a@", "a@mail.com", "a@evil-gmail.com", "a@gmail.com.evil.example", "a@com",
          "a@ ", "a@gmail.com googlemail.com"})
        EXPECT_FALSE(mailProviderOf(address)) << address;
}
