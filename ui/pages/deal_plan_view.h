// The mutual plan of a deal and the exit checklist of its stage: seen, ticked, added to, changed
// and dropped by keys. Part of the deal inspector, GUI thread. Every change goes to the engine at
// once and Ctrl+Z takes it back; a refusal is told by the shell, with what was typed still there.
#pragma once

#include "core/domain/deal_plan.h"
#include "ui/bridge/bridge.h"
#include "ui/pages/keyed_model.h"
#include "ui/pages/row_list.h"
#include "ui/text/format.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPlainTextEdit;

namespace topline::look {
class Button;
} // namespace topline::look

namespace topline::pages {

struct PlanRow {
    enum class Kind { Task, Head, Check };

    Kind kind = Kind::Task;
    base::Uuid id; // of the task or check; null for the head
    QString words;
    QString note; // "them · due Fri, 28 Nov"
    bool isDone = false;
    bool isLate = false;
    QString spoken;

    std::pair<int, base::Uuid> key() const { return {static_cast<int>(kind), id}; }

    const QString &text() const { return spoken; }

    bool operator==(const PlanRow &) const = default;
};

std::vector<PlanRow> planRows(const domain::DealPlan &plan, const ui::text::Format &format);

// Heads cannot be the current row.
class PlanModel final : public KeyedModel<PlanRow> {
public:
    using KeyedModel<PlanRow>::KeyedModel;

    Qt::ItemFlags flags(const QModelIndex &index) const override
    {
        const bool isHead = index.isValid() && row(index.row()).kind == PlanRow::Kind::Head;
        return isHead ? Qt::NoItemFlags : KeyedModel<PlanRow>::flags(index);
    }
};

class DealPlanView final : public QWidget {
    Q_OBJECT

public:
    explicit DealPlanView(bridge::Bridge &bridge, QWidget *parent = nullptr);

    void setPlan(const domain::DealPlan &plan);

    RowList *list() const { return m_list; }

    QLineEdit *input() const { return m_input; }

    QPlainTextEdit *lines() const { return m_lines; }

Q_SIGNALS:
    // Something was stored: ask again.
    void changed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void save();
    void toggle(const QModelIndex &index);
    void drop(const QModelIndex &index);
    void edit(const QModelIndex &index);
    void editList();
    void saveList();
    void leaveList();
    const domain::PlanTask *taskOf(const base::Uuid &id) const;
    void store(const domain::PlanTask &task);
    engine::Done done();
    ui::text::Format format() const;

    bridge::Bridge &m_bridge;
    domain::DealPlan m_plan;
    domain::PlanTask m_edited; // null id: a new one
    PlanModel m_model;
    RowList *m_list;
    QLineEdit *m_input;
    QLabel *m_problem;
    look::Button *m_listButton;
    look::Button *m_usual;
    QPlainTextEdit *m_lines;
};

} // namespace topline::pages
