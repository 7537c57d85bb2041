#include "core/crm/salesforce_id.h"

namespace topline::crm {

namespace {

constexpr std::string_view systemPrefix = "sf:";
constexpr std::string_view stagePrefix = "sf:stage:";
constexpr std::size_t shortSize = 15;
constexpr std::size_t longSize = 18;

bool isUpper(char c)
{
    return c >= 'A' && c <= 'Z';
}

bool isIdCharacter(char c)
{
    return isUpper(c) || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

// One character for each five: bit k is set where character k is a capital.
std::string checksum(std::string_view id)
{
    constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";
    std::string out;
    for (std::size_t chunk = 0; chunk < shortSize; chunk += 5) {
        std::size_t bits = 0;
        for (std::size_t k = 0; k < 5; ++k)
            bits |= static_cast<std::size_t>(isUpper(id[chunk + k])) << k;
        out += letters[bits];
    }
    return out;
}

} // namespace

std::optional<std::string> salesforceId18(std::string_view id)
{
    if (id.size() != shortSize && id.size() != longSize)
        return std::nullopt;
    for (const char c : id) {
        if (!isIdCharacter(c))
            return std::nullopt;
    }
    std::string out(id.substr(0, shortSize));
    out += checksum(out);
    if (id.size() == longSize && out != id)
        return std::nullopt;
    return out;
}

std::string salesforceRemoteId(std::string_view id)
{
    const auto full = salesforceId18(id);
    return full ? std::string(systemPrefix) + *full : std::string();
}

std::optional<std::string> salesforceIdOf(std::string_view remoteId)
{
    if (remoteId.substr(0, systemPrefix.size()) != systemPrefix)
        return std::nullopt;
    return salesforceId18(remoteId.substr(systemPrefix.size()));
}

std::string salesforceStageId(std::string_view apiName)
{
    return std::string(stagePrefix) + std::string(apiName);
}

std::optional<std::string> salesforceStageName(std::string_view remoteId)
{
    if (remoteId.substr(0, stagePrefix.size()) != stagePrefix ||
        remoteId.size() == stagePrefix.size())
        return std::nullopt;
    return std::string(remoteId.substr(stagePrefix.size()));
}

} // namespace topline::crm
