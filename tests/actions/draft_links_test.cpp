#include "core/actions/draft_links.h"

#include <gtest/gtest.h>

using namespace topline;
using actions::checkLinks;
using actions::findLinks;
using actions::LinkAllowList;
using domain::ActionKind;

namespace {

LinkAllowList ours()
{
    LinkAllowList out;
    out.hosts = {"topline.example"};
    return out;
}

bool leaves(const std::string &body, const LinkAllowList &list = ours())
{
    domain::Draft draft;
    draft.body = body;
    return checkLinks(ActionKind::Email, draft, list).ok();
}

std::string firstLink(const std::string &text)
{
    const auto links = findLinks(text);
    return links.empty() ? "none" : links.front().text;
}

} // namespace

TEST(DraftLinks, AreFoundWhereMailProgramsFindThem)
{
    EXPECT_EQ(firstLink("See https://a.example/x?y=1, please."), "https://a.example/x?y=1");
    EXPECT_EQ(firstLink("(www.a.example)"), "www.a.example");
    EXPECT_EQ(firstLink("at a.com."), "a.com");
    EXPECT_EQ(firstLink("at a.unusual/path now"), "a.unusual/path");
    EXPECT_EQ(firstLink("[here](https://a.example)"), "https://a.example");
    EXPECT_EQ(firstLink("mail to maya@a.example"), "maya@a.example");
    EXPECT_EQ(firstLink("JavaScript:alert(1)"), "JavaScript:alert(1");
    EXPECT_EQ(firstLink("i.e. this, at 14:30 or 3/4. Note: done"), "none");
    EXPECT_EQ(firstLink("the end.Then more"), "none");
}

TEST(DraftLinks, OnlyKnownHostsLeave)
{
    EXPECT_TRUE(leaves("https://topline.example/a and https://www.topline.example"));
    EXPECT_TRUE(leaves("no link, only maya@elsewhere.example"));
    EXPECT_FALSE(leaves("https://evil.example"));
    EXPECT_FALSE(leaves("evil.com"));
    EXPECT_FALSE(leaves("mailto:x@evil.example"));
    EXPECT_FALSE(leaves("data:text/html,hello"));
    // A task's own notes may hold what they like.
    domain::Draft note;
    note.body = "https://evil.example";
    EXPECT_TRUE(checkLinks(ActionKind::Task, note, ours()).ok());
}

TEST(DraftLinks, WhatOnlyLooksKnownDoesNotLeave)
{
    for (const char *text : {
             "https://topline.example@evil.example/",
             "https://evil.example/topline.example",
             "https://topline.example.evil.example",
             "https://nottopline.example",
             "https:\\\\topline.example",
             "https:///topline.example",
             "https://topline.example\\@evil.example",
             "https://topline.example:8443/",
             "https://tоpline.example/", // a Cyrillic letter
             "https://topline.example\xE2\x80\x8B.evil.example",
             "https://xn--topline-x.example",
             "https://%74opline.example/",
             "see:https://evil.example",
             "http:evil.example",
         })
        EXPECT_FALSE(leaves(text)) << text;
}

TEST(DraftLinks, ALinkOfTheTemplateIsKnownAndAHostFromAValueIsNot)
{
    LinkAllowList list;
    actions::addTemplateLinks(
        "Book https://cal.example/maya or https://x.example/a?n={{contact.name}} "
        "or https://{{account.domain}}/ or https://y.example{{contact.name}}",
        list);
    EXPECT_TRUE(leaves("https://cal.example/maya", list));
    EXPECT_FALSE(leaves("https://cal.example/other", list));
    EXPECT_TRUE(leaves("https://x.example/a?n=Dana", list));
    EXPECT_FALSE(leaves("https://x.example/b", list));
    EXPECT_FALSE(leaves("https://northwind.example/", list));
    EXPECT_FALSE(leaves("https://y.example.evil.example", list));
}

TEST(DraftLinks, TheRecipientsOwnNameMayBeMentioned)
{
    LinkAllowList list;
    list.bareHosts = {"northwind.example"};
    EXPECT_TRUE(leaves("what northwind.example needs", list));
    EXPECT_FALSE(leaves("https://northwind.example/login", list));
}

TEST(DraftLinks, EveryFaultHasItsPlace)
{
    domain::Draft draft;
    draft.to = "dana@northwind.example";
    draft.subject = "{{deal.name}}";
    draft.body = "Hi\n see https://evil.example and {{contact.title}}";
    const auto faults = actions::draftFaults(ActionKind::Email, draft, ours());
    ASSERT_EQ(faults.size(), 3U);
    EXPECT_EQ(faults[0].field, "subject");
    EXPECT_EQ(draft.body.substr(faults[1].begin, faults[1].length), "{{contact.title}}");
    EXPECT_EQ(draft.body.substr(faults[2].begin, faults[2].length), "https://evil.example");
    EXPECT_EQ(faults[2].error.place->line, 2);
    EXPECT_EQ(faults[2].error.place->column, 6);
    EXPECT_EQ(faults[2].host, "evil.example");
}
