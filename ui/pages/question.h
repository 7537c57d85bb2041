// The small window that asks before a step with consequences: a heading, room for what is asked,
// and a foot with Cancel and the answer. Made by the functions that ask, GUI thread; it deletes
// itself when it closes, and whoever makes it fills, opens and connects it.
#pragma once

#include "ui/look/tokens.h"

#include <QDialog>
#include <QLabel>
#include <QString>
#include <QVBoxLayout>

namespace topline::look {
class Button;
} // namespace topline::look

namespace topline::pages {

struct Question {
    QDialog *dialog;
    QVBoxLayout *body;
    look::Button *cancel;
    look::Button *yes; // accepts
};

Question makeQuestion(const QString &title, const QString &answer, QWidget *parent);

// A paragraph of it, plain text that wraps.
QLabel *questionWords(const QString &text, look::Type type,
                      QPalette::ColorRole role = QPalette::Text);

} // namespace topline::pages
