// The timeline of an account: one stream of everything, filtered by group, with what a machine did
// struck through. The current row shows its text. Part of the account's view, GUI thread; told the
// view by the page, tells when a person takes an event for a person's.
#pragma once

#include "ui/pages/account_timeline_rows.h"

#include <QWidget>

namespace topline::look {
class Button;
class Segments;
} // namespace topline::look

namespace topline::pages {

class NoteLine;
class RowList;
class SectionHead;

class AccountTimeline final : public QWidget {
    Q_OBJECT

public:
    explicit AccountTimeline(QWidget *parent = nullptr);

    // Another account: from the top, all groups.
    void startOver();
    void setView(const domain::AccountView &view, const ui::text::Format &format);

    // What the current row could be told: an event taken for a machine's, or trusted before.
    std::optional<domain::EventId> trustable() const;
    bool isCurrentTrusted() const;
    // Remembers a person's word, so that it can be taken back.
    void setTrusted(domain::EventId event, bool isTrusted);

    // The mail in the current row.
    std::optional<domain::EventId> letter() const;

    void step(int rows);
    void nextGroup();

    RowList *view() const { return m_list; }

    // The keys in the buttons' caps.
    void setKeys(const QString &trust, const QString &read);

Q_SIGNALS:
    void trustWanted();
    void letterWanted(); // of the current row

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void refresh();
    void refreshGroups();
    void refreshHead();
    void refreshTrust();
    const MomentRow *current() const;

    domain::AccountView m_view;
    ui::text::Format m_format;
    std::optional<domain::TimelineGroup> m_group;
    std::set<domain::EventId> m_trusted;
    bool m_hasCounts = true; // in the names of the groups
    MomentModel m_model;
    SectionHead *m_head;
    look::Segments *m_groups;
    look::Button *m_trust;
    look::Button *m_read;
    NoteLine *m_note;
    RowList *m_list;
};

} // namespace topline::pages
