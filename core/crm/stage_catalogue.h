// The stages that an import meets: those that the mapping lists, those of a stages file, and those
// that only deals name. Gives each its order and kind once, in the order of first appearance. Used
// by RecordBuilder within one import; one thread, cannot fail.
#pragma once

#include "core/crm/mapping.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace topline::crm {

struct StageMention {
    std::string_view text; // id or name, as the cell has it
    std::string_view pipeline;
    std::optional<bool> closed;
    std::optional<bool> won;
};

class StageCatalogue {
public:
    explicit StageCatalogue(const std::vector<StageSpec> &listed);

    // A stage of a stages file; an empty remote id becomes pipeline and name.
    void add(domain::Stage &stage);

    // Listed by the mapping, or met before.
    bool knows(const StageMention &mention) const;

    // The remote id of the stage that is meant; one that was not met before is also put into
    // `created`, to be delivered before what refers to it.
    std::string resolve(const StageMention &mention, std::vector<domain::Stage> &created);

    // The kind of a stage that was added or resolved.
    domain::StageKind kindOf(const std::string &remoteId) const;

private:
    const StageSpec *listedStage(std::string_view pipeline, std::string_view name) const;

    std::vector<StageSpec> m_listed;
    std::map<std::string, domain::StageKind> m_kindById;
    std::map<std::pair<std::string, std::string>, std::string> m_idByName; // keys: pipeline, name
    std::map<std::string, int> m_nextOrder;                                // by pipeline
};

// "Closed Won" and the like; nothing for a name that does not say.
std::optional<domain::StageKind> closedKindOf(std::string_view name);

} // namespace topline::crm
