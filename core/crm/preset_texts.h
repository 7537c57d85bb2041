// The YAML files of resources/mappings as they are built into the program, by file name. Called by
// presetMappings(); the source is written by CMake. Constant, any thread.
#pragma once

#include <span>
#include <string_view>

namespace topline::crm {

struct PresetText {
    std::string_view file;
    std::string_view yaml;
};

std::span<const PresetText> presetTexts();

} // namespace topline::crm
