// The keys of the feed: each command, and what it does to the current or the marked cards.
#include "ui/pages/call_pane.h"
#include "ui/pages/feed_inspector.h"
#include "ui/pages/feed_page.h"
#include "ui/pages/feed_view.h"
#include "ui/pages/review_strip.h"
#include "ui/text/names_text.h"

#include <algorithm>

namespace topline::pages {

using domain::ActionState;
using domain::DismissReason;
using domain::FeedCard;
using domain::Lane;
using look::Icon;

namespace {

constexpr int laneCount = 5;

shell::Command quietCommand(const char *id, const QString &text, const QString &key,
                            std::function<void()> run)
{
    shell::Command command;
    command.id = QLatin1String(id);
    command.text = text;
    command.key = key;
    command.page = QStringLiteral("feed");
    command.run = std::move(run);
    command.inPalette = false;
    return command;
}

} // namespace

void FeedPage::addCommand(const char *id, const QString &text, const QString &key, Icon icon,
                          std::function<void()> run)
{
    shell::Command command;
    command.id = QLatin1String(id);
    command.text = text;
    command.key = key;
    command.page = QStringLiteral("feed");
    command.icon = icon;
    command.run = std::move(run);
    command.enabled = [this] { return current() != nullptr; };
    command.subject = [this] {
        const FeedCard *card = current();
        return card ? ui::text::cardTitle(*card) : QString();
    };
    context().commands.add(std::move(command));
}

void FeedPage::addQuietCommand(const char *id, const QString &text, const QString &key,
                               std::function<void()> run)
{
    context().commands.add(quietCommand(id, text, key, std::move(run)));
}

void FeedPage::addListCommand(const char *id, const QString &text, const QString &key,
                              std::function<void()> run)
{
    shell::Command command = quietCommand(id, text, key, std::move(run));
    command.where = m_view;
    context().commands.add(std::move(command));
}

void FeedPage::addCommands()
{
    addMoveCommands();
    addActionCommands();
}

void FeedPage::addMoveCommands()
{
    addQuietCommand("feed.next", tr("Next card"), QStringLiteral("J"), [this] { moveBy(1); });
    addQuietCommand("feed.previous", tr("Previous card"), QStringLiteral("K"),
                    [this] { moveBy(-1); });
    addQuietCommand("feed.mark", tr("Select card"), QStringLiteral("X"), [this] { toggleMark(); });
    addQuietCommand("feed.mark_next", tr("Extend the selection down"), QStringLiteral("Shift+J"),
                    [this] { extendMark(1); });
    addQuietCommand("feed.mark_previous", tr("Extend the selection up"), QStringLiteral("Shift+K"),
                    [this] { extendMark(-1); });
    addListCommand("feed.next_lane", tr("Next lane"), QStringLiteral("Tab"),
                   [this] { stepLane(1); });
    addListCommand("feed.previous_lane", tr("Previous lane"), QStringLiteral("Shift+Tab"),
                   [this] { stepLane(-1); });
    addQuietCommand("feed.arrivals", tr("Show new cards"), QStringLiteral("."),
                    [this] { showArrivals(); });
    addListCommand("feed.open", tr("Open the inspector"), QStringLiteral("Return"),
                   [this] { Q_EMIT inspectorWanted(true); });
    addQuietCommand("feed.close", tr("Close the inspector"), QStringLiteral("Esc"), [this] {
        if (!m_model.marked().empty())
            m_model.clearMarks();
        else
            Q_EMIT inspectorWanted(false);
    });
    const QString digits[] = {
        tr("Unknown: it arrived; else content 1, or result 1 of a call"),
        tr("Unknown: it did not arrive; else content 2, or result 2 of a call"),
        tr("Content 3 into the draft, or result 3 of a call"), tr("Result 4 of a call"),
        tr("Result 5 of a call")};
    static constexpr const char *digitIds[] = {"feed.one", "feed.two", "feed.three", "feed.four",
                                               "feed.five"};
    for (int digit = 1; digit <= 5; ++digit)
        addQuietCommand(digitIds[digit - 1], digits[digit - 1], QString::number(digit),
                        [this, digit] { pressDigit(digit); });
}

void FeedPage::addActionCommands()
{
    addCommand("feed.approve", tr("Approve and execute"), QStringLiteral("A"), Icon::Check,
               [this] { approve(); });
    addCommand("feed.approve_marked", tr("Approve the selected"), QStringLiteral("Shift+A"),
               Icon::CheckSquare, [this] { approveMarked(); });
    addQuietCommand("feed.leave_out", tr("Leave out of the batch what would not leave now"),
                    QStringLiteral("Shift+X"), [this] { leaveOut(); });
    addCommand("feed.call", tr("Call, with clock and notes"), QStringLiteral("C"), Icon::Phone,
               [this] { startCall(); });
    addCommand("feed.hand_on", tr("Give to another rep"), QStringLiteral("R"), Icon::Users,
               [this] { openHandOn(); });
    addCommand("feed.done", tr("Done, with outcome"), QStringLiteral("E"), Icon::CheckCircle,
               [this] { openOutcomeMenu(); });
    addCommand("feed.snooze", tr("Snooze"), QStringLiteral("H"), Icon::Clock,
               [this] { openSnoozeMenu(); });
    addCommand("feed.dismiss", tr("Dismiss, with reason"), QStringLiteral("D"), Icon::X,
               [this] { openDismissMenu(); });
    addCommand("feed.duplicate", tr("Mark as duplicate of…"), QStringLiteral("U"), Icon::Copy,
               [this] { openDuplicateMenu(); });
    addCommand("feed.edit", tr("Edit the draft"), QStringLiteral("M"), Icon::Pencil, [this] {
        Q_EMIT inspectorWanted(true);
        if (m_inspector)
            m_inspector->editDraft();
    });
    addCommand("feed.meeting", tr("Propose meeting times"), QStringLiteral("B"), Icon::CalendarPlus,
               [this] { proposeTimes(); });
    addCommand("feed.why", tr("Why: score, rank, rules"), QStringLiteral("W"), Icon::HelpCircle,
               [this] {
                   Q_EMIT inspectorWanted(true);
                   if (m_inspector)
                       m_inspector->nextWhy();
               });
    addCommand("feed.timeline", tr("Timeline of the account"), QStringLiteral("L"), Icon::History,
               [this] {
                   Q_EMIT inspectorWanted(true);
                   if (m_inspector)
                       m_inspector->toggleTimeline();
               });
    addCommand("feed.letter", tr("Read their mail"), QStringLiteral("O"), Icon::Reply, [this] {
        Q_EMIT inspectorWanted(true);
        if (m_inspector)
            m_inspector->readLetter();
    });
    addCommand("feed.account", tr("Open the account"), QStringLiteral("Shift+L"), Icon::Building,
               [this] {
                   const FeedCard *card = current();
                   if (!card || !card->action.account.isSet())
                       return;
                   shell::PageRequest request;
                   request.page = QStringLiteral("accounts");
                   request.account = card->action.account;
                   context().goTo(request);
               });
    addCommand("feed.task", tr("Make a task for the account"), QStringLiteral("T"), Icon::ListCheck,
               [this] { makeTask(); });
}

void FeedPage::refreshHints()
{
    const auto key = [this](const char *id) {
        return context().commands.keyText(QLatin1String(id));
    };
    m_delegate->setHints({{key("feed.approve"), tr("Approve")},
                          {key("feed.snooze"), tr("Snooze")},
                          {key("feed.dismiss"), tr("Dismiss")},
                          {key("feed.why"), tr("Why")}});
    m_delegate->setCallHint({key("feed.call"), tr("Call")});
    m_delegate->setFoldHint({key("feed.duplicate"), tr("Duplicate")});
    m_view->viewport()->update();
}

void FeedPage::moveBy(int rows)
{
    const int row =
        std::clamp(m_view->currentIndex().row() + rows, 0, std::max(0, m_model.rowCount() - 1));
    if (m_model.rowCount() > 0)
        m_view->setCurrentIndex(m_model.index(row));
}

void FeedPage::toggleMark()
{
    const int row = m_view->currentIndex().row();
    m_model.setMarked(row, !m_model.isMarked(row));
}

void FeedPage::extendMark(int rows)
{
    m_model.setMarked(m_view->currentIndex().row(), true);
    moveBy(rows);
    m_model.setMarked(m_view->currentIndex().row(), true);
}

void FeedPage::stepLane(int step)
{
    showLane(static_cast<Lane>((static_cast<int>(m_model.lane()) + step + laneCount) % laneCount));
}

void FeedPage::afterAction(const std::vector<base::Uuid> &acted)
{
    // The hand goes on to the next card that was not acted on; the acted ones leave or change in
    // place.
    int row = m_view->currentIndex().row();
    const auto wasActed = [&](int at) {
        const FeedCard *card = m_model.card(at);
        return card && std::find(acted.begin(), acted.end(), card->action.id) != acted.end();
    };
    while (row < m_model.rowCount() - 1 && wasActed(row))
        ++row;
    while (row > 0 && wasActed(row))
        --row;
    if (row >= 0 && m_model.rowCount() > 0)
        m_view->setCurrentIndex(m_model.index(row));
    m_model.clearMarks();
    m_view->setFocus();
}

void FeedPage::approve()
{
    const FeedCard *card = current();
    if (!card)
        return;
    const base::Uuid id = card->action.id;
    if (card->action.state == ActionState::Failed)
        cockpit().retry(id, bridge().report());
    else
        cockpit().approve({id}, bridge().report());
    afterAction({id});
}

void FeedPage::approveMarked()
{
    const std::vector<base::Uuid> ids = m_model.marked();
    if (ids.empty()) {
        toggleMark();
        return;
    }
    if (!m_review->isOpen()) {
        // A batch is shown before it is approved.
        m_review->open();
        askReview();
        Q_EMIT footChanged();
        return;
    }
    cockpit().approve(ids, bridge().report());
    afterAction(ids);
}

void FeedPage::snooze(base::UtcMs untilMs)
{
    const auto ids = targets();
    cockpit().snooze(ids, untilMs, bridge().report());
    afterAction(ids);
}

// At nine in the morning of the last day, so that it does not come back at night.
void FeedPage::snoozeUntilReply()
{
    constexpr int lastDays = 14;
    const ui::text::Format write = format();
    const base::UtcMs last = write.zone().at(
        write.zone().dateOf(write.now() + lastDays * base::dayMs), 9 * base::hourMs);
    const auto ids = targets();
    cockpit().desk().snoozeUntilReply(ids, last, bridge().report());
    afterAction(ids);
}

void FeedPage::dismiss(DismissReason reason)
{
    const auto ids = targets();
    cockpit().dismiss(ids, reason, bridge().report());
    afterAction(ids);
}

void FeedPage::markDone(domain::Outcome outcome)
{
    const auto ids = targets();
    cockpit().markDone(ids, outcome, bridge().report());
    afterAction(ids);
}

void FeedPage::pressDigit(int digit)
{
    const FeedCard *card = current();
    if (m_inspector && m_inspector->call()->isRunning())
        m_inspector->call()->end(digit);
    else if (card && card->action.state == ActionState::Unknown && digit <= 2)
        cockpit().resolveUnknown(card->action.id, digit == 1, bridge().report());
    else if (card && m_inspector)
        m_inspector->insertContent(digit);
}

void FeedPage::makeTask()
{
    const FeedCard *card = current();
    if (!card)
        return;
    engine::TaskRequest request;
    request.subject =
        tr("Follow up with %1").arg(ui::text::fromUtf8(card->accountName)).toStdString();
    request.account = card->action.account;
    if (card->action.deal.isSet())
        request.deals = {card->action.deal};
    cockpit().makeTask(std::move(request), bridge().report());
}

} // namespace topline::pages
