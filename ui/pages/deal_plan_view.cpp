#include "ui/pages/deal_plan_view.h"

#include "ui/look/button.h"
#include "ui/look/marks.h"
#include "ui/pages/deal_plan_line.h"
#include "ui/text/names_text.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace topline::pages {

using namespace look;
using domain::PlanSide;
using domain::PlanTaskState;
using ui::text::fromUtf8;

namespace {

class PlanDelegate final : public RowDelegate {
public:
    PlanDelegate(const KeyedModel<PlanRow> &model, QObject *parent)
        : RowDelegate(parent)
        , m_model(model)
    {
    }

protected:
    int rowHeight(const QModelIndex &) const override { return height::timelineRow; }

    bool hasLine(const QModelIndex &) const override { return false; }

    void paintRow(QPainter &painter, const QRectF &row, const QModelIndex &index,
                  const RowState &) const override
    {
        const PlanRow &item = m_model.row(index.row());
        const Tokens &t = tokens();
        QRectF box = row.adjusted(space::l, 0, -space::l, 0);
        if (item.kind == PlanRow::Kind::Head) {
            m_text.draw(painter, box, item.words, {Type::DenseHead, t.text});
            return;
        }
        constexpr qreal tick = 14;
        drawCheckBox(painter, {box.left(), box.center().y() - tick / 2, tick, tick},
                     item.isDone ? TickState::On : TickState::Off, true, t);
        box.setLeft(box.left() + tick + space::s);
        const qreal note = item.note.isEmpty() ? 0 : textWidth(Type::Dense, item.note) + 1;
        const qreal noteAt = std::max(box.center().x(), box.right() - note);
        m_text.draw(painter, {box.left(), box.top(), noteAt - space::m - box.left(), box.height()},
                    item.words, {Type::Dense, item.isDone ? t.text3 : t.text});
        m_text.draw(painter, {noteAt, box.top(), box.right() - noteAt, box.height()}, item.note,
                    {Type::Dense, item.isLate ? t.amberText : t.text2, Qt::AlignRight});
    }

private:
    const KeyedModel<PlanRow> &m_model;
};

PlanRow rowOf(const domain::PlanTask &task, const ui::text::Format &format)
{
    PlanRow out;
    out.id = task.id;
    out.words = fromUtf8(task.task);
    out.isDone = task.state == PlanTaskState::Done;
    out.isLate = !out.isDone && task.dueMs && *task.dueMs < format.now();
    QStringList note{task.side == PlanSide::Us ? DealPlanView::tr("us") : DealPlanView::tr("them")};
    if (task.dueMs && !out.isDone)
        note += out.isLate ? DealPlanView::tr("late since %1").arg(format.date(*task.dueMs))
                           : DealPlanView::tr("due %1").arg(format.date(*task.dueMs));
    out.note = note.join(QStringLiteral(" · "));
    out.spoken = QStringList{out.words, out.note,
                             out.isDone ? DealPlanView::tr("done") : DealPlanView::tr("open")}
                     .join(QStringLiteral(", "));
    return out;
}

} // namespace

std::vector<PlanRow> planRows(const domain::DealPlan &plan, const ui::text::Format &format)
{
    std::vector<PlanRow> out;
    for (const auto &task : plan.tasks)
        out.push_back(rowOf(task, format));
    if (plan.exits.empty())
        return out;
    PlanRow head;
    head.kind = PlanRow::Kind::Head;
    const auto met = std::count_if(plan.exits.begin(), plan.exits.end(),
                                   [](const auto &line) { return line.metMs.has_value(); });
    head.words = DealPlanView::tr("To leave %1: %2 of %3")
                     .arg(fromUtf8(plan.stageName))
                     .arg(met)
                     .arg(plan.exits.size());
    head.spoken = head.words;
    out.push_back(head);
    for (const auto &line : plan.exits) {
        PlanRow row;
        row.kind = PlanRow::Kind::Check;
        row.id = line.check.id;
        row.words = fromUtf8(line.check.text);
        row.isDone = line.metMs.has_value();
        row.note = line.metMs ? format.when(*line.metMs) : QString();
        row.spoken =
            QStringList{row.words, row.isDone ? DealPlanView::tr("met") : DealPlanView::tr("open")}
                .join(QStringLiteral(", "));
        out.push_back(std::move(row));
    }
    return out;
}

DealPlanView::DealPlanView(bridge::Bridge &bridge, QWidget *parent)
    : QWidget(parent)
    , m_bridge(bridge)
    , m_list(new RowList(tr("Mutual plan and exit checks"), this))
    , m_input(new QLineEdit(this))
    , m_problem(new QLabel(this))
    , m_listButton(new Button(Button::Kind::Secondary, tr("Edit checklist"), this))
    , m_usual(new Button(Button::Kind::Secondary, tr("Usual list"), this))
    , m_lines(new QPlainTextEdit(this))
{
    m_input->setAccessibleName(tr("New task of the plan"));
    m_input->setPlaceholderText(tr("them: name the signer by fri 12"));
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    m_problem->hide();
    m_lines->setAccessibleName(tr("Checklist of the stage, one check per line"));
    m_lines->setTabChangesFocus(true);
    m_lines->hide();
    m_usual->hide();
    m_list->setModel(&m_model);
    m_list->setItemDelegate(new PlanDelegate(m_model, this));
    m_list->viewport()->setAutoFillBackground(false);
    m_list->installEventFilter(this);
    m_input->installEventFilter(this);
    m_lines->installEventFilter(this);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, space::s, 0, space::s);
    layout->setSpacing(space::s);
    layout->addWidget(m_list, 1);
    auto *foot = new QVBoxLayout;
    foot->setContentsMargins(space::l, 0, space::l, 0);
    foot->setSpacing(space::s);
    foot->addWidget(m_lines);
    foot->addWidget(m_input);
    foot->addWidget(m_problem);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_listButton);
    buttons->addWidget(m_usual);
    buttons->addStretch(1);
    foot->addLayout(buttons);
    layout->addLayout(foot);
    connect(m_input, &QLineEdit::returnPressed, this, &DealPlanView::save);
    connect(m_input, &QLineEdit::textEdited, m_problem, &QWidget::hide);
    connect(m_list, &RowList::opened, this, &DealPlanView::edit);
    connect(m_listButton, &QAbstractButton::clicked, this,
            [this] { m_lines->isHidden() ? editList() : saveList(); });
    connect(m_usual, &QAbstractButton::clicked, this, [this] {
        m_bridge.cockpit().desk().setChecklist(m_plan.stage, std::nullopt, done());
        leaveList();
    });
}

ui::text::Format DealPlanView::format() const
{
    const auto zone = base::TimeZone::find(m_bridge.cockpit().zone());
    return {QLocale(), zone.ok() ? *zone : base::TimeZone(), m_bridge.cockpit().now()};
}

void DealPlanView::setPlan(const domain::DealPlan &plan)
{
    if (plan.deal != m_plan.deal) {
        m_input->clear();
        m_edited = {};
        m_problem->hide();
        leaveList();
    }
    m_plan = plan;
    m_listButton->setEnabled(plan.stage.isSet());
    m_model.apply(planRows(plan, format()));
}

engine::Done DealPlanView::done()
{
    return m_bridge.done(this, [this](const base::Status &status) {
        if (!status.ok())
            Q_EMIT m_bridge.failed(status.error());
        Q_EMIT changed();
    });
}

const domain::PlanTask *DealPlanView::taskOf(const base::Uuid &id) const
{
    for (const auto &task : m_plan.tasks) {
        if (task.id == id)
            return &task;
    }
    return nullptr;
}

void DealPlanView::store(const domain::PlanTask &task)
{
    m_bridge.cockpit().desk().setPlanTask(task, done());
}

void DealPlanView::save()
{
    domain::PlanTask known = m_edited;
    known.deal = m_plan.deal;
    const PlanLine line = readPlanLine(m_input->text(), known, format());
    m_problem->setText(line.problem);
    m_problem->setVisible(!line.problem.isEmpty());
    if (!line.problem.isEmpty())
        return;
    store(line.task);
    m_edited = {};
    m_input->clear();
}

void DealPlanView::toggle(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    const PlanRow &row = m_model.row(index.row());
    if (row.kind == PlanRow::Kind::Check)
        m_bridge.cockpit().desk().setExitMet(m_plan.deal, row.id, !row.isDone, done());
    const domain::PlanTask *task = taskOf(row.id);
    if (row.kind != PlanRow::Kind::Task || !task)
        return;
    domain::PlanTask next = *task;
    next.state = row.isDone ? PlanTaskState::Open : PlanTaskState::Done;
    store(next);
}

void DealPlanView::drop(const QModelIndex &index)
{
    const domain::PlanTask *task = index.isValid() ? taskOf(m_model.row(index.row()).id) : nullptr;
    if (!task)
        return;
    domain::PlanTask next = *task;
    next.state = PlanTaskState::Dropped;
    store(next);
}

void DealPlanView::edit(const QModelIndex &index)
{
    const PlanRow &row = m_model.row(index.row());
    const domain::PlanTask *task = taskOf(row.id);
    if (!task) {
        toggle(index);
        return;
    }
    m_edited = *task;
    m_input->setText(planLineOf(*task));
    m_input->setFocus();
}

void DealPlanView::editList()
{
    QStringList lines;
    for (const auto &line : m_plan.exits)
        lines += fromUtf8(line.check.text);
    m_lines->setPlainText(lines.join(QLatin1Char('\n')));
    m_lines->show();
    m_usual->show();
    m_listButton->setText(tr("Save checklist"));
    m_lines->setFocus();
}

void DealPlanView::saveList()
{
    std::vector<std::string> lines;
    for (const QString &line : m_lines->toPlainText().split(QLatin1Char('\n')))
        lines.push_back(line.toStdString());
    m_bridge.cockpit().desk().setChecklist(m_plan.stage, std::move(lines), done());
    leaveList();
}

void DealPlanView::leaveList()
{
    const bool hadFocus = m_lines->hasFocus();
    m_lines->hide();
    m_usual->hide();
    m_listButton->setText(tr("Edit checklist"));
    if (hadFocus)
        m_list->setFocus();
}

bool DealPlanView::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress && event->type() != QEvent::ShortcutOverride)
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool isEscape = key->key() == Qt::Key_Escape && watched != m_list;
    const bool isOurs =
        watched == m_list && (key->key() == Qt::Key_Space || key->key() == Qt::Key_Delete);
    const bool isSave = watched == m_lines && key->key() == Qt::Key_Return &&
                        key->modifiers().testFlag(Qt::ControlModifier);
    if (!isEscape && !isOurs && !isSave)
        return QWidget::eventFilter(watched, event);
    if (event->type() == QEvent::ShortcutOverride) { // these mean the plan before the page
        event->accept();
        return true;
    }
    if (isSave) {
        saveList();
    } else if (isOurs) {
        key->key() == Qt::Key_Space ? toggle(m_list->currentIndex()) : drop(m_list->currentIndex());
    } else if (watched == m_lines) {
        leaveList();
    } else {
        m_input->clear();
        m_edited = {};
        m_problem->hide();
        m_list->setFocus();
    }
    return true;
}

} // namespace topline::pages
