#include "ui/pages/call_pane.h"

#include "ui/look/button.h"
#include "ui/look/paint.h"
#include "ui/text/desk_text.h"
#include "ui/text/guard_reason.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPlainTextEdit>
#include <QTimer>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>

namespace topline::pages {

using domain::CallResult;
using look::Button;
using look::Type;
using ui::text::fromUtf8;

namespace {

constexpr int notesHeight = 72;
constexpr int airBelow = look::space::s; // unpainted, before what stands under it
constexpr int columns = 2;

QLabel *plain(Type type)
{
    auto *out = new QLabel;
    out->setTextFormat(Qt::PlainText);
    out->setFont(look::font(type));
    return out;
}

} // namespace

CallPane::CallPane(const shell::PageContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_who(plain(Type::DenseHead))
    , m_clock(plain(Type::DenseValue))
    , m_word(plain(Type::Dense))
    , m_notes(new QPlainTextEdit)
    , m_second(new QTimer(this))
{
    setAccessibleName(tr("Call"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(look::space::l, look::space::s, look::space::l,
                               look::space::m + airBelow);
    layout->setSpacing(look::space::s);
    auto *head = new QHBoxLayout;
    head->setSpacing(look::space::s);
    m_who->setWordWrap(true);
    auto *close = Button::iconOnly(look::Icon::X, tr("End without logging the call"));
    connect(close, &QAbstractButton::clicked, this, &CallPane::giveUp);
    head->addWidget(m_who, 1);
    head->addWidget(m_clock);
    head->addWidget(close);
    layout->addLayout(head);
    m_word->setWordWrap(true);
    layout->addWidget(m_word);
    m_notes->setFixedHeight(notesHeight);
    m_notes->setTabChangesFocus(true);
    m_notes->setFont(look::font(Type::Dense));
    m_notes->setPlaceholderText(tr("Notes for the CRM"));
    m_notes->setAccessibleName(tr("Notes of the call"));
    m_notes->installEventFilter(this);
    layout->addWidget(m_notes);
    auto *results = new QGridLayout;
    results->setSpacing(look::space::s);
    results->setContentsMargins(0, 0, 0, 0);
    for (std::size_t i = 0; i < m_results.size(); ++i) {
        const CallResult result = domain::callResults[i].first;
        auto *button = new Button(Button::Kind::Outlined, ui::text::callResultText(result));
        button->setSmall(true);
        button->setKeyHint(QStringLiteral("Ctrl %1").arg(i + 1));
        connect(button, &QAbstractButton::clicked, this,
                [this, i] { end(static_cast<int>(i) + 1); });
        m_results[i] = button;
        results->addWidget(button, static_cast<int>(i) / columns, static_cast<int>(i) % columns,
                           Qt::AlignLeading);
    }
    results->setColumnStretch(columns, 1);
    layout->addLayout(results);
    m_second->setInterval(1'000);
    connect(m_second, &QTimer::timeout, this, &CallPane::refreshClock);
    hide();
}

ui::text::Format CallPane::format() const
{
    const engine::Cockpit &cockpit = m_context.bridge.cockpit();
    const auto zone = base::TimeZone::find(cockpit.zone());
    return {locale(), zone.ok() ? *zone : base::TimeZone(), cockpit.now()};
}

void CallPane::call(const domain::FeedCard &card)
{
    if (isRunning()) {
        m_context.decline(tr("A call is under way: say first what came of it."));
        m_notes->setFocus();
        return;
    }
    m_context.bridge.cockpit().desk().loadCall(
        card.action.id, m_context.bridge.answer<domain::CallSheet>(
                            this, [this](const base::Result<domain::CallSheet> &sheet) {
                                if (isRunning())
                                    return; // asked twice
                                if (sheet.ok())
                                    take(*sheet);
                                else
                                    Q_EMIT m_context.bridge.failed(sheet.error());
                            }));
}

void CallPane::take(const domain::CallSheet &sheet)
{
    const QString why =
        sheet.why.empty() ? QString() : ui::text::callDoubtText(sheet.why, format());
    if (!sheet.mayDial) {
        m_context.decline(why.isEmpty() ? tr("There is no telephone number to call.")
                                        : tr("Not called. %1").arg(why));
        return;
    }
    m_sheet = sheet;
    m_startedMs = m_context.bridge.cockpit().now();
    m_isLogging = false;
    m_who->setText(sheet.person.empty()
                       ? fromUtf8(sheet.phone)
                       : tr("%1, %2").arg(fromUtf8(sheet.person), fromUtf8(sheet.phone)));
    const auto kept = m_kept.extract(sheet.action);
    m_notes->setPlainText(kept ? kept.mapped() : QString());
    m_notes->moveCursor(QTextCursor::End);
    m_word->setText(why);
    m_word->setVisible(!why.isEmpty());
    QUrl url;
    url.setScheme(QStringLiteral("tel"));
    url.setPath(fromUtf8(sheet.dial));
    if (!m_context.openUrl || !m_context.openUrl(url)) {
        m_word->setText(tr("No program here dials. Dial %1 yourself; the clock is running.")
                            .arg(fromUtf8(sheet.phone)));
        m_word->show();
    }
    refreshClock();
    m_second->start();
    show();
    m_notes->setFocus();
    Q_EMIT began();
}

void CallPane::refreshClock()
{
    if (!m_startedMs)
        return;
    m_clock->setText(ui::text::Format::clock(m_context.bridge.cockpit().now() - *m_startedMs));
    m_clock->setAccessibleName(tr("On the phone for %1").arg(m_clock->text()));
}

void CallPane::end(int digit)
{
    if (!isRunning() || m_isLogging || digit < 1 ||
        digit > static_cast<int>(domain::callResults.size()))
        return;
    const CallResult result = domain::callResults[static_cast<std::size_t>(digit - 1)].first;
    domain::CallReport report;
    report.action = m_sheet.action;
    report.result = result;
    report.startedMs = *m_startedMs;
    report.lengthMs =
        std::max<base::DurationMs>(0, m_context.bridge.cockpit().now() - report.startedMs);
    report.subject = ui::text::callSubject(fromUtf8(m_sheet.person), result).toStdString();
    report.text = ui::text::callNote(result, report.lengthMs, m_notes->toPlainText()).toStdString();
    m_isLogging = true; // once, however often the key is pressed
    m_context.bridge.cockpit().desk().logCall(
        std::move(report), m_context.bridge.done(this, [this, result](const base::Status &status) {
            logged(status, result);
        }));
}

void CallPane::logged(const base::Status &status, CallResult result)
{
    m_isLogging = false;
    if (!status.ok()) {
        m_word->setText(
            tr("Not logged; your notes are still here. %1").arg(fromUtf8(status.error().text())));
        m_word->show();
        return;
    }
    m_context.say(tr("Logged: %1. Ctrl+Z takes it back.").arg(ui::text::callResultText(result)));
    close();
}

void CallPane::giveUp()
{
    if (!isRunning() || m_isLogging)
        return;
    if (m_notes->toPlainText().trimmed().isEmpty()) {
        m_context.decline(tr("The call was not logged."));
    } else {
        m_kept[m_sheet.action] = m_notes->toPlainText();
        m_context.decline(
            tr("The call was not logged. Its notes come back when you call from this card again."));
    }
    close();
}

QString CallPane::unsaved() const
{
    if (!isRunning())
        return {};
    const QString whom = fromUtf8(m_sheet.person.empty() ? m_sheet.phone : m_sheet.person);
    return m_notes->toPlainText().trimmed().isEmpty()
               ? tr("The call with %1 is under way and not logged.").arg(whom)
               : tr("The call with %1 is under way and not logged; its notes would be lost.")
                     .arg(whom);
}

void CallPane::close()
{
    const base::Uuid action = m_sheet.action;
    m_startedMs.reset();
    m_second->stop();
    hide();
    Q_EMIT ended(action);
}

// Results while the notes have the focus, where digits are text.
bool CallPane::takeKey(const QKeyEvent &key, bool isPress)
{
    const int digit = key.key() - Qt::Key_0;
    if (key.modifiers() == Qt::ControlModifier && digit >= 1 &&
        digit <= static_cast<int>(m_results.size())) {
        if (isPress)
            end(digit);
        return true;
    }
    if (key.key() == Qt::Key_Escape && key.modifiers() == Qt::NoModifier) {
        if (isPress)
            Q_EMIT left();
        return true;
    }
    return false;
}

bool CallPane::eventFilter(QObject *watched, QEvent *event)
{
    const bool isPress = event->type() == QEvent::KeyPress;
    if ((isPress || event->type() == QEvent::ShortcutOverride) &&
        takeKey(*static_cast<QKeyEvent *>(event), isPress)) {
        event->accept();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void CallPane::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const look::Tokens &t = look::tokensFor(palette());
    const QRect ground = rect().adjusted(0, 0, 0, -airBelow);
    painter.fillRect(ground, t.accentSoft);
    look::hLine(painter, 0, width(), ground.bottom() + 1 - look::hairline(painter), t.line);
}

} // namespace topline::pages
