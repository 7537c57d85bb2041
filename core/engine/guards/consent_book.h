// Who must not be contacted and who agreed to be: addresses become tags here, so that nothing below
// this file ever stores one. Used by the guards, by deciding and by commands, inside their step; on
// the engine's thread.
#pragma once

#include "core/base/result.h"
#include "core/domain/account_history.h"
#include "core/domain/consent.h"
#include "core/engine/guards/consent_tags.h"
#include "core/engine/step/step.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace topline::engine {

class ConsentBook {
public:
    explicit ConsentBook(Step &step)
        : m_step(step)
    {
    }

    // The rows that stand against it, the oldest first.
    base::Result<std::vector<domain::DoNotContact>> stops(const ReachAddress &address);
    // The oldest of them, if there is one.
    base::Result<std::optional<domain::DoNotContact>> stop(const ReachAddress &address);
    // What was said of it last.
    base::Result<std::optional<domain::Consent>> consent(const ReachAddress &address);
    // The same of all of an account's people, in at most three statements; those with neither are
    // left out.
    base::Result<std::vector<domain::ContactLimit>> limits(const domain::AccountHistory &history);

    // Puts it on the list, with a ledger row; nothing when it stands there for the same reason.
    // InvalidInput: that is no address.
    base::Status put(const ReachAddress &address, domain::StopWhy why, const std::string &note,
                     std::string_view who);
    // A person lifts exactly this row. Refused without a reason.
    base::Status release(const base::Uuid &id, const std::string &why);
    // A consent that is taken back also puts the address on the list. A file that is imported may
    // only take back: nothing but a person's word turns a refusal into a consent.
    base::Status note(const ReachAddress &address, domain::Consent consent, std::string_view who);

private:
    base::Result<std::vector<std::string>> tags(const ReachAddress &address);
    base::Result<std::string> newTag(const ReachAddress &address);
    // Under every key; the keys are loaded.
    std::vector<std::string> tagsOf(const std::string &text) const;
    base::Status loadKeys();

    Step &m_step;
    std::optional<std::vector<std::string>> m_keys;
};

} // namespace topline::engine
