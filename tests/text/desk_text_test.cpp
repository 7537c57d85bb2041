// Words of the desk: templates as people read them, calls, batches, the audit card.
#include "ui/text/audit_text.h"
#include "ui/text/desk_text.h"
#include "ui/text/draft_text.h"

#include <gtest/gtest.h>

namespace topline::ui::text {
namespace {

Format sampleFormat()
{
    return {QLocale(QLocale::English, QLocale::UnitedStates), base::TimeZone(), 1'763'640'000'000};
}

std::string words(const char *source)
{
    return templateWords(QString::fromUtf8(source)).toStdString();
}

TEST(TemplateWords, FieldsDefaultsConditionsAndSnippetsAreReadByPeople)
{
    EXPECT_EQ(words("Hi {{contact.first_name|there}},"),
              "Hi [first name of the person, or “there”],");
    EXPECT_EQ(words("{{ deal.name }}"), "[name of the deal]");
    EXPECT_EQ(words("{{deal.name|}}"), "[name of the deal, or nothing]");
    EXPECT_EQ(words("{{#if deal.name}}About {{deal.name}}{{else}}Hello{{/if}}!"),
              "[where known: name of the deal – About [name of the deal] – else: Hello]!");
    EXPECT_EQ(words("{{snippet:sign off}}"), "[snippet “sign off”]");
    EXPECT_EQ(words("{{unknown.field}} {{open"), "[unknown.field] {{open");
    EXPECT_EQ(words("No field, a } and a {"), "No field, a } and a {");
}

TEST(CallWords, TheNoteHasResultLengthAndWhatWasTyped)
{
    EXPECT_EQ(callNote(domain::CallResult::NoAnswer, 5 * base::secondMs, QString()),
              QStringLiteral("No answer, 0:05 min."));
    EXPECT_EQ(callSubject(QString(), domain::CallResult::WrongNumber),
              QStringLiteral("Call: Wrong number"));
}

TEST(BatchWords, TheFirstMomentAndBothNumbersAreNamed)
{
    const Format format = sampleFormat();
    domain::BatchReview review;
    EXPECT_EQ(batchText(review, format), QString());
    domain::BatchLine late;
    late.untilMs = format.now() + 2 * base::dayMs;
    domain::BatchLine later = late;
    later.untilMs = format.now() + 3 * base::dayMs;
    domain::BatchLine never;
    never.isRefused = true;
    review.lines = {later, late, never};
    EXPECT_EQ(batchText(review, format),
              QStringLiteral("2 would wait until %1 or later · 1 would not leave")
                  .arg(format.when(*late.untilMs)));
    domain::BatchLimit limit{domain::LimitScope::Host, "acme.example", 8, 2, 10};
    EXPECT_FALSE(isOverLimit(limit)) << "full is not over";
    limit.adds = 3;
    EXPECT_TRUE(isOverLimit(limit));
    EXPECT_EQ(batchLimitText(limit), QStringLiteral("11 of 10 to acme.example today"));
}

TEST(AuditWords, InputsAreThoseOfTheDecisionAndNothingIsInvented)
{
    const Format format = sampleFormat();
    domain::ActionAudit audit;
    audit.action.playId = "p";
    audit.action.playVersion = 3;
    audit.ruleSha256 = "abcdef0123456789abcdef";
    audit.inputs = {{"amount_minor", "4800000"}, {"currency", "USD"}, {"score_milli", "82000"}};
    audit.action.draft.facts = {"contact.first_name: Dana: the second"};
    domain::ContentRow piece;
    piece.asset.title = "Case";
    piece.counts = {12, 3, 1};
    audit.content = {piece};
    domain::ModelRun run;
    run.model = "small";
    run.host = "127.0.0.1";
    run.request = "{}";
    run.isTaken = true;
    audit.modelRuns = {run};
    const QString text = auditText(audit, format);
    EXPECT_TRUE(text.contains(QStringLiteral("Score: 82"))) << qPrintable(text);
    EXPECT_TRUE(text.contains(QStringLiteral("Amount: $48,000")));
    EXPECT_FALSE(text.contains(QStringLiteral("Gain")));
    EXPECT_TRUE(text.contains(QStringLiteral("contact.first_name: Dana: the second")));
    EXPECT_TRUE(text.contains(QStringLiteral("Case: sent 12 times, 3 answered, 1 won")));
    EXPECT_TRUE(text.contains(QStringLiteral("its text became the draft; sent 2 bytes")));
    EXPECT_TRUE(text.contains(QStringLiteral("SHA-256 of the rule: abcdef0123456789\n")));
}

TEST(AuditWords, WhatWasTakenBackSaysWhy)
{
    domain::ActionAudit audit;
    auto &entry = audit.entries.emplace_back();
    entry.actor = "engine";
    for (const auto kind : {domain::LedgerKind::Expired, domain::LedgerKind::RunEnded}) {
        entry.kind = kind;
        entry.payload = R"({"reason":"run_withdrawn|smeeting_not_held"})";
        EXPECT_TRUE(
            auditLines(audit, sampleFormat())
                .back()
                .value.contains(QStringLiteral("the meeting that it follows was not held")));
    }
    entry.payload = R"({"reason":"nonsense"})";
    EXPECT_FALSE(auditLines(audit, sampleFormat()).back().value.contains(QStringLiteral("ithdr")));
}

TEST(AuditWords, ASentRowSaysHowItIsKnown)
{
    const auto rowOf = [](domain::LedgerKind kind, const char *evidence) {
        domain::ActionAudit audit;
        domain::LedgerEntry entry;
        entry.kind = kind;
        entry.actor = "courier";
        entry.payload = std::string(R"({"evidence":")") + evidence + R"("})";
        audit.entries = {entry};
        return auditLines(audit, sampleFormat()).back().value;
    };
    using domain::LedgerKind;
    EXPECT_TRUE(rowOf(LedgerKind::Sent, "answer").contains(QStringLiteral("the server said yes")));
    EXPECT_TRUE(rowOf(LedgerKind::Sent, "already there")
                    .contains(QStringLiteral("it was there already: what stands there may be the "
                                             "text of an earlier approval")));
    EXPECT_TRUE(rowOf(LedgerKind::Sent, "look-up").contains(QStringLiteral("looked up")));
    EXPECT_FALSE(rowOf(LedgerKind::Failed, "answer").contains(QStringLiteral("server")));
    EXPECT_FALSE(rowOf(LedgerKind::Sent, "a rumour").contains(QStringLiteral("rumour")));
}

} // namespace
} // namespace topline::ui::text
