// BANT and MEDDIC as elements with a state and evidence. Suggested by core/scoring from events,
// noted and validated by people, whose word is never overwritten. Plain values, any thread.
#pragma once

#include "core/base/time.h"
#include "core/domain/ids.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace topline::domain {

enum class Framework : std::int32_t { Bant = 0, Meddic = 1 };
// Numbers are stored: never change one, only add.
enum class QualificationElement : std::int32_t {
    Budget = 1,
    Authority = 2,
    Need = 3,
    Timing = 4,
    Metrics = 10,
    EconomicBuyer = 11,
    DecisionCriteria = 12,
    DecisionProcess = 13,
    IdentifiedPain = 14,
    Champion = 15,
};
enum class ElementState : std::int32_t { Empty = 0, Suggested = 1, Noted = 2, Validated = 3 };

std::string_view frameworkName(Framework framework);        // "bant", "meddic"
std::string_view elementName(QualificationElement element); // "budget" …
std::string_view elementStateName(ElementState state);      // "empty" …
std::optional<QualificationElement> parseElement(std::string_view name);
std::optional<ElementState> parseElementState(std::string_view name);

struct ElementFact {
    QualificationElement element = QualificationElement::Budget;
    ElementState state = ElementState::Empty;
    std::string note;
    Ref<EventId> evidence;
    std::string by; // empty: suggested by a rule
    std::optional<base::UtcMs> atMs;
    bool operator==(const ElementFact &) const = default;
};

struct Qualification {
    Framework framework = Framework::Bant;
    std::vector<ElementFact> elements; // all of the framework, in its order
    std::int64_t known = 0;            // noted or validated
    bool isQualified = false;          // BANT: three of four; MEDDIC: five of six
    bool operator==(const Qualification &) const = default;
};

} // namespace topline::domain
