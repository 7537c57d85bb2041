// What words of a job title say about its holder: a line per word with rank and department. Asked
// before the built-in dictionary. Part of the editor of profiles, GUI thread. Tells every change;
// is told what is wrong and shows it at the line.
#pragma once

#include "core/domain/icp.h"
#include "ui/pages/icp_problems.h"

#include <QVector>
#include <QWidget>

class QComboBox;
class QLineEdit;
class QVBoxLayout;

namespace topline::look {
class Button;
} // namespace topline::look

namespace topline::pages {

class NoteLine;

class IcpPeople final : public QWidget {
    Q_OBJECT

public:
    explicit IcpPeople(QWidget *parent = nullptr);

    void setRules(const std::vector<domain::PersonaRule> &rules);
    std::vector<domain::PersonaRule> rules() const;

    void setProblems(const std::vector<IcpProblem> &problems);
    void focusProblem(const IcpProblem &problem);

    look::Button *adder() const { return m_add; }

Q_SIGNALS:
    void changed();

private:
    struct Row {
        QWidget *line = nullptr;
        QLineEdit *word = nullptr;
        QComboBox *rank = nullptr;
        QComboBox *department = nullptr;
        NoteLine *trouble = nullptr;
    };

    void addRow(const domain::PersonaRule &rule);
    void removeRow(QWidget *line);

    QVBoxLayout *m_lines;
    QVector<Row> m_rows;
    NoteLine *m_none;
    look::Button *m_add;
};

} // namespace topline::pages
