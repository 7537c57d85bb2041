// BANT or MEDDIC of one deal: an element per row with its state, note and evidence, and a line in
// which a person notes or validates it. Part of the account's view, GUI thread. Told the deal;
// tells what a person says. A refusal keeps what was typed.
#pragma once

#include "core/domain/account_view.h"
#include "ui/pages/keyed_model.h"
#include "ui/text/format.h"

#include <QWidget>

class QLineEdit;

namespace topline::look {
class Button;
class Segments;
} // namespace topline::look

namespace topline::pages {

class NoteLine;
class RowList;

struct ElementItem {
    domain::ElementFact fact;
    QString name;
    QString state;
    QString said; // the note, else the evidence
    QString when;
    QString spoken;

    int key() const { return static_cast<int>(fact.element); }

    const QString &text() const { return spoken; }

    bool operator==(const ElementItem &) const = default;
};

class AccountElements final : public QWidget {
    Q_OBJECT

public:
    explicit AccountElements(QWidget *parent = nullptr);

    // `timeline` names the evidence.
    void setDeal(const domain::AccountDeal &deal, const std::vector<domain::TimelineItem> &timeline,
                 const ui::text::Format &format);
    void clear();

    // Opens the line for the current element.
    void edit();
    void closeEdit();
    // The engine did not take it: what was typed stays, with the reason under it.
    void setTrouble(const QString &text);

    bool isEditing() const;

    RowList *view() const { return m_list; }

    QLineEdit *input() const { return m_input; }

    look::Segments *states() const { return m_states; }

Q_SIGNALS:
    void elementChosen(topline::domain::DealId deal, const topline::domain::ElementFact &fact);

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QWidget *makeEdit();
    void save();
    void refreshInput();

    domain::DealId m_deal;
    domain::ElementFact m_edited;
    KeyedModel<ElementItem> m_model;
    RowList *m_list;
    QWidget *m_edit;
    look::Segments *m_states;
    QLineEdit *m_input;
    NoteLine *m_trouble;
};

} // namespace topline::pages
