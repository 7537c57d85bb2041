#include "ui/pages/import_report_view.h"

#include "ui/look/icons.h"
#include "ui/text/format.h"

#include <QCoreApplication>
#include <QHeaderView>
#include <QVBoxLayout>

#include <array>
#include <functional>
#include <iterator>
#include <utility>

namespace topline::pages {

using namespace look;
using ui::text::fromUtf8;

namespace {

constexpr int headHeight = 28;
constexpr int countsRow = 36;
constexpr qsizetype longestCell = 200;

struct Kind {
    const char *name;
    const char *title;
    Icon icon;
};

constexpr std::array kinds{
    Kind{"accounts", QT_TRANSLATE_NOOP("ImportKind", "Companies"), Icon::Building},
    Kind{"contacts", QT_TRANSLATE_NOOP("ImportKind", "Contacts"), Icon::Users},
    Kind{"deals", QT_TRANSLATE_NOOP("ImportKind", "Deals"), Icon::DollarCircle},
    Kind{"products", QT_TRANSLATE_NOOP("ImportKind", "Products"), Icon::Layers},
    Kind{"owners", QT_TRANSLATE_NOOP("ImportKind", "Owners"), Icon::IdCard},
    Kind{"stages", QT_TRANSLATE_NOOP("ImportKind", "Stages"), Icon::BarChart},
    Kind{"stage_history", QT_TRANSLATE_NOOP("ImportKind", "Stage history"), Icon::History},
    Kind{"activities", QT_TRANSLATE_NOOP("ImportKind", "Activities"), Icon::Clock},
    Kind{"events", QT_TRANSLATE_NOOP("ImportKind", "Events"), Icon::Cursor},
};

const Kind *kindOf(const std::string &name)
{
    for (const Kind &kind : kinds) {
        if (name == kind.name)
            return &kind;
    }
    return nullptr;
}

// Known kinds in their order, then the rest by name.
std::vector<std::string> ordered(const domain::ImportReport &report)
{
    std::vector<std::string> names;
    for (const Kind &kind : kinds) {
        if (report.byKind.contains(kind.name))
            names.emplace_back(kind.name);
    }
    for (const auto &[name, counts] : report.byKind) {
        if (kindOf(name) == nullptr)
            names.push_back(name);
    }
    return names;
}

QString titleOf(const std::string &name)
{
    const Kind *kind = kindOf(name);
    return kind != nullptr ? QCoreApplication::translate("ImportKind", kind->title)
                           : fromUtf8(name);
}

QString placeText(const base::Place &place)
{
    QString text = fromUtf8(place.file).section(QLatin1Char('/'), -1);
    if (place.line > 0)
        text += QLatin1Char(':') + QString::number(place.line);
    if (place.column > 0)
        text += QLatin1Char(':') + QString::number(place.column);
    return text;
}

} // namespace

QString bringsText(const domain::ImportReport &report, const QLocale &locale)
{
    QStringList parts;
    for (const std::string &name : ordered(report)) {
        const domain::ImportCounts &counts = report.byKind.at(name);
        const auto brought = counts.added + counts.changed;
        if (brought > 0)
            parts << QStringLiteral("%1 %2").arg(
                locale.toString(static_cast<qlonglong>(brought)),
                locale.language() == QLocale::German ? titleOf(name) : titleOf(name).toLower());
        if (parts.size() == 3)
            break;
    }
    return parts.join(QStringLiteral(", "));
}

std::int64_t refusedRows(const domain::ImportReport &report)
{
    std::int64_t refused = 0;
    for (const auto &[name, counts] : report.byKind)
        refused += counts.rejected;
    return refused;
}

void CountsModel::setReport(const domain::ImportReport &report)
{
    std::vector<CountsRow> rows;
    CountsRow sum{tr("All"), static_cast<int>(Icon::None), {}, true};
    for (const std::string &name : ordered(report)) {
        const domain::ImportCounts &counts = report.byKind.at(name);
        const Kind *kind = kindOf(name);
        rows.push_back({titleOf(name),
                        static_cast<int>(kind != nullptr ? kind->icon : Icon::FileTable), counts,
                        false});
        sum.counts.read += counts.read;
        sum.counts.added += counts.added;
        sum.counts.changed += counts.changed;
        sum.counts.unchanged += counts.unchanged;
        sum.counts.rejected += counts.rejected;
    }
    rows.push_back(sum);
    setRows(std::move(rows), [](const CountsRow &a, const CountsRow &b) {
        return a.kind == b.kind && a.sum == b.sum;
    });
}

int CountsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : 6;
}

QVariant CountsModel::data(const QModelIndex &index, int role) const
{
    const CountsRow &row = m_rows[static_cast<std::size_t>(index.row())];
    const std::int64_t counts[] = {row.counts.read, row.counts.added, row.counts.changed,
                                   row.counts.unchanged, row.counts.rejected};
    if (role == Qt::TextAlignmentRole)
        return int((index.column() == 0 ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    if (role == TypeRole)
        return int(row.sum ? Type::BodyName : index.column() == 2 ? Type::BodyValue : Type::Body);
    if (role == TokenRole && index.column() == 5 && row.counts.rejected > 0)
        return int(Ink::Amber);
    if (role == IconRole && index.column() == 0 && !row.sum)
        return row.icon;
    if (role != Qt::DisplayRole)
        return {};
    if (index.column() == 0)
        return row.kind;
    return QLocale().toString(static_cast<qlonglong>(counts[index.column() - 1]));
}

QVariant CountsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((section == 0 ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    const QString titles[] = {tr("Record"),  tr("Rows read"), tr("New"),
                              tr("Changed"), tr("Unchanged"), tr("Kept aside")};
    return titles[section];
}

void RejectsModel::setReport(const domain::ImportReport &report)
{
    setRows(report.rejects, std::equal_to<>());
}

int RejectsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : 4;
}

QVariant RejectsModel::data(const QModelIndex &index, int role) const
{
    const domain::RejectedRow &row = m_rows[static_cast<std::size_t>(index.row())];
    if (role == TokenRole)
        return int(index.column() == 2 ? Ink::Text : Ink::Text2);
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case 0:
        return placeText(row.place);
    case 1:
        return fromUtf8(row.place.field);
    case 2:
        return fromUtf8(row.reason);
    default:
        return fromUtf8(row.raw).left(longestCell).simplified();
    }
}

QVariant RejectsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    const QString titles[] = {tr("Place"), tr("Column"), tr("Why it was refused"), tr("The row")};
    return titles[section];
}

ImportReportView::ImportReportView(QWidget *parent)
    : QWidget(parent)
    , m_counts(new CountsModel(this))
    , m_rejects(new RejectsModel(this))
    , m_countsTable(new Table(tr("Counts by kind of record"), this))
    , m_rejectsTable(new Table(tr("Rows kept aside"), this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_countsTable->setModel(m_counts);
    m_countsTable->setRowHeight(countsRow);
    m_countsTable->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_countsTable->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_rejectsTable->setModel(m_rejects);
    m_rejectsTable->setRowHeight(look::height::timelineRow);
    m_rejectsTable->horizontalHeader()->setStretchLastSection(true);
    m_rejectsTable->setColumnWidth(0, 180);
    m_rejectsTable->setColumnWidth(1, 110);
    m_rejectsTable->setColumnWidth(2, 320);
    layout->addWidget(m_countsTable);
    layout->addSpacing(space::xl + headHeight);
    layout->addWidget(m_rejectsTable, 1);
}

void ImportReportView::setReport(const domain::ImportReport &report)
{
    m_counts->setReport(report);
    m_rejects->setReport(report);
    m_countsTable->setFixedHeight(look::height::tableHead + countsRow * m_counts->rowCount() + 1);
    const auto refused = static_cast<int>(refusedRows(report));
    m_rejectsHead = refused == 0 ? tr("No row was refused.")
                    : static_cast<std::size_t>(refused) > report.rejects.size()
                        ? tr("%1 rows are kept aside for repair; the first %2:")
                              .arg(refused)
                              .arg(report.rejects.size())
                        : tr("%n row(s) kept aside for repair; the rest goes in", nullptr, refused);
    m_rejectsTable->setVisible(!report.rejects.empty());
    update();
}

void ImportReportView::paintEvent(QPaintEvent *)
{
    const Tokens &t = tokensFor(palette());
    QPainter painter(this);
    TextPainter once(1);
    const qreal top = m_countsTable->geometry().bottom() + space::xl;
    once.draw(painter, QRectF(space::s, top, width() - 2 * space::s, headHeight), m_rejectsHead,
              {Type::DenseHead, t.text});
}

} // namespace topline::pages
