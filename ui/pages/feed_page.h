// The Action Feed: lanes, cards, one key per action, batch with a review strip, and the inspector
// beside it. Made by the page list, GUI thread. Commands go to the engine at once and the hand goes
// on to the next card; what the engine refuses comes back as a banner.
#pragma once

#include "ui/pages/feed_delegate.h"
#include "ui/pages/feed_model.h"
#include "ui/pages/first_fill.h"
#include "ui/shell/page.h"

#include <vector>

class QMenu;

namespace topline::shell {
class PageHeader;
}

namespace topline::pages {

class FeedInspector;
class FeedView;
class LaneBar;
class ReviewStrip;

class FeedPage final : public shell::Page {
    Q_OBJECT

public:
    explicit FeedPage(const shell::PageContext &context);

    QWidget *makeInspector() override;
    void activate() override;
    void open(const shell::PageRequest &request) override;

    // The review strip, whose buttons an inspector must not cover.
    int footHeight() const override;
    QString unsaved() const override;

private:
    // Set-up, in feed_commands.cpp.
    void addCommands();
    void addMoveCommands();
    void addActionCommands();
    void addCommand(const char *id, const QString &text, const QString &key, look::Icon icon,
                    std::function<void()> run);
    void addQuietCommand(const char *id, const QString &text, const QString &key,
                         std::function<void()> run);
    // Its key belongs to other controls while the list has no focus.
    void addListCommand(const char *id, const QString &text, const QString &key,
                        std::function<void()> run);
    void refreshHints();

    // What the keys do.
    void moveBy(int rows);
    void extendMark(int rows);
    void toggleMark();
    void stepLane(int step);
    void showLane(domain::Lane lane);
    void showArrivals();
    void approve();
    void approveMarked();
    void snooze(base::UtcMs untilMs);
    void snoozeUntilReply();
    void dismiss(domain::DismissReason reason);
    void markDone(domain::Outcome outcome);
    void makeTask();
    void openSnoozeMenu();
    void openDismissMenu();
    void openDuplicateMenu();
    void openOutcomeMenu();
    void proposeTimes();
    void book(const domain::MeetingOffer &offer, const domain::ProposedTime &time,
              const QString &place);
    // Behind what the draft says; what is being typed there stays.
    void addToDraft(const base::Uuid &action, const QString &words);
    void openMomentBox();
    void openHandOn();
    void startCall();
    void takeFocusBack();
    void takeCall();
    void askReview();
    void loadReview();
    void leaveOut();
    // Where a menu of this size opens, in global coordinates.
    QPoint underCurrent(const QSize &size) const;
    void popUp(QMenu *menu);
    // The result of a call under way; on Unknown cards 1 and 2 answer the question; elsewhere 1 to
    // 3 put content into the draft.
    void pressDigit(int digit);

    void takeFeed(const engine::FeedUpdate &update);
    void takeCurrent();
    void afterAction(const std::vector<base::Uuid> &acted);
    void refreshWords();
    void refreshReview();
    void refreshSurroundings();
    const domain::FeedCard *current() const;
    // The marked cards, else the current one.
    std::vector<base::Uuid> targets() const;
    ui::text::Format format() const;

    FeedModel m_model;
    FeedDelegate *m_delegate;
    shell::PageHeader *m_header;
    LaneBar *m_lanes;
    FeedView *m_view;
    ReviewStrip *m_review;
    FirstFill *m_firstFill = nullptr;
    FeedInspector *m_inspector = nullptr;
    domain::FeedCounts m_counts;
    bool m_isReviewDue = false;
    Surroundings m_around;
    base::Uuid m_wanted; // a card that somebody asked for before it arrived
};

} // namespace topline::pages
