#include "ui/pages/request_log.h"

#include "ui/look/fonts.h"
#include "ui/pages/row_list.h"
#include "ui/pages/sync_tables.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

namespace topline::pages {

using namespace look;

RequestLog::RequestLog(QWidget *parent)
    : QWidget(parent)
    , m_columns(RequestDelegate::columns())
    , m_filter(new QLineEdit(this))
    , m_note(new QLabel(this))
    , m_list(new RowList(tr("Requests"), this))
{
    m_filter->setPlaceholderText(tr("Filter: method, host, path, status, reference"));
    m_filter->setAccessibleName(tr("Filter the requests"));
    m_filter->setClearButtonEnabled(false);
    m_filter->setMaximumWidth(360);
    m_note->setTextFormat(Qt::PlainText);
    m_note->setFont(look::font(Type::Dense));
    m_note->setForegroundRole(QPalette::PlaceholderText);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto *tools = new QHBoxLayout;
    tools->setContentsMargins(space::l, space::xs, space::l, space::s);
    tools->setSpacing(space::m);
    tools->addWidget(m_filter, 1);
    tools->addWidget(m_note, 1);
    layout->addLayout(tools);
    layout->addWidget(new TableHead(m_columns, tr("Columns of the requests"), this));
    m_list->setModel(&m_model);
    m_list->setItemDelegate(new RequestDelegate(m_model, m_columns, this));
    layout->addWidget(m_list, 1);
    connect(m_filter, &QLineEdit::textChanged, this, &RequestLog::refresh);
    connect(m_list, &RowList::opened, this,
            [this](const QModelIndex &at) { Q_EMIT copyWanted(m_model.row(at.row()).spoken); });
    refresh();
}

void RequestLog::setRequests(const std::vector<domain::RequestRow> &rows,
                             const ui::text::Format &format)
{
    m_all = requestItems(rows, format);
    refresh();
}

void RequestLog::refresh()
{
    const QStringList words = m_filter->text().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    std::vector<RequestItem> shown;
    for (const RequestItem &item : m_all) {
        if (item.matches(words))
            shown.push_back(item);
    }
    const auto count = static_cast<int>(shown.size());
    m_model.apply(std::move(shown));
    if (m_all.empty())
        m_note->setText(tr("No request was made yet. Neither bodies nor queries are kept."));
    else if (words.isEmpty())
        m_note->setText(tr("The last %n request(s); no bodies, no queries", nullptr, count));
    else
        m_note->setText(tr("%1 of %2 requests").arg(count).arg(m_all.size()));
}

} // namespace topline::pages
