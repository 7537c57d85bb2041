#include "ui/pages/signal_items.h"

#include "ui/pages/signal_table.h"
#include "ui/text/names_text.h"
#include "ui/text/reason_text.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>
#include <set>

namespace topline::pages {

using domain::DetectorRow;
using ui::text::DetectorGroup;
using ui::text::Format;
using ui::text::fromUtf8;

namespace {

class Items {
    Q_DECLARE_TR_FUNCTIONS(SignalItems)

public:
    static QString spoken(const SignalItem &item, const Format &format)
    {
        QStringList parts{item.name, item.isOn ? tr("on") : tr("off")};
        if (item.isChanged)
            parts << tr("not saved");
        parts << tr("%n hit(s)", nullptr, static_cast<int>(item.hits)) +
                     (item.hits > 0 ? QLatin1Char(' ') + tr("on %n account(s)", nullptr,
                                                            static_cast<int>(item.accounts))
                                    : QString());
        if (item.hits == 0)
            return parts.join(QStringLiteral(", "));
        parts << (item.hasShare()
                      ? tr("%1 of %2 judged were accepted, 95 % interval %3")
                            .arg(item.precisionText,
                                 format.number(static_cast<double>(item.judged)), item.rangeText)
                      : item.precisionText);
        parts << tr("accepted %1, dismissed %2, held out %3")
                     .arg(item.accepted)
                     .arg(item.dismissed)
                     .arg(item.heldOut);
        if (item.lastMs != 0)
            parts << tr("last %1").arg(item.lastText);
        return parts.join(QStringLiteral(", "));
    }

    static QString group(const QString &name, int detectors)
    {
        return tr("%1: %n detector(s)", nullptr, detectors).arg(name);
    }
};

SignalItem itemOf(const DetectorRow &row, const SignalDraft &draft, const Format &format)
{
    SignalItem item;
    item.id = static_cast<int>(row.type);
    item.type = row.type;
    item.name = ui::text::signalTypeText(row.type);
    item.group = ui::text::detectorGroupText(ui::text::detectorGroup(row.type));
    item.isOn = draft.isEnabled(row.type);
    item.isChanged = draft.concerns(row);
    item.hits = row.hits;
    item.accounts = row.accounts;
    item.judged = ui::text::judged(row);
    item.accepted = row.accepted;
    item.dismissed = ui::text::dismissedOf(row);
    item.heldOut = row.heldOut;
    item.precision = row.precision;
    item.low = row.precisionLow;
    item.high = row.precisionHigh;
    item.lastMs = row.newest.empty() ? 0 : row.newest.front().signal.occurredMs;
    const auto number = [&format](std::int64_t value) {
        return format.number(static_cast<double>(value));
    };
    // Without a hit there is nothing to count.
    const auto part = [&](std::int64_t value) {
        return row.hits == 0 ? Format::missing() : number(value);
    };
    item.hitsText = number(row.hits);
    item.accountsText = part(row.accounts);
    item.judgedText = number(item.judged);
    item.acceptedText = part(row.accepted);
    item.dismissedText = part(item.dismissed);
    item.heldOutText = part(row.heldOut);
    item.precisionText = ui::text::precisionText(row, format);
    item.rangeText = ui::text::precisionRange(row, format);
    item.lastText = item.lastMs != 0 ? format.when(item.lastMs) : Format::missing();
    item.spoken = Items::spoken(item, format);
    return item;
}

bool isIn(const SignalItem &item, SignalScope scope)
{
    switch (scope) {
    case SignalScope::Fired:
        return item.hits > 0;
    case SignalScope::Off:
        return !item.isOn;
    case SignalScope::All:
        break;
    }
    return true;
}

std::optional<double> sortValue(const SignalItem &item, int column)
{
    const auto counted = [](std::int64_t value) { return static_cast<double>(value); };
    switch (column) {
    case SignalDelegate::Hits:
        return counted(item.hits);
    case SignalDelegate::Accounts:
        return counted(item.accounts);
    case SignalDelegate::Precision:
        return item.precision;
    case SignalDelegate::Accepted:
        return counted(item.accepted);
    case SignalDelegate::Dismissed:
        return counted(item.dismissed);
    case SignalDelegate::HeldOut:
        return counted(item.heldOut);
    default:
        return item.lastMs != 0 ? std::optional(counted(item.lastMs)) : std::nullopt;
    }
}

// What is absent stays last either way, without any hit last of all; a share of few comes after
// one of many.
bool comesBefore(const SignalItem &a, const SignalItem &b, int column, bool down)
{
    const auto left = sortValue(a, column);
    const auto right = sortValue(b, column);
    if (left.has_value() != right.has_value())
        return left.has_value();
    if (column == SignalDelegate::Precision && a.hasShare() != b.hasShare())
        return a.hasShare();
    if (!left && (a.hits > 0) != (b.hits > 0))
        return a.hits > 0;
    if (!left || *left == *right)
        return ui::text::detectorPlace(a.type) < ui::text::detectorPlace(b.type);
    return down ? *left > *right : *left < *right;
}

std::vector<SignalItem> withGroups(std::vector<SignalItem> items)
{
    std::map<DetectorGroup, int> counts;
    for (const SignalItem &item : items)
        ++counts[ui::text::detectorGroup(item.type)];
    std::vector<SignalItem> out;
    std::set<DetectorGroup> begun;
    for (SignalItem &item : items) {
        const DetectorGroup group = ui::text::detectorGroup(item.type);
        if (begun.insert(group).second) {
            SignalItem head;
            head.id = -1 - static_cast<int>(group);
            head.name = item.group;
            head.spoken = Items::group(item.group, counts[group]);
            out.push_back(std::move(head));
        }
        item.group.clear(); // it stands above
        out.push_back(std::move(item));
    }
    return out;
}

} // namespace

std::vector<SignalItem> signalItems(const domain::SignalsView &view, const SignalDraft &draft,
                                    const SignalOrder &order, const Format &format)
{
    std::vector<SignalItem> items;
    for (const DetectorRow &row : view.rows) {
        SignalItem item = itemOf(row, draft, format);
        if (isIn(item, order.scope))
            items.push_back(std::move(item));
    }
    const bool byName = order.column == SignalDelegate::Name;
    std::sort(items.begin(), items.end(), [&](const SignalItem &a, const SignalItem &b) {
        if (!byName)
            return comesBefore(a, b, order.column, order.down);
        const int left = ui::text::detectorPlace(a.type);
        const int right = ui::text::detectorPlace(b.type);
        return order.down ? left > right : left < right;
    });
    return byName ? withGroups(std::move(items)) : items;
}

std::vector<HitItem> hitItems(const std::vector<domain::SignalHit> &hits, HitTail tail,
                              const Format &format)
{
    std::vector<HitItem> out;
    for (const domain::SignalHit &hit : hits) {
        HitItem item;
        item.id = hit.signal.id;
        item.account = hit.signal.account;
        item.contact = hit.signal.contact;
        item.deal = hit.signal.deal;
        item.name = fromUtf8(hit.accountName);
        QStringList who;
        for (const std::string &part : {hit.contactName, hit.dealName}) {
            if (!part.empty())
                who << fromUtf8(part);
        }
        item.after = who.join(QStringLiteral(" · "));
        item.when = format.when(hit.signal.occurredMs);
        if (tail == HitTail::State)
            item.below = ui::text::hitStateText(hit) + QStringLiteral(" · ");
        else if (tail == HitTail::Detector)
            item.below = ui::text::signalTypeText(hit.signal.type) + QStringLiteral(" · ");
        item.below += ui::text::sentence(hit.signal.reason, format, hit.signal.occurredMs);
        QStringList spoken{item.name};
        spoken << who << item.when << item.below;
        item.spoken = spoken.join(QStringLiteral(", "));
        out.push_back(std::move(item));
    }
    return out;
}

} // namespace topline::pages
