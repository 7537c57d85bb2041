// The figures of an account in a strip: score, fit, engagement, stage, and of the deal that is
// looked at its probability and risk. Read-only; each is spoken with what it stands on. Part of the
// account's view, GUI thread.
#pragma once

#include "core/domain/account_view.h"
#include "ui/look/paint.h"
#include "ui/text/format.h"

#include <QVector>
#include <QWidget>

#include <optional>

namespace topline::pages {

class AccountTile final : public QWidget {
    Q_OBJECT

public:
    explicit AccountTile(QWidget *parent = nullptr);

    void setFigure(const QString &title, const QString &value, const QString &foot);
    // A chip after the value; empty: none.
    void setTier(const QString &tier, bool boxed);
    void setRisk(std::optional<int> risk);
    void setLast(bool last);

    QSize sizeHint() const override { return {176, look::height::ledgerTile}; }

    QSize minimumSizeHint() const override { return {96, look::height::ledgerTile}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_title;
    QString m_value;
    QString m_foot;
    QString m_tier;
    bool m_boxed = false;
    std::optional<int> m_risk;
    bool m_last = false;
    look::TextPainter m_text{8};
};

class AccountTiles final : public QWidget {
    Q_OBJECT

public:
    explicit AccountTiles(QWidget *parent = nullptr);

    // `deal` is the one that is looked at; nullptr without any.
    void setView(const domain::AccountView &view, const domain::AccountDeal *deal,
                 const ui::text::Format &format);

private:
    void setScores(const domain::AccountView &view, const ui::text::Format &format);
    void setDeal(const domain::AccountDeal *deal, const ui::text::Format &format);

    QVector<AccountTile *> m_tiles;
};

} // namespace topline::pages
