#include "ui/pages/signal_inspector.h"

#include "ui/look/button.h"
#include "ui/look/paint.h"
#include "ui/pages/bar_rows.h"
#include "ui/pages/section_head.h"
#include "ui/pages/signal_bars.h"
#include "ui/pages/signal_foot.h"
#include "ui/pages/signal_hits.h"
#include "ui/pages/signal_threshold.h"
#include "ui/pages/signal_trial.h"
#include "ui/text/names_text.h"

#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace topline::pages {

using namespace look;

namespace {

const domain::DetectorRow *rowOf(const domain::SignalsView &view, domain::SignalType type)
{
    const auto found = std::find_if(view.rows.begin(), view.rows.end(),
                                    [type](const auto &row) { return row.type == type; });
    return found != view.rows.end() ? &*found : nullptr;
}

int sharers(const domain::SignalsView &view, const std::string &key)
{
    const auto has = [&key](const domain::DetectorRow &row) {
        return std::any_of(row.parameters.begin(), row.parameters.end(),
                           [&key](const auto &parameter) { return parameter.key == key; });
    };
    return static_cast<int>(std::count_if(view.rows.begin(), view.rows.end(), has));
}

// Its own ones first, those of many detectors last.
std::vector<domain::DetectorParameter> ownFirst(const domain::SignalsView &view,
                                                const domain::DetectorRow &row)
{
    auto out = row.parameters;
    std::stable_sort(out.begin(), out.end(), [&view](const auto &a, const auto &b) {
        return sharers(view, a.key) < sharers(view, b.key);
    });
    return out;
}

} // namespace

SignalInspector::SignalInspector(const shell::PageContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_scroll(new QScrollArea(this))
    , m_foot(new SignalFoot(this))
{
    setAccessibleName(tr("Detector"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeHead());
    QWidget *body = makeBody();
    m_scroll->setWidget(body);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::TabFocus); // arrows scroll what is longer than the pane
    m_scroll->setAccessibleName(tr("Thresholds, judgements and hits"));
    m_scroll->installEventFilter(this);
    m_scroll->viewport()->setAutoFillBackground(false);
    // setWidget() turned this on; the pane paints its own ground.
    body->setAutoFillBackground(false);
    layout->addWidget(m_scroll, 1);
    layout->addStretch(0);
    layout->addWidget(m_foot);
    m_scroll->hide();
    m_switch->hide();
}

ui::text::Format SignalInspector::format() const
{
    const engine::Cockpit &cockpit = m_context.bridge.cockpit();
    const auto zone = base::TimeZone::find(cockpit.zone());
    return {locale(), zone.ok() ? *zone : base::TimeZone(), cockpit.now()};
}

void SignalInspector::show(const domain::SignalsView &view, domain::SignalType type,
                           const SignalDraft &draft, bool isSaving)
{
    const domain::DetectorRow *row = rowOf(view, type);
    m_scroll->setVisible(row != nullptr);
    m_switch->setVisible(row != nullptr);
    if (row == nullptr)
        return;
    if (m_type != type) {
        m_type = type;
        makeThresholds(*row);
        m_scroll->ensureVisible(0, 0);
    }
    showWords(*row, draft);
    showThresholds(view, *row, draft);
    showTrial(draft);
    showJudged(*row);
    m_foot->setDraft(draft, isSaving, type, format());
    refreshColours();
}

void SignalInspector::makeThresholds(const domain::DetectorRow &row)
{
    qDeleteAll(m_thresholds);
    m_thresholds.clear();
    for (std::size_t i = 0; i < row.parameters.size(); ++i) {
        auto *made = new SignalThreshold(this);
        connect(made, &SignalThreshold::typed, this, &SignalInspector::typed);
        connect(made, &SignalThreshold::valueChosen, this, &SignalInspector::valueChosen);
        connect(made, &SignalThreshold::tryWanted, this,
                [this] { m_context.commands.run(QStringLiteral("signals.try")); });
        connect(made, &SignalThreshold::switchWanted, this,
                [this] { m_context.commands.run(QStringLiteral("signals.switch")); });
        m_fields->addWidget(made);
        m_thresholds.push_back(made);
    }
    orderTabs();
}

void SignalInspector::showWords(const domain::DetectorRow &row, const SignalDraft &draft)
{
    const ui::text::Format write = format();
    const auto number = [&write](std::int64_t value) {
        return write.number(static_cast<double>(value));
    };
    m_nameText = ui::text::signalTypeText(row.type);
    fitName();
    const bool isOn = draft.isEnabled(row.type);
    m_switch->setText(isOn ? tr("Turn off") : tr("Turn on"));
    m_switch->setAccessibleName(isOn ? tr("Turn off %1").arg(m_nameText)
                                     : tr("Turn on %1").arg(m_nameText));
    m_switch->setKeyHint(m_context.commands.keyText(QStringLiteral("signals.switch")));
    m_sentence->setText(ui::text::detectorSentence(row.type));
    m_why->setText(ui::text::detectorWhy(row.type));
    QStringList figures;
    if (!isOn)
        figures << tr("It is off.");
    //: %1 is "12 accounts".
    figures << (row.hits == 0
                    ? tr("No hit in the last 90 days.")
                    : tr("%n hit(s) on %1 in the last 90 days.", nullptr,
                         static_cast<int>(row.hits))
                          .arg(tr("%n account(s)", nullptr, static_cast<int>(row.accounts))));
    const std::int64_t n = ui::text::judged(row);
    const QString range = ui::text::precisionRange(row, write);
    if (!range.isEmpty())
        figures << tr("Of %1 that people judged they accepted %2 (95 % interval %3).")
                       .arg(number(n), ui::text::precisionText(row, write), range);
    else if (n > 0)
        figures << tr("Of %1 that people judged they accepted %2: too few to say more.")
                       .arg(number(n), number(row.accepted));
    else if (row.hits > 0)
        figures << tr("Nobody has judged one yet.");
    m_figures->setText(figures.join(QLatin1Char(' ')));
}

void SignalInspector::showThresholds(const domain::SignalsView &view,
                                     const domain::DetectorRow &row, const SignalDraft &draft)
{
    bool differs = false;
    const auto parameters = ownFirst(view, row);
    for (std::size_t i = 0; i < parameters.size(); ++i) {
        const domain::DetectorParameter &parameter = parameters[i];
        m_thresholds[static_cast<qsizetype>(i)]->setParameter(parameter,
                                                              sharers(view, parameter.key), draft);
        differs = differs || draft.value(parameter) != parameter.standard;
    }
    m_noThresholds->setVisible(parameters.empty());
    m_defaults->setVisible(differs);
}

void SignalInspector::showTrial(const SignalDraft &draft)
{
    // That nothing differs is said at the foot.
    const bool has = draft.trial() == SignalDraft::Trial::Done && !draft.result().rows.empty();
    if (has)
        m_trial->setResult(draft.result(), *m_type, format());
    m_trial->setVisible(has);
    if (has && !m_hadTrial) {
        m_scroll->widget()->layout()->activate();
        m_scroll->ensureVisible(0, m_trial->geometry().top() + height::pageHeader);
    }
    m_hadTrial = has;
}

void SignalInspector::showJudged(const domain::DetectorRow &row)
{
    const ui::text::Format write = format();
    m_judged->setItems(judgedBars(row, write));
    m_judgedHead->setVisible(row.hits > 0);
    m_judged->setVisible(row.hits > 0);
    const auto shown = static_cast<std::int64_t>(row.newest.size());
    m_hitsHead->setFigure(row.hits > shown ? tr("%1 of %2").arg(shown).arg(row.hits) : QString(),
                          false);
    m_hits->setHits(hitItems(row.newest, HitTail::State, write));
    m_noHits->setVisible(row.newest.empty());
    m_noHits->setText(tr("None in the last 90 days. A hit stands here with its account, its time "
                         "and what became of it."));
}

void SignalInspector::takeFocus()
{
    if (!m_thresholds.isEmpty()) {
        m_thresholds.front()->field()->setFocus(Qt::ShortcutFocusReason);
        m_thresholds.front()->field()->selectAll();
    } else if (m_hits->isVisible()) {
        m_hits->setFocus(Qt::ShortcutFocusReason);
    } else {
        m_switch->setFocus(Qt::ShortcutFocusReason);
    }
}

void SignalInspector::fitName()
{
    m_name->setText(m_name->fontMetrics().elidedText(m_nameText, Qt::ElideRight, m_name->width()));
    m_name->setToolTip(m_nameText.toHtmlEscaped());
    m_name->setAccessibleName(m_nameText);
}

void SignalInspector::refreshColours()
{
    const Tokens &t = tokensFor(palette());
    const auto ink = [](QWidget *widget, const QColor &colour) {
        QPalette changed = widget->palette();
        if (changed.color(QPalette::WindowText) == colour)
            return;
        changed.setColor(QPalette::WindowText, colour);
        widget->setPalette(changed);
    };
    for (QLabel *quiet : {m_why, m_figures, m_noThresholds, m_noHits})
        ink(quiet, t.text2);
}

void SignalInspector::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_why != nullptr)
        refreshColours();
}

bool SignalInspector::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_scroll &&
        (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut))
        update();
    else if (watched != m_scroll && event->type() == QEvent::Resize)
        QMetaObject::invokeMethod(this, &SignalInspector::fitName, Qt::QueuedConnection);
    return QWidget::eventFilter(watched, event);
}

void SignalInspector::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &t = tokensFor(palette());
    painter.fillRect(rect(), t.panel);
    if (m_scroll->hasFocus())
        strokeRing(painter, QRectF(m_scroll->geometry()).adjusted(4, 0, -4, -4), radius::ring,
                   t.series);
}

} // namespace topline::pages
