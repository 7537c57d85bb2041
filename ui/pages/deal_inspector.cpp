#include "ui/pages/deal_inspector.h"

#include "ui/look/button.h"
#include "ui/look/segments.h"
#include "ui/pages/deal_plan_view.h"
#include "ui/pages/deal_risk_view.h"
#include "ui/pages/deal_sheet.h"
#include "ui/pages/deal_win_view.h"
#include "ui/pages/hairline.h"
#include "ui/pages/next_step_edit.h"
#include "ui/text/names_text.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <utility>

namespace topline::pages {

using namespace look;
using ui::text::fromUtf8;

namespace {

class TimelineDelegate final : public RowDelegate {
public:
    TimelineDelegate(const KeyedModel<TimelineItem> &model, QObject *parent)
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
        const TimelineItem &item = m_model.row(index.row());
        const Tokens &t = tokens();
        constexpr qreal whenWidth = 72;
        const QRectF box = row.adjusted(space::l, 0, -space::l, 0);
        m_text.draw(painter, {box.left(), box.top(), whenWidth, box.height()}, item.when,
                    {Type::Dense, t.text3});
        const QRectF words = box.adjusted(whenWidth + space::s, 0, 0, 0);
        const qreal taken =
            m_text.draw(painter, words, item.what,
                        {item.buyer ? Type::DenseValue : Type::Dense, item.bot     ? t.text3
                                                                      : item.buyer ? t.text
                                                                                   : t.text2});
        if (item.bot)
            hLine(painter, words.left(), words.left() + taken, words.center().y(), t.text3);
    }

private:
    const KeyedModel<TimelineItem> &m_model;
};

TimelineItem itemOf(const domain::Event &event, const ui::text::Format &format)
{
    TimelineItem item;
    item.id = event.id.value;
    item.when = format.when(event.atMs);
    item.what = ui::text::eventKindText(event.kind);
    if (!event.title.empty() && fromUtf8(event.title) != item.what)
        item.what += QStringLiteral(": ") + fromUtf8(event.title);
    item.bot = event.suspectBot;
    item.buyer = domain::isBuyerEvent(event.kind);
    item.spoken = item.when + QStringLiteral(", ") + item.what;
    if (item.bot)
        item.spoken += QStringLiteral(", ") + DealInspector::tr("probably a bot");
    return item;
}

} // namespace

DealInspector::DealInspector(const shell::PageContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_sheet(new DealSheet(this))
    , m_tabs(new Segments(tr("About the deal"), {tr("Risk"), tr("Win"), tr("Timeline"), tr("Plan")},
                          this))
    , m_stack(new QStackedWidget(this))
    , m_riskView(new DealRiskView(space::l))
    , m_winView(new DealWinView(space::l))
    , m_list(new RowList(tr("Timeline"), this))
    , m_plan(new DealPlanView(context.bridge))
    , m_task(new Button(Button::Kind::Primary, tr("Task"), this))
    , m_nextStep(new Button(Button::Kind::Secondary, tr("Next step"), this))
    , m_open(new Button(Button::Kind::Secondary, tr("Account"), this))
    , m_edit(new NextStepEdit(context.bridge, this))
{
    build();
    setEnabled(false);
}

void DealInspector::build()
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_sheet);
    layout->addWidget(makeButtons());
    layout->addWidget(m_edit);
    layout->addWidget(new Hairline(Qt::Horizontal, this));
    auto *tabs = new QHBoxLayout;
    tabs->setContentsMargins(space::l, space::s, space::l, 0);
    tabs->addWidget(m_tabs);
    tabs->addStretch(1);
    layout->addLayout(tabs);
    m_stack->addWidget(scrolled(m_riskView, tr("Risk of the deal, with what it is made of")));
    m_stack->addWidget(scrolled(m_winView, tr("Win probability, with what it is made of")));
    m_stack->addWidget(m_list);
    m_stack->addWidget(m_plan);
    connect(m_plan, &DealPlanView::changed, this, &DealInspector::ask);
    connect(m_tabs, &Segments::chosen, m_stack, &QStackedWidget::setCurrentIndex);
    layout->addWidget(m_stack, 1);
    m_riskView->setTaskKey(m_context.commands.keyText(QStringLiteral("pipeline.task")));
    m_list->setModel(&m_timeline);
    m_list->setItemDelegate(new TimelineDelegate(m_timeline, this));
    m_list->viewport()->setAutoFillBackground(false);
}

QWidget *DealInspector::makeButtons()
{
    auto *strip = new QWidget(this);
    auto *buttons = new QHBoxLayout(strip);
    buttons->setContentsMargins(space::l, space::s, space::l, space::m);
    m_task->setIconKind(Icon::CheckSquare);
    m_task->setKeyHint(m_context.commands.keyText(QStringLiteral("pipeline.task")));
    connect(m_task, &QAbstractButton::clicked, this, &DealInspector::taskWanted);
    m_nextStep->setIconKind(Icon::Pencil);
    m_nextStep->setKeyHint(m_context.commands.keyText(QStringLiteral("pipeline.nextStep")));
    connect(m_nextStep, &QAbstractButton::clicked, m_edit, &NextStepEdit::start);
    connect(m_edit, &NextStepEdit::saved, this, &DealInspector::ask);
    connect(m_edit, &NextStepEdit::closed, this, &DealInspector::editingEnded);
    m_open->setIconKind(Icon::Building);
    m_open->setKeyHint(m_context.commands.keyText(QStringLiteral("pipeline.account")));
    connect(m_open, &QAbstractButton::clicked, this, &DealInspector::openAccount);
    buttons->setSpacing(space::s);
    buttons->addWidget(m_task);
    buttons->addWidget(m_nextStep);
    buttons->addWidget(m_open);
    buttons->addStretch(1);
    return strip;
}

// What is longer than the pane is scrolled by the arrows once Tab has reached it.
QScrollArea *DealInspector::scrolled(QWidget *content, const QString &name)
{
    auto *scroll = new QScrollArea(m_stack);
    content->setAutoFillBackground(false);
    scroll->setWidget(content);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::TabFocus);
    scroll->setAccessibleName(name);
    scroll->installEventFilter(this);
    scroll->viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false); // setWidget() turned it on
    return scroll;
}

void DealInspector::setRiskReport(std::shared_ptr<const domain::RiskReport> report)
{
    m_risks = std::move(report);
    showRisk();
}

void DealInspector::nextTab()
{
    const int next = (m_tabs->current() + 1) % m_stack->count();
    m_tabs->setCurrent(next);
    m_stack->setCurrentIndex(next);
}

void DealInspector::showDeal(domain::DealId deal)
{
    m_deal = deal;
    if (isVisible())
        ask();
}

void DealInspector::editNextStep()
{
    m_editWanted = m_shown != m_deal;
    if (!m_editWanted)
        m_edit->start();
}

void DealInspector::openAccount()
{
    if (!m_account.isSet())
        return;
    shell::PageRequest request;
    request.page = QStringLiteral("accounts");
    request.account = m_account;
    m_context.goTo(request);
}

void DealInspector::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_deal.isSet())
        ask();
}

void DealInspector::ask()
{
    const std::uint64_t question = ++m_asked;
    m_context.bridge.cockpit().loadDeal(
        m_deal,
        m_context.bridge.answer<domain::CardDetail>(this, [this, question](const auto &got) {
            if (question != m_asked)
                return;
            if (got.ok())
                show(*got);
            else
                Q_EMIT m_context.bridge.failed(got.error());
        }));
}

ui::text::Format DealInspector::format() const
{
    const auto zone = base::TimeZone::find(m_context.bridge.cockpit().zone());
    return {QLocale(), zone.ok() ? *zone : base::TimeZone(), m_context.bridge.cockpit().now()};
}

void DealInspector::show(const domain::CardDetail &detail)
{
    const ui::text::Format format = this->format();
    setEnabled(detail.deal.has_value());
    m_shown = m_deal;
    m_account = detail.score.account; // weighed accounts only: the others have no deal's score
    m_open->setVisible(m_account.isSet());
    if (detail.deal)
        m_edit->setDeal(m_deal, fromUtf8(detail.deal->row.nextStep));
    if (detail.deal && std::exchange(m_editWanted, false))
        m_edit->start();
    if (detail.deal)
        m_sheet->setDeal(*detail.deal, ui::text::MetricText(format));
    else
        m_sheet->clear();
    m_risk = detail.risk;
    m_isOpen = detail.deal && detail.deal->row.kind == domain::StageKind::Open;
    showRisk();
    m_winView->setWin(detail.win, format);
    if (detail.plan)
        m_plan->setPlan(*detail.plan);
    std::vector<TimelineItem> items;
    for (const domain::Event &event : detail.timeline)
        items.push_back(itemOf(event, format));
    m_timeline.apply(std::move(items));
}

// The deal's own rows are newer than the page's report; the report knows more about them.
void DealInspector::showRisk()
{
    DealRiskStory story = m_risks ? riskStory(*m_risks, m_deal) : DealRiskStory();
    if (m_shown == m_deal && (m_risk || !m_isOpen))
        story.risk = m_risk;
    m_riskView->setStory(story, ui::text::RiskText(format()));
}

bool DealInspector::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)
        update();
    return QWidget::eventFilter(watched, event);
}

void DealInspector::paintEvent(QPaintEvent *)
{
    const Tokens &t = tokensFor(palette());
    QPainter painter(this);
    painter.fillRect(rect(), t.panel);
    if (m_stack->currentWidget()->hasFocus())
        strokeRing(painter, QRectF(m_stack->geometry()).adjusted(4, 0, -4, -4), radius::ring,
                   t.series);
}

} // namespace topline::pages
