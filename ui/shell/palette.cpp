#include "ui/shell/palette.h"

#include "ui/shell/fuzzy.h"
#include "ui/text/format.h"

#include <QApplication>
#include <QKeyEvent>
#include <QStyle>

#include <algorithm>

namespace topline::shell {

using namespace look;
using ui::text::fromUtf8;

namespace {

constexpr int boxWidth = 640;
constexpr int footer = 36;
constexpr int listPadding = 8;
constexpr int searchDelayMs = 60;
constexpr int pageStep = 8;
constexpr int mostPerGroup = 12;

Icon hitIcon(domain::SearchKind kind)
{
    switch (kind) {
    case domain::SearchKind::Contact:
        return Icon::User;
    case domain::SearchKind::Deal:
        return Icon::DollarCircle;
    case domain::SearchKind::Note:
        return Icon::Note;
    case domain::SearchKind::Account:
        break;
    }
    return Icon::Building;
}

struct Ranked {
    Choice choice;
    int groupRank = 0;
    int score = 0;
};

} // namespace

Palette::Palette(QWidget *window, PageContext context)
    : Overlay(window)
    , m_context(std::move(context))
    , m_input(new QLineEdit(this))
    , m_list(new ChoiceList(this))
{
    setAccessibleName(tr("Command palette"));
    m_input->setFrame(false);
    m_input->setFont(look::font(Type::PaletteInput));
    m_input->setPlaceholderText(tr("Type a command, a person or an account"));
    m_input->setAccessibleName(tr("Command or name"));
    m_input->installEventFilter(this);
    m_searchDelay.setSingleShot(true);
    m_searchDelay.setInterval(searchDelayMs);
    connect(&m_searchDelay, &QTimer::timeout, this, &Palette::askEngine);
    connect(m_input, &QLineEdit::textChanged, this, [this] {
        m_searchDelay.start();
        refresh();
    });
    connect(m_list, &ChoiceList::picked, this, &Palette::runCurrent);
}

void Palette::start()
{
    m_group.clear();
    m_hits.clear();
    m_input->clear();
    refresh();
    open();
}

QVector<Choice> Palette::commandChoices(const QString &query) const
{
    const QString goTo = tr("Go to");
    const QString plain = tr("Commands");
    QVector<Ranked> ranked;
    for (const Command &command : m_context.commands.all()) {
        if (!command.inPalette || !m_context.commands.canRun(command.id))
            continue;
        const auto match = fuzzyMatch(command.text, query);
        if (!match)
            continue;
        const QString subject = command.subject ? command.subject() : QString();
        Ranked row;
        row.choice.id = command.id;
        row.choice.text = command.text;
        row.choice.icon = command.icon == Icon::None ? Icon::Command : command.icon;
        row.choice.key = m_context.commands.keyText(command.id);
        row.choice.marked = match->marked;
        row.choice.run = [commands = &m_context.commands, id = command.id] { commands->run(id); };
        row.score = match->score;
        if (!subject.isEmpty()) {
            row.choice.group = tr("On %1").arg(subject);
        } else if (command.id.startsWith(QLatin1String("go."))) {
            row.choice.group = goTo;
            row.groupRank = 1;
        } else {
            row.choice.group = plain;
            row.groupRank = 3;
        }
        ranked.push_back(row);
    }
    std::stable_sort(ranked.begin(), ranked.end(), [](const Ranked &a, const Ranked &b) {
        return a.groupRank != b.groupRank ? a.groupRank < b.groupRank : a.score > b.score;
    });
    QVector<Choice> choices;
    for (const Ranked &row : ranked)
        choices.push_back(row.choice);
    return choices;
}

void Palette::refresh()
{
    QVector<Choice> choices = commandChoices(m_input->text());
    // Hits stand between "Go to" and "Commands", unless a command is being typed out.
    const QString typed = m_input->text().trimmed();
    const auto commandsFrom =
        std::find_if(choices.begin(), choices.end(),
                     [this](const Choice &choice) { return choice.group == tr("Commands"); });
    const bool isCommandTyped =
        !typed.isEmpty() &&
        std::any_of(commandsFrom, choices.end(), [&typed](const Choice &choice) {
            return choice.text.startsWith(typed, Qt::CaseInsensitive);
        });
    const auto at = isCommandTyped ? choices.size() : commandsFrom - choices.begin();
    for (qsizetype i = 0; i < m_hits.size(); ++i)
        choices.insert(at + i, m_hits[i]);
    if (!m_group.isEmpty())
        choices.removeIf([this](const Choice &choice) { return choice.group != m_group; });
    m_found = static_cast<int>(choices.size());
    m_list->setChoices(choices);
    layOut(boxRect());
    update();
}

void Palette::askEngine()
{
    const QString text = m_input->text().trimmed();
    if (text.size() < 2) {
        m_hits.clear();
        refresh();
        return;
    }
    const int asked = ++m_asked;
    using Hits = std::vector<domain::SearchHit>;
    m_context.bridge.cockpit().search(
        text.toStdString(),
        m_context.bridge.answer<Hits>(this, [this, asked](const base::Result<Hits> &hits) {
            if (asked == m_asked && hits.ok())
                takeHits(*hits);
        }));
}

void Palette::takeHits(const std::vector<domain::SearchHit> &hits)
{
    m_hits.clear();
    for (const domain::SearchHit &hit : hits) {
        if (m_hits.size() >= mostPerGroup)
            break;
        Choice choice;
        choice.group = tr("Accounts, people and deals");
        choice.text = fromUtf8(hit.title);
        choice.detail = fromUtf8(hit.detail);
        choice.icon = hitIcon(hit.kind);
        if (const auto match = fuzzyMatch(choice.text, m_input->text()))
            choice.marked = match->marked;
        PageRequest request;
        const bool isAccount = hit.kind == domain::SearchKind::Account && hit.id != 0;
        if (hit.action && !isAccount) {
            request.page = QStringLiteral("feed");
            request.action = hit.action;
        } else if (hit.kind == domain::SearchKind::Deal) {
            request.page = QStringLiteral("pipeline");
            request.deals = {domain::DealId{hit.id}};
            request.label = choice.text;
        } else if (isAccount || hit.account.isSet()) {
            request.page = QStringLiteral("accounts");
            request.account = isAccount ? domain::AccountId{hit.id} : hit.account;
        } else {
            continue; // nothing open to show
        }
        choice.run = [goTo = m_context.goTo, request] { goTo(request); };
        m_hits.push_back(choice);
    }
    refresh();
}

void Palette::narrow()
{
    if (!m_group.isEmpty())
        m_group.clear();
    else if (const Choice *choice = m_list->current())
        m_group = choice->group;
    refresh();
}

void Palette::runCurrent()
{
    const Choice *choice = m_list->current();
    if (choice == nullptr || !choice->run)
        return;
    const auto run = choice->run;
    close();
    run();
}

bool Palette::handleKey(int key)
{
    switch (key) {
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
        runCurrent();
        return true;
    case Qt::Key_Tab:
    case Qt::Key_Backtab:
        narrow();
        return true;
    case Qt::Key_Escape:
        close();
        return true;
    case Qt::Key_Backspace:
        if (!m_input->text().isEmpty() || m_group.isEmpty())
            return false;
        narrow();
        return true;
    default:
        return false;
    }
}

bool Palette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_input && event->type() == QEvent::KeyPress &&
        handleKey(static_cast<QKeyEvent *>(event)->key()))
        return true;
    return Overlay::eventFilter(watched, event);
}

QSize Palette::boxSize(const QSize &window) const
{
    const int most = window.height() - boxTop(window) - 2 * space::xl;
    const int content = m_found > 0 ? m_list->contentHeight() : look::height::paletteRow;
    const int wanted = look::height::paletteInput + footer + 2 * listPadding + content;
    return {std::min(boxWidth, window.width() - 2 * space::xl), std::min(wanted, most)};
}

void Palette::layOut(const QRect &box)
{
    constexpr int iconRoom = 16 + 16 + 12 - 8; // the input has 8 px of its own
    constexpr int countRoom = 120;
    m_input->setGeometry(
        QStyle::visualRect(layoutDirection(), box,
                           {box.left() + iconRoom, box.top() + 1,
                            box.width() - iconRoom - countRoom, look::height::paletteInput - 2}));
    m_list->setGeometry(box.left() + 1, box.top() + look::height::paletteInput + listPadding,
                        box.width() - 2,
                        box.height() - look::height::paletteInput - footer - 2 * listPadding);
}

void Palette::paintEvent(QPaintEvent *event)
{
    Overlay::paintEvent(event);
    const Tokens &t = tokensFor(palette());
    QPainter painter(this);
    const QRectF box = boxRect();
    if (isRightToLeft())
        mirror(painter, box);
    TextPainter once(4);
    drawIcon(painter, {box.left() + 16, box.top() + 16}, Icon::Search, t.text2, icon::normal);
    once.draw(painter, QRectF(box.right() - 136, box.top(), 120, look::height::paletteInput),
              m_found == 0 ? tr("nothing found") : tr("%n result(s)", nullptr, m_found),
              {Type::Dense, t.text2, Qt::AlignRight});
    hLine(painter, box.left() + 1, box.right() - 1, box.top() + look::height::paletteInput, t.line);
    hLine(painter, box.left() + 1, box.right() - 1, box.bottom() - footer, t.line);
    if (m_found == 0)
        once.draw(painter, QRectF(m_list->geometry()).adjusted(16, 0, -16, 0),
                  tr("Nothing answers to this. Try a shorter word."), {Type::Body, t.text2});
    const qreal y = box.bottom() - footer + (footer - look::height::inlineChip) / 2.0;
    qreal x = box.left() + 16;
    x += drawKeyCap(painter, {x, y}, QStringLiteral("↑"), CapPlace::Button, t) + 4;
    x += drawKeyHint(painter, {x, y}, QStringLiteral("↓"), tr("choose"), CapPlace::Button, t) + 16;
    x += drawKeyHint(painter, {x, y}, tr("Enter"), tr("run"), CapPlace::Button, t) + 16;
    drawKeyHint(painter, {x, y}, tr("Tab"),
                m_group.isEmpty() ? tr("narrow to this group") : tr("all groups"), CapPlace::Button,
                t);
    const qreal wide = keyHintWidth(tr("Esc"), tr("close"));
    drawKeyHint(painter, {box.right() - 16 - wide, y}, tr("Esc"), tr("close"), CapPlace::Button, t);
}

} // namespace topline::shell
