#include "ui/text/desk_text.h"

#include "ui/text/guard_reason.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace topline::ui::text {

using domain::CallResult;
using domain::HandOnWhy;
using domain::LimitScope;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(DeskText)
};

} // namespace

QString handOnWhyText(HandOnWhy why)
{
    switch (why) {
    case HandOnWhy::Unsaid:
        return Words::tr("No reason given");
    case HandOnWhy::Away:
        return Words::tr("Away");
    case HandOnWhy::TooMuch:
        return Words::tr("Too much on the table");
    case HandOnWhy::KnowsThem:
        return Words::tr("Knows these people");
    case HandOnWhy::Place:
        return Words::tr("Language, region or hours");
    case HandOnWhy::Other:
        return Words::tr("Another reason");
    }
    return {};
}

QString handOnRoomText(const domain::HandOnRow &row, const Format &format)
{
    QStringList out;
    if (row.isHolder)
        out += Words::tr("has it now");
    if (row.isAway)
        out += row.awayUntilMs ? Words::tr("away until %1").arg(format.dateTime(*row.awayUntilMs))
                               : Words::tr("away");
    else if (!row.isWorking)
        out += Words::tr("off now");
    if (row.hasSeat)
        out += Words::tr("%1 of %2 open").arg(row.open).arg(row.capacity);
    else
        out += Words::tr("takes no inbound actions");
    return out.join(QStringLiteral(" · "));
}

QString callResultText(CallResult result)
{
    switch (result) {
    case CallResult::Connected:
        return Words::tr("Connected");
    case CallResult::LeftMessage:
        return Words::tr("Left a message");
    case CallResult::NoAnswer:
        return Words::tr("No answer");
    case CallResult::WrongNumber:
        return Words::tr("Wrong number");
    case CallResult::MeetingAgreed:
        return Words::tr("Meeting agreed");
    }
    return {};
}

QString callSubject(const QString &person, CallResult result)
{
    const QString what = callResultText(result);
    return person.isEmpty() ? Words::tr("Call: %1").arg(what)
                            : Words::tr("Call with %1: %2").arg(person, what);
}

QString callNote(CallResult result, base::DurationMs length, const QString &notes)
{
    //: Result of a call and its length as minutes and seconds: "Connected, 3:12 min."
    const QString head =
        Words::tr("%1, %2 min.").arg(callResultText(result), Format::clock(length));
    const QString words = notes.trimmed();
    return words.isEmpty() ? head : head + QStringLiteral("\n\n") + words;
}

bool isOverLimit(const domain::BatchLimit &limit)
{
    return limit.limit > 0 && limit.adds > 0 && limit.used + limit.adds > limit.limit;
}

QString batchLimitText(const domain::BatchLimit &limit)
{
    const QString name = fromUtf8(limit.name);
    const auto with = [&](const QString &text) {
        return text.arg(limit.used + limit.adds).arg(limit.limit);
    };
    switch (limit.scope) {
    case LimitScope::Workspace:
        return with(Words::tr("%1 of %2 mails today"));
    case LimitScope::Host:
        return with(Words::tr("%1 of %2 to %3 today")).arg(name);
    case LimitScope::Rep:
        return with(Words::tr("%1 of %2 by plays for %3 today")).arg(name);
    case LimitScope::Person:
        return with(Words::tr("%1 of %2 to %3 this week")).arg(name);
    }
    return {};
}

QString batchLineText(const domain::BatchLine &line, const Format &format)
{
    if (line.untilMs)
        return Words::tr("waits until %1").arg(format.when(*line.untilMs));
    return line.isRefused ? Words::tr("would not leave") : Words::tr("leaves at once");
}

QString batchLineWhy(const domain::BatchLine &line, const Format &format)
{
    return line.why.empty() ? QString() : keptBackText(line.why, format);
}

QString batchText(const domain::BatchReview &review, const Format &format)
{
    std::optional<base::UtcMs> first;
    int waits = 0;
    int refused = 0;
    for (const auto &line : review.lines) {
        refused += line.isRefused;
        waits += line.untilMs.has_value();
        if (line.untilMs)
            first = std::min(first.value_or(*line.untilMs), *line.untilMs);
    }
    QStringList out;
    if (waits > 0)
        out +=
            Words::tr("%n would wait until %1 or later", nullptr, waits).arg(format.when(*first));
    if (refused > 0)
        out += Words::tr("%n would not leave", nullptr, refused);
    return out.join(QStringLiteral(" · "));
}

} // namespace topline::ui::text
