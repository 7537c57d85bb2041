// Everything about one account: head, figures, timeline at the left; committee, score, what is
// next, deals with their qualification, and signals at the right. Part of the accounts page, GUI
// thread. Asks the engine for the account that is opened and again when its records changed; late
// answers to earlier questions are dropped. What a person says goes to the engine at once; a
// failure is told by the shell, or in the line where it was typed.
#pragma once

#include "core/domain/account_view.h"
#include "ui/shell/page.h"
#include "ui/text/format.h"

#include <set>

class QBoxLayout;
class QScrollArea;

namespace topline::look {
class Button;
} // namespace topline::look

namespace topline::pages {

class AccountCommittee;
class AccountElements;
class AccountHead;
class AccountScores;
class AccountStages;
class AccountTiles;
class DealPlanView;
class AccountTimeline;
class NoteLine;
class PairList;
class RowList;
class SectionHead;

class AccountPane final : public QWidget {
    Q_OBJECT

public:
    explicit AccountPane(const shell::PageContext &context, QWidget *parent = nullptr);

    void openAccount(domain::AccountId account);
    void ask();

    domain::AccountId account() const { return m_account; }

    // What the page's keys do.
    void focusTimeline();
    void step(int rows);
    void nextGroup();
    void toggleTrust();
    void readLetter();
    void acceptLead();
    void editRole();
    void editElement();
    void nextDeal();
    void openCard();
    void handOn();
    // To the plan of the deal that is looked at.
    void goToPlan();
    void makeTask();

    bool canAccept() const;
    bool canTrust() const;
    bool hasLetter() const;

    const domain::AccountView &view() const { return m_view; }

Q_SIGNALS:
    void backWanted();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeSide();
    QWidget *makeScoreAndNext();
    void addStages(QBoxLayout *layout);
    void addDeals(QBoxLayout *layout);
    void addFacts(QBoxLayout *layout);
    void show(const domain::AccountView &view);
    void showHead();
    void showLifecycle();
    void showLists();
    void showDeal();
    void addPlan(QBoxLayout *layout);
    void askPlan();
    void openDealMenu();
    void chooseDeal(domain::DealId deal);
    void chooseRole(domain::ContactId contact, domain::BuyingRole role);
    void chooseElement(domain::DealId deal, const domain::ElementFact &fact);
    void addTask(const QString &subject, bool forDeal);
    void keepVisible(RowList *list);
    void scrollTo(QWidget *part);
    void refreshKeys();
    void say(const QString &text) const;
    const domain::AccountDeal *deal() const;
    ui::text::Format format() const;

    shell::PageContext m_context;
    domain::AccountId m_account;
    domain::DealId m_deal;
    domain::AccountView m_view;
    std::uint64_t m_asked = 0; // number of the last question: late answers to others are dropped
    AccountHead *m_head;
    look::Button *m_accept;
    look::Button *m_task;
    AccountTiles *m_tiles;
    NoteLine *m_waiting;
    QWidget *m_body;
    AccountTimeline *m_timeline;
    QScrollArea *m_scroll;
    SectionHead *m_committeeHead;
    look::Button *m_dealChoice;
    AccountCommittee *m_committee;
    NoteLine *m_committeeNote;
    QBoxLayout *m_twin;
    SectionHead *m_scoreHead;
    NoteLine *m_scoreNote;
    AccountScores *m_scores;
    PairList *m_cards;
    SectionHead *m_planHead;
    DealPlanView *m_plan;
    look::Button *m_feed;
    NoteLine *m_cardsNote;
    AccountStages *m_stages;
    NoteLine *m_stagesNote;
    SectionHead *m_dealsHead;
    PairList *m_deals;
    NoteLine *m_dealsNote;
    SectionHead *m_elementsHead;
    AccountElements *m_elements;
    SectionHead *m_signalsHead;
    PairList *m_signals;
    NoteLine *m_signalsNote;
};

} // namespace topline::pages
