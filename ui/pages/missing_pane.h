// "Why is this record missing": one line to type a name, an address or the CRM's own id into, and
// what the engine found, best first. Owned by the Sync page, GUI thread; late answers to earlier
// questions are dropped.
#pragma once

#include "ui/bridge/bridge.h"
#include "ui/pages/sync_rows.h"

#include <QWidget>

class QLabel;
class QLineEdit;

namespace topline::look {
class Button;
} // namespace topline::look

namespace topline::pages {

class RowList;

class MissingPane final : public QWidget {
    Q_OBJECT

public:
    explicit MissingPane(bridge::Bridge &bridge, QWidget *parent = nullptr);

    QLineEdit *input() const { return m_input; }

    const std::vector<FindingItem> &findings() const { return m_model.rows(); }

private:
    void ask();
    void show(const std::vector<domain::MissingFinding> &findings);

    bridge::Bridge &m_bridge;
    std::uint64_t m_asked = 0;
    KeyedModel<FindingItem> m_model;
    QLineEdit *m_input;
    look::Button *m_look;
    QLabel *m_note;
    RowList *m_list;
};

} // namespace topline::pages
