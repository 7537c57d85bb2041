// One ideal customer profile in the editor: its name, its criteria, the live sum of their weights.
// GUI thread. Tells every change; is told what is wrong and shows it at the field.
#pragma once

#include "core/domain/icp.h"
#include "ui/pages/icp_criterion.h"
#include "ui/pages/icp_problems.h"

#include <QVector>
#include <QWidget>

class QLineEdit;
class QVBoxLayout;

namespace topline::look {
class Button;
} // namespace topline::look

namespace topline::pages {

class NoteLine;
class SectionHead;

class IcpBox final : public QWidget {
    Q_OBJECT

public:
    IcpBox(const domain::IcpProfile &profile, IcpKnown known, QWidget *parent = nullptr);

    domain::IcpProfile profile() const;

    // Those of this profile.
    void setProblems(const std::vector<IcpProblem> &problems);
    // The first field with a problem takes the keys.
    void focusProblem(const IcpProblem &problem);

    QLineEdit *name() const { return m_name; }

    const QVector<IcpCriterionEdit *> &rows() const { return m_rows; }

    look::Button *adder() const { return m_add; }

Q_SIGNALS:
    void changed();
    void removeWanted();

private:
    IcpCriterionEdit *addRow(const domain::IcpCriterion &criterion);
    domain::IcpCriterion nextCriterion() const;
    void refresh();

    IcpKnown m_known;
    SectionHead *m_head;
    QLineEdit *m_name;
    NoteLine *m_nameTrouble;
    QVBoxLayout *m_criteria;
    QVector<IcpCriterionEdit *> m_rows;
    look::Button *m_add;
    NoteLine *m_sumTrouble;
};

} // namespace topline::pages
