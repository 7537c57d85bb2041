#include "ui/pages/draft_help.h"

#include "ui/look/button.h"
#include "ui/look/paint.h"
#include "ui/text/draft_text.h"
#include "ui/text/format.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QVBoxLayout>

namespace topline::pages {

using look::Button;
using look::Type;

namespace {

constexpr std::size_t faultsShown = 4;

void clear(QVBoxLayout *rows)
{
    while (QLayoutItem *item = rows->takeAt(0)) {
        if (item->widget())
            item->widget()->deleteLater();
        delete item;
    }
}

QLabel *words(const QString &text, Type type, const QColor &colour)
{
    auto *out = new QLabel(text);
    out->setTextFormat(Qt::PlainText);
    out->setFont(look::font(type));
    out->setWordWrap(true);
    QPalette ink = out->palette();
    ink.setColor(QPalette::WindowText, colour);
    out->setPalette(ink);
    return out;
}

QVBoxLayout *rowsIn(QWidget *box)
{
    auto *out = new QVBoxLayout(box);
    out->setContentsMargins(0, look::space::s, 0, 0);
    out->setSpacing(look::space::xs);
    return out;
}

} // namespace

DraftHelpView::DraftHelpView(QWidget *parent)
    : QWidget(parent)
    , m_faults(new QWidget)
    , m_faultRows(rowsIn(m_faults))
    , m_content(new QWidget)
    , m_contentRows(rowsIn(m_content))
    , m_tools(new QWidget)
    , m_snippets(new Button(Button::Kind::Outlined, tr("Snippets")))
    , m_model(new Button(Button::Kind::Outlined, QString()))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_faults);
    layout->addWidget(m_content);
    layout->addWidget(m_tools);
    auto *tools = new QHBoxLayout(m_tools);
    tools->setContentsMargins(0, look::space::s, 0, 0);
    tools->setSpacing(look::space::s);
    for (Button *button : {m_snippets, m_model}) {
        button->setSmall(true);
        tools->addWidget(button);
    }
    tools->addStretch(1);
    m_snippets->setDropDown(true);
    connect(m_snippets, &QAbstractButton::clicked, this, &DraftHelpView::openSnippets);
    connect(m_model, &QAbstractButton::clicked, this, [this] {
        if (m_isAsking)
            Q_EMIT cancelWanted();
        else
            Q_EMIT modelWanted();
    });
    setHelp({}, false);
}

void DraftHelpView::setHelp(const domain::DraftHelp &help, bool editable)
{
    m_help = help;
    m_editable = editable;
    setFaults(help.faults);
    refreshContent();
    m_snippets->setVisible(editable && !help.snippets.empty());
    m_model->setVisible(editable && !help.modelName.empty());
    setAsking(m_isAsking);
    m_tools->setVisible(editable && (!help.snippets.empty() || !help.modelName.empty()));
}

void DraftHelpView::setFaults(const std::vector<domain::DraftFault> &faults)
{
    clear(m_faultRows);
    const look::Tokens &t = look::tokensFor(palette());
    for (std::size_t i = 0; i < faults.size() && i < faultsShown; ++i) {
        auto *row = new QWidget;
        auto *line = new QHBoxLayout(row);
        line->setContentsMargins(0, 0, 0, 0);
        line->setSpacing(look::space::s);
        line->addWidget(words(ui::text::draftFaultText(faults[i]), Type::Dense, t.redText), 1);
        const QString host = ui::text::fromUtf8(faults[i].host);
        if (!host.isEmpty()) {
            auto *allow = new Button(Button::Kind::Outlined, tr("Allow %1").arg(host));
            allow->setSmall(true);
            connect(allow, &QAbstractButton::clicked, this,
                    [this, host] { Q_EMIT hostAllowed(host); });
            line->addWidget(allow, 0, Qt::AlignTop);
        }
        if (m_editable) {
            auto *place = new Button(Button::Kind::Outlined, tr("Go there"));
            place->setSmall(true);
            place->setKeyHint(i == 0 ? QStringLiteral("F8") : QString());
            place->setAccessibleName(
                tr("Go to the place: %1").arg(ui::text::draftFaultText(faults[i])));
            connect(place, &QAbstractButton::clicked, this,
                    [this, fault = faults[i]] { Q_EMIT faultChosen(fault); });
            line->addWidget(place, 0, Qt::AlignTop);
        }
        m_faultRows->addWidget(row);
    }
    m_faults->setVisible(!faults.empty());
}

void DraftHelpView::refreshContent()
{
    clear(m_contentRows);
    const look::Tokens &t = look::tokensFor(palette());
    const bool isShown = m_editable && !m_help.suggestions.empty();
    m_content->setVisible(isShown);
    if (!isShown)
        return;
    m_contentRows->addWidget(words(tr("Content that fits"), Type::DenseHead, t.text));
    int number = 0;
    for (const auto &suggestion : m_help.suggestions) {
        ++number;
        const QString title = ui::text::fromUtf8(suggestion.row.asset.title);
        const QString why = ui::text::suggestionText(suggestion);
        auto *row = new QWidget;
        auto *line = new QHBoxLayout(row);
        line->setContentsMargins(0, 0, 0, 0);
        line->setSpacing(look::space::s);
        auto *insert = new Button(Button::Kind::Outlined, tr("Insert"));
        insert->setSmall(true);
        insert->setKeyHint(m_isEditing ? QStringLiteral("Ctrl %1").arg(number)
                                       : QString::number(number));
        insert->setAccessibleName(tr("Insert %1, %2").arg(title, why));
        connect(insert, &QAbstractButton::clicked, this,
                [this, number] { Q_EMIT contentChosen(number); });
        auto *names = new QVBoxLayout;
        names->setSpacing(0);
        names->addWidget(words(title, Type::Dense, t.text));
        names->addWidget(words(why, Type::Meta, t.text3));
        line->addLayout(names, 1);
        line->addWidget(insert, 0, Qt::AlignTop);
        m_contentRows->addWidget(row);
    }
}

void DraftHelpView::setEditing(bool isEditing)
{
    if (isEditing == m_isEditing)
        return;
    m_isEditing = isEditing;
    refreshContent(); // other keys
}

void DraftHelpView::openSnippets()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const auto &snippet : m_help.snippets) {
        QString name = ui::text::fromUtf8(snippet.name);
        name.replace(QLatin1Char('&'), QLatin1String("&&"));
        const QString text = ui::text::fromUtf8(snippet.text);
        connect(menu->addAction(name), &QAction::triggered, this,
                [this, text] { Q_EMIT snippetChosen(text); });
    }
    menu->popup(m_snippets->mapToGlobal(QPoint(0, m_snippets->height())));
}

void DraftHelpView::setAsking(bool isAsking)
{
    m_isAsking = isAsking;
    const QString name = ui::text::fromUtf8(m_help.modelName);
    m_model->setText(isAsking ? tr("Stop %1").arg(name) : tr("Write with %1").arg(name));
    m_model->setAccessibleName(m_model->text());
}

} // namespace topline::pages
