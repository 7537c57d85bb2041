// What can be done on the Sync page: its commands and the menu of a connection.
#include "ui/look/button.h"
#include "ui/pages/conflict_pane.h"
#include "ui/pages/connect_dialog.h"
#include "ui/pages/connection_bar.h"
#include "ui/pages/mailbox_box.h"
#include "ui/pages/missing_pane.h"
#include "ui/pages/notice_list.h"
#include "ui/pages/request_log.h"
#include "ui/pages/row_list.h"
#include "ui/pages/sync_dialogs.h"
#include "ui/pages/sync_page.h"
#include "ui/text/core_words.h"
#include "ui/text/sync_text.h"

#include <QApplication>
#include <QClipboard>
#include <QDesktopServices>
#include <QLineEdit>
#include <QMenu>
#include <QUrl>

namespace topline::pages {

using look::Icon;
using look::Tokens;
using ui::text::fromUtf8;

namespace {

const QString pageId = QStringLiteral("sync");

bool isWebAddress(const QUrl &url)
{
    return url.isValid() &&
           (url.scheme() == QLatin1String("https") || url.scheme() == QLatin1String("http"));
}

} // namespace

void SyncPage::addCommands()
{
    const auto add = [this](const char *id, const QString &text, const char *key, Icon icon,
                            std::function<void()> run, const QStringList &more = {},
                            bool inPalette = true) {
        shell::Command command;
        command.id = QStringLiteral("sync.") + QLatin1String(id);
        command.text = text;
        command.key = QLatin1String(key);
        command.page = pageId;
        command.icon = icon;
        command.run = std::move(run);
        command.moreKeys = more;
        command.inPalette = inPalette;
        context().commands.add(std::move(command));
    };
    add("ours", tr("Conflict: keep ours"), "1", Icon::Conflict, [this] { answerConflict(true); },
        {QStringLiteral("O")});
    add("theirs", tr("Conflict: take theirs"), "2", Icon::Conflict,
        [this] { answerConflict(false); }, {QStringLiteral("T")});
    add(
        "down", tr("Next row"), "J", Icon::None, [this] { step(1); }, {}, false);
    add(
        "up", tr("Previous row"), "K", Icon::None, [this] { step(-1); }, {}, false);
    add("conflicts", tr("Conflicts"), "I", Icon::Conflict,
        [this] { m_conflicts->conflicts()->setFocus(); });
    add("records", tr("Freshness by kind of record"), "F", Icon::Table, [this] {
        showView(Records);
        m_list->setFocus();
    });
    add("requests", tr("Log of requests"), "L", Icon::ListCheck, [this] {
        showView(Requests);
        m_log->list()->setFocus();
    });
    add("missing", tr("Why is a record missing?"), "M", Icon::HelpCircle, [this] {
        showView(Missing);
        m_missing->input()->setFocus();
    });
    add(
        "connect", tr("Connect a CRM, mailbox or calendar"), "C", Icon::Plug,
        [this] { connectCrm({}); }, {}, false);
    const auto refreshKeys = [this] {
        const shell::Commands &commands = context().commands;
        m_conflicts->setKeys(commands.keyText(QStringLiteral("sync.ours")),
                             commands.keyText(QStringLiteral("sync.theirs")));
        const QString connectKey = commands.keyText(QStringLiteral("sync.connect"));
        m_connect->setKeyHint(connectKey);
        m_first->setKeyHint(connectKey);
        m_now->setKeyHint(commands.keyText(QStringLiteral("sync.now")));
    };
    connect(&context().commands, &shell::Commands::keysChanged, this, refreshKeys);
    refreshKeys();
}

void SyncPage::addConnectionCommands()
{
    const auto add = [this](const char *id, const QString &text, Icon icon,
                            std::function<void()> run,
                            std::function<bool(const domain::ConnectionView &)> can) {
        shell::Command command;
        command.id = QStringLiteral("sync.") + QLatin1String(id);
        command.text = text;
        command.page = pageId;
        command.icon = icon;
        command.run = std::move(run);
        command.enabled = [this, can] {
            const domain::ConnectionView *connection = current();
            return connection != nullptr && can(*connection);
        };
        context().commands.add(std::move(command));
    };
    const auto isReal = [](const domain::ConnectionView &c) { return c.system != "demo"; };
    add(
        "stop", tr("Stop this sync"), Icon::StopCircle,
        [this] { cockpit().stopSync(m_system, bridge().report()); },
        [](const domain::ConnectionView &c) { return c.syncing; });
    add(
        "signIn", tr("Sign in again"), Icon::UserCircle, [this] { connectCrm(m_system); }, isReal);
    add(
        "mailbox", tr("Signature, address and footer…"), Icon::Mail,
        [this] { MailboxBox::open(bridge(), this); },
        [](const domain::ConnectionView &c) { return c.system == "mail"; });
    add(
        "budget", tr("Budget of calls a day…"), Icon::Gauge, [this] { changeBudget(); }, isReal);
    add(
        "disconnect", tr("Disconnect…"), Icon::XCircle, [this] { disconnectCrm(); }, isReal);
}

void SyncPage::choose(const std::string &system)
{
    m_system = system;
    m_isSiteShown = false;
    show(bridge().sync());
}

void SyncPage::connectCrm(const std::string &system)
{
    openConnectDialog(bridge(), fromUtf8(system), this);
}

void SyncPage::answerConflict(bool keepOurs)
{
    const ConflictItem *item = m_conflicts->current();
    if (item == nullptr)
        return;
    const QString said = (keepOurs ? tr("Ours kept: %1") : tr("Theirs taken: %1")).arg(item->field);
    cockpit().resolveConflict(item->id, keepOurs,
                              bridge().done(this, [this, said](const base::Status &status) {
                                  if (!status.ok())
                                      Q_EMIT bridge().failed(status.error());
                                  else if (context().say)
                                      context().say(said);
                              }));
    m_conflicts->stepOn();
}

void SyncPage::confirmDeletes(const std::string &system, bool accept)
{
    cockpit().confirmDeletes(system, accept, bridge().report());
}

void SyncPage::copy(const QString &text)
{
    QApplication::clipboard()->setText(text);
    if (context().say)
        context().say(tr("Copied"));
}

void SyncPage::showNotices(const domain::ConnectionView &connection)
{
    QVector<Notice> notices;
    const std::string system = connection.system;
    const QString title = ui::text::connectionTitle(connection);
    if (!connection.error.empty()) {
        Notice notice{QStringLiteral("error"), Icon::AlertTriangle, &Tokens::amber,
                      ui::text::coreWords(connection.error)};
        if (connection.lastTriedMs)
            notice.text =
                tr("Tried %1: %2").arg(format().ago(*connection.lastTriedMs), notice.text);
        if (const QString number = fromUtf8(connection.errorReference); !number.isEmpty()) {
            notice.text += QLatin1Char(' ') + tr("Reference at %1: %2").arg(title, number);
            notice.actions = {{tr("Copy reference"), [this, number] { copy(number); }}};
        }
        notices.push_back(notice);
    }
    if (connection.heldDeletes > 0) {
        const auto count = static_cast<int>(connection.heldDeletes);
        notices.push_back(
            {QStringLiteral("deletes"),
             Icon::AlertTriangle,
             &Tokens::amber,
             tr("%1 reports %Ln deletion(s) at once. Nothing was deleted here yet. Are they meant?",
                nullptr, count)
                 .arg(title),
             {{tr("Delete them here too"), [this, system] { confirmDeletes(system, true); }},
              {tr("Keep the records"), [this, system] { confirmDeletes(system, false); }}}});
    }
    for (std::size_t i = 0; i < connection.advice.size(); ++i)
        notices.push_back({QStringLiteral("advice%1").arg(i), Icon::Info, &Tokens::text3,
                           ui::text::coreWords(connection.advice[i])});
    m_notices->setNotices(notices);
}

void SyncPage::openMore()
{
    const domain::ConnectionView *connection = current();
    if (connection == nullptr)
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QUrl web(fromUtf8(connection->webUrl));
    if (isWebAddress(web))
        menu->addAction(look::menuIcon(Icon::ExternalLink, palette()),
                        tr("Open %1").arg(fromUtf8(connection->title)),
                        [web] { QDesktopServices::openUrl(web); });
    for (const char *id : {"sync.signIn", "sync.mailbox", "sync.budget", "sync.disconnect"}) {
        const QString name = QLatin1String(id);
        const shell::Command *command = context().commands.find(name);
        if (command && (name != QLatin1String("sync.mailbox") || command->enabled()))
            menu->addAction(look::menuIcon(command->icon, palette()), command->text,
                            [this, name] { context().commands.run(name); });
    }
    const QWidget *anchor = m_bar->moreButton();
    menu->popup(anchor->mapToGlobal(QPoint(0, anchor->height() + look::space::xs)));
}

void SyncPage::disconnectCrm()
{
    if (const domain::ConnectionView *connection = current())
        askDisconnect(*connection, this, [this, system = m_system] {
            cockpit().disconnect(system, bridge().report());
        });
}

void SyncPage::changeBudget()
{
    if (const domain::ConnectionView *connection = current())
        askBudget(*connection, this, [this, system = m_system](std::int64_t calls) {
            cockpit().setCallBudget(system, calls, bridge().report());
        });
}

void SyncPage::step(int rows)
{
    QVector<RowList *> lists{m_conflicts->conflicts(), m_conflicts->pending(), m_log->list(),
                             m_list};
    for (RowList *list : lists) {
        if (list->hasFocus()) {
            list->step(rows);
            return;
        }
    }
    activate();
}

} // namespace topline::pages
