// What a rep does with a card beyond one key and a menu: giving it to somebody else, calling, and
// looking at a batch before it is approved.
#include "ui/pages/call_pane.h"
#include "ui/pages/feed_inspector.h"
#include "ui/pages/feed_page.h"
#include "ui/pages/feed_view.h"
#include "ui/pages/hand_on_chooser.h"
#include "ui/pages/review_strip.h"

namespace topline::pages {

void FeedPage::openHandOn()
{
    if (!current())
        return;
    auto *chooser = new HandOnChooser(
        context(), [this](const QSize &size) { return underCurrent(size); }, this);
    connect(chooser, &HandOnChooser::given, this, &FeedPage::afterAction);
    chooser->open(targets());
}

void FeedPage::startCall()
{
    const domain::FeedCard *card = current();
    if (!card)
        return;
    Q_EMIT inspectorWanted(true);
    if (m_inspector)
        m_inspector->call()->call(*card);
}

// The clock runs in the card as well.
void FeedPage::takeCall()
{
    refreshSurroundings();
    m_view->viewport()->update();
}

// Once for however many marks change together.
void FeedPage::askReview()
{
    if (m_isReviewDue)
        return;
    m_isReviewDue = true;
    QMetaObject::invokeMethod(this, &FeedPage::loadReview, Qt::QueuedConnection);
}

void FeedPage::loadReview()
{
    m_isReviewDue = false;
    const auto ids = m_model.marked();
    if (ids.empty() || !m_review->isOpen())
        return;
    cockpit().desk().reviewBatch(
        ids, bridge().answer<domain::BatchReview>(
                 this, [this, ids](const base::Result<domain::BatchReview> &review) {
                     if (!review.ok() || ids != m_model.marked())
                         return; // the next answer is on its way
                     m_review->setReview(*review, format());
                     Q_EMIT footChanged();
                 }));
}

void FeedPage::leaveOut()
{
    for (const base::Uuid &id : m_review->notAtOnce()) {
        if (const auto row = m_model.rowOf(id))
            m_model.setMarked(*row, false);
    }
    m_view->setFocus();
}

} // namespace topline::pages
