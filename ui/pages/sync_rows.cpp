#include "ui/pages/sync_rows.h"

#include "ui/text/core_words.h"

#include <QCoreApplication>

#include <algorithm>

namespace topline::pages {

using namespace ui::text;

namespace {

class Rows {
    Q_DECLARE_TR_FUNCTIONS(SyncRows)

public:
    static ObjectItem object(const std::string &system, const domain::ObjectProgress &progress,
                             const Format &format);
    static ConflictItem conflict(const domain::Conflict &conflict, const Format &format);
    static PendingItem pending(const domain::PendingWrite &write, const Format &format);
    static RequestItem request(const domain::RequestRow &row, const Format &format);
    static FindingItem finding(const domain::MissingFinding &finding);
};

QString countText(const std::optional<std::int64_t> &count, const Format &format)
{
    return count ? format.number(static_cast<double>(*count)) : Format::missing();
}

ObjectItem Rows::object(const std::string &system, const domain::ObjectProgress &progress,
                        const Format &format)
{
    ObjectItem item;
    item.id = fromUtf8(system) + QLatin1Char('/') + fromUtf8(progress.object);
    item.progress = progress;
    item.name = objectText(progress.object);
    item.state = objectStateText(progress.state);
    item.through = progress.throughMs ? format.when(*progress.throughMs) : Format::missing();
    const bool unread = progress.state == domain::ObjectState::Denied ||
                        progress.state == domain::ObjectState::Unavailable;
    item.amount =
        unread && progress.done == 0 ? Format::missing() : countText(progress.done, format);
    if (progress.expected && progress.state == domain::ObjectState::Working)
        item.amount = tr("%1 of %2").arg(item.amount, countText(progress.expected, format));
    item.remote = countText(progress.remoteCount, format);
    item.local = countText(progress.localCount, format);
    item.note = fromUtf8(progress.reason);
    if (item.isShort()) {
        const auto lacking = static_cast<int>(*progress.remoteCount - *progress.localCount);
        const QString said = tr("%Ln record(s) short", nullptr, lacking);
        item.note = item.note.isEmpty() ? said : said + QStringLiteral("; ") + item.note;
    }
    item.spoken =
        tr("%1: %2, complete through %3, %4 pulled, %5 there, %6 here")
            .arg(item.name, item.state, item.through, item.amount, item.remote, item.local);
    if (!item.note.isEmpty())
        item.spoken += QStringLiteral(". ") + item.note;
    return item;
}

ConflictItem Rows::conflict(const domain::Conflict &conflict, const Format &format)
{
    ConflictItem item;
    item.id = conflict.id;
    item.conflict = conflict;
    item.field = fieldText(conflict.field);
    item.record = fromUtf8(conflict.recordName);
    item.state = conflictStateText(conflict.state);
    item.when = format.when(conflict.atMs);
    item.base = valueText(conflict.base, format);
    item.ours = valueText(conflict.ours, format);
    item.theirs = valueText(conflict.theirs, format);
    item.spoken = tr("%1 of %2, %3. Ours: %4. %5: %6. %7")
                      .arg(item.field, item.record, item.when, item.ours,
                           systemText(conflict.system), item.theirs, item.state);
    return item;
}

PendingItem Rows::pending(const domain::PendingWrite &write, const Format &format)
{
    PendingItem item;
    item.id = fromUtf8(write.action.text()) + QLatin1Char('/') + fromUtf8(write.system) +
              QLatin1Char('/') + fromUtf8(write.what);
    item.write = write;
    item.what = editsText(write.what);
    item.record = fromUtf8(write.record);
    item.state = pendingStateText(write.state);
    item.detail = coreWords(write.detail);
    if (write.attempts > 0)
        item.next = tr("%n attempt(s)", nullptr, static_cast<int>(write.attempts));
    if (write.nextTryMs && *write.nextTryMs > format.now()) {
        const bool soon = *write.nextTryMs - format.now() < base::minuteMs;
        const QString next = write.attempts == 0
                                 ? (soon ? tr("leaves within a minute")
                                         : tr("leaves %1").arg(format.ago(*write.nextTryMs)))
                                 : (soon ? tr("again within a minute")
                                         : tr("again %1").arg(format.ago(*write.nextTryMs)));
        item.next = item.next.isEmpty() ? next : item.next + QStringLiteral(", ") + next;
    }
    item.spoken = write.system.empty()
                      ? tr("%1, %2: %3").arg(item.what, item.record, item.state)
                      : tr("%1, %2, to %3: %4")
                            .arg(item.what, item.record, systemText(write.system), item.state);
    for (const QString &part : {item.next, item.detail}) {
        if (!part.isEmpty())
            item.spoken += QStringLiteral(". ") + part;
    }
    return item;
}

RequestItem Rows::request(const domain::RequestRow &row, const Format &format)
{
    constexpr double kilo = 1024;
    RequestItem item;
    item.id = row.id;
    item.row = row;
    const bool today = format.zone().dateOf(row.atMs) == format.zone().dateOf(format.now());
    const auto second = static_cast<int>(format.zone().local(row.atMs).sinceMidnightMs / 1000 % 60);
    item.time = (today ? format.timeOfDay(row.atMs) : format.dateTime(row.atMs)) +
                QStringLiteral(":%1").arg(second, 2, 10, QLatin1Char('0'));
    item.status = row.status == 0 ? tr("none") : QString::number(row.status);
    item.duration =
        QStringLiteral("%1\u00a0ms").arg(format.number(static_cast<double>(row.durationMs)));
    const auto bytes = static_cast<double>(row.bytesReceived + row.bytesSent);
    item.bytes = bytes < kilo ? QStringLiteral("%1\u00a0B").arg(format.number(bytes))
                              : QStringLiteral("%1\u00a0kB").arg(format.number(bytes / kilo, 1));
    item.spoken = tr("%1, %2 %3%4, status %5, %6, %7")
                      .arg(item.time, fromUtf8(row.method), fromUtf8(row.host), fromUtf8(row.path),
                           item.status, item.duration, item.bytes);
    for (const std::string *part : {&row.outcome, &row.reference}) {
        if (!part->empty())
            item.spoken += QStringLiteral(", ") + fromUtf8(*part);
    }
    return item;
}

FindingItem Rows::finding(const domain::MissingFinding &finding)
{
    FindingItem item;
    item.finding = finding;
    item.title = findingText(finding.code);
    item.where = tr("%1 in %2").arg(objectText(finding.object), systemText(finding.system));
    if (!finding.remoteId.empty())
        item.where += QStringLiteral(", ") + fromUtf8(finding.remoteId);
    item.detail = fromUtf8(finding.detail);
    item.id = fromUtf8(finding.system) + QLatin1Char('/') + fromUtf8(finding.object) +
              QLatin1Char('/') + fromUtf8(finding.remoteId) + QLatin1Char('/') +
              fromUtf8(finding.code);
    item.spoken = item.title + QStringLiteral(", ") + item.where;
    if (!item.detail.isEmpty())
        item.spoken += QStringLiteral(". ") + item.detail;
    return item;
}

// A key that was seen before gets a number, so that keys stay unique whatever arrives.
template <typename Item> void makeUnique(std::vector<Item> &items)
{
    std::set<QString> seen;
    for (Item &item : items) {
        const QString id = item.id;
        for (int number = 2; !seen.insert(item.id).second; ++number)
            item.id = id + QLatin1Char('#') + QString::number(number);
    }
}

} // namespace

std::optional<double> ObjectItem::share() const
{
    if (progress.state != domain::ObjectState::Working || progress.expected.value_or(0) <= 0)
        return std::nullopt;
    return std::clamp(static_cast<double>(progress.done) / static_cast<double>(*progress.expected),
                      0.0, 1.0);
}

bool ObjectItem::isShort() const
{
    return progress.state != domain::ObjectState::Working && progress.remoteCount &&
           progress.localCount && *progress.localCount < *progress.remoteCount;
}

bool RequestItem::matches(const QStringList &words) const
{
    QStringList parts{status};
    for (const std::string *part :
         {&row.method, &row.host, &row.path, &row.outcome, &row.reference})
        parts << fromUtf8(*part);
    const QString all = parts.join(QLatin1Char(' '));
    return std::all_of(words.begin(), words.end(), [&all](const QString &word) {
        return all.contains(word, Qt::CaseInsensitive);
    });
}

std::vector<ObjectItem> objectItems(const domain::ConnectionView &connection, const Format &format)
{
    std::vector<ObjectItem> items;
    // As people think of them, not as they are named inside.
    std::map<std::string, std::int64_t> names;
    for (const domain::ObjectProgress &progress : connection.objects)
        names.emplace(progress.object, 0);
    for (const std::string &name : orderedObjects(names)) {
        for (const domain::ObjectProgress &progress : connection.objects) {
            if (progress.object == name)
                items.push_back(Rows::object(connection.system, progress, format));
        }
    }
    makeUnique(items);
    return items;
}

std::vector<ConflictItem> conflictItems(const domain::SyncView &view, const Format &format)
{
    std::vector<ConflictItem> items;
    std::set<base::Uuid> seen;
    for (const domain::Conflict &conflict : view.conflicts) {
        if (seen.insert(conflict.id).second)
            items.push_back(Rows::conflict(conflict, format));
    }
    return items;
}

std::vector<PendingItem> pendingItems(const domain::SyncView &view, const Format &format)
{
    std::vector<PendingItem> items;
    for (const domain::PendingWrite &write : view.pending)
        items.push_back(Rows::pending(write, format));
    makeUnique(items);
    return items;
}

std::vector<RequestItem> requestItems(const std::vector<domain::RequestRow> &rows,
                                      const Format &format)
{
    std::vector<RequestItem> items;
    std::set<std::int64_t> seen;
    for (const domain::RequestRow &row : rows) {
        if (seen.insert(row.id).second)
            items.push_back(Rows::request(row, format));
    }
    return items;
}

std::vector<FindingItem> findingItems(const std::vector<domain::MissingFinding> &findings)
{
    std::vector<FindingItem> items;
    for (const domain::MissingFinding &finding : findings)
        items.push_back(Rows::finding(finding));
    makeUnique(items);
    return items;
}

} // namespace topline::pages
