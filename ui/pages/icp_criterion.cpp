#include "ui/pages/icp_criterion.h"

#include "ui/look/button.h"
#include "ui/look/fonts.h"
#include "ui/pages/icp_problems.h"
#include "ui/pages/note_line.h"
#include "ui/text/account_names.h"
#include "ui/text/format.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <cmath>

namespace topline::pages {

using namespace look;
using domain::Department;
using domain::IcpField;
using domain::Seniority;
using ui::text::fromUtf8;

namespace {

constexpr int fieldWide = 148;
constexpr int weightWide = 76;
constexpr int digitsMost = 15;

constexpr std::array fields{IcpField::Industry,     IcpField::Employees, IcpField::Country,
                            IcpField::RevenueMinor, IcpField::Seniority, IcpField::Department};

constexpr std::array ranks{Seniority::Chief, Seniority::VicePresident, Seniority::Director,
                           Seniority::Manager, Seniority::Individual};

constexpr std::array departments{
    Department::General,  Department::Operations, Department::Finance,   Department::Technology,
    Department::Security, Department::Legal,      Department::Sales,     Department::Marketing,
    Department::People,   Department::Product,    Department::Purchasing};

struct Choice {
    std::string name;
    QString text;
};

std::vector<Choice> choicesOf(IcpField field)
{
    std::vector<Choice> out;
    if (field == IcpField::Seniority) {
        for (const Seniority rank : ranks)
            out.push_back(
                {std::string(domain::seniorityName(rank)), ui::text::seniorityText(rank)});
    } else if (field == IcpField::Department) {
        for (const Department department : departments)
            out.push_back({std::string(domain::departmentName(department)),
                           ui::text::departmentText(department)});
    }
    return out;
}

bool contains(const std::vector<std::string> &names, const std::string &name)
{
    return std::find(names.begin(), names.end(), name) != names.end();
}

} // namespace

IcpCriterionEdit::IcpCriterionEdit(domain::IcpCriterion criterion, IcpKnown known, QWidget *parent)
    : QWidget(parent)
    , m_criterion(std::move(criterion))
    , m_known(std::move(known))
    , m_field(new QComboBox(this))
    , m_words(new QLineEdit(this))
    , m_range(makeRange())
    , m_names(new Button(Button::Kind::Outlined, QString(), this))
    , m_weight(new QSpinBox(this))
    , m_doubt(new NoteLine(Icon::HelpCircle, &Tokens::text3, this))
    , m_trouble(new NoteLine(Icon::AlertTriangle, &Tokens::amber, this))
{
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(space::l, 2, space::l, 2);
    row->setSpacing(space::s);
    m_field->setAccessibleName(tr("Criterion"));
    m_field->setFixedWidth(fieldWide);
    m_weight->setAccessibleName(tr("Weight in percent"));
    m_weight->setRange(0, static_cast<int>(icpWeightSum));
    m_weight->setSingleStep(5);
    m_weight->setSuffix(QStringLiteral("\u00a0%"));
    m_weight->setFixedWidth(weightWide);
    m_weight->setAlignment(Qt::AlignRight);
    m_names->setDropDown(true);
    connect(m_names, &QAbstractButton::clicked, this, &IcpCriterionEdit::openNames);
    auto *remove = Button::iconOnly(Icon::X, tr("Take the criterion out"), this);
    connect(remove, &QAbstractButton::clicked, this, &IcpCriterionEdit::removeWanted);
    row->addWidget(m_field);
    row->addWidget(m_words, 1);
    row->addWidget(m_range, 1);
    row->addWidget(m_names);
    row->addStretch(0);
    row->addWidget(m_weight);
    row->addWidget(remove);
    all->addLayout(row);
    all->addWidget(m_doubt);
    all->addWidget(m_trouble);
    addChoices();
    m_weight->setValue(static_cast<int>(m_criterion.weightPercent));
    connect(m_weight, &QSpinBox::valueChanged, this, [this](int value) {
        m_criterion.weightPercent = value;
        Q_EMIT changed();
    });
    connect(m_words, &QLineEdit::textEdited, this, &IcpCriterionEdit::takeWords);
    refreshCondition();
}

QWidget *IcpCriterionEdit::makeRange()
{
    auto *range = new QWidget(this);
    auto *row = new QHBoxLayout(range);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::s);
    const auto field = [this, range](const QString &name, const QString &none) {
        auto *made = new QLineEdit(range);
        made->setAccessibleName(name);
        made->setPlaceholderText(none);
        made->setMaxLength(digitsMost + 4);
        made->setAlignment(Qt::AlignRight);
        connect(made, &QLineEdit::textEdited, this, &IcpCriterionEdit::takeNumbers);
        return made;
    };
    m_least = field(tr("At least"), tr("no least"));
    m_most = field(tr("At most"), tr("no greatest"));
    auto *to = new QLabel(tr("to", "between two numbers"), range);
    to->setFont(look::font(Type::Dense));
    row->addWidget(m_least, 1);
    row->addWidget(to);
    row->addWidget(m_most, 1);
    return range;
}

void IcpCriterionEdit::addChoices()
{
    for (const IcpField field : fields)
        m_field->addItem(ui::text::icpFieldText(field), static_cast<int>(field));
    m_field->setCurrentIndex(m_field->findData(static_cast<int>(m_criterion.field)));
    connect(m_field, &QComboBox::currentIndexChanged, this, [this] {
        m_criterion.field = static_cast<IcpField>(m_field->currentData().toInt());
        // What fits one field says nothing about another.
        m_criterion.anyOf.clear();
        m_criterion.min.reset();
        m_criterion.max.reset();
        refreshCondition();
        Q_EMIT changed();
    });
}

void IcpCriterionEdit::refreshCondition()
{
    const bool isNumber = isNumberField(m_criterion.field);
    const bool isChoice = !choicesOf(m_criterion.field).empty();
    m_range->setVisible(isNumber);
    m_names->setVisible(isChoice);
    m_words->setVisible(!isNumber && !isChoice);
    const double unit =
        m_criterion.field == IcpField::RevenueMinor ? std::pow(10.0, m_known.minorDigits) : 1.0;
    const auto number = [this, unit](const std::optional<std::int64_t> &value) {
        return value ? locale().toString(std::round(static_cast<double>(*value) / unit), 'f', 0)
                     : QString();
    };
    m_least->setText(number(m_criterion.min));
    m_most->setText(number(m_criterion.max));
    QStringList words;
    for (const std::string &word : m_criterion.anyOf)
        words << fromUtf8(word);
    m_words->setText(words.join(QStringLiteral(", ")));
    m_words->setPlaceholderText(m_criterion.field == IcpField::Country
                                    ? tr("any known country; else names with commas")
                                    : tr("any known industry; else names with commas"));
    m_words->setAccessibleName(tr("%1: any of").arg(ui::text::icpFieldText(m_criterion.field)));
    refreshNames();
    refreshDoubt();
}

// A word that is misspelt fits nothing, and nobody would be told.
void IcpCriterionEdit::refreshDoubt()
{
    QStringList strange;
    if (m_criterion.field == IcpField::Industry && !m_known.industries.isEmpty()) {
        for (const std::string &word : m_criterion.anyOf) {
            if (!m_known.industries.contains(fromUtf8(word), Qt::CaseInsensitive))
                strange << fromUtf8(word);
        }
    }
    m_doubt->setText(strange.isEmpty()
                         ? QString()
                         : tr("No account has this industry: %1. Known are: %2.")
                               .arg(strange.join(tr(", ")), m_known.industries.join(tr(", "))));
}

void IcpCriterionEdit::refreshNames()
{
    QStringList names;
    for (const Choice &choice : choicesOf(m_criterion.field)) {
        if (contains(m_criterion.anyOf, choice.name))
            names << choice.text;
    }
    const QString none =
        m_criterion.field == IcpField::Seniority ? tr("any, by rank") : tr("any known department");
    const QString text = names.isEmpty() ? none : names.join(tr(", "));
    m_names->setText(metrics(Type::DenseValue).elidedText(text, Qt::ElideRight, 220));
    m_names->setAccessibleName(
        QStringLiteral("%1: %2").arg(ui::text::icpFieldText(m_criterion.field), text));
}

void IcpCriterionEdit::openNames()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const Choice &choice : choicesOf(m_criterion.field)) {
        QAction *action = menu->addAction(choice.text);
        action->setCheckable(true);
        action->setChecked(contains(m_criterion.anyOf, choice.name));
        connect(action, &QAction::triggered, this, [this, name = choice.name](bool on) {
            std::erase(m_criterion.anyOf, name);
            if (on)
                m_criterion.anyOf.push_back(name);
            refreshNames();
            Q_EMIT changed();
        });
    }
    menu->popup(m_names->mapToGlobal(QPoint(0, m_names->height() + space::xs)));
}

void IcpCriterionEdit::takeNumbers()
{
    const double unit =
        m_criterion.field == IcpField::RevenueMinor ? std::pow(10.0, m_known.minorDigits) : 1.0;
    const auto read = [this, unit](const QLineEdit *field) -> std::optional<std::int64_t> {
        QString digits = field->text();
        digits.remove(locale().groupSeparator()).remove(QLatin1Char(' '));
        bool isNumber = false;
        const qint64 value = digits.toLongLong(&isNumber);
        if (!isNumber || value < 0)
            return std::nullopt;
        return static_cast<std::int64_t>(static_cast<double>(value) * unit);
    };
    m_criterion.min = read(m_least);
    m_criterion.max = read(m_most);
    Q_EMIT changed();
}

void IcpCriterionEdit::takeWords()
{
    m_criterion.anyOf.clear();
    for (const QString &word : m_words->text().split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        if (const QString trimmed = word.trimmed(); !trimmed.isEmpty())
            m_criterion.anyOf.push_back(trimmed.toStdString());
    }
    refreshDoubt();
    Q_EMIT changed();
}

void IcpCriterionEdit::setTrouble(const QString &text)
{
    m_trouble->setText(text);
}

void IcpCriterionEdit::takeFocus()
{
    if (isNumberField(m_criterion.field) && m_criterion.weightPercent > 0)
        m_least->setFocus();
    else
        m_field->setFocus();
}

} // namespace topline::pages
