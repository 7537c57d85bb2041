#include "ui/pages/account_stages.h"

#include "ui/text/account_names.h"

#include <QPainter>

#include <array>
#include <optional>

namespace topline::pages {

using namespace look;
using domain::LifecycleStage;

namespace {

constexpr int tall = 52;
constexpr qreal gap = 2;

constexpr std::array stages{LifecycleStage::Lead,          LifecycleStage::MarketingQualified,
                            LifecycleStage::SalesAccepted, LifecycleStage::SalesQualified,
                            LifecycleStage::Opportunity,   LifecycleStage::Customer};

std::optional<base::UtcMs> firstReached(const domain::Lifecycle &lifecycle, LifecycleStage stage)
{
    for (const domain::LifecycleStep &step : lifecycle.steps) {
        if (step.stage == stage)
            return step.atMs;
    }
    return std::nullopt;
}

} // namespace

AccountStages::AccountStages(QWidget *parent)
    : QWidget(parent)
{
    setFixedHeight(tall);
}

QString AccountStages::sinceText(const domain::Lifecycle &lifecycle, const ui::text::Format &format)
{
    const auto at = firstReached(lifecycle, lifecycle.stage);
    return at ? tr("since %1").arg(format.date(*at)) : QString();
}

void AccountStages::setLifecycle(const domain::Lifecycle &lifecycle, const ui::text::Format &format)
{
    m_now = lifecycle.stage;
    m_steps.clear();
    QStringList spoken;
    for (const LifecycleStage stage : stages) {
        const auto at = firstReached(lifecycle, stage);
        Step step{stage, ui::text::lifecycleText(stage),
                  at ? format.date(*at) : ui::text::Format::missing(), at.has_value()};
        spoken << (at ? tr("%1 first on %2")
                            .arg(ui::text::lifecycleLongText(stage), format.dateTime(*at))
                      : tr("%1 at no known time").arg(ui::text::lifecycleLongText(stage)));
        m_steps.push_back(std::move(step));
    }
    setAccessibleName(tr("Stage: %1").arg(ui::text::lifecycleLongText(m_now)));
    setAccessibleDescription(spoken.join(QStringLiteral("; ")));
    setToolTip(spoken.join(QLatin1Char('\n')));
    update();
}

void AccountStages::paintEvent(QPaintEvent *)
{
    if (m_steps.isEmpty())
        return;
    const Tokens &t = tokensFor(palette());
    QPainter painter(this);
    mirrorIfRightToLeft(painter, *this);
    const auto count = static_cast<qreal>(m_steps.size());
    const qreal each = (width() - 2.0 * space::l - gap * (count - 1)) / count;
    qreal x = space::l;
    for (const Step &step : m_steps) {
        const bool here = step.stage == m_now;
        fillCrisp(painter, {x, 0, each, qreal(height::track)},
                  step.stage > m_now     ? t.well
                  : here || step.isKnown ? t.series
                                         : t.band); // passed, nobody knows when
        m_text.draw(painter, {x, 10, each - space::xs, 16}, step.name,
                    {here ? Type::DenseValue : Type::Dense, here ? t.text : t.text2});
        m_text.draw(painter, {x, 26, each - space::xs, 16}, step.when, {Type::Meta, t.text3});
        x += each + gap;
    }
}

} // namespace topline::pages
