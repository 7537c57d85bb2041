// One column of a form: fields under their names, texts, words. The one builder of the forms that
// sign in and of the settings dialogs; GUI thread. Secrets are typed into password fields; whoever
// owns the form clears them with clearSecret().
#pragma once

#include <QString>
#include <QStringList>
#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QVBoxLayout;

namespace topline::pages {

class FormColumn final : public QWidget {
    Q_OBJECT

public:
    // Fields are at most as wide as the first, words as the second.
    FormColumn(int fieldWidth, int wordsWidth, QWidget *parent = nullptr);

    QLineEdit *addField(const QString &name, const QString &hint = {});
    QLineEdit *addSecret(const QString &name, const QString &hint = {});
    QPlainTextEdit *addText(const QString &name);
    QComboBox *addChoice(const QString &name, const QStringList &choices);
    void addHead(const QString &name);
    QLabel *addWords(const QString &text);
    void addWidget(QWidget *widget);
    void addGap(int height);
    void addStretch();

    // A field goes together with its name.
    static void setFieldVisible(QWidget *field, bool isVisible);

Q_SIGNALS:
    void changed(); // something was entered or chosen
    void entered(); // Enter in a field

private:
    void addUnder(const QString &name, QWidget *field);

    int m_fieldWidth;
    int m_wordsWidth;
    QVBoxLayout *m_layout;
};

// Leaves nothing of it, neither to see nor to undo.
void clearSecret(QLineEdit *field);

} // namespace topline::pages
