// The engine's side of a language model: its settings, what would be sent for a draft, and what
// becomes of an answer. Used by Engine, on its thread; who asks the model stands in between and
// holds no transaction. The request and its ledger row are durable before it may leave.
#pragma once

#include "core/base/result.h"
#include "core/domain/assist.h"
#include "core/engine/step/step.h"

#include <string>
#include <vector>

namespace topline::engine {

// A request that is stored and may be sent.
struct StartedRun {
    domain::ModelRun run;
    domain::ModelRequest request;
    domain::AssistSettings settings;
    domain::Draft before;
};

class AssistWork {
public:
    explicit AssistWork(Context &context)
        : m_context(context)
    {
    }

    base::Result<domain::AssistSettings> settings() const;
    // InvalidInput where it is switched on with an address that may not be asked. Another endpoint
    // or model has to be agreed to anew.
    base::Status set(const domain::AssistSettings &settings);
    // A person has seen what is sent to this endpoint and model.
    base::Status agree();
    // Of the key in the keychain.
    base::Result<std::string> keyName() const;

    // The exact bytes; nothing is stored. Refused where the model is off or the text is fixed.
    base::Result<domain::ModelRequest> preview(const base::Uuid &action, const std::string &wish);
    // Refused, further, before agree().
    base::Result<StartedRun> begin(const base::Uuid &action, const std::string &wish);
    // Stores what came. The draft has the text then, as one step of undo, unless the answer cannot
    // be used (Refused) or the draft was changed meanwhile (Conflict).
    base::Result<domain::ModelDraft> finish(const StartedRun &started,
                                            const base::Result<std::string> &answer);

    base::Result<std::vector<domain::ModelRun>> runs(const base::Uuid &action) const;

private:
    base::Result<domain::ModelRequest> request(const domain::Action &action,
                                               const domain::AssistSettings &settings,
                                               const std::string &wish) const;

    Context &m_context;
};

} // namespace topline::engine
