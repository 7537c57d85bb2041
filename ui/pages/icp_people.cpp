#include "ui/pages/icp_people.h"

#include "ui/look/button.h"
#include "ui/pages/note_line.h"
#include "ui/pages/section_head.h"
#include "ui/text/account_names.h"
#include "ui/text/format.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace topline::pages {

using namespace look;
using domain::Department;
using domain::Seniority;
using ui::text::fromUtf8;

namespace {

constexpr int choiceWide = 136;

void choose(QComboBox *box, int value)
{
    box->setCurrentIndex(std::max(0, box->findData(value)));
}

} // namespace

IcpPeople::IcpPeople(QWidget *parent)
    : QWidget(parent)
    , m_lines(new QVBoxLayout)
    , m_none(new NoteLine(Icon::Info, &Tokens::text3, this))
    , m_add(new Button(Button::Kind::Plain, tr("Add a word"), this))
{
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    auto *head = new SectionHead(tr("Job titles"), this);
    head->setNote(tr("what a word of a title says; before the built-in words"));
    head->setLineAbove(true);
    all->addWidget(head);
    all->addWidget(m_none);
    m_lines->setSpacing(0);
    all->addLayout(m_lines);
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(space::s, space::xs, space::l, 0);
    m_add->setIconKind(Icon::Plus);
    m_add->setSmall(true);
    connect(m_add, &QAbstractButton::clicked, this, [this] {
        addRow({});
        m_rows.last().word->setFocus();
        Q_EMIT changed();
    });
    foot->addWidget(m_add);
    foot->addStretch(1);
    all->addLayout(foot);
    m_none->setText(tr("Only the built-in words are used."));
}

void IcpPeople::setRules(const std::vector<domain::PersonaRule> &rules)
{
    while (!m_rows.isEmpty())
        removeRow(m_rows.last().line);
    for (const domain::PersonaRule &rule : rules)
        addRow(rule);
}

void IcpPeople::addRow(const domain::PersonaRule &rule)
{
    Row row;
    row.line = new QWidget(this);
    auto *all = new QVBoxLayout(row.line);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    auto *line = new QHBoxLayout;
    line->setContentsMargins(space::l, 2, space::l, 2);
    line->setSpacing(space::s);
    row.word = new QLineEdit(fromUtf8(rule.word), row.line);
    row.word->setAccessibleName(tr("Word of a job title"));
    row.word->setPlaceholderText(tr("word of a title, e.g. treasurer"));
    row.rank = new QComboBox(row.line);
    row.rank->setAccessibleName(tr("Rank"));
    row.rank->setFixedWidth(choiceWide);
    row.rank->addItem(tr("any rank"), static_cast<int>(Seniority::Unknown));
    for (int i = static_cast<int>(Seniority::Chief); i >= static_cast<int>(Seniority::Individual);
         --i)
        row.rank->addItem(ui::text::seniorityText(static_cast<Seniority>(i)), i);
    choose(row.rank, static_cast<int>(rule.persona.seniority));
    row.department = new QComboBox(row.line);
    row.department->setAccessibleName(tr("Department"));
    row.department->setFixedWidth(choiceWide);
    row.department->addItem(tr("any department"), static_cast<int>(Department::Unknown));
    for (int i = static_cast<int>(Department::General);
         i <= static_cast<int>(Department::Purchasing); ++i)
        row.department->addItem(ui::text::departmentText(static_cast<Department>(i)), i);
    choose(row.department, static_cast<int>(rule.persona.department));
    auto *remove = Button::iconOnly(Icon::X, tr("Take the word out"), row.line);
    connect(remove, &QAbstractButton::clicked, this, [this, gone = row.line] {
        removeRow(gone);
        m_add->setFocus();
        Q_EMIT changed();
    });
    connect(row.word, &QLineEdit::textEdited, this, &IcpPeople::changed);
    connect(row.rank, &QComboBox::currentIndexChanged, this, &IcpPeople::changed);
    connect(row.department, &QComboBox::currentIndexChanged, this, &IcpPeople::changed);
    line->addWidget(row.word, 1);
    line->addWidget(row.rank);
    line->addWidget(row.department);
    line->addWidget(remove);
    all->addLayout(line);
    row.trouble = new NoteLine(Icon::AlertTriangle, &Tokens::amber, row.line);
    all->addWidget(row.trouble);
    m_lines->addWidget(row.line);
    m_rows.push_back(row);
    m_none->setText(QString());
}

void IcpPeople::removeRow(QWidget *line)
{
    m_rows.removeIf([line](const Row &row) { return row.line == line; });
    line->hide();
    line->deleteLater();
    m_none->setText(m_rows.isEmpty() ? tr("Only the built-in words are used.") : QString());
}

std::vector<domain::PersonaRule> IcpPeople::rules() const
{
    std::vector<domain::PersonaRule> out;
    for (const Row &row : m_rows)
        out.push_back({row.word->text().trimmed().toStdString(),
                       {static_cast<Seniority>(row.rank->currentData().toInt()),
                        static_cast<Department>(row.department->currentData().toInt())}});
    return out;
}

void IcpPeople::setProblems(const std::vector<IcpProblem> &problems)
{
    QVector<QString> texts(m_rows.size());
    for (const IcpProblem &problem : problems) {
        if (problem.row >= 0 && problem.row < texts.size())
            texts[problem.row] = problem.text;
    }
    for (qsizetype i = 0; i < texts.size(); ++i)
        m_rows[i].trouble->setText(texts[i]);
}

void IcpPeople::focusProblem(const IcpProblem &problem)
{
    if (problem.row >= 0 && problem.row < m_rows.size())
        m_rows[problem.row].word->setFocus();
}

} // namespace topline::pages
