// The right side of the Sync page: fields that both sides changed, with both values in full and the
// two answers, and below them what still waits to be written. Owned by the page, GUI thread; the
// page commands. A decided conflict stays in the list and can be turned over.
#pragma once

#include "ui/pages/sync_rows.h"

#include <QWidget>

#include <optional>

class QLabel;

namespace topline::look {
class Button;
} // namespace topline::look

namespace topline::pages {

class RowList;
class SectionHead;

class ConflictPane final : public QWidget {
    Q_OBJECT

public:
    explicit ConflictPane(QWidget *parent = nullptr);

    void setView(const domain::SyncView &view, const ui::text::Format &format);
    void setKeys(const QString &ours, const QString &theirs);

    // The conflict that keys act on: the current row, if there is one.
    const ConflictItem *current() const;
    // Makes the next open conflict current after this one was answered.
    void stepOn();

    RowList *conflicts() const { return m_conflicts; }

    RowList *pending() const { return m_pending; }

    const KeyedModel<ConflictItem> &conflictModel() const { return m_conflictModel; }

Q_SIGNALS:
    void answered(bool keepOurs);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QWidget *makeCompare();
    void refreshCompare();

    KeyedModel<ConflictItem> m_conflictModel;
    KeyedModel<PendingItem> m_pendingModel;
    SectionHead *m_conflictHead;
    SectionHead *m_pendingHead;
    QLabel *m_noConflict;
    QLabel *m_noPending;
    RowList *m_conflicts;
    RowList *m_pending;
    QWidget *m_compare = nullptr;
    QLabel *m_was = nullptr;
    QLabel *m_oursHead = nullptr;
    QLabel *m_ours = nullptr;
    QLabel *m_theirsHead = nullptr;
    QLabel *m_theirs = nullptr;
    look::Button *m_keep = nullptr;
    look::Button *m_take = nullptr;
};

} // namespace topline::pages
