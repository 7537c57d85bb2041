// A form of the Guardrails page: labelled fields in one column, what is wrong with a value beside
// it as soon as it is typed, Save and Cancel. Made by the page, filled by guard_limits_form,
// guard_hours_form and guard_seat_form; GUI thread. Enter saves, Esc leaves it.
#pragma once

#include <QMap>
#include <QVector>
#include <QWidget>

#include <utility>

class QGridLayout;
class QLabel;

namespace topline::look {
class Button;
} // namespace topline::look

namespace topline::pages {

class GuardForm : public QWidget {
    Q_OBJECT

public:
    explicit GuardForm(QWidget *parent = nullptr);

    void addHead(const QString &text);
    void addLine(const QString &key, const QString &label, const QString &unit = {},
                 int width = 96);
    void addSwitch(const QString &key, const QString &label);
    // Values with their texts.
    void addChoice(const QString &key, const QString &label,
                   const QVector<std::pair<QString, QString>> &options);
    // Below everything that was added.
    void addButtons(const QString &save);

    // Of a switch "1" or "0".
    QString value(const QString &key) const;
    void setValue(const QString &key, const QString &value);
    void setEnabled(const QString &key, bool enabled);
    using QWidget::setEnabled;

    // Empty: nothing is wrong with it. Save is only offered while nothing is.
    void setFault(const QString &key, const QString &text);
    void clearFaults();
    bool isSound() const;
    QString fault(const QString &key) const;
    // What came back from the engine, and concerns no single field.
    void say(const QString &text);
    void focusFirst();
    void focusFault();

Q_SIGNALS:
    void edited();
    void saved();
    void left();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    struct Field {
        QWidget *input = nullptr;
        QLabel *fault = nullptr;
    };

    void addField(const QString &key, const QString &label, QWidget *input, const QString &unit);
    void inkFaults();
    void trySave();

    QGridLayout *m_grid;
    QMap<QString, Field> m_fields;
    QVector<QString> m_order;
    QLabel *m_said = nullptr;
    look::Button *m_save = nullptr;
};

} // namespace topline::pages
