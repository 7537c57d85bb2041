#include "app/cli/commands.h"
#include "app/cli/json_values.h"
#include "app/cli/session.h"
#include "app/cli/text_table.h"
#include "ui/text/names_text.h"
#include "ui/text/reason_text.h"

namespace topline::app {

namespace {

using ui::text::Format;

std::optional<domain::Lane> parseLane(const std::string &name)
{
    static constexpr const char *names[] = {"now", "today", "waiting", "later", "done"};
    for (int i = 0; i < 5; ++i) {
        if (name == names[i])
            return static_cast<domain::Lane>(i);
    }
    return std::nullopt;
}

QString amountText(const domain::FeedCard &card, const Format &format)
{
    if (!card.action.amount)
        return Format::missing();
    return (card.action.amountEstimated ? QStringLiteral("~") : QString()) +
           format.money(*card.action.amount);
}

QString clockText(const domain::FeedCard &card, const Format &format)
{
    const domain::Action &action = card.action;
    if (action.state == domain::ActionState::Approved && action.holdUntilMs) {
        const base::DurationMs left = *action.holdUntilMs - format.now();
        return left > 0 ? QStringLiteral("held %1 s").arg((left + 999) / 1'000)
                        : QStringLiteral("leaves with run");
    }
    if (action.state != domain::ActionState::Proposed)
        return ui::text::actionStateText(action.state);
    if (!action.slaDueMs)
        return Format::missing();
    const base::DurationMs left = *action.slaDueMs - format.now();
    return left >= 0 ? QStringLiteral("%1 left").arg(format.span(left))
                     : QStringLiteral("%1 over").arg(format.span(-left));
}

QString whyText(const domain::FeedCard &card, const Format &format)
{
    return ui::text::sentence(card.action.whyNow, format, card.action.signalMs);
}

QString shortId(const base::Uuid &id)
{
    return toQt(id.text().substr(0, 8));
}

QJsonObject countsDocument(const domain::FeedCounts &counts)
{
    static const char *const names[] = {"now", "today", "waiting", "later", "done"};
    QJsonObject lanes;
    for (int i = 0; i < 5; ++i)
        lanes.insert(QLatin1String(names[i]), jsonInteger(counts.lanes[i]));
    return {{QStringLiteral("lanes"), lanes},
            {QStringLiteral("slaRunning"), jsonInteger(counts.slaRunning)},
            {QStringLiteral("slaBreached"), jsonInteger(counts.slaBreached)},
            {QStringLiteral("inHold"), jsonInteger(counts.inHold)},
            {QStringLiteral("unknown"), jsonInteger(counts.unknown)},
            {QStringLiteral("doneToday"), jsonInteger(counts.doneToday)},
            {QStringLiteral("minutesNow"), jsonInteger(counts.minutesNow)},
            {QStringLiteral("nextSlaAt"), jsonTime(counts.nextSlaMs)}};
}

QString feedText(const std::vector<domain::FeedCard> &cards, const Format &format)
{
    TextTable table({{QStringLiteral("ID")},
                     {QStringLiteral("Lane")},
                     {QStringLiteral("Action"), false, 44},
                     {QStringLiteral("Tier")},
                     {QStringLiteral("Amount"), true},
                     {QStringLiteral("Win"), true},
                     {QStringLiteral("Clock"), true, 18}});
    for (const auto &card : cards) {
        table.add({shortId(card.action.id), ui::text::laneText(card.lane),
                   ui::text::cardTitle(card), ui::text::tierText(card.tier),
                   amountText(card, format),
                   card.probability ? format.probability(*card.probability) : Format::missing(),
                   clockText(card, format)});
        table.addNote(ui::text::cardSubtitle(card) + QStringLiteral(". ") + whyText(card, format));
    }
    return table.text();
}

QString scoreText(const domain::CardDetail &detail, const Format &format)
{
    QString out =
        QStringLiteral("\nScore %1, %2\n")
            .arg(format.points(detail.score.totalMilli), ui::text::tierText(detail.score.tier));
    TextTable rows({{QStringLiteral("  part"), false, 60}, {QStringLiteral("points"), true}});
    for (const auto &row : detail.score.rows)
        rows.add({QStringLiteral("  ") + ui::text::scoreLabel(row.label, format),
                  format.signedPoints(row.milliPoints)});
    return out + rows.text();
}

QString rankText(const domain::RankFactors &rank, const Format &format)
{
    const base::Money amount{rank.amountMinor, base::Currency::usd()};
    return QStringLiteral("\nRank: band %1; %2 gain × %3 × %4 freshness ÷ %5 min = %6 a minute\n")
        .arg(QString::number(rank.band),
             format.percent(static_cast<double>(rank.gainBasisPoints) / 10'000, 1),
             format.money(amount),
             format.percent(static_cast<double>(rank.freshnessPermille) / 1'000, 1),
             format.number(static_cast<double>(rank.effortMinutes)),
             format.number(rank.minorPerMinute() / 100, 2));
}

QString rulesText(const domain::CardDetail &detail, const Format &format)
{
    if (!detail.decision)
        return {};
    QString out =
        QStringLiteral("\nRules: %1\n")
            .arg(ui::text::sentence(detail.decision->reason, format, detail.decision->atMs));
    for (const auto asked : detail.decision->asked)
        out += QStringLiteral("  passed: %1\n").arg(ui::text::ruleName(asked));
    return out;
}

QString evidenceText(const domain::CardDetail &detail, const Format &format)
{
    if (detail.evidence.empty())
        return {};
    QString out = QStringLiteral("\nEvidence\n");
    TextTable rows({{QStringLiteral("  when")},
                    {QStringLiteral("what"), false, 24},
                    {QStringLiteral(""), false, 80}});
    for (const auto &event : detail.evidence)
        rows.add({QStringLiteral("  ") + format.when(event.atMs),
                  ui::text::eventKindText(event.kind) +
                      (event.suspectBot ? QStringLiteral(" (bot)") : QString()),
                  toQt(event.title) +
                      (event.body.empty() ? QString() : QStringLiteral(": ") + toQt(event.body))});
    return out + rows.text();
}

QString draftText(const domain::Draft &draft)
{
    if (draft == domain::Draft())
        return {};
    QString out = QStringLiteral("\nDraft\n");
    if (!draft.to.empty())
        out += QStringLiteral("  To       %1\n").arg(toQt(draft.to));
    out += QStringLiteral("  Subject  %1\n").arg(toQt(draft.subject));
    for (const QString &line : toQt(draft.body).split(QLatin1Char('\n')))
        out += QStringLiteral("  ") + line + QLatin1Char('\n');
    return out;
}

QString detailText(const domain::CardDetail &detail, const Format &format)
{
    const domain::FeedCard &card = detail.card;
    QString out = ui::text::cardTitle(card) + QLatin1Char('\n') + ui::text::cardSubtitle(card) +
                  QLatin1Char('\n') + whyText(card, format) + QStringLiteral("\n\n");
    out += textPairs({
        {QStringLiteral("ID"), toQt(card.action.id.text())},
        {QStringLiteral("State"), ui::text::actionStateText(card.action.state) +
                                      QStringLiteral(", ") + clockText(card, format)},
        {QStringLiteral("Deal"), card.dealName.empty() ? Format::missing() : toQt(card.dealName)},
        {QStringLiteral("Amount"), amountText(card, format)},
        {QStringLiteral("Win"),
         card.probability ? format.probability(*card.probability) : Format::missing()},
        {QStringLiteral("Owner"), toQt(card.ownerName)},
        {QStringLiteral("Play"), toQt(card.playName)},
    });
    out += scoreText(detail, format) + rankText(card.rank, format) + rulesText(detail, format) +
           evidenceText(detail, format) + draftText(card.action.draft);
    for (const auto &effect : detail.effects)
        out += QStringLiteral("\nOutbox: %1 %2 %3\n")
                   .arg(toQt(domain::effectStateName(effect.state)), toQt(effect.remoteId),
                        toQt(effect.detail));
    return out;
}

QJsonArray scoreRows(const domain::AccountScore &score, const Format &format)
{
    QJsonArray out;
    for (const auto &row : score.rows)
        out.append(QJsonObject{{QStringLiteral("label"), ui::text::scoreLabel(row.label, format)},
                               {QStringLiteral("reason"), jsonReason(row.label)},
                               {QStringLiteral("milliPoints"), jsonInteger(row.milliPoints)}});
    return out;
}

QJsonArray eventRows(const std::vector<domain::Event> &events)
{
    QJsonArray out;
    for (const auto &event : events)
        out.append(QJsonObject{{QStringLiteral("id"), jsonInteger(event.id.value)},
                               {QStringLiteral("kind"), toQt(domain::eventKindName(event.kind))},
                               {QStringLiteral("at"), jsonTime(event.atMs)},
                               {QStringLiteral("title"), jsonText(event.title)},
                               {QStringLiteral("body"), jsonText(event.body)},
                               {QStringLiteral("suspectBot"), event.suspectBot}});
    return out;
}

QJsonArray effectRows(const std::vector<domain::Effect> &effects)
{
    QJsonArray out;
    for (const auto &effect : effects)
        out.append(
            QJsonObject{{QStringLiteral("id"), toQt(effect.id.text())},
                        {QStringLiteral("state"), toQt(domain::effectStateName(effect.state))},
                        {QStringLiteral("attempts"), jsonInteger(effect.attempts)},
                        {QStringLiteral("remoteId"), jsonText(effect.remoteId)},
                        {QStringLiteral("detail"), jsonText(effect.detail)}});
    return out;
}

QJsonObject detailDocument(const domain::CardDetail &detail, const Format &format)
{
    QJsonObject out = jsonCard(detail.card);
    const domain::Draft &draft = detail.card.action.draft;
    out.insert(QStringLiteral("whyNowText"), whyText(detail.card, format));
    out.insert(QStringLiteral("draft"),
               QJsonObject{{QStringLiteral("to"), jsonText(draft.to)},
                           {QStringLiteral("subject"), jsonText(draft.subject)},
                           {QStringLiteral("body"), jsonText(draft.body)}});
    out.insert(QStringLiteral("scoreRows"), scoreRows(detail.score, format));
    out.insert(QStringLiteral("scoreTotalMilli"), jsonInteger(detail.score.totalMilli));
    out.insert(QStringLiteral("evidence"), eventRows(detail.evidence));
    out.insert(QStringLiteral("timeline"), eventRows(detail.timeline));
    out.insert(QStringLiteral("effects"), effectRows(detail.effects));
    if (detail.decision) {
        QJsonArray asked;
        for (const auto code : detail.decision->asked)
            asked.append(toQt(domain::reasonCodeName(code)));
        out.insert(QStringLiteral("decision"), jsonReason(detail.decision->reason));
        out.insert(QStringLiteral("rulesPassed"), asked);
    }
    return out;
}

} // namespace

base::Result<Reply> runFeed(const Invocation &invocation)
{
    std::optional<domain::Lane> lane;
    if (invocation.has("lane")) {
        lane = parseLane(invocation.option("lane"));
        if (!lane)
            return usageReply("There is no lane \"" + invocation.option("lane") +
                              "\": now, today, waiting, later or done.");
    }
    TRY_ASSIGN(const auto session, Session::open(invocation));
    TRY(session->engine().tick());
    TRY_ASSIGN(auto cards, session->engine().feed());
    TRY_ASSIGN(const auto counts, session->engine().feedCounts());
    std::erase_if(cards, [&](const domain::FeedCard &card) {
        return lane ? card.lane != *lane : card.lane == domain::Lane::Done;
    });
    const auto limit = static_cast<std::size_t>(invocation.number("limit", 1'000'000));
    if (cards.size() > limit)
        cards.resize(limit);
    const Format format = session->format();
    Reply out;
    if (invocation.json) {
        QJsonArray items;
        for (const auto &card : cards) {
            QJsonObject item = jsonCard(card);
            item.insert(QStringLiteral("title"), ui::text::cardTitle(card));
            item.insert(QStringLiteral("whyNowText"), whyText(card, format));
            items.append(item);
        }
        out.document = {{QStringLiteral("asOf"), jsonTime(format.now())},
                        {QStringLiteral("counts"), countsDocument(counts)},
                        {QStringLiteral("items"), items}};
        return out;
    }
    out.text = cards.empty() ? QStringLiteral("Feed clear.\n") : feedText(cards, format);
    out.text += QStringLiteral("\nNow %1, today %2, waiting %3, later %4, done %5. As of %6.\n")
                    .arg(counts.lanes[0])
                    .arg(counts.lanes[1])
                    .arg(counts.lanes[2])
                    .arg(counts.lanes[3])
                    .arg(counts.lanes[4])
                    .arg(format.dateTime(format.now()));
    return out;
}

base::Result<Reply> runShow(const Invocation &invocation)
{
    TRY_ASSIGN(const auto session, Session::open(invocation));
    TRY_ASSIGN(const auto action, session->engine().findAction(invocation.arguments.front()));
    TRY_ASSIGN(const auto detail, session->engine().detail(action.id));
    const Format format = session->format();
    Reply out;
    if (invocation.json)
        out.document = detailDocument(detail, format);
    else
        out.text = detailText(detail, format);
    return out;
}

} // namespace topline::app
