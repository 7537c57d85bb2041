// The pane of the Drafts page about the language model: whether one is used, where it is asked, its
// key, and what it may do. Sends changes to the engine; a refusal stays in the form with its
// reason. GUI thread.
#pragma once

#include "core/domain/assist.h"
#include "ui/shell/page.h"

#include <QWidget>

class QCheckBox;
class QLabel;
class QLineEdit;

namespace topline::look {
class Button;
} // namespace topline::look

namespace topline::pages {

class ContentForm;

class ModelPane final : public QWidget {
    Q_OBJECT

public:
    explicit ModelPane(const shell::PageContext &context);

    void load();
    void takeFocus();

private:
    void show(const domain::AssistView &view);
    void save();
    void saveKey();

    shell::PageContext m_context;
    domain::AssistView m_view;
    QCheckBox *m_on;
    QLineEdit *m_url;
    QLineEdit *m_model;
    QLineEdit *m_language;
    QLineEdit *m_tone;
    QLineEdit *m_key;
    QLabel *m_keyState;
    look::Button *m_forget;
    ContentForm *m_form;
};

} // namespace topline::pages
