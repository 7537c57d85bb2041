// The strip at the foot of the inspector while something is changed and not saved: how far it is
// (to be tried, being tried, what came of it), and the buttons that try, save and take it back.
// GUI thread; the page commands.
#pragma once

#include "ui/pages/signal_draft.h"
#include "ui/text/format.h"

#include <QWidget>

class QLabel;

namespace topline::look {
class Button;
} // namespace topline::look

namespace topline::pages {

class SignalFoot final : public QWidget {
    Q_OBJECT

public:
    explicit SignalFoot(QWidget *parent = nullptr);

    // Speaks of the detector in front when it is among those that differ.
    void setDraft(const SignalDraft &draft, bool isSaving, domain::SignalType front,
                  const ui::text::Format &format);
    void setKeys(const QString &tries, const QString &saves, const QString &cancels);

    look::Button *tryButton() const { return m_try; }

    look::Button *saveButton() const { return m_save; }

    look::Button *cancelButton() const { return m_cancel; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QLabel *m_state;
    QLabel *m_what;
    look::Button *m_try;
    look::Button *m_save;
    look::Button *m_cancel;
};

} // namespace topline::pages
