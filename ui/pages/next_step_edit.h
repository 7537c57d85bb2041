// Changes the next step of a deal in place: one line with Save, opened by a key. Part of the deal
// inspector, GUI thread. Enter saves, Esc leaves everything as it was; the engine writes it back to
// the CRM and a failure is told by the shell, with what was typed still there.
#pragma once

#include "core/domain/ids.h"
#include "ui/bridge/bridge.h"

#include <QWidget>

class QLineEdit;

namespace topline::look {
class Button;
} // namespace topline::look

namespace topline::pages {

class NextStepEdit final : public QWidget {
    Q_OBJECT

public:
    explicit NextStepEdit(bridge::Bridge &bridge, QWidget *parent = nullptr);

    // What is being typed for the same deal stays.
    void setDeal(domain::DealId deal, const QString &nextStep);
    void start();

    QLineEdit *input() const { return m_input; }

Q_SIGNALS:
    void saved();
    // The line is closed again, saved or not.
    void closed();

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void save();
    void stop();

    bridge::Bridge &m_bridge;
    domain::DealId m_deal;
    QString m_nextStep;
    QLineEdit *m_input;
    look::Button *m_save;
};

} // namespace topline::pages
