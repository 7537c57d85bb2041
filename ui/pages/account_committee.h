// The buying committee as a grid of rank by department, with the roles that the stage still lacks
// below it. Part of the account's view, GUI thread. Told the committee of the deal that is looked
// at; tells the role that a person gives to somebody, and the task that a gap asks for.
#pragma once

#include "core/domain/committee.h"
#include "ui/look/paint.h"
#include "ui/text/format.h"

#include <QWidget>

namespace topline::look {
class Button;
} // namespace topline::look

namespace topline::pages {

class CommitteeCell;

class AccountCommittee final : public QWidget {
    Q_OBJECT

public:
    explicit AccountCommittee(QWidget *parent = nullptr);

    void setCommittee(const domain::Committee &committee, const ui::text::Format &format);

    // Opens the menu of roles of the person that has the focus, or takes the focus to the first.
    void editRole();

    const QVector<CommitteeCell *> &cells() const { return m_cells; }

    bool hasHeightForWidth() const override { return true; }

    int heightForWidth(int width) const override;
    QSize sizeHint() const override;

Q_SIGNALS:
    void roleChosen(topline::domain::ContactId contact, topline::domain::BuyingRole role);
    void taskWanted(const QString &subject);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Band {
        domain::Seniority rank = domain::Seniority::Unknown;
        bool isMissing = false;
        int top = 0;
        int height = 0;
    };

    struct Place {
        QVector<domain::Department> columns; // the last may stand for all others
        QVector<int> shares;                 // cells side by side in each column
        bool hasOthers = false;
        QVector<Band> bands;
        QVector<QRect> cells; // as m_cells
        int bottom = 0;
    };

    Place placeFor(int width) const;
    void shareOut(Place &place, int width) const;
    int columnOf(const Place &place, const domain::Persona &persona) const;
    QRect cellRect(const Place &place, int width, int slot, int top) const;
    int firstSlot(const Place &place, int column) const;
    int people() const;
    void placeMissing(Place &place, int width, int first) const;
    void rebuild();
    void openMenu(CommitteeCell *cell);
    void openRoles(CommitteeCell *cell);
    void openTasks(CommitteeCell *cell);

    domain::Committee m_committee;
    ui::text::Format m_format;
    bool m_showsAll = false;
    Place m_place;
    QVector<CommitteeCell *> m_cells;
    look::Button *m_more;
    look::TextPainter m_text{24};
};

} // namespace topline::pages
