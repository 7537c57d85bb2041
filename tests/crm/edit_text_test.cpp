#include "core/crm/edit_text.h"

#include <gtest/gtest.h>

namespace topline::crm {

namespace {

domain::Deal deal()
{
    domain::Deal out;
    out.name = "Renewal";
    out.nextStep = "Send the draft, \"v2\"";
    out.amount = base::Money{4'800'050, *base::Currency::parse("EUR")};
    out.closeMs = 1'798'675'200'000; // 2026-12-31
    return out;
}

} // namespace

TEST(EditText, EveryEditableFieldReadsBackTheSame)
{
    const domain::Deal from = deal();
    domain::Deal to;
    for (const FieldDef &def : fieldsOf(FileKind::Deals)) {
        if (!isEditable(FileKind::Deals, def.name))
            continue;
        const auto text = fieldText(from, def.name);
        ASSERT_TRUE(text.has_value()) << def.name;
        ASSERT_TRUE(setFieldText(to, def.name, *text).ok()) << def.name << ": " << *text;
    }
    EXPECT_EQ(to, from);
}

TEST(EditText, AmountsNameTheirCurrencyAndDatesAreIso)
{
    EXPECT_EQ(fieldText(deal(), "amount"), "EUR 48000.50");
    EXPECT_EQ(fieldText(deal(), "close"), "2026-12-31");
    domain::Deal at = deal();
    at.closeMs = *at.closeMs + 3'600'000;
    const auto text = *fieldText(at, "close");
    domain::Deal back;
    ASSERT_TRUE(setFieldText(back, "close", text).ok()) << text;
    EXPECT_EQ(back.closeMs, at.closeMs);
}

TEST(EditText, AnAmountWithoutACurrencyKeepsTheRecords)
{
    domain::Deal out = deal();
    ASSERT_TRUE(setFieldText(out, "amount", "1,200").ok());
    EXPECT_EQ(out.amount, (base::Money{120'000, *base::Currency::parse("EUR")}));
}

TEST(EditText, EmptyMeansNoValue)
{
    domain::Deal out = deal();
    for (const char *field : {"amount", "close", "nextStep"}) {
        ASSERT_TRUE(setFieldText(out, field, "").ok());
        EXPECT_EQ(fieldText(out, field), "");
    }
    EXPECT_FALSE(out.amount.has_value());
    EXPECT_FALSE(out.closeMs.has_value());
}

TEST(EditText, WhatCannotBeReadIsRefused)
{
    domain::Deal out = deal();
    EXPECT_FALSE(setFieldText(out, "amount", "a lot").ok());
    EXPECT_FALSE(setFieldText(out, "close", "soon").ok());
    EXPECT_FALSE(setFieldText(out, "colour", "red").ok());
    EXPECT_FALSE(fieldText(out, "colour").has_value());
    EXPECT_EQ(out, deal());
}

TEST(EditText, IdsTimesAndConsentAreNotForEditing)
{
    for (const char *field : {"id", "created", "updated", "deleted", "stage", "owner"})
        EXPECT_FALSE(isEditable(FileKind::Deals, field)) << field;
    EXPECT_FALSE(isEditable(FileKind::Contacts, "optedOut"));
    EXPECT_FALSE(isEditable(FileKind::Owners, "name"));
    EXPECT_TRUE(isEditable(FileKind::Contacts, "phone"));
    EXPECT_TRUE(isEditable(FileKind::Accounts, "industry"));
}

} // namespace topline::crm
