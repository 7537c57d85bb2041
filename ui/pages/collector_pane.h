// Events of the customer's own site on the Sync page: whether they are taken in, what came, the
// port, and what a Segment client has to be given. Owned by the page, GUI thread. It only shows and
// asks; the page commands. Made once; stands beside the conflicts, or below "No CRM is connected".
#pragma once

#include "core/domain/collector_view.h"
#include "ui/text/format.h"

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QLineEdit;
class QSpinBox;
class QVBoxLayout;

namespace topline::look {
class Button;
} // namespace topline::look

namespace topline::pages {

class NoticeList;
class SectionHead;

class CollectorPane final : public QWidget {
    Q_OBJECT

public:
    explicit CollectorPane(QWidget *parent = nullptr);

    void setView(const domain::CollectorView &view, const ui::text::Format &format);

    look::Button *switchButton() const { return m_switch; }

    // The port as it is entered.
    std::uint16_t port() const;

Q_SIGNALS:
    void switchWanted(bool on);
    void portWanted(); // a changed one; what it was set to before stays on or off
    void keyWanted();
    void copyWanted(const QString &text);

private:
    void buildState(QVBoxLayout *column);
    void buildPort(QVBoxLayout *column);
    void buildHowTo(QVBoxLayout *column);
    void showNotices();
    void showPortChange();

    domain::CollectorView m_view;
    SectionHead *m_head;
    QLabel *m_sentence = nullptr;
    QLabel *m_counts = nullptr;
    look::Button *m_switch = nullptr;
    look::Button *m_key = nullptr;
    NoticeList *m_notices = nullptr;
    QSpinBox *m_port = nullptr;
    look::Button *m_change = nullptr;
    QLineEdit *m_url = nullptr;
    QLabel *m_keyWords = nullptr;
};

} // namespace topline::pages
