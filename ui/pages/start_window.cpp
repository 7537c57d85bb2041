#include "ui/pages/start_window.h"

#include "ui/look/marks.h"
#include "ui/text/format.h"

#include <QButtonGroup>
#include <QDir>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QStackedWidget>
#include <QTextLayout>

namespace topline::pages {

using namespace look;

namespace {

constexpr int leftWidth = 448;
constexpr int margin = 40;
constexpr int cardHeight = 84;
constexpr int cardsTop = 144;

// Draws text in lines of the type's height; returns the bottom.
qreal drawLines(QPainter &painter, const QRectF &box, const QString &text, Type type,
                const QColor &colour)
{
    QTextLayout layout(text, look::font(type));
    layout.beginLayout();
    qreal y = box.top();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(box.width());
        line.setPosition({0, y - box.top() + (lineHeight(type) - line.height()) / 2});
        y += lineHeight(type);
    }
    layout.endLayout();
    painter.setPen(colour);
    layout.draw(&painter, box.topLeft());
    return y;
}

} // namespace

ChoiceCard::ChoiceCard(Words words, QWidget *parent)
    : QAbstractButton(parent)
    , m_words(std::move(words))
{
    setText(m_words.title);
    setAccessibleName(m_words.title);
    setAccessibleDescription(m_words.text);
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
}

QSize ChoiceCard::sizeHint() const
{
    return {leftWidth - 2 * margin, cardHeight};
}

void ChoiceCard::paintEvent(QPaintEvent *)
{
    const Tokens &t = tokensFor(palette());
    QPainter painter(this);
    const QRectF box = rect();
    if (isChecked())
        fillOutlined(painter, box, {radius::ring, t.series, t.accentSoft, 2});
    else
        fillOutlined(painter, box,
                     {radius::ring, t.line, underMouse() || isDown() ? t.hover : t.surface, 1});
    if (hasFocus() && !isChecked())
        strokeRing(painter, box, radius::ring, t.series);
    drawIcon(painter, {16, 16}, m_words.icon, isChecked() ? t.accentText : t.text2, icon::choice);
    const QRectF words(52, 14, box.width() - 52 - 40, 20);
    TextPainter once(1);
    once.draw(painter, words, m_words.title, {Type::BodyName, t.text});
    drawLines(painter, QRectF(52, 38, box.width() - 52 - 16, 40), m_words.text, Type::Dense,
              t.text2);
    const qreal cap = keyCapWidth(m_words.key);
    drawKeyCap(painter, {box.width() - 16 - cap, 16}, m_words.key,
               isChecked() ? CapPlace::Focused : CapPlace::Row, t);
}

StartWindow::StartWindow(const QString &file, const ImportPanel::Open &open,
                         ConnectPanel::OpenUrl openUrl, QVector<MappingPreset> presets)
    : m_file(file)
    , m_panes(new QStackedWidget(this))
    , m_demoPane(new DemoPane(this))
    , m_connectPanel(new ConnectPanel(open, std::move(openUrl), this))
    , m_importPanel(new ImportPanel(open, std::move(presets), this))
{
    setWindowTitle(tr("Welcome to Topline"));
    resize(1440, 900);
    setMinimumSize(960, 640);
    m_demo = new ChoiceCard({Icon::Play, tr("Try the demo company"),
                             tr("A made-up company with eighteen months of history. Needs no "
                                "account and no network."),
                             QStringLiteral("1")},
                            this);
    m_connect = new ChoiceCard({Icon::Plug, tr("Connect a CRM"),
                                tr("HubSpot or Salesforce. A dry run shows the counts first; "
                                   "nothing in the CRM is changed."),
                                QStringLiteral("2")},
                               this);
    m_import = new ChoiceCard({Icon::FileTable, tr("Import CSV"),
                               tr("Companies, contacts and deals from a spreadsheet. You see the "
                                  "mapping and every refused row."),
                               QStringLiteral("3")},
                              this);
    ChoiceCard *cards[] = {m_demo, m_connect, m_import};
    auto *group = new QButtonGroup(this);
    int top = cardsTop;
    for (const Choice choice : {Demo, Connect, Import}) {
        ChoiceCard *card = cards[choice];
        card->setGeometry(QRect(QPoint(margin, top), card->sizeHint()));
        top += cardHeight + space::s;
        connect(card, &ChoiceCard::clicked, this, [this, choice] { choose(choice); });
        group->addButton(card);
    }
    m_panes->addWidget(m_demoPane);
    connect(m_demoPane, &DemoPane::opened, this, &StartWindow::demoWanted);
    m_panes->addWidget(m_connectPanel);
    connect(m_connectPanel, &ConnectPanel::finished, this, &StartWindow::connected);
    connect(m_connectPanel, &ConnectPanel::backWanted, this, [this] { choose(Demo); });
    m_panes->addWidget(m_importPanel);
    connect(m_importPanel, &ImportPanel::finished, this, &StartWindow::imported);
    connect(m_importPanel, &ImportPanel::backWanted, this, [this] { choose(Demo); });
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(leftWidth + 1, 0, 0, 0);
    layout->addWidget(m_panes);
    choose(Demo);
}

void StartWindow::choose(Choice choice)
{
    ChoiceCard *cards[] = {m_demo, m_connect, m_import};
    cards[choice]->setChecked(true);
    m_panes->setCurrentIndex(choice);
    if (choice == Demo)
        m_demoPane->button()->setFocus();
    else if (choice == Connect)
        m_connectPanel->takeFocus();
}

void StartWindow::chooseImport()
{
    choose(Import);
}

void StartWindow::chooseConnect()
{
    choose(Connect);
}

void StartWindow::setBusy(const QString &sentence)
{
    m_demoPane->setBusy(sentence);
    m_demo->setEnabled(sentence.isEmpty());
    m_connect->setEnabled(sentence.isEmpty());
    m_import->setEnabled(sentence.isEmpty());
}

void StartWindow::showError(const base::Error &error)
{
    setBusy({});
    m_demoPane->showError(ui::text::fromUtf8(error.text()));
}

void StartWindow::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_1)
        choose(Demo);
    else if (event->key() == Qt::Key_2)
        choose(Connect);
    else if (event->key() == Qt::Key_3)
        choose(Import);
    else
        QWidget::keyPressEvent(event);
}

void StartWindow::paintEvent(QPaintEvent *)
{
    const Tokens &t = tokensFor(palette());
    QPainter painter(this);
    painter.fillRect(rect(), t.surface);
    painter.fillRect(QRect(0, 0, leftWidth, height()), t.window);
    vLine(painter, leftWidth, 0, height(), t.line);
    painter.drawPixmap(QPointF(margin, 42), productMark(24, ratioOf(painter)));
    TextPainter once(4);
    once.draw(painter, QRectF(72, 40, leftWidth - 72 - margin, 28), tr("Welcome to Topline"),
              {Type::FigureTitle, t.text});
    drawLines(painter, QRectF(margin, 80, leftWidth - 2 * margin, 40),
              tr("How do you want to start? Everything is kept in one file on this computer, and "
                 "you can change your mind later."),
              Type::Body, t.text2);
    const qreal foot = height() - 104;
    hLine(painter, margin, leftWidth - margin, foot, t.line);
    drawIcon(painter, {qreal(margin), foot + 16}, Icon::Database, t.text2, icon::normal);
    once.draw(painter, QRectF(62, foot + 14, leftWidth - 62 - margin, 20), tr("Workspace file"),
              {Type::Dense, t.text2});
    once.draw(painter, QRectF(62, foot + 34, leftWidth - 62 - margin, 20),
              QDir::toNativeSeparators(m_file),
              {Type::Dense, t.text, Qt::AlignLeft, Qt::ElideMiddle});
    drawIcon(painter, {qreal(margin), foot + 64}, Icon::Lock, t.text2, icon::normal);
    once.draw(painter, QRectF(62, foot + 62, leftWidth - 62 - margin, 20),
              tr("Only you can read it. A CRM's sign-in is kept in the keychain."),
              {Type::Dense, t.text2});
}

} // namespace topline::pages
