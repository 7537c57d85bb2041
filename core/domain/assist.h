// A language model of the user's choice, as far as others see it: the settings of the workspace,
// what is sent, and what became of an answer. Made by core/assist and the engine, shown by ui.
// Plain values, any thread. The key is in the keychain and never part of these.
#pragma once

#include "core/base/time.h"
#include "core/base/uuid.h"
#include "core/domain/action.h"

#include <cstdint>
#include <string>
#include <vector>

namespace topline::domain {

struct AssistSettings {
    bool isOn = false;    // by this workspace's own choice
    std::string baseUrl;  // "https://host/v1"; plain http only to this computer
    std::string model;    // as the endpoint names it
    std::string language; // that drafts are written in; empty: the draft's own
    std::string tone;     // a sentence of the user; may be empty
    std::string shownFor; // the endpoint and model whose request a person has looked at
    std::int64_t timeoutMs = 60 * base::secondMs;
    bool operator==(const AssistSettings &) const = default;

    // What a person agrees to when they have seen what is sent.
    std::string endpoint() const { return baseUrl + " " + model; }
};

// A word that stands for a value: the model sees the first, the draft gets the second.
struct ModelWord {
    std::string placeholder; // "[[PERSON]]"
    std::string value;
    bool isNeeded = false; // an answer without it is refused
    bool operator==(const ModelWord &) const = default;
};

// One request, before it is sent. The same facts give the same bytes.
struct ModelRequest {
    std::string host;
    std::string model;
    std::string system; // what the model is told to do
    std::string user;   // facts and texts, with placeholders
    std::string body;   // the exact bytes
    std::string bodySha256;
    std::vector<ModelWord> words;   // ascending by placeholder; values stay here
    std::vector<std::string> links; // that the draft had; no others come in
};

// Something that the model wrote and that did not get into the draft.
struct RemovedPart {
    std::string
        what; // "link", "address", "number", "amount", "heading", "markup", "hidden", "field"
    std::string text;
    bool operator==(const RemovedPart &) const = default;
};

struct ModelText {
    std::string body;
    std::vector<RemovedPart> removed;
};

// A request that was made and what came of it; kept as a fact.
struct ModelRun {
    base::Uuid id;
    base::Uuid action;
    base::UtcMs atMs = 0;
    std::string host;
    std::string model;
    std::string request; // the body
    std::string requestSha256;
    std::string answer;   // as it came, at most 64 KiB; empty when there was none
    std::string failure;  // in words; empty when the text was taken over
    bool isTaken = false; // it became the draft's text
    bool operator==(const ModelRun &) const = default;
};

struct ModelDraft {
    Draft draft;
    std::vector<RemovedPart> removed;
    ModelRun run;
};

struct AssistView {
    AssistSettings settings;
    bool hasKey = false;
    bool isKeyLasting = true; // false: kept in memory only, until the program ends
    std::string fault;        // why it cannot be used as set; empty when it can
};

} // namespace topline::domain
