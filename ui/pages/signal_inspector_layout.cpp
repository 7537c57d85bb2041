// How the inspector of a detector is put together.
#include "ui/look/button.h"
#include "ui/look/fonts.h"
#include "ui/pages/bar_rows.h"
#include "ui/pages/section_head.h"
#include "ui/pages/signal_foot.h"
#include "ui/pages/signal_hits.h"
#include "ui/pages/signal_inspector.h"
#include "ui/pages/signal_threshold.h"
#include "ui/pages/signal_trial.h"
#include "ui/pages/wrap_label.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QVBoxLayout>

#include <utility>

namespace topline::pages {

using namespace look;

namespace {

QLabel *label(Type type, QWidget *parent)
{
    auto *made = new WrapLabel(QString(), parent);
    made->setFont(look::font(type));
    made->setContentsMargins(space::l, 0, space::l, 0);
    return made;
}

} // namespace

QWidget *SignalInspector::makeHead()
{
    auto *head = new QWidget(this);
    head->setFixedHeight(height::pageHeader);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(isRightToLeft() ? space::s : space::l, 0,
                            isRightToLeft() ? space::l : space::s, 0);
    row->setSpacing(space::s);
    m_name = new QLabel(head);
    m_name->setTextFormat(Qt::PlainText);
    m_name->setFont(look::font(Type::Title));
    m_name->setMinimumWidth(20);
    m_switch = new Button(Button::Kind::Secondary, tr("Turn off"), head);
    m_switch->setSmall(true);
    connect(m_switch, &QAbstractButton::clicked, this,
            [this] { m_context.commands.run(QStringLiteral("signals.switch")); });
    m_close = Button::iconOnly(Icon::X, tr("Close the inspector"), head);
    connect(m_close, &QAbstractButton::clicked, this, &SignalInspector::closeWanted);
    row->addWidget(m_name, 1);
    row->addWidget(m_switch);
    row->addWidget(m_close);
    head->installEventFilter(this);
    return head;
}

QWidget *SignalInspector::makeBody()
{
    auto *body = new QWidget(this);
    auto *layout = new QVBoxLayout(body);
    layout->setContentsMargins(0, 0, 0, space::l);
    layout->setSpacing(0);
    m_sentence = label(Type::Lead, body);
    m_why = label(Type::Dense, body);
    m_figures = label(Type::Dense, body);
    layout->addWidget(m_sentence);
    layout->addSpacing(space::xs);
    layout->addWidget(m_why);
    layout->addSpacing(space::s);
    layout->addWidget(m_figures);
    layout->addSpacing(space::s);

    m_thresholdHead = new SectionHead(tr("Thresholds"), body);
    m_thresholdHead->setLineAbove(true);
    auto *tools = new QHBoxLayout(m_thresholdHead);
    tools->setContentsMargins(isRightToLeft() ? space::s : 0, space::s,
                              isRightToLeft() ? 0 : space::s, 0);
    m_defaults = new Button(Button::Kind::Plain, tr("Defaults"), m_thresholdHead);
    m_defaults->setSmall(true);
    m_defaults->setIconKind(Icon::Undo);
    connect(m_defaults, &QAbstractButton::clicked, this,
            [this] { m_context.commands.run(QStringLiteral("signals.defaults")); });
    tools->addStretch(1);
    tools->addWidget(m_defaults);
    layout->addWidget(m_thresholdHead);
    m_noThresholds = label(Type::Dense, body);
    m_noThresholds->setText(tr("It has none: every such event is a hit. Turn it off to be rid of "
                               "them."));
    layout->addWidget(m_noThresholds);
    m_fields = new QVBoxLayout;
    m_fields->setSpacing(0);
    layout->addLayout(m_fields);
    m_trial = new SignalTrial(body);
    layout->addWidget(m_trial);
    layout->addSpacing(space::s);

    m_judgedHead = new SectionHead(tr("What people made of them"), body);
    m_judgedHead->setLineAbove(true);
    layout->addWidget(m_judgedHead);
    m_judged = new BarRows(tr("What people made of the hits"), body);
    m_judged->viewport()->setAutoFillBackground(false);
    layout->addWidget(m_judged);
    layout->addSpacing(space::s);
    m_hitsHead = new SectionHead(tr("Newest hits"), body);
    m_hitsHead->setLineAbove(true);
    layout->addWidget(m_hitsHead);
    m_noHits = label(Type::Dense, body);
    layout->addWidget(m_noHits);
    m_hits = new SignalHits(tr("Newest hits"), body);
    layout->addWidget(m_hits);
    layout->addStretch(1);
    for (SignalHits *list : {m_hits, m_trial->added(), m_trial->removed()}) {
        connect(list, &SignalHits::hitOpened, this, &SignalInspector::hitOpened);
        connect(list, &SignalHits::currentAt, this, [this, list, body](const QRect &at) {
            const QPoint centre = list->mapTo(body, at.center());
            m_scroll->ensureVisible(centre.x(), centre.y(), 0, at.height());
        });
    }
    return body;
}

// As it is read: fields are made anew for every detector, and would come last.
void SignalInspector::orderTabs()
{
    QVector<QWidget *> order{m_switch, m_close, m_scroll, m_defaults};
    for (const SignalThreshold *threshold : std::as_const(m_thresholds))
        order << threshold->field() << threshold->resetButton();
    order << m_trial->added() << m_trial->removed() << m_judged << m_hits << m_foot->tryButton()
          << m_foot->saveButton() << m_foot->cancelButton();
    for (qsizetype i = 1; i < order.size(); ++i)
        setTabOrder(order[i - 1], order[i]);
}

} // namespace topline::pages
