// Field by field: what two systems changed, and what that means for an edit of ours. The properties
// hold for random records: order of disjoint changes, repetition, and no value out of thin air.
#include "core/base/random.h"
#include "core/sync/merge_record.h"

#include <gtest/gtest.h>

namespace topline::sync {
namespace {

using domain::ConflictState;
using domain::FieldRule;
using domain::FieldRules;
using domain::RecordKind;
using Winner = FieldRule::Winner;

const std::vector<std::string> fieldNames = {"firstName", "lastName", "email", "phone", "title"};

FieldRules rule(const std::string &field, FieldRule one)
{
    FieldRules out;
    out.byField[{RecordKind::Contact, field}] = std::move(one);
    return out;
}

MergeInput titles(const std::string &base, const std::string &ours, const std::string &theirs)
{
    MergeInput out;
    out.ours = {"hubspot", {{"title", ours}}, 10};
    out.theirs = {"salesforce", {{"title", theirs}}, 20};
    out.base = FieldTexts{{"title", base}};
    return out;
}

TEST(MergeRecord, TakesAChangeThatOnlyOneSideMade)
{
    auto merged = mergeRecord(titles("CFO", "CFO", "CEO"), {});
    EXPECT_EQ(merged.fields["title"], "CEO");
    EXPECT_TRUE(merged.conflicts.empty());
    merged = mergeRecord(titles("CFO", "CTO", "CFO"), {});
    EXPECT_EQ(merged.fields["title"], "CTO");
    EXPECT_TRUE(merged.conflicts.empty());
}

TEST(MergeRecord, AClearedFieldIsAChange)
{
    EXPECT_EQ(mergeRecord(titles("CFO", "CFO", ""), {}).fields["title"], "");
}

TEST(MergeRecord, TheSameChangeOnBothSidesIsNoConflict)
{
    const auto merged = mergeRecord(titles("CFO", "CEO", "CEO"), {});
    EXPECT_TRUE(merged.conflicts.empty());
    EXPECT_EQ(merged.base.at("title"), "CEO");
}

TEST(MergeRecord, WithoutARuleTheNewestWinsAndTheLoserIsRecorded)
{
    auto input = titles("CFO", "CTO", "CEO");
    auto merged = mergeRecord(input, {});
    EXPECT_EQ(merged.fields["title"], "CEO");
    ASSERT_EQ(merged.conflicts.size(), 1U);
    EXPECT_EQ(merged.conflicts.front(),
              (FieldConflict{"title", "CFO", "CTO", "CEO", ConflictState::ByRule, false}));
    input.ours.updatedMs = 30;
    merged = mergeRecord(input, {});
    EXPECT_EQ(merged.fields["title"], "CTO");
    EXPECT_TRUE(merged.conflicts.front().oursStands);
}

TEST(MergeRecord, RulesNameTheWinner)
{
    const auto input = titles("CFO", "CTO", "CEO");
    EXPECT_EQ(mergeRecord(input, rule("title", {Winner::System, "hubspot"})).fields["title"],
              "CTO");
    EXPECT_EQ(mergeRecord(input, rule("title", {Winner::System, "salesforce"})).fields["title"],
              "CEO");
    const auto asked = mergeRecord(input, rule("title", {Winner::Ask}));
    EXPECT_EQ(asked.fields.at("title"), "CTO");
    EXPECT_EQ(asked.conflicts.front().state, ConflictState::Open);
}

TEST(MergeRecord, OnFirstSightFillsWhatIsEmptyAndOverwritesNothing)
{
    MergeInput input;
    input.ours = {"hubspot", {{"title", "CFO"}, {"phone", ""}, {"email", "a@b.example"}}, 10};
    input.theirs = {"salesforce", {{"title", "CEO"}, {"phone", "123"}, {"email", ""}}, 20};
    const auto merged = mergeRecord(input, {});
    EXPECT_EQ(merged.fields.at("title"), "CFO");
    EXPECT_EQ(merged.fields.at("phone"), "123");
    EXPECT_EQ(merged.fields.at("email"), "a@b.example");
    EXPECT_TRUE(merged.conflicts.empty());
    EXPECT_EQ(merged.base, input.theirs.fields);
}

TEST(MergeRecord, AMissingFieldIsUnknownNotEmpty)
{
    auto input = titles("CFO", "CFO", "");
    input.missing = {"title"};
    const auto merged = mergeRecord(input, {});
    EXPECT_EQ(merged.fields.at("title"), "CFO");
    EXPECT_EQ(merged.base.at("title"), "CFO");
}

TEST(MergeRecord, ValuesAreComparedAsWhatTheyAre)
{
    EXPECT_TRUE(sameText(RecordKind::Deal, "amount", "12.5", "$12.50"));
    EXPECT_FALSE(sameText(RecordKind::Deal, "amount", "12.5", "EUR 12.50"));
    EXPECT_TRUE(sameText(RecordKind::Deal, "close", "2026-01-01", "2026-01-01T00:00:00Z"));
    EXPECT_FALSE(sameText(RecordKind::Contact, "title", "cfo", "CFO"));
    EXPECT_FALSE(sameText(RecordKind::Contact, "no such field", "a", "b"));
}

TEST(FieldTexts, GoBothWaysForEveryField)
{
    domain::Deal deal;
    deal.name = "Renewal";
    deal.account = {{3}, "hs:1"};
    deal.stage.remoteId = "hs:s";
    deal.amount = base::Money{1250, *base::Currency::parse("EUR")};
    deal.closeMs = 1'767'225'600'123;
    deal.nextStep = "Call; \"now\"";
    domain::Deal copy;
    for (const auto &[field, text] : textsOf(deal))
        ASSERT_TRUE(setText(copy, field, text).ok()) << field;
    EXPECT_EQ(textsOf(copy), textsOf(deal));
    EXPECT_EQ(copy.amount, deal.amount);
    EXPECT_EQ(copy.closeMs, deal.closeMs);
    EXPECT_FALSE(copy.account.id.isSet()) << "a row id must not outlive its name";
    EXPECT_FALSE(setText(copy, "id", "x").ok());
    EXPECT_FALSE(setText(copy, "amount", "many").ok());
}

TEST(FieldTexts, AFlagWithoutTextIsNotSet)
{
    domain::Contact contact;
    contact.optedOut = true;
    ASSERT_TRUE(setText(contact, "optedOut", "").ok());
    EXPECT_FALSE(contact.optedOut);
}

class RandomMerge {
public:
    explicit RandomMerge(std::uint64_t seed)
        : m_random(seed)
    {
    }

    FieldTexts record()
    {
        FieldTexts out;
        for (const auto &name : fieldNames)
            out[name] = text();
        return out;
    }

    std::string text()
    {
        return std::string(m_random.below(3), static_cast<char>('a' + m_random.below(4)));
    }

    FieldTexts changed(FieldTexts from, const std::vector<std::string> &names)
    {
        for (const auto &name : names) {
            if (m_random.chance(0.5))
                from[name] = text();
        }
        return from;
    }

    FieldRules rules()
    {
        FieldRules out;
        for (const auto &name : fieldNames) {
            const auto pick = m_random.below(5);
            if (pick < 4)
                out.byField[{RecordKind::Contact, name}] = {static_cast<Winner>(pick),
                                                            pick == 2 ? "hubspot" : ""};
        }
        return out;
    }

    base::Random m_random;
};

constexpr std::uint64_t cases = 20'000;

MergeInput versionOf(const FieldTexts &mirror, const FieldTexts &theirs, const FieldTexts &base)
{
    MergeInput out;
    out.ours = {"hubspot", mirror, 5};
    out.theirs = {"salesforce", theirs, 6};
    out.base = base;
    return out;
}

TEST(MergeRecordProperty, ChangesOfDisjointFieldsCommute)
{
    for (std::uint64_t seed = 1; seed <= cases; ++seed) {
        RandomMerge random(seed);
        const FieldTexts base = random.record();
        const FieldTexts first = random.changed(base, {"firstName", "email"});
        const FieldTexts second = random.changed(base, {"lastName", "phone", "title"});
        const auto rules = random.rules();
        const auto a = mergeRecord(
            versionOf(mergeRecord(versionOf(base, first, base), rules).fields, second, base),
            rules);
        const auto b = mergeRecord(
            versionOf(mergeRecord(versionOf(base, second, base), rules).fields, first, base),
            rules);
        ASSERT_EQ(a.fields, b.fields) << "seed " << seed;
        ASSERT_TRUE(a.conflicts.empty() && b.conflicts.empty()) << "seed " << seed;
    }
}

TEST(MergeRecordProperty, TheSameVersionTwiceChangesNothing)
{
    for (std::uint64_t seed = 1; seed <= cases; ++seed) {
        RandomMerge random(seed);
        const FieldTexts base = random.record();
        const auto rules = random.rules();
        auto input =
            versionOf(random.changed(base, fieldNames), random.changed(base, fieldNames), base);
        if (random.m_random.chance(0.2))
            input.base.reset();
        const auto once = mergeRecord(input, rules);
        const auto again =
            mergeRecord(versionOf(once.fields, input.theirs.fields, once.base), rules);
        ASSERT_EQ(again.fields, once.fields) << "seed " << seed;
        ASSERT_EQ(again.base, once.base) << "seed " << seed;
        ASSERT_TRUE(again.conflicts.empty()) << "seed " << seed;
    }
}

TEST(MergeRecordProperty, NoValueIsInventedAndEveryLoserIsRecorded)
{
    for (std::uint64_t seed = 1; seed <= cases; ++seed) {
        RandomMerge random(seed);
        const FieldTexts base = random.record();
        const auto input =
            versionOf(random.changed(base, fieldNames), random.changed(base, fieldNames), base);
        const auto merged = mergeRecord(input, random.rules());
        ASSERT_EQ(merged.fields.size(), fieldNames.size()) << "seed " << seed;
        for (const auto &[field, value] : merged.fields) {
            const auto &ours = input.ours.fields.at(field);
            const auto &theirs = input.theirs.fields.at(field);
            ASSERT_TRUE(value == ours || value == theirs) << "seed " << seed << " " << field;
            const auto &was = base.at(field);
            const bool isLost =
                (ours != was && value != ours) || (theirs != was && value != theirs);
            const auto recorded =
                std::count_if(merged.conflicts.begin(), merged.conflicts.end(),
                              [&](const auto &one) { return one.field == field; });
            ASSERT_EQ(recorded, isLost ? 1 : 0) << "seed " << seed << " " << field;
        }
    }
}

PendingEdit edit(const std::string &base, const std::string &value)
{
    return {base::Uuid::named("action", "edit"), "title", base, value, 15};
}

Version now(const std::string &title, base::UtcMs updatedMs = 20)
{
    return {"hubspot", {{"title", title}}, updatedMs};
}

TEST(JudgeEdit, IsPendingWhileTheyHaveWhatItBeganFrom)
{
    EXPECT_EQ(judgeEdit(RecordKind::Contact, edit("CFO", "CEO"), now("CFO"), {}).fate,
              EditFate::Pending);
    EXPECT_EQ(judgeEdit(RecordKind::Contact, edit("CFO", "CEO"), {"hubspot", {}, 1}, {}).fate,
              EditFate::Pending)
        << "the field did not come";
}

TEST(JudgeEdit, IsSatisfiedWhenTheyHaveItsValue)
{
    EXPECT_EQ(judgeEdit(RecordKind::Contact, edit("CFO", "CEO"), now("CEO"), {}).fate,
              EditFate::Satisfied);
}

TEST(JudgeEdit, AsksWhenBothChangedItUnlessARuleDecides)
{
    const auto fate = [](const FieldRule &one, base::UtcMs updatedMs) {
        return judgeEdit(RecordKind::Contact, edit("CFO", "CEO"), now("CTO", updatedMs),
                         rule("title", one))
            .fate;
    };
    EXPECT_EQ(judgeEdit(RecordKind::Contact, edit("CFO", "CEO"), now("CTO"), {}).fate,
              EditFate::Asks);
    EXPECT_EQ(fate({Winner::Local}, 20), EditFate::OursStands);
    EXPECT_EQ(fate({Winner::System, "hubspot"}, 20), EditFate::TheirsStand);
    EXPECT_EQ(fate({Winner::System, "salesforce"}, 20), EditFate::Asks);
    EXPECT_EQ(fate({Winner::Newest}, 20), EditFate::TheirsStand);
    EXPECT_EQ(fate({Winner::Newest}, 10), EditFate::OursStands);
    EXPECT_EQ(judgeEdit(RecordKind::Contact, edit("CFO", "CEO"), now("CTO"), {}).theirs, "CTO");
}

TEST(JudgeEdit, AnEditWhoseBeginningIsUnknownIsOnlyEverSatisfied)
{
    auto one = edit("", "CEO");
    one.base.reset();
    EXPECT_EQ(judgeEdit(RecordKind::Contact, one, now("CTO"), {}).fate, EditFate::Pending);
    EXPECT_EQ(judgeEdit(RecordKind::Contact, one, now("CEO"), {}).fate, EditFate::Satisfied);
}

} // namespace
} // namespace topline::sync
