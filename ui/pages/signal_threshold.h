// One threshold of a detector: its label, a field in the unit that people read, the default and the
// limits below it, and a button back to the default. Part of the inspector of a detector, GUI
// thread. What cannot be used is told in place of the limits and stays as it was typed.
#pragma once

#include "core/domain/detector_view.h"
#include "ui/pages/signal_draft.h"

#include <QLocale>
#include <QWidget>

class QLabel;
class QLineEdit;

namespace topline::look {
class Button;
} // namespace topline::look

namespace topline::pages {

class SignalThreshold final : public QWidget {
    Q_OBJECT

public:
    explicit SignalThreshold(QWidget *parent = nullptr);

    // `sharedBy`: how many detectors go by this one. What is being typed stays.
    void setParameter(const domain::DetectorParameter &parameter, int sharedBy,
                      const SignalDraft &draft);

    const std::string &key() const { return m_parameter.key; }

    QLineEdit *field() const { return m_field; }

    look::Button *resetButton() const { return m_reset; }

Q_SIGNALS:
    void typed(const std::string &key, const QString &text);
    // A value by the arrow keys or by the button.
    void valueChosen(const std::string &key, std::int64_t value);
    void tryWanted();
    // Space: no number has one.
    void switchWanted();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void say(int sharedBy, const SignalDraft &draft);
    void refreshColours();

    domain::DetectorParameter m_parameter;
    std::optional<std::int64_t> m_value;
    bool m_usable = true;
    QLabel *m_label;
    QLabel *m_note;
    QLineEdit *m_field;
    QLabel *m_unit;
    look::Button *m_reset;
};

} // namespace topline::pages
