#include "core/actions/draft.h"
#include "core/actions/template_fields.h"

#include <algorithm>
#include <gtest/gtest.h>

using namespace topline;
using actions::checkSendable;
using actions::renderDraft;
using domain::ActionKind;

namespace {

domain::PlayStep mail(std::string subject, std::string body)
{
    domain::PlayStep out;
    out.kind = ActionKind::Email;
    out.subject = std::move(subject);
    out.body = std::move(body);
    return out;
}

const actions::MergeFields dana = {
    {"contact.first_name", "Dana"},
    {"contact.email", "dana@northwind.example"},
    {"account.name", "Northwind"},
};

} // namespace

TEST(RenderDraft, FillsFieldsAndSaysWhichItUsed)
{
    const auto draft = renderDraft(
        mail("{{account.name}} and us", "Hi {{ contact.first_name }}, {{contact.first_name}}!"),
        dana);
    ASSERT_TRUE(draft.ok());
    EXPECT_EQ(draft->to, "dana@northwind.example");
    EXPECT_EQ(draft->subject, "Northwind and us");
    EXPECT_EQ(draft->body, "Hi Dana, Dana!");
    EXPECT_EQ(draft->facts,
              (std::vector<std::string>{"account.name: Northwind", "contact.first_name: Dana"}));
}

TEST(RenderDraft, ADefaultStandsInAndIsNotAFact)
{
    const auto draft = renderDraft(mail("a", "Hi {{contact.title|there}}"), dana);
    ASSERT_TRUE(draft.ok());
    EXPECT_EQ(draft->body, "Hi there");
    EXPECT_TRUE(draft->facts.empty());
}

TEST(RenderDraft, AMissingOrUnknownFieldIsNamed)
{
    const auto missing = renderDraft(mail("a", "{{deal.name}}"), dana);
    ASSERT_FALSE(missing.ok());
    EXPECT_EQ(missing.error().place->field, "deal.name");
    // Not on the allow list, even if somebody put a value there and gave a default.
    actions::MergeFields fields = dana;
    fields["contact.salary"] = "1";
    const auto unknown = renderDraft(mail("a", "{{contact.salary|0}}"), fields);
    ASSERT_FALSE(unknown.ok());
    EXPECT_EQ(unknown.error().place->field, "contact.salary");
    EXPECT_FALSE(renderDraft(mail("a", "{{account.name"), dana).ok());
}

TEST(RenderDraft, AValueIsNeverReadAsATemplate)
{
    actions::MergeFields fields = dana;
    fields["contact.first_name"] = "{{account.name}}";
    const auto draft = renderDraft(mail("a", "Hi {{contact.first_name}}"), fields);
    ASSERT_TRUE(draft.ok());
    EXPECT_EQ(draft->body, "Hi {{account.name}}");
    // It looks like a gap, so it cannot leave before a person has looked.
    EXPECT_FALSE(checkSendable(ActionKind::Email, *draft).ok());
}

TEST(RenderDraft, ALineBreakInAValueCannotReachAHeading)
{
    actions::MergeFields fields = dana;
    fields["account.name"] = "North\r\nBcc: all@example.com";
    EXPECT_FALSE(renderDraft(mail("{{account.name}}", "x"), fields).ok());
    EXPECT_TRUE(renderDraft(mail("a", "{{account.name}}"), fields).ok());
}

TEST(DraftWithGaps, KeepsWhatCannotBeFilledForAPerson)
{
    const auto draft = actions::draftWithGaps(
        mail("About {{deal.name}}", "Hi {{contact.first_name}}, {{nonsense}} {{open"), dana);
    EXPECT_EQ(draft.subject, "About {{deal.name}}");
    EXPECT_EQ(draft.body, "Hi Dana, {{nonsense}} {{open");
    EXPECT_FALSE(checkSendable(ActionKind::Email, draft).ok());
}

TEST(CheckSendable, NamesWhatKeepsADraftFromLeaving)
{
    domain::Draft good;
    good.to = "dana@northwind.example";
    good.subject = "Hello";
    ASSERT_TRUE(checkSendable(ActionKind::Email, good).ok());
    const auto fieldOf = [&good](auto change) {
        domain::Draft draft = good;
        change(draft);
        const auto status = checkSendable(ActionKind::Email, draft);
        return status.ok() ? std::string("sendable") : status.error().place->field;
    };
    using domain::Draft;
    EXPECT_EQ(fieldOf([](Draft &d) { d.to.clear(); }), "to");
    EXPECT_EQ(fieldOf([](Draft &d) { d.to = "dana"; }), "to");
    EXPECT_EQ(fieldOf([](Draft &d) { d.to = "a@b.example, c@d.example"; }), "to");
    EXPECT_EQ(fieldOf([](Draft &d) { d.to = "a@b.example\nBcc: c@d.example"; }), "to");
    EXPECT_EQ(fieldOf([](Draft &d) { d.subject = "  "; }), "subject");
    EXPECT_EQ(fieldOf([](Draft &d) { d.subject = "Hello\rBcc: c@d.example"; }), "subject");
    EXPECT_EQ(fieldOf([](Draft &d) { d.body = "Hi {{contact.first_name}}"; }), "body");
    EXPECT_EQ(fieldOf([](Draft &d) { d.body = "two\nlines are fine"; }), "sendable");
    // A task needs no recipient.
    good.to.clear();
    EXPECT_TRUE(checkSendable(ActionKind::Task, good).ok());
}

TEST(MergeFields, ComeFromTheAllowListAndLeaveOutWhatIsEmpty)
{
    domain::Contact contact;
    contact.firstName = " Dana ";
    contact.lastName = "Reyes";
    contact.email = "dana@northwind.example";
    contact.phone = "+1 303 555 0100";
    contact.title = "CFO";
    domain::Account account;
    account.name = "Northwind";
    account.domain = "northwind.example";
    account.industry = "Logistics";
    account.country = "US";
    account.parent = "Northwind Holding";
    account.employees = 2400;
    domain::Deal deal;
    deal.name = "Fleet";
    deal.nextStep = "Review";
    deal.source = "Web";
    deal.amount = base::Money{4'800'000};
    deal.closeMs = 0;
    domain::Owner owner;
    owner.name = "Maya Okafor";
    owner.email = "maya@topline.example";
    domain::Play play;
    play.name = "Post-demo";
    play.goal = "Answer within a day";
    const actions::MergeSource source{.contact = &contact,
                                      .account = &account,
                                      .deal = &deal,
                                      .owner = &owner,
                                      .play = &play,
                                      .stageName = "Proposal",
                                      .productName = "Fleet Pro",
                                      .eventTitle = "Pricing",
                                      .eventMs = 0,
                                      .meetingTimes = {{0, 30 * base::minuteMs}}};
    const auto full = actions::mergeFields(source);
    EXPECT_EQ(full.size(), actions::templateFields().size());
    for (const auto &[field, value] : full)
        EXPECT_TRUE(actions::isTemplateField(field)) << field;
    EXPECT_EQ(full.at("contact.first_name"), "Dana");
    EXPECT_EQ(full.at("owner.first_name"), "Maya");
    EXPECT_EQ(full.at("account.employees"), "2,400");
    EXPECT_EQ(full.at("deal.amount"), "$48,000");
    EXPECT_EQ(full.at("deal.close_date"), "1 January 1970");
    const domain::Account nothing;
    EXPECT_TRUE(actions::mergeFields({.account = &nothing}).empty());
}
