// The commands of the accounts page: what each key does in the list, in an account and in the
// editor of profiles.
#include "ui/look/button.h"
#include "ui/pages/account_list.h"
#include "ui/pages/account_page.h"
#include "ui/pages/account_pane.h"
#include "ui/pages/icp_pane.h"
#include "ui/pages/row_list.h"

#include <utility>

namespace topline::pages {

using look::Icon;

namespace {

shell::Command commandOf(const char *id, const QString &text, const QString &key, Icon icon)
{
    shell::Command command;
    command.id = QStringLiteral("accounts.") + QLatin1String(id);
    command.text = text;
    command.key = key;
    command.page = QStringLiteral("accounts");
    command.icon = icon;
    return command;
}

} // namespace

void AccountPage::addCommands()
{
    addMoveCommands();
    addAccountCommands();
    const auto refreshKey = [this] {
        m_icpButton->setKeyHint(context().commands.keyText(QStringLiteral("accounts.icp")));
    };
    connect(&context().commands, &shell::Commands::keysChanged, this, refreshKey);
    refreshKey();
}

void AccountPage::addMoveCommands()
{
    const auto add = [this](shell::Command command, std::function<void()> run,
                            bool inPalette = true) {
        command.run = std::move(run);
        command.inPalette = inPalette;
        context().commands.add(std::move(command));
    };
    const auto move = [this](int rows) {
        if (current() == View::Account) {
            m_pane->step(rows);
        } else if (current() == View::List) {
            m_list->view()->setFocus();
            m_list->view()->step(rows);
        }
    };
    add(
        commandOf("down", tr("Next row"), QStringLiteral("J"), Icon::None), [move] { move(1); },
        false);
    add(
        commandOf("up", tr("Previous row"), QStringLiteral("K"), Icon::None), [move] { move(-1); },
        false);
    shell::Command openOne = commandOf("open", tr("Open the account"), {}, Icon::Building);
    openOne.enabled = [this] { return current() == View::List && m_list->current(); };
    add(std::move(openOne), [this] { openAccount(*m_list->current()); });
    add(commandOf("filter", tr("Filter the accounts by typing"), QStringLiteral("F"), Icon::Filter),
        [this] {
            if (current() == View::Account)
                showView(View::List);
            if (current() == View::List)
                m_list->focusFilter();
        });
    add(commandOf("icp", tr("Ideal customer profiles"), QStringLiteral("I"), Icon::Star),
        [this] { openIcp(); });
    add(
        commandOf("back", tr("Back"), QStringLiteral("Esc"), Icon::None),
        [this] {
            if (current() == View::Icp)
                m_icp->cancel();
            else
                goBack();
        },
        false);
}

void AccountPage::addAccountCommands()
{
    const auto add = [this](shell::Command command, std::function<void()> run,
                            std::function<bool()> can = {}) {
        command.run = std::move(run);
        command.enabled = [this, can = std::move(can)] {
            return current() == View::Account && (!can || can());
        };
        context().commands.add(std::move(command));
    };
    add(
        commandOf("accept", tr("Accept the lead"), QStringLiteral("A"), Icon::Hand),
        [this] { m_pane->acceptLead(); }, [this] { return m_pane->canAccept(); });
    add(commandOf("task", tr("Make a task for the account"), QStringLiteral("T"),
                  Icon::CheckSquare),
        [this] { m_pane->makeTask(); });
    add(
        commandOf("hand_on", tr("Give what waits here to another rep"), QStringLiteral("Shift+R"),
                  Icon::Users),
        [this] { m_pane->handOn(); }, [this] { return !m_pane->view().cards.empty(); });
    add(commandOf("role", tr("Change a role in the committee"), QStringLiteral("R"), Icon::Users),
        [this] { m_pane->editRole(); });
    add(commandOf("plan", tr("Mutual plan: Space ticks, Enter edits, Delete drops"),
                  QStringLiteral("M"), Icon::ListCheck),
        [this] { m_pane->goToPlan(); });
    add(commandOf("element", tr("Note or validate an element"), QStringLiteral("E"), Icon::Pencil),
        [this] { m_pane->editElement(); });
    add(
        commandOf("trust", tr("It was a person, no machine"), QStringLiteral("P"), Icon::User),
        [this] { m_pane->toggleTrust(); }, [this] { return m_pane->canTrust(); });
    add(
        commandOf("letter", tr("Read the mail"), QStringLiteral("O"), Icon::Mail),
        [this] { m_pane->readLetter(); }, [this] { return m_pane->hasLetter(); });
    add(commandOf("group", tr("Next group of the timeline"), QStringLiteral("L"), Icon::History),
        [this] { m_pane->nextGroup(); });
    add(commandOf("deal", tr("Next deal of the account"), QStringLiteral("N"), Icon::DollarCircle),
        [this] { m_pane->nextDeal(); });
    add(
        commandOf("card", tr("Open the next card in the feed"), QStringLiteral("C"), Icon::Inbox),
        [this] { m_pane->openCard(); }, [this] { return !m_pane->view().cards.empty(); });
}

} // namespace topline::pages
