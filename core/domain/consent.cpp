#include "core/domain/consent.h"

#include <array>
#include <utility>

namespace topline::domain {

namespace {

constexpr std::array<std::pair<StopWhy, std::string_view>, 6> stopWhys = {{
    {StopWhy::ByHand, "by_hand"},
    {StopWhy::Unsubscribed, "unsubscribed"},
    {StopWhy::Complaint, "complaint"},
    {StopWhy::Erased, "erased"},
    {StopWhy::Imported, "imported"},
    {StopWhy::Withdrawn, "withdrawn"},
}};
constexpr std::array<std::pair<ConsentState, std::string_view>, 2> consentStates = {{
    {ConsentState::Given, "given"},
    {ConsentState::Withdrawn, "withdrawn"},
}};

template <typename Names, typename Value> std::string_view nameIn(const Names &names, Value value)
{
    for (const auto &[each, name] : names) {
        if (each == value)
            return name;
    }
    return {};
}

} // namespace

std::string_view stopWhyName(StopWhy why)
{
    return nameIn(stopWhys, why);
}

std::optional<StopWhy> parseStopWhy(std::string_view name)
{
    for (const auto &[why, known] : stopWhys) {
        if (known == name)
            return why;
    }
    return std::nullopt;
}

std::string_view consentStateName(ConsentState state)
{
    return nameIn(consentStates, state);
}

std::optional<ConsentState> parseConsentState(std::string_view name)
{
    for (const auto &[state, known] : consentStates) {
        if (known == name)
            return state;
    }
    return std::nullopt;
}

} // namespace topline::domain
