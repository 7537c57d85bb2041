#include "ui/shell/key_list.h"

#include "ui/shell/fuzzy.h"

#include <QKeyEvent>
#include <QStyle>

#include <algorithm>

namespace topline::shell {

using namespace look;

namespace {

constexpr int boxWidth = 560;
constexpr int footer = 36;
constexpr int listPadding = 8;
constexpr int pageStep = 8;

bool isModifier(int key)
{
    return key == Qt::Key_Shift || key == Qt::Key_Control || key == Qt::Key_Alt ||
           key == Qt::Key_Meta || key == Qt::Key_AltGr;
}

} // namespace

KeyList::KeyList(QWidget *window, Commands &commands, const std::vector<PageEntry> &pages)
    : Overlay(window)
    , m_commands(commands)
    , m_input(new QLineEdit(this))
    , m_list(new ChoiceList(this))
{
    setAccessibleName(tr("All keys"));
    for (const PageEntry &page : pages)
        m_pageTitles.insert(page.id, page.title);
    m_input->setFrame(false);
    m_input->setFont(look::font(Type::PaletteInput));
    m_input->setPlaceholderText(tr("All keys: type to find one"));
    m_input->setAccessibleName(tr("Find a command"));
    m_input->installEventFilter(this);
    connect(m_input, &QLineEdit::textChanged, this, &KeyList::refresh);
    connect(m_list, &ChoiceList::picked, this, &KeyList::beginCapture);
}

void KeyList::start()
{
    m_capturing.clear();
    m_note.clear();
    m_input->clear();
    refresh();
    open();
}

QString KeyList::groupOf(const Command &command) const
{
    if (command.id.startsWith(QLatin1String("go.")))
        return tr("Go to");
    return command.page.isEmpty() ? tr("Everywhere") : m_pageTitles.value(command.page);
}

void KeyList::refresh()
{
    QVector<Choice> choices;
    for (const Command &command : m_commands.all()) {
        const auto match = fuzzyMatch(command.text, m_input->text());
        if (!match)
            continue;
        Choice choice;
        choice.id = command.id;
        choice.group = groupOf(command);
        choice.text = command.text;
        choice.icon = command.icon == Icon::None ? Icon::Command : command.icon;
        choice.marked = match->marked;
        choice.key = m_commands.keyText(command.id);
        if (command.id == m_capturing) {
            choice.detail = tr("press the new key");
            choice.key = QStringLiteral("…");
        } else if (m_commands.key(command.id).toString(QKeySequence::PortableText) !=
                   QKeySequence(command.key).toString(QKeySequence::PortableText)) {
            choice.detail = tr("changed");
        }
        choices.push_back(choice);
    }
    // The page in front first, then what works everywhere, then the others.
    const QString here = m_pageTitles.value(m_commands.page());
    const QStringList first{here, tr("Everywhere"), tr("Go to")};
    const auto rank = [&first](const QString &group) {
        const auto at = first.indexOf(group);
        return at < 0 ? first.size() : at;
    };
    std::stable_sort(choices.begin(), choices.end(), [&rank](const Choice &a, const Choice &b) {
        return std::pair(rank(a.group), a.group) < std::pair(rank(b.group), b.group);
    });
    const Choice *before = m_list->current();
    const QString current = before != nullptr ? before->id : QString();
    m_list->setChoices(choices);
    for (const Choice *at = m_list->current(); at != nullptr && !current.isEmpty();) {
        if (at->id == current)
            break;
        const QString last = at->id;
        m_list->step(1);
        at = m_list->current();
        if (at->id == last) { // not among the found ones any more
            m_list->selectFirst();
            break;
        }
    }
    layOut(boxRect());
    update();
}

void KeyList::beginCapture()
{
    if (const Choice *choice = m_list->current()) {
        m_capturing = choice->id;
        m_note.clear();
        refresh();
    }
}

void KeyList::endCapture(const QString &note)
{
    m_capturing.clear();
    m_note = note;
    refresh();
}

void KeyList::capture(const QKeyEvent &event)
{
    if (isModifier(event.key()))
        return;
    if (event.key() == Qt::Key_Escape) {
        endCapture(tr("The key stays as it was."));
        return;
    }
    const QKeySequence wanted(event.keyCombination());
    const QString taken = m_commands.setKey(m_capturing, wanted);
    const Command *holder = taken.isEmpty() ? nullptr : m_commands.find(taken);
    endCapture(holder != nullptr
                   ? tr("%1 already means “%2”.").arg(keyCapText(wanted), holder->text)
                   : tr("Saved."));
}

bool KeyList::handleKey(const QKeyEvent &event)
{
    if (!m_capturing.isEmpty()) {
        capture(event);
        return true;
    }
    switch (event.key()) {
    case Qt::Key_Down:
        m_list->step(1);
        return true;
    case Qt::Key_Up:
        m_list->step(-1);
        return true;
    case Qt::Key_PageDown:
        m_list->step(pageStep);
        return true;
    case Qt::Key_PageUp:
        m_list->step(-pageStep);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        beginCapture();
        return true;
    case Qt::Key_Delete:
        if (const Choice *choice = m_list->current()) {
            m_commands.resetKey(choice->id);
            endCapture(tr("Back to the default."));
        }
        return true;
    case Qt::Key_Escape:
        close();
        return true;
    default:
        return false;
    }
}

bool KeyList::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_input) {
        // A key being captured must not act as anything else first.
        if (event->type() == QEvent::ShortcutOverride && !m_capturing.isEmpty()) {
            event->accept();
            return true;
        }
        if (event->type() == QEvent::KeyPress && handleKey(*static_cast<QKeyEvent *>(event)))
            return true;
    }
    return Overlay::eventFilter(watched, event);
}

QSize KeyList::boxSize(const QSize &window) const
{
    const int most = window.height() - boxTop(window) - 2 * space::xl;
    const int wanted = look::height::paletteInput + footer + 2 * listPadding +
                       std::max(m_list->contentHeight(), look::height::paletteRow);
    return {std::min(boxWidth, window.width() - 2 * space::xl), std::min(wanted, most)};
}

void KeyList::layOut(const QRect &box)
{
    constexpr int iconRoom = 16 + 16 + 12 - 8; // the input has 8 px of its own
    m_input->setGeometry(
        QStyle::visualRect(layoutDirection(), box,
                           {box.left() + iconRoom, box.top() + 1, box.width() - iconRoom - 16,
                            look::height::paletteInput - 2}));
    m_list->setGeometry(box.left() + 1, box.top() + look::height::paletteInput + listPadding,
                        box.width() - 2,
                        box.height() - look::height::paletteInput - footer - 2 * listPadding);
}

void KeyList::paintEvent(QPaintEvent *event)
{
    Overlay::paintEvent(event);
    const Tokens &t = tokensFor(palette());
    QPainter painter(this);
    const QRectF box = boxRect();
    if (isRightToLeft())
        mirror(painter, box);
    drawIcon(painter, {box.left() + 16, box.top() + 16}, Icon::Keyboard, t.text2, icon::normal);
    hLine(painter, box.left() + 1, box.right() - 1, box.top() + look::height::paletteInput, t.line);
    hLine(painter, box.left() + 1, box.right() - 1, box.bottom() - footer, t.line);
    const qreal y = box.bottom() - footer + (footer - look::height::inlineChip) / 2.0;
    qreal x = box.left() + 16;
    x += drawKeyHint(painter, {x, y}, tr("Enter"), tr("change"), CapPlace::Button, t) + 16;
    x += drawKeyHint(painter, {x, y}, tr("Del"), tr("default"), CapPlace::Button, t) + 16;
    x += drawKeyHint(painter, {x, y}, tr("Esc"), tr("close"), CapPlace::Button, t) + 16;
    TextPainter once(1);
    once.draw(painter, QRectF(x, y, box.right() - 16 - x, look::height::inlineChip), m_note,
              {Type::Meta, t.accentText, Qt::AlignRight});
}

} // namespace topline::shell
