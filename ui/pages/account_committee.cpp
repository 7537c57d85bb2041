#include "ui/pages/account_committee.h"

#include "ui/look/button.h"
#include "ui/pages/account_committee_cell.h"
#include "ui/text/account_names.h"

#include <QPainter>
#include <QStyle>

#include <algorithm>
#include <array>
#include <map>
#include <numeric>
#include <utility>

namespace topline::pages {

using namespace look;
using domain::Department;
using domain::Seniority;

namespace {

constexpr int headTall = 24;
constexpr int footTall = 28; // the legend, and the button that shows everybody
constexpr int bandGap = 6;   // above and below the cells of a band
constexpr int cellGap = 6;
constexpr int rankWide = 64;
constexpr int columnLeast = 110;
constexpr int cellMost = 128;
constexpr std::size_t membersMost = 8;

constexpr std::array ranks{Seniority::Chief,   Seniority::VicePresident, Seniority::Director,
                           Seniority::Manager, Seniority::Individual,    Seniority::Unknown};

// In the enumeration's order, what is not known last.
bool comesBefore(Department a, Department b)
{
    if ((a == Department::Unknown) != (b == Department::Unknown))
        return b == Department::Unknown;
    return a < b;
}

} // namespace

AccountCommittee::AccountCommittee(QWidget *parent)
    : QWidget(parent)
    , m_format(QLocale(), {}, 0)
    , m_more(new Button(Button::Kind::Plain, QString(), this))
{
    setAccessibleName(tr("Committee"));
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    m_more->setSmall(true);
    m_more->hide();
    connect(m_more, &QAbstractButton::clicked, this, [this] {
        m_showsAll = !m_showsAll;
        rebuild();
    });
}

void AccountCommittee::setCommittee(const domain::Committee &committee,
                                    const ui::text::Format &format)
{
    m_committee = committee;
    m_format = format;
    rebuild();
}

// Cells are kept, so that the focus stays where it is while figures move.
void AccountCommittee::rebuild()
{
    const std::size_t all = m_committee.members.size();
    const std::size_t shown = m_showsAll ? all : std::min(all, membersMost);
    const auto wanted = static_cast<qsizetype>(shown + m_committee.missing.size());
    while (m_cells.size() > wanted)
        m_cells.takeLast()->deleteLater();
    while (m_cells.size() < wanted) {
        auto *cell = new CommitteeCell(this);
        connect(cell, &QAbstractButton::clicked, this, [this, cell] { openMenu(cell); });
        connect(cell, &CommitteeCell::stepWanted, this, [this, cell](int step) {
            const qsizetype at = m_cells.indexOf(cell) + step;
            if (at >= 0 && at < m_cells.size())
                m_cells[at]->setFocus(Qt::TabFocusReason);
        });
        cell->show();
        m_cells.push_back(cell);
    }
    for (std::size_t i = 0; i < shown; ++i)
        m_cells[static_cast<qsizetype>(i)]->setMember(m_committee.members[i], m_format);
    for (std::size_t i = 0; i < m_committee.missing.size(); ++i)
        m_cells[static_cast<qsizetype>(shown + i)]->setMissing(m_committee.missing[i]);
    m_more->setVisible(all > membersMost);
    m_more->setText(m_showsAll ? tr("Show the %1 most engaged").arg(membersMost)
                               : tr("Show %n more", nullptr, static_cast<int>(all - shown)));
    updateGeometry();
    resizeEvent(nullptr);
    update();
}

int AccountCommittee::people() const
{
    return static_cast<int>(m_cells.size()) - static_cast<int>(m_committee.missing.size());
}

int AccountCommittee::columnOf(const Place &place, const domain::Persona &persona) const
{
    const qsizetype found = place.columns.indexOf(persona.department);
    const qsizetype last = place.columns.size() - 1;
    return static_cast<int>(found < 0 ? last : found);
}

int AccountCommittee::firstSlot(const Place &place, int column) const
{
    return std::accumulate(place.shares.cbegin(), place.shares.cbegin() + column, 0);
}

QRect AccountCommittee::cellRect(const Place &place, int width, int slot, int top) const
{
    const int count = std::max(1, firstSlot(place, static_cast<int>(place.shares.size())));
    const int room = width - 2 * space::l - rankWide;
    const int each = std::min(room / count, cellMost + cellGap);
    return {space::l + rankWide + slot * each, top, each - cellGap, CommitteeCell::tall};
}

// Every department has a place; what room is left goes to where most people stand in one band.
void AccountCommittee::shareOut(Place &place, int width) const
{
    int spare = std::max(1, (width - 2 * space::l - rankWide) / columnLeast);
    if (place.columns.size() > spare) {
        place.columns.resize(spare);
        place.hasOthers = true;
    }
    place.shares.fill(1, place.columns.size());
    spare -= static_cast<int>(place.columns.size());
    std::map<std::pair<Seniority, int>, int> crowds;
    for (int i = 0; i < people(); ++i) {
        const domain::Persona &persona = m_cells[i]->member()->persona;
        ++crowds[{persona.seniority, columnOf(place, persona)}];
    }
    for (; spare > 0; --spare) {
        int most = 1;
        int where = -1;
        for (const auto &[at, count] : crowds) {
            const int rows = (count + place.shares[at.second] - 1) / place.shares[at.second];
            if (rows > most) {
                most = rows;
                where = at.second;
            }
        }
        if (where < 0)
            break;
        ++place.shares[where];
    }
}

AccountCommittee::Place AccountCommittee::placeFor(int width) const
{
    Place place;
    for (int i = 0; i < people(); ++i) {
        const Department department = m_cells[i]->member()->persona.department;
        if (!place.columns.contains(department))
            place.columns.push_back(department);
    }
    std::sort(place.columns.begin(), place.columns.end(), comesBefore);
    shareOut(place, width);
    place.cells.resize(m_cells.size());
    int top = people() > 0 ? headTall : 0;
    for (const Seniority rank : ranks) {
        std::map<int, int> before; // people so far, per column
        int highest = 0;
        for (int i = 0; i < people(); ++i) {
            const domain::Persona &persona = m_cells[i]->member()->persona;
            if (persona.seniority != rank)
                continue;
            const int column = columnOf(place, persona);
            const int at = before[column]++;
            const int row = at / place.shares[column];
            place.cells[i] =
                cellRect(place, width, firstSlot(place, column) + at % place.shares[column],
                         top + bandGap + row * (CommitteeCell::tall + cellGap));
            highest = std::max(highest, row + 1);
        }
        if (highest == 0)
            continue;
        const int tall = 2 * bandGap + highest * CommitteeCell::tall + (highest - 1) * cellGap;
        place.bands.push_back({rank, false, top, tall});
        top += tall;
    }
    place.bottom = top;
    placeMissing(place, width, people());
    return place;
}

void AccountCommittee::placeMissing(Place &place, int width, int first) const
{
    if (first == m_cells.size())
        return;
    const int room = width - 2 * space::l - rankWide;
    const int inRow = std::clamp(static_cast<int>(m_committee.missing.size()), 1,
                                 std::max(1, room / columnLeast));
    const int wide = std::min(room / inRow, cellMost + cellGap) - cellGap;
    int highest = 0;
    for (qsizetype i = first; i < m_cells.size(); ++i) {
        const int at = static_cast<int>(i) - first;
        const int row = at / inRow;
        place.cells[i] = {space::l + rankWide + at % inRow * (wide + cellGap),
                          place.bottom + bandGap + row * (CommitteeCell::tall + cellGap), wide,
                          CommitteeCell::tall};
        highest = std::max(highest, row + 1);
    }
    const int tall = 2 * bandGap + highest * CommitteeCell::tall + (highest - 1) * cellGap;
    place.bands.push_back({Seniority::Unknown, true, place.bottom, tall});
    place.bottom += tall;
}

int AccountCommittee::heightForWidth(int width) const
{
    return placeFor(width).bottom + (people() > 0 ? footTall : 0);
}

QSize AccountCommittee::sizeHint() const
{
    return {400, heightForWidth(std::max(400, width()))};
}

void AccountCommittee::resizeEvent(QResizeEvent *)
{
    m_place = placeFor(width());
    for (qsizetype i = 0; i < m_cells.size(); ++i)
        m_cells[i]->setGeometry(QStyle::visualRect(layoutDirection(), rect(), m_place.cells[i]));
    const QSize size = m_more->sizeHint();
    m_more->setGeometry(QStyle::visualRect(layoutDirection(), rect(),
                                           {QPoint(space::s, m_place.bottom + 2), size}));
}

void AccountCommittee::paintEvent(QPaintEvent *)
{
    const Tokens &t = tokensFor(palette());
    QPainter painter(this);
    mirrorIfRightToLeft(painter, *this);
    const qreal right = width() - space::l;
    for (qsizetype i = 0; i < m_place.columns.size(); ++i) {
        const bool others = m_place.hasOthers && i + 1 == m_place.columns.size();
        const QRect cell = cellRect(m_place, width(), firstSlot(m_place, static_cast<int>(i)), 0);
        m_text.draw(painter, {qreal(cell.left()) + space::s, 0, cell.width() - 4.0, headTall},
                    others ? tr("Others") : ui::text::departmentText(m_place.columns[i]),
                    {Type::Meta, t.text3});
    }
    if (people() > 0) {
        const qreal left = m_more->isHidden() ? space::l : m_more->width() + space::l;
        m_text.draw(painter, {left, qreal(m_place.bottom), right - left, footTall},
                    tr("bar: engagement, half-life 30 d · “?”: suggested by the title"),
                    {Type::Meta, t.text3, Qt::AlignRight});
    }
    for (const Band &band : m_place.bands) {
        if (band.top > 0)
            hLine(painter, space::l, right, band.top, t.line);
        m_text.draw(
            painter,
            {space::l, qreal(band.top), rankWide - 4.0, qreal(2 * bandGap + CommitteeCell::tall)},
            band.isMissing ? tr("Missing") : ui::text::seniorityText(band.rank),
            {Type::Meta, band.isMissing ? t.amberText : t.text3});
    }
}

} // namespace topline::pages
