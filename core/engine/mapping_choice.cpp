#include "core/engine/mapping_choice.h"

#include <algorithm>
#include <filesystem>
#include <utility>

namespace topline::engine {

base::Result<crm::Mapping> mappingNamed(const std::string &nameOrFile)
{
    TRY_ASSIGN(auto presets, crm::presetMappings());
    const auto named = std::find_if(presets.begin(), presets.end(),
                                    [&](const auto &preset) { return preset.name == nameOrFile; });
    if (named != presets.end())
        return std::move(*named);
    std::error_code fault;
    if (std::filesystem::exists(nameOrFile, fault))
        return crm::loadMapping(nameOrFile);
    std::string known;
    for (const auto &preset : presets)
        known += (known.empty() ? "" : ", ") + preset.name;
    return base::Error{.code = base::ErrorCode::NotFound,
                       .message = "There is no mapping \"" + nameOrFile + "\".",
                       .kept = "Nothing was changed.",
                       .todo = "Name a mapping file, or one of: " + known + "."};
}

} // namespace topline::engine
