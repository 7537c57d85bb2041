// One criterion of a profile as a line of fields: what is looked at, what fits, its weight. Part of
// the editor of profiles, GUI thread. Tells every change; shows what is wrong with it below.
#pragma once

#include "core/domain/icp.h"

#include <QStringList>
#include <QWidget>

class QComboBox;
class QLineEdit;
class QSpinBox;

namespace topline::look {
class Button;
} // namespace topline::look

namespace topline::pages {

class NoteLine;

// What the workspace knows, so that typed values can be read and doubted.
struct IcpKnown {
    int minorDigits = 2;    // of its currency, for revenue
    QStringList industries; // of its accounts; empty: nothing is doubted
};

class IcpCriterionEdit final : public QWidget {
    Q_OBJECT

public:
    IcpCriterionEdit(domain::IcpCriterion criterion, IcpKnown known, QWidget *parent = nullptr);

    const domain::IcpCriterion &criterion() const { return m_criterion; }

    void setTrouble(const QString &text);
    void takeFocus();

    QSpinBox *weight() const { return m_weight; }

    QComboBox *field() const { return m_field; }

    QLineEdit *least() const { return m_least; }

Q_SIGNALS:
    void changed();
    void removeWanted();

private:
    QWidget *makeRange();
    void addChoices();
    void refreshCondition();
    void refreshNames();
    void openNames();
    void takeNumbers();
    void takeWords();
    void refreshDoubt();

    domain::IcpCriterion m_criterion;
    IcpKnown m_known;
    QComboBox *m_field;
    QLineEdit *m_words;
    QWidget *m_range;
    QLineEdit *m_least;
    QLineEdit *m_most;
    look::Button *m_names; // of ranks or departments
    QSpinBox *m_weight;
    NoteLine *m_doubt; // industries that no account has
    NoteLine *m_trouble;
};

} // namespace topline::pages
