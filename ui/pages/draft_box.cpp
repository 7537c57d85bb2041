#include "ui/pages/draft_box.h"

#include "ui/look/button.h"
#include "ui/look/paint.h"
#include "ui/text/draft_text.h"
#include "ui/text/format.h"

#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QTextBlockFormat>
#include <QTextCursor>
#include <QTextEdit>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace topline::pages {

using look::Type;

namespace {

constexpr int lineHeight = 18; // of the text, as letters are read
constexpr int rowHeight = 20;  // of a field that is only read
constexpr int bodyHeightMin = 72;
constexpr int bodyHeightMax = 240;
constexpr int checkPauseMs = 300;

QLabel *label(const QString &text, Type type)
{
    auto *out = new QLabel(text);
    out->setTextFormat(Qt::PlainText);
    out->setFont(look::font(type));
    return out;
}

} // namespace

DraftBox::DraftBox(QWidget *parent)
    : QWidget(parent)
    , m_title(label(tr("Draft"), Type::DenseHead))
    , m_edit(new look::Button(look::Button::Kind::Outlined, tr("Edit")))
    , m_save(new look::Button(look::Button::Kind::Outlined, tr("Save")))
    , m_cancel(new look::Button(look::Button::Kind::Outlined, tr("Back")))
    , m_approve(new look::Button(look::Button::Kind::Primary, tr("Approve")))
    , m_box(new QWidget)
    , m_toLabel(label(tr("To"), Type::Dense))
    , m_to(new QLineEdit)
    , m_subject(new QLineEdit)
    , m_body(new QTextEdit)
    , m_facts(label(QString(), Type::Meta))
    , m_pause(new QTimer(this))
{
    m_edit->setSmall(true);
    m_edit->setKeyHint(QStringLiteral("M"));
    m_save->setSmall(true);
    m_save->setKeyHint(QStringLiteral("Ctrl S"));
    m_approve->setSmall(true);
    m_approve->setKeyHint(QStringLiteral("Ctrl Enter"));
    m_cancel->setSmall(true);
    m_cancel->setKeyHint(QStringLiteral("Esc"));
    auto *head = new QHBoxLayout;
    head->setContentsMargins(0, 0, 0, 0);
    head->addWidget(m_title, 1);
    for (look::Button *button : {m_cancel, m_save, m_approve, m_edit})
        head->addWidget(button);

    auto *grid = new QGridLayout(m_box);
    grid->setContentsMargins(12, 8, 12, 8);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(2);
    grid->addWidget(m_toLabel, 0, 0);
    grid->addWidget(m_to, 0, 1);
    grid->addWidget(label(tr("Subject"), Type::Dense), 1, 0);
    grid->addWidget(m_subject, 1, 1);
    grid->addWidget(m_body, 2, 0, 1, 2);
    grid->addWidget(m_facts, 3, 0, 1, 2);
    m_facts->setWordWrap(true);
    m_facts->setForegroundRole(QPalette::PlaceholderText);
    m_to->setAccessibleName(tr("To"));
    m_subject->setAccessibleName(tr("Subject"));
    m_body->setAccessibleName(tr("Text"));
    m_to->setFont(look::font(Type::Dense));
    m_subject->setFont(look::font(Type::DenseHead));
    m_body->setFont(look::font(Type::Dense));
    m_body->setFrameShape(QFrame::NoFrame);
    m_body->document()->setDocumentMargin(0);
    m_body->setAcceptRichText(false);
    m_body->setTabChangesFocus(true);
    for (QWidget *field : {static_cast<QWidget *>(m_to), static_cast<QWidget *>(m_subject),
                           static_cast<QWidget *>(m_body)})
        field->installEventFilter(this);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addLayout(head);
    layout->addWidget(m_box);
    connect(m_edit, &QAbstractButton::clicked, this, &DraftBox::startEditing);
    connect(m_save, &QAbstractButton::clicked, this, [this] { save(true); });
    connect(m_approve, &QAbstractButton::clicked, this, [this] {
        save(false);
        Q_EMIT approveWanted();
    });
    m_pause->setSingleShot(true);
    m_pause->setInterval(checkPauseMs);
    connect(m_pause, &QTimer::timeout, this, &DraftBox::textChanged);
    for (QLineEdit *field : {m_to, m_subject})
        connect(field, &QLineEdit::textEdited, m_pause, qOverload<>(&QTimer::start));
    connect(m_body, &QTextEdit::textChanged, this, [this] {
        if (m_editing)
            m_pause->start();
    });
    connect(m_cancel, &QAbstractButton::clicked, this, [this] { setEditing(false); });
    connect(m_body, &QTextEdit::textChanged, this, &DraftBox::fitBody);
    setEditing(false);
}

void DraftBox::setAction(const domain::Action &action, bool editable)
{
    const bool same = action.id == m_action.id;
    if (same && m_editing && editable)
        return;
    m_action = action;
    m_editable = editable;
    setEditing(false);
}

void DraftBox::setEditing(bool editing)
{
    const bool ended = m_editing && !editing;
    m_editing = editing;
    const domain::Draft &draft = m_action.draft;
    if (!editing) {
        m_to->setText(ui::text::fromUtf8(draft.to));
        m_subject->setText(ui::text::fromUtf8(draft.subject));
        m_body->setPlainText(ui::text::fromUtf8(draft.body));
        QTextBlockFormat lines;
        lines.setLineHeight(lineHeight, QTextBlockFormat::FixedHeight);
        QTextCursor all(m_body->document());
        all.select(QTextCursor::Document);
        all.mergeBlockFormat(lines);
        m_body->setExtraSelections({});
    }
    for (QLineEdit *field : {m_to, m_subject}) {
        field->setReadOnly(!editing);
        field->setFrame(editing);
        field->setFocusPolicy(editing ? Qt::StrongFocus : Qt::NoFocus);
        field->setFixedHeight(editing ? look::height::button : rowHeight);
        field->setCursorPosition(0);
    }
    m_body->setReadOnly(!editing);
    m_body->setFocusPolicy(editing ? Qt::StrongFocus : Qt::ClickFocus);
    m_toLabel->setVisible(m_action.kind == domain::ActionKind::Email ||
                          m_action.kind == domain::ActionKind::Call);
    m_to->setVisible(m_toLabel->isVisibleTo(this));
    m_edit->setVisible(!editing && m_editable);
    m_save->setVisible(editing);
    m_approve->setVisible(editing);
    m_cancel->setVisible(editing);
    m_title->setText(m_action.kind == domain::ActionKind::Email ? tr("Draft") : tr("Notes for it"));
    fitBody();
    update();
    if (ended)
        Q_EMIT editingEnded();
}

void DraftBox::startEditing()
{
    if (!m_editable)
        return;
    setEditing(true);
    Q_EMIT editingBegan();
    m_nextFault = 0;
    if (!m_faults.empty())
        goToNextFault(); // what is missing comes first
    else
        (m_action.draft.subject.empty() ? static_cast<QWidget *>(m_subject) : m_body)->setFocus();
}

QLineEdit *DraftBox::fieldOf(const domain::DraftFault &fault) const
{
    return fault.field == "to" ? m_to : fault.field == "subject" ? m_subject : nullptr;
}

void DraftBox::goTo(const domain::DraftFault &fault)
{
    if (!m_editable)
        return;
    if (!m_editing) {
        setEditing(true);
        Q_EMIT editingBegan();
    }
    QLineEdit *field = fieldOf(fault);
    const std::string text = (field ? field->text() : m_body->toPlainText()).toStdString();
    const bool isThere = fault.length > 0 && fault.begin + fault.length <= text.size();
    const auto begin = static_cast<int>(
        QString::fromStdString(text.substr(0, isThere ? fault.begin : text.size())).size());
    const auto length =
        isThere ? static_cast<int>(
                      QString::fromStdString(text.substr(fault.begin, fault.length)).size())
                : 0;
    if (field) {
        field->setFocus();
        isThere ? field->setSelection(begin, length) : field->selectAll();
        return;
    }
    m_body->setFocus();
    QTextCursor at(m_body->document());
    at.setPosition(begin);
    at.setPosition(begin + length, QTextCursor::KeepAnchor);
    m_body->setTextCursor(at);
}

void DraftBox::goToNextFault()
{
    if (m_faults.empty())
        return;
    m_nextFault %= m_faults.size();
    goTo(m_faults[m_nextFault++]);
}

domain::Draft DraftBox::draft() const
{
    domain::Draft out = m_action.draft;
    out.to = m_to->text().trimmed().toStdString();
    out.subject = m_subject->text().trimmed().toStdString();
    out.body = m_body->toPlainText().toStdString();
    return out;
}

void DraftBox::save(bool goesOn)
{
    const domain::Draft edited = draft();
    const bool isChanged = edited != m_action.draft;
    m_action.draft = edited;
    const base::Uuid id = m_action.id;
    if (!goesOn)
        setEditing(false);
    if (isChanged)
        Q_EMIT saved(id, edited);
}

void DraftBox::insertText(const QString &text)
{
    if (!m_editable)
        return;
    if (!m_editing) {
        setEditing(true);
        Q_EMIT editingBegan();
        m_body->moveCursor(QTextCursor::End); // nothing that stands there is replaced
        if (!m_body->document()->isEmpty())
            m_body->insertPlainText(QStringLiteral("\n"));
    }
    m_body->setFocus();
    m_body->insertPlainText(text);
}

void DraftBox::setFacts(const std::vector<domain::DraftFact> &facts)
{
    QStringList words;
    for (const auto &fact : facts)
        words += ui::text::draftFactText(fact);
    m_facts->setText(tr("Facts used: %1").arg(words.join(QStringLiteral(" · "))));
    m_facts->setVisible(!words.isEmpty());
}

void DraftBox::setFaults(const std::vector<domain::DraftFault> &faults)
{
    m_faults = faults;
    underline(m_body, m_body->toPlainText().toStdString(), faults);
}

void DraftBox::underline(QTextEdit *field, const std::string &text,
                         const std::vector<domain::DraftFault> &faults)
{
    QList<QTextEdit::ExtraSelection> marks;
    for (const auto &fault : faults) {
        if (fault.field != "body" || fault.length == 0 || fault.begin + fault.length > text.size())
            continue;
        // Places are in bytes; the field counts in UTF-16.
        const auto begin = QString::fromUtf8(text.data(), static_cast<qsizetype>(fault.begin));
        const auto word =
            QString::fromUtf8(text.data() + fault.begin, static_cast<qsizetype>(fault.length));
        QTextEdit::ExtraSelection mark;
        mark.cursor = QTextCursor(field->document());
        mark.cursor.setPosition(static_cast<int>(begin.size()));
        mark.cursor.setPosition(static_cast<int>(begin.size() + word.size()),
                                QTextCursor::KeepAnchor);
        mark.format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        mark.format.setUnderlineColor(look::tokensFor(palette()).red);
        mark.format.setToolTip(ui::text::fromUtf8(fault.error.message));
        marks += mark;
    }
    field->setExtraSelections(marks);
}

void DraftBox::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitBody();
}

void DraftBox::fitBody()
{
    const int wanted =
        static_cast<int>(std::ceil(m_body->document()->size().height())) + look::space::xs;
    m_body->setFixedHeight(
        std::clamp(wanted, m_editing ? bodyHeightMin : lineHeight, bodyHeightMax));
}

// True when the key is one of the box's own.
bool DraftBox::takeKey(const QKeyEvent &key, bool isPress)
{
    const bool isControl = key.modifiers() == Qt::ControlModifier;
    const bool isEnter = key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter;
    if (key.key() == Qt::Key_Escape) {
        if (isPress)
            setEditing(false);
    } else if (isControl && isEnter) {
        if (isPress)
            m_approve->click();
    } else if (isControl && key.key() == Qt::Key_S) {
        if (isPress)
            save(true);
    } else if (key.key() == Qt::Key_F8 && key.modifiers() == Qt::NoModifier) {
        if (isPress)
            goToNextFault();
    } else if (isControl && key.key() >= Qt::Key_1 && key.key() <= Qt::Key_3) {
        if (isPress)
            Q_EMIT contentWanted(key.key() - Qt::Key_0);
    } else {
        return false;
    }
    return true;
}

bool DraftBox::eventFilter(QObject *watched, QEvent *event)
{
    const bool isPress = event->type() == QEvent::KeyPress;
    if (m_editing && (isPress || event->type() == QEvent::ShortcutOverride) &&
        takeKey(*static_cast<QKeyEvent *>(event), isPress)) {
        event->accept();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void DraftBox::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const look::Tokens &t = look::tokensFor(palette());
    look::fillOutlined(painter, m_box->geometry(),
                       {look::radius::ring, m_editing ? t.series : t.line, t.surface});
}

} // namespace topline::pages
