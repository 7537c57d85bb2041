#include "ui/pages/demo_pane.h"

#include "ui/pages/footer_strip.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace topline::pages {

using namespace look;

namespace {

constexpr int margin = 40;
constexpr int factsTop = 112;
constexpr int factHeight = 36;
constexpr int textColumn = 276;

} // namespace

DemoPane::DemoPane(QWidget *parent)
    : QWidget(parent)
    , m_facts{{Icon::Inbox, tr("A filled feed"),
               tr("Calls, replies and follow-ups, ranked by value, each with its reasons")},
              {Icon::Building, tr("400 accounts, 600 deals"),
               tr("With their people, e-mails, meetings and page views; some records are messy")},
              {Icon::BarChart, tr("Eighteen months"),
               tr("Enough history for win rates, cycles and the weekly index")},
              {Icon::Refresh, tr("It goes on living"),
               tr("New events keep arriving, and buyers answer what you approve")},
              {Icon::Lock, tr("Nothing leaves"),
               tr("E-mails and tasks go to the made-up company's own CRM: approve and undo "
                  "freely")}}
    , m_open(new Button(Button::Kind::Primary, tr("Open the demo")))
    , m_note(new QLabel)
{
    auto *strip = new FooterStrip(this);
    auto *row = new QHBoxLayout(strip);
    row->setContentsMargins(margin, 0, margin, 0);
    row->setSpacing(space::m);
    m_open->setKeyHint(tr("Enter"));
    m_note->setTextFormat(Qt::PlainText);
    m_note->setFont(look::font(Type::Dense));
    setBusy({});
    row->addWidget(m_note, 1);
    row->addWidget(m_open);
    connect(m_open, &Button::clicked, this, &DemoPane::opened);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addStretch(1);
    layout->addWidget(strip);
    QStringList said;
    for (const Fact &fact : m_facts)
        said << fact.name + QStringLiteral(": ") + fact.text;
    setAccessibleName(tr("The demo company"));
    setAccessibleDescription(said.join(QStringLiteral(". ")));
}

void DemoPane::setBusy(const QString &sentence)
{
    m_open->setEnabled(sentence.isEmpty());
    m_note->setForegroundRole(QPalette::PlaceholderText);
    m_note->setText(sentence.isEmpty() ? tr("You can import your own data later.") : sentence);
}

void DemoPane::showError(const QString &text)
{
    setBusy({});
    m_note->setForegroundRole(QPalette::BrightText);
    m_note->setText(text);
}

void DemoPane::paintEvent(QPaintEvent *)
{
    const Tokens &t = tokensFor(palette());
    QPainter painter(this);
    painter.fillRect(rect(), t.surface);
    const qreal right = width() - margin;
    m_text.draw(painter, QRectF(margin, 40, right - margin, 28),
                tr("A living company to try things on"), {Type::FigureTitle, t.text});
    m_text.draw(painter, QRectF(margin, 72, right - margin, 20),
                tr("Made up from the same seed every time; opens in about a second."),
                {Type::Body, t.text2});
    qreal y = factsTop;
    for (const Fact &fact : m_facts) {
        hLine(painter, margin, right, y, t.line);
        drawIcon(painter, {qreal(margin), y + (factHeight - icon::normal) / 2.0}, fact.icon,
                 t.text2, icon::normal);
        m_text.draw(painter, QRectF(margin + 28, y, textColumn - 28 - space::s, factHeight),
                    fact.name, {Type::BodyValue, t.text});
        m_text.draw(painter,
                    QRectF(margin + textColumn, y, right - margin - textColumn, factHeight),
                    fact.text, {Type::Dense, t.text2});
        y += factHeight;
    }
    hLine(painter, margin, right, y, t.line);
}

} // namespace topline::pages
