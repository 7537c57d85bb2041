#include "ui/pages/sign_in_report_view.h"

#include "ui/pages/notice_list.h"
#include "ui/text/core_words.h"
#include "ui/text/sync_text.h"

#include <QHeaderView>
#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

#include <array>

namespace topline::pages {

using namespace look;
using ui::text::fromUtf8;

namespace {

constexpr int rowTall = 32;
constexpr int countWide = 120;
constexpr int nameWide = 260;

Icon iconOf(const std::string &object)
{
    static const std::map<std::string, Icon> icons{
        {"accounts", Icon::Building},     {"companies", Icon::Building},
        {"contacts", Icon::Users},        {"leads", Icon::User},
        {"deals", Icon::DollarCircle},    {"opportunities", Icon::DollarCircle},
        {"activities", Icon::Clock},      {"tasks", Icon::CheckSquare},
        {"calls", Icon::Phone},           {"emails", Icon::Mail},
        {"meetings", Icon::Video},        {"notes", Icon::Note},
        {"messages", Icon::Mail},         {"owners", Icon::IdCard},
        {"users", Icon::IdCard},          {"stages", Icon::BarChart},
        {"stage_history", Icon::History}, {"campaigns", Icon::Flag},
        {"products", Icon::Layers},
    };
    const auto found = icons.find(object);
    return found != icons.end() ? found->second : Icon::FileTable;
}

} // namespace

QString whoText(const domain::SourceProfile &profile)
{
    QStringList parts;
    if (!profile.orgName.empty())
        parts << fromUtf8(profile.orgName);
    if (!profile.orgId.empty() && profile.orgName.find(profile.orgId) == std::string::npos)
        parts << SignInReportView::tr("id %1").arg(fromUtf8(profile.orgId));
    if (profile.isSandbox)
        parts << SignInReportView::tr("sandbox");
    if (!profile.userName.empty())
        parts << SignInReportView::tr("signed in as %1").arg(fromUtf8(profile.userName));
    return parts.join(QStringLiteral(", "));
}

std::vector<DryRunRow> DryRunModel::rowsOf(const domain::SignInReport &report)
{
    std::vector<DryRunRow> rows;
    DryRunRow sum{tr("All"), Icon::None, 0, false, true};
    for (const std::string &name : ui::text::orderedObjects(report.counts)) {
        const std::int64_t count = report.counts.at(name);
        rows.push_back({ui::text::objectText(name), iconOf(name), count, false, false});
        sum.count += count;
    }
    for (const std::string &name : report.profile.denied) {
        if (!report.counts.contains(name))
            rows.push_back({ui::text::objectText(name), iconOf(name), 0, true, false});
    }
    rows.push_back(sum);
    return rows;
}

void DryRunModel::setReport(const domain::SignInReport &report)
{
    setRows(rowsOf(report), [](const DryRunRow &a, const DryRunRow &b) {
        return a.name == b.name && a.sum == b.sum;
    });
}

int DryRunModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : 3;
}

QVariant DryRunModel::data(const QModelIndex &index, int role) const
{
    const DryRunRow &row = m_rows[static_cast<std::size_t>(index.row())];
    if (role == Qt::TextAlignmentRole)
        return int((index.column() == 1 ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role == TypeRole)
        return int(row.sum ? Type::BodyName : index.column() == 2 ? Type::Dense : Type::Body);
    if (role == TokenRole)
        return int(row.denied && index.column() == 2 ? Ink::Amber
                   : index.column() == 2             ? Ink::Text2
                                                     : Ink::Text);
    if (role == IconRole && index.column() == 0 && !row.sum)
        return static_cast<int>(row.icon);
    if (role != Qt::DisplayRole)
        return {};
    if (index.column() == 0)
        return row.name;
    if (index.column() == 1)
        return row.denied ? ui::text::Format::missing()
                          : QLocale().toString(static_cast<qlonglong>(row.count));
    return row.denied ? tr("may not be read by this sign-in; stays out") : QString();
}

QVariant DryRunModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((section == 1 ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    const std::array titles{tr("Record"), tr("Will come in"), tr("Note")};
    return titles[static_cast<std::size_t>(section)];
}

SignInReportView::SignInReportView(QWidget *parent)
    : QWidget(parent)
    , m_model(new DryRunModel(this))
    , m_table(new Table(tr("What would come in"), this))
    , m_noticeHead(new QLabel(tr("Worth a look, now or later"), this))
    , m_notices(new NoticeList(space::s, this))
{
    m_table->setModel(m_model);
    m_table->setRowHeight(rowTall);
    m_table->setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->setColumnWidth(0, nameWide);
    m_table->setColumnWidth(1, countWide);
    m_noticeHead->setTextFormat(Qt::PlainText);
    m_noticeHead->setFont(look::font(Type::DenseHead));
    m_noticeHead->setContentsMargins(space::s, space::m, space::s, space::xs);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_noticeHead);
    layout->addWidget(m_notices);
    layout->addStretch(0);
}

void SignInReportView::setReport(const domain::SignInReport &report)
{
    m_model->setReport(report);
    m_table->setMaximumHeight(look::height::tableHead + rowTall * m_model->rowCount() + 1);
    QVector<Notice> notices;
    if (!report.isSecretLasting)
        notices.push_back({QStringLiteral("keychain"), Icon::Lock, &Tokens::amber,
                           tr("This computer offers no keychain. The sign-in is kept in memory "
                              "only and ends with the program.")});
    for (std::size_t i = 0; i < report.profile.advice.size(); ++i)
        notices.push_back({QStringLiteral("advice%1").arg(i), Icon::Info, &Tokens::text3,
                           ui::text::coreWords(report.profile.advice[i])});
    m_notices->setNotices(notices);
    m_noticeHead->setVisible(!notices.isEmpty());
}

} // namespace topline::pages
