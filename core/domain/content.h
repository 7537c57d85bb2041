// What drafts are made with: fields that a template may name, snippets, and content to send along.
// Shown by editors, kept by the store, ranked by the engine. Plain values, any thread.
#pragma once

#include "core/base/error.h"
#include "core/base/time.h"
#include "core/base/uuid.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace topline::domain {

enum class FieldForm { Text, Number, Amount, Date, Time };

// One row of the table of fields; its meaning is told in ui/text.
struct TemplateField {
    std::string_view name;
    FieldForm form = FieldForm::Text;
    std::string_view example;
};

// A named text of the user: {{snippet:name}} in templates, and inserted by hand.
struct Snippet {
    std::string name; // unique; without braces
    std::string text; // a template itself
    base::UtcMs changedMs = 0;
    bool operator==(const Snippet &) const = default;
};

// What a piece of content is meant for; an empty list means any.
struct ContentTags {
    std::vector<std::string> stages; // names of stages
    std::vector<std::string> industries;
    std::vector<std::string> personas;   // words of a person's title
    std::vector<std::string> objections; // words that a buyer uses
    std::vector<std::string> sizes;      // "1-50", "51-500", "501-"
    bool operator==(const ContentTags &) const = default;
};

// A link or a text worth sending: a case study, a comparison, a price list.
struct ContentAsset {
    base::Uuid id;
    std::string title; // unique
    std::string url;   // https; empty for a text
    std::string text;  // empty for a link
    ContentTags tags;
    bool isRetired = false; // kept for its counts, no longer suggested
    base::UtcMs addedMs = 0;
    bool operator==(const ContentAsset &) const = default;
};

// Counted from what was sent with it and what came of that.
struct ContentCounts {
    std::int64_t uses = 0; // sent actions
    std::int64_t replies = 0;
    std::int64_t won = 0;
    bool operator==(const ContentCounts &) const = default;
};

struct ContentRow {
    ContentAsset asset;
    ContentCounts counts;
};

// One asset as it is proposed for a draft, with the reasons.
struct ContentSuggestion {
    ContentRow row;
    std::vector<std::string> matched; // "stage: Proposal", "industry: Logistics"
    bool isNew = false;               // added in the last 14 days
    double replyLift = 0;             // smoothed, over all content; 0 without uses
};

// Something in a draft that keeps it from leaving, with its place.
struct DraftFault {
    std::string field;     // "to", "subject", "body"
    std::size_t begin = 0; // bytes; the whole field where length is 0
    std::size_t length = 0;
    base::Error error;
    std::string host; // that a person could allow; empty where it is no unknown link
};

// A value that a draft used, and whose it is.
struct DraftFact {
    std::string field;
    std::string value;
    std::string source; // a system ("hubspot"), "file", "play", "events", "model"
    bool operator==(const DraftFact &) const = default;
};

// What stands beside a draft while it is looked at or edited.
struct DraftHelp {
    base::Uuid action;
    std::vector<DraftFact> facts;
    std::vector<DraftFault> faults;
    std::vector<ContentSuggestion> suggestions; // at most three
    std::vector<Snippet> snippets;              // with their fields filled in, by name
    std::string modelName;                      // of the model that may be asked; empty: none
    bool isModelAgreed = false;                 // a person has looked at what is sent to this one
    bool isWrittenByModel = false;
};

// Everything that drafts are made with.
struct Shelf {
    std::vector<Snippet> snippets;      // by name
    std::vector<ContentRow> content;    // by title
    std::vector<TemplateField> fields;  // by name
    std::vector<std::string> linkHosts; // that a draft's links may lead to, ascending
};

struct ContentImport {
    std::int64_t added = 0;
    std::int64_t changed = 0;
    std::int64_t same = 0;
    std::vector<base::Error> faults; // with line and column; these rows were left out
};

} // namespace topline::domain
