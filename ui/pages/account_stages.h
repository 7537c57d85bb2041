// How far an account has come: the stages of qualification with the moment each was first reached.
// Painted, read-only; spoken as one text. Part of the account's view, GUI thread.
#pragma once

#include "core/domain/lifecycle.h"
#include "ui/look/paint.h"
#include "ui/text/format.h"

#include <QWidget>

namespace topline::pages {

class AccountStages final : public QWidget {
    Q_OBJECT

public:
    explicit AccountStages(QWidget *parent = nullptr);

    void setLifecycle(const domain::Lifecycle &lifecycle, const ui::text::Format &format);

    // When it came to where it is; empty when that is not known.
    static QString sinceText(const domain::Lifecycle &lifecycle, const ui::text::Format &format);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    struct Step {
        domain::LifecycleStage stage = domain::LifecycleStage::Lead;
        QString name;
        QString when;
        bool isKnown = false; // when it was reached
    };

    QVector<Step> m_steps;
    domain::LifecycleStage m_now = domain::LifecycleStage::Lead;
    look::TextPainter m_text{24};
};

} // namespace topline::pages
