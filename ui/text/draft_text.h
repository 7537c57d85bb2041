// Words for drafts: whose value a fact is, what a field of templates means, what a language model's
// text lost. Used by pages and the terminal program. Pure but for the language in force.
#pragma once

#include "core/domain/assist.h"
#include "core/domain/content.h"

#include <QString>

namespace topline::ui::text {

// "first name of the person: Dana (HubSpot)".
QString draftFactText(const domain::DraftFact &fact);

// What {{name}} stands for; the name itself where it is not known.
QString mergeFieldText(const std::string &name);

// A template as a person reads it: "Hi [first name of the person, or “there”]".
QString templateWords(const QString &source);

// "a link: https://…".
QString removedPartText(const domain::RemovedPart &part);

// "stage: Proposal · new · replied 3 of 12".
QString suggestionText(const domain::ContentSuggestion &suggestion);

// What an unknown link or gap means for the person who writes, with its place.
QString draftFaultText(const domain::DraftFault &fault);

} // namespace topline::ui::text
