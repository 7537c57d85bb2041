// The rows of the Plays page as its lists show them: plays, steps, runs, versions and what a dry
// run found, each with its key, its two lines and its sentence for screen readers. Built on the GUI
// thread; pure, cannot fail. What people wrote stays plain text.
#pragma once

#include "core/domain/play_view.h"
#include "ui/pages/keyed_model.h"
#include "ui/pages/two_line_delegate.h"
#include "ui/text/format.h"

#include <QString>

#include <vector>

namespace topline::pages {

struct PlayLine {
    QString id;
    TwoLines face;
    QString spoken;

    const QString &key() const { return id; }

    const QString &text() const { return spoken; }

    bool operator==(const PlayLine &other) const;
};

using PlayLines = KeyedModel<PlayLine>;

look::Icon iconOf(domain::ActionKind kind);

std::vector<PlayLine> playLines(const domain::PlaysView &view, const ui::text::Format &format);
std::vector<PlayLine> stepLines(const domain::Play &play);
// Of one play, or of all when `playId` is empty.
std::vector<PlayLine> runLines(const domain::PlaysView &view, const std::string &playId,
                               const ui::text::Format &format);
std::vector<PlayLine> versionLines(const domain::PlayHistory &history,
                                   const ui::text::Format &format);
std::vector<PlayLine> trialLines(const domain::PlayTrial &trial, const ui::text::Format &format);

} // namespace topline::pages
