#include "ui/pages/account_tiles.h"

#include "ui/look/marks.h"
#include "ui/look/tool_tip.h"
#include "ui/pages/account_stages.h"
#include "ui/text/account_names.h"
#include "ui/text/names_text.h"
#include "ui/text/risk_text.h"

#include <QHBoxLayout>
#include <QPainter>

#include <cmath>

namespace topline::pages {

using namespace look;
using ui::text::Format;
using ui::text::fromUtf8;

namespace {

enum Place { Score, Fit, Engagement, Stage, Win, Risk, Open, PlaceCount };

} // namespace

AccountTile::AccountTile(QWidget *parent)
    : QWidget(parent)
{
    setFixedHeight(height::ledgerTile);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void AccountTile::setFigure(const QString &title, const QString &value, const QString &foot)
{
    m_title = title;
    m_value = value;
    m_foot = foot;
    QStringList spoken{title, value, m_tier, foot};
    spoken.removeAll(QString());
    setAccessibleName(spoken.join(QStringLiteral(", ")));
    setToolTip(plainToolTip(accessibleName()));
    update();
}

void AccountTile::setTier(const QString &tier, bool boxed)
{
    m_tier = tier;
    m_boxed = boxed;
}

void AccountTile::setRisk(std::optional<int> risk)
{
    m_risk = risk;
}

void AccountTile::setLast(bool last)
{
    m_last = last;
}

void AccountTile::paintEvent(QPaintEvent *)
{
    const Tokens &t = tokensFor(palette());
    QPainter painter(this);
    mirrorIfRightToLeft(painter, *this);
    const qreal left = space::l;
    const qreal right = width() - space::s;
    m_text.draw(painter, {left, 12, right - left, 16}, m_title, {Type::Dense, t.text2});
    const qreal taken =
        m_text.draw(painter, {left, 28, right - left, 28}, m_value, {Type::FigureTile, t.text});
    const qreal x = left + taken + space::s;
    if (!m_tier.isEmpty() && x + 44 <= width())
        drawTier(painter, {x, 34, 44, height::inlineChip}, m_tier, m_boxed, false, t);
    if (m_risk)
        drawRiskSteps(painter, {x, 36}, *m_risk, t);
    m_text.draw(painter, {left, 56, right - left, 16}, m_foot, {Type::Meta, t.text3});
    if (!m_last)
        vLine(painter, width() - hairline(painter), 12, QWidget::height() - 12, t.line);
}

AccountTiles::AccountTiles(QWidget *parent)
    : QWidget(parent)
{
    setAccessibleName(tr("Figures of the account"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    for (int i = 0; i < PlaceCount; ++i) {
        m_tiles.push_back(new AccountTile(this));
        m_tiles.back()->setLast(i + 1 == PlaceCount);
        row->addWidget(m_tiles.back(), 1);
    }
}

void AccountTiles::setView(const domain::AccountView &view, const domain::AccountDeal *deal,
                           const Format &format)
{
    setScores(view, format);
    setDeal(deal, format);
    const domain::AccountRow &row = view.row;
    m_tiles[Open]->setFigure(tr("Open deals"),
                             row.openAmount      ? format.moneyShort(*row.openAmount)
                             : row.openDeals > 0 ? format.number(static_cast<double>(row.openDeals))
                                                 : tr("none"),
                             row.openDeals == 0 ? tr("nothing is open")
                             : row.openAmount
                                 ? tr("%n deal(s)", nullptr, static_cast<int>(row.openDeals))
                             : row.openDeals > 1 ? tr("in several currencies, or without amounts")
                                                 : tr("without an amount"));
}

void AccountTiles::setScores(const domain::AccountView &view, const Format &format)
{
    const bool weighed = view.score.computedMs > 0;
    const auto points = [&format, weighed](std::int64_t milli) {
        return weighed ? format.number(static_cast<double>(milli) / 1e3, 1) : Format::missing();
    };
    const domain::AccountRow &row = view.row;
    m_tiles[Score]->setTier(weighed ? ui::text::tierText(row.tier) : QString(),
                            row.tier == domain::Tier::Hot);
    m_tiles[Score]->setFigure(tr("Score"), points(row.totalMilli),
                              weighed ? tr("mean of both") : tr("not weighed yet"));
    m_tiles[Fit]->setFigure(tr("Fit"), points(row.fitMilli),
                            view.profileName.empty()
                                ? tr("no profile")
                                : tr("profile %1").arg(fromUtf8(view.profileName)));
    m_tiles[Engagement]->setFigure(
        tr("Engagement"), points(row.engagementMilli),
        row.lastSeenMs ? tr("last seen %1").arg(format.ago(*row.lastSeenMs)) : tr("never seen"));
    const QString since = AccountStages::sinceText(view.lifecycle, format);
    m_tiles[Stage]->setFigure(tr("Stage"), ui::text::lifecycleText(row.stage),
                              since.isEmpty() ? ui::text::lifecycleLongText(row.stage) : since);
}

void AccountTiles::setDeal(const domain::AccountDeal *deal, const Format &format)
{
    const bool open = deal != nullptr && deal->row.kind == domain::StageKind::Open;
    const auto probability = open ? deal->row.probability : std::nullopt;
    m_tiles[Win]->setFigure(
        tr("Win probability"), probability ? format.probability(*probability) : Format::missing(),
        probability ? tr("%1 of %2 won").arg(probability->won).arg(probability->closed)
        : open      ? tr("too few closed deals")
                    : tr("no open deal"));
    const auto risk = open && deal->row.riskMilli
                          ? std::optional(static_cast<int>(
                                std::lround(static_cast<double>(*deal->row.riskMilli) / 1e3)))
                          : std::nullopt;
    m_tiles[Risk]->setRisk(risk);
    m_tiles[Risk]->setFigure(tr("Risk"), risk ? QString::number(*risk) : Format::missing(),
                             risk   ? deal->row.topRisk
                                          ? ui::text::RiskText::ruleName(*deal->row.topRisk)
                                          : tr("of 100; no warning")
                               : open ? tr("not weighed yet")
                                    : tr("no open deal"));
}

} // namespace topline::pages
