#include "ui/pages/draft_pane.h"

#include "ui/look/paint.h"
#include "ui/pages/draft_box.h"
#include "ui/pages/draft_help.h"
#include "ui/pages/draft_model.h"
#include "ui/text/format.h"

#include <QLabel>
#include <QVBoxLayout>

namespace topline::pages {

DraftPane::DraftPane(const shell::PageContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_box(new DraftBox)
    , m_removed(new QLabel)
    , m_view(new DraftHelpView)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_removed->setTextFormat(Qt::PlainText);
    m_removed->setWordWrap(true);
    m_removed->setFont(look::font(look::Type::Dense));
    m_removed->setContentsMargins(0, look::space::s, 0, 0);
    m_removed->hide();
    layout->addWidget(m_box);
    layout->addWidget(m_removed);
    layout->addWidget(m_view);
    connect(m_box, &DraftBox::saved, this,
            [this](const base::Uuid &id, const domain::Draft &draft) {
                m_context.bridge.cockpit().editDraft(
                    id, draft, m_context.bridge.done(this, [this](const base::Status &status) {
                        if (!status.ok())
                            m_context.bridge.report()(status);
                        loadHelp();
                    }));
            });
    connect(m_box, &DraftBox::approveWanted, this, &DraftPane::approveWanted);
    connect(m_box, &DraftBox::textChanged, this, &DraftPane::check);
    connect(m_box, &DraftBox::editingEnded, this, &DraftPane::loadHelp);
    connect(m_box, &DraftBox::editingBegan, this, &DraftPane::editingBegan);
    connect(m_box, &DraftBox::editingEnded, this, &DraftPane::editingEnded);
    connect(m_box, &DraftBox::contentWanted, this, &DraftPane::insertContent);
    connect(m_box, &DraftBox::editingBegan, m_view, [this] { m_view->setEditing(true); });
    connect(m_box, &DraftBox::editingEnded, m_view, [this] { m_view->setEditing(false); });
    connect(m_view, &DraftHelpView::faultChosen, m_box, &DraftBox::goTo);
    connect(m_view, &DraftHelpView::contentChosen, this, &DraftPane::insertContent);
    connect(m_view, &DraftHelpView::snippetChosen, m_box, &DraftBox::insertText);
    connect(m_view, &DraftHelpView::hostAllowed, this, &DraftPane::allowHost);
    connect(m_view, &DraftHelpView::modelWanted, this, &DraftPane::wantModel);
    connect(m_view, &DraftHelpView::cancelWanted, this,
            [this] { m_context.bridge.cockpit().drafts().cancelModel(); });
}

void DraftPane::setAction(const domain::Action &action, bool editable)
{
    const bool isOther = action.id != m_action.id;
    m_action = action;
    m_editable = editable;
    if (isOther) {
        m_removed->hide();
        takeHelp({});
    }
    m_box->setAction(action, editable);
    if (!m_box->isEditing())
        loadHelp();
}

bool DraftPane::isEditing() const
{
    return m_box->isEditing();
}

void DraftPane::startEditing()
{
    m_box->startEditing();
}

void DraftPane::loadHelp()
{
    m_context.bridge.cockpit().drafts().loadHelp(
        m_action.id, m_context.bridge.answer<domain::DraftHelp>(
                         this, [this](base::Result<domain::DraftHelp> help) {
                             if (help.ok() && help->action == m_action.id)
                                 takeHelp(*help);
                         }));
}

void DraftPane::takeHelp(const domain::DraftHelp &help)
{
    m_help = help;
    m_view->setHelp(help, m_editable);
    m_box->setFacts(help.facts);
    if (m_box->isEditing())
        check(); // what is typed may be further on than what is stored
    else
        m_box->setFaults(help.faults);
}

void DraftPane::check()
{
    m_context.bridge.cockpit().drafts().checkDraft(
        m_action.id, m_box->draft(),
        m_context.bridge.answer<std::vector<domain::DraftFault>>(
            this, [this, id = m_action.id](base::Result<std::vector<domain::DraftFault>> faults) {
                if (!faults.ok() || id != m_action.id)
                    return;
                m_box->setFaults(*faults);
                m_view->setFaults(*faults);
            }));
}

void DraftPane::insertContent(int number)
{
    const auto at = static_cast<std::size_t>(number - 1);
    if (!m_editable || at >= m_help.suggestions.size())
        return;
    const auto &asset = m_help.suggestions[at].row.asset;
    m_box->insertText(ui::text::fromUtf8(asset.url.empty() ? asset.text : asset.url));
}

void DraftPane::allowHost(const QString &host)
{
    m_context.bridge.cockpit().drafts().allowHost(
        host.toStdString(), true, m_context.bridge.done(this, [this](const base::Status &status) {
            if (!status.ok())
                m_context.bridge.report()(status);
            if (m_box->isEditing())
                check();
            else
                loadHelp();
        }));
}

void DraftPane::wantModel()
{
    // What is typed belongs to what the model is shown.
    if (m_box->isEditing())
        m_box->finish();
    askModel(m_context, m_action.id, this, [this](const QString &wish) { write(wish); });
}

void DraftPane::write(const QString &wish)
{
    m_view->setAsking(true);
    m_removed->hide();
    m_context.bridge.cockpit().drafts().writeWithModel(
        m_action.id, wish.toStdString(),
        m_context.bridge.answer<domain::ModelDraft>(
            this, [this](base::Result<domain::ModelDraft> written) { takeText(written); }));
}

void DraftPane::takeText(const base::Result<domain::ModelDraft> &written)
{
    m_view->setAsking(false);
    QString words;
    if (!written.ok())
        words = ui::text::fromUtf8(written.error().text());
    else if (written->run.action == m_action.id)
        words = removedWords(written->removed);
    m_removed->setText(words);
    m_removed->setVisible(!words.isEmpty());
    loadHelp();
}

} // namespace topline::pages
