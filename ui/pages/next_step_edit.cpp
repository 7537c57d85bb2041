#include "ui/pages/next_step_edit.h"

#include "ui/look/button.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>

namespace topline::pages {

using namespace look;

NextStepEdit::NextStepEdit(bridge::Bridge &bridge, QWidget *parent)
    : QWidget(parent)
    , m_bridge(bridge)
    , m_input(new QLineEdit(this))
    , m_save(new Button(Button::Kind::Secondary, tr("Save"), this))
{
    m_input->setAccessibleName(tr("Next step"));
    m_input->setPlaceholderText(tr("What happens next, and who does it"));
    m_save->setKeyHint(tr("Enter"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(space::l, 0, space::l, space::m);
    layout->setSpacing(space::s);
    layout->addWidget(m_input, 1);
    layout->addWidget(m_save);
    connect(m_input, &QLineEdit::returnPressed, this, &NextStepEdit::save);
    connect(m_save, &Button::clicked, this, &NextStepEdit::save);
    hide();
}

void NextStepEdit::setDeal(domain::DealId deal, const QString &nextStep)
{
    const bool same = deal == m_deal;
    m_deal = deal;
    m_nextStep = nextStep;
    if (!same)
        stop();
}

void NextStepEdit::start()
{
    if (!m_deal.isSet())
        return;
    if (!isVisible())
        m_input->setText(m_nextStep);
    show();
    m_input->setFocus();
    m_input->selectAll();
}

void NextStepEdit::stop()
{
    if (isHidden())
        return;
    hide();
    Q_EMIT closed();
}

void NextStepEdit::save()
{
    const QString text = m_input->text().trimmed();
    if (text == m_nextStep) {
        stop();
        return;
    }
    domain::FieldEditRequest request;
    request.deal = m_deal;
    request.values = {{"nextStep", text.toStdString()}};
    m_bridge.cockpit().editFields(request,
                                  m_bridge.done(this, [this, text](const base::Status &status) {
                                      if (!status.ok()) {
                                          Q_EMIT m_bridge.failed(status.error());
                                          return;
                                      }
                                      m_nextStep = text;
                                      stop();
                                      Q_EMIT saved();
                                  }));
}

bool NextStepEdit::event(QEvent *event)
{
    // Esc means this line before it means the page.
    if (event->type() == QEvent::ShortcutOverride &&
        static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

void NextStepEdit::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        stop();
    else
        QWidget::keyPressEvent(event);
}

} // namespace topline::pages
