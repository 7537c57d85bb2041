#include "ui/pages/account_timeline_rows.h"

#include "ui/pages/event_icon.h"
#include "ui/pages/letter_box.h"
#include "ui/text/account_names.h"
#include "ui/text/names_text.h"
#include "ui/text/reason_text.h"

#include <QDate>
#include <QHash>

#include <algorithm>
#include <iterator>

namespace topline::pages {

using domain::EventKind;
using domain::TimelineActor;
using domain::TimelineGroup;
using domain::TimelineItem;
using look::Icon;
using ui::text::Format;
using ui::text::fromUtf8;

namespace {

Icon iconOf(const TimelineItem &item)
{
    if (item.kind)
        return eventIcon(*item.kind);
    if (item.group == TimelineGroup::Crm)
        return Icon::Swap;
    return item.actor == TimelineActor::You ? Icon::CheckSquare : Icon::Zap;
}

QString dayName(base::UtcMs atMs, const Format &format)
{
    const auto day = format.zone().dateOf(atMs);
    if (day == format.zone().dateOf(format.now()))
        return MomentModel::tr("Today");
    if (day == format.zone().dateOf(format.now() - base::dayMs))
        return MomentModel::tr("Yesterday");
    const QDate date(day.year, day.month, day.day);
    return MomentModel::tr("%1, %2", "a weekday and a date")
        .arg(format.locale().dayName(date.dayOfWeek()), format.date(atMs));
}

// What was measured with an event, in words; empty where nothing was.
QString amountText(const TimelineItem &item, const Format &format)
{
    if (item.amount <= 0 || !item.kind)
        return {};
    switch (*item.kind) {
    case EventKind::PageView:
    case EventKind::PricingView:
    case EventKind::DocsView:
    case EventKind::CompareView:
    case EventKind::SessionTimed:
        return item.amount < 60 ? MomentModel::tr("%1 s", "seconds").arg(item.amount)
                                : format.span(item.amount * base::secondMs);
    case EventKind::PageScrolled:
    case EventKind::UsageLevel:
        return format.percent(static_cast<double>(item.amount) / 100);
    case EventKind::ThirdPartyIntent:
        return MomentModel::tr("%1 of 100").arg(item.amount);
    default:
        return {};
    }
}

bool isNamedByTitle(const TimelineItem &item)
{
    return item.kind && item.group == TimelineGroup::Web && !item.title.empty();
}

QString whatText(const TimelineItem &item, const Format &format)
{
    const QString title = fromUtf8(item.title);
    if (item.kind) {
        const QString kind = ui::text::eventKindText(*item.kind);
        // What a page is called says more than that it was one; the kind then stands at the right.
        if (isNamedByTitle(item))
            return title;
        if (title.startsWith(kind, Qt::CaseInsensitive))
            return title;
        return title.isEmpty() ? kind : MomentModel::tr("%1: %2").arg(kind, title);
    }
    const QString reason =
        item.reason ? ui::text::sentence(*item.reason, format, item.atMs) : QString();
    if (item.group == TimelineGroup::Crm || title.isEmpty())
        return reason.isEmpty() ? title : reason;
    return title;
}

QString bodyText(const TimelineItem &item, const Format &format)
{
    QStringList parts;
    if (!item.body.empty())
        parts << fromUtf8(item.body).trimmed();
    if (!item.kind && item.reason && item.group != TimelineGroup::Crm && !item.title.empty())
        parts << ui::text::sentence(*item.reason, format, item.atMs);
    if (item.group == TimelineGroup::Crm && item.reason && !item.title.empty())
        parts << fromUtf8(item.title);
    if (item.machine)
        parts << ui::text::sentence(*item.machine, format, item.atMs);
    return parts.join(QLatin1Char('\n'));
}

QString detailText(const TimelineItem &item, const Format &format)
{
    if (item.machine)
        return MomentModel::tr("bot, weight 0");
    if (!item.playName.empty())
        return MomentModel::tr("play: %1").arg(fromUtf8(item.playName));
    const QString amount = amountText(item, format);
    const QString kind = item.kind ? ui::text::eventKindText(*item.kind) : QString();
    if (!isNamedByTitle(item) || fromUtf8(item.title).startsWith(kind, Qt::CaseInsensitive))
        return amount;
    return amount.isEmpty() ? kind : MomentModel::tr("%1, %2", "kind and amount").arg(kind, amount);
}

MomentRow rowOf(const TimelineItem &item, bool isTrusted, const Format &format)
{
    MomentRow row;
    const QString who = fromUtf8(item.who);
    const QString what = whatText(item, format);
    row.title = who.isEmpty() || what.contains(who)
                    ? what
                    : MomentModel::tr("%1 · %2", "person, deed").arg(who, what);
    row.detail = isTrusted ? MomentModel::tr("a person, as you said") : detailText(item, format);
    row.time = format.timeOfDay(item.atMs);
    row.actorName = ui::text::timelineActorText(item.actor);
    row.body = bodyText(item, format);
    row.icon = iconOf(item);
    row.actor = item.actor;
    row.event = item.event;
    row.isMachine = item.machine.has_value();
    row.isTrusted = isTrusted;
    row.isLetter = item.kind && isLetter(*item.kind);
    row.canBeMachine = item.kind && domain::isBuyerEvent(*item.kind);
    QStringList spoken{format.when(item.atMs), row.actorName, row.title};
    if (row.isMachine)
        spoken << MomentModel::tr("taken for a machine, weight nothing");
    spoken << row.detail << row.body;
    spoken.removeAll(QString());
    row.spoken = spoken.join(QStringLiteral(", "));
    return row;
}

// A play that was asked and held back: many of them may stand in a row.
bool isHeldBack(const TimelineItem &item)
{
    return item.group == TimelineGroup::Engine && !item.kind && item.reason && item.title.empty();
}

QString dayIdOf(const TimelineItem &item, const Format &format)
{
    const auto date = format.zone().dateOf(item.atMs);
    return QStringLiteral("d%1-%2-%3").arg(date.year).arg(date.month).arg(date.day);
}

// How many items from `first` on tell of plays held back on the same day.
std::size_t heldBackRun(const std::vector<TimelineItem> &items, std::size_t first,
                        const Format &format)
{
    std::size_t end = first;
    while (end < items.size() && isHeldBack(items[end]) &&
           dayIdOf(items[end], format) == dayIdOf(items[first], format))
        ++end;
    return end - first;
}

// One row for all of them, with each in its text.
MomentRow heldBackRow(const TimelineItem *first, std::size_t count, const Format &format)
{
    constexpr std::size_t namedMost = 8;
    MomentRow row = rowOf(*first, false, format);
    const auto number = static_cast<int>(count);
    row.title = MomentModel::tr("Plays held back %n time(s)", nullptr, number);
    row.detail = MomentModel::tr("each with its reason");
    QStringList reasons;
    for (std::size_t i = 0; i < std::min(count, namedMost); ++i) {
        const TimelineItem &item = first[i];
        const QString reason = ui::text::sentence(*item.reason, format, item.atMs);
        reasons << (item.playName.empty()
                        ? reason
                        : MomentModel::tr("%1: %2").arg(fromUtf8(item.playName), reason));
    }
    if (count > namedMost)
        reasons << MomentModel::tr("and %n more", nullptr, static_cast<int>(count - namedMost));
    row.body = reasons.join(QLatin1Char('\n'));
    row.spoken = QStringList{format.when(first->atMs), row.actorName, row.title, row.body}.join(
        QStringLiteral(", "));
    return row;
}

} // namespace

std::vector<MomentRow> momentRows(const domain::AccountView &view,
                                  std::optional<TimelineGroup> group,
                                  const std::set<domain::EventId> &trusted, const Format &format)
{
    std::vector<MomentRow> out;
    QHash<QString, int> seen; // so that equal moments keep different keys
    QString day;
    std::vector<TimelineItem> items;
    std::copy_if(view.timeline.begin(), view.timeline.end(), std::back_inserter(items),
                 [group](const TimelineItem &item) { return !group || item.group == *group; });
    constexpr std::size_t worthFolding = 3;
    for (std::size_t i = 0; i < items.size();) {
        const TimelineItem &item = items[i];
        if (const QString dayId = dayIdOf(item, format); dayId != day) {
            MomentRow head;
            head.id = day = dayId;
            head.isDay = true;
            head.title = head.spoken = dayName(item.atMs, format);
            out.push_back(std::move(head));
        }
        const std::size_t run = heldBackRun(items, i, format);
        const bool folds = run >= worthFolding;
        const bool isTrusted = item.event.isSet() && trusted.contains(item.event);
        MomentRow row = folds ? heldBackRow(&item, run, format)
                              : rowOf(item, isTrusted && !item.machine, format);
        row.id = item.event.isSet() ? QStringLiteral("e%1").arg(item.event.value)
                                    : QStringLiteral("o%1-%2").arg(item.atMs).arg(row.title);
        if (const int again = seen[row.id]++; again > 0)
            row.id += QStringLiteral("-%1").arg(again);
        out.push_back(std::move(row));
        i += folds ? run : 1;
    }
    return out;
}

} // namespace topline::pages
