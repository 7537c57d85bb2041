// One person of a buying committee, or a role that nobody has: a button in the committee's grid.
// Enter, Space or a click asks for its menu; the arrows go on to the next cell. GUI thread.
#pragma once

#include "core/domain/committee.h"
#include "ui/look/paint.h"
#include "ui/text/format.h"

#include <QAbstractButton>

#include <optional>

namespace topline::pages {

class CommitteeCell final : public QAbstractButton {
    Q_OBJECT

public:
    static constexpr int tall = 60;

    explicit CommitteeCell(QWidget *parent = nullptr);

    void setMember(const domain::CommitteeMember &member, const ui::text::Format &format);
    void setMissing(domain::BuyingRole role);

    // Nothing for a role that nobody has.
    const std::optional<domain::CommitteeMember> &member() const { return m_member; }

    domain::BuyingRole role() const { return m_role; }

Q_SIGNALS:
    void stepWanted(int step);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool event(QEvent *event) override;

private:
    void paintMember(QPainter &painter, const QRectF &box);
    void paintMissing(QPainter &painter, const QRectF &box);

    std::optional<domain::CommitteeMember> m_member;
    domain::BuyingRole m_role = domain::BuyingRole::Unknown;
    QString m_roleText;
    QString m_points;
    QString m_ago;
    look::TextPainter m_text{8};
};

} // namespace topline::pages
