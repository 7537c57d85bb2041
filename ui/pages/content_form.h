// A form beside a table of the Drafts page: labelled fields, a line that says what is wrong, and
// Save. GUI thread. Made by the panes, which fill and read the fields.
#pragma once

#include <QWidget>

#include <string>
#include <vector>

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

    // What the form is about now: "New content".
    void setHead(const QString &text);
    QLineEdit *addLine(const QString &label, const QString &hint = {});
    QPlainTextEdit *addText(const QString &label);
    // A paragraph between the fields.
    QLabel *addWords(const QString &text);
    void addRow(QWidget *row);
    look::Button *addButton(const QString &text, bool isPrimary);

    // Empty hides it.
    void say(const QString &text, bool isFault);

private:
    QLabel *m_head;
    QFormLayout *m_fields;
    QLabel *m_said;
    QHBoxLayout *m_buttons;
};

// "a; b" to and from a list.
QString listText(const std::vector<std::string> &texts);
std::vector<std::string> listOf(const QString &text);

} // namespace topline::pages
