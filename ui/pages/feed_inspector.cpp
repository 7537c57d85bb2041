#include "ui/pages/feed_inspector.h"

#include "ui/look/button.h"
#include "ui/look/fonts.h"
#include "ui/look/paint.h"
#include "ui/pages/audit_dialog.h"
#include "ui/pages/call_pane.h"
#include "ui/pages/deal_strip.h"
#include "ui/pages/draft_pane.h"
#include "ui/pages/evidence_view.h"
#include "ui/pages/letter_box.h"
#include "ui/pages/why_view.h"
#include "ui/text/names_text.h"
#include "ui/text/reason_text.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace topline::pages {

using domain::ActionState;
using look::Button;
using look::Icon;
using look::Type;

namespace {

constexpr int evidenceRowsMax = 6;
constexpr int timelineRowsMax = 60;
constexpr int whoWidthMin = 96;
constexpr int bodyHeightMin = 160;

QLabel *plainLabel(Type type)
{
    auto *label = new QLabel;
    label->setTextFormat(Qt::PlainText);
    label->setFont(look::font(type));
    return label;
}

} // namespace

FeedInspector::FeedInspector(const shell::PageContext &context)
    : m_context(context)
    , m_head(new QWidget)
    , m_name(plainLabel(Type::Title))
    , m_who(plainLabel(Type::Dense))
    , m_sentence(plainLabel(Type::Lead))
    , m_times(plainLabel(Type::Dense))
    , m_call(new CallPane(context))
    , m_scroll(new QScrollArea)
    , m_why(new WhyView)
    , m_evidence(new EvidenceView)
    , m_draft(new DraftPane(context))
    , m_deal(new DealStripView)
{
    setAccessibleName(tr("Inspector"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    makeHead();
    m_buttons = makeButtons();
    m_doubt = makeDoubt();
    m_scroll->setWidget(makeBody());
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::TabFocus); // arrows scroll what is longer than the pane
    m_scroll->setAccessibleName(tr("Why, evidence and draft"));
    m_scroll->installEventFilter(this);
    m_scroll->viewport()->setAutoFillBackground(false);
    // setWidget() turned this on; the pane paints its own ground.
    m_content->setAutoFillBackground(false);
    layout->addWidget(m_head);
    layout->addWidget(m_call);
    layout->addWidget(m_scroll, 1);
    layout->addWidget(m_deal);
    layout->addWidget(m_buttons);
    layout->addWidget(m_doubt);
    m_scroll->setMinimumHeight(look::space::xl);
    connect(m_call, &CallPane::began, this, &FeedInspector::fitHeight);
    connect(m_call, &CallPane::ended, this, &FeedInspector::fitHeight);
    connect(m_why, &WhyView::auditWanted, this,
            [this] { showAudit(m_why->audit(), format(), this); });
    connect(m_draft, &DraftPane::editingBegan, this, &FeedInspector::refreshHead);
    connect(m_draft, &DraftPane::editingEnded, this, &FeedInspector::refreshHead);
    connect(m_draft, &DraftPane::editingEnded, this, &FeedInspector::draftLeft);
    connect(m_draft, &DraftPane::approveWanted, this,
            [this] { m_context.commands.run(QStringLiteral("feed.approve")); });
    clear();
}

ui::text::Format FeedInspector::format() const
{
    const engine::Cockpit &cockpit = m_context.bridge.cockpit();
    const auto zone = base::TimeZone::find(cockpit.zone());
    return {locale(), zone.ok() ? *zone : base::TimeZone(), cockpit.now()};
}

void FeedInspector::clear()
{
    m_hasCard = false;
    m_card = {};
    m_content->hide();
    m_deal->hide();
    m_buttons->hide();
    m_doubt->hide();
    m_name->setText(tr("Nothing selected"));
    m_who->setText(QString());
}

void FeedInspector::showCard(const domain::FeedCard &card)
{
    const bool same = m_hasCard && m_card.action.id == card.action.id;
    m_card = card;
    m_hasCard = true;
    if (!same) {
        m_showTimeline = false;
        m_detail = {};
        m_detail.card = card;
        m_scroll->ensureVisible(0, 0);
    }
    refreshHead();
    m_content->setVisible(same && m_content->isVisibleTo(this));
    m_context.bridge.cockpit().loadDetail(
        card.action.id,
        m_context.bridge.answer<domain::CardDetail>(
            this, [this, id = card.action.id](base::Result<domain::CardDetail> detail) {
                if (detail.ok() && m_hasCard && m_card.action.id == id)
                    takeDetail(*detail);
            }));
}

void FeedInspector::setSurroundings(const Surroundings &around)
{
    m_around = around;
    if (m_hasCard)
        refreshHead();
}

void FeedInspector::refreshHead()
{
    const ui::text::Format write = format();
    fitNames();
    QPalette soft = palette();
    soft.setColor(QPalette::WindowText, look::tokensFor(palette()).text2);
    m_who->setPalette(soft);
    m_times->setPalette(soft);
    m_sentence->setText(faceOf(m_card, write, 0, m_around).sentence);
    QStringList times{tr("%1 here").arg(write.timeOfDay(write.now()))};
    const auto zone = base::TimeZone::find(m_card.contactTimeZone);
    if (!m_card.contactTimeZone.empty() && zone.ok() && !(*zone == write.zone())) {
        const QString place = ui::text::Format::place(m_card.contactTimeZone);
        times +=
            tr("%1 in %2")
                .arg(ui::text::Format(locale(), *zone, write.now()).timeOfDay(write.now()), place);
    }
    if (m_card.lastTouchMs)
        times += tr("last touch %1").arg(write.ago(*m_card.lastTouchMs));
    const auto &plan = m_detail.plan;
    if (m_card.action.kind == domain::ActionKind::StageChange && plan) {
        const auto open = std::count_if(plan->exits.begin(), plan->exits.end(),
                                        [](const auto &line) { return !line.metMs.has_value(); });
        if (open > 0)
            times += tr("%n exit check(s) of %1 still open", nullptr, static_cast<int>(open))
                         .arg(ui::text::fromUtf8(plan->stageName));
    }
    m_times->setText(times.join(QStringLiteral(" · ")));

    const domain::Action &action = m_card.action;
    const bool waits = action.state == ActionState::Proposed ||
                       action.state == ActionState::Snoozed || action.state == ActionState::Failed;
    m_approve->setText(action.state == ActionState::Failed ? tr("Retry") : tr("Approve"));
    m_approve->setIconKind(faceOf(m_card, write, 0).icon);
    const bool isCall =
        action.kind == domain::ActionKind::Call && action.state != ActionState::Failed;
    m_callButton->setVisible(isCall);
    m_approve->setVisible(!isCall);
    // While it is edited its own Approve counts: single keys are letters then.
    m_buttons->setVisible(waits && !m_draft->isEditing());
    m_doubt->setVisible(action.state == ActionState::Unknown);
    fitHeight();
}

void FeedInspector::fitNames()
{
    if (!m_hasCard)
        return;
    const bool person = !m_card.contactName.empty();
    const QString name = ui::text::fromUtf8(person ? m_card.contactName : m_card.accountName);
    const QString who = person ? ui::text::cardSubtitle(m_card) : QString();
    const QMargins margins = m_head->layout()->contentsMargins();
    const int buttons = 3 * look::height::button + 4 * look::space::m;
    const int room = std::max(0, width() - margins.left() - margins.right() - buttons);
    const int forName = who.isEmpty() ? room : room - std::min(room / 3, whoWidthMin);
    const QString shownName = m_name->fontMetrics().elidedText(name, Qt::ElideRight, forName);
    m_name->setText(shownName);
    m_name->setToolTip(name.toHtmlEscaped());
    const int left = room - m_name->fontMetrics().horizontalAdvance(shownName);
    m_who->setText(m_who->fontMetrics().elidedText(who, Qt::ElideRight, left));
    m_who->setToolTip(who.toHtmlEscaped());
}

void FeedInspector::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitNames();
    fitHeight();
}

// A call under way comes before the deal where there is no room for both.
void FeedInspector::fitHeight()
{
    if (!m_hasCard || !m_detail.deal)
        return;
    const int fixed = m_head->height() + (m_buttons->isHidden() ? 0 : m_buttons->height()) +
                      (m_doubt->isHidden() ? 0 : m_doubt->height()) +
                      (m_call->isRunning() ? m_call->sizeHint().height() : 0);
    m_deal->setVisible(height() >= fixed + m_deal->height() + bodyHeightMin);
}

bool FeedInspector::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)
        update();
    return QWidget::eventFilter(watched, event);
}

void FeedInspector::takeDetail(const domain::CardDetail &detail)
{
    m_detail = detail;
    const ui::text::Format write = format();
    m_why->setDetail(detail, write);
    m_context.bridge.cockpit().desk().loadAudit(
        detail.card.action.id, m_context.bridge.answer<domain::ActionAudit>(
                                   this, [this](const base::Result<domain::ActionAudit> &audit) {
                                       if (audit.ok())
                                           m_why->setAudit(*audit);
                                   }));
    const ActionState state = m_card.action.state;
    m_draft->setAction(detail.card.action, state == ActionState::Proposed ||
                                               state == ActionState::Snoozed ||
                                               state == ActionState::Failed);
    m_deal->setDeal(detail.deal, write);
    fitHeight();
    refreshHead(); // with what the detail warns of
    refreshEvents();
    m_content->show();
}

void FeedInspector::refreshEvents()
{
    m_evidence->setFormat(format());
    if (m_showTimeline)
        m_evidence->setEvents(tr("Timeline"), m_detail.timeline,
                              static_cast<std::int64_t>(m_detail.timeline.size()), timelineRowsMax);
    else
        m_evidence->setEvents(tr("Evidence"), m_detail.evidence, m_detail.evidenceTotal,
                              evidenceRowsMax);
}

void FeedInspector::editDraft()
{
    if (m_hasCard)
        m_draft->startEditing();
}

void FeedInspector::insertContent(int number)
{
    if (m_hasCard && m_content->isVisibleTo(this))
        m_draft->insertContent(number);
}

void FeedInspector::nextWhy()
{
    m_why->nextTab();
    m_scroll->ensureVisible(0, 0);
}

void FeedInspector::toggleTimeline()
{
    m_showTimeline = !m_showTimeline;
    refreshEvents();
    m_scroll->ensureVisible(0, m_evidence->y(), 0, m_scroll->viewport()->height() / 2);
}

void FeedInspector::readLetter()
{
    if (!m_hasCard)
        return;
    auto event = m_evidence->letter();
    if (!event && !m_showTimeline) {
        // The latest of the person on the card; else the latest of anybody there.
        const auto latest = [&](bool ofThem) -> std::optional<domain::EventId> {
            for (const domain::Event &each : m_detail.timeline) {
                const bool isTheirs = each.contact.id == m_card.action.contact;
                if (isLetter(each.kind) && (isTheirs || !ofThem))
                    return each.id;
            }
            return std::nullopt;
        };
        event = m_card.action.contact.isSet() ? latest(true) : std::nullopt;
        if (!event)
            event = latest(false);
    }
    if (event)
        LetterBox::open(m_context.bridge, *event, format(), this);
    else
        m_context.decline(tr("No mail of theirs is known here."));
}

void FeedInspector::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_hasCard)
        refreshHead();
}

void FeedInspector::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const look::Tokens &t = look::tokensFor(palette());
    painter.fillRect(rect(), t.panel);
    if (m_scroll->hasFocus())
        look::strokeRing(painter, QRectF(m_scroll->geometry()).adjusted(4, 0, -4, -4),
                         look::radius::ring, t.series);
    for (const QWidget *foot : {m_buttons, m_doubt}) {
        if (foot->isVisible())
            look::hLine(painter, 0, width(), foot->y(), t.line);
    }
}

} // namespace topline::pages
