#include "ui/shell/commands.h"

#include "core/base/check.h"

#include <QAction>
#include <QSettings>
#include <QWidget>

#include <algorithm>

namespace topline::shell {

namespace {

QString settingOf(const QString &id)
{
    return QStringLiteral("keys/") + id;
}

QKeySequence sequence(const QString &text)
{
    return QKeySequence(text, QKeySequence::PortableText);
}

} // namespace

Commands::Commands(QWidget *window)
    : QObject(window)
    , m_window(window)
{
}

void Commands::add(Command command)
{
    CHECK(find(command.id) == nullptr);
    CHECK(command.run);
    auto *action = new QAction(command.text, m_window);
    action->setShortcutContext(command.where ? Qt::WidgetShortcut : Qt::WindowShortcut);
    action->setEnabled(!m_suspended && reachable(command));
    const QString id = command.id;
    connect(action, &QAction::triggered, this, [this, id] { run(id); });
    (command.where ? command.where : m_window)->addAction(action);
    m_actions.insert(id, action);
    m_commands.push_back(std::move(command));
    refreshKeys(id);
}

void Commands::removePage(const QString &page)
{
    for (const Command &command : m_commands) {
        if (command.page == page)
            delete m_actions.take(command.id);
    }
    m_commands.removeIf([&page](const Command &command) { return command.page == page; });
}

void Commands::setPage(const QString &page)
{
    m_page = page;
    refreshActions();
}

void Commands::setSuspended(bool suspended)
{
    m_suspended = suspended;
    refreshActions();
}

void Commands::refreshActions()
{
    for (const Command &command : m_commands)
        m_actions.value(command.id)->setEnabled(!m_suspended && reachable(command));
}

bool Commands::reachable(const Command &command) const
{
    return command.page.isEmpty() || command.page == m_page;
}

const Command *Commands::find(const QString &id) const
{
    const auto found = std::find_if(m_commands.cbegin(), m_commands.cend(),
                                    [&id](const Command &command) { return command.id == id; });
    return found == m_commands.cend() ? nullptr : &*found;
}

bool Commands::canRun(const QString &id) const
{
    const Command *command = find(id);
    return command != nullptr && reachable(*command) && (!command->enabled || command->enabled());
}

bool Commands::run(const QString &id)
{
    if (!canRun(id))
        return false;
    const auto work = find(id)->run; // a copy: the command may remove itself
    work();
    return true;
}

QKeySequence Commands::key(const QString &id) const
{
    const Command *command = find(id);
    if (command == nullptr)
        return {};
    const QSettings settings;
    return sequence(settings.value(settingOf(id), command->key).toString());
}

QString Commands::keyText(const QString &id) const
{
    return keyCapText(key(id));
}

QString Commands::setKey(const QString &id, const QKeySequence &wanted)
{
    const Command *command = find(id);
    if (command == nullptr)
        return {};
    if (!wanted.isEmpty()) {
        for (const Command &other : m_commands) {
            const bool meet =
                other.page.isEmpty() || command->page.isEmpty() || other.page == command->page;
            if (other.id != id && meet && key(other.id) == wanted)
                return other.id;
        }
    }
    QSettings settings;
    settings.setValue(settingOf(id), wanted.toString(QKeySequence::PortableText));
    refreshKeys(id);
    Q_EMIT keysChanged();
    return {};
}

void Commands::resetKey(const QString &id)
{
    QSettings settings;
    settings.remove(settingOf(id));
    refreshKeys(id);
    Q_EMIT keysChanged();
}

void Commands::refreshKeys(const QString &id)
{
    const Command *command = find(id);
    QList<QKeySequence> keys;
    if (const QKeySequence main = key(id); !main.isEmpty())
        keys << main;
    for (const QString &more : command->moreKeys)
        keys << sequence(more);
    m_actions.value(id)->setShortcuts(keys);
}

QString keyCapText(const QKeySequence &key)
{
    QString text = key.toString(QKeySequence::PortableText);
    text.replace(QStringLiteral(", "), QStringLiteral(" "));
    text.replace(QStringLiteral("Return"), QStringLiteral("Enter"));
    for (qsizetype i = text.size() - 2; i > 0; --i) {
        if (text[i] == QLatin1Char('+'))
            text[i] = QLatin1Char(' ');
    }
    return text;
}

} // namespace topline::shell
