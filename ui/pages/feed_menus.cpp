// What opens under the current card of the feed: the times to snooze until, the reasons to dismiss,
// the card that it is a duplicate of, the outcomes of work done.
#include "core/base/calendar.h"
#include "ui/pages/feed_page.h"
#include "ui/pages/feed_view.h"
#include "ui/pages/meeting_box.h"
#include "ui/pages/moment_box.h"
#include "ui/text/meeting_text.h"
#include "ui/text/names_text.h"

#include <QLocale>
#include <QMenu>
#include <QStyle>
#include <QTime>

#include <algorithm>

namespace topline::pages {

using domain::DismissReason;
using domain::FeedCard;
using domain::Outcome;

namespace {

constexpr base::DurationMs morningMs = 9 * base::hourMs;
constexpr base::DurationMs afternoonMs = 15 * base::hourMs;
constexpr QPoint underText(48, 66); // of a card

} // namespace

QPoint FeedPage::underCurrent(const QSize &size) const
{
    const QRect row = m_view->visualRect(m_view->currentIndex());
    const QRect box(row.topLeft() + underText, size);
    return m_view->viewport()->mapToGlobal(
        QStyle::visualRect(layoutDirection(), row, box).topLeft());
}

void FeedPage::popUp(QMenu *menu)
{
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->popup(underCurrent(menu->sizeHint()));
    if (!menu->actions().isEmpty())
        menu->setActiveAction(menu->actions().first());
}

void FeedPage::openSnoozeMenu()
{
    const ui::text::Format write = format();
    const base::UtcMs now = write.now();
    const base::UtcMs today15 = write.zone().at(write.zone().dateOf(now), afternoonMs);
    std::vector<std::pair<QString, base::UtcMs>> choices{{tr("In 1 hour"), now + base::hourMs}};
    if (today15 > now + base::hourMs)
        choices.emplace_back(tr("This afternoon"), today15);
    const base::UtcMs tomorrow = base::tomorrowAt(write.zone(), now, morningMs);
    const base::UtcMs monday = base::nextMondayAt(write.zone(), now, morningMs);
    choices.emplace_back(tr("Tomorrow"), tomorrow);
    if (monday != tomorrow)
        choices.emplace_back(tr("Next Monday"), monday);
    auto *menu = new QMenu(this);
    int digit = 0;
    for (const auto &[text, until] : choices)
        menu->addAction(QStringLiteral("&%1  %2, %3").arg(++digit).arg(text, write.dateTime(until)),
                        this, [this, until = until] { snooze(until); });
    menu->addAction(QStringLiteral("&%1  %2").arg(++digit).arg(tr("Pick…")), this,
                    &FeedPage::openMomentBox);
    menu->addAction(QStringLiteral("&%1  %2").arg(++digit).arg(
                        tr("Until they answer or visit, at most 14 days")),
                    this, &FeedPage::snoozeUntilReply);
    popUp(menu);
}

void FeedPage::openMomentBox()
{
    auto *box = new MomentBox(
        tr("Snooze until"), [this] { return format(); }, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    connect(box, &MomentBox::picked, this, &FeedPage::snooze);
    box->popup(underCurrent(box->size()));
}

void FeedPage::proposeTimes()
{
    const FeedCard *card = current();
    if (!card)
        return;
    if (card->action.state != domain::ActionState::Proposed) {
        context().decline(tr("Its text is frozen: times can be proposed before it is approved."));
        return;
    }
    const MeetingBox *box = MeetingBox::open(context(), *card, this);
    connect(box, &MeetingBox::proposed, this, &FeedPage::addToDraft);
    connect(box, &MeetingBox::bookWanted, this, &FeedPage::book);
}

void FeedPage::book(const domain::MeetingOffer &offer, const domain::ProposedTime &time,
                    const QString &place)
{
    const FeedCard *card = m_model.card(offer.action);
    if (!card)
        return;
    engine::BookRequest request;
    request.action = offer.action;
    request.fromMs = time.fromMs;
    request.minutes = offer.minutes;
    const std::string &about = card->dealName.empty() ? card->accountName : card->dealName;
    request.title = tr("Talk about %1").arg(ui::text::fromUtf8(about)).toStdString();
    request.place = place.toStdString();
    cockpit().bookMeeting(std::move(request), bridge().report());
    const QString when = format().when(time.fromMs);
    if (offer.quietThere)
        context().say(tr("Booked for %1. It is %2 there; the invitation goes all the same. "
                         "Ctrl+Z takes it back.")
                          .arg(when, QLocale().toString(QTime(0, 0).addMSecs(static_cast<int>(
                                                            offer.quietThere->sinceMidnightMs)),
                                                        QLocale::ShortFormat)));
    else
        context().say(tr("Booked for %1. Ctrl+Z takes it back.").arg(when));
}

void FeedPage::addToDraft(const base::Uuid &action, const QString &words)
{
    const FeedCard *card = m_model.card(action);
    if (!card)
        return;
    domain::Draft draft = card->action.draft;
    draft.body =
        ui::text::MeetingText::withProposal(ui::text::fromUtf8(draft.body), words).toStdString();
    cockpit().editDraft(action, std::move(draft), bridge().report());
    context().say(tr("The times are in the draft."));
}

void FeedPage::openDismissMenu()
{
    auto *menu = new QMenu(this);
    for (int digit = 1; digit <= 5; ++digit) {
        const auto reason = static_cast<DismissReason>(digit);
        if (reason == DismissReason::Duplicate && m_model.marked().empty()) {
            // Asks which one, as the key does.
            menu->addAction(QStringLiteral("&%1  %2…\t%3")
                                .arg(digit)
                                .arg(ui::text::dismissReasonText(reason),
                                     context().commands.keyText(QStringLiteral("feed.duplicate"))),
                            this, &FeedPage::openDuplicateMenu);
            continue;
        }
        menu->addAction(
            QStringLiteral("&%1  %2").arg(digit).arg(ui::text::dismissReasonText(reason)), this,
            [this, reason] { dismiss(reason); });
    }
    popUp(menu);
}

// The other open cards of the account, those of the same person first.
void FeedPage::openDuplicateMenu()
{
    const domain::FeedCard *card = current();
    if (!card)
        return;
    cockpit().loadDetail(
        card->action.id,
        bridge().answer<domain::CardDetail>(this, [this, id = card->action.id](
                                                      base::Result<domain::CardDetail> detail) {
            if (!detail.ok() || !current() || current()->action.id != id)
                return;
            auto others = detail->siblings;
            std::stable_partition(others.begin(), others.end(), [&](const auto &other) {
                return other.action.contact == detail->card.action.contact;
            });
            auto *menu = new QMenu(this);
            for (std::size_t i = 0; i < others.size() && i < 9; ++i) {
                const base::Uuid of = others[i].action.id;
                const QString play = ui::text::fromUtf8(others[i].playName);
                menu->addAction(QStringLiteral("&%1  %2").arg(i + 1).arg(
                                    play.isEmpty()
                                        ? ui::text::cardTitle(others[i])
                                        : tr("%1, %2").arg(ui::text::cardTitle(others[i]), play)),
                                this, [this, id, of] {
                                    cockpit().desk().markDuplicate(id, of, bridge().report());
                                    afterAction({id});
                                });
            }
            if (others.empty())
                menu->addAction(tr("The account has no other open card"))->setEnabled(false);
            popUp(menu);
        }));
}

void FeedPage::openOutcomeMenu()
{
    auto *menu = new QMenu(this);
    for (int digit = 1; digit <= 6; ++digit) {
        const auto outcome = static_cast<Outcome>(digit);
        menu->addAction(QStringLiteral("&%1  %2").arg(digit).arg(ui::text::outcomeText(outcome)),
                        this, [this, outcome] { markDone(outcome); });
    }
    popUp(menu);
}

} // namespace topline::pages
