// What is sent to a language model, shown to the byte before it goes, with room for a wish; and
// what an answer lost on its way. Called by DraftPane, GUI thread; each returns at once. The text
// is asked for by the caller, once a person has said yes.
#pragma once

#include "core/domain/assist.h"
#include "ui/shell/page.h"

#include <QString>

#include <functional>

namespace topline::pages {

// `write` runs when a person sends it, with the wish; they have agreed to this endpoint then.
void askModel(const shell::PageContext &context, const base::Uuid &action, QWidget *parent,
              std::function<void(const QString &wish)> write);

// Says what was taken out of the model's text; nothing where nothing was.
QString removedWords(const std::vector<domain::RemovedPart> &removed);

} // namespace topline::pages
