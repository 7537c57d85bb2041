// The rows of the Sync page as its lists show them: kinds of record, conflicts, pending writes,
// requests and findings, each with its key, its sentence for screen readers and equality. Built
// from a SyncView on the GUI thread; pure, cannot fail. Words of the outside party stay plain text.
#pragma once

#include "core/domain/connect.h"
#include "core/domain/sync_view.h"
#include "ui/pages/keyed_model.h"
#include "ui/text/sync_text.h"

#include <QString>

#include <optional>
#include <vector>

namespace topline::pages {

// One kind of record of one connection.
struct ObjectItem {
    QString id; // system/object
    domain::ObjectProgress progress;
    QString name, state, through, amount, remote, local, note, spoken;

    const QString &key() const { return id; }

    const QString &text() const { return spoken; }

    // 0 to 1 while a pull with a known end is under way.
    std::optional<double> share() const;
    // The other side holds more records than came in.
    bool isShort() const;

    bool operator==(const ObjectItem &) const = default;
};

struct ConflictItem {
    base::Uuid id;
    domain::Conflict conflict;
    QString field, record, base, ours, theirs, state, when, spoken;

    const base::Uuid &key() const { return id; }

    const QString &text() const { return spoken; }

    bool isOpen() const { return conflict.state == domain::ConflictState::Open; }

    bool operator==(const ConflictItem &) const = default;
};

struct PendingItem {
    QString id; // an action may write to two systems
    domain::PendingWrite write;
    QString what, record, state, next, detail, spoken;

    const QString &key() const { return id; }

    const QString &text() const { return spoken; }

    // Nobody knows whether it arrived.
    bool isUnknown() const { return write.state == "unknown"; }

    bool isFailed() const { return write.state == "failed"; }

    bool operator==(const PendingItem &) const = default;
};

struct RequestItem {
    std::int64_t id = 0;
    domain::RequestRow row;
    QString time, status, duration, bytes, spoken;

    // Newest first is the order of the ids, downwards.
    std::int64_t key() const { return id; }

    const QString &text() const { return spoken; }

    bool hasFailed() const { return row.status == 0 || row.status >= 400; }

    // Every word of the filter is found in method, host, path, status, outcome or reference.
    bool matches(const QStringList &words) const;

    bool operator==(const RequestItem &) const = default;
};

struct FindingItem {
    QString id;
    domain::MissingFinding finding;
    QString title, where, detail, spoken;

    const QString &key() const { return id; }

    const QString &text() const { return spoken; }

    bool operator==(const FindingItem &) const = default;
};

std::vector<ObjectItem> objectItems(const domain::ConnectionView &connection,
                                    const ui::text::Format &format);
std::vector<ConflictItem> conflictItems(const domain::SyncView &view,
                                        const ui::text::Format &format);
std::vector<PendingItem> pendingItems(const domain::SyncView &view, const ui::text::Format &format);
std::vector<RequestItem> requestItems(const std::vector<domain::RequestRow> &rows,
                                      const ui::text::Format &format);
std::vector<FindingItem> findingItems(const std::vector<domain::MissingFinding> &findings);

} // namespace topline::pages
