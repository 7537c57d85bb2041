// What opens under the current card of the feed: the times to snooze until, the reasons to dismiss,
// the outcomes of work done.
#include "core/base/calendar.h"
#include "ui/pages/feed_page.h"
#include "ui/pages/feed_view.h"
#include "ui/pages/moment_box.h"
#include "ui/text/names_text.h"

#include <QMenu>
#include <QStyle>

namespace topline::pages {

using domain::DismissReason;
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
    choices.emplace_back(tr("Tomorrow"), base::tomorrowAt(write.zone(), now, morningMs));
    choices.emplace_back(tr("Next Monday"), base::nextMondayAt(write.zone(), now, morningMs));
    auto *menu = new QMenu(this);
    int digit = 0;
    for (const auto &[text, until] : choices)
        menu->addAction(QStringLiteral("&%1  %2, %3").arg(++digit).arg(text, write.dateTime(until)),
                        this, [this, until = until] { snooze(until); });
    menu->addAction(QStringLiteral("&%1  %2").arg(++digit).arg(tr("Pick…")), this,
                    &FeedPage::openMomentBox);
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

void FeedPage::openDismissMenu()
{
    auto *menu = new QMenu(this);
    for (int digit = 1; digit <= 5; ++digit) {
        const auto reason = static_cast<DismissReason>(digit);
        menu->addAction(
            QStringLiteral("&%1  %2").arg(digit).arg(ui::text::dismissReasonText(reason)), this,
            [this, reason] { dismiss(reason); });
    }
    popUp(menu);
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
