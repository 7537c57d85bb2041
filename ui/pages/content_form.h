// A form beside a table of the Drafts page: labelled fields, a line that says what is wrong, and
// Save. GUI thread. Made by the panes, which fill and read the fields.
#pragma once

#include <QWidget>

class QFormLayout;
class QHBoxLayout;
class QLabel;
class QLineEdit;
class QPlainTextEdit;

namespace topline::look {
class Button;
} // namespace topline::look

namespace topline::pages {

class ContentForm final : public QWidget {
    Q_OBJECT

public:
    explicit ContentForm(QWidget *parent = nullptr);

    QLineEdit *addLine(const QString &label, const QString &hint = {});
    QPlainTextEdit *addText(const QString &label);
    void addRow(QWidget *row);
    look::Button *addButton(const QString &text, bool isPrimary);

    // Empty hides it.
    void say(const QString &text, bool isFault);

protected:
    void changeEvent(QEvent *event) override;

private:
    void frameTexts();

    std::vector<QPlainTextEdit *> m_texts;
    QFormLayout *m_fields;
    QLabel *m_said;
    QHBoxLayout *m_buttons;
};

// "a; b" to and from a list.
QString listText(const std::vector<std::string> &texts);
std::vector<std::string> listOf(const QString &text);

} // namespace topline::pages
