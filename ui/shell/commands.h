// The registry of everything a user can do: each command has an id, a text, a default key and what
// it runs. Menus, the palette, key hints and the list of all keys are made from it; keys can be
// changed and are kept in QSettings under "keys/<id>". Owned by the main window, GUI thread.
#pragma once

#include "ui/look/icons.h"

#include <QHash>
#include <QKeySequence>
#include <QObject>
#include <QStringList>
#include <QVector>

#include <functional>

class QAction;
class QWidget;

namespace topline::shell {

struct Command {
    QString id;   // "feed.approve"; stable, because keys are stored under it
    QString text; // "Approve and execute"
    QString key =
        {}; // default, in QKeySequence's portable text; "" has none, "Down" or "G, F" are fine
    QString page = {}; // id of the page whose command it is; empty: works everywhere
    look::Icon icon = look::Icon::None;
    std::function<void()> run = {};
    // Says whether it can run now; empty means always.
    std::function<bool()> enabled = {};
    // What it would act on, e.g. "Dana Reyes": the palette groups by it. Empty: a plain command.
    std::function<QString()> subject = {};
    QStringList moreKeys = {}; // further keys that do the same and cannot be changed
    bool inPalette = true;     // movement keys stay out
    // The key works only while this has the focus, because elsewhere it means something else (Tab,
    // Enter). Must outlive the command.
    QWidget *where = nullptr;
};

class Commands final : public QObject {
    Q_OBJECT

public:
    // Shortcuts work while the focus is anywhere in `window`, text fields apart.
    explicit Commands(QWidget *window);

    void add(Command command);
    // Removes the commands of a page that goes away.
    void removePage(const QString &page);
    // Only commands of this page and those without a page answer to keys.
    void setPage(const QString &page);

    const QString &page() const { return m_page; }

    // While a layer is open above the pages, no command answers to its key.
    void setSuspended(bool suspended);

    // All, in the order in which they were added.
    const QVector<Command> &all() const { return m_commands; }

    const Command *find(const QString &id) const;
    // True if it belongs to the current page (or to all) and says that it can run.
    bool canRun(const QString &id) const;
    // Runs if it can; returns whether it did.
    bool run(const QString &id);

    QKeySequence key(const QString &id) const;
    // "A", "Ctrl Z", "G F": as key caps show it.
    QString keyText(const QString &id) const;
    // Changes a key and remembers it; an empty sequence takes the key away. Returns the id of the
    // command that has this key already on the same page, and then changes nothing.
    QString setKey(const QString &id, const QKeySequence &key);
    void resetKey(const QString &id);

Q_SIGNALS:
    void keysChanged();

private:
    bool reachable(const Command &command) const;
    void refreshKeys(const QString &id);
    void refreshActions();

    QWidget *m_window;
    QVector<Command> m_commands;
    QHash<QString, QAction *> m_actions;
    QString m_page;
    bool m_suspended = false;
};

// A key sequence as a cap shows it: portable names, blanks for plus signs.
QString keyCapText(const QKeySequence &key);

} // namespace topline::shell
