#include "ui/pages/icp_pane.h"

#include "ui/look/button.h"
#include "ui/pages/hairline.h"
#include "ui/pages/icp_box.h"
#include "ui/pages/icp_people.h"
#include "ui/pages/icp_rates.h"
#include "ui/pages/note_line.h"
#include "ui/shell/page_header.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace topline::pages {

using namespace look;
using domain::IcpField;
using ui::text::fromUtf8;
using Where = IcpProblem::Where;

namespace {

constexpr int ratesWide = 340;

// What a first profile begins with; every part of it can be changed before it is saved.
domain::IcpProfile firstProfile(const QString &name)
{
    return {name.toStdString(),
            {{IcpField::Industry, 40, {}, {}, {}},
             {IcpField::Employees, 30, {}, 50, 5'000},
             {IcpField::Seniority, 30, {}, {}, {}}}};
}

} // namespace

IcpPane::IcpPane(const shell::PageContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_header(new shell::PageHeader(tr("Ideal customers"), this))
    , m_save(new Button(Button::Kind::Primary, tr("Save"), this))
    , m_cancel(new Button(Button::Kind::Secondary, tr("Cancel"), this))
    , m_trouble(new NoteLine(Icon::AlertTriangle, &Tokens::amber, this))
    , m_default(new NoteLine(Icon::Info, &Tokens::text3, this))
    , m_scroll(new QScrollArea(this))
    , m_profiles(new QVBoxLayout)
    , m_add(new Button(Button::Kind::Secondary, tr("Add a profile"), this))
    , m_people(new IcpPeople(this))
    , m_rates(new IcpRates(this))
{
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    m_header->setMeta(tr("who is worth selling to; an account is weighed by the profile it fits "
                         "best"));
    m_cancel->setKeyHint(tr("Esc"));
    m_save->setKeyHint(tr("Ctrl S"));
    connect(m_cancel, &QAbstractButton::clicked, this, &IcpPane::cancel);
    connect(m_save, &QAbstractButton::clicked, this, &IcpPane::save);
    m_header->addTool(m_cancel);
    m_header->addTool(m_save);
    all->addWidget(m_header);
    all->addWidget(m_trouble);
    auto *body = new QHBoxLayout;
    body->setSpacing(0);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setAccessibleName(tr("Profiles and job titles"));
    QWidget *form = makeForm();
    m_scroll->setWidget(form);
    form->setAutoFillBackground(false);
    m_scroll->viewport()->setAutoFillBackground(false);
    body->addWidget(m_scroll, 1);
    body->addWidget(new Hairline(Qt::Vertical, this));
    m_rates->setFixedWidth(ratesWide);
    body->addWidget(m_rates);
    all->addLayout(body, 1);
}

QWidget *IcpPane::makeForm()
{
    auto *form = new QWidget;
    form->setMaximumWidth(width::textColumnMax);
    auto *layout = new QVBoxLayout(form);
    layout->setContentsMargins(0, space::s, 0, space::xl);
    layout->setSpacing(0);
    layout->addWidget(m_default);
    m_profiles->setSpacing(space::s);
    layout->addLayout(m_profiles);
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(space::l, space::m, space::l, space::m);
    m_add->setIconKind(Icon::Plus);
    connect(m_add, &QAbstractButton::clicked, this, [this] {
        IcpBox *box = addBox(firstProfile(tr("Profile %1").arg(m_boxes.size() + 1)));
        takeChange();
        box->name()->setFocus();
        box->name()->selectAll();
    });
    foot->addWidget(m_add);
    foot->addStretch(1);
    layout->addLayout(foot);
    connect(m_people, &IcpPeople::changed, this, &IcpPane::takeChange);
    layout->addWidget(m_people);
    layout->addStretch(1);
    return form;
}

ui::text::Format IcpPane::format() const
{
    const engine::Cockpit &cockpit = m_context.bridge.cockpit();
    const auto zone = base::TimeZone::find(cockpit.zone());
    return {locale(), zone.ok() ? *zone : base::TimeZone(), cockpit.now()};
}

void IcpPane::start()
{
    engine::Insights &insights = m_context.bridge.cockpit().insights();
    const std::uint64_t question = ++m_asked;
    if (!m_isDirty)
        insights.loadIcp(m_context.bridge.answer<domain::IcpPolicy>(
            this, [this, question](const base::Result<domain::IcpPolicy> &got) {
                if (question != m_asked || m_isDirty)
                    return;
                if (got.ok())
                    setIcp(*got);
                else
                    m_trouble->setText(tr("The profiles could not be read. %1")
                                           .arg(fromUtf8(got.error().message)));
            }));
    m_rates->setWaiting();
    insights.loadTierRates(m_context.bridge.answer<domain::TierReport>(
        this, [this, question](const base::Result<domain::TierReport> &got) {
            if (question != m_asked)
                return;
            if (got.ok())
                m_rates->setReport(*got, format());
            else
                m_rates->setTrouble(
                    tr("Could not be measured. %1").arg(fromUtf8(got.error().message)));
        }));
}

void IcpPane::setIcp(const domain::IcpPolicy &icp)
{
    const bool hadFocus = isAncestorOf(focusWidget());
    while (!m_boxes.isEmpty())
        removeBox(m_boxes.last());
    for (const domain::IcpProfile &profile : icp.profiles)
        addBox(profile);
    m_people->setRules(icp.personas);
    m_isDirty = false;
    m_isWarned = false;
    m_trouble->setText(QString());
    refresh();
    if (hadFocus)
        takeFocus();
}

IcpBox *IcpPane::addBox(const domain::IcpProfile &profile)
{
    auto *box = new IcpBox(profile, m_known, this);
    m_boxes.push_back(box);
    m_profiles->addWidget(box);
    connect(box, &IcpBox::changed, this, &IcpPane::takeChange);
    connect(box, &IcpBox::removeWanted, this, [this, box] {
        removeBox(box);
        m_add->setFocus();
        takeChange();
    });
    return box;
}

void IcpPane::removeBox(IcpBox *box)
{
    m_boxes.removeOne(box);
    box->hide();
    box->deleteLater();
}

domain::IcpPolicy IcpPane::icp() const
{
    domain::IcpPolicy out;
    for (const IcpBox *box : m_boxes)
        out.profiles.push_back(box->profile());
    out.personas = m_people->rules();
    return out;
}

void IcpPane::takeChange()
{
    m_isDirty = true;
    m_isWarned = false;
    m_trouble->setText(QString());
    refresh();
}

void IcpPane::refresh()
{
    m_problems = icpProblems(icp());
    for (qsizetype i = 0; i < m_boxes.size(); ++i) {
        std::vector<IcpProblem> own;
        std::copy_if(m_problems.begin(), m_problems.end(), std::back_inserter(own),
                     [i](const IcpProblem &problem) { return problem.profile == i; });
        m_boxes[i]->setProblems(own);
    }
    std::vector<IcpProblem> rules;
    std::copy_if(m_problems.begin(), m_problems.end(), std::back_inserter(rules),
                 [](const IcpProblem &problem) { return problem.where == Where::Rule; });
    m_people->setProblems(rules);
    m_add->setEnabled(m_boxes.size() < icpProfilesMost);
    m_default->setText(
        m_boxes.isEmpty()
            ? tr("Without a profile the built-in one is used: any known industry 40, 50 to 5,000 "
                 "employees 30, the best seniority 30.")
            : QString());
}

void IcpPane::takeFocus()
{
    if (m_boxes.isEmpty())
        m_add->setFocus();
    else
        m_boxes.first()->name()->setFocus();
}

void IcpPane::save()
{
    if (m_isSaving)
        return;
    if (!m_problems.empty()) {
        const IcpProblem &first = m_problems.front();
        m_trouble->setText(tr("Not saved: %1").arg(first.text));
        if (first.where == Where::Rule)
            m_people->focusProblem(first);
        else
            m_boxes[first.profile]->focusProblem(first);
        return;
    }
    m_isSaving = true;
    m_context.bridge.cockpit().insights().setIcp(
        icp(), m_context.bridge.done(this, [this](const base::Status &status) { saved(status); }));
}

void IcpPane::saved(const base::Status &status)
{
    m_isSaving = false;
    if (!status.ok()) {
        const base::Error &error = status.error();
        QStringList words{tr("Not saved; what you typed is still here."), fromUtf8(error.message),
                          fromUtf8(error.todo)};
        words.removeAll(QString());
        m_trouble->setText(words.join(QLatin1Char(' ')));
        return;
    }
    if (m_context.say)
        m_context.say(tr("Profiles saved; every account is weighed again"));
    close();
}

void IcpPane::cancel()
{
    if (m_isDirty && !m_isWarned) {
        m_isWarned = true;
        m_trouble->setText(tr("You have changes. Save them, or press Esc again to drop them."));
        return;
    }
    close();
}

void IcpPane::close()
{
    m_isDirty = false;
    m_isWarned = false;
    m_trouble->setText(QString());
    Q_EMIT closed();
}

bool IcpPane::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Escape || key->matches(QKeySequence::Save)) {
            event->accept(); // these keys mean the editor before they mean the page
            return true;
        }
    }
    return QWidget::event(event);
}

void IcpPane::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        cancel();
    else if (event->matches(QKeySequence::Save))
        save();
    else
        QWidget::keyPressEvent(event);
}

} // namespace topline::pages
