// How the inspector of the feed is put together: head, body, and the buttons at its foot.
#include "ui/look/button.h"
#include "ui/look/paint.h"
#include "ui/pages/draft_pane.h"
#include "ui/pages/evidence_view.h"
#include "ui/pages/feed_inspector.h"
#include "ui/pages/letter_box.h"
#include "ui/pages/why_view.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

namespace topline::pages {

using look::Button;
using look::Icon;

namespace {

// A hairline between two sections, with air on both sides.
class Rule final : public QWidget {
public:
    Rule() { setFixedHeight(look::space::m + look::space::m); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        look::hLine(painter, 0, width(), look::space::s, look::tokensFor(palette()).line);
    }
};

QHBoxLayout *footRow(QWidget *strip)
{
    strip->setFixedHeight(52);
    auto *row = new QHBoxLayout(strip);
    row->setContentsMargins(look::space::l, 0, look::space::l, 0);
    row->setSpacing(look::space::s);
    return row;
}

} // namespace

void FeedInspector::makeHead()
{
    m_head->setFixedHeight(look::height::pageHeader);
    auto *row = new QHBoxLayout(m_head);
    row->setContentsMargins(isRightToLeft() ? look::space::s : look::space::l, 0,
                            isRightToLeft() ? look::space::l : look::space::s, 0);
    row->setSpacing(look::space::m);
    row->addWidget(m_name);
    row->addWidget(m_who, 1);
    m_who->setMinimumWidth(20);
    m_timelineButton = Button::iconOnly(Icon::History, tr("Timeline"));
    connect(m_timelineButton, &QAbstractButton::clicked, this, &FeedInspector::toggleTimeline);
    m_accountButton = Button::iconOnly(Icon::Building, tr("Open the account"));
    connect(m_accountButton, &QAbstractButton::clicked, this,
            [this] { m_context.commands.run(QStringLiteral("feed.account")); });
    auto *close = Button::iconOnly(Icon::X, tr("Close the inspector"));
    connect(close, &QAbstractButton::clicked, this, &FeedInspector::closeWanted);
    row->addWidget(m_accountButton);
    row->addWidget(m_timelineButton);
    row->addWidget(close);
}

QWidget *FeedInspector::makeBody()
{
    m_content = new QWidget;
    m_content->setAutoFillBackground(false);
    auto *layout = new QVBoxLayout(m_content);
    layout->setContentsMargins(look::space::l, 0, look::space::l, look::space::l);
    layout->setSpacing(0);
    m_sentence->setWordWrap(true);
    m_times->setWordWrap(true);
    layout->addWidget(m_sentence);
    layout->addSpacing(look::space::xs);
    layout->addWidget(m_times);
    layout->addSpacing(look::space::m);
    layout->addWidget(m_why);
    layout->addWidget(new Rule);
    layout->addWidget(m_evidence);
    connect(m_evidence, &EvidenceView::letterWanted, this, [this](domain::EventId event) {
        LetterBox::open(m_context.bridge, event, format(), this);
    });
    layout->addWidget(new Rule);
    layout->addWidget(m_draft);
    layout->addStretch(1);
    return m_content;
}

// The button runs the command and shows its key.
void FeedInspector::wire(Button *button, const char *command)
{
    const QString id = QLatin1String(command);
    button->setKeyHint(m_context.commands.keyText(id));
    connect(button, &QAbstractButton::clicked, this, [this, id] { m_context.commands.run(id); });
    connect(&m_context.commands, &shell::Commands::keysChanged, button,
            [this, button, id] { button->setKeyHint(m_context.commands.keyText(id)); });
}

QWidget *FeedInspector::makeButtons()
{
    auto *strip = new QWidget;
    auto *row = footRow(strip);
    m_approve = new Button(Button::Kind::Primary, tr("Approve"));
    m_callButton = new Button(Button::Kind::Primary, tr("Call"));
    m_callButton->setIconKind(Icon::Phone);
    auto *snooze = new Button(Button::Kind::Secondary, tr("Snooze"));
    auto *dismiss = new Button(Button::Kind::Secondary, tr("Dismiss"));
    wire(m_approve, "feed.approve");
    wire(m_callButton, "feed.call");
    wire(snooze, "feed.snooze");
    wire(dismiss, "feed.dismiss");
    for (Button *button : {m_approve, m_callButton, snooze, dismiss})
        row->addWidget(button);
    row->addStretch(1);
    return strip;
}

// Neither is the likelier answer, so neither is the primary button.
QWidget *FeedInspector::makeDoubt()
{
    auto *strip = new QWidget;
    auto *row = footRow(strip);
    static constexpr const char *commands[] = {"feed.one", "feed.two"};
    const QStringList ways = waysOutOfDoubt();
    for (int way = 0; way < 2; ++way) {
        auto *button = new Button(Button::Kind::Secondary, ways[way]);
        wire(button, commands[way]);
        row->addWidget(button);
    }
    row->addStretch(1);
    return strip;
}

} // namespace topline::pages
