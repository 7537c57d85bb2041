#include "ui/pages/icp_box.h"

#include "ui/look/button.h"
#include "ui/pages/note_line.h"
#include "ui/pages/section_head.h"
#include "ui/text/format.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <utility>

namespace topline::pages {

using namespace look;
using domain::IcpCriterion;
using domain::IcpField;
using ui::text::fromUtf8;
using Where = IcpProblem::Where;

namespace {

constexpr int nameWide = 240;

} // namespace

IcpBox::IcpBox(const domain::IcpProfile &profile, IcpKnown known, QWidget *parent)
    : QWidget(parent)
    , m_known(std::move(known))
    , m_head(new SectionHead(tr("Profile"), this))
    , m_name(new QLineEdit(fromUtf8(profile.name), this))
    , m_nameTrouble(new NoteLine(Icon::AlertTriangle, &Tokens::amber, this))
    , m_criteria(new QVBoxLayout)
    , m_add(new Button(Button::Kind::Plain, tr("Add a criterion"), this))
    , m_sumTrouble(new NoteLine(Icon::AlertTriangle, &Tokens::amber, this))
{
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    m_head->setLineAbove(true);
    all->addWidget(m_head);
    auto *top = new QHBoxLayout;
    top->setContentsMargins(space::l, 2, space::l, space::s);
    top->setSpacing(space::s);
    m_name->setAccessibleName(tr("Name of the profile"));
    m_name->setPlaceholderText(tr("Name of the profile"));
    m_name->setMaximumWidth(nameWide);
    connect(m_name, &QLineEdit::textEdited, this, &IcpBox::changed);
    auto *remove = new Button(Button::Kind::Plain, tr("Remove the profile"), this);
    remove->setIconKind(Icon::X);
    remove->setSmall(true);
    connect(remove, &QAbstractButton::clicked, this, &IcpBox::removeWanted);
    top->addWidget(m_name, 1);
    top->addStretch(1);
    top->addWidget(remove);
    all->addLayout(top);
    all->addWidget(m_nameTrouble);
    m_criteria->setSpacing(0);
    all->addLayout(m_criteria);
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(space::s, space::xs, space::l, 0);
    m_add->setIconKind(Icon::Plus);
    m_add->setSmall(true);
    connect(m_add, &QAbstractButton::clicked, this, [this] {
        IcpCriterionEdit *made = addRow(nextCriterion());
        refresh();
        Q_EMIT changed();
        made->field()->setFocus();
    });
    foot->addWidget(m_add);
    foot->addStretch(1);
    all->addLayout(foot);
    all->addWidget(m_sumTrouble);
    for (const IcpCriterion &criterion : profile.criteria)
        addRow(criterion);
    refresh();
}

IcpCriterionEdit *IcpBox::addRow(const IcpCriterion &criterion)
{
    auto *row = new IcpCriterionEdit(criterion, m_known, this);
    m_rows.push_back(row);
    m_criteria->addWidget(row);
    connect(row, &IcpCriterionEdit::changed, this, [this] {
        refresh();
        Q_EMIT changed();
    });
    connect(row, &IcpCriterionEdit::removeWanted, this, [this, row] {
        const qsizetype at = m_rows.indexOf(row);
        m_rows.removeAt(at);
        row->hide();
        row->deleteLater();
        refresh();
        Q_EMIT changed();
        if (!m_rows.isEmpty())
            m_rows[std::min(at, m_rows.size() - 1)]->field()->setFocus();
        else
            m_add->setFocus();
    });
    return row;
}

// A field that is not asked yet, with what is left of the weights.
IcpCriterion IcpBox::nextCriterion() const
{
    constexpr std::array fields{IcpField::Industry,  IcpField::Employees,  IcpField::Country,
                                IcpField::Seniority, IcpField::Department, IcpField::RevenueMinor};
    IcpCriterion out;
    for (const IcpField field : fields) {
        const bool taken =
            std::any_of(m_rows.cbegin(), m_rows.cend(), [field](const IcpCriterionEdit *row) {
                return row->criterion().field == field;
            });
        if (!taken) {
            out.field = field;
            break;
        }
    }
    out.weightPercent = std::max<std::int64_t>(0, icpWeightSum - weightSum(profile()));
    return out;
}

domain::IcpProfile IcpBox::profile() const
{
    domain::IcpProfile out;
    out.name = m_name->text().trimmed().toStdString();
    for (const IcpCriterionEdit *row : m_rows)
        out.criteria.push_back(row->criterion());
    return out;
}

void IcpBox::refresh()
{
    const std::int64_t sum = weightSum(profile());
    m_head->setFigure(tr("weights: %1 of 100").arg(sum), sum != icpWeightSum);
    m_add->setEnabled(m_rows.size() < icpCriteriaMost);
}

void IcpBox::setProblems(const std::vector<IcpProblem> &problems)
{
    QString name;
    QString foot;
    QVector<QString> rows(m_rows.size());
    for (const IcpProblem &problem : problems) {
        if (problem.where == Where::Name)
            name = problem.text;
        else if (problem.where == Where::Criterion && problem.row < rows.size())
            rows[problem.row] = problem.text;
        else if (problem.where == Where::Criteria || foot.isEmpty())
            foot = problem.text;
    }
    m_nameTrouble->setText(name);
    m_sumTrouble->setText(foot);
    for (qsizetype i = 0; i < rows.size(); ++i)
        m_rows[i]->setTrouble(rows[i]);
}

void IcpBox::focusProblem(const IcpProblem &problem)
{
    if (problem.where == Where::Name)
        m_name->setFocus();
    else if (problem.where == Where::Criterion && problem.row < m_rows.size())
        m_rows[problem.row]->takeFocus();
    else if (problem.where == Where::Weights && !m_rows.isEmpty())
        m_rows.last()->weight()->setFocus();
    else
        m_add->setFocus();
}

} // namespace topline::pages
