#include "core/actions/call_draft.h"

#include <charconv>

namespace topline::actions {

namespace {

constexpr std::string_view resultFact = "call.result: ";
constexpr std::string_view startedFact = "call.started_ms: ";
constexpr std::string_view lengthFact = "call.length_ms: ";

std::string factOf(const domain::Draft &draft, std::string_view name)
{
    for (const std::string &fact : draft.facts) {
        if (fact.starts_with(name))
            return fact.substr(name.size());
    }
    return {};
}

std::int64_t numberOf(const std::string &text)
{
    std::int64_t out = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), out);
    return fault == std::errc{} && end == text.data() + text.size() && out > 0 ? out : 0;
}

} // namespace

domain::Draft withCall(domain::Draft draft, const CallFacts &call)
{
    std::erase_if(draft.facts, [](const std::string &fact) {
        return fact.starts_with(resultFact) || fact.starts_with(startedFact) ||
               fact.starts_with(lengthFact);
    });
    draft.facts.push_back(std::string(resultFact) +
                          std::string(domain::callResultName(call.result)));
    draft.facts.push_back(std::string(startedFact) + std::to_string(call.startedMs));
    draft.facts.push_back(std::string(lengthFact) + std::to_string(call.lengthMs));
    return draft;
}

std::optional<CallFacts> callOf(const domain::Draft &draft)
{
    const auto result = domain::parseCallResult(factOf(draft, resultFact));
    if (!result)
        return std::nullopt;
    return CallFacts{*result, numberOf(factOf(draft, startedFact)),
                     numberOf(factOf(draft, lengthFact))};
}

} // namespace topline::actions
